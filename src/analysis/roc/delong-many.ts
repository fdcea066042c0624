import {
  chiSquareSurvival,
  InvalidInput,
  inTheNameOf,
  type Matrix,
  normalSurvival,
  pseudoInverse,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkMatrix, shown } from "../columns.js";
import { adjustedP, type PAdjustment } from "../compare/adjusted-p.js";
import type { Estimate } from "../estimate.js";
import { criticalZ } from "../proportion/intervals.js";
import { areaCovariance, placements } from "./placements.js";
import { checkEvents, checkMarker, type Marker } from "./scored.js";

/** A weighted sum of areas, such as the difference of two. */
export interface AreaContrast {
  readonly weights: readonly number[]; // (k) one for each marker
  readonly estimate: Estimate;
  readonly standardError: number;
  readonly z: number;
  readonly p: number; // two-sided, as if it were the only one
  readonly adjustedP: number; // for the number of contrasts
}

/** A comparison of the areas of several markers on the same subjects. */
export interface DeLongManyTest {
  readonly method: "delong-many";
  readonly nEvents: number;
  readonly nNonEvents: number;
  readonly areas: Float64Array; // (k)
  readonly covariance: readonly (readonly number[])[]; // (k × k)
  readonly statistic: number; // χ² that all contrasts are 0 at once
  readonly df: number; // rank of their covariance; 0 when none of them varies
  readonly p: number;
  readonly adjustment: PAdjustment;
  readonly contrasts: readonly AreaContrast[];
  /**
   * "one-of-a-class": a single event or non-event, so nothing but the areas is defined.
   * "zero-variance": no contrast has a variance; chi-square and p read NaN.
   */
  readonly note?: "one-of-a-class" | "zero-variance";
}

/**
 * DeLong's test that several areas under ROC curves on the same subjects are equal, and of each
 * contrast among them.
 *
 * @param markers - (k) { scores (n), direction }, at least 2; same subjects, same order
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param options.contrasts - rows of k weights that sum to 0; all differences of two markers,
 *   the first minus the second, the first minus the third and so on
 * @param options.level - confidence level of each contrast's own interval; 0.95
 * @param options.adjustment - of the contrasts' p-values for their number; "holm"
 * @throws InvalidInput as `areaUnderCurve`, and for fewer than 2 markers or weights that do not sum to 0
 * @source [@delong1988]
 */
export function deLongManyTest(
  markers: readonly Marker[],
  events: ArrayLike<number | boolean>,
  {
    contrasts,
    level = 0.95,
    adjustment = "holm",
  }: {
    contrasts?: readonly (readonly number[])[];
    level?: number;
    adjustment?: PAdjustment;
  } = {},
): DeLongManyTest {
  const where = "deLongManyTest";
  const oriented = checkMarkers(where, markers);
  const outcomes = checkEvents(where, events, oriented[0]!.length);
  checkLevel(where, level);
  const k = oriented.length;
  const rows = contrasts === undefined ? differences(k) : checkContrasts(where, contrasts, k);
  const placed = oriented.map((scores) => placements(scores, outcomes));
  const areas = Float64Array.from(placed, ({ area }) => area);
  const covariance = placed.map((one) => placed.map((two) => areaCovariance(one, two, outcomes)));
  const tests = rows.map((weights) => contrastOf(weights, areas, covariance, level));
  const adjusted = adjustedDefined(where, tests, adjustment);
  const { nEvents, nNonEvents } = outcomes;
  const isDefined = nEvents > 1 && nNonEvents > 1;
  const joint = isDefined ? jointTest(rows, areas, covariance) : UNDEFINED;
  const note = isDefined ? (joint.df === 0 ? "zero-variance" : undefined) : "one-of-a-class";
  return {
    method: "delong-many",
    nEvents,
    nNonEvents,
    areas,
    covariance,
    ...joint,
    adjustment,
    contrasts: tests.map((test, i) => ({ ...test, adjustedP: adjusted[i]! })),
    ...(note === undefined ? {} : { note }),
  };
}

interface JointTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

const UNDEFINED: JointTest = { statistic: Number.NaN, df: Number.NaN, p: Number.NaN };

/** Wald's test that all contrasts are 0; what is linear in the others adds nothing. */
function jointTest(rows: Matrix, areas: Float64Array, covariance: Matrix): JointTest {
  const estimates = rows.map((weights) => product(weights, areas));
  const between = rows.map((a) =>
    rows.map((b) =>
      product(
        a,
        covariance.map((row) => product(row, b)),
      ),
    ),
  );
  const size = Math.max(...between.map((row, i) => row[i]!));
  if (!(size > 0)) return { ...UNDEFINED, df: 0 };
  const { inverse, rank } = pseudoInverse(between);
  const statistic = product(
    estimates,
    inverse.map((row) => product(row, estimates)),
  );
  return { statistic, df: rank, p: chiSquareSurvival(statistic, rank) };
}

function contrastOf(
  weights: readonly number[],
  areas: Float64Array,
  covariance: Matrix,
  level: number,
): Omit<AreaContrast, "adjustedP"> {
  const value = product(weights, areas);
  const variance = product(
    weights,
    covariance.map((row) => product(row, weights)),
  );
  const standardError = Math.sqrt(Math.max(0, variance)); // markers that rank alike leave −1e-19
  const z = value === 0 && standardError === 0 ? 0 : value / standardError;
  const reach = criticalZ(level) * standardError;
  const ci = { lower: value - reach, upper: value + reach, level };
  return {
    weights,
    estimate: { value, ci },
    standardError,
    z,
    p: 2 * normalSurvival(Math.abs(z)),
  };
}

/** P values adjusted for their number; those that are not defined are not counted. */
function adjustedDefined(
  where: string,
  tests: readonly { readonly p: number }[],
  adjustment: PAdjustment,
): number[] {
  const defined = tests.map(({ p }) => p).filter((p) => !Number.isNaN(p));
  const adjusted = inTheNameOf(where, () =>
    adjustedP(defined.length > 0 ? defined : [1], adjustment),
  );
  let next = 0;
  return tests.map(({ p }) => (Number.isNaN(p) ? Number.NaN : adjusted[next++]!));
}

function product(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function checkMarkers(where: string, markers: readonly Marker[]): Float64Array[] {
  if (!Array.isArray(markers)) {
    throw new InvalidInput(
      where,
      `needs an array of markers; got ${shown(markers)}`,
      "not_a_column",
    );
  }
  if (markers.length < 2) {
    throw new InvalidInput(where, `needs at least 2 markers; got ${markers.length}`, "n_too_small");
  }
  const oriented = markers.map((marker, j) =>
    checkMarker(where, `the scores of marker ${j}`, marker),
  );
  const odd = oriented.findIndex((scores) => scores.length !== oriented[0]!.length);
  if (odd >= 0) {
    const got = `marker 0 has ${oriented[0]!.length}, marker ${odd} ${oriented[odd]!.length}`;
    throw new InvalidInput(where, `needs all scores of each subject; ${got}`, "different_lengths");
  }
  return oriented;
}

function checkContrasts(
  where: string,
  contrasts: readonly (readonly number[])[],
  markers: number,
): readonly (readonly number[])[] {
  checkMatrix(where, "contrasts", contrasts, { rows: 1, columns: 2 });
  for (const [i, weights] of contrasts.entries()) {
    if (weights.length !== markers) {
      const got = `contrast ${i} has ${weights.length}`;
      throw new InvalidInput(where, `needs ${markers} weights in a contrast; ${got}`, "contrasts");
    }
    const size = weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    if (size === 0 || Math.abs(sum) > 1e-9 * size) {
      const rule = `needs contrasts whose weights sum to 0 and are not all 0; contrast ${i} is ${weights}`;
      throw new InvalidInput(where, rule, "contrasts");
    }
  }
  return contrasts.map((weights) => [...weights]);
}

/** The contrasts of all pairs. */
function differences(k: number): number[][] {
  const rows: number[][] = [];
  for (let i = 0; i < k; i++) {
    for (let j = i + 1; j < k; j++) {
      rows.push(Array.from({ length: k }, (_, m) => (m === i ? 1 : m === j ? -1 : 0)));
    }
  }
  return rows;
}
