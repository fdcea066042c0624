import { InvalidInput } from "../numeric/invalid-input.js";
import { readText } from "./read-text.js";
import type { z } from "./schema.js";

/** One place of a JSON value that does not fit, such as `[3].n`, and what was expected there. */
export interface JsonFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * The JSON value of a file, unchecked.
 *
 * @throws InvalidInput when the file cannot be read or is not JSON, with line and column
 */
export function readJsonValue(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = (error as Error).message;
    const position = /position (\d+)/.exec(reason)?.[1];
    const place = position === undefined ? "" : `, ${lineAndColumn(text, Number(position))}`;
    throw new InvalidInput(`${path}${place}`, `expected JSON; ${reason}`);
  }
}

/**
 * The value of a JSON file, in the shape of the schema.
 *
 * @param schema - a zod schema, made with `z` of this layer
 * @throws InvalidInput when the file cannot be read, is not JSON, or does not fit; every place
 *   that does not fit is listed with its path
 */
export function readJson<T>(path: string, schema: z.ZodType<T>): T {
  const checked = checkJson(readJsonValue(path), schema);
  if ("value" in checked) return checked.value;
  const lines = checked.faults.map((fault) => `${jsonPath(fault.path)}: ${fault.message}`);
  throw new InvalidInput(path, oneMessage(lines));
}

/** All faults in one message, so that a file is mended in one go. */
export function oneMessage(faults: readonly string[]): string {
  return faults.length === 1 ? faults[0]! : [`${faults.length} faults`, ...faults].join("\n  ");
}

/** Holds a value against a schema: the typed value, or every fault. */
export function checkJson<T>(
  value: unknown,
  schema: z.ZodType<T>,
): { readonly value: T } | { readonly faults: readonly JsonFault[] } {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data };
  return {
    faults: result.error.issues.map((issue) => ({
      path: issue.path.filter((step) => typeof step !== "symbol"),
      message: described(issue, valueAt(value, issue.path)),
    })),
  };
}

/** A path as it is written in JavaScript, `$` being the whole: `$[3].n`. */
export function jsonPath(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (whole, step) =>
      typeof step === "number"
        ? `${whole}[${step}]`
        : /^[A-Za-z_]\w*$/.test(step)
          ? `${whole}.${step}`
          : `${whole}[${JSON.stringify(step)}]`,
    "$",
  );
}

/** A value in a message: `the number 0.6`, `the word "x"`, `nothing`, `an array of 3`. */
export function inWords(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === "string") return `the string ${JSON.stringify(value)}`;
  return typeof value === "object" ? "an object" : `the ${typeof value} ${String(value)}`;
}

const ARTICLED: Readonly<Record<string, string>> = {
  array: "an array",
  object: "an object",
  record: "an object",
  int: "a whole number",
};

function described(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === "invalid_type" && issue.message.startsWith("Invalid input")) {
    const expected = ARTICLED[issue.expected] ?? `a ${issue.expected}`;
    return `expected ${expected}, got ${inWords(value)}`;
  }
  if (issue.code === "unrecognized_keys") {
    return `unknown field ${issue.keys.map((key) => JSON.stringify(key)).join(", ")}`;
  }
  if (issue.code === "invalid_value" && issue.message.startsWith("Invalid")) {
    const known = issue.values.map((word) => JSON.stringify(word)).join(", ");
    return `expected ${issue.values.length > 1 ? "one of " : ""}${known}, got ${inWords(value)}`;
  }
  return issue.message;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at: unknown = value;
  for (const step of path) at = (at as Record<PropertyKey, unknown> | undefined | null)?.[step];
  return at;
}

function lineAndColumn(text: string, position: number): string {
  const before = text.slice(0, position).split("\n");
  return `line ${before.length}, column ${before.at(-1)!.length + 1}`;
}
