import { InvalidInput } from "../../numeric/index.js";
import { checkColumn, checkMatrix, shown } from "../columns.js";

/**
 * Covariates of n subjects: named columns, `{ mismatch, age }`, each (n), or rows, (n × p). A model
 * adds the intercept itself. Rows name their coefficients x1, x2, …
 */
export type Covariates = readonly ArrayLike<number>[] | Readonly<Record<string, ArrayLike<number>>>;

/** Name of the constant among the terms of a model, as R has it. */
export const INTERCEPT = "(Intercept)";

/** Covariates as checked columns. */
export interface NamedColumns {
  readonly names: readonly string[];
  readonly columns: readonly ArrayLike<number>[]; // (p) of (n)
  readonly n: number;
}

/**
 * Covariates as named columns.
 *
 * @throws InvalidInput (`not_a_column`, `no_covariates`, `different_lengths`, `not_finite`, `empty`)
 */
export function namedColumns(where: string, covariates: Covariates): NamedColumns {
  if (Array.isArray(covariates)) return columnsOfRows(where, covariates);
  if (covariates === null || Object.getPrototypeOf(covariates) !== Object.prototype) {
    const got = shown(covariates);
    throw new InvalidInput(where, `needs covariates, rows or columns; got ${got}`, "not_a_column");
  }
  const names = Object.keys(covariates);
  const columns = Object.values(covariates);
  if (names.length === 0) {
    throw new InvalidInput(where, "needs at least one covariate; got none", "no_covariates");
  }
  for (const [j, column] of columns.entries()) {
    checkColumn(where, `values of ${names[j]}`, column);
    if (column.length === columns[0]!.length) continue;
    const got = `${names[0]} has ${columns[0]!.length}, ${names[j]} ${column.length}`;
    throw new InvalidInput(where, `needs columns of one length; ${got}`, "different_lengths");
  }
  return { names, columns, n: columns[0]!.length };
}

function columnsOfRows(where: string, rows: readonly ArrayLike<number>[]): NamedColumns {
  checkMatrix(where, "covariates", rows, { rows: 1, columns: 1 });
  const p = rows[0]!.length;
  const columns = Array.from({ length: p }, (_, j) => Float64Array.from(rows, (row) => row[j]!));
  return { names: columns.map((_, j) => `x${j + 1}`), columns, n: rows.length };
}

/**
 * The columns that a fitted model asks for, in its order: those of its names, or all columns of rows.
 *
 * @param names - covariates of the model, without the intercept
 * @throws InvalidInput (`unknown_covariate`, `different_lengths`) and as `namedColumns`
 */
export function columnsFor(
  where: string,
  names: readonly string[],
  covariates: Covariates,
): NamedColumns {
  const given = namedColumns(where, covariates);
  if (Array.isArray(covariates)) {
    if (given.names.length === names.length) return given;
    const got = `${given.names.length}`;
    const rule = `needs the model's ${names.length} covariates in each row; got ${got}`;
    throw new InvalidInput(where, rule, "different_lengths");
  }
  const columns = names.map((name) => {
    const at = given.names.indexOf(name);
    if (at >= 0) return given.columns[at]!;
    const got = given.names.join(", ");
    throw new InvalidInput(
      where,
      `needs the covariate ${name}; there is ${got}`,
      "unknown_covariate",
    );
  });
  return { names, columns, n: given.n };
}
