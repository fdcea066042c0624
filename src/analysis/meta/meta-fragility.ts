import type { Estimate } from "../estimate.js";
import {
  type BinaryMeasure,
  type BinaryStudies,
  cellsOf,
  checkBinaryStudies,
  metaBinary,
} from "./binary-effects.js";
import { checkChoice } from "./effect-columns.js";
import { type MantelHaenszelMeasure, mantelHaenszel } from "./mantel-haenszel.js";
import { petoOddsRatio } from "./peto.js";
import { checkPooling, type PoolingMethod, type PoolingTest } from "./pool-effects.js";

/** One patient of one arm of one study whose outcome is turned over. */
export interface FragilityChange {
  readonly study: number; // row
  readonly arm: "first" | "second";
  readonly change: "gains-event" | "loses-event";
}

/** How many patients' outcomes separate a pooled effect from the other side of significance. */
export interface MetaFragility {
  readonly method: "meta-fragility";
  /** Of an interval that excludes no effect, how many make it include it; of another, how many make it exclude it. */
  readonly kind: "fragility" | "reverse-fragility";
  readonly index: number; // patients; NaN when no further change brings the limit nearer
  readonly quotient: number; // index over the patients of all studies
  readonly changes: readonly FragilityChange[]; // in their order
  readonly before: Estimate; // on the scale of the measure
  readonly after: Estimate;
}

/** What pools the studies: Mantel and Haenszel's weights, Peto's method, or inverse-variance weights. */
export type FragilePool = PoolingMethod | "mantel-haenszel" | "peto";

const RATIOS = ["log-odds-ratio", "log-risk-ratio"];
const ALL_MEASURES = [...RATIOS, "risk-difference", "arcsine"];
const MEASURES = { "mantel-haenszel": [...RATIOS, "risk-difference"], peto: ["log-odds-ratio"] };

/** The studies as they are after some changes. */
interface Step {
  readonly studies: BinaryStudies;
  readonly estimate: Estimate;
  readonly changes: readonly FragilityChange[];
}

/**
 * The fragility index of a pooled comparison of two arms: outcomes are turned over one by one, each time
 * in the arm and the study that bring the limit of the interval nearest to no effect, until the interval
 * includes it. For an interval that includes it already, the limit is moved the other way, towards
 * either side, and the shorter way is given.
 *
 * The path is found step by step, as its authors do, and need not be the shortest of all.
 *
 * @param studies - columns of counts, one row per study
 * @param measure - what is pooled; Peto's method knows the log odds ratio alone
 * @param pool - how
 * @param options.level - confidence level of the interval; 0.95
 * @param options.test - as in `poolEffects`, for inverse-variance weights; `"normal"`
 * @throws InvalidInput as `metaBinary` and `mantelHaenszel`
 * @source [@atal2019]
 */
export function metaFragility(
  studies: BinaryStudies,
  measure: BinaryMeasure,
  pool: FragilePool,
  { level = 0.95, test = "normal" }: { level?: number; test?: PoolingTest } = {},
): MetaFragility {
  const estimateOf = poolBy(studies, measure, pool, level, test);
  const start: Step = { studies, estimate: estimateOf(studies), changes: [] };
  const { lower, upper } = start.estimate.ci;
  const isSignificant = lower > 0 || upper < 0;
  // Towards 0 the near limit is moved; away from it the near limit of an effect on either side.
  const ways = isSignificant ? [upper < 0 ? 1 : -1] : [1, -1];
  const found = ways.map((way) => walk(start, way as 1 | -1, isSignificant, estimateOf));
  const end = found.reduce((best, one) =>
    (one?.changes.length ?? Number.POSITIVE_INFINITY) <
    (best?.changes.length ?? Number.POSITIVE_INFINITY)
      ? one
      : best,
  );
  const index = end === undefined ? Number.NaN : end.changes.length;
  let patients = 0;
  for (let i = 0; i < studies.n1.length; i++) patients += studies.n1[i]! + studies.n2[i]!;
  return {
    method: "meta-fragility",
    kind: isSignificant ? "fragility" : "reverse-fragility",
    index,
    quotient: index / patients,
    changes: end?.changes ?? [],
    before: start.estimate,
    after: (end ?? start).estimate,
  };
}

/** Changes one outcome after another, the effect rising (way 1) or falling, until significance turns. */
function walk(
  start: Step,
  way: 1 | -1,
  isSignificant: boolean,
  estimateOf: (studies: BinaryStudies) => Estimate,
): Step | undefined {
  // A significant effect below 0 that rises passes 0 with its upper limit; an effect that shall become
  // significant above 0 passes it with its lower one.
  const limit = ({ ci }: Estimate): number =>
    way * ((way === 1) === isSignificant ? ci.upper : ci.lower);
  let now = start;
  for (;;) {
    const next = changesOf(now, way, estimateOf);
    const best = next.reduce<Step | undefined>(
      (nearest, one) =>
        limit(one.estimate) >
        (nearest === undefined ? limit(now.estimate) : limit(nearest.estimate))
          ? one
          : nearest,
      undefined,
    );
    if (best === undefined) return undefined;
    const passed = limit(best.estimate);
    if (isSignificant ? passed >= 0 : passed > 0) return best;
    now = best;
  }
}

/** Every single change that lets the effect rise (way 1) or fall. */
function changesOf(
  { studies, changes }: Step,
  way: 1 | -1,
  estimateOf: (studies: BinaryStudies) => Estimate,
): Step[] {
  return Array.from(studies.n1, (_, study) => {
    const { a, b, c, d } = cellsOf(studies, study);
    const [room1, room2] = way === 1 ? [b, c] : [a, d];
    const changed = (arm: "first" | "second", step: 1 | -1): Step => {
      const key = arm === "first" ? "events1" : "events2";
      const events = Array.from(studies[key]);
      events[study]! += step;
      const after = { ...studies, [key]: events };
      const change = step === 1 ? "gains-event" : "loses-event";
      return {
        studies: after,
        estimate: estimateOf(after),
        changes: [...changes, { study, arm, change }],
      };
    };
    return [
      ...(room1 > 0 ? [changed("first", way)] : []),
      ...(room2 > 0 ? [changed("second", way === 1 ? -1 : 1)] : []),
    ];
  }).flat();
}

function poolBy(
  studies: BinaryStudies,
  measure: BinaryMeasure,
  pool: FragilePool,
  level: number,
  test: PoolingTest,
): (studies: BinaryStudies) => Estimate {
  const where = "metaFragility";
  checkBinaryStudies(where, studies);
  checkChoice(where, "measure", measure, MEASURES[pool as keyof typeof MEASURES] ?? ALL_MEASURES);
  if (pool === "mantel-haenszel" || pool === "peto") {
    checkPooling(where, "common-effect", level, test);
    return pool === "peto"
      ? (some) => petoOddsRatio(some, { level }).estimate
      : (some) => mantelHaenszel(some, measure as MantelHaenszelMeasure, { level }).estimate;
  }
  checkPooling(where, pool, level, test);
  return (some) => metaBinary(some, measure, pool, { level, test }).estimate;
}
