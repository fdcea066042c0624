import { InvalidInput } from "../../numeric/index.js";
import type { TwoByTwo } from "../arm.js";
import { shown } from "../columns.js";

/** Counts of a diagnostic test against the truth. */
export interface DiagnosticCounts {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
  readonly trueNegative: number;
}

/** Counts from two columns, and the subjects left out because either was missing. */
export interface CrossTabulation extends DiagnosticCounts {
  readonly missing: number;
}

/** A finding: true or 1 positive, false or 0 negative, null or NaN missing. */
export type Finding = boolean | number | null;

/**
 * Counts a diagnostic test against the truth, subject by subject.
 *
 * @param test - (n) finding of the test
 * @param truth - (n) the condition, same subjects, same order
 * @throws InvalidInput on no subject, unequal lengths or a value that is neither 0, 1, boolean nor missing
 */
export function crossTabulate(
  test: ArrayLike<Finding>,
  truth: ArrayLike<Finding>,
): CrossTabulation {
  checkColumns("crossTabulate", { test, truth });
  const cells = {
    truePositive: 0,
    falsePositive: 0,
    falseNegative: 0,
    trueNegative: 0,
    missing: 0,
  };
  for (let i = 0; i < test.length; i++) {
    const found = read("crossTabulate", test[i], i, "test");
    const present = read("crossTabulate", truth[i], i, "truth");
    if (found === undefined || present === undefined) cells.missing++;
    else if (found) cells[present ? "truePositive" : "falsePositive"]++;
    else cells[present ? "falseNegative" : "trueNegative"]++;
  }
  return cells;
}

/** Findings of two tests on the same subjects by the truth, and the subjects left out. */
export interface PairedCrossTabulation {
  readonly diseased: TwoByTwo; // rows the first test positive and negative, columns the second
  readonly healthy: TwoByTwo;
  readonly missing: number;
}

/**
 * Counts two diagnostic tests against each other, apart by the truth.
 *
 * @param first - (n) finding of the first test
 * @param second - (n) finding of the second test, same subjects, same order
 * @param truth - (n) the condition
 * @throws InvalidInput on no subject, unequal lengths or a value that is neither 0, 1, boolean nor missing
 */
export function crossTabulatePaired(
  first: ArrayLike<Finding>,
  second: ArrayLike<Finding>,
  truth: ArrayLike<Finding>,
): PairedCrossTabulation {
  const where = "crossTabulatePaired";
  checkColumns(where, { first, second, truth });
  const empty = (): [[number, number], [number, number]] => [
    [0, 0],
    [0, 0],
  ];
  const [diseased, healthy] = [empty(), empty()];
  let missing = 0;
  for (let i = 0; i < truth.length; i++) {
    const one = read(where, first[i], i, "first");
    const other = read(where, second[i], i, "second");
    const present = read(where, truth[i], i, "truth");
    if (one === undefined || other === undefined || present === undefined) missing++;
    else (present ? diseased : healthy)[one ? 0 : 1][other ? 0 : 1]++;
  }
  return { diseased, healthy, missing };
}

function checkColumns(where: string, columns: Readonly<Record<string, ArrayLike<Finding>>>): void {
  for (const [name, values] of Object.entries(columns)) {
    if (!Array.isArray(values) && !ArrayBuffer.isView(values)) {
      const rule = `needs an array of ${name}; got ${shown(values)}`;
      throw new InvalidInput(where, rule, "not_a_column");
    }
  }
  const lengths = Object.values(columns).map(({ length }) => length);
  if (new Set(lengths).size > 1) {
    const rule = `needs columns of equal length; got ${lengths.join(" and ")} values`;
    throw new InvalidInput(where, rule, "different_lengths");
  }
  if (lengths[0] === 0)
    throw new InvalidInput(where, "needs at least one subject; got 0", "n_zero");
}

function read(
  where: string,
  value: Finding | undefined,
  i: number,
  column: string,
): boolean | undefined {
  if (value === null || value === undefined || Number.isNaN(value)) return undefined;
  if (value === true || value === 1) return true;
  if (value === false || value === 0) return false;
  const got = `${shown(value)} in ${column}[${i}]`;
  throw new InvalidInput(where, `needs 0, 1, true, false or missing; got ${got}`, "not_binary");
}
