import { harrellDavis, type QuantileType, quantile } from "../../numeric/index.js";
import { checkCoverageAndLevel } from "./bland-altman.js";
import type { CoverageAndLevel } from "./limits-of-agreement.js";
import { type OrderStatisticInterval, orderStatisticInterval } from "./order-statistics.js";
import { pairedDifferences } from "./paired-differences.js";
import {
  type SignedRankOfDifferences,
  signedRankOfDifferences,
} from "./signed-rank-of-differences.js";

/** A quantile of the differences, in the unit of the measurements. */
export interface DifferenceQuantile {
  readonly value: number; // Hyndman and Fan's type 7, R's default
  readonly ci: OrderStatisticInterval;
  readonly harrellDavis: number;
  readonly byType: Readonly<Record<QuantileType, number>>; // the nine types of Hyndman and Fan
}

/** Agreement of two methods by quantiles of the differences, which need not be normal. */
export interface BlandAltmanNonparametric {
  readonly method: "bland-altman-nonparametric";
  readonly n: number;
  readonly coverage: number;
  readonly probabilities: readonly [lower: number, middle: number, upper: number];
  readonly median: DifferenceQuantile;
  readonly lowerLimit: DifferenceQuantile;
  readonly upperLimit: DifferenceQuantile;
  readonly signedRank: SignedRankOfDifferences; // of the median difference against 0
  readonly means: Float64Array; // (n)
  readonly differences: Float64Array; // (n), test − reference
  /** "unbounded": n is too small for an interval of the limits at this level; an end is infinite. */
  readonly note?: "unbounded";
}

const TYPES: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * Limits of agreement without a distribution: quantiles of the differences that leave `coverage`
 * between them, with intervals from ranks.
 *
 * @param test - (n) one value per subject by the method under study
 * @param reference - (n) the same subjects, same order, same unit
 * @param options.coverage - share of differences the limits should hold; 0.95
 * @param options.level - confidence level of the intervals; 0.95
 * @throws InvalidInput on unequal lengths, n < 2, non-finite values, or a level outside (0, 1)
 * @source [@bland1999] section 4, [@hyndman1996], [@harrell1982]
 */
export function blandAltmanNonparametric(
  test: ArrayLike<number>,
  reference: ArrayLike<number>,
  { coverage = 0.95, level = 0.95 }: Partial<CoverageAndLevel> = {},
): BlandAltmanNonparametric {
  checkCoverageAndLevel("blandAltmanNonparametric", { coverage, level });
  const { n, means, differences } = pairedDifferences("blandAltmanNonparametric", test, reference);
  const sorted = differences.toSorted();
  const outside = (1 - coverage) / 2;
  const probabilities = [outside, 0.5, (1 + coverage) / 2] as const;
  const [lowerLimit, median, upperLimit] = probabilities.map((p) => ({
    value: quantile(sorted, p),
    ci: orderStatisticInterval(sorted, p, level),
    harrellDavis: harrellDavis(sorted, p),
    byType: Object.fromEntries(
      TYPES.map((type) => [type, quantile(sorted, p, { type })]),
    ) as Record<QuantileType, number>,
  })) as [DifferenceQuantile, DifferenceQuantile, DifferenceQuantile];
  const isBounded = [lowerLimit, upperLimit].every(
    ({ ci }) => Number.isFinite(ci.lower) && Number.isFinite(ci.upper),
  );
  return {
    method: "bland-altman-nonparametric",
    n,
    coverage,
    probabilities,
    median,
    lowerLimit,
    upperLimit,
    signedRank: signedRankOfDifferences(differences),
    means,
    differences,
    ...(isBounded ? {} : { note: "unbounded" as const }),
  };
}
