import {
  binomialCdf,
  binomialPmf,
  binomialQuantile,
  InvalidInput,
  normalCdf,
} from "../../numeric/index.js";
import { shown } from "../columns.js";
import type { RoundedSize } from "./accuracy-precision.js";
import {
  checkPlan,
  checkSize,
  criticalZ,
  firstSize,
  type Plan,
  powerZ,
  roundedUp,
} from "./plan.js";
import type { Design } from "./power-curve.js";

const MOST_PAIRS = 1e5;

/** Number of pairs for McNemar's test, by formulae for large samples. */
export interface McNemarDesign extends Design {
  readonly n: number;
  readonly raw: number;
  readonly power: number;
  /** Miettinen's size, conditional on the discordant pairs; a little smaller. */
  readonly miettinen: RoundedSize;
  /** Power of the exact (binomial) test with n pairs. */
  exactPowerAt(n: number): number;
}

/** Number of pairs for the exact test of McNemar. */
export interface McNemarExactDesign extends Design {
  readonly n: number;
  readonly power: number;
}

/**
 * Number of pairs that McNemar's chi-square test needs to find a difference of two paired
 * proportions.
 *
 * @param p10 - share of pairs positive by the first method alone
 * @param p01 - share of pairs positive by the second alone
 * @param options.alpha - chance of a false alarm; 0.05
 * @param options.power - chance asked for of finding the difference; 0.8
 * @param options.sides - 1 or 2; 2
 * @throws InvalidInput when the shares are equal, not between 0 and 1, or together above 1
 * @source [@connor1987] size, [@miettinen1968] the other
 */
export function mcNemarDesign(
  p10: number,
  p01: number,
  { alpha = 0.05, power = 0.8, sides = 2 }: { alpha?: number; power?: number; sides?: 1 | 2 } = {},
): McNemarDesign {
  const where = "mcNemarDesign";
  const plan = { alpha, power, sides };
  checkDiscordant(where, p10, p01);
  checkPlan(where, plan);
  const [za, zb] = [criticalZ(plan), powerZ(plan)];
  const discordant = p10 + p01;
  const delta = Math.abs(p10 - p01);
  const spread = Math.sqrt(discordant - delta ** 2);
  const conditional = Math.sqrt(discordant ** 2 - (delta ** 2 * (3 + discordant)) / 4);
  const miettinen = (za * discordant + zb * conditional) ** 2 / (discordant * delta ** 2);
  const powerAt = (n: number): number => {
    checkSize(where, n, 1);
    return normalCdf((Math.sqrt(n) * delta - za * Math.sqrt(discordant)) / spread);
  };
  const exactPowerAt = (n: number): number => {
    checkSize(where, n, 1);
    return exactPower(n, p10, p01, plan);
  };
  const raw = connor(p10, p01, plan);
  const n = roundedUp(where, raw);
  return {
    name: "McNemar's test",
    n,
    raw,
    power: powerAt(n),
    miettinen: { n: Math.ceil(miettinen), raw: miettinen },
    powerAt,
    exactPowerAt,
  };
}

/**
 * Number of pairs that the exact (binomial) test of McNemar needs; the power counts every number
 * of discordant pairs with its chance. It falls between the steps of the exact test, so a few sizes
 * above n may have a little less than the target.
 *
 * @param p10 - share of pairs positive by the first method alone
 * @param p01 - share of pairs positive by the second alone
 * @param options.alpha - chance of a false alarm; 0.05
 * @param options.power - chance asked for of finding the difference; 0.8
 * @param options.sides - 1 or 2; 2
 * @throws InvalidInput when the shares are equal, not between 0 and 1, together above 1, or so
 *   close that the test needs more than 100,000 pairs
 * @source [@connor1987]
 */
export function mcNemarExactDesign(
  p10: number,
  p01: number,
  { alpha = 0.05, power = 0.8, sides = 2 }: { alpha?: number; power?: number; sides?: 1 | 2 } = {},
): McNemarExactDesign {
  const where = "mcNemarExactDesign";
  checkDiscordant(where, p10, p01);
  checkPlan(where, { alpha, power, sides });
  const powerAt = (n: number): number => {
    checkSize(where, n, 1);
    return exactPower(n, p10, p01, { alpha, sides });
  };
  const near = connor(p10, p01, { alpha, power, sides });
  if (near > MOST_PAIRS) {
    const rule = "needs shares that 100,000 pairs can tell apart";
    throw new InvalidInput(where, `${rule}; got ${p10} and ${p01}`, "effect_too_small");
  }
  const n = firstSize(where, powerAt, power, { least: 1, near });
  return { name: "McNemar's exact test", n, power: powerAt(n), powerAt };
}

/** Connor's size for large samples, before rounding. */
function connor(p10: number, p01: number, plan: Plan): number {
  const discordant = p10 + p01;
  const delta = Math.abs(p10 - p01);
  const spread = Math.sqrt(discordant - delta ** 2);
  return ((criticalZ(plan) * Math.sqrt(discordant) + powerZ(plan) * spread) / delta) ** 2;
}

/** Chance of rejection over every number of discordant pairs that has a chance above rounding. */
function exactPower(
  n: number,
  p10: number,
  p01: number,
  { alpha, sides }: Omit<Plan, "power">,
): number {
  const discordant = p10 + p01;
  const fewer = Math.min(p10, p01) / discordant; // of the discordant pairs, against the effect
  const reach = 40 + 10 * Math.sqrt(n * discordant * (1 - discordant));
  const least = Math.max(0, Math.floor(n * discordant - reach));
  const most = Math.min(n, Math.ceil(n * discordant + reach));
  let total = 0;
  for (let d = least; d <= most; d++) {
    const critical = criticalCount(d, alpha / sides);
    if (critical < 0) continue;
    const along = binomialCdf(critical, d, fewer);
    const against = sides === 2 ? binomialCdf(critical, d, 1 - fewer) : 0;
    total += binomialPmf(d, n, discordant) * (along + against);
  }
  return total;
}

/** The largest count of d fair coins whose lower tail is within alpha; −1 when there is none. */
function criticalCount(d: number, alpha: number): number {
  const count = binomialQuantile(alpha, d, 0.5);
  return binomialCdf(count, d, 0.5) <= alpha ? count : count - 1;
}

function checkDiscordant(where: string, p10: number, p01: number): void {
  for (const share of [p10, p01]) {
    if (typeof share !== "number" || !(share >= 0 && share <= 1)) {
      const rule = `needs shares of pairs between 0 and 1; got ${shown(share)}`;
      throw new InvalidInput(where, rule, "not_a_share");
    }
  }
  if (p10 + p01 > 1) {
    throw new InvalidInput(where, `needs shares of at most 1 together; got ${p10 + p01}`, "sum");
  }
  if (p10 === p01) {
    throw new InvalidInput(where, `needs shares that differ; got ${p10} twice`, "no_effect");
  }
}
