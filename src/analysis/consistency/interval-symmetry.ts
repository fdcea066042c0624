import { InvalidInput } from "../../numeric/index.js";
import { shown } from "../columns.js";
import { readPrinted } from "./grim.js";
import { type Bounds, type PrintedNumber, printedBounds } from "./printed.js";

/** A scale on which a confidence interval may stand evenly about its estimate. */
export type IntervalScale = "natural" | "log" | "logit";

/** Where an estimate stands in its interval on one scale. */
export interface ScaleSymmetry {
  readonly scale: IntervalScale;
  /** Midpoint of the printed limits, carried back to the natural scale. */
  readonly midpoint: number;
  readonly printsAsEstimate: boolean; // that midpoint rounds to the printed estimate
  readonly withinRounding: boolean; // some values that print so are symmetric
  /** The longer side over the shorter, least over the rounding; 1 when `withinRounding`. */
  readonly lopsidedness: number;
  readonly longerSide: "lower" | "upper" | "neither";
  readonly width: number; // upper − lower limit on the scale, most over the rounding
}

/** A figure whose sign, turned, makes the interval symmetric. */
export interface LostSign {
  readonly figure: "estimate" | "lower" | "upper";
  readonly printed: string;
  readonly instead: string;
  readonly scale: IntervalScale;
}

/** What a printed estimate with its printed interval shows of its making. */
export interface IntervalSymmetry {
  readonly method: "interval-symmetry";
  /**
   * `inside`: some values that print so lie in order; `swapped`: no such value of the lower limit
   * lies below the upper; `outside`: the limits are in order and leave the estimate out.
   */
  readonly position: "inside" | "outside" | "swapped";
  /** The scales on which all three can stand; of swapped limits, exchanged; none when `outside`. */
  readonly scales: readonly ScaleSymmetry[];
  /** Looked for where nothing is symmetric as printed. */
  readonly lostSigns: readonly LostSign[];
}

/** The three numbers of an interval, each as the numbers that print so. */
export interface Triple {
  readonly lower: Bounds;
  readonly estimate: Bounds;
  readonly upper: Bounds;
}

const SLACK = 1e-9; // of our own arithmetic, relative

/**
 * Where a printed estimate stands in its printed interval: on which scales it lies in the middle,
 * how lopsided the interval is otherwise, and whether a lost sign or exchanged limits explain it.
 *
 * The ratio of the two sides rises with the upper limit and the lower limit and falls with the
 * estimate, so its range over the rounding stands at the ends of the rounding intervals.
 *
 * @param estimate - as printed
 * @param ci - lower and upper limit, as printed
 * @param options.whole - what stands for certainty on the logit scale: 1, or 100 for per cent; 1
 * @throws InvalidInput when a number cannot be read or `whole` is neither 1 nor 100
 * @source [@altman2011] intervals of differences are symmetric, those of ratios on the log scale
 */
export function intervalSymmetry(
  estimate: string,
  ci: readonly [string, string],
  { whole = 1 }: { whole?: 1 | 100 } = {},
): IntervalSymmetry {
  const where = "intervalSymmetry";
  if (whole !== 1 && whole !== 100) {
    throw new InvalidInput(where, `needs a whole of 1 or 100; got ${shown(whole)}`);
  }
  const [lower, upper] = readPair(where, ci);
  const known = {
    lower: knownOf(lower),
    estimate: knownOf(readPrinted(where, estimate)),
    upper: knownOf(upper),
  };
  const { position, ordered } = arrange(known);
  const scales = position === "outside" ? [] : symmetriesOf(ordered, whole);
  const explained = position === "inside" && scales.some(({ withinRounding }) => withinRounding);
  return {
    method: "interval-symmetry",
    position,
    scales,
    lostSigns: explained ? [] : lostSignsOf(known, whole),
  };
}

/**
 * The two numbers of a printed interval.
 *
 * @throws InvalidInput in the name of the check when there are not two, or one cannot be read
 */
export function readPair(
  where: string,
  pair: readonly [string, string],
): [PrintedNumber, PrintedNumber] {
  if (!Array.isArray(pair) || pair.length !== 2) {
    throw new InvalidInput(where, `needs two limits as printed; got ${shown(pair)}`);
  }
  return [readPrinted(where, pair[0]), readPrinted(where, pair[1])];
}

/** The symmetry of numbers known to within bounds on one scale; nothing when they cannot stand there. */
export function symmetryOn(
  scale: IntervalScale,
  { lower, estimate, upper }: Triple,
  whole = 1,
): Omit<ScaleSymmetry, "midpoint" | "printsAsEstimate"> | undefined {
  const [to, least, most] = transformOf(scale, whole);
  const ends = (b: Bounds): [number, number] | undefined =>
    b.upper <= least || b.lower >= most
      ? undefined
      : [to(Math.max(least, b.lower)), to(Math.min(most, b.upper))];
  const [l, e, u] = [ends(lower), ends(estimate), ends(upper)];
  if (l === undefined || e === undefined || u === undefined) return undefined;
  const upperLongest = over(u[1] - e[0], e[0] - l[1]); // the ratio at its largest
  const lowerLongest = over(e[1] - l[0], u[0] - e[1]); // its inverse at its largest
  const upperLeast = over(u[0] - e[1], e[1] - l[0]);
  const lowerLeast = over(e[0] - l[1], u[1] - e[0]);
  const within = upperLongest >= 1 - SLACK && lowerLongest >= 1 - SLACK;
  return {
    scale,
    withinRounding: within,
    lopsidedness: within ? 1 : Math.max(upperLeast, lowerLeast),
    longerSide: within ? "neither" : upperLeast > lowerLeast ? "upper" : "lower",
    width: u[1] - l[0],
  };
}

/** A ratio of two sides, a side below nothing counting as nothing. */
function over(side: number, other: number): number {
  if (side <= 0) return 0;
  if (other <= 0) return Number.POSITIVE_INFINITY;
  return side === other ? 1 : side / other;
}

type Transform = readonly [to: (x: number) => number, least: number, most: number];

function transformOf(scale: IntervalScale, whole: number): Transform {
  if (scale === "natural") {
    return [(x) => x, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  }
  if (scale === "log") return [Math.log, 0, Number.POSITIVE_INFINITY];
  return [(x) => Math.log(x / (whole - x)), 0, whole];
}

function backFrom(scale: IntervalScale, whole: number): (y: number) => number {
  if (scale === "natural") return (y) => y;
  return scale === "log" ? Math.exp : (y) => whole / (1 + Math.exp(-y));
}

/** A printed number with what prints as it. */
interface Known {
  readonly printed: PrintedNumber;
  readonly bounds: Bounds;
}

function knownOf(printed: PrintedNumber): Known {
  return { printed, bounds: printedBounds(printed) };
}

interface KnownTriple {
  readonly lower: Known;
  readonly estimate: Known;
  readonly upper: Known;
}

function arrange(
  known: KnownTriple,
): Pick<IntervalSymmetry, "position"> & { ordered: KnownTriple } {
  const { lower, estimate, upper } = known;
  if (!canBeAtMost(lower.bounds, upper.bounds)) {
    return { position: "swapped", ordered: { lower: upper, estimate, upper: lower } };
  }
  return { position: isInside(known) ? "inside" : "outside", ordered: known };
}

function isInside({ lower, estimate, upper }: KnownTriple): boolean {
  return canBeAtMost(lower.bounds, estimate.bounds) && canBeAtMost(estimate.bounds, upper.bounds);
}

function canBeAtMost(a: Bounds, b: Bounds): boolean {
  return a.lower < b.upper || (a.lower === b.upper && a.lowerIncluded && b.upperIncluded);
}

const SCALES: readonly IntervalScale[] = ["natural", "log", "logit"];

function symmetriesOf(known: KnownTriple, whole: number): ScaleSymmetry[] {
  if (!isInside(known)) return [];
  const { lower, estimate, upper } = known;
  const triple = { lower: lower.bounds, estimate: estimate.bounds, upper: upper.bounds };
  return SCALES.flatMap((scale) => {
    const found = symmetryOn(scale, triple, whole);
    if (found === undefined) return [];
    const [to] = transformOf(scale, whole);
    const middle = (to(lower.printed.value) + to(upper.printed.value)) / 2;
    const midpoint = backFrom(scale, whole)(middle);
    const slack = SLACK * (Math.abs(midpoint) + 10 ** -estimate.printed.decimals);
    const printsAsEstimate =
      Number.isFinite(middle) &&
      midpoint >= estimate.bounds.lower - slack &&
      midpoint <= estimate.bounds.upper + slack;
    return [{ midpoint, printsAsEstimate, ...found }];
  });
}

function lostSignsOf(known: KnownTriple, whole: number): LostSign[] {
  return (["lower", "estimate", "upper"] as const).flatMap((figure) => {
    const one = known[figure];
    if (one.printed.digits === 0n) return [];
    const turned = negated(one);
    const { position, ordered } = arrange({ ...known, [figure]: turned });
    if (position !== "inside") return [];
    return symmetriesOf(ordered, whole)
      .filter(({ withinRounding }) => withinRounding)
      .map(({ scale }) => ({
        figure,
        printed: one.printed.text,
        instead: turned.printed.text,
        scale,
      }));
  });
}

function negated({ printed, bounds }: Known): Known {
  const unsigned = printed.text.replace(/^[+\-−]/, "");
  const negative = !printed.negative;
  return {
    printed: {
      ...printed,
      text: negative ? `-${unsigned}` : unsigned,
      digits: -printed.digits,
      negative,
      value: -printed.value,
    },
    bounds: {
      lower: -bounds.upper,
      upper: -bounds.lower,
      lowerIncluded: bounds.upperIncluded,
      upperIncluded: bounds.lowerIncluded,
    },
  };
}
