import { type ChiSquare, chiSquare } from "../chi-square.js";
import { checkRisks, countEvents } from "./outcome.js";
import { checkGroups, groupsByRisk } from "./risk-groups.js";

/** One group of like risk. */
export interface RiskGroup {
  readonly n: number;
  readonly observed: number; // events
  readonly expected: number; // sum of the risks
  readonly meanRisk: number;
}

/** The Hosmer–Lemeshow test. */
export interface HosmerLemeshow {
  readonly method: "hosmer-lemeshow";
  readonly groups: readonly RiskGroup[]; // by ascending risk
  readonly test: ChiSquare; // χ² on groups − 2 degrees of freedom
  /** The same statistic for risks of a model that was fitted elsewhere: on as many df as groups. */
  readonly external: ChiSquare;
  /** Its result depends on the groups, it has little power in small samples and finds trifles in large. */
  readonly warning: "depends-on-groups";
  /** "small-expected": some group expects fewer than 5 events or others. */
  readonly note?: "small-expected";
}

/**
 * The Hosmer–Lemeshow test in quantile groups of the risks. It is given because it is asked for:
 * `calibration` and `smoothedCalibration` say how far and where risks are off, this only whether a
 * deviation was noticed.
 *
 * Equal risks stay in one group, so that there may be fewer groups than asked for; with fewer than 3,
 * the p value is NaN.
 *
 * @param outcome - (n) 1 for the event, 0 for none
 * @param risks - (n) predicted, from 0 to 1
 * @param options.groups - quantile groups of the risks; 10
 * @throws InvalidInput (`not_binary`, `not_a_risk`, `different_lengths`, `too_few_groups`, …)
 * @source [@hosmer1980]; [@hosmer1997] its weaknesses
 */
export function hosmerLemeshow(
  outcome: ArrayLike<number>,
  risks: ArrayLike<number>,
  { groups = 10 }: { groups?: number } = {},
): HosmerLemeshow {
  const where = "hosmerLemeshow";
  countEvents(where, outcome);
  checkRisks(where, outcome, risks);
  checkGroups(where, groups, 2);
  const made = groupsByRisk(risks, groups).map((indices): RiskGroup => {
    const expected = indices.reduce((sum, i) => sum + risks[i]!, 0);
    const observed = indices.reduce((sum, i) => sum + outcome[i]!, 0);
    return { n: indices.length, observed, expected, meanRisk: expected / indices.length };
  });
  const statistic = made.reduce(
    (sum, { n, observed, expected, meanRisk }) =>
      sum + share((observed - expected) ** 2, expected * (1 - meanRisk), n),
    0,
  );
  const small = made.some(({ n, expected }) => Math.min(expected, n - expected) < 5);
  return {
    method: "hosmer-lemeshow",
    groups: made,
    test: chiSquareOn(statistic, made.length - 2),
    external: chiSquareOn(statistic, made.length),
    warning: "depends-on-groups",
    ...(small ? { note: "small-expected" as const } : {}),
  };
}

/** A group of certain risks adds nothing when they came true, else everything. */
function share(square: number, variance: number, n: number): number {
  return square <= (Number.EPSILON * n) ** 2 ? 0 : square / variance;
}

function chiSquareOn(statistic: number, df: number): ChiSquare {
  return df > 0 ? chiSquare(statistic, df) : { statistic, df, p: Number.NaN };
}
