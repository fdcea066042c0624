import { InvalidInput } from "../numeric/index.js";

/**
 * Refuses what cannot be a column of measurements.
 *
 * @param where - the function that asks
 * @param name - what the column holds, such as `ratings`
 * @param least - fewest values it can work with
 * @throws InvalidInput (`not_a_column`, `not_finite`, `empty`, `n_too_small`)
 */
export function checkColumn(
  where: string,
  name: string,
  values: ArrayLike<number>,
  least = 1,
): void {
  checkArray(where, name, values);
  if (values.length === 0) throw new InvalidInput(where, `needs ${name}; got none`, "empty");
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) {
      const got = `value ${i} is ${shown(values[i])}`;
      throw new InvalidInput(where, `needs finite ${name}; ${got}`, "not_finite");
    }
  }
  if (values.length < least) {
    const got = `${values.length}`;
    throw new InvalidInput(where, `needs at least ${least} ${name}; got ${got}`, "n_too_small");
  }
}

/**
 * Refuses what cannot be pairs of measurements on the same subjects.
 *
 * @param least - fewest pairs it can work with
 * @throws InvalidInput (`not_a_column`, `different_lengths`, `not_finite`, `too_few_pairs`)
 */
export function checkPairs(
  where: string,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  least: number,
): void {
  checkArray(where, "first of each pair", first);
  checkArray(where, "second of each pair", second);
  if (first.length !== second.length) {
    const got = `${first.length} and ${second.length} values`;
    throw new InvalidInput(where, `needs pairs; got ${got}`, "different_lengths");
  }
  for (let i = 0; i < first.length; i++) {
    if (!Number.isFinite(first[i]) || !Number.isFinite(second[i])) {
      const got = `pair ${i} is (${shown(first[i])}, ${shown(second[i])})`;
      throw new InvalidInput(where, `needs finite values; ${got}`, "not_finite");
    }
  }
  if (first.length < least) {
    const got = `${first.length}`;
    throw new InvalidInput(where, `needs at least ${least} pairs; got ${got}`, "too_few_pairs");
  }
}

/**
 * Refuses what cannot be a complete matrix of measurements: rows subjects, columns raters or covariates.
 *
 * @param least - fewest rows and columns it can work with
 * @throws InvalidInput (`not_a_column`, `different_lengths`, `not_finite`, `n_too_small`)
 */
export function checkMatrix(
  where: string,
  name: string,
  rows: readonly ArrayLike<number>[],
  least: { readonly rows: number; readonly columns: number },
): void {
  checkArray(where, `rows of ${name}`, rows);
  if (rows.length < least.rows) {
    const got = `${rows.length}`;
    throw new InvalidInput(
      where,
      `needs at least ${least.rows} rows of ${name}; got ${got}`,
      "n_too_small",
    );
  }
  for (const [i, row] of rows.entries()) {
    // The name is made for a failing row only: made for each, it costs more than the check.
    if (!isColumn(row)) checkArray(where, `${name} in row ${i}`, row);
    if (row.length < least.columns) {
      const rule = `needs at least ${least.columns} ${name} in a row; row ${i} has ${row.length}`;
      throw new InvalidInput(where, rule, "n_too_small");
    }
    if (row.length !== rows[0]!.length) {
      const got = `row ${i} has ${row.length}, row 0 ${rows[0]!.length}`;
      throw new InvalidInput(where, `needs rows of one length; ${got}`, "different_lengths");
    }
    for (let j = 0; j < row.length; j++) {
      if (!Number.isFinite(row[j])) {
        const got = `row ${i}, column ${j} is ${shown(row[j])}`;
        throw new InvalidInput(where, `needs finite ${name}; ${got}`, "not_finite");
      }
    }
  }
}

/**
 * Refuses a number that is not finite.
 *
 * @throws InvalidInput (`not_finite`)
 */
export function checkFinite(where: string, name: string, value: number): void {
  if (!Number.isFinite(value)) {
    throw new InvalidInput(where, `needs a finite ${name}; got ${shown(value)}`, "not_finite");
  }
}

/** A value that came, as a message shows it: a string in quotes, so that "3" is told from 3. */
export function shown(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** Whether a value can be a column: an array, or a typed one. */
export function isColumn(values: unknown): values is ArrayLike<unknown> {
  return Array.isArray(values) || (ArrayBuffer.isView(values) && "length" in values);
}

function checkArray(where: string, name: string, values: unknown): void {
  if (!isColumn(values)) {
    throw new InvalidInput(
      where,
      `needs an array of ${name}; got ${shown(values)}`,
      "not_a_column",
    );
  }
}
