import type { Random } from "../../../src/numeric/index.js";

/** A number cut to so many decimals as a paper prints it, a half going up or to the even digit by chance. */
export function printed(x: number, decimals: number, random: Random): string {
  const scaled = Math.abs(x) * 10 ** decimals;
  const below = Math.floor(scaled);
  const rest = scaled - below;
  const isHalf = Math.abs(rest - 0.5) < 1e-9 * Math.max(1, scaled);
  const goesUp = isHalf ? random.uniform() < 0.5 || below % 2 === 1 : rest > 0.5;
  const text = (below + (goesUp ? 1 : 0)).toFixed(0).padStart(decimals + 1, "0");
  const whole = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
  return x < 0 && Number(whole) !== 0 ? `-${whole}` : whole;
}

/** One of some things, by chance. */
export function oneOf<T>(things: readonly T[], random: Random): T {
  return things[random.integer(things.length)]!;
}

/** A p as papers print it: with two to four decimals, or as a bound. */
export function printedPOf(p: number, random: Random): string {
  const bound = [0.001, 0.01, 0.05].find((one) => p < one);
  if (bound !== undefined && random.uniform() < 0.3) return `<${bound}`;
  if (p > 0.05 && random.uniform() < 0.1) return ">0.05";
  const text = printed(p, oneOf([2, 3, 4], random), random);
  return Number(text) === 0 ? "<0.01" : text;
}
