import {
  chiSquareUpperQuantile,
  InvalidInput,
  normalCdf,
  normalQuantile,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkColumn, checkFinite, checkMatrix } from "../columns.js";
import type { Covariance2 } from "../estimate.js";
import { checkFraction } from "./cutoff-rules.js";

/** A simultaneous band of a binormal ROC curve at given false positive rates. */
export interface BinormalBand {
  readonly method: "working-hotelling-band";
  readonly level: number;
  readonly falsePositiveRates: Float64Array;
  readonly sensitivities: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Working and Hotelling's band of a binormal ROC curve: it holds the curve at all false positive
 * rates at once. On the normal axes the curve is the line a + b·x, its band ±√χ²₂ standard errors.
 *
 * @param fit - a, b and their covariance, from `binormalRatings` or `binormalMoments`
 * @param falsePositiveRates - (k) inside [0, 1]; 0 and 1 give sensitivities of 0 and 1
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput on a fit that is not finite or has a b of at most 0, rates outside [0, 1], or
 *   a level outside (0, 1)
 * @source [@working1929]; [@ma1993]
 */
export function binormalBand(
  fit: { readonly a: number; readonly b: number; readonly covariance: Covariance2 },
  falsePositiveRates: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): BinormalBand {
  const where = "binormalBand";
  const { a, b, covariance } = checkFit(where, fit);
  checkColumn(where, "false positive rates", falsePositiveRates);
  for (let i = 0; i < falsePositiveRates.length; i++) {
    checkFraction(where, "false positive rate", falsePositiveRates[i]!);
  }
  checkLevel(where, level);
  const reach = Math.sqrt(chiSquareUpperQuantile(1 - level, 2));
  const rates = Float64Array.from(falsePositiveRates);
  const at = (side: number): Float64Array =>
    rates.map((rate) => {
      const x = normalQuantile(rate);
      if (!Number.isFinite(x)) return rate;
      const variance = covariance[0][0] + 2 * x * covariance[0][1] + x * x * covariance[1][1];
      return normalCdf(a + b * x + side * reach * Math.sqrt(variance));
    });
  return {
    method: "working-hotelling-band",
    level,
    falsePositiveRates: rates,
    sensitivities: at(0),
    lower: at(-1),
    upper: at(1),
  };
}

type Fit = Parameters<typeof binormalBand>[0];

function checkFit(where: string, fit: Fit): Fit {
  if (fit === null || typeof fit !== "object") {
    throw new InvalidInput(where, `needs a fit with a, b and covariance; got ${fit}`, "not_a_fit");
  }
  checkFinite(where, "a", fit.a);
  checkFinite(where, "b", fit.b);
  if (!(fit.b > 0)) throw new InvalidInput(where, `needs b above 0; got ${fit.b}`, "not_a_fit");
  checkMatrix(where, "covariances", fit.covariance, { rows: 2, columns: 2 });
  const [[aa, ab], [, bb]] = fit.covariance;
  if (!(aa >= 0 && bb >= 0 && aa * bb >= ab * ab * (1 - 1e-9))) {
    throw new InvalidInput(where, "needs a covariance that is positive semidefinite", "not_a_fit");
  }
  return fit;
}
