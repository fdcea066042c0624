/** One document for pandoc to convert; what a request to its process holds. */
export interface Conversion {
  /** What errors call it. */
  readonly name: string;
  /** Pandoc's options, as in its defaults files. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly input: string;
  /** Files that the options or the input refer to, by the paths by which they do. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/** What pandoc made of one document. */
export interface Converted {
  readonly name: string;
  /** The text, or the bytes where the options name an output file. */
  readonly content: string | Uint8Array;
  readonly warnings: readonly string[];
}

/** Answer of the process: all documents, or why there are none. */
export type ConversionReply =
  | { readonly converted: readonly Converted[] }
  | { readonly failure: string };
