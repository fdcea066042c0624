import { normalSurvival } from "../../numeric/index.js";
import { checkRisks, countEvents } from "./outcome.js";
import { checkGroups, groupsByRisk } from "./risk-groups.js";

/** Spiegelhalter's test that risks are calibrated. */
export interface SpiegelhalterTest {
  readonly z: number;
  readonly p: number; // two-sided
}

/** The parts of Brier's score: brier = reliability − resolution + uncertainty + withinVariance − withinCovariance. */
export interface BrierDecomposition {
  readonly method: "brier-decomposition";
  readonly n: number;
  readonly groups: number; // as many as the risks allow
  readonly brier: number;
  readonly reliability: number; // distance of mean risk and share of events; 0 is best
  readonly resolution: number; // how far groups differ in their share of events; large is good
  readonly uncertainty: number; // share of events × share of others
  /** Spread of the risks within groups, and twice their covariance with the outcome. */
  readonly withinVariance: number;
  readonly withinCovariance: number;
}

/**
 * Murphy's decomposition of Brier's score in groups of like risk, with the two parts that make it add
 * up when risks differ within a group.
 *
 * @param outcome - (n) 1 for the event, 0 for none
 * @param risks - (n) predicted, from 0 to 1
 * @param options.groups - quantile groups of the risks; 10
 * @throws InvalidInput (`not_binary`, `not_a_risk`, `different_lengths`, `too_few_groups`, …)
 * @source [@murphy1973]; [@stephenson2008] the parts within groups
 */
export function brierDecomposition(
  outcome: ArrayLike<number>,
  risks: ArrayLike<number>,
  { groups = 10 }: { groups?: number } = {},
): BrierDecomposition {
  const where = "brierDecomposition";
  const events = countEvents(where, outcome);
  checkRisks(where, outcome, risks);
  checkGroups(where, groups, 1);
  const n = outcome.length;
  const share = events / n;
  const members = groupsByRisk(risks, groups);
  let [reliability, resolution, withinVariance, withinCovariance] = [0, 0, 0, 0];
  for (const indices of members) {
    const size = indices.length;
    const meanRisk = indices.reduce((sum, i) => sum + risks[i]!, 0) / size;
    const rate = indices.reduce((sum, i) => sum + outcome[i]!, 0) / size;
    reliability += (size / n) * (meanRisk - rate) ** 2;
    resolution += (size / n) * (rate - share) ** 2;
    for (const i of indices) {
      withinVariance += (risks[i]! - meanRisk) ** 2 / n;
      withinCovariance += (2 * (risks[i]! - meanRisk) * (outcome[i]! - rate)) / n;
    }
  }
  return {
    method: "brier-decomposition",
    n,
    groups: members.length,
    brier: brierOf(outcome, risks),
    reliability,
    resolution,
    uncertainty: share * (1 - share),
    withinVariance,
    withinCovariance,
  };
}

/** Mean squared distance of risk and outcome. */
export function brierOf(outcome: ArrayLike<number>, risks: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < risks.length; i++) sum += (risks[i]! - outcome[i]!) ** 2;
  return sum / risks.length;
}

/** Mean negative log-likelihood; a certain risk that came true adds nothing. */
export function logLossOf(outcome: ArrayLike<number>, risks: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < risks.length; i++) {
    sum -= outcome[i] === 1 ? Math.log(risks[i]!) : Math.log1p(-risks[i]!);
  }
  return sum / risks.length;
}

/** Brier's score against what it should be if the risks were true; NaN when all risks are 0, ½ or 1. */
export function spiegelhalterTest(
  outcome: ArrayLike<number>,
  risks: ArrayLike<number>,
): SpiegelhalterTest {
  let [sum, variance] = [0, 0];
  for (let i = 0; i < risks.length; i++) {
    const p = risks[i]!;
    sum += (outcome[i]! - p) * (1 - 2 * p);
    variance += (1 - 2 * p) ** 2 * p * (1 - p);
  }
  const z = variance > 0 ? sum / Math.sqrt(variance) : Number.NaN;
  return { z, p: 2 * normalSurvival(Math.abs(z)) };
}
