import { InvalidInput } from "../../numeric/index.js";
import { type CorrelationRange, readCoefficient } from "./correlation-p.js";
import { cosineLaw, type PrintedMeasurement, readPair, sizes } from "./cosine-law.js";
import { checkRules, HALF_ROUNDING, type RoundingRule } from "./printed.js";

/** Lin's coefficient and Pearson's r, one from the other by the printed means and SDs. */
export interface ConcordanceOfMeans {
  readonly method: "concordance-of-means";
  /** C_b: the coefficient of concordance over Pearson's r. */
  readonly biasCorrection: CorrelationRange;
  readonly pearson: CorrelationRange;
  readonly concordance: CorrelationRange;
  /** Some Pearson's r from −1 to 1 goes with the means, the SDs and the coefficient. */
  readonly possible: boolean;
}

/**
 * The coefficient of concordance that goes with a printed Pearson's r, or Pearson's r that goes with
 * a printed coefficient of concordance, by the means and SDs of both measurements.
 *
 * ρc = 2 r s₁ s₂/(s₁² + s₂² + (m₁ − m₂)²), with the SDs of divisor n or n − 1: as printed it is n − 1,
 * and the range holds both.
 *
 * @param known - which coefficient is printed, and as what
 * @param first - mean and SD of the first measurement as printed
 * @param second - of the second, in the same unit
 * @param n - subjects, at least 2
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput when a number cannot be read, a coefficient is none from −1 to 1, an SD is
 *   negative, or n < 2
 * @source [@lin1989]
 */
export function concordanceOfMeans(
  known: { readonly pearson: string } | { readonly concordance: string },
  first: PrintedMeasurement,
  second: PrintedMeasurement,
  n: number,
  { rules = HALF_ROUNDING }: { rules?: readonly RoundingRule[] } = {},
): ConcordanceOfMeans {
  const where = "concordanceOfMeans";
  checkRules(where, rules);
  if (!Number.isSafeInteger(n) || n < 2) {
    throw new InvalidInput(where, `needs at least 2 subjects; got ${n}`, "n_too_small");
  }
  const { difference, differences, sd, sds } = readPair(where, first, second, rules);
  const divisor = n / (n - 1); // of the squared difference, when the SDs have the divisor n − 1
  const [near, far] = sizes(differences);
  const inverse = cosineLaw(...sds, [near * near, far * far * divisor]);
  const ownInverse = cosineLaw(
    [sd[0], sd[0]],
    [sd[1], sd[1]],
    [difference ** 2 * divisor, difference ** 2 * divisor],
  )[1];
  const correction: CorrelationRange = {
    asPrinted: 1 / ownInverse,
    lower: 1 / inverse[1],
    upper: Math.min(1, 1 / Math.max(1, inverse[0])),
  };
  const isPearson = typeof known === "object" && known !== null && "pearson" in known;
  const text = isPearson ? known.pearson : known?.concordance;
  const { value, bounds } = readCoefficient(where, text, rules);
  const printed: CorrelationRange = { asPrinted: value, lower: bounds.lower, upper: bounds.upper };
  const factor = isPearson
    ? correction
    : {
        asPrinted: 1 / correction.asPrinted,
        lower: 1 / correction.upper,
        upper: 1 / correction.lower,
      };
  const implied = times(printed, factor);
  const pearson = isPearson ? printed : implied;
  return {
    method: "concordance-of-means",
    biasCorrection: correction,
    pearson,
    concordance: isPearson ? implied : printed,
    possible: pearson.lower <= 1 + COMPUTED_TO && pearson.upper >= -1 - COMPUTED_TO,
  };
}

const COMPUTED_TO = 1e-9;

/** A coefficient times a positive factor. */
function times(one: CorrelationRange, factor: CorrelationRange): CorrelationRange {
  const product = (a: number, b: number): number => (a === 0 ? 0 : a * b);
  return {
    asPrinted: product(one.asPrinted, factor.asPrinted),
    lower: product(one.lower, one.lower < 0 ? factor.upper : factor.lower),
    upper: product(one.upper, one.upper < 0 ? factor.lower : factor.upper),
  };
}
