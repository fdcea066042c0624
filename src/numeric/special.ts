import stdlibErfc from "@stdlib/math-base-special-erfc";
import { checkCount, checkPositive } from "./checks.js";

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
const EULER = 0.5772156649015329; // Euler's constant, −digamma(1)
const SERIES_FROM = 10; // six terms of Stirling's series are exact to a double from here on
const FAR = 25; // erfc nears the smallest double from here on
const BEYOND = 27.3; // erfc is below it

/** ζ(k) − 1 for k = 2 … 30: Taylor coefficients of ln Γ about 2. */
const ZETA_MINUS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993,
  0.01734306198444914, 0.008349277381922827, 0.00407735619794434, 0.0020083928260822143,
  0.0009945751278180853, 0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915,
  6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5, 7.637197637899763e-6,
  3.81729326499984e-6, 1.908212716553939e-6, 9.539620338727962e-7, 4.769329867878064e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8,
  1.4901554828365043e-8, 7.45071178983543e-9, 3.725334024788457e-9, 1.862659723513049e-9,
  9.313274324196682e-10,
];

/** Error function 2/√π ∫₀ˣ e^(−t²) dt, exact also for small x. */
export function erf(x: number): number {
  if (Math.abs(x) > 1) return x > 0 ? 1 - erfc(x) : erfc(-x) - 1;
  // e^(−x²) Σ (2x²)ᵏ x/(1·3·…·(2k + 1)): every term has the sign of x.
  const square = 2 * x * x;
  let term = x;
  let sum = x;
  for (let k = 1; Math.abs(term) > Math.abs(sum) * (Number.EPSILON / 4); k++) {
    term *= square / (2 * k + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** 1 − erf(x), exact in the far tail down to the smallest double. */
export function erfc(x: number): number {
  if (!(x > FAR)) return stdlibErfc(x);
  if (x > BEYOND) return 0;
  // Continued fraction; e^(−x²) in parts, so that only the last product rounds below 1e-308.
  let fraction = x;
  for (let k = 12; k >= 1; k--) fraction = x + k / 2 / fraction;
  const head = Math.fround(x); // its square is exact
  const rest = Math.exp((head - x) * (head + x)) / (fraction * Math.sqrt(Math.PI));
  const half = Math.exp((-head * head) / 2);
  return half * rest * half;
}

/**
 * Logarithm of the gamma function, exact to a relative few 1e-16 also near its roots 1 and 2.
 *
 * @param x - above 0
 * @throws InvalidInput unless x is above 0
 */
export function lgamma(x: number): number {
  checkPositive("lgamma", "x", x);
  if (x >= SERIES_FROM) return stirlingError(x) + (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI;
  if (x < 0.5) return aboutTwo(x) - Math.log1p(x) - Math.log(x);
  if (x < 1.5) return aboutTwo(x - 1) - Math.log1p(x - 1);
  let product = 1;
  let reduced = x;
  while (reduced > 2.5) {
    reduced -= 1;
    product *= reduced;
  }
  return Math.log(product) + aboutTwo(reduced - 2);
}

/** ln n! − [(n + ½) ln n − n + ½ ln 2π] for n > 0: the error of Stirling's formula. */
export function stirlingError(n: number): number {
  if (n < SERIES_FROM) return lgamma(n + 1) - ((n + 0.5) * Math.log(n) - n + HALF_LOG_TWO_PI);
  const s = 1 / (n * n);
  return (
    (1 / 12 -
      (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - (691 / 360360) * s) * s) * s) * s) * s) /
    n
  );
}

/**
 * Derivative of the logarithm of the gamma function.
 *
 * @param x - above 0
 * @throws InvalidInput unless x is above 0
 */
export function digamma(x: number): number {
  checkPositive("digamma", "x", x);
  let sum = 0;
  let shifted = x;
  while (shifted < SERIES_FROM) {
    sum += 1 / shifted;
    shifted += 1;
  }
  const s = 1 / (shifted * shifted);
  const tail =
    s *
    (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - (s * 691) / 32760)))));
  return Math.log(shifted) - 0.5 / shifted - tail - sum;
}

/**
 * Logarithm of the number of ways to choose k among n; −Infinity when k is above n.
 *
 * @throws InvalidInput unless n and k are counts
 */
export function logChoose(n: number, k: number): number {
  checkCount("logChoose", "n", n);
  checkCount("logChoose", "k", k);
  if (k > n) return Number.NEGATIVE_INFINITY;
  const few = Math.min(k, n - k);
  const rest = n - few;
  if (few === 0) return 0;
  if (few === 1) return Math.log(n);
  const errors = stirlingError(n) - stirlingError(few) - stirlingError(rest);
  const entropy = few * Math.log(n / few) - rest * Math.log1p(-few / n);
  return entropy + errors + 0.5 * Math.log(n / few / rest) - HALF_LOG_TWO_PI;
}

/** ln Γ(2 + z) for |z| ≤ ½. */
function aboutTwo(z: number): number {
  let sum = 0;
  for (let k = ZETA_MINUS_ONE.length + 1; k >= 2; k--) {
    sum = -z * (sum + ZETA_MINUS_ONE[k - 2]! / k);
  }
  return z * (1 - EULER) - z * sum;
}
