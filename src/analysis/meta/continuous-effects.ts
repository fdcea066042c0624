import { InvalidInput } from "../../numeric/index.js";
import { hedgesCorrection } from "../compare/standardised-difference.js";
import { checkChoice, checkStudyColumns } from "./effect-columns.js";
import { checkPooling, type PoolingMethod, type PoolingTest } from "./pool-effects.js";
import { type PooledStudyEffects, poolStudyEffects, type StudyEffects } from "./study-effects.js";

/** Two arms of each study by mean, standard deviation (divisor n − 1) and size: columns of k. */
export interface ContinuousStudies {
  readonly mean1: ArrayLike<number>;
  readonly sd1: ArrayLike<number>;
  readonly n1: ArrayLike<number>;
  readonly mean2: ArrayLike<number>;
  readonly sd2: ArrayLike<number>;
  readonly n2: ArrayLike<number>;
}

/** Mean difference, Hedges's g, or log ratio of means, first arm against second. */
export type ContinuousMeasure =
  | "mean-difference"
  | "standardised-mean-difference"
  | "log-ratio-of-means";

const MEASURES = ["mean-difference", "standardised-mean-difference", "log-ratio-of-means"];

/**
 * The effect of each study of two means with its large-sample variance.
 *
 * The standardised difference is Hedges's g with the exact correction, its variance
 * 1/n₁ + 1/n₂ + g²/(2(n₁ + n₂)). The log ratio reads NaN where a mean is 0 or the two differ in
 * sign, the standardised difference where both standard deviations are 0.
 *
 * @param studies - columns, one row per study
 * @param measure - what is compared
 * @throws InvalidInput on unequal lengths, non-finite values, a negative SD, n that is no integer
 *   of at least 2, or an unknown measure
 * @source [@hedges1981], [@hedges1999] ratio of means
 */
export function continuousEffects(
  studies: ContinuousStudies,
  measure: ContinuousMeasure,
): StudyEffects {
  check("continuousEffects", studies, measure);
  const { mean1, sd1, n1, mean2, sd2, n2 } = studies;
  const k = mean1.length;
  const effects = new Float64Array(k);
  const variances = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    [effects[i], variances[i]] = effectOf(
      { mean: mean1[i]!, sd: sd1[i]!, n: n1[i]! },
      { mean: mean2[i]!, sd: sd2[i]!, n: n2[i]! },
      measure,
    );
  }
  return { effects, variances };
}

/**
 * Studies of two means pooled by inverse-variance weights. Studies without an effect or with
 * variance 0 are left out; `used` names those that are in.
 *
 * @param studies - columns, one row per study
 * @param measure - what is compared
 * @param method - common effect or an estimator of τ²
 * @param options.level - confidence level of all intervals; 0.95
 * @param options.test - as in `poolEffects`; `"normal"`
 * @throws InvalidInput as `continuousEffects` and `poolEffects`
 */
export function metaContinuous(
  studies: ContinuousStudies,
  measure: ContinuousMeasure,
  method: PoolingMethod,
  { level = 0.95, test = "normal" }: { level?: number; test?: PoolingTest } = {},
): PooledStudyEffects {
  check("metaContinuous", studies, measure);
  checkPooling("metaContinuous", method, level, test);
  return poolStudyEffects(continuousEffects(studies, measure), method, test, level);
}

interface Summary {
  readonly mean: number;
  readonly sd: number;
  readonly n: number;
}

/** Effect and variance. */
function effectOf(first: Summary, second: Summary, measure: ContinuousMeasure): [number, number] {
  const { n: n1 } = first;
  const { n: n2 } = second;
  switch (measure) {
    case "mean-difference":
      return [first.mean - second.mean, first.sd ** 2 / n1 + second.sd ** 2 / n2];
    case "standardised-mean-difference": {
      const df = n1 + n2 - 2;
      const pooled = Math.sqrt(((n1 - 1) * first.sd ** 2 + (n2 - 1) * second.sd ** 2) / df);
      if (pooled === 0) return [Number.NaN, Number.NaN];
      const g = (hedgesCorrection(df) * (first.mean - second.mean)) / pooled;
      return [g, 1 / n1 + 1 / n2 + g ** 2 / (2 * (n1 + n2))];
    }
    case "log-ratio-of-means": {
      const ratio = first.mean / second.mean;
      if (!(ratio > 0 && Number.isFinite(ratio))) return [Number.NaN, Number.NaN];
      return [
        Math.log(ratio),
        (first.sd / first.mean) ** 2 / n1 + (second.sd / second.mean) ** 2 / n2,
      ];
    }
  }
}

function check(where: string, studies: ContinuousStudies, measure: ContinuousMeasure): void {
  const { mean1, sd1, n1, mean2, sd2, n2 } = studies ?? {};
  checkStudyColumns(where, { mean1, sd1, n1, mean2, sd2, n2 });
  for (const [name, sds] of Object.entries({ sd1, sd2 })) {
    for (let i = 0; i < sds.length; i++) {
      if (sds[i]! < 0) {
        const rule = `needs ${name} of at least 0; study ${i} has ${sds[i]}`;
        throw new InvalidInput(where, rule, "negative_sd");
      }
    }
  }
  for (const [name, sizes] of Object.entries({ n1, n2 })) {
    for (let i = 0; i < sizes.length; i++) {
      if (!Number.isSafeInteger(sizes[i]) || sizes[i]! < 2) {
        const rule = `needs ${name} that are integers of at least 2; study ${i} has ${sizes[i]}`;
        throw new InvalidInput(where, rule, "not_a_count");
      }
    }
  }
  checkChoice(where, "measure", measure, MEASURES);
}
