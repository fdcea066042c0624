import { InvalidInput } from "./invalid-input.js";

const MAX_STEPS = 300; // bisection alone needs about 60 on [0, 1] and 1100 at the very worst

/**
 * A root of a continuous function inside a bracket, to the last bits of the argument.
 *
 * Brent's method: secant and inverse quadratic steps, with bisection whenever they do not
 * shrink the bracket. The function may return ±Infinity; such a step is bisected.
 *
 * @param f - continuous on [lower, upper], of opposite sign at the ends
 * @param lower - one end of the bracket
 * @param upper - the other end
 * @throws InvalidInput when the ends are not finite or do not bracket a sign change
 * @source [@brent1973] algorithm zeroin
 */
export function brent(f: (x: number) => number, lower: number, upper: number): number {
  let a = lower;
  let b = upper;
  let fa = f(a);
  let fb = f(b);
  if (!Number.isFinite(a) || !Number.isFinite(b) || Number.isNaN(fa) || Number.isNaN(fb)) {
    throw new InvalidInput("brent", `needs a finite bracket; got [${lower}, ${upper}]`);
  }
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (fa > 0 === fb > 0) {
    throw new InvalidInput("brent", `needs a sign change; got f(${a}) = ${fa}, f(${b}) = ${fb}`);
  }
  let c = a; // b and c always bracket the root, b is the better end
  let fc = fa;
  let step = b - a;
  let previousStep = step;
  for (let i = 0; i < MAX_STEPS; i++) {
    if (fb > 0 === fc > 0) {
      c = a;
      fc = fa;
      step = b - a;
      previousStep = step;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const tolerance = Number.EPSILON * Math.abs(b) + Number.MIN_VALUE;
    const half = (c - b) / 2;
    if (Math.abs(half) <= tolerance || fb === 0) return b;
    const trial = interpolatedStep(a, b, c, fa, fb, fc);
    if (
      Math.abs(previousStep) >= tolerance &&
      Math.abs(fa) > Math.abs(fb) &&
      Number.isFinite(trial) &&
      trial * Math.sign(half) > 0 &&
      Math.abs(trial) < Math.min(1.5 * Math.abs(half), Math.abs(previousStep) / 2)
    ) {
      previousStep = step;
      step = trial;
    } else {
      step = half;
      previousStep = half;
    }
    a = b;
    fa = fb;
    b += Math.abs(step) > tolerance ? step : Math.sign(half) * tolerance;
    fb = f(b);
  }
  return b;
}

/** Secant step when only two points are distinct, inverse quadratic otherwise. */
function interpolatedStep(
  a: number,
  b: number,
  c: number,
  fa: number,
  fb: number,
  fc: number,
): number {
  const s = fb / fa;
  if (a === c) return (s * (b - a)) / (1 - s);
  const q = fa / fc;
  const r = fb / fc;
  const numerator = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
  return -numerator / ((q - 1) * (r - 1) * (s - 1));
}
