import {
  binomialCdf,
  binomialSurvival,
  binomialUpperQuantile,
  InvalidInput,
} from "../../numeric/index.js";
import { checkPlan, checkShare, checkSize, criticalZ, type Plan, powerZ } from "./plan.js";
import type { Design } from "./power-curve.js";

/** Number of patients for the exact binomial test of one proportion, such as a sensitivity. */
export interface OneProportionDesign extends Design {
  /** The smallest with the power. */
  readonly n: number;
  /** The smallest from which on every size has it: the power falls between the test's steps. */
  readonly always: number;
  /** With n patients the hypothesis is given up at this count of events or beyond it. */
  readonly critical: number;
  readonly power: number;
  /** By the formula for large samples, before rounding. */
  readonly raw: number;
}

const WHERE = "oneProportionDesign";
const MOST = 1e5; // patients up to which every size is tried
const SIZES_A_TOOTH = 5; // times nullP: how far apart sizes lie whose power jumps

/**
 * Sample size of a test of one proportion against a fixed value by the exact binomial test, each
 * tail of which holds at most alpha over the number of sides. The power counts rejections in the
 * direction of the effect.
 *
 * @param p - expected proportion
 * @param nullP - proportion to be ruled out
 * @param options.alpha - chance of a false alarm; 0.05
 * @param options.power - chance asked for of ruling it out; 0.8
 * @param options.sides - 1 or 2; 2
 * @throws InvalidInput when a proportion is not between 0 and 1, or they are equal or so close that
 *   more than 100,000 patients are needed, or the null proportion is within 0.00005 of 0 or 1
 * @source [@chernick2002]
 */
export function oneProportionDesign(
  p: number,
  nullP: number,
  { alpha = 0.05, power = 0.8, sides = 2 }: { alpha?: number; power?: number; sides?: 1 | 2 } = {},
): OneProportionDesign {
  checkShare(WHERE, "proportion", p);
  checkShare(WHERE, "null proportion", nullP);
  if (p === nullP) {
    throw new InvalidInput(WHERE, `needs proportions that differ; got ${p} twice`, "no_effect");
  }
  const plan: Plan = { alpha, power, sides };
  checkPlan(WHERE, plan);
  const raw = largeSampleSize(p, nullP, plan);
  if (raw > MOST) {
    const rule = "needs proportions that 100,000 patients can tell apart";
    throw new InvalidInput(WHERE, `${rule}; got ${p} and ${nullP}`, "effect_too_small");
  }
  if (Math.min(nullP, 1 - nullP) < SIZES_A_TOOTH / MOST) {
    const rule = `needs a null proportion at least ${SIZES_A_TOOTH / MOST} from 0 and 1`;
    throw new InvalidInput(WHERE, `${rule}; got ${nullP}`, "out_of_range");
  }
  const tail = alpha / sides;
  const powerAt = (n: number): number => {
    checkSize(WHERE, n, 1);
    const critical = criticalCount(n, nullP, tail, p > nullP);
    return p > nullP ? binomialSurvival(critical - 1, n, p) : binomialCdf(critical, n, p);
  };
  const { first, always } = reaching(powerAt, power, nullP);
  return {
    name: "exact test of a proportion",
    n: first,
    always,
    critical: criticalCount(first, nullP, tail, p > nullP),
    power: powerAt(first),
    raw,
    powerAt,
  };
}

/** The count nearest to what is expected whose tail under the hypothesis is within alpha. */
function criticalCount(n: number, nullP: number, alpha: number, upper: boolean): number {
  if (upper) return binomialUpperQuantile(alpha, n, nullP) + 1;
  return n - binomialUpperQuantile(alpha, n, 1 - nullP) - 1;
}

/** The first size with the power and that from which on all have it. */
function reaching(
  powerAt: (n: number) => number,
  target: number,
  nullP: number,
): { first: number; always: number } {
  const teeth = Math.ceil(SIZES_A_TOOTH / Math.min(nullP, 1 - nullP)); // sizes over which the critical share moves
  let first = Number.NaN;
  let lastBelow = 0;
  for (let n = 1; Number.isNaN(first) || n <= 1.5 * lastBelow + 50 + teeth; n++) {
    if (powerAt(n) < target) lastBelow = n;
    else if (Number.isNaN(first)) first = n;
  }
  return { first, always: lastBelow + 1 };
}

function largeSampleSize(p: number, nullP: number, plan: Plan): number {
  const underNull = criticalZ(plan) * Math.sqrt(nullP * (1 - nullP));
  const underEffect = powerZ(plan) * Math.sqrt(p * (1 - p));
  return ((underNull + underEffect) / (p - nullP)) ** 2;
}
