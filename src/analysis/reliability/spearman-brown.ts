import { InvalidInput } from "../../numeric/index.js";
import { checkFinite } from "../columns.js";

/**
 * Reliability of the mean of `factor` times as many ratings.
 *
 * @param reliability - of the present number of ratings, such as ICC(1): at most 1
 * @param factor - how many times as many ratings, above 0; 3 turns ICC(C,1) into the ICC(C,k) of three
 * @returns NaN where the reliability is so far below 0 that no mean can have one
 * @throws InvalidInput when the reliability exceeds 1 or the factor is not above 0
 * @source [@spearman1910], [@brown1910]
 */
export function spearmanBrown(reliability: number, factor: number): number {
  const where = "spearmanBrown";
  checkReliability(where, reliability);
  checkFinite(where, "factor", factor);
  if (factor <= 0) throw new InvalidInput(where, `needs a factor above 0; got ${factor}`, "factor");
  const spread = 1 + (factor - 1) * reliability;
  return spread > 0 ? (factor * reliability) / spread : Number.NaN;
}

/**
 * How many times as many ratings lift a reliability to a wanted one.
 *
 * @param reliability - of the present number of ratings, between 0 and 1
 * @param wanted - between 0 and 1
 * @throws InvalidInput unless both are above 0 and below 1
 * @source [@spearman1910], [@brown1910]
 */
export function ratingsForReliability(reliability: number, wanted: number): number {
  const where = "ratingsForReliability";
  for (const value of [reliability, wanted]) {
    checkReliability(where, value);
    if (value <= 0 || value >= 1) {
      const rule = `needs reliabilities above 0 and below 1; got ${value}`;
      throw new InvalidInput(where, rule, "reliability");
    }
  }
  return (wanted * (1 - reliability)) / (reliability * (1 - wanted));
}

function checkReliability(where: string, value: number): void {
  checkFinite(where, "reliability", value);
  if (value > 1) {
    throw new InvalidInput(where, `needs a reliability of at most 1; got ${value}`, "reliability");
  }
}
