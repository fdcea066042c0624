import { InvalidInput } from "../../numeric/index.js";
import type { Estimate, Interval } from "../estimate.js";
import { checkCoverageAndLevel } from "./bland-altman.js";
import { type CoverageAndLevel, type Limit, limitsOfAgreement } from "./limits-of-agreement.js";
import { pairedDifferences } from "./paired-differences.js";

/** Agreement of two methods as ratios test / reference; ratios have no unit. */
export interface BlandAltmanLog {
  readonly method: "bland-altman-log";
  readonly n: number;
  readonly coverage: number;
  readonly logBias: number; // mean of ln test − ln reference
  readonly logSd: number;
  readonly bias: Estimate; // geometric mean of the ratios
  readonly lowerLimit: Limit;
  readonly upperLimit: Limit;
  /** The limits as lines through the origin of the plot of differences on means: limit = slope × mean. */
  readonly slopes: { readonly lower: number; readonly upper: number };
  /** "zero-variance": the ratios are one constant. */
  readonly note?: "zero-variance";
}

/**
 * Bias and limits of agreement as ratios, for differences that grow with the measurement.
 *
 * The differences of the logarithms are analysed as in `blandAltman` and taken back by exp, so the
 * bias is a geometric mean.
 *
 * @param test - (n) one value above 0 per subject by the method under study
 * @param reference - (n) the same subjects, same order, same unit
 * @param options.coverage - share of ratios the limits should hold; 0.95
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput on unequal lengths, n < 2, values that are not finite or not above 0
 *   (`non_positive`), or a level outside (0, 1)
 * @source [@bland1999] section 3.1, [@euser2008] slopes 2(eᴸ − 1)/(eᴸ + 1)
 */
export function blandAltmanLog(
  test: ArrayLike<number>,
  reference: ArrayLike<number>,
  { coverage = 0.95, level = 0.95 }: Partial<CoverageAndLevel> = {},
): BlandAltmanLog {
  checkCoverageAndLevel("blandAltmanLog", { coverage, level });
  const { n } = pairedDifferences("blandAltmanLog", test, reference);
  for (let i = 0; i < n; i++) {
    if (!(test[i]! > 0 && reference[i]! > 0)) {
      const got = `pair ${i} is (${test[i]}, ${reference[i]})`;
      throw new InvalidInput("blandAltmanLog", `needs values above 0; ${got}`, "non_positive");
    }
  }
  const logs = pairedDifferences(
    "blandAltmanLog",
    Float64Array.from(test, Math.log),
    Float64Array.from(reference, Math.log),
  );
  const { bias, lowerLimit, upperLimit } = limitsOfAgreement(logs, { coverage, level });
  return {
    method: "bland-altman-log",
    n,
    coverage,
    logBias: logs.mean,
    logSd: logs.sd,
    bias: { value: Math.exp(bias.value), ci: exponential(bias.ci) },
    lowerLimit: exponentialLimit(lowerLimit),
    upperLimit: exponentialLimit(upperLimit),
    slopes: { lower: slopeOnMean(lowerLimit.value), upper: slopeOnMean(upperLimit.value) },
    ...(logs.isConstant ? { note: "zero-variance" as const } : {}),
  };
}

/** 2(eᴸ − 1)/(eᴸ + 1), without the loss of digits near 0. */
function slopeOnMean(logLimit: number): number {
  return 2 * Math.tanh(logLimit / 2);
}

function exponential({ lower, upper, level }: Interval): Interval {
  return { lower: Math.exp(lower), upper: Math.exp(upper), level };
}

function exponentialLimit({ value, ci, intervals }: Limit): Limit {
  const { exact, approximate1999, approximate1986, moverT, moverZ } = intervals;
  return {
    value: Math.exp(value),
    ci: exponential(ci),
    intervals: {
      exact: exponential(exact),
      approximate1999: exponential(approximate1999),
      approximate1986: exponential(approximate1986),
      moverT: exponential(moverT),
      moverZ: exponential(moverZ),
    },
  };
}
