import { InvalidInput, normalUpperQuantile, tUpperQuantile } from "../../numeric/index.js";
import { shown } from "../columns.js";
import { checkPositiveInteger, readPrinted } from "./grim.js";
import {
  type IntervalSymmetry,
  intervalSymmetry,
  type LostSign,
  readPair,
  type ScaleSymmetry,
} from "./interval-symmetry.js";
import { type Bounds, printedBounds } from "./printed.js";

/** A Bland–Altman row as printed; limits and interval from lower to upper. */
export interface PrintedAgreement {
  readonly bias: string;
  readonly limits: readonly [string, string];
  readonly sd?: string;
  readonly biasCi?: readonly [string, string];
  readonly n?: number;
}

/** How limits stand about the bias. */
export type LimitsStanding =
  | "symmetric" // the middle of the printed limits prints as the bias
  | "within-rounding"
  | "lopsided"
  | "outside" // the bias lies outside its limits
  | "swapped";

/** What the half-width of limits is a multiple of the standard deviation by. */
export type LimitsMultiplier = "1.96" | "2" | "t" | "t-prediction" | "1.645" | "2.576" | "3";

/** Half the width of the limits over the standard deviation. */
export interface MultiplierFit {
  readonly asPrinted: number;
  readonly lower: number; // over the rounding
  readonly upper: number;
  /** Those that the printed numbers give, or that values which round to them do. */
  readonly exact: readonly LimitsMultiplier[];
  readonly within: readonly LimitsMultiplier[];
}

/** The interval of the bias against the standard deviation, printed or taken from the limits. */
export interface BiasIntervalFit {
  readonly standing: LimitsStanding;
  readonly lopsidedness: number; // the longer side over the shorter, least over the rounding
  /** Half its width in standard deviations, over the rounding and the multipliers of the limits. */
  readonly lower: number;
  readonly upper: number;
  /** With n: what t/√n and the normal quantile over √n give; whether one prints, or may. */
  readonly expected?: { readonly t: number; readonly normal: number };
  readonly fit?: "exact" | "within" | "near" | "none";
  /** Without n: the numbers of pairs that would give it; empty when none does. */
  readonly pairs?: { readonly lower: number; readonly upper: number };
}

/** A Bland–Altman row held against itself. */
export interface PrintedBlandAltman {
  readonly method: "printed-bland-altman";
  readonly standing: LimitsStanding;
  /** `log` for limits of a ratio, even about it on the log scale only. */
  readonly scale: "natural" | "log";
  readonly limits: ScaleSymmetry | undefined;
  readonly lostSign?: LostSign;
  readonly multiplier?: MultiplierFit;
  readonly biasInterval?: BiasIntervalFit;
}

const SLACK = 1e-9;
const FARTHEST_PAIRS = 1e6;
/** Bootstraps stay within so much of the t and normal intervals of a mean. */
const NEAR = { less: 0.85, more: 1.15 } as const;

/**
 * Whether a bias, its limits of agreement, its standard deviation and its interval belong together.
 *
 * Limits are bias ± k·SD and so even about the bias, or about a ratio on the log scale; k is the
 * normal quantile 1.96, 2, or Student's on n − 1 with or without √(1 + 1/n). The interval of the
 * bias is bias ± t·SD/√n. Every number stands for the interval that rounds to it.
 *
 * @param row - bias and limits, and what else is printed
 * @throws InvalidInput when a number cannot be read, an SD is negative, or n is no integer of at least 2
 * @source [@bland1986]; [@bland1999] limits on the log scale
 */
export function printedBlandAltman(row: PrintedAgreement): PrintedBlandAltman {
  const where = "printedBlandAltman";
  if (row === null || typeof row !== "object") {
    throw new InvalidInput(where, `needs a row with bias and limits; got ${shown(row)}`);
  }
  const { bias, limits, sd, biasCi, n } = row;
  if (n !== undefined) checkPositiveInteger(where, "n", n);
  if (n === 1) throw new InvalidInput(where, "needs n of at least 2; got 1", "n_too_small");
  readPrinted(where, bias);
  const ends = readPair(where, limits).map((one) => known(printedBounds(one), one.value));
  const spread = sd === undefined ? undefined : readPrinted(where, sd);
  if (spread?.negative === true) {
    throw new InvalidInput(where, `needs an SD of at least 0; got "${sd}"`);
  }
  const symmetry = intervalSymmetry(bias, limits);
  const scale = scaleOf(symmetry, sd === undefined);
  const standing = standingOn(symmetry, scale);
  const lostSign = symmetry.lostSigns.find((one) => one.scale === "natural");
  const isWrong = standing === "lopsided" || standing === "outside" || standing === "swapped";
  const half = halfWidth(ends[0]!, ends[1]!, scale);
  const ofSd =
    spread === undefined ? undefined : known(nonNegative(printedBounds(spread)), spread.value);
  const multiplier =
    ofSd === undefined || scale === "log" ? undefined : multiplierOf(half, ofSd, n);
  const interval = biasCi === undefined ? undefined : readPair(where, biasCi);
  const biasInterval =
    interval === undefined || biasCi === undefined
      ? undefined
      : biasIntervalOf(
          placeOf(intervalSymmetry(bias, biasCi), scale),
          halfWidth(
            known(printedBounds(interval[0]), interval[0].value),
            known(printedBounds(interval[1]), interval[1].value),
            scale,
          ),
          scale === "log" ? undefined : ofSd,
          half,
          n,
        );
  return {
    method: "printed-bland-altman",
    standing,
    scale,
    limits: symmetry.scales.find((one) => one.scale === scale),
    ...(isWrong && lostSign !== undefined ? { lostSign } : {}),
    ...(multiplier === undefined ? {} : { multiplier }),
    ...(biasInterval === undefined ? {} : { biasInterval }),
  };
}

/** A number known to within bounds. */
interface Known extends Pick<Bounds, "lower" | "upper"> {
  readonly value: number;
}

function known({ lower, upper }: Pick<Bounds, "lower" | "upper">, value: number): Known {
  return { lower, upper, value };
}

function nonNegative({ lower, upper }: Bounds): Pick<Bounds, "lower" | "upper"> {
  return { lower: Math.max(0, lower), upper };
}

/** The log scale only for positive limits that are even there and not on the natural scale. */
function scaleOf(symmetry: IntervalSymmetry, mayBeRatio: boolean): "natural" | "log" {
  const on = (scale: string) => symmetry.scales.find((one) => one.scale === scale);
  const isNatural = on("natural")?.withinRounding === true;
  return mayBeRatio && !isNatural && on("log")?.withinRounding === true ? "log" : "natural";
}

function standingOn({ position, scales }: IntervalSymmetry, scale: string): LimitsStanding {
  if (position !== "inside") return position;
  const on = scales.find((one) => one.scale === scale);
  if (on === undefined || !on.withinRounding) return "lopsided";
  return on.printsAsEstimate ? "symmetric" : "within-rounding";
}

function halfWidth(lower: Known, upper: Known, scale: "natural" | "log"): Known {
  const to = (x: number): number => (scale === "log" ? Math.log(Math.max(0, x)) : x);
  return {
    value: Math.abs(to(upper.value) - to(lower.value)) / 2,
    lower: Math.max(0, to(upper.lower) - to(lower.upper), to(lower.lower) - to(upper.upper)) / 2,
    upper: Math.max(to(upper.upper) - to(lower.lower), to(lower.upper) - to(upper.lower)) / 2,
  };
}

/** The multipliers by which limits are made, the last three of another coverage than 95 %. */
function multipliers(n: number | undefined): ReadonlyMap<LimitsMultiplier, readonly number[]> {
  const t = n === undefined ? [] : [tUpperQuantile(0.025, n - 1)];
  return new Map<LimitsMultiplier, readonly number[]>([
    ["1.96", [normalUpperQuantile(0.025), 1.96]],
    ["2", [2]],
    ["t", t],
    ["t-prediction", n === undefined ? [] : t.map((one) => one * Math.sqrt(1 + 1 / n))],
    ["1.645", [normalUpperQuantile(0.05)]],
    ["2.576", [normalUpperQuantile(0.005)]],
    ["3", [3]],
  ]);
}

function multiplierOf(half: Known, sd: Known, n: number | undefined): MultiplierFit {
  const all = [...multipliers(n)];
  const gives = (k: number): boolean =>
    k * sd.value >= half.lower * (1 - SLACK) && k * sd.value <= half.upper * (1 + SLACK);
  const may = (k: number): boolean =>
    k * sd.upper >= half.lower * (1 - SLACK) && k * sd.lower <= half.upper * (1 + SLACK);
  const named = (test: (k: number) => boolean): LimitsMultiplier[] =>
    all.filter(([, ks]) => ks.some(test)).map(([name]) => name);
  return {
    asPrinted: half.value / sd.value,
    lower: half.lower / sd.upper,
    upper: sd.lower === 0 ? Number.POSITIVE_INFINITY : half.upper / sd.lower,
    exact: named(gives),
    within: named(may),
  };
}

type Place = Pick<BiasIntervalFit, "standing" | "lopsidedness">;

function placeOf(symmetry: IntervalSymmetry, scale: "natural" | "log"): Place {
  const on = symmetry.scales.find((one) => one.scale === scale);
  const lopsidedness = on?.lopsidedness ?? Number.POSITIVE_INFINITY;
  return { standing: standingOn(symmetry, scale), lopsidedness };
}

function biasIntervalOf(
  place: Place,
  half: Known,
  sd: Known | undefined,
  limits: Known,
  n: number | undefined,
): BiasIntervalFit {
  // The usual multipliers are from 1.96 to t on n − 1; without n, t could be any.
  const spreads =
    sd === undefined
      ? [...multipliers(n)].slice(0, 4).flatMap(([, ks]) =>
          ks.map((k) => ({
            value: limits.value / k,
            lower: limits.lower / k,
            upper: limits.upper / k,
          })),
        )
      : [sd];
  const ratios = {
    lower: Math.min(...spreads.map((one) => half.lower / one.upper)),
    upper: Math.max(
      ...spreads.map((one) => (one.lower <= 0 ? Number.POSITIVE_INFINITY : half.upper / one.lower)),
    ),
  };
  if (n === undefined) return { ...place, ...ratios, pairs: pairsFor(ratios) };
  const expected = {
    t: tUpperQuantile(0.025, n - 1) / Math.sqrt(n),
    normal: normalUpperQuantile(0.025) / Math.sqrt(n),
  };
  const values = [expected.t, expected.normal];
  const isExact = values.some((c) =>
    spreads.some(
      ({ value }) => c * value >= half.lower * (1 - SLACK) && c * value <= half.upper * (1 + SLACK),
    ),
  );
  const isWithin = values.some(
    (c) => c >= ratios.lower * (1 - SLACK) && c <= ratios.upper * (1 + SLACK),
  );
  const isNear =
    ratios.upper >= NEAR.less * expected.normal * Math.sqrt((n - 1) / n) &&
    ratios.lower <= NEAR.more * expected.t;
  return {
    ...place,
    ...ratios,
    expected,
    fit: isExact ? "exact" : isWithin ? "within" : isNear ? "near" : "none",
  };
}

/** The numbers of pairs with t/√n or z/√n inside a range; both fall with n. */
function pairsFor({ lower, upper }: { lower: number; upper: number }): {
  lower: number;
  upper: number;
} {
  const z = normalUpperQuantile(0.025);
  const t = (n: number): number => tUpperQuantile(0.025, n - 1) / Math.sqrt(n);
  const normal = (n: number): number => z / Math.sqrt(n);
  // The fewest pairs: where even the smaller, normal, of the two comes down to the range …
  const fewest = Math.max(2, Math.ceil((z / upper) ** 2 * (1 - SLACK)));
  if (normal(fewest) < lower * (1 - SLACK) && t(fewest) < lower * (1 - SLACK)) {
    return { lower: Number.NaN, upper: Number.NaN };
  }
  // … and the most: where even t leaves it.
  let [inside, beyond] = [fewest, FARTHEST_PAIRS];
  if (t(beyond) >= lower) return { lower: fewest, upper: Number.POSITIVE_INFINITY };
  while (beyond - inside > 1) {
    const middle = Math.floor((inside + beyond) / 2);
    if (t(middle) >= lower * (1 - SLACK)) inside = middle;
    else beyond = middle;
  }
  return { lower: fewest, upper: inside };
}
