import { midRanks, tTwoSided, tUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkColumn } from "../columns.js";
import type { Interval } from "../estimate.js";
import { aroundOnLogit, newcombeInterval } from "../roc/area-intervals.js";
import { welchDf } from "./t-tests.js";

/** The chance that a value of the first group exceeds one of the second, ties counted half. */
export interface ProbabilityOfSuperiority {
  readonly method: "probability-of-superiority";
  readonly value: number;
  readonly newcombe: Interval; // pseudo-score; defined also when the groups do not overlap
  readonly logit: Interval; // Brunner and Munzel's standard error on the logit
  readonly wald: Interval; // the same on the plain scale; may leave [0, 1]
  readonly cliffDelta: { readonly value: number; readonly newcombe: Interval }; // 2 value − 1
  readonly brunnerMunzel: {
    readonly statistic: number; // of value − ½
    readonly df: number;
    readonly p: number; // two-sided
  };
  /**
   * "no-variance": the groups do not overlap, or a group has a single value; test, logit and Wald
   * intervals read NaN.
   */
  readonly note?: "no-variance";
}

/**
 * The effect size of the test of Mann and Whitney, with intervals and the test of Brunner and
 * Munzel, which does not suppose that the groups are alike but for a shift.
 *
 * @param first - (n1) values of the first group
 * @param second - (n2) values of the second group, same unit
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput when a group is empty or a value is not finite
 * @source [@brunner2000]; [@newcombe2006] method 5; [@cliff1993] delta
 */
export function probabilityOfSuperiority(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): ProbabilityOfSuperiority {
  checkColumn("probabilityOfSuperiority", "values of the first group", first);
  checkColumn("probabilityOfSuperiority", "values of the second group", second);
  checkLevel("probabilityOfSuperiority", level);
  const [n1, n2] = [first.length, second.length];
  const pooled = midRanks([...Array.from(first), ...Array.from(second)]);
  const wins1 = winsOf(pooled.subarray(0, n1), first);
  const wins2 = winsOf(pooled.subarray(n1), second);
  const value = meanOf(wins1) / n2;
  const se1 = Math.sqrt(varianceOf(wins1) / n1) / n2;
  const se2 = Math.sqrt(varianceOf(wins2) / n2) / n1;
  const standardError = Math.hypot(se1, se2);
  const newcombe = newcombeInterval(sumOf(wins1), n1, n2, level);
  const common = {
    method: "probability-of-superiority",
    value,
    newcombe,
    cliffDelta: {
      value: 2 * value - 1,
      newcombe: { lower: 2 * newcombe.lower - 1, upper: 2 * newcombe.upper - 1, level },
    },
  } as const;
  if (!(standardError > 0)) {
    const none = { lower: Number.NaN, upper: Number.NaN, level };
    const noTest = { statistic: Number.NaN, df: Number.NaN, p: Number.NaN };
    return { ...common, logit: none, wald: none, brunnerMunzel: noTest, note: "no-variance" };
  }
  const df = welchDf(se1, n1, se2, n2);
  const reach = tUpperQuantile((1 - level) / 2, df) * standardError;
  const statistic = (value - 0.5) / standardError;
  return {
    ...common,
    logit: aroundOnLogit(value, reach, level),
    wald: { lower: value - reach, upper: value + reach, level },
    brunnerMunzel: { statistic, df, p: tTwoSided(statistic, df) },
  };
}

/** How many values of the other group each value exceeds, ties counted half. */
function winsOf(pooledRanks: Float64Array, values: ArrayLike<number>): Float64Array {
  const own = midRanks(values);
  return pooledRanks.map((rank, i) => rank - own[i]!);
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function meanOf(values: Float64Array): number {
  return sumOf(values) / values.length;
}

function varianceOf(values: Float64Array): number {
  const centre = meanOf(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}
