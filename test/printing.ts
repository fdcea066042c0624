import type { Random } from "../src/numeric/index.js";

/** How a source prints its numbers: a half goes away from zero or to the even digit. */
export type HalfRule = "half-up" | "half-even";

/** A number as a source prints it, with so many decimals. */
export function printed(x: number, decimals: number, rule: HalfRule = "half-up"): string {
  const scaled = Math.abs(x) * 10 ** decimals;
  const below = Math.floor(scaled);
  const isHalf = scaled - below === 0.5;
  const digits = isHalf && rule === "half-even" ? below + (below % 2) : Math.floor(scaled + 0.5);
  const text = (digits / 10 ** decimals).toFixed(decimals);
  return x < 0 ? `-${text}` : text;
}

/** A p as a source prints it: with some decimals, or as a bound. */
export function printedP(p: number, random: Random, rule: HalfRule): string {
  const decimals = 1 + random.integer(4);
  if (random.uniform() < 0.6) return printed(p, decimals, rule);
  const bound = [0.001, 0.01, 0.05, 0.1, 0.2, 0.5].find((one) => p < one);
  if (bound !== undefined && random.uniform() < 0.5) return `<${bound}`;
  return p > 0.05 ? ">0.05" : printed(p, 3, rule);
}

/** One of two rules, by chance. */
export function someRule(random: Random): HalfRule {
  return random.uniform() < 0.5 ? "half-up" : "half-even";
}

/**
 * Pairs of measurements: normal, skewed, whole numbers with ties or a coarse scale, more or less
 * correlated, of different means and spreads.
 */
export function somePairs(random: Random, least: number, most: number): [number[], number[]] {
  const n = least + random.integer(most - least + 1);
  const rho = 2 * random.uniform() - 1;
  const shape = random.integer(4);
  const [centre, shift] = [20 * random.normal(), 3 * random.normal() * random.uniform()];
  const [s1, s2] = [0.2 + 5 * random.uniform(), 0.2 + 5 * random.uniform()];
  const first: number[] = [];
  const second: number[] = [];
  for (let i = 0; i < n; i++) {
    const a = random.normal();
    const b = rho * a + Math.sqrt(1 - rho * rho) * random.normal();
    first.push(shaped(a, shape, centre, s1));
    second.push(shaped(b, shape, centre + shift, s2));
  }
  return [first, second];
}

function shaped(z: number, shape: number, centre: number, spread: number): number {
  if (shape === 0) return centre + spread * z;
  if (shape === 1) return centre + spread * Math.exp(z);
  return Math.round(centre + (shape === 2 ? spread * z : Math.max(-1.6, Math.min(1.6, 1.5 * z))));
}
