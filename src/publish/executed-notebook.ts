import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type FrontMatter, parseFrontMatter } from "../notebook/front-matter.js";
import { readNotebook } from "../notebook/ipynb.js";
import { InvalidInput } from "../numeric/invalid-input.js";

/** One output of a cell: printed text, or one thing in several media types. */
export type CellOutput =
  | { readonly kind: "stream"; readonly text: string }
  | {
      readonly kind: "display";
      /** Whether it is the value of the cell's last expression. */
      readonly isResult: boolean;
      readonly data: Readonly<Record<string, string>>;
    };

/** A cell of an executed notebook. */
export interface ExecutedCell {
  /** Position among all cells, from 1. */
  readonly index: number;
  readonly type: "code" | "markdown" | "raw";
  readonly source: string;
  readonly label: string | undefined;
  readonly caption: string | undefined;
  /** Alternative text of the figure that the cell shows. */
  readonly alt: string | undefined;
  /** Quarto's cell options: whether code, output, or either of them are printed. */
  readonly echo: boolean;
  readonly output: boolean;
  readonly include: boolean;
  readonly outputs: readonly CellOutput[];
}

/** A notebook with the outputs of its run. */
export interface ExecutedNotebook {
  /** Name without folder and ending; also that of its page. */
  readonly slug: string;
  readonly frontMatter: FrontMatter;
  readonly cells: readonly ExecutedCell[];
  /** Markdown of the one-sentence answer, from the cell labelled `answer`. */
  readonly answer: string | undefined;
  /** The file's bytes. */
  readonly bytes: Uint8Array;
}

/**
 * Reads a notebook that has been run.
 *
 * @param path - the executed copy
 * @throws InvalidInput when the file is no notebook, has no front matter, or a cell of it failed
 */
export function readExecutedNotebook(path: string): ExecutedNotebook {
  const name = basename(path);
  const { cells } = readNotebook(path, name);
  const front = cells.find(({ cell_type }) => cell_type === "raw");
  if (!front)
    throw new InvalidInput(name, "needs front matter in a raw cell at its top; it has none");
  const executed = cells.map((cell, i) => executedCell(cell, i + 1, name));
  return {
    slug: name.replace(/\.ipynb$/, ""),
    frontMatter: parseFrontMatter(front.source, name),
    cells: executed,
    answer: answerOf(executed),
    bytes: readFileSync(path),
  };
}

type SourceCell = ReturnType<typeof readNotebook>["cells"][number];

function executedCell(cell: SourceCell, index: number, name: string): ExecutedCell {
  const { metadata } = cell;
  const option = (key: string): string | undefined =>
    typeof metadata[key] === "string" ? (metadata[key] as string) : undefined;
  const { label } = metadata;
  const outputs = Array.isArray(cell.outputs) ? (cell.outputs as unknown[]) : [];
  return {
    index,
    type: cell.cell_type,
    source: cell.source,
    label,
    caption: option(label?.startsWith("tbl-") ? "tbl-cap" : "fig-cap"),
    alt: option("fig-alt"),
    echo: metadata.echo !== false,
    output: metadata.output !== false,
    include: metadata.include !== false,
    outputs: joinStreams(outputs.map((output) => cellOutput(output, `${name}, cell ${index}`))),
  };
}

function cellOutput(output: unknown, where: string): CellOutput {
  const { output_type: type, text, data, ename, evalue } = output as Record<string, unknown>;
  switch (type) {
    case "stream":
      return { kind: "stream", text: stripAnsi(joinLines(text)) };
    case "display_data":
    case "execute_result": {
      const bundle = Object.entries((data ?? {}) as Record<string, unknown>)
        .filter(([, value]) => typeof value === "string" || Array.isArray(value))
        .map(([media, value]): [string, string] => [media, joinLines(value)]);
      return {
        kind: "display",
        isResult: type === "execute_result",
        data: Object.fromEntries(bundle),
      };
    }
    case "error":
      throw new InvalidInput(where, `failed when it was run: ${String(ename)}: ${String(evalue)}`);
    default:
      throw new InvalidInput(where, `has an output of the unknown type ${JSON.stringify(type)}`);
  }
}

function joinLines(text: unknown): string {
  return Array.isArray(text) ? text.join("") : String(text ?? "");
}

function stripAnsi(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with the escape character
  return text.replace(/\u001b\[[0-9;]*m/g, "");
}

// How a kernel cuts printed text into messages is chance; the reader sees one text.
function joinStreams(outputs: readonly CellOutput[]): CellOutput[] {
  const joined: CellOutput[] = [];
  for (const output of outputs) {
    const last = joined.at(-1);
    if (output.kind === "stream" && last?.kind === "stream") {
      joined[joined.length - 1] = { kind: "stream", text: last.text + output.text };
    } else joined.push(output);
  }
  return joined;
}

function answerOf(cells: readonly ExecutedCell[]): string | undefined {
  const cell = cells.find(({ label }) => label === "answer");
  const texts = cell?.outputs.flatMap((output) =>
    output.kind === "display" && output.data["text/markdown"] ? [output.data["text/markdown"]] : [],
  );
  return texts?.length ? texts.join("\n\n").trim() : undefined;
}
