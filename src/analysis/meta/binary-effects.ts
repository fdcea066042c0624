import { checkChoice, checkCounts, checkEventsAmong } from "./effect-columns.js";
import { checkPooling, type PoolingMethod, type PoolingTest } from "./pool-effects.js";
import type { PooledStudyEffects, StudyEffects } from "./study-effects.js";
import { poolStudyEffects } from "./study-effects.js";

/** Two arms of each study: columns of k counts. */
export interface BinaryStudies {
  readonly events1: ArrayLike<number>;
  readonly n1: ArrayLike<number>;
  readonly events2: ArrayLike<number>;
  readonly n2: ArrayLike<number>;
}

/** Log odds ratio, log risk ratio, risk difference, or difference of arcsine-transformed risks, first arm against second. */
export type BinaryMeasure = "log-odds-ratio" | "log-risk-ratio" | "risk-difference" | "arcsine";

const MEASURES = ["log-odds-ratio", "log-risk-ratio", "risk-difference", "arcsine"];
const ZERO_CELLS = ["half-where-empty", "half-everywhere", "treatment-arm", "leave-out"];
const ADDED = 0.5; // to each cell [@haldane1956]

/**
 * What is done about empty cells: ½ added to the four cells of a study that has one, ½ to the cells of
 * every study, the reciprocal of the other arm's size (of sum 1 over the arms) to the cells of a study
 * that has one, or such a study left out. Where the arms are of one size, the third is the first.
 */
export type ZeroCells = "half-where-empty" | "half-everywhere" | "treatment-arm" | "leave-out";

/** The cells of one study: events and others of the first arm, then of the second. */
export interface Cells {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/**
 * The effect of each study of two arms with its large-sample variance.
 *
 * ½ is added to the four cells of a study that has an empty one, and to no other, unless `zeroCells`
 * says otherwise. A study in which both arms have no event, or nothing but events, tells nothing of a
 * ratio: its log odds ratio and log risk ratio read NaN. It does tell of a difference, and stays in.
 *
 * @param studies - columns of counts, one row per study
 * @param measure - what is compared
 * @param options.zeroCells - as in `ZeroCells`; `"half-where-empty"`
 * @throws InvalidInput on unequal lengths, counts that are not integers of at least 0, more events
 *   than patients, or an unknown word
 * @source [@woolf1955], [@katz1978], [@rucker2009] arcsine, [@sweeting2004] zero cells
 */
export function binaryEffects(
  studies: BinaryStudies,
  measure: BinaryMeasure,
  { zeroCells = "half-where-empty" }: { zeroCells?: ZeroCells } = {},
): StudyEffects {
  checkBinaryStudies("binaryEffects", studies);
  checkChoice("binaryEffects", "measure", measure, MEASURES);
  checkChoice("binaryEffects", "zeroCells", zeroCells, ZERO_CELLS);
  const k = studies.events1.length;
  const effects = new Float64Array(k).fill(Number.NaN);
  const variances = new Float64Array(k).fill(Number.NaN);
  const isRatio = measure === "log-odds-ratio" || measure === "log-risk-ratio";
  for (let i = 0; i < k; i++) {
    const raw = cellsOf(studies, i);
    if (isRatio && tellsNothing(raw)) continue;
    if (zeroCells === "leave-out" && hasEmptyCell(raw)) continue;
    [effects[i], variances[i]] = effectOf(corrected(raw, zeroCells), measure);
  }
  return { effects, variances };
}

/**
 * Studies of two arms pooled by inverse-variance weights.
 *
 * @param studies - columns of counts, one row per study
 * @param measure - what is compared; ratios are pooled as logarithms
 * @param method - common effect or an estimator of τ²
 * @param options.level - confidence level of all intervals; 0.95
 * @param options.test - as in `poolEffects`; `"normal"`
 * @param options.zeroCells - as in `binaryEffects`; `"half-where-empty"`
 * @throws InvalidInput as `binaryEffects` and `poolEffects`
 */
export function metaBinary(
  studies: BinaryStudies,
  measure: BinaryMeasure,
  method: PoolingMethod,
  {
    level = 0.95,
    test = "normal",
    zeroCells = "half-where-empty",
  }: { level?: number; test?: PoolingTest; zeroCells?: ZeroCells } = {},
): PooledStudyEffects {
  checkBinaryStudies("metaBinary", studies);
  checkChoice("metaBinary", "measure", measure, MEASURES);
  checkPooling("metaBinary", method, level, test);
  checkChoice("metaBinary", "zeroCells", zeroCells, ZERO_CELLS);
  return poolStudyEffects(binaryEffects(studies, measure, { zeroCells }), method, test, level);
}

/**
 * Refuses what cannot be studies of two arms.
 *
 * @throws InvalidInput (`not_a_column`, `not_finite`, `empty`, `different_lengths`, `not_a_count`)
 */
export function checkBinaryStudies(where: string, studies: BinaryStudies): void {
  const { events1, n1, events2, n2 } = studies ?? {};
  checkCounts(where, { events1, n1, events2, n2 });
  checkEventsAmong(where, events1, n1, { events: "events1", n: "n1" });
  checkEventsAmong(where, events2, n2, { events: "events2", n: "n2" });
}

/** The cells of study i. */
export function cellsOf({ events1, n1, events2, n2 }: BinaryStudies, i: number): Cells {
  const [a, c] = [events1[i]!, events2[i]!];
  return { a, b: n1[i]! - a, c, d: n2[i]! - c };
}

/** Whether no arm has an event, or no arm anything else. */
export function tellsNothing({ a, b, c, d }: Cells): boolean {
  return (a === 0 && c === 0) || (b === 0 && d === 0);
}

function hasEmptyCell({ a, b, c, d }: Cells): boolean {
  return a * b * c * d === 0;
}

function corrected(cells: Cells, zeroCells: ZeroCells): Cells {
  if (zeroCells !== "half-everywhere" && !hasEmptyCell(cells)) return cells;
  const { a, b, c, d } = cells;
  const share = (a + b) / (a + b + c + d); // 1/n₂ over 1/n₁ + 1/n₂
  const [first, second] = zeroCells === "treatment-arm" ? [share, 1 - share] : [ADDED, ADDED];
  return { a: a + first, b: b + first, c: c + second, d: d + second };
}

/** Effect and variance. */
function effectOf({ a, b, c, d }: Cells, measure: BinaryMeasure): [number, number] {
  const [n1, n2] = [a + b, c + d];
  switch (measure) {
    case "log-odds-ratio":
      return [Math.log((a / b) * (d / c)), 1 / a + 1 / b + 1 / c + 1 / d];
    case "log-risk-ratio":
      return [Math.log((a / n1) * (n2 / c)), b / (a * n1) + d / (c * n2)];
    case "risk-difference":
      return [a / n1 - c / n2, (a * b) / n1 ** 3 + (c * d) / n2 ** 3];
    case "arcsine":
      return [
        Math.asin(Math.sqrt(a / n1)) - Math.asin(Math.sqrt(c / n2)),
        1 / (4 * n1) + 1 / (4 * n2),
      ];
  }
}
