import type { Terminal } from "./terminal.js";

/** Prints a result as one JSON document: typed arrays as lists, NaN as null. */
export function printJson(value: unknown, terminal: Terminal): void {
  terminal.out(
    JSON.stringify(
      value,
      (_, one) => (ArrayBuffer.isView(one) ? Array.from(one as Float64Array) : one),
      2,
    ),
  );
}
