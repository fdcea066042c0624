import { type ColumnSchema, MISSING_WORDS } from "./table-schema.js";

/** A cell's value, or that it is missing, or what was expected instead. */
export type Parsed =
  | { readonly value: number | string | boolean }
  | { readonly missing: true }
  | { readonly expected: string };

const MISSING: Parsed = { missing: true };

/**
 * Reads one cell as its column says, guessing nothing.
 *
 * Blanks around a cell are dropped, except in text. Numbers are plain decimals with an
 * optional exponent; hexadecimal, `Infinity`, thousands separators and bounds such as
 * `<5` are refused.
 */
export function parseCell(cell: string, column: ColumnSchema, decimal: "." | ","): Parsed {
  const word = cell.trim();
  if ((column.missing ?? MISSING_WORDS).includes(word)) return MISSING;
  switch (column.type) {
    case "text":
      return { value: cell };
    case "number":
      return parseNumber(word, decimal);
    case "integer":
      return parseInteger(word);
    case "boolean":
      if (column.yes.includes(word)) return { value: true };
      if (column.no.includes(word)) return { value: false };
      return { expected: `one of ${listed([...column.yes, ...column.no])}` };
    case "category":
      return column.levels.includes(word)
        ? { value: word }
        : { expected: `one of ${listed(column.levels)}` };
  }
}

function parseNumber(word: string, decimal: "." | ","): Parsed {
  const mark = decimal === "," ? "," : "\\.";
  const shape = new RegExp(`^[+-]?(\\d+(${mark}\\d*)?|${mark}\\d+)([eE][+-]?\\d+)?$`);
  const value = shape.test(word) ? Number(word.replace(",", ".")) : Number.NaN;
  if (Number.isFinite(value)) return { value };
  return {
    expected: decimal === "," ? "a number with a decimal comma, such as 12,5" : "a number",
  };
}

function parseInteger(word: string): Parsed {
  const value = /^[+-]?\d+$/.test(word) ? Number(word) : Number.NaN;
  return Number.isSafeInteger(value) ? { value } : { expected: "a whole number" };
}

/** Words as they are quoted in a message: `"yes", "no"`. */
export function listed(words: readonly string[]): string {
  return words.map((word) => JSON.stringify(word)).join(", ");
}
