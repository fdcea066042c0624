import {
  bivariateNormalCdf,
  InvalidInput,
  normalCdf,
  normalDensity,
  normalQuantile,
} from "../../numeric/index.js";
import { shown } from "../columns.js";
import {
  checkAboveZero,
  checkPlan,
  checkSize,
  criticalZ,
  otherGroup,
  powerZ,
  roundedUp,
} from "./plan.js";
import type { Design } from "./power-curve.js";

/** A binormal ROC curve, Φ(a + b Φ⁻¹(false positive rate)). */
export interface BinormalParameters {
  /** (mean of events − mean of non-events)/SD of events. */
  readonly a: number;
  /** SD of non-events/SD of events, above 0. */
  readonly b: number;
}

/** Correlations of the two scores of a patient. */
export interface ScoreCorrelations {
  readonly events: number;
  readonly nonEvents: number;
}

/** Patients with and without the event that tell two AUCs of the same patients apart. */
export interface PairedAucDesign extends Design {
  readonly events: number;
  readonly nonEvents: number;
  readonly rawEvents: number;
  readonly rawNonEvents: number;
  /** First area minus second, partial areas when a range is given. */
  readonly delta: number;
  readonly power: number;
  /** Power with so many events and non-events; without the latter, ratio times as many. */
  powerAt(events: number, nonEvents?: number): number;
}

const WHERE = "pairedAucDesign";

/**
 * Sample size of a comparison of two areas, or partial areas, under ROC curves of the same
 * patients, from their binormal parameters. Under the null hypothesis both curves are as the first.
 *
 * The variances leave out the covariance of a curve's two parameters, as Obuchowski and McClish
 * and pROC do, while the covariance of the curves has it.
 *
 * @param first - parameters of the first curve
 * @param second - parameters of the second
 * @param correlations - of the two scores among events and among non-events
 * @param options.alpha - chance of a false alarm; 0.05
 * @param options.power - chance asked for of finding the difference; 0.8
 * @param options.sides - 1 or 2; 2
 * @param options.ratio - non-events over events; 1
 * @param options.range - [from, to] false positive rates of the partial area; [0, 1]
 * @throws InvalidInput when b is not above 0, a correlation not from −1 to 1, the areas equal, or
 *   the scores so alike that their difference has no variance
 * @source [@obuchowski1997binormal]
 */
export function pairedAucDesign(
  first: BinormalParameters,
  second: BinormalParameters,
  correlations: ScoreCorrelations,
  {
    alpha = 0.05,
    power = 0.8,
    sides = 2,
    ratio = 1,
    range = [0, 1],
  }: {
    alpha?: number;
    power?: number;
    sides?: 1 | 2;
    ratio?: number;
    range?: readonly [number, number];
  } = {},
): PairedAucDesign {
  const plan = { alpha, power, sides };
  for (const curve of [first, second]) checkCurve(curve);
  checkCorrelations(correlations);
  checkRange(range);
  checkAboveZero(WHERE, "ratio", ratio);
  checkPlan(WHERE, plan);
  const delta = partialArea(first, range) - partialArea(second, range);
  if (delta === 0) {
    throw new InvalidInput(WHERE, "needs areas that differ; got equal ones", "no_effect");
  }
  const [za, zb] = [criticalZ(plan), powerZ(plan)];
  const slopes = [slopesOfArea(first, range), slopesOfArea(second, range)] as const;
  const spreads = (k: number): { underNull: number; underEffect: number } => {
    const variances = [variance(first, slopes[0], k), variance(second, slopes[1], k)] as const;
    const shared = covariance(first, second, slopes, correlations, k);
    const underNull = Math.sqrt(2 * variances[0] - 2 * shared);
    const underEffect = Math.sqrt(variances[0] + variances[1] - 2 * shared);
    if (!(underNull > 0 && underEffect > 0)) {
      const rule = "needs areas whose difference varies; got curves too alike and correlated";
      throw new InvalidInput(WHERE, rule, "zero_variance");
    }
    return { underNull, underEffect };
  };
  const planned = spreads(ratio);
  const rawEvents = ((za * planned.underNull + zb * planned.underEffect) / delta) ** 2;
  const rawNonEvents = ratio * rawEvents;
  const powerAt = (events: number, nonEvents = otherGroup(events, ratio)): number => {
    checkSize(WHERE, events, 1);
    checkSize(WHERE, nonEvents, 1);
    const { underNull, underEffect } = spreads(nonEvents / events);
    return normalCdf((Math.sqrt(events) * Math.abs(delta) - za * underNull) / underEffect);
  };
  const [events, nonEvents] = [roundedUp(WHERE, rawEvents), roundedUp(WHERE, rawNonEvents)];
  return {
    name: "test of two paired AUCs",
    events,
    nonEvents,
    rawEvents,
    rawNonEvents,
    delta,
    power: powerAt(events, nonEvents),
    powerAt,
  };
}

/** Area between two false positive rates: a bivariate normal chance. */
function partialArea({ a, b }: BinormalParameters, [from, to]: readonly [number, number]): number {
  const norm = Math.hypot(1, b);
  if (from === 0 && to === 1) return normalCdf(a / norm);
  const upTo = (rate: number): number =>
    bivariateNormalCdf(a / norm, normalQuantile(rate), -b / norm);
  return upTo(to) - upTo(from);
}

/** Derivatives of the area in a and in b. */
interface Slopes {
  readonly inA: number;
  readonly inB: number;
}

/** ∫ φ(a + bz) φ(z) dz and ∫ z φ(a + bz) φ(z) dz over the range, by completing the square. */
function slopesOfArea({ a, b }: BinormalParameters, range: readonly [number, number]): Slopes {
  const norm = Math.hypot(1, b);
  const centre = (-a * b) / norm ** 2;
  const [lower, upper] = range.map((rate) => (normalQuantile(rate) - centre) * norm);
  const scale = normalDensity(a / norm) / norm;
  const inside = normalCdf(upper!) - normalCdf(lower!);
  const lean = (normalDensity(lower!) - normalDensity(upper!)) / norm;
  return { inA: scale * inside, inB: scale * (centre * inside + lean) };
}

/** Variance of √events times an estimated area; k non-events for each event. */
function variance({ a, b }: BinormalParameters, { inA, inB }: Slopes, k: number): number {
  return inA ** 2 * (1 + b ** 2 / k + a ** 2 / 2) + (inB ** 2 * b ** 2 * (1 + k)) / (2 * k);
}

/** Covariance of the two, in the same measure. */
function covariance(
  first: BinormalParameters,
  second: BinormalParameters,
  [one, two]: readonly [Slopes, Slopes],
  { events, nonEvents }: ScoreCorrelations,
  k: number,
): number {
  const bb = first.b * second.b;
  const aa = events + (nonEvents * bb) / k + (events ** 2 * first.a * second.a) / 2;
  const spread = (bb * (nonEvents ** 2 + k * events ** 2)) / (2 * k);
  const mixed = one.inA * two.inB * first.a * second.b + two.inA * one.inB * second.a * first.b;
  return one.inA * two.inA * aa + one.inB * two.inB * spread + (mixed * events ** 2) / 2;
}

function checkCurve({ a, b }: BinormalParameters): void {
  if (!Number.isFinite(a)) {
    throw new InvalidInput(WHERE, `needs a finite a; got ${shown(a)}`, "not_finite");
  }
  checkAboveZero(WHERE, "b", b);
}

function checkCorrelations({ events, nonEvents }: ScoreCorrelations): void {
  for (const r of [events, nonEvents]) {
    if (typeof r !== "number" || !(r >= -1 && r <= 1)) {
      const rule = `needs correlations from -1 to 1; got ${shown(r)}`;
      throw new InvalidInput(WHERE, rule, "correlation");
    }
  }
}

function checkRange(range: readonly [number, number]): void {
  const [from, to] = Array.isArray(range) && range.length === 2 ? range : [Number.NaN, Number.NaN];
  const numbers = typeof from === "number" && typeof to === "number";
  if (!numbers || !(from >= 0 && from < to && to <= 1)) {
    const rule = `needs a range from and to, within 0 and 1; got ${shown(range)}`;
    throw new InvalidInput(WHERE, rule, "range");
  }
}
