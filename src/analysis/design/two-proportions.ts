import { InvalidInput, normalCdf } from "../../numeric/index.js";
import { shown } from "../columns.js";
import type { RoundedSize } from "./accuracy-precision.js";
import { fisherPower } from "./fisher-power.js";
import {
  checkAboveZero,
  checkPlan,
  checkSize,
  criticalZ,
  firstSize,
  otherGroup,
  type Plan,
  powerZ,
  roundedUp,
} from "./plan.js";
import type { Design } from "./power-curve.js";
import { shiftFor } from "./z-power.js";

/** Sizes of two independent groups whose proportions a z (chi-square) test compares. */
export interface TwoProportionsDesign extends Design {
  /** Sizes for the test with the pooled variance under the null hypothesis. */
  readonly n1: number;
  readonly n2: number;
  /** Of the first group before rounding, the second being `ratio` times as large. */
  readonly raw: number;
  readonly power: number;
  /** Fleiss's size of the first group for the test with Yates's correction, near that of Fisher's exact test. */
  readonly continuityCorrected: RoundedSize;
  /** For the test of the arcsine-transformed proportions (Cohen's h). */
  readonly arcsine: RoundedSize;
  /** For the test with the unpooled variance. */
  readonly unpooled: RoundedSize;
  /** Size of Cohen's h, |2 asin √p₁ − 2 asin √p₂|. */
  readonly effectH: number;
  /** Exact power of Fisher's test with n patients in the first group. */
  fisherPowerAt(n: number): number;
}

/** Sizes of two independent groups whose proportions Fisher's exact test compares. */
export interface FisherDesign extends Design {
  readonly n1: number;
  readonly n2: number;
  readonly power: number;
}

const MOST_PATIENTS = 10_000; // in the first group, where the search takes seconds

/**
 * Sample size of a comparison of two independent proportions.
 *
 * @param p1 - expected proportion of the first group
 * @param p2 - expected proportion of the second
 * @param options.alpha - chance of a false alarm; 0.05
 * @param options.power - chance asked for of finding the difference; 0.8
 * @param options.sides - 1 or 2; 2
 * @param options.ratio - size of the second group over that of the first; 1
 * @throws InvalidInput when the proportions are equal or not between 0 and 1
 * @source [@fleiss1980] pooled and corrected, [@cohen1988] arcsine
 */
export function twoProportionsDesign(
  p1: number,
  p2: number,
  {
    alpha = 0.05,
    power = 0.8,
    sides = 2,
    ratio = 1,
  }: { alpha?: number; power?: number; sides?: 1 | 2; ratio?: number } = {},
): TwoProportionsDesign {
  const where = "twoProportionsDesign";
  const plan = { alpha, power, sides };
  check(where, p1, p2, ratio, plan);
  const [za, zb] = [criticalZ(plan), powerZ(plan)];
  const delta = Math.abs(p1 - p2);
  const raw = pooledSize(p1, p2, ratio, plan);
  const effectH = 2 * Math.abs(Math.asin(Math.sqrt(p1)) - Math.asin(Math.sqrt(p2)));
  const { unpooled } = spreads(p1, p2, ratio);
  const powerAt = (n: number): number => {
    checkSize(where, n, 1);
    const spread = spreads(p1, p2, otherGroup(n, ratio) / n);
    return normalCdf((Math.sqrt(n) * delta - za * spread.pooled) / spread.unpooled);
  };
  const n1 = roundedUp(where, raw);
  return {
    name: "test of two proportions",
    n1,
    n2: otherGroup(n1, ratio),
    raw,
    power: powerAt(n1),
    continuityCorrected: firstGroup(correctedSize(raw, delta, ratio)),
    arcsine: firstGroup((1 + 1 / ratio) * (shiftFor(plan) / effectH) ** 2),
    unpooled: firstGroup(((za + zb) * (unpooled / delta)) ** 2),
    effectH,
    powerAt,
    fisherPowerAt: fisherPowerOf(where, p1, p2, ratio, { alpha, sides }),
  };
}

/**
 * Sample size of a comparison of two independent proportions by Fisher's exact test, by its exact
 * power over every table. The power falls between the steps of the test, so a few sizes above n1
 * may have a little less than the target.
 *
 * @param p1 - expected proportion of the first group
 * @param p2 - expected proportion of the second
 * @param options.alpha - chance of a false alarm; 0.05
 * @param options.power - chance asked for of finding the difference; 0.8
 * @param options.sides - 1 or 2; 2
 * @param options.ratio - size of the second group over that of the first; 1
 * @throws InvalidInput when the proportions are equal, not between 0 and 1, or so close that the
 *   first group needs more than 10,000 patients
 * @source [@fisher1935]
 */
export function fisherDesign(
  p1: number,
  p2: number,
  {
    alpha = 0.05,
    power = 0.8,
    sides = 2,
    ratio = 1,
  }: { alpha?: number; power?: number; sides?: 1 | 2; ratio?: number } = {},
): FisherDesign {
  const where = "fisherDesign";
  const plan = { alpha, power, sides };
  check(where, p1, p2, ratio, plan);
  const near = correctedSize(pooledSize(p1, p2, ratio, plan), Math.abs(p1 - p2), ratio);
  if (near > MOST_PATIENTS) {
    const rule = "needs proportions that 10,000 patients can tell apart";
    throw new InvalidInput(where, `${rule}; got ${p1} and ${p2}`, "effect_too_small");
  }
  const powerAt = fisherPowerOf(where, p1, p2, ratio, { alpha, sides });
  const n1 = firstSize(where, powerAt, power, { least: 1, near });
  const n2 = otherGroup(n1, ratio);
  return { name: "Fisher's exact test", n1, n2, power: powerAt(n1), powerAt };
}

/** Exact power of Fisher's test by the size of the first group. */
function fisherPowerOf(
  where: string,
  p1: number,
  p2: number,
  ratio: number,
  test: Pick<Plan, "alpha" | "sides">,
): (n: number) => number {
  return (n) => {
    checkSize(where, n, 1);
    return fisherPower({ n1: n, n2: otherGroup(n, ratio), p1, p2 }, test);
  };
}

/** Size of the first group for the z test with the pooled variance. */
function pooledSize(p1: number, p2: number, ratio: number, plan: Plan): number {
  const { pooled, unpooled } = spreads(p1, p2, ratio);
  return ((criticalZ(plan) * pooled + powerZ(plan) * unpooled) / (p1 - p2)) ** 2;
}

/** Fleiss's correction of a size for Yates's continuity. */
function correctedSize(raw: number, delta: number, ratio: number): number {
  return (raw / 4) * (1 + Math.sqrt(1 + (2 * (1 + 1 / ratio)) / (raw * delta))) ** 2;
}

/** √n₁ times the standard errors of the difference, with and without the null hypothesis. */
function spreads(p1: number, p2: number, ratio: number): { pooled: number; unpooled: number } {
  const mean = (p1 + ratio * p2) / (1 + ratio);
  return {
    pooled: Math.sqrt((1 + 1 / ratio) * mean * (1 - mean)),
    unpooled: Math.sqrt(p1 * (1 - p1) + (p2 * (1 - p2)) / ratio),
  };
}

function firstGroup(raw: number): RoundedSize {
  return { n: Math.ceil(raw), raw };
}

function check(where: string, p1: number, p2: number, ratio: number, plan: Plan): void {
  for (const p of [p1, p2]) {
    if (typeof p !== "number" || !(p >= 0 && p <= 1)) {
      const rule = `needs proportions between 0 and 1; got ${shown(p)}`;
      throw new InvalidInput(where, rule, "not_a_proportion");
    }
  }
  if (p1 === p2) {
    throw new InvalidInput(where, `needs proportions that differ; got ${p1} twice`, "no_effect");
  }
  checkAboveZero(where, "ratio", ratio);
  checkPlan(where, plan);
}
