import { InvalidInput, normalUpperQuantile } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkColumn, shown } from "../columns.js";
import type { RoundedSize } from "./accuracy-precision.js";
import { checkPlan, checkRaters, checkShare, checkSize, roundedUp } from "./plan.js";
import type { Design } from "./power-curve.js";
import { shiftFor, zPower } from "./z-power.js";

/** Number of subjects that show a kappa other than a given one. */
export interface KappaDesign extends Design {
  readonly n: number;
  readonly raw: number;
  readonly power: number;
}

/**
 * Number of subjects for the goodness-of-fit test that kappa differs from κ₀ when it is κ₁, each
 * subject rated by the same number of raters.
 *
 * Two categories follow the common correlation model: with chance κ all raters agree on a draw
 * from the shares, else each draws for itself. With more categories and three raters or more, the
 * shares of a subject follow a Dirichlet distribution, and what is counted is by which category,
 * if any, a subject is rated unanimously.
 *
 * @param kappa0 - kappa to be ruled out, at least 0 and below 1
 * @param kappa1 - expected kappa
 * @param shares - (categories) share of each category; they sum to 1
 * @param raters - ratings of each subject, at least 2
 * @param options.alpha - chance of a false alarm; 0.05
 * @param options.power - chance asked for of ruling κ₀ out; 0.8
 * @param options.sides - 1 or 2; 2
 * @throws InvalidInput when the kappas are equal or not from 0 to 1, or the shares do not sum to 1
 * @source [@donner1992], [@altaye2001] three raters and more
 */
export function kappaDesign(
  kappa0: number,
  kappa1: number,
  shares: ArrayLike<number>,
  raters: number,
  { alpha = 0.05, power = 0.8, sides = 2 }: { alpha?: number; power?: number; sides?: 1 | 2 } = {},
): KappaDesign {
  const where = "kappaDesign";
  const plan = { alpha, power, sides };
  for (const kappa of [kappa0, kappa1]) checkKappa(where, kappa);
  if (kappa0 === 1) throw new InvalidInput(where, "needs a kappa0 below 1; got 1", "kappa");
  if (kappa0 === kappa1) {
    throw new InvalidInput(where, `needs kappas that differ; got ${kappa0} twice`, "no_effect");
  }
  checkShares(where, shares);
  checkRaters(where, raters);
  checkPlan(where, plan);
  const distance = fitDistance(kappa1, kappa0, shares, raters);
  const powerAt = (n: number): number => {
    checkSize(where, n, 1);
    return zPower(Math.sqrt(n * distance), plan);
  };
  const raw = shiftFor(plan) ** 2 / distance;
  const n = roundedUp(where, raw);
  return { name: "test of kappa", n, raw, power: powerAt(n), powerAt };
}

/**
 * Number of subjects whose goodness-of-fit interval of kappa is expected to stay above a lowest
 * value that is still acceptable.
 *
 * @param kappa - expected kappa
 * @param lowest - what the lower limit shall not fall below
 * @param shares - (categories) share of each category; they sum to 1
 * @param raters - ratings of each subject, at least 2
 * @param options.level - confidence level of the one-sided limit; 0.95
 * @throws InvalidInput unless 0 ≤ lowest < kappa ≤ 1 and the shares sum to 1
 * @source [@donner1992]
 */
export function kappaLowerLimit(
  kappa: number,
  lowest: number,
  shares: ArrayLike<number>,
  raters: number,
  { level = 0.95 }: { level?: number } = {},
): RoundedSize {
  const where = "kappaLowerLimit";
  for (const one of [kappa, lowest]) checkKappa(where, one);
  if (lowest >= kappa) {
    const rule = `needs a lowest kappa below ${kappa}; got ${lowest}`;
    throw new InvalidInput(where, rule, "no_effect");
  }
  checkShares(where, shares);
  checkRaters(where, raters);
  checkLevel(where, level);
  const raw = normalUpperQuantile(1 - level) ** 2 / fitDistance(kappa, lowest, shares, raters);
  return { n: Math.max(1, Math.ceil(raw)), raw };
}

/**
 * Number of subjects for an interval of Cohen's kappa of two raters and two categories, both
 * raters with the same share of positive ratings, by the standard error for large samples.
 *
 * @param kappa - expected kappa, at least 0
 * @param share - of positive ratings
 * @param halfWidth - of the interval
 * @param options.level - confidence level of the interval; 0.95
 * @throws InvalidInput when a number is outside its range or kappa is 1, where the error is 0
 * @source [@fleiss1969] standard error, [@bloch1989] with equal margins
 */
export function kappaPrecision(
  kappa: number,
  share: number,
  halfWidth: number,
  { level = 0.95 }: { level?: number } = {},
): RoundedSize {
  const where = "kappaPrecision";
  checkKappa(where, kappa);
  if (kappa === 1) throw new InvalidInput(where, "needs a kappa below 1; got 1", "kappa");
  checkShare(where, "share", share);
  checkShare(where, "half-width", halfWidth);
  checkLevel(where, level);
  const both = share * (1 - share);
  const variance =
    (1 - kappa) * ((1 - kappa) * (1 - 2 * kappa) + (kappa * (2 - kappa)) / (2 * both));
  const raw = (normalUpperQuantile((1 - level) / 2) / halfWidth) ** 2 * variance;
  return { n: Math.ceil(raw), raw };
}

/** Pearson's chi-square of one subject: what κ makes of the cells against what κ₀ expects. */
function fitDistance(
  kappa: number,
  kappa0: number,
  shares: ArrayLike<number>,
  raters: number,
): number {
  const seen = cells(kappa, shares, raters);
  const expected = cells(kappa0, shares, raters);
  return seen.reduce((sum, p, i) => sum + (p - expected[i]!) ** 2 / expected[i]!, 0);
}

/** Chances of the cells of one subject. */
function cells(kappa: number, shares: ArrayLike<number>, raters: number): number[] {
  if (shares.length === 2) return countsOfFirst(kappa, shares[0]!, shares[1]!, raters);
  const unanimous = Array.from(shares, (share) => unanimousChance(kappa, share, raters));
  return [1 - unanimous.reduce((sum, p) => sum + p, 0), ...unanimous];
}

/** Chance of 0, 1, … raters for the first of two categories. */
function countsOfFirst(kappa: number, first: number, second: number, raters: number): number[] {
  let ways = 1; // raters over count
  return Array.from({ length: raters + 1 }, (_, count) => {
    if (count > 0) ways = (ways * (raters - count + 1)) / count;
    const together = count === 0 ? second : count === raters ? first : 0;
    return (1 - kappa) * ways * first ** count * second ** (raters - count) + kappa * together;
  });
}

/** Chance that all raters choose a category; with two raters p² + κp(1 − p). */
function unanimousChance(kappa: number, share: number, raters: number): number {
  let chance = share;
  for (let j = 1; j < raters; j++) {
    chance *= ((1 - kappa) * share + j * kappa) / (1 - kappa + j * kappa);
  }
  return chance;
}

function checkKappa(where: string, kappa: number): void {
  if (typeof kappa !== "number" || !(kappa >= 0 && kappa <= 1)) {
    throw new InvalidInput(where, `needs a kappa from 0 to 1; got ${shown(kappa)}`, "kappa");
  }
}

function checkShares(where: string, shares: ArrayLike<number>): void {
  checkColumn(where, "shares of categories", shares, 2);
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    checkShare(where, "share", shares[i]!);
    sum += shares[i]!;
  }
  if (Math.abs(sum - 1) > 1e-9) {
    throw new InvalidInput(where, `needs shares that sum to 1; got ${sum}`, "sum");
  }
}
