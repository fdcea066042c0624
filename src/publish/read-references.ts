import { existsSync, readFileSync } from "node:fs";

/** A name as a list of references prints it: `Brown`, `NJL`. */
export interface Author {
  readonly family: string;
  readonly initials: string;
}

/** A publication as it is cited. */
export interface Reference {
  readonly authors: readonly Author[];
  /** False when there are more authors than are named. */
  readonly authorsComplete: boolean;
  readonly title?: string;
  /** Journal or book. */
  readonly container?: string;
  readonly edition?: string;
  readonly publisher?: string;
  readonly year?: string;
  readonly volume?: string;
  readonly number?: string;
  readonly pages?: string;
  readonly doi?: string;
  readonly note?: string;
}

/** Publications by citation key. */
export type References = ReadonlyMap<string, Reference>;

/**
 * Reads a bibliography such as `reports/references.bib`, for pages that are made without pandoc; none when
 * the file is missing.
 *
 * Of BibTeX it knows what such files hold: entries with fields in braces or quotes, accents, and the few
 * commands of their titles. Of an entry that it cannot read it keeps the fields before the trouble.
 */
export function readReferences(path: string): References {
  return existsSync(path) ? parseReferences(readFileSync(path, "utf8")) : new Map();
}

/** The publications of a BibTeX text. */
export function parseReferences(bibtex: string): References {
  const entries = [...bibtex.matchAll(/^@(?!comment|string|preamble)\w+\{([^,\s]+),/gim)];
  return new Map(
    entries.map((entry, i) => {
      const body = bibtex.slice(entry.index + entry[0].length, entries[i + 1]?.index);
      return [entry[1]!, referenceOf(fieldsOf(body))];
    }),
  );
}

function fieldsOf(body: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const next = /\s*(\w+)\s*=\s*/y;
  for (let at = 0; at < body.length; ) {
    next.lastIndex = at;
    const name = next.exec(body)?.[1]?.toLowerCase();
    if (name === undefined) break;
    const start = next.lastIndex;
    const end = valueEnd(body, start);
    fields.set(name, body.slice(start, end).trim().replace(/^[{"]/, "").replace(/[}"]$/, ""));
    at = end + 1; // past the comma
  }
  return fields;
}

/** Where a value ends: at the comma or brace that no brace or quote encloses. */
function valueEnd(body: string, start: number): number {
  let depth = 0;
  const quoted = body[start] === '"';
  for (let at = start; at < body.length; at++) {
    const char = body[at];
    if (char === "{") depth += 1;
    else if (char === "}" && depth > 0) depth -= 1;
    else if (depth > 0) continue;
    else if (quoted && char === '"' && at > start) return at + 1;
    else if (!quoted && (char === "," || char === "}")) return at;
  }
  return body.length;
}

function referenceOf(fields: ReadonlyMap<string, string>): Reference {
  const names = topLevelNames(fields.get("author") ?? fields.get("editor") ?? "");
  const known = names.filter((name) => name !== "others");
  const text = {
    title: fields.get("title"),
    container: fields.get("journal") ?? fields.get("booktitle"),
    edition: fields.get("edition"),
    publisher: fields.get("publisher") ?? fields.get("institution"),
    year: fields.get("year"),
    volume: fields.get("volume"),
    number: fields.get("number"),
    pages: fields.get("pages"),
    doi: fields.get("doi"),
    note: fields.get("note"),
  };
  const printed = Object.entries(text).flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, plain(value)]],
  );
  return {
    authors: known.map(authorOf),
    authorsComplete: known.length === names.length,
    ...Object.fromEntries(printed),
  };
}

function topLevelNames(authors: string): string[] {
  return authors
    .split(/\s+and\s+(?![^{]*\})/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** `Brown, Nicholas J. L.`, `Nicholas Brown`, or a corporate name in braces. */
function authorOf(name: string): Author {
  if (/^\{[^{}]*\}$/.test(name)) return { family: plain(name), initials: "" };
  const [family = "", given] = plain(name).split(/,\s*/);
  if (given !== undefined) return { family, initials: initialsOf(given) };
  const last = family.lastIndexOf(" ");
  return {
    family: family.slice(last + 1),
    initials: initialsOf(family.slice(0, Math.max(0, last))),
  };
}

function initialsOf(given: string): string {
  return given
    .split(/[\s.-]+/)
    .map((word) => [...word][0] ?? "")
    .join("");
}

/** Combining marks of the accents that BibTeX writes as commands. */
const ACCENTS: Readonly<Record<string, string>> = {
  "'": "\u0301",
  "`": "\u0300",
  "^": "\u0302",
  '"': "\u0308",
  "~": "\u0303",
  "=": "\u0304",
  ".": "\u0307",
  v: "\u030c",
  u: "\u0306",
  c: "\u0327",
  H: "\u030b",
  k: "\u0328",
  r: "\u030a",
};

/** Letters and signs that BibTeX writes as commands. */
const COMMANDS: Readonly<Record<string, string>> = {
  o: "ø",
  O: "Ø",
  l: "ł",
  L: "Ł",
  ss: "ß",
  ae: "æ",
  AE: "Æ",
  oe: "œ",
  aa: "å",
  AA: "Å",
  i: "ı",
  texttimes: "×",
  times: "×",
  chi: "χ",
  alpha: "α",
  kappa: "κ",
  tau: "τ",
};

/** The text that BibTeX stands for. */
function plain(bibtex: string): string {
  return bibtex
    .replace(/\\(['`^"~=.])\s*\{?\\?(\p{L})\}?/gu, (_, mark, letter) => letter + ACCENTS[mark])
    .replace(/\\([vucHkr])(?:\s+|\{)(\p{L})\}?/gu, (_, mark, letter) => letter + ACCENTS[mark])
    .replace(/\\[()]|\$/g, "")
    .replace(/\\([A-Za-z]+)\s*/g, (_, name: string) => COMMANDS[name] ?? "")
    .replace(/\\([&%_#$])/g, "$1")
    .replace(/\^\{?2\}?/g, "²")
    .replaceAll("---", "—")
    .replaceAll("--", "–")
    .replaceAll("~", "\u00a0")
    .replace(/[{}]/g, "")
    .replace(/[ \t\r\n]+/g, " ")
    .trim()
    .normalize("NFC");
}
