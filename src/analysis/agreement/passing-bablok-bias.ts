import { checkCount, InvalidInput, percentileInterval, type Random } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkColumn } from "../columns.js";
import { checkMethods } from "./deming-columns.js";
import type { DecisionBias } from "./deming-decision-bias.js";
import { medianIntercept, shiftedMedian } from "./passing-bablok-line.js";
import { rankedSlopes } from "./passing-bablok-slopes.js";

/** Bias of the test method at decision levels by a Passing–Bablok line. */
export interface PassingBablokBias {
  readonly method: "passing-bablok-bias";
  readonly n: number;
  readonly nReplicates: number;
  readonly failed: number; // replicates without a line; the intervals leave them out
  readonly decisionBiases: readonly DecisionBias[];
  /** "no-line": the data, or all replicates, have no shifted median; what it is needed for reads NaN. */
  readonly note?: "no-line";
}

/** What the bootstrap of a Passing–Bablok line needs. */
export interface PassingBablokBiasOptions {
  readonly random: Random;
  readonly replicates?: number;
  readonly level?: number;
}

/**
 * Bias of the test method at values of the comparative method, intercept + (slope − 1)·at, with
 * percentile intervals by bootstrap of the subjects: no formula has the two errors together.
 *
 * @param x - (n) one value per subject by the comparative method
 * @param y - (n) the same subjects by the test method, same unit
 * @param at - (m) values of x, such as medical decision levels
 * @param options.random - source of chance; replicate i draws from its stream i
 * @param options.replicates - 2,000
 * @param options.level - confidence level of the intervals; 0.95
 * @throws InvalidInput as `passingBablok`, on no or non-finite values to predict at, or fewer than 2
 *   replicates
 * @source [@passing1983], [@davison1997] percentile interval
 */
export function passingBablokBias(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  at: ArrayLike<number>,
  { random, replicates = 2000, level = 0.95 }: PassingBablokBiasOptions,
): PassingBablokBias {
  const where = "passingBablokBias";
  checkMethods(where, x, y);
  checkColumn(where, "decision levels", at);
  checkLevel(where, level);
  checkCount(where, "replicates", replicates);
  if (replicates < 2) {
    throw new InvalidInput(where, `needs at least 2 replicates; got ${replicates}`, "replicates");
  }
  const n = x.length;
  const estimates = biases(x, y, at);
  const drawn = Array.from(estimates, () => new Float64Array(replicates));
  const [drawnX, drawnY] = [new Float64Array(n), new Float64Array(n)];
  for (let r = 0; r < replicates; r++) {
    const chance = random.stream(r);
    for (let i = 0; i < n; i++) {
      const subject = chance.integer(n);
      drawnX[i] = x[subject]!;
      drawnY[i] = y[subject]!;
    }
    for (const [j, bias] of biases(drawnX, drawnY, at).entries()) drawn[j]![r] = bias;
  }
  const failed = drawn[0]!.filter((bias) => !Number.isFinite(bias)).length;
  const hasLine = Number.isFinite(estimates[0]!) && failed < replicates;
  return {
    method: "passing-bablok-bias",
    n,
    nReplicates: replicates,
    failed,
    decisionBiases: estimates.map((value, j) => ({
      at: at[j]!,
      bias: {
        value,
        ci: hasLine
          ? percentileInterval(drawn[j]!, level)
          : { lower: Number.NaN, upper: Number.NaN, level },
      },
    })),
    ...(hasLine ? {} : { note: "no-line" as const }),
  };
}

/** Biases at the decision levels; NaN where there is no line. */
function biases(x: ArrayLike<number>, y: ArrayLike<number>, at: ArrayLike<number>): number[] {
  const { slope } = shiftedMedian(rankedSlopes(x, y), x.length, 0.95);
  if (!Number.isFinite(slope)) return Array.from(at, () => Number.NaN);
  const intercept = medianIntercept(x, y, slope);
  return Array.from(at, (value) => intercept + (slope - 1) * value);
}
