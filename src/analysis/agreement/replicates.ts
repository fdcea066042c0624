import { InvalidInput } from "../../numeric/index.js";
import { shown } from "../columns.js";

/** What names a subject. */
export type SubjectName = string | number;

/** Repeated values by subject, with the sums of a one-way analysis of variance. */
export interface Replicates {
  readonly n: number; // values
  readonly nSubjects: number;
  readonly names: readonly SubjectName[]; // (nSubjects), in order of appearance
  readonly sizes: Float64Array; // (nSubjects), values of each
  readonly means: Float64Array; // (nSubjects)
  readonly squaresWithin: Float64Array; // (nSubjects), about the subject's own mean
  readonly mean: number; // of all values
  readonly msBetween: number;
  readonly msWithin: number; // NaN when no subject has two values
  readonly dfWithin: number;
}

/**
 * Sorts values by subject and takes a one-way analysis of variance, in two passes.
 *
 * @param where - the function that asks, named in a refusal
 * @param subjects - (n) whose value it is
 * @param values - (n), already checked
 * @throws InvalidInput on a name that is none, columns of unequal lengths, or fewer than 2 subjects
 *   (`too_few_subjects`)
 */
export function replicates(
  where: string,
  subjects: ArrayLike<SubjectName>,
  values: ArrayLike<number>,
): Replicates {
  checkSubjects(where, subjects, values.length);
  const n = values.length;
  const order = new Map<SubjectName, number>();
  const group = Array.from(subjects, (name) => {
    const known = order.get(name);
    if (known !== undefined) return known;
    order.set(name, order.size);
    return order.size - 1;
  });
  const nSubjects = order.size;
  if (nSubjects < 2) {
    throw new InvalidInput(
      where,
      `needs at least 2 subjects; got ${nSubjects}`,
      "too_few_subjects",
    );
  }
  const sizes = new Float64Array(nSubjects);
  const means = new Float64Array(nSubjects);
  for (const [i, g] of group.entries()) {
    sizes[g]! += 1;
    means[g]! += (values[i]! - means[g]!) / sizes[g]!;
  }
  const rest = new Float64Array(nSubjects);
  for (const [i, g] of group.entries()) rest[g]! += values[i]! - means[g]!;
  for (let g = 0; g < nSubjects; g++) means[g]! += rest[g]! / sizes[g]!;
  const squaresWithin = new Float64Array(nSubjects);
  for (const [i, g] of group.entries()) squaresWithin[g]! += (values[i]! - means[g]!) ** 2;

  const start = means[0]!;
  const mean = start + sum(means, (m, g) => sizes[g]! * (m - start)) / n;
  const dfWithin = n - nSubjects;
  return {
    n,
    nSubjects,
    names: [...order.keys()],
    sizes,
    means,
    squaresWithin,
    mean,
    msBetween: sum(means, (m, g) => sizes[g]! * (m - mean) ** 2) / (nSubjects - 1),
    msWithin: dfWithin > 0 ? sum(squaresWithin, (s) => s) / dfWithin : Number.NaN,
    dfWithin,
  };
}

/** Harmonic mean of the subjects' numbers of values. */
export function harmonicSize({ nSubjects, sizes }: Replicates): number {
  return nSubjects / sum(sizes, (m) => 1 / m);
}

/** Sum of a function of each value and its index. */
export function sum(values: Float64Array, of: (value: number, index: number) => number): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += of(values[i]!, i);
  return total;
}

/**
 * Refuses what cannot name the subjects of n values.
 *
 * @throws InvalidInput (`not_a_column`, `different_lengths`, `no_subject`)
 */
export function checkSubjects(where: string, subjects: ArrayLike<SubjectName>, n: number): void {
  if (!(Array.isArray(subjects) || (ArrayBuffer.isView(subjects) && "length" in subjects))) {
    const got = shown(subjects);
    throw new InvalidInput(where, `needs an array of subjects; got ${got}`, "not_a_column");
  }
  if (subjects.length !== n) {
    const got = `${subjects.length} subjects and ${n} values`;
    throw new InvalidInput(
      where,
      `needs a subject for each value; got ${got}`,
      "different_lengths",
    );
  }
  for (let i = 0; i < n; i++) {
    const name: unknown = subjects[i];
    if (!(typeof name === "string" || Number.isFinite(name))) {
      const got = `subject ${i} is ${shown(name)}`;
      throw new InvalidInput(where, `needs subjects with a name or number; ${got}`, "no_subject");
    }
  }
}
