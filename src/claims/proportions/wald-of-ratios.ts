import { holds } from "../../analysis/consistency/printed.js";
import { type Arm, type PossiblePair, parsePrintedP } from "../../analysis/index.js";
import { normalSurvival } from "../../numeric/index.js";

/** Wald's test of a ratio of two arms. */
export interface WaldOfRatio {
  readonly ratio: "odds ratio" | "risk ratio";
  readonly pair: PossiblePair;
  readonly p: number; // two-sided
}

/**
 * The pair of counts and the ratio whose Wald test, as programs print it beside an odds ratio or a
 * risk ratio and in a logistic regression, has the printed p.
 *
 * @param pairs - counts that the arms may have
 * @param printedP - "0.04" or "<0.01"
 * @returns undefined where neither has; cells of 0 have no Wald test
 */
export function waldOfRatios(
  pairs: readonly PossiblePair[],
  printedP: string,
): WaldOfRatio | undefined {
  const { bounds } = parsePrintedP(printedP);
  return pairs
    .flatMap((pair): WaldOfRatio[] => [
      { ratio: "odds ratio", pair, p: waldOfOdds(pair.first, pair.second) },
      { ratio: "risk ratio", pair, p: waldOfRisks(pair.first, pair.second) },
    ])
    .find(({ p }) => !Number.isNaN(p) && holds(bounds, p));
}

function waldOfOdds(first: Arm, second: Arm): number {
  const [a, b, c, d] = [first.count, first.n - first.count, second.count, second.n - second.count];
  if (Math.min(a, b, c, d) <= 0) return Number.NaN;
  return pOf(Math.log((a * d) / (b * c)), 1 / a + 1 / b + 1 / c + 1 / d);
}

function waldOfRisks(first: Arm, second: Arm): number {
  if (first.count === 0 || second.count === 0) return Number.NaN;
  const logRatio = Math.log(first.count / first.n / (second.count / second.n));
  return pOf(logRatio, 1 / first.count - 1 / first.n + 1 / second.count - 1 / second.n);
}

function pOf(log: number, variance: number): number {
  return variance <= 0 ? Number.NaN : 2 * normalSurvival(Math.abs(log) / Math.sqrt(variance));
}
