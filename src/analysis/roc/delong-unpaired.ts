import { normalSurvival, tTwoSided, tUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { Estimate } from "../estimate.js";
import { areaVariance } from "./area-variance.js";
import type { AreaWithVariance } from "./delong-test.js";
import { checkScored, type Direction } from "./scored.js";
import { tally } from "./tally.js";

/** A sample of subjects with one marker. */
export interface RocSample {
  readonly scores: ArrayLike<number>;
  readonly events: ArrayLike<number | boolean>;
  readonly direction: Direction;
}

/** A comparison of two areas on different subjects; differences are first − second. */
export interface DeLongUnpairedTest {
  readonly method: "delong-unpaired";
  readonly first: AreaWithVariance;
  readonly second: AreaWithVariance;
  readonly difference: Estimate; // interval by t
  readonly standardError: number;
  readonly t: number;
  readonly df: number;
  readonly p: number; // two-sided, by t
  readonly pNormal: number; // two-sided, by the normal distribution
  /**
   * "one-of-a-class": a single event or non-event in a sample, so its variance is not defined.
   * "zero-variance": both variances are 0. Either way t, df and p read NaN.
   */
  readonly note?: "one-of-a-class" | "zero-variance";
}

/**
 * DeLong's test of two areas under ROC curves on different subjects, with Satterthwaite's degrees
 * of freedom from the sizes of the two samples, as pROC has it.
 *
 * @param first - { scores (n₁), events (n₁), direction }
 * @param second - { scores (n₂), events (n₂), direction }
 * @param options.level - confidence level of the interval of the difference; 0.95
 * @throws InvalidInput as `areaUnderCurve`
 * @source [@delong1988]; [@satterthwaite1946] degrees of freedom; [@robin2011]
 */
export function deLongUnpairedTest(
  first: RocSample,
  second: RocSample,
  { level = 0.95 }: { level?: number } = {},
): DeLongUnpairedTest {
  const where = "deLongUnpairedTest";
  const one = sampleArea(where, first);
  const two = sampleArea(where, second);
  checkLevel(where, level);
  const value = one.area - two.area;
  const variance = one.variance + two.variance;
  const standardError = Math.sqrt(variance);
  const t = standardError > 0 ? value / standardError : Number.NaN;
  const shares = [one.variance / variance, two.variance / variance] as const;
  const df = 1 / (shares[0] ** 2 / (one.n - 1) + shares[1] ** 2 / (two.n - 1));
  const reach =
    standardError > 0 ? tUpperQuantile((1 - level) / 2, df) * standardError : Number.NaN;
  return {
    method: "delong-unpaired",
    first: { value: one.area, variance: one.variance },
    second: { value: two.area, variance: two.variance },
    difference: { value, ci: { lower: value - reach, upper: value + reach, level } },
    standardError,
    t,
    df,
    p: standardError > 0 ? tTwoSided(t, df) : Number.NaN,
    pNormal: 2 * normalSurvival(Math.abs(t)),
    ...(standardError > 0
      ? {}
      : { note: standardError === 0 ? "zero-variance" : "one-of-a-class" }),
  };
}

interface SampleArea {
  readonly area: number;
  readonly variance: number;
  readonly n: number;
}

function sampleArea(where: string, sample: RocSample): SampleArea {
  const { scores, events, direction } = sample ?? {};
  const scored = checkScored(where, scores, events, direction);
  const { area, variance } = areaVariance(tally(scored));
  return { area, variance, n: scored.oriented.length };
}
