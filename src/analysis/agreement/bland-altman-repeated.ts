import { normalUpperQuantile } from "../../numeric/index.js";
import type { Estimate } from "../estimate.js";
import { checkCoverageAndLevel } from "./bland-altman.js";
import type { CoverageAndLevel } from "./limits-of-agreement.js";
import { pairedDifferences } from "./paired-differences.js";
import { type RandomIntercept, randomIntercept } from "./random-intercept.js";
import { harmonicSize, type Replicates, replicates, type SubjectName, sum } from "./replicates.js";
import { type ComponentLimits, componentLimits } from "./variance-components.js";

/** Limits of agreement without intervals, in the unit of the measurements. */
export interface PlainLimits {
  readonly bias: number;
  readonly sd: number; // of one difference
  readonly lowerLimit: number;
  readonly upperLimit: number;
}

/** Agreement from several pairs per subject whose true value varies between them. */
export interface BlandAltmanRepeatedLinked {
  readonly method: "bland-altman-repeated-linked";
  readonly n: number; // pairs
  readonly nSubjects: number;
  readonly coverage: number;
  readonly anova: PlainLimits & {
    readonly msBetween: number;
    readonly msWithin: number;
    readonly m0: number; // effective number of pairs per subject
    readonly varianceBetween: number; // may be negative
    readonly varianceWithin: number;
  };
  /** From the subjects' means, each subject counting once; limits with intervals. */
  readonly mover: ComponentLimits & {
    readonly bias: Estimate; // by the normal quantile
    readonly varianceOfMeans: number;
    readonly harmonicSize: number;
  };
  readonly reml: PlainLimits & RandomIntercept;
  /** As if every pair were a subject of its own: for contrast, its limits are too close. */
  readonly naive: PlainLimits;
  /** "no-replicates": no subject has two pairs; "zero-variance": the pairs of a subject never differ. */
  readonly note?: "no-replicates" | "zero-variance";
}

/**
 * Bias and limits of agreement from several pairs per subject, measured together, while the true
 * value varies: by analysis of variance, by MOVER on the subjects' means, by restricted maximum
 * likelihood, and naively.
 *
 * @param subjects - (n) whose pair it is
 * @param test - (n) by the method under study
 * @param reference - (n) measured together with it, same unit
 * @param options.coverage - share of differences the limits should hold; 0.95
 * @param options.level - confidence level of the intervals; 0.95
 * @throws InvalidInput on unequal lengths, fewer than 2 subjects (`too_few_subjects`), non-finite
 *   values, or a level outside (0, 1)
 * @source [@bland2007] section 3, [@zou2013]
 */
export function blandAltmanRepeatedLinked(
  subjects: ArrayLike<SubjectName>,
  test: ArrayLike<number>,
  reference: ArrayLike<number>,
  { coverage = 0.95, level = 0.95 }: Partial<CoverageAndLevel> = {},
): BlandAltmanRepeatedLinked {
  const where = "blandAltmanRepeatedLinked";
  checkCoverageAndLevel(where, { coverage, level });
  const { n, differences, mean, sd } = pairedDifferences(where, test, reference);
  const data = replicates(where, subjects, differences);
  const z = normalUpperQuantile((1 - coverage) / 2);
  const fit = randomIntercept(data);
  const note = noteOf(data);
  return {
    method: "bland-altman-repeated-linked",
    n,
    nSubjects: data.nSubjects,
    coverage,
    anova: byAnova(data, z),
    mover: byMover(data, { coverage, level }),
    reml: { ...fit, ...limitsAround(fit.mean, fit.varianceBetween + fit.varianceWithin, z) },
    naive: limitsAround(mean, sd * sd, z),
    ...(note ? { note } : {}),
  };
}

function byAnova(data: Replicates, z: number): BlandAltmanRepeatedLinked["anova"] {
  const { n, nSubjects, sizes, mean, msBetween, msWithin } = data;
  const m0 = (n * n - sum(sizes, (m) => m * m)) / ((nSubjects - 1) * n);
  const varianceBetween = (msBetween - msWithin) / m0;
  return {
    ...limitsAround(mean, varianceBetween + msWithin, z),
    msBetween,
    msWithin,
    m0,
    varianceBetween,
    varianceWithin: msWithin,
  };
}

function byMover(data: Replicates, options: CoverageAndLevel): BlandAltmanRepeatedLinked["mover"] {
  const { nSubjects, msWithin, dfWithin } = data;
  const { mean: bias, variance: varianceOfMeans } = spreadOfMeans(data.means);
  const size = harmonicSize(data);
  const biasVariance = varianceOfMeans / nSubjects;
  const limits = componentLimits(
    bias,
    biasVariance,
    [
      { variance: varianceOfMeans, weight: 1, df: nSubjects - 1 },
      { variance: msWithin, weight: dfWithin > 0 ? 1 - 1 / size : 0, df: dfWithin },
    ],
    options,
  );
  const reach = normalUpperQuantile((1 - options.level) / 2) * Math.sqrt(biasVariance);
  const ci = { lower: bias - reach, upper: bias + reach, level: options.level };
  return { ...limits, bias: { value: bias, ci }, varianceOfMeans, harmonicSize: size };
}

/** Mean and variance, divisor n − 1, of the subjects' means. */
export function spreadOfMeans(means: Float64Array): { mean: number; variance: number } {
  const start = means[0]!;
  const mean = start + sum(means, (m) => m - start) / means.length;
  return { mean, variance: sum(means, (m) => (m - mean) ** 2) / (means.length - 1) };
}

function limitsAround(bias: number, variance: number, z: number): PlainLimits {
  const sd = Math.sqrt(variance);
  return { bias, sd, lowerLimit: bias - z * sd, upperLimit: bias + z * sd };
}

function noteOf({ dfWithin, msWithin }: Replicates): BlandAltmanRepeatedLinked["note"] {
  if (dfWithin === 0) return "no-replicates";
  return msWithin === 0 ? "zero-variance" : undefined;
}
