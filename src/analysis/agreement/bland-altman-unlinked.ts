import { InvalidInput, normalUpperQuantile } from "../../numeric/index.js";
import { checkColumn } from "../columns.js";
import type { Estimate } from "../estimate.js";
import { checkCoverageAndLevel } from "./bland-altman.js";
import { spreadOfMeans } from "./bland-altman-repeated.js";
import type { CoverageAndLevel } from "./limits-of-agreement.js";
import { REPEATABILITY_FACTOR } from "./measurement-error.js";
import {
  checkSubjects,
  harmonicSize,
  type Replicates,
  replicates,
  type SubjectName,
} from "./replicates.js";
import { type ComponentLimits, componentLimits } from "./variance-components.js";

/** Replicates of one method: whose they are, and the values. */
export interface MethodReplicates {
  readonly subjects: ArrayLike<SubjectName>;
  readonly values: ArrayLike<number>;
}

/** What the replicates of one method say about it. */
export interface ReplicateSummary {
  readonly n: number;
  readonly varianceWithin: number;
  readonly harmonicSize: number; // harmonic mean of the numbers of values per subject
  readonly repeatability: number; // 1.96·√2 × within-subject SD
}

/** Agreement of single values of two methods from unpaired replicates, true value constant. */
export interface BlandAltmanRepeatedUnlinked extends ComponentLimits {
  readonly method: "bland-altman-repeated-unlinked";
  readonly nSubjects: number; // measured by both methods
  readonly coverage: number;
  readonly bias: Estimate; // mean difference of the subjects' means, by the normal quantile
  readonly varianceOfMeanDifferences: number;
  readonly test: ReplicateSummary;
  readonly reference: ReplicateSummary;
  /** "no-replicates": a method has one value for each subject, so its own variance reads NaN. */
  readonly note?: "no-replicates";
}

/**
 * Bias and limits of agreement between single values of two methods, from replicates that do not
 * belong together in pairs, while the subject's true value stays the same.
 *
 * The variance of a difference of single values is that of the differences of the subjects' means
 * plus, for each method, the part of its own variance that its mean had averaged out. Subjects
 * without values by both methods are left out.
 *
 * @param test - replicates by the method under study
 * @param reference - replicates by the other, same unit
 * @param options.coverage - share of differences the limits should hold; 0.95
 * @param options.level - confidence level of the intervals; 0.95
 * @throws InvalidInput on unequal lengths, fewer than 2 common subjects (`too_few_subjects`),
 *   non-finite values, or a level outside (0, 1)
 * @source [@bland1999] section 5.1, [@bland2007] section 2, [@zou2013]
 */
export function blandAltmanRepeatedUnlinked(
  test: MethodReplicates,
  reference: MethodReplicates,
  { coverage = 0.95, level = 0.95 }: Partial<CoverageAndLevel> = {},
): BlandAltmanRepeatedUnlinked {
  const where = "blandAltmanRepeatedUnlinked";
  checkCoverageAndLevel(where, { coverage, level });
  checkReplicates(where, test);
  checkReplicates(where, reference);
  const known = [new Set(Array.from(test.subjects)), new Set(Array.from(reference.subjects))];
  const isCommon = (name: SubjectName): boolean => known.every((names) => names.has(name));
  const x = common(where, test, isCommon);
  const y = common(where, reference, isCommon);

  const place = new Map(y.names.map((name, i) => [name, i]));
  const { mean, variance } = spreadOfMeans(
    x.means.map((m, i) => m - y.means[place.get(x.names[i]!)!]!),
  );
  const [sizeX, sizeY] = [harmonicSize(x), harmonicSize(y)];
  const biasVariance = variance / x.nSubjects;
  const limits = componentLimits(
    mean,
    biasVariance,
    [
      { variance, weight: 1, df: x.nSubjects - 1 },
      { variance: x.msWithin, weight: x.dfWithin > 0 ? 1 - 1 / sizeX : 0, df: x.dfWithin },
      { variance: y.msWithin, weight: y.dfWithin > 0 ? 1 - 1 / sizeY : 0, df: y.dfWithin },
    ],
    { coverage, level },
  );
  const reach = normalUpperQuantile((1 - level) / 2) * Math.sqrt(biasVariance);
  const summary = (n: number, varianceWithin: number, size: number): ReplicateSummary => ({
    n,
    varianceWithin,
    harmonicSize: size,
    repeatability: REPEATABILITY_FACTOR * Math.sqrt(varianceWithin),
  });
  const isWithoutReplicates = x.dfWithin === 0 || y.dfWithin === 0;
  return {
    method: "bland-altman-repeated-unlinked",
    nSubjects: x.nSubjects,
    coverage,
    bias: { value: mean, ci: { lower: mean - reach, upper: mean + reach, level } },
    varianceOfMeanDifferences: variance,
    ...limits,
    test: summary(x.n, x.msWithin, sizeX),
    reference: summary(y.n, y.msWithin, sizeY),
    ...(isWithoutReplicates ? { note: "no-replicates" as const } : {}),
  };
}

function checkReplicates(where: string, replicatesOf: MethodReplicates): void {
  if (replicatesOf === null || typeof replicatesOf !== "object") {
    throw new InvalidInput(where, "needs replicates { subjects, values }", "not_a_column");
  }
  checkColumn(where, "values", replicatesOf.values, 2);
  checkSubjects(where, replicatesOf.subjects, replicatesOf.values.length);
}

/** The replicates of the subjects that both methods measured. */
function common(
  where: string,
  { subjects, values }: MethodReplicates,
  isCommon: (name: SubjectName) => boolean,
): Replicates {
  const kept = Array.from(subjects, (_, i) => i).filter((i) => isCommon(subjects[i]!));
  return replicates(
    where,
    kept.map((i) => subjects[i]!),
    kept.map((i) => values[i]!),
  );
}
