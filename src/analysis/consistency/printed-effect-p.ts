import {
  InvalidInput,
  inTheNameOf,
  normalSurvival,
  normalUpperQuantile,
  tTwoSided,
  tUpperQuantile,
} from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { shown } from "../columns.js";
import { type EffectFamily, type EffectMeasure, effectMeasure } from "./effect-measures.js";
import { readPrinted } from "./grim.js";
import { type IntervalScale, readPair } from "./interval-symmetry.js";
import { type PSpan, pSpan } from "./p-span.js";
import { type Bounds, parsePrintedP, printedBounds } from "./printed.js";

/**
 * How a printed p stands to the interval: given by the printed numbers; by values that round to
 * them; by a t interval on some degrees of freedom; by none, but not far from them; on the other
 * side of significance than the interval, or as far from it, as no test of the same data would be.
 */
export type EffectPStanding =
  | "by-normal"
  | "within-rounding"
  | "by-t"
  | "near"
  | "opposite"
  | "far";

/** A printed p held against the interval of its effect. */
export interface PrintedEffectP {
  readonly method: "printed-effect-p";
  readonly scale: IntervalScale;
  readonly nothing: number; // the value of no effect
  readonly standardError: number; // on the scale
  readonly z: number;
  readonly normal: PSpan;
  readonly t?: PSpan; // over all degrees of freedom from 1, of differences
  readonly interval: "excludes" | "includes" | "touches"; // no effect, beyond rounding
  readonly standing: EffectPStanding;
  /** None agrees, but the p of the other number of sides does. */
  readonly otherSided: boolean;
}

/** How far the p of another test may lie from that of the interval where the two decide otherwise. */
interface PReach {
  /** The interval excludes no effect: another test's p is at most so many times the interval's … */
  readonly above: number;
  /** … or this, whichever is more. */
  readonly floor: number;
  /** The interval includes no effect: another test's p is at least the interval's over this. */
  readonly below: number;
}

/**
 * By enumeration (test/analysis/consistency/printed-effect-p.test.ts) of fourfold tables with arms of 5 to 40 patients, at
 * most four to one: the p of Fisher's test, plain, doubled and mid-p, of chi-square, plain, N − 1
 * and Yates, and of the likelihood ratio, against the normal p of the interval. For odds ratios it
 * is at most 2.8 times above and 3.9 below. Wald's intervals of ratios and differences of risks fail where a risk is
 * near 0 or 1, which widens theirs; a narrow interval of a ratio cannot come from such a table.
 * Means are compared with rank tests as well, whose p in skewed data may be many times smaller.
 */
const REACH: Readonly<Partial<Record<EffectFamily, PReach>>> = {
  ratio: { above: 4, floor: 0.1, below: 6 },
  "log-ratio": { above: 4, floor: 0.1, below: 6 },
  "risk-ratio": { above: 8, floor: 0.2, below: 15 },
  "risk-difference": { above: 8, floor: 0.2, below: 25 },
  difference: { above: 8, floor: 0.15, below: 30 },
};
const WIDE_REACH: PReach = { above: 8, floor: 0.2, below: 200 };
/**
 * Width on the log scale up to which every cell of a table is 4 or more: there another test's p
 * is at most 3.1 times that of the interval, however small that is, so no floor is needed.
 */
const NARROW_ODDS_RATIO = 2;
const WIDE_RISK_RATIO = 1.5; // width on the log scale beyond which a risk may be near 0 and its fellow near 1

/** With the same decision, other tests of a ratio stay above half the z of an interval this clear. */
const CLEAR_Z = 4;

const SLACK = 1e-9;
const SOME_DF: readonly number[] = [1, 2, 3, 5, 10, 30];

/**
 * Recomputes a p from an effect and its confidence interval, and holds the printed one against it.
 *
 * The standard error is the width of the interval over twice the normal quantile, on the log scale
 * for ratios. For differences the interval may be Student's, on any degrees of freedom. A measure
 * of unknown name is read as a ratio and as a difference.
 *
 * @param measure - name of the measure, see `effectMeasure`
 * @param estimate - as printed
 * @param ci - lower and upper limit, as printed
 * @param p - as printed, "0.04" or "<0.01"
 * @param options.level - confidence level of the interval; 0.95
 * @param options.sides - of the printed p; two
 * @returns undefined for measures without a value of no effect, and where the numbers allow no test
 * @throws InvalidInput when a number cannot be read, or the level is outside (0, 1)
 * @source [@altman2011]
 */
export function printedEffectP(
  measure: string,
  estimate: string,
  ci: readonly [string, string],
  p: string,
  { level = 0.95, sides = 2 }: { level?: number; sides?: 1 | 2 } = {},
): PrintedEffectP | undefined {
  const where = "printedEffectP";
  checkLevel(where, level);
  if (sides !== 1 && sides !== 2) {
    throw new InvalidInput(where, `needs 1 or 2 sides; got ${shown(sides)}`);
  }
  const { family, nothing } = inTheNameOf(where, () => effectMeasure(measure));
  const [lower, upper] = readPair(where, ci);
  const numbers = [lower, readPrinted(where, estimate), upper] as const;
  const printed = inTheNameOf(where, () => parsePrintedP(p)).bounds;
  const readings = readingsOf(family, nothing).flatMap((reading) => {
    const scaled = onScale(
      numbers.map(({ value }) => value),
      numbers.map((one) => printedBounds(one)),
      reading,
    );
    return scaled === undefined ? [] : [compare(scaled, reading, printed, level, sides)];
  });
  return readings.sort((a, b) => RANK.indexOf(a.standing) - RANK.indexOf(b.standing))[0];
}

const RANK: readonly EffectPStanding[] = [
  "by-normal",
  "within-rounding",
  "by-t",
  "near",
  "far",
  "opposite",
];

interface Reading extends Required<Pick<EffectMeasure, "family" | "nothing">> {
  readonly scale: IntervalScale;
}

function readingsOf(family: EffectFamily, nothing: number | undefined): Reading[] {
  if (family === "unknown") {
    return [
      { family, nothing: 1, scale: "log" },
      { family, nothing: 0, scale: "natural" },
    ];
  }
  return nothing === undefined
    ? []
    : [{ family, nothing, scale: nothing === 1 ? "log" : "natural" }];
}

/** Lower limit, estimate and upper limit as distances from no effect, as printed and by their bounds. */
interface Scaled {
  readonly point: readonly [number, number, number];
  readonly least: readonly [number, number, number];
  readonly most: readonly [number, number, number];
}

function onScale(
  values: readonly number[],
  bounds: readonly Bounds[],
  { scale, nothing }: Reading,
): Scaled | undefined {
  const isLog = scale === "log";
  if (isLog && bounds.some(({ upper }) => upper <= 0)) return undefined;
  if (bounds[0]!.lower > bounds[2]!.upper) return undefined;
  const to = (x: number): number => (isLog ? Math.log(Math.max(0, x)) : x - nothing);
  const all = (xs: readonly number[]) => xs.map(to) as [number, number, number];
  return {
    point: all(values),
    least: all(bounds.map(({ lower }) => lower)),
    most: all(bounds.map(({ upper }) => upper)),
  };
}

function compare(
  scaled: Scaled,
  { family, scale, nothing }: Reading,
  printed: Bounds,
  level: number,
  sides: 1 | 2,
): PrintedEffectP {
  const { point, least, most } = scaled;
  const quantile = normalUpperQuantile((1 - level) / 2);
  const standardError = (point[2] - point[0]) / 2 / quantile;
  const [nearest, farthest] = sizes(least[1], most[1]);
  // |estimate| over half the width: as printed, and the least and the most over the rounding.
  const widest = (most[2] - least[0]) / 2;
  const narrowest = Math.max(0, (least[2] - most[0]) / 2);
  const ratios = {
    asPrinted: Math.abs(point[1]) / ((point[2] - point[0]) / 2),
    least: quotient(nearest, widest),
    most: quotient(farthest, narrowest),
  };
  const tails = (p: (ratio: number) => number, by: number): PSpan =>
    pSpan(
      {
        lower: by * p(ratios.most),
        upper: by * p(ratios.least),
        asPrinted: by * p(ratios.asPrinted),
      },
      printed,
    );
  const normalP = (ratio: number): number => normalSurvival(ratio * quantile);
  const normal = tails(normalP, sides);
  const usesT = family === "difference" || family === "unknown";
  const ofDf = (df: number) => {
    const critical = tUpperQuantile((1 - level) / 2, df);
    return (ratio: number): number =>
      ratio === Number.POSITIVE_INFINITY ? 0 : tTwoSided(ratio * critical, df) / 2;
  };
  const spans = usesT && !normal.agrees ? SOME_DF.map((df) => tails(ofDf(df), sides)) : [];
  const t = spans.length === 0 ? undefined : hullOf([normal, ...spans], printed);
  const interval = excludes(least, most)
    ? "excludes"
    : includes(least, most)
      ? "includes"
      : "touches";
  const base = {
    method: "printed-effect-p" as const,
    scale,
    nothing,
    standardError,
    z: point[1] / standardError,
    normal,
    ...(t === undefined ? {} : { t }),
    interval,
  } as const;
  const agreeing = normal.prints ? "by-normal" : normal.agrees ? "within-rounding" : undefined;
  const standing = agreeing ?? (t?.agrees === true ? "by-t" : undefined);
  if (standing !== undefined) return { ...base, standing, otherSided: false };
  // The side towards no effect decides whether the interval holds it, so its p counts as well.
  const side = point[1] > 0 ? point[1] - point[0] : point[2] - point[1];
  const bySide = sides * normalP(quotient(Math.abs(point[1]), side));
  const all = [normal.lower, normal.upper, ...(t === undefined ? [] : [t.lower, t.upper]), bySide];
  const range = { lower: Math.min(...all), upper: Math.max(...all) };
  const reach =
    family === "risk-ratio" && widest * 2 > WIDE_RISK_RATIO
      ? WIDE_REACH
      : (REACH[family] ?? WIDE_REACH);
  const isNarrowOdds =
    (family === "ratio" || family === "log-ratio") && widest * 2 <= NARROW_ODDS_RATIO;
  const floor = isNarrowOdds ? 0 : reach.floor;
  const isOpposite =
    (interval === "excludes" &&
      printed.lower >= 1 - level - SLACK &&
      printed.lower > Math.max(floor, reach.above * range.upper)) ||
    (interval === "includes" &&
      printed.upper <= 1 - level + SLACK &&
      printed.upper < range.lower / reach.below);
  const isFar = scale === "log" && family !== "unknown" && isFarFrom(printed, range.upper);
  return {
    ...base,
    standing: isOpposite ? "opposite" : isFar ? "far" : "near",
    otherSided: tails(normalP, sides === 2 ? 1 : 2).agrees,
  };
}

function sizes(least: number, most: number): readonly [number, number] {
  const ends = [Math.abs(least), Math.abs(most)] as const;
  return [least <= 0 && most >= 0 ? 0 : Math.min(...ends), Math.max(...ends)];
}

function quotient(size: number, half: number): number {
  if (size === 0 || half === Number.POSITIVE_INFINITY) return 0;
  return half <= 0 ? Number.POSITIVE_INFINITY : size / half;
}

function hullOf(spans: readonly PSpan[], printed: Bounds): PSpan {
  const lower = Math.min(...spans.map((one) => one.lower));
  const upper = Math.max(...spans.map((one) => one.upper));
  return pSpan({ lower, upper, asPrinted: Number.NaN }, printed);
}

function excludes(least: Scaled["least"], most: Scaled["most"]): boolean {
  return least[0] > 0 || most[2] < 0;
}

function includes(least: Scaled["least"], most: Scaled["most"]): boolean {
  return most[0] < 0 && least[2] > 0;
}

/** Whether a p lies as far above that of a clear interval as no other test of a ratio would. */
function isFarFrom(printed: Bounds, p: number): boolean {
  const z = p === 0 ? Number.POSITIVE_INFINITY : normalUpperQuantile(p / 2);
  return z >= CLEAR_Z && printed.lower > 0 && normalUpperQuantile(printed.lower / 2) < z / 2;
}
