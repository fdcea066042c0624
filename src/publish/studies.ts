import { existsSync, readFileSync } from "node:fs";
import { InvalidInput } from "../numeric/invalid-input.js";

/** What pages print of a study that the review cites. */
export interface Study {
  readonly id: string;
  /** First author, or what the review calls it. */
  readonly name: string;
  readonly topic: string;
  readonly question: string | undefined;
  readonly design: string | undefined;
  /** How the models were printed. */
  readonly printing: string | undefined;
}

/**
 * Reads the studies of `datasets/published/studies.json`, in the file's order; none when the file is missing.
 *
 * @throws InvalidInput when the file is not JSON or an entry has no id, name or topic
 */
export function readStudies(path: string): readonly Study[] {
  if (!existsSync(path)) return [];
  let entries: unknown;
  try {
    entries = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new InvalidInput(path, `is not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(entries)) throw new InvalidInput(path, "must hold a list of studies");
  return entries.map((entry, i) => study(entry, `${path}, entry ${i + 1}`));
}

function study(entry: unknown, where: string): Study {
  const fields = (entry ?? {}) as Readonly<Record<string, unknown>>;
  const required = (key: string): string => {
    const value = fields[key];
    if (typeof value === "string") return value;
    throw new InvalidInput(where, `needs "${key}" as text; got ${JSON.stringify(value) ?? "none"}`);
  };
  const optional = (key: string): string | undefined =>
    fields[key] === undefined ? undefined : required(key);
  return {
    id: required("id"),
    name: required("name"),
    topic: required("topic"),
    question: optional("question"),
    design: optional("design"),
    printing: optional("printing"),
  };
}

/** A study as readers name it: first author and year, taken from the id; other ids as they are called. */
export function studyName({ id, name }: Pick<Study, "id" | "name">): string {
  const year = /-(\d{4})$/.exec(id)?.[1];
  return year === undefined ? name : `${name} ${year}`;
}
