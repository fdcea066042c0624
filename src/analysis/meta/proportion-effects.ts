import { InvalidInput, mean } from "../../numeric/index.js";
import type { Estimate } from "../estimate.js";
import { checkChoice, checkCounts, checkEventsAmong } from "./effect-columns.js";
import { checkPooling, type PoolingMethod, type PoolingTest } from "./pool-effects.js";
import { type PooledStudyEffects, poolStudyEffects, type StudyEffects } from "./study-effects.js";

/** One group of each study: columns of k counts. */
export interface ProportionStudies {
  readonly events: ArrayLike<number>;
  readonly n: ArrayLike<number>;
}

/** Scale on which proportions are pooled: ln(p/(1 − p)), arcsin √p, Freeman and Tukey's double arcsine halved, or p itself. */
export type ProportionScale = "logit" | "arcsine" | "freeman-tukey" | "raw";

const SCALES = ["logit", "arcsine", "freeman-tukey", "raw"];

/** A pooled proportion: what `poolEffects` gives on the scale, and the proportion it stands for. */
export interface PooledProportion extends PooledStudyEffects {
  readonly scale: ProportionScale;
  readonly proportion: Estimate;
  readonly harmonicMeanN: number; // the size at which Freeman and Tukey's scale is turned back
}

/**
 * The proportion of each study on a scale, with its large-sample variance.
 *
 * A study without events, or with nothing but events, gets `zeroCorrection` added to its events and
 * to the others. The logit is not defined and the raw variance 0 without; the two arcsine scales
 * need none, though R's metafor adds ½ there too.
 *
 * @param studies - columns of counts, one row per study
 * @param scale - see `ProportionScale`
 * @param options.zeroCorrection - 0.5 on the scales logit and raw, else 0
 * @throws InvalidInput on unequal lengths, counts that are not integers of at least 0, more events
 *   than n, an unknown scale, or a negative correction
 * @source [@freeman1950], [@miller1978], [@stijnen2010] logit
 */
export function proportionEffects(
  studies: ProportionStudies,
  scale: ProportionScale,
  { zeroCorrection = defaultCorrection(scale) }: { zeroCorrection?: number } = {},
): StudyEffects {
  check("proportionEffects", studies, scale, zeroCorrection);
  const k = studies.n.length;
  const effects = new Float64Array(k);
  const variances = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    const [events, n] = [studies.events[i]!, studies.n[i]!];
    const added = events === 0 || events === n ? zeroCorrection : 0;
    [effects[i], variances[i]] = effectOf(events + added, n + 2 * added, scale);
  }
  return { effects, variances };
}

/**
 * Proportions pooled on a scale by inverse-variance weights and turned back.
 *
 * Freeman and Tukey's scale is turned back at the harmonic mean of the sizes.
 *
 * @param studies - columns of counts, one row per study
 * @param scale - see `ProportionScale`
 * @param method - common effect or an estimator of τ²
 * @param options.level - confidence level of all intervals; 0.95
 * @param options.test - as in `poolEffects`; `"normal"`
 * @param options.zeroCorrection - as in `proportionEffects`
 * @throws InvalidInput as `proportionEffects` and `poolEffects`
 * @source [@miller1978] inverse of the double arcsine, [@barendregt2013]
 */
export function metaProportions(
  studies: ProportionStudies,
  scale: ProportionScale,
  method: PoolingMethod,
  {
    level = 0.95,
    test = "normal",
    zeroCorrection = defaultCorrection(scale),
  }: { level?: number; test?: PoolingTest; zeroCorrection?: number } = {},
): PooledProportion {
  check("metaProportions", studies, scale, zeroCorrection);
  checkPooling("metaProportions", method, level, test);
  const effects = proportionEffects(studies, scale, { zeroCorrection });
  const pool = poolStudyEffects(effects, method, test, level);
  const harmonicMeanN = 1 / mean(Array.from(studies.n, (n) => 1 / n));
  const back = (value: number): number => proportionAt(value, scale, harmonicMeanN);
  const { value, ci } = pool.estimate;
  return {
    ...pool,
    scale,
    proportion: {
      value: back(value),
      ci: { lower: back(ci.lower), upper: back(ci.upper), level },
    },
    harmonicMeanN,
  };
}

/**
 * Refuses what cannot be studies of one group.
 *
 * @throws InvalidInput (`not_a_column`, `not_finite`, `empty`, `different_lengths`, `not_a_count`)
 */
export function checkProportionStudies(where: string, studies: ProportionStudies): void {
  const { events, n } = studies ?? {};
  checkCounts(where, { events, n });
  checkEventsAmong(where, events, n, { events: "events", n: "n" });
}

function defaultCorrection(scale: ProportionScale): number {
  return scale === "logit" || scale === "raw" ? 0.5 : 0;
}

function check(
  where: string,
  studies: ProportionStudies,
  scale: ProportionScale,
  zeroCorrection: number,
): void {
  checkProportionStudies(where, studies);
  checkChoice(where, "scale", scale, SCALES);
  if (!(Number.isFinite(zeroCorrection) && zeroCorrection >= 0)) {
    const rule = `needs a zeroCorrection of at least 0; got ${zeroCorrection}`;
    throw new InvalidInput(where, rule, "zero_correction");
  }
}

/** Value on the scale, and variance. */
function effectOf(events: number, n: number, scale: ProportionScale): [number, number] {
  const others = n - events;
  switch (scale) {
    case "logit":
      return [Math.log(events / others), 1 / events + 1 / others];
    case "arcsine":
      return [Math.asin(Math.sqrt(events / n)), 1 / (4 * n)];
    case "freeman-tukey":
      return [doubleArcsine(events, n), 1 / (4 * n + 2)];
    case "raw":
      return [events / n, (events * others) / n ** 3];
  }
}

function doubleArcsine(events: number, n: number): number {
  const first = Math.asin(Math.sqrt(events / (n + 1)));
  return (first + Math.asin(Math.sqrt((events + 1) / (n + 1)))) / 2;
}

/** The proportion that stands at a value of the scale; beyond the scale's ends 0 or 1. */
function proportionAt(value: number, scale: ProportionScale, harmonicMeanN: number): number {
  switch (scale) {
    case "logit":
      return 1 / (1 + Math.exp(-value));
    case "arcsine":
      return Math.sin(Math.min(Math.max(value, 0), Math.PI / 2)) ** 2;
    case "freeman-tukey":
      return fromDoubleArcsine(value, harmonicMeanN);
    case "raw":
      return value;
  }
}

/** Miller's inverse. */
function fromDoubleArcsine(value: number, n: number): number {
  if (value <= doubleArcsine(0, n)) return 0;
  if (value >= doubleArcsine(n, n)) return 1;
  const sine = Math.sin(2 * value);
  const inner = sine + (sine - 1 / sine) / n;
  const root = Math.sqrt(Math.max(0, 1 - inner * inner));
  return (1 - Math.sign(Math.cos(2 * value)) * root) / 2;
}
