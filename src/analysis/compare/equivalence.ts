import { InvalidInput, tCdf, tSurvival, tUpperQuantile } from "../../numeric/index.js";
import type { Interval } from "../estimate.js";
import { checkMeanSdN, type MeanSdN } from "./mean-sd-n.js";
import { welchTest } from "./t-tests.js";

/** Tests of a difference of means against a margin, by Welch's t. */
export interface EquivalenceTest {
  readonly method: "equivalence-test";
  readonly margin: number;
  readonly t: number; // of difference + margin
  readonly nonInferiorityP: number; // of first − second ≤ −margin; small: first is not inferior
  readonly equivalenceP: number; // larger of the two one-sided p; small: within ±margin
  readonly ci: Interval; // of level 1 − 2 alpha; equivalence at alpha is an interval inside ±margin
  /** "zero-variance": both SDs are 0; every number reads NaN. */
  readonly note?: "zero-variance";
}

/**
 * Non-inferiority and equivalence of two means within a margin, larger values being better.
 *
 * @param first - { mean, sd, n } of the first group; see `meanSdN`
 * @param second - of the second, in the same unit
 * @param margin - in the unit of the means, above 0
 * @param options.alpha - error of each one-sided test; 0.05, which gives a 90 % interval
 * @throws InvalidInput on bad summaries, a margin not above 0 or alpha outside (0, ½)
 * @source [@schuirmann1987] two one-sided tests
 */
export function equivalenceTest(
  first: MeanSdN,
  second: MeanSdN,
  margin: number,
  { alpha = 0.05 }: { alpha?: number } = {},
): EquivalenceTest {
  if (!(Number.isFinite(margin) && margin > 0)) {
    throw new InvalidInput("equivalenceTest", `needs a margin above 0; got ${margin}`);
  }
  if (!(Number.isFinite(alpha) && alpha > 0 && alpha < 0.5)) {
    throw new InvalidInput("equivalenceTest", `needs alpha between 0 and ½; got ${alpha}`);
  }
  checkMeanSdN("equivalenceTest", first);
  checkMeanSdN("equivalenceTest", second);
  const welch = welchTest(first, second);
  const { standardError, df } = welch;
  const difference = welch.difference.value;
  const level = 1 - 2 * alpha;
  if (welch.note !== undefined) {
    const none = { t: Number.NaN, nonInferiorityP: Number.NaN, equivalenceP: Number.NaN };
    const ci = { lower: Number.NaN, upper: Number.NaN, level };
    return { method: "equivalence-test", margin, ...none, ci, note: welch.note };
  }
  const t = (difference + margin) / standardError;
  const nonInferiorityP = tSurvival(t, df);
  const belowMargin = tCdf((difference - margin) / standardError, df);
  const reach = tUpperQuantile(alpha, df) * standardError;
  return {
    method: "equivalence-test",
    margin,
    t,
    nonInferiorityP,
    equivalenceP: Math.max(nonInferiorityP, belowMargin),
    ci: { lower: difference - reach, upper: difference + reach, level },
  };
}
