import { type Arm, checkArm, checkLevel } from "../arm.js";
import type { Estimate, Interval } from "../estimate.js";
import { fisherTest } from "./fisher-test.js";
import { onLogScale } from "./log-scale.js";

/** Ratio of two odds, first/second, with its intervals. */
export interface OddsRatio {
  readonly value: number; // NaN when both arms have no success, or no failure
  readonly seLog: number; // NaN, with `woolf`, when a cell is 0
  readonly woolf: Interval;
  readonly haldane: Estimate; // ½ added to every cell
  readonly conditional: Estimate; // conditional maximum likelihood, exact interval
  readonly conditionalMidP: Interval;
}

/**
 * The ratio of two odds with every usual interval.
 *
 * @param first - first arm
 * @param second - second arm
 * @param options.level - confidence level of every interval; 0.95
 * @throws InvalidInput when an arm is empty, a count is outside it or the level outside (0, 1)
 * @source [@woolf1955]; [@haldane1956]; [@agresti2002] the conditional odds ratio
 */
export function oddsRatio(
  first: Arm,
  second: Arm,
  { level = 0.95 }: { level?: number } = {},
): OddsRatio {
  checkArm("oddsRatio", first);
  checkArm("oddsRatio", second);
  checkLevel("oddsRatio", level);
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
