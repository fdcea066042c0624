import { brent } from "./brent.js";
import { checkPositive, checkProbability } from "./checks.js";
import { InvalidInput } from "./invalid-input.js";
import { normalCdf, normalLogCdf, normalLogDensity, normalQuantile } from "./normal.js";
import { edgeOf } from "./peak-edge.js";
import { deviance } from "./point-mass.js";
import { integrate } from "./quadrature.js";
import { stirlingError } from "./special.js";
import { tCdf, tQuantile } from "./student-t.js";

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/**
 * P(T ≤ t) for T = (Z + ncp)/√(χ²/df), exact in the far tail and for any ncp.
 *
 * The chance given the scale s = √(χ²/df) is Φ(t·s − ncp); it is averaged over s by adaptive
 * quadrature, which keeps full relative precision where series and normal approximations do not.
 *
 * @param df - degrees of freedom, above 0, fractions allowed; Infinity gives the normal
 * @param ncp - noncentrality, any finite number
 * @throws InvalidInput unless df is above 0 and ncp finite
 */
export function noncentralTCdf(t: number, df: number, ncp: number): number {
  check("noncentralTCdf", df, ncp);
  return cdf(t, df, ncp);
}

/** P(T > t), exact in the far tail. */
export function noncentralTSurvival(t: number, df: number, ncp: number): number {
  check("noncentralTSurvival", df, ncp);
  return cdf(-t, df, -ncp);
}

/**
 * The t with P(T ≤ t) = p.
 *
 * @throws InvalidInput when p is not a probability, df not above 0 or ncp not finite
 */
export function noncentralTQuantile(p: number, df: number, ncp: number): number {
  checkProbability("noncentralTQuantile", p);
  check("noncentralTQuantile", df, ncp);
  if (p > 0.5) return -lowerQuantile(1 - p, df, -ncp);
  return lowerQuantile(p, df, ncp);
}

/**
 * The t with P(T > t) = q; for a small q more precise than `noncentralTQuantile(1 - q, …)`.
 *
 * @throws InvalidInput when q is not a probability, df not above 0 or ncp not finite
 */
export function noncentralTUpperQuantile(q: number, df: number, ncp: number): number {
  checkProbability("noncentralTUpperQuantile", q);
  check("noncentralTUpperQuantile", df, ncp);
  if (q > 0.5) return lowerQuantile(1 - q, df, ncp);
  return -lowerQuantile(q, df, -ncp);
}

function check(where: string, df: number, ncp: number): void {
  if (df !== Number.POSITIVE_INFINITY) checkPositive(where, "df", df);
  if (!Number.isFinite(ncp)) throw new InvalidInput(where, `needs a finite ncp; got ${ncp}`);
}

function cdf(t: number, df: number, ncp: number): number {
  if (Number.isNaN(t)) return Number.NaN;
  if (!Number.isFinite(t)) return t > 0 ? 1 : 0;
  if (t === 0) return normalCdf(-ncp);
  if (df === Number.POSITIVE_INFINITY) return normalCdf(t - ncp);
  if (ncp === 0) return tCdf(t, df);
  // The larger tail by way of the smaller one, whose integrand has a single short peak.
  return t > ncp ? 1 - averaged(-t, df, -ncp) : averaged(t, df, ncp);
}

/** ∫ f(s) Φ(t·s − ncp) ds over the density f of √(χ²/df). */
function averaged(t: number, df: number, ncp: number): number {
  return df <= 1 ? averagedBySmallDf(t, df, ncp) : averagedAroundPeak(t, df, ncp);
}

/** The logarithm of the integrand is concave for df above 1: it has one peak, found first. */
function averagedAroundPeak(t: number, df: number, ncp: number): number {
  const log = (s: number): number => logScaleDensity(s, df) + normalLogCdf(t * s - ncp);
  const slope = (s: number): number => {
    const z = t * s - ncp;
    return (df - 1) / s - df * s + t * Math.exp(normalLogDensity(z) - normalLogCdf(z));
  };
  const peak = peakOf(slope);
  const top = log(peak);
  const lower = edgeOf(log, peak, 0);
  const upper = edgeOf(log, peak, Number.POSITIVE_INFINITY);
  const { value } = integrate((s) => Math.exp(log(s) - top), lower, upper, {
    breaks: [peak, ncp / t],
    relative: 1e-13,
  });
  return Math.min(1, value * Math.exp(top));
}

/** The positive root of a falling slope; 0 when it falls from the start on. */
function peakOf(slope: (s: number) => number): number {
  let lower = 1;
  let upper = 1;
  while (slope(upper) > 0) upper *= 2;
  while (slope(lower) < 0) {
    lower /= 2;
    if (lower < 1e-150) return lower;
  }
  return lower === upper ? lower : brent(slope, lower, upper);
}

/** Up to one degree of freedom the density may have a pole at 0, which x = s^df takes away. */
function averagedBySmallDf(t: number, df: number, ncp: number): number {
  const a = df / 2;
  const f = (x: number): number => {
    const s = x ** (1 / df);
    return Math.exp(a * (1 - s * s)) * normalCdf(t * s - ncp);
  };
  const end = Math.sqrt((90 + ncp * ncp) / df) ** df; // f falls e^−45 below its peak of at least e^(−ncp²/2)
  // Φ changes where |t|·s is within some deviations of |ncp|, which may be a small part of the range.
  const bends = [-10, 0, 1, 10, 40].map((z) => (Math.abs(ncp) + z) / Math.abs(t));
  const breaks = [1, ...bends.filter((s) => s > 0)].map((s) => s ** df);
  const { value } = integrate(f, 0, end, { breaks, relative: 1e-13 });
  return Math.min(1, (value / df) * Math.exp(logScaleConstant(a)));
}

/** ln of the density of √(χ²/df) at 1. */
function logScaleConstant(a: number): number {
  return Math.LN2 + 0.5 * Math.log(a) - HALF_LOG_TWO_PI - stirlingError(a);
}

/** ln of the density of √(χ²/df) at s, for df above 1, without cancellation for large df. */
function logScaleDensity(s: number, df: number): number {
  if (s === 0) return Number.NEGATIVE_INFINITY;
  const a = df / 2;
  return logScaleConstant(a) - a * deviance(1, s * s) - Math.log(s);
}

/** The t with P(T ≤ t) = p ≤ ½, on the logarithm of the tail. */
function lowerQuantile(p: number, df: number, ncp: number): number {
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (df === Number.POSITIVE_INFINITY) return ncp + normalQuantile(p);
  if (ncp === 0) return tQuantile(p, df);
  const target = Math.log(p);
  const excess = (t: number): number => {
    const tail = cdf(t, df, ncp);
    return (tail > 0 ? Math.log(tail) : -1e5) - target;
  };
  const z = normalQuantile(p);
  const guess = ncp + z * Math.sqrt(1 + (ncp * ncp) / (2 * df));
  let step = 0.1 * Math.max(1, Math.abs(guess));
  let [lower, upper] = [guess, guess];
  if (excess(guess) > 0) {
    while (excess(lower) > 0) {
      upper = lower;
      lower -= step;
      step *= 2;
    }
  } else {
    while (excess(upper) < 0) {
      lower = upper;
      upper += step;
      step *= 2;
    }
  }
  return brent(excess, lower, upper);
}
