import { InvalidInput, inTheNameOf, normalSurvival } from "../../numeric/index.js";
import { concordanceErrors, greatest, printedAs } from "./concordance-interval.js";
import {
  type CorrelationRange,
  correlationFromP,
  correlationP,
  readCoefficient,
} from "./correlation-p.js";
import { sizes } from "./cosine-law.js";
import { checkRules, HALF_ROUNDING, parsePrintedP, type RoundingRule } from "./printed.js";

/** What a p printed beside a coefficient of concordance says. */
export interface ConcordanceP {
  readonly method: "concordance-p";
  readonly concordance: string; // as printed
  readonly n: number;
  readonly p: string; // as printed
  /** Size of Pearson's r that would have this p, two-sided by Student's t. */
  readonly pearson: CorrelationRange;
  /** It can be at least as large as the coefficient, as Pearson's r is. */
  readonly pearsonIsEnough: boolean;
  /** The largest p that the coefficient allows, over the rounding. */
  readonly largest: {
    readonly pearson: number; // Pearson's r by Student's t
    readonly lin: number; // the coefficient against 0 by Lin's standard error of its z
    readonly fisher: number; // the coefficient taken for a Pearson's r, by Fisher's z; 1 for 3 pairs
  };
  /** The printed p can be at most the largest of these. */
  readonly possible: boolean;
}

/**
 * What follows from a p printed beside Lin's coefficient of concordance, which cannot be recomputed
 * from the coefficient and n.
 *
 * |Pearson's r| ≥ |ρc|, so the p of Pearson's r is at most that of r = ρc; and Lin's standard error
 * has a greatest value over everything that is not printed, so the p of ρc has one too.
 *
 * @param concordance - coefficient as printed
 * @param n - pairs, at least 3
 * @param p - as printed, "0.04" or "<0.01"
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput when the coefficient is no number from −1 to 1, n < 3, or on a bad p
 * @source [@lin1989], [@lin2000note]
 */
export function concordanceP(
  concordance: string,
  n: number,
  p: string,
  { rules = HALF_ROUNDING }: { rules?: readonly RoundingRule[] } = {},
): ConcordanceP {
  const where = "concordanceP";
  checkRules(where, rules);
  if (!Number.isSafeInteger(n) || n < 3) {
    throw new InvalidInput(where, `needs at least 3 pairs; got ${n}`, "too_few_pairs");
  }
  const estimate = readCoefficient(where, concordance, rules);
  const { bounds } = estimate;
  const printed = inTheNameOf(where, () => parsePrintedP(p, rules).bounds);
  const pearson = correlationFromP(p, n, { rules });
  const [smallest] = sizes([bounds.lower, bounds.upper]);
  const { spans } = correlationP(concordance, n, "pearson", { rules });
  const twoSided = (test: string): number =>
    spans.find((span) => span.test === test && span.alternative === "two-sided")?.upper ?? 1;
  const ofLin = printedAs(estimate).map((rho) => {
    const [, error] = concordanceErrors(rho, n, [0, 1]);
    return Math.abs(rho) === 1 ? 0 : 2 * normalSurvival(Math.atanh(Math.abs(rho)) / error);
  });
  const largest = {
    pearson: twoSided("t"),
    lin: Math.min(1, greatest(ofLin)),
    fisher: twoSided("fisher-z"),
  };
  const most = Math.max(...Object.values(largest));
  return {
    method: "concordance-p",
    concordance,
    n,
    p,
    pearson,
    pearsonIsEnough: pearson.upper >= smallest,
    largest,
    possible: printed.lower < most || (printed.lowerIncluded && printed.lower === most),
  };
}
