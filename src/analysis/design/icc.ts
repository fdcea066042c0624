import {
  fCdf,
  fSurvival,
  fUpperQuantile,
  InvalidInput,
  normalUpperQuantile,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { shown } from "../columns.js";
import type { RoundedSize } from "./accuracy-precision.js";
import {
  checkAboveZero,
  checkPlan,
  checkRaters,
  checkSize,
  criticalZ,
  powerZ,
  rawSize,
  smallestSize,
} from "./plan.js";
import type { Design } from "./power-curve.js";

/** Number of subjects that show an intraclass correlation other than a given one. */
export interface IccDesign extends Design {
  /** The smallest with the exact power of the F test of the one-way model. */
  readonly n: number;
  readonly raw: number;
  readonly power: number;
  /** Walter, Eliasziw & Donner's approximation. */
  readonly walter: RoundedSize;
}

/**
 * Number of subjects for the F test that an intraclass correlation differs from ρ₀ when it is ρ₁,
 * each subject rated k times (one-way model).
 *
 * @param raters - ratings of each subject, at least 2
 * @param rho0 - correlation to be ruled out
 * @param rho1 - expected correlation
 * @param options.alpha - chance of a false alarm; 0.05
 * @param options.power - chance asked for of ruling ρ₀ out; 0.8
 * @param options.sides - 1, in the direction of ρ₁, or 2; 1
 * @throws InvalidInput unless both correlations are above −1/(raters − 1), below 1 and different
 * @source [@walter1998], [@donner1987] exact power
 */
export function iccDesign(
  raters: number,
  rho0: number,
  rho1: number,
  { alpha = 0.05, power = 0.8, sides = 1 }: { alpha?: number; power?: number; sides?: 1 | 2 } = {},
): IccDesign {
  const where = "iccDesign";
  checkRaters(where, raters);
  for (const rho of [rho0, rho1]) checkIcc(where, rho, raters);
  if (rho0 === rho1) {
    throw new InvalidInput(where, `needs correlations that differ; got ${rho0} twice`, "no_effect");
  }
  checkPlan(where, { alpha, power, sides });
  // F over this quotient has the central F distribution under ρ₁.
  const quotient = meanSquareRatio(rho1, raters) / meanSquareRatio(rho0, raters);
  const tail = alpha / sides;
  const exact = (n: number): number => {
    const [df1, df2] = [n - 1, n * (raters - 1)];
    const above = (): number => fSurvival(fUpperQuantile(tail, df1, df2) / quotient, df1, df2);
    // The lower critical value is 1/F with the degrees of freedom swapped: exact for small tails.
    const below = (): number => fCdf(1 / fUpperQuantile(tail, df2, df1) / quotient, df1, df2);
    if (sides === 2) return above() + below();
    return quotient > 1 ? above() : below();
  };
  const powerAt = (n: number): number => {
    checkSize(where, n, 2);
    return exact(n);
  };
  const z = criticalZ({ alpha, sides }) + powerZ({ power });
  const walter = 1 + (2 * z ** 2 * raters) / (Math.log(quotient) ** 2 * (raters - 1));
  const raw = rawSize(where, exact, power, { floor: 1, start: Math.max(2, walter) });
  const n = smallestSize(where, powerAt, power, { least: 2, near: raw });
  return {
    name: "F test of an ICC",
    n,
    raw,
    power: powerAt(n),
    walter: { n: Math.ceil(walter), raw: walter },
    powerAt,
  };
}

/**
 * Number of subjects for an interval of an intraclass correlation of given width.
 *
 * @param raters - ratings of each subject, at least 2
 * @param rho - expected correlation
 * @param width - of the whole interval, not of its half
 * @param options.level - confidence level of the interval; 0.95
 * @throws InvalidInput unless the correlation is above −1/(raters − 1) and below 1, the width
 *   between 0 and 2
 * @source [@bonett2002]
 */
export function iccPrecision(
  raters: number,
  rho: number,
  width: number,
  { level = 0.95 }: { level?: number } = {},
): RoundedSize {
  const where = "iccPrecision";
  checkRaters(where, raters);
  checkIcc(where, rho, raters);
  checkAboveZero(where, "width", width);
  if (width >= 2) throw new InvalidInput(where, `needs a width below 2; got ${width}`, "width");
  checkLevel(where, level);
  const z = normalUpperQuantile((1 - level) / 2);
  const spread = z * (1 - rho) * (1 + (raters - 1) * rho);
  const raw = (8 * spread ** 2) / (raters * (raters - 1) * width ** 2) + 1;
  return { n: Math.max(2, Math.ceil(raw)), raw };
}

/** Expected mean square between subjects over that within them. */
function meanSquareRatio(rho: number, raters: number): number {
  return 1 + (raters * rho) / (1 - rho);
}

function checkIcc(where: string, rho: number, raters: number): void {
  const least = -1 / (raters - 1);
  if (typeof rho !== "number" || !(rho > least && rho < 1)) {
    const rule = `needs correlations between ${least} and 1; got ${shown(rho)}`;
    throw new InvalidInput(where, rule, "rho");
  }
}
