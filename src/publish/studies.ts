import { existsSync, readFileSync } from "node:fs";
import { listOf } from "../claims/wording.js";
import { InvalidInput } from "../numeric/invalid-input.js";
import type { Reference } from "./read-references.js";

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
  /** The publication, where it is known; its note names what nobody has seen on a page of it. */
  readonly citation: Reference | undefined;
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
    citation:
      fields.citation === undefined ? undefined : citation(fields.citation, `${where}, citation`),
  };
}

/** The parts of a citation that are printed, in the order in which they are. */
const PARTS = ["title", "authors", "journal", "year", "volume", "pages", "doi"] as const;

function citation(entry: unknown, where: string): Reference {
  const fields = (entry ?? {}) as Readonly<Record<string, unknown>>;
  const text = (key: string): string | undefined => {
    const value = fields[key];
    if (value === undefined || typeof value === "string") return value;
    throw new InvalidInput(where, `needs "${key}" as text; got ${JSON.stringify(value)}`);
  };
  const printed = { container: text("journal") } as Record<string, string | undefined>;
  for (const key of ["title", "year", "volume", "pages", "doi"]) printed[key] = text(key);
  return {
    authors: texts(fields.authors, where, "authors").map(authorOf),
    authorsComplete: fields.authorsComplete !== false,
    ...Object.fromEntries(Object.entries(printed).filter(([, value]) => value !== undefined)),
    ...noteOn(
      PARTS.filter((part) => fields[part] !== undefined),
      texts(fields.unverified, where, "unverified"),
    ),
  };
}

/** `Di Segni E`: all words but the last are the family's name. */
function authorOf(name: string): Reference["authors"][number] {
  const last = name.lastIndexOf(" ");
  return last < 0
    ? { family: name, initials: "" }
    : { family: name.slice(0, last), initials: name.slice(last + 1) };
}

function noteOn(printed: readonly string[], unverified: readonly string[]): { note?: string } {
  const parts = printed.filter((part) => unverified.includes(part));
  if (parts.length === 0) return {};
  return { note: parts.length === printed.length ? "unverified" : `${listOf(parts)} unverified` };
}

function texts(value: unknown, where: string, key: string): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value;
  throw new InvalidInput(where, `needs "${key}" as a list of texts; got ${JSON.stringify(value)}`);
}

/** A study as readers name it: first author and year, taken from the id; other ids as they are called. */
export function studyName({ id, name }: Pick<Study, "id" | "name">): string {
  const year = /-(\d{4})$/.exec(id)?.[1];
  return year === undefined ? name : `${name} ${year}`;
}

/** Names of studies by id. */
export type StudyNames = ReadonlyMap<string, string>;

/** Names of the studies by id, in their order. */
export function studyNames(studies: readonly Study[]): StudyNames {
  return new Map(studies.map((study) => [study.id, studyName(study)]));
}
