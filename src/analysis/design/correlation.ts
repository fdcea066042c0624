import { InvalidInput, normalCdf, tUpperQuantile } from "../../numeric/index.js";
import { shown } from "../columns.js";
import type { RoundedSize } from "./accuracy-precision.js";
import { checkPlan, checkSize, criticalZ, powerZ, rawSize, smallestSize } from "./plan.js";
import type { Design } from "./power-curve.js";

/** Number of subjects that show a correlation other than 0. */
export interface CorrelationDesign extends Design {
  readonly n: number;
  readonly raw: number;
  readonly power: number;
  /** By Fisher's z alone, ((z_α + z_β)/atanh r)² + 3, as most tables have it. */
  readonly fisher: RoundedSize;
}

const WHERE = "correlationDesign";

/**
 * Sample size of the t test of Pearson's correlation against 0. The power is that of Fisher's z
 * with its bias r/(2(n − 1)) against the critical r of the t test, as pwr and Cohen have it.
 *
 * @param r - correlation to be found; its sign does not matter
 * @param options.alpha - chance of a false alarm; 0.05
 * @param options.power - chance asked for of finding the correlation; 0.8
 * @param options.sides - 1 or 2; 2
 * @throws InvalidInput when r is 0 or not between −1 and 1, or 0 < alpha < power < 1 is broken
 * @source [@cohen1988], [@fisher1921]
 */
export function correlationDesign(
  r: number,
  { alpha = 0.05, power = 0.8, sides = 2 }: { alpha?: number; power?: number; sides?: 1 | 2 } = {},
): CorrelationDesign {
  if (typeof r !== "number" || !(Math.abs(r) < 1)) {
    throw new InvalidInput(WHERE, `needs r between -1 and 1; got ${shown(r)}`, "r");
  }
  if (r === 0) throw new InvalidInput(WHERE, "needs r other than 0; got 0", "no_effect");
  checkPlan(WHERE, { alpha, power, sides });
  const size = Math.abs(r);
  const atAny = (n: number): number => {
    const t = tUpperQuantile(alpha / sides, n - 2);
    const critical = Math.atanh(t / Math.sqrt(t * t + n - 2));
    const expected = Math.atanh(size) + size / (2 * (n - 1));
    const root = Math.sqrt(n - 3);
    const along = normalCdf((expected - critical) * root);
    return sides === 1 ? along : along + normalCdf((-expected - critical) * root);
  };
  const powerAt = (n: number): number => {
    checkSize(WHERE, n, 4);
    return atAny(n);
  };
  const raw = rawSize(WHERE, atAny, power, { floor: 3, start: 4 });
  const n = smallestSize(WHERE, powerAt, power, { least: 4, near: raw });
  const fisherRaw = ((criticalZ({ alpha, sides }) + powerZ({ power })) / Math.atanh(size)) ** 2 + 3;
  const fisher = { n: Math.ceil(fisherRaw), raw: fisherRaw };
  return { name: "test of a correlation", n, raw, power: powerAt(n), fisher, powerAt };
}
