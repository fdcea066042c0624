import {
  InvalidInput,
  normalCdf,
  normalQuantile,
  normalUpperQuantile,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { hanleyMcNeilError } from "../roc/area-intervals.js";
import {
  checkAboveZero,
  checkPlan,
  checkShare,
  checkSize,
  criticalZ,
  otherGroup,
  powerZ,
  roundedUp,
  smallestSize,
} from "./plan.js";
import type { Design } from "./power-curve.js";

/** Patients with and without the event that show an AUC other than 0.5. */
export interface AucDesign extends Design {
  readonly events: number;
  readonly nonEvents: number;
  readonly rawEvents: number;
  readonly rawNonEvents: number;
  readonly power: number;
  /** Power with so many events and non-events; without the latter, ratio times as many. */
  powerAt(events: number, nonEvents?: number): number;
}

/** Patients with and without the event for an interval of the AUC. */
export interface AucPrecision {
  readonly events: number;
  readonly nonEvents: number;
  /** Half-width with those patients. */
  readonly halfWidth: number;
}

/**
 * Sample size of the test that an area under the ROC curve differs from 0.5, from the variance of
 * a binormal curve with equal standard deviations.
 *
 * The variance is as Obuchowski printed it, with its rounded constants, and as pROC has it. It
 * leaves out the covariance of the curve's two parameters, so it is a little too large.
 *
 * @param auc - expected area
 * @param options.alpha - chance of a false alarm; 0.05
 * @param options.power - chance asked for of finding the difference; 0.8
 * @param options.sides - 1 or 2; 2
 * @param options.ratio - non-events over events; 1
 * @throws InvalidInput when the area is 0.5 or not between 0 and 1, or the ratio not above 0
 * @source [@obuchowski2004]
 */
export function aucDesign(
  auc: number,
  {
    alpha = 0.05,
    power = 0.8,
    sides = 2,
    ratio = 1,
  }: { alpha?: number; power?: number; sides?: 1 | 2; ratio?: number } = {},
): AucDesign {
  const where = "aucDesign";
  const plan = { alpha, power, sides };
  checkShare(where, "auc", auc);
  if (auc === 0.5) {
    throw new InvalidInput(where, "needs an auc other than 0.5; got 0.5", "no_effect");
  }
  checkAboveZero(where, "ratio", ratio);
  checkPlan(where, plan);
  const [za, zb] = [criticalZ(plan), powerZ(plan)];
  const delta = Math.abs(auc - 0.5);
  const spread = (k: number): number => za * Math.sqrt(binormalVariance(0.5, k));
  const rawEvents = ((spread(ratio) + zb * Math.sqrt(binormalVariance(auc, ratio))) / delta) ** 2;
  const rawNonEvents = ratio * rawEvents;
  const powerAt = (events: number, nonEvents = otherGroup(events, ratio)): number => {
    checkSize(where, events, 1);
    checkSize(where, nonEvents, 1);
    const k = nonEvents / events;
    return normalCdf((Math.sqrt(events) * delta - spread(k)) / Math.sqrt(binormalVariance(auc, k)));
  };
  const [events, nonEvents] = [roundedUp(where, rawEvents), roundedUp(where, rawNonEvents)];
  return {
    name: "test of an AUC",
    events,
    nonEvents,
    rawEvents,
    rawNonEvents,
    power: powerAt(events, nonEvents),
    powerAt,
  };
}

/**
 * Patients with and without the event for an interval of the AUC of given half-width, by the
 * standard error of Hanley and McNeil.
 *
 * @param auc - expected area
 * @param halfWidth - of the interval
 * @param options.level - confidence level of the interval; 0.95
 * @param options.ratio - non-events over events; 1
 * @throws InvalidInput when the area or the half-width is not between 0 and 1
 * @source [@hanley1982]
 */
export function aucPrecision(
  auc: number,
  halfWidth: number,
  { level = 0.95, ratio = 1 }: { level?: number; ratio?: number } = {},
): AucPrecision {
  const where = "aucPrecision";
  checkShare(where, "auc", auc);
  checkShare(where, "half-width", halfWidth);
  checkAboveZero(where, "ratio", ratio);
  checkLevel(where, level);
  const z = normalUpperQuantile((1 - level) / 2);
  const achieved = (n: number): number => z * hanleyMcNeilError(auc, n, otherGroup(n, ratio));
  // n·SE² tends to this as the groups grow: a size to begin with.
  const limit = hanleyMcNeilError(auc, 1e9, ratio * 1e9) * Math.sqrt(1e9);
  const near = ((z * limit) / halfWidth) ** 2;
  const events = smallestSize(where, (n) => -achieved(n), -halfWidth, { least: 1, near });
  return { events, nonEvents: otherGroup(events, ratio), halfWidth: achieved(events) };
}

// biome-ignore lint/suspicious/noApproximativeNumericConstant: as printed, and as pROC has it
const ROOT_TWO = 1.414; // [@obuchowski2004]
const SCALE = 0.0099; // [@obuchowski2004] 1/(32π)

/** Variance of √events times the estimated area; k non-events for each event. */
function binormalVariance(auc: number, k: number): number {
  const a2 = (ROOT_TWO * normalQuantile(auc)) ** 2;
  return SCALE * Math.exp(-a2 / 2) * (5 * a2 + 8 + (a2 + 8) / k);
}
