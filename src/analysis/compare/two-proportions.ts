import { type Arm, checkArm, checkLevel } from "../arm.js";
import type { Estimate, Interval } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";
import { fisherTest } from "./fisher-test.js";
import { newcombeContinuityDifference, newcombeDifference } from "./newcombe.js";
import { type ProportionTestP, proportionTests } from "./proportion-tests.js";
import { differenceIntervals, ratioIntervals } from "./score-intervals.js";
import { type ScoreStatistics, scoreStatistics } from "./score-statistics.js";

/** Difference of two chances, first − second, with its intervals. */
export interface RiskDifference {
  readonly value: number;
  readonly standardError: number; // Wald's
  readonly newcombe: Interval; // method 10
  readonly newcombeContinuity: Interval; // method 11
  readonly mee: Interval;
  readonly miettinenNurminen: Interval;
  readonly agrestiCaffo: Interval;
  readonly wald: Interval; // for comparison
}

/** Ratio of two chances, first/second, with its intervals. */
export interface RiskRatio {
  readonly value: number; // NaN when neither arm has a success
  readonly seLog: number; // NaN, with `katz`, when one arm has no success
  readonly katz: Interval;
  readonly koopman: Interval;
  readonly miettinenNurminen: Interval;
}

/** Ratio of two odds, first/second, with its intervals. */
export interface OddsRatio {
  readonly value: number; // NaN when both arms have no success, or no failure
  readonly seLog: number; // NaN, with `woolf`, when a cell is 0
  readonly woolf: Interval;
  readonly haldane: Estimate; // ½ added to every cell
  readonly conditional: Estimate; // conditional maximum likelihood, exact interval
  readonly conditionalMidP: Interval;
}

/** Patients to treat for one success more: 1/difference, with Newcombe's limits inverted. */
export interface NumberNeededToTreat {
  readonly value: number; // Infinity without a difference
  /**
   * 1/lower and 1/upper limit of the difference. When the limits of the difference differ in sign
   * the interval runs through infinity: from the first outwards and back to the second.
   */
  readonly inverseLimits: readonly [number, number];
}

/** Two independent proportions compared by every usual measure and test. */
export interface TwoProportions {
  readonly method: "two-proportions";
  readonly first: Arm;
  readonly second: Arm;
  readonly difference: RiskDifference;
  readonly riskRatio: RiskRatio;
  readonly oddsRatio: OddsRatio;
  readonly statistics: ScoreStatistics;
  readonly tests: readonly ProportionTestP[];
  readonly numberNeeded: NumberNeededToTreat;
}

/**
 * Compares two independent proportions.
 *
 * @param first - first arm
 * @param second - second arm; differences and ratios are first against second
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput when an arm is empty, a count is outside it or the level outside (0, 1)
 * @source [@newcombe1998independent]; [@mee1984]; [@miettinen1985]; [@agresti2000]; [@katz1978];
 *   [@koopman1984]; [@woolf1955]
 */
export function twoProportions(
  first: Arm,
  second: Arm,
  { level = 0.95 }: { level?: number } = {},
): TwoProportions {
  checkArm("twoProportions", first);
  checkArm("twoProportions", second);
  checkLevel("twoProportions", level);
  const difference = riskDifference(first, second, level);
  return {
    method: "two-proportions",
    first,
    second,
    difference,
    riskRatio: riskRatio(first, second, level),
    oddsRatio: oddsRatio(first, second, level),
    statistics: scoreStatistics(first, second),
    tests: proportionTests(first, second),
    numberNeeded: {
      value: 1 / difference.value,
      inverseLimits: [1 / difference.newcombe.lower, 1 / difference.newcombe.upper],
    },
  };
}

function riskDifference(first: Arm, second: Arm, level: number): RiskDifference {
  const newcombe = newcombeDifference(first, second, level);
  const score = differenceIntervals(first, second, level);
  const wald = waldDifference(first, second, level);
  const oneMore = (arm: Arm): Arm => ({ count: arm.count + 1, n: arm.n + 2 });
  return {
    value: newcombe.value,
    standardError: wald.standardError,
    newcombe: newcombe.ci,
    newcombeContinuity: newcombeContinuityDifference(first, second, level).ci,
    mee: score.plain,
    miettinenNurminen: score.corrected,
    agrestiCaffo: waldDifference(oneMore(first), oneMore(second), level).ci,
    wald: wald.ci,
  };
}

function waldDifference(
  first: Arm,
  second: Arm,
  level: number,
): { standardError: number; ci: Interval } {
  const part = ({ count, n }: Arm): number => (count * (n - count)) / n ** 3;
  const standardError = Math.sqrt(part(first) + part(second));
  const value = first.count / first.n - second.count / second.n;
  const reach = criticalZ(level) * standardError;
  return { standardError, ci: { lower: value - reach, upper: value + reach, level } };
}

function riskRatio(first: Arm, second: Arm, level: number): RiskRatio {
  const score = ratioIntervals(first, second, level);
  const value = first.count / first.n / (second.count / second.n);
  const seLog = Math.sqrt(1 / first.count - 1 / first.n + (1 / second.count - 1 / second.n));
  return {
    value,
    ...onLogScale(value, seLog, level, "katz"),
    koopman: score.plain,
    miettinenNurminen: score.corrected,
  };
}

function oddsRatio(first: Arm, second: Arm, level: number): OddsRatio {
  const [a, b, c, d] = [
    first.count,
    first.n - first.count,
    second.count,
    second.n - second.count,
  ] as const;
  const odds = (add: number): number => ((a + add) * (d + add)) / ((b + add) * (c + add));
  const se = (add: number): number =>
    Math.sqrt(1 / (a + add) + 1 / (b + add) + 1 / (c + add) + 1 / (d + add));
  const fisher = fisherTest(
    [
      [a, b],
      [c, d],
    ],
    { level },
  );
  return {
    value: odds(0),
    ...onLogScale(odds(0), se(0), level, "woolf"),
    haldane: { value: odds(0.5), ci: onLogScale(odds(0.5), se(0.5), level, "ci").ci },
    conditional: fisher.oddsRatio,
    conditionalMidP: fisher.midPInterval,
  };
}

/** Standard error and interval of a ratio on the log scale; NaN for 0, Infinity and NaN. */
function onLogScale<Name extends string>(
  value: number,
  se: number,
  level: number,
  name: Name,
): { seLog: number } & Record<Name, Interval> {
  const seLog = value > 0 && Number.isFinite(value) ? se : Number.NaN;
  const reach = Math.exp(criticalZ(level) * seLog);
  const interval = { lower: value / reach, upper: value * reach, level };
  return { seLog, [name]: interval } as { seLog: number } & Record<Name, Interval>;
}
