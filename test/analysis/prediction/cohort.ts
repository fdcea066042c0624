import fc from "fast-check";
import { type Random, seeded } from "../../../src/numeric/index.js";

/** A small cohort with overlap of the outcomes; no patient data. */
export const Y: readonly number[] = [1, 1, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0];
export const MISMATCH: readonly number[] = [
  3.5, 3.3, 1.7, 2.2, 3, 2.7, 0.5, 3, 1.3, 3.1, 1.1, 3.9, 2.7, 0.9, 1.3, 1.6,
];
export const AGE: readonly number[] = [
  60, 67, 63, 74, 72, 71, 60, 79, 59, 71, 83, 82, 73, 78, 70, 76,
];
export const RISKS: readonly number[] = [
  0.537, 0.512, 0.321, 0.378, 0.475, 0.438, 0.206, 0.475, 0.279, 0.488, 0.259, 0.587, 0.438, 0.24,
  0.279, 0.31,
];

/** n subjects of a logistic population with slopes 1 and −½ and intercept −½. */
export function drawCohort(random: Random, n: number): { y: number[]; x: number[][] } {
  const x = Array.from({ length: n }, () => [random.normal(), random.normal()]);
  const y = x.map(([a, b]) => (random.uniform() < 1 / (1 + Math.exp(0.5 - a! + 0.5 * b!)) ? 1 : 0));
  return { y, x };
}

/** Cohorts of 40 subjects in which both outcomes overlap nearly always. */
export const cohorts: fc.Arbitrary<{ y: number[]; x: number[][] }> = fc
  .integer({ min: 0, max: 2 ** 30 })
  .map((seed) => drawCohort(seeded(seed), 40));
