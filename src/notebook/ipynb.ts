import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "../data/schema.js";
import { InvalidInput } from "../numeric/invalid-input.js";

/** Name of the kernel that notebooks ask for. */
export const KERNEL_NAME = "ostia";

/** A cell as read: its source is one string. Fields that we do not know are kept. */
export interface Cell {
  readonly [field: string]: unknown;
  readonly cell_type: "code" | "markdown" | "raw";
  readonly id?: string | undefined;
  readonly metadata: {
    readonly [option: string]: unknown;
    readonly label?: string | undefined;
    readonly tags?: readonly string[] | undefined;
  };
  readonly source: string;
}

/** A notebook in Jupyter's format 4. */
export interface Notebook {
  readonly [field: string]: unknown;
  readonly nbformat: 4;
  readonly nbformat_minor: number;
  readonly metadata: {
    readonly [field: string]: unknown;
    readonly kernelspec: { readonly [field: string]: unknown; readonly name: string };
  };
  readonly cells: readonly Cell[];
}

const notebookSchema: z.ZodType<Notebook> = z.looseObject({
  nbformat: z.literal(4),
  nbformat_minor: z.number().int(),
  metadata: z.looseObject({ kernelspec: z.looseObject({ name: z.string() }) }),
  cells: z.array(
    z.looseObject({
      cell_type: z.enum(["code", "markdown", "raw"]),
      id: z.string().optional(),
      metadata: z.looseObject({
        label: z.string().optional(),
        tags: z.array(z.string()).optional(),
      }),
      source: z
        .union([z.string(), z.array(z.string())])
        .transform((value) => (typeof value === "string" ? value : value.join(""))),
    }),
  ),
});

/** A code cell with the two numbers that name it. */
export interface CodeCell {
  /** Position among all cells, from 1: what readers count. */
  readonly index: number;
  /** Execution count, from 1: what Jupyter prints as `In [n]`. */
  readonly count: number;
  readonly label: string | undefined;
  readonly tags: readonly string[];
  readonly source: string;
}

/**
 * Reads a notebook.
 *
 * @param path - the file
 * @param name - the path as errors shall name it
 * @throws InvalidInput when the file is missing, is no JSON, is no notebook of format 4, or asks for
 *   another kernel
 */
export function readNotebook(path: string, name: string = path): Notebook {
  let content: string;
  try {
    content = readFileSync(path, "utf8");
  } catch (error) {
    throw new InvalidInput(name, `cannot be read: ${(error as Error).message.split(",")[0]}`);
  }
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    throw new InvalidInput(name, `is not JSON, so it is no notebook: ${(error as Error).message}`);
  }
  const parsed = notebookSchema.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues
      .slice(0, 5)
      .map(({ path: where, message }) => `${where.join(".") || "the file"}: ${message}`);
    throw new InvalidInput(name, `is no Jupyter notebook of format 4; ${problems.join("; ")}`);
  }
  const kernel = parsed.data.metadata.kernelspec.name;
  if (kernel !== KERNEL_NAME) {
    throw new InvalidInput(
      name,
      `asks for the kernel "${kernel}"; expected metadata.kernelspec.name "${KERNEL_NAME}"`,
    );
  }
  return parsed.data;
}

/** The code cells of a notebook that have code in them, in order. */
export function codeCells({ cells }: Notebook): CodeCell[] {
  const code: CodeCell[] = [];
  cells.forEach(({ cell_type, source, metadata }, i) => {
    if (cell_type !== "code" || source.trim() === "") return;
    const { label, tags = [] } = metadata;
    code.push({ index: i + 1, count: code.length + 1, label, tags, source });
  });
  return code;
}

/** A notebook as the bytes of its file: one space of indent and a newline at the end, as Jupyter writes. */
export function notebookText(content: unknown): string {
  return `${JSON.stringify(content, null, 1)}\n`;
}

/** Splits text into lines that keep their ends, as notebooks store text. */
export function notebookLines(content: string): string[] {
  return content.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Writes a file so that a reader sees the old content or the new, never a part. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}-${randomUUID().slice(0, 8)}.tmp`;
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
