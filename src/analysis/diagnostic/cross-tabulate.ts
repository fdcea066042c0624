import { InvalidInput } from "../../numeric/index.js";

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
 * @throws InvalidInput on unequal lengths or a value that is neither 0, 1, boolean nor missing
 */
export function crossTabulate(
  test: ArrayLike<Finding>,
  truth: ArrayLike<Finding>,
): CrossTabulation {
  if (test.length !== truth.length) {
    throw new InvalidInput(
      "crossTabulate",
      `needs columns of equal length; got ${test.length} and ${truth.length} values`,
    );
  }
  const cells = {
    truePositive: 0,
    falsePositive: 0,
    falseNegative: 0,
    trueNegative: 0,
    missing: 0,
  };
  for (let i = 0; i < test.length; i++) {
    const found = read(test[i], i, "test");
    const present = read(truth[i], i, "truth");
    if (found === undefined || present === undefined) cells.missing++;
    else if (found) cells[present ? "truePositive" : "falsePositive"]++;
    else cells[present ? "falseNegative" : "trueNegative"]++;
  }
  return cells;
}

function read(value: Finding | undefined, i: number, column: string): boolean | undefined {
  if (value === null || value === undefined || Number.isNaN(value)) return undefined;
  if (value === true || value === 1) return true;
  if (value === false || value === 0) return false;
  throw new InvalidInput(
    "crossTabulate",
    `needs 0, 1, true, false or missing; got ${value} in ${column}[${i}]`,
  );
}
