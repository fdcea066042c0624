/** An image that formats without inline drawings use, by its path below `reports/`. */
export interface FigureFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A page of the Quarto project: the text of a `.qmd` file and the images that it refers to. */
export interface Page {
  /** Name of the file without ending. */
  readonly slug: string;
  /** Text with a list of its contents (unless told), the whole width, or a sheet that is printed by itself. */
  readonly layout?: "text" | "wide" | "sheet";
  readonly markdown: string;
  readonly figures: readonly FigureFile[];
}
