import { type Arm, checkArm, checkLevel } from "../arm.js";
import { type OddsRatio, oddsRatio } from "./odds-ratio.js";
import { type ProportionTestP, proportionTests } from "./proportion-tests.js";
import { type RiskDifference, riskDifference } from "./risk-difference.js";
import { type RiskRatio, riskRatio } from "./risk-ratio.js";
import { type ScoreStatistics, scoreStatistics } from "./score-statistics.js";

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
  const difference = riskDifference(first, second, { level });
  return {
    method: "two-proportions",
    first,
    second,
    difference,
    riskRatio: riskRatio(first, second, { level }),
    oddsRatio: oddsRatio(first, second, { level }),
    statistics: scoreStatistics(first, second),
    tests: proportionTests(first, second),
    numberNeeded: {
      value: 1 / difference.value,
      inverseLimits: [1 / difference.newcombe.lower, 1 / difference.newcombe.upper],
    },
  };
}
