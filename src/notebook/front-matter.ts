import { parse, stringify } from "yaml";
import { InvalidInput } from "../numeric/invalid-input.js";

/** What a notebook says about itself in its first cell. */
export interface FrontMatter {
  readonly title: string;
  /** The question that the notebook answers, in one sentence. */
  readonly description: string;
  /** Id of the study whose figures it re-runs, as in `datasets/published/studies.json`. */
  readonly study: string | undefined;
  readonly categories: readonly string[];
  /** Whether its data were made up; pages and captions then say so. */
  readonly synthetic: boolean;
}

/**
 * Reads YAML front matter, with or without its `---` lines.
 *
 * Fields that are not part of `FrontMatter` are left to Quarto and ignored here.
 *
 * @param text - source of the raw cell
 * @param name - the notebook as errors shall name it
 * @throws InvalidInput when the text is no YAML mapping, or a field is missing or of the wrong type
 */
export function parseFrontMatter(text: string, name: string = "front matter"): FrontMatter {
  const yaml = text.replace(/^\s*---[ \t]*\r?\n/, "").replace(/\r?\n---\s*$/, "");
  let fields: unknown;
  try {
    fields = parse(yaml);
  } catch (error) {
    const [reason] = (error as Error).message.split("\n");
    throw new InvalidInput(name, `the front matter is no YAML: ${reason}`);
  }
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
    throw new InvalidInput(name, "the front matter must be YAML with a title and a description");
  }
  const field = fields as Record<string, unknown>;
  return {
    title: requiredText(field, "title", name),
    description: requiredText(field, "description", name),
    study: field.study === undefined ? undefined : requiredText(field, "study", name),
    categories: textList(field.categories, name),
    synthetic: flag(field.synthetic, name),
  };
}

/** Writes fields as a block of front matter, in the order in which they come. */
export function formatFrontMatter(fields: Readonly<Record<string, unknown>>): string {
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n`;
}

function requiredText(fields: Record<string, unknown>, key: string, name: string): string {
  const value = fields[key];
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  const came = value === undefined ? "none" : JSON.stringify(value);
  throw new InvalidInput(name, `the front matter needs "${key}" as text; got ${came}`);
}

function textList(value: unknown, name: string): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((entry) => typeof entry === "string")) return value;
  throw new InvalidInput(
    name,
    `"categories" in the front matter must be a list of texts; got ${JSON.stringify(value)}`,
  );
}

function flag(value: unknown, name: string): boolean {
  if (value === undefined) return false;
  if (typeof value === "boolean") return value;
  throw new InvalidInput(
    name,
    `"synthetic" in the front matter must be true or false; got ${JSON.stringify(value)}`,
  );
}
