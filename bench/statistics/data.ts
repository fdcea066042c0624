/**
 * Data of the benchmark, by formula so that every engine has the same: irrational multiples of i, taken
 * modulo 1, are spread evenly; their logits are the scores. bench/peers/ has the same formulas in R and Python.
 */

const STEPS = [0.6180339887498949, 0.7548776662466927, 0.5698402909980532, 0.8191725133961645];

const fraction = (x: number): number => x - Math.floor(x);
const logit = (u: number): number => Math.log(u / (1 - u));
const toFourDecimals = (x: number): number => Math.floor(x * 10000 + 0.5) / 10000;

/** u₁ … u₄ of the n subjects. */
function uniforms(n: number): Float64Array[] {
  return STEPS.map((step) => Float64Array.from({ length: n }, (_, i) => fraction((i + 1) * step)));
}

/** Two correlated scores; 30 % of the subjects have the event. */
export function rocData(n: number): {
  events: Uint8Array;
  first: Float64Array;
  second: Float64Array;
} {
  const [u1, u2, u3] = uniforms(n) as [Float64Array, Float64Array, Float64Array];
  const events = Uint8Array.from(u3, (u) => Number(u < 0.3));
  const first = u1.map((u, i) => toFourDecimals(logit(u) + 1.2 * events[i]!));
  const second = u2.map((u, i) => toFourDecimals(0.6 * first[i]! + 0.8 * logit(u)));
  return { events, first, second };
}

/** Two methods of measurement on the same subjects, around `centre`. */
export function methodData(n: number, centre: number): { x: Float64Array; y: Float64Array } {
  const [u1, u2] = uniforms(n) as [Float64Array, Float64Array];
  const x = u1.map((u) => toFourDecimals(centre + 3 * logit(u)));
  return { x, y: u2.map((u, i) => toFourDecimals(x[i]! + 0.3 + 0.9 * logit(u))) };
}

/** Three raters' measurements, a column each. */
export function raterData(n: number): Float64Array[] {
  const [u1, ...others] = uniforms(n) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const raters = [
    { bias: 0, spread: 0.8 },
    { bias: 0.3, spread: 0.9 },
    { bias: -0.2, spread: 1.1 },
  ];
  return raters.map(({ bias, spread }, j) =>
    others[j]!.map((u, i) => toFourDecimals(22 + 3 * logit(u1[i]!) + bias + spread * logit(u))),
  );
}

/** Three raters' categories 1 … 5, a column each. */
export function categoryData(n: number): Uint8Array[] {
  const [u1, ...others] = uniforms(n) as [Float64Array, Float64Array, Float64Array, Float64Array];
  return others.map((own) =>
    Uint8Array.from(own, (u, i) => 1 + Math.floor(5 * fraction(u1[i]! + 0.12 * (u - 0.5) + 1))),
  );
}

/** Effects and variances of k studies. */
export function studyData(k: number): { effects: Float64Array; variances: Float64Array } {
  const [u1, u2] = uniforms(k) as [Float64Array, Float64Array];
  return {
    effects: u1.map((u) => toFourDecimals(-0.4 + 0.25 * logit(u))),
    variances: u2.map((u) => 0.01 + 0.2 * u),
  };
}

/** Two samples with many ties. */
export function tiedSamples(n: number): { first: Float64Array; second: Float64Array } {
  const [u1, u2] = uniforms(n) as [Float64Array, Float64Array];
  return {
    first: u1.map((u) => Math.floor(20 * u)),
    second: u2.map((u) => Math.floor(20 * u + 1)),
  };
}
