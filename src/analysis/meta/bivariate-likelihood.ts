import { logChoose } from "../../numeric/index.js";

/** Fourfold tables of a test against its reference, one row per study: columns of k counts. */
export interface AccuracyStudies {
  readonly truePositives: ArrayLike<number>;
  readonly falseNegatives: ArrayLike<number>;
  readonly trueNegatives: ArrayLike<number>;
  readonly falsePositives: ArrayLike<number>;
}

/** Logits of sensitivity and specificity, then the Cholesky factor of their covariance between studies by rows. */
export type BivariateParameters = readonly number[]; // (5)

/** Counts of one group of one study, and the logit that the model expects. */
interface Group {
  readonly events: number;
  readonly n: number;
}

const MAX_STEPS = 100;

/**
 * Minus the log likelihood of binomial counts whose two logits are binormal between studies, each
 * study's integral by Laplace's approximation at its mode.
 *
 * @source [@chu2006] the model, [@pinheiro1995] the approximation
 */
export function minusLaplaceLikelihood(
  studies: AccuracyStudies,
): (at: BivariateParameters) => number {
  const rows = Array.from(studies.truePositives, (tp, i) => {
    const tn = studies.trueNegatives[i]!;
    return {
      diseased: { events: tp, n: tp + studies.falseNegatives[i]! },
      healthy: { events: tn, n: tn + studies.falsePositives[i]! },
    };
  });
  let constant = 0;
  for (const { diseased, healthy } of rows) {
    constant += logChoose(diseased.n, diseased.events) + logChoose(healthy.n, healthy.events);
  }
  return (at) => {
    let total = constant;
    for (const { diseased, healthy } of rows) total += logIntegral(diseased, healthy, at);
    return -total;
  };
}

/**
 * ln ∫∫ p(counts | logits + Lu) φ(u) du without the binomial coefficients, by Newton's search of the
 * mode in u; the target is concave.
 */
function logIntegral(diseased: Group, healthy: Group, at: BivariateParameters): number {
  const [sens, spec, l11, l21, l22] = at as [number, number, number, number, number];
  let [u1, u2] = [0, 0];
  let value = logDensity(diseased, sens, healthy, spec, 0, 0);
  let determinant = 1;
  for (let i = 0; i < MAX_STEPS; i++) {
    const p1 = expit(sens + l11 * u1);
    const p2 = expit(spec + l21 * u1 + l22 * u2);
    const w1 = diseased.n * p1 * (1 - p1);
    const w2 = healthy.n * p2 * (1 - p2);
    const r1 = diseased.events - diseased.n * p1;
    const r2 = healthy.events - healthy.n * p2;
    const h11 = 1 + l11 * l11 * w1 + l21 * l21 * w2;
    const h12 = l21 * l22 * w2;
    const h22 = 1 + l22 * l22 * w2;
    determinant = h11 * h22 - h12 * h12;
    const g1 = l11 * r1 + l21 * r2 - u1;
    const g2 = l22 * r2 - u2;
    let step1 = (h22 * g1 - h12 * g2) / determinant;
    let step2 = (h11 * g2 - h12 * g1) / determinant;
    const at1 = (): number => sens + l11 * (u1 + step1);
    const at2 = (): number => spec + l21 * (u1 + step1) + l22 * (u2 + step2);
    let next = logDensity(diseased, at1(), healthy, at2(), u1 + step1, u2 + step2);
    while (next < value - 1e-9 * (1 + Math.abs(value))) {
      step1 /= 2;
      step2 /= 2;
      next = logDensity(diseased, at1(), healthy, at2(), u1 + step1, u2 + step2);
    }
    u1 += step1;
    u2 += step2;
    value = next;
    if (Math.abs(step1) + Math.abs(step2) < 1e-12 * (1 + Math.abs(u1) + Math.abs(u2))) break;
  }
  return value - Math.log(determinant) / 2;
}

function logDensity(
  diseased: Group,
  eta1: number,
  healthy: Group,
  eta2: number,
  u1: number,
  u2: number,
): number {
  return (
    diseased.events * eta1 -
    diseased.n * logOnePlusExp(eta1) +
    healthy.events * eta2 -
    healthy.n * logOnePlusExp(eta2) -
    (u1 * u1 + u2 * u2) / 2
  );
}

/** 1/(1 + e⁻ˣ). */
export function expit(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** ln(1 + eˣ), without overflow. */
export function logOnePlusExp(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
