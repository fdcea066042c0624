import { InvalidInput } from "../../numeric/index.js";
import { checkPositiveInteger, readPrinted } from "./grim.js";
import { printedBounds } from "./printed.js";
import { betweenSpan, type Span } from "./subgroup-spread.js";

/** A group as printed: how many, mean and standard deviation. */
export interface PrintedSubgroup {
  readonly n: number;
  readonly mean: string;
  readonly sd: string; // of one value anything; it has no part in the whole
}

/** Which divisor the printed standard deviations have. */
export type SdDivisor = "n-1" | "n";

/** The standard deviation that follows, by divisor; NaN of one value with divisor n − 1. */
export interface ImpliedSd {
  readonly divisor: SdDivisor;
  readonly lower: number;
  readonly upper: number;
  /** Whether some such groups exist: with the whole's standard deviation, or with a rest that has one. */
  readonly consistent: boolean;
}

/** What some groups leave for the rest of their whole, or say of the whole that they make up. */
export interface SubgroupsOfWhole {
  readonly method: "subgroups-of-whole";
  /** "whole" when the groups make it up: then `mean` and `sds` are its own as they follow from the groups. */
  readonly of: "whole" | "rest";
  readonly n: number; // of the whole, or left for the rest; below 0 when the groups have too many
  readonly mean: Span; // NaN when nothing is left
  readonly sds: readonly ImpliedSd[];
  readonly consistent: boolean;
  /** The first thing that cannot be; a mean of the rest is impossible only outside bounds of the values. */
  readonly reason: "none" | "size" | "mean" | "sd";
}

/** Our own arithmetic, given away relative to the size of the squares. */
const COMPUTED_TO = 1e-9;

/**
 * Means and standard deviations of subgroups against those of the whole.
 *
 * The values' squares about the whole mean M are those within the groups and those between them:
 * (N − 1)S² = Σ(nᵢ − 1)sᵢ² + Σ nᵢ(mᵢ − M)². Where the sizes add up to N, mean and SD of the whole
 * follow from the groups and are held against the printed ones; otherwise what is left over is the
 * rest's, whose sum of squares cannot be negative. All extremes are over what rounds to the printed
 * numbers, exact for the groups of a whole and for one group and its rest, and too wide, never too
 * narrow, elsewhere. Both divisors of an SD are tried, the same for all groups.
 *
 * @param whole - of all
 * @param groups - that have no member in common; at least one
 * @param options.minimum - least value that one member can have
 * @param options.maximum - largest value
 * @throws InvalidInput when a size is no positive integer, a number cannot be read, an SD is
 *   negative, there is no group, or the bounds are not in order
 * @source [@higgins2023] the pooled mean and SD of subgroups, section 6.5.2.10; [@bhatia2000] the
 *   largest variance between bounds
 */
export function subgroupsOfWhole(
  whole: PrintedSubgroup,
  groups: readonly PrintedSubgroup[],
  {
    minimum = Number.NEGATIVE_INFINITY,
    maximum = Number.POSITIVE_INFINITY,
  }: { minimum?: number; maximum?: number } = {},
): SubgroupsOfWhole {
  if (!Array.isArray(groups) || groups.length === 0) {
    throw new InvalidInput(WHERE, "needs at least one group; got none");
  }
  const isBound = (x: unknown): boolean => typeof x === "number" && !Number.isNaN(x);
  if (!isBound(minimum) || !isBound(maximum) || !(minimum < maximum)) {
    throw new InvalidInput(
      WHERE,
      `needs a minimum below the maximum; got ${minimum} and ${maximum}`,
    );
  }
  const all = read(whole);
  const parts = groups.map(read);
  const left = all.n - parts.reduce((sum, { n }) => sum + n, 0);
  const bounds = { lower: minimum, upper: maximum };
  if (left < 0) return nothingLeft(left);
  return left === 0 ? ofWhole(all, parts) : ofRest(all, parts, left, bounds);
}

const WHERE = "subgroupsOfWhole";
const DIVISORS: readonly SdDivisor[] = ["n-1", "n"];

/** A printed group with the intervals that its numbers stand for. */
interface Group {
  readonly n: number;
  readonly values: Span; // of the mean
  readonly sds: Span;
}

function read({ n, mean, sd }: PrintedSubgroup): Group {
  checkPositiveInteger(WHERE, "n", n);
  const spread = readPrinted(WHERE, sd);
  if (spread.negative) throw new InvalidInput(WHERE, `needs an SD of at least 0; got "${sd}"`);
  const { lower, upper } = printedBounds(spread);
  return {
    n,
    values: printedBounds(readPrinted(WHERE, mean)),
    sds: { lower: Math.max(0, lower), upper },
  };
}

function nothingLeft(n: number): SubgroupsOfWhole {
  const mean = { lower: Number.NaN, upper: Number.NaN };
  return {
    method: "subgroups-of-whole",
    of: "rest",
    n,
    mean,
    sds: [],
    consistent: false,
    reason: "size",
  };
}

/** Groups that make up the whole: its mean and SD follow. */
function ofWhole(whole: Group, groups: readonly Group[]): SubgroupsOfWhole {
  const { n } = whole;
  const mean = scaled(sumOf(groups.map((one) => scaled(one.values, one.n))), 1 / n);
  const between = betweenSpan(groups);
  const sds = DIVISORS.map((divisor): ImpliedSd => {
    const squares = sumOf([...groups.map((one) => within(one, divisor)), between]);
    const sd = sdOf(squares, n, divisor);
    return { divisor, ...sd, consistent: n === 1 || meets(sd, whole.sds, COMPUTED_TO) };
  });
  const reason = !meets(mean, whole.values, COMPUTED_TO)
    ? "mean"
    : sds.some(({ consistent }) => consistent)
      ? "none"
      : "sd";
  return {
    method: "subgroups-of-whole",
    of: "whole",
    n,
    mean,
    sds,
    consistent: reason === "none",
    reason,
  };
}

/** Groups that leave some members of the whole over: what these must have. */
function ofRest(whole: Group, groups: readonly Group[], n: number, bounds: Span): SubgroupsOfWhole {
  const sums = sumOf(groups.map((one) => scaled(one.values, -one.n)));
  const mean = scaled(sumOf([scaled(whole.values, whole.n), sums]), 1 / n);
  const between = betweenWithRest(whole, groups, n);
  const isInside = mean.upper >= bounds.lower && mean.lower <= bounds.upper;
  const most = n * mostSquare(mean, bounds); // of the rest, inside the bounds
  const sds = DIVISORS.map((divisor): ImpliedSd => {
    const total = within(whole, divisor);
    const inGroups = sumOf([...groups.map((one) => within(one, divisor)), between]);
    const lower = total.lower - inGroups.upper;
    const upper = total.upper - inGroups.lower;
    const slack = COMPUTED_TO * (total.upper + inGroups.upper);
    const isPossible = upper >= -slack && lower <= most + slack && (n > 1 || lower <= slack);
    const squares = { lower: Math.max(0, lower), upper: Math.max(0, Math.min(upper, most)) };
    const none = { lower: Number.NaN, upper: Number.NaN };
    const sd = isPossible ? sdOf(squares, n, divisor) : none;
    return { divisor, ...sd, consistent: isPossible };
  });
  const reason = !isInside ? "mean" : sds.some(({ consistent }) => consistent) ? "none" : "sd";
  return {
    method: "subgroups-of-whole",
    of: "rest",
    n,
    mean,
    sds,
    consistent: reason === "none",
    reason,
  };
}

/**
 * Squares between the groups, the rest among them: Σ nᵢdᵢ² + (Σ nᵢdᵢ)²/n with dᵢ the distance of a
 * group's mean from the whole's. The extremes of the two parts are taken apart, which for one group
 * are those of the sum.
 */
function betweenWithRest(whole: Group, groups: readonly Group[], n: number): Span {
  const distances = groups.map(({ n: size, values }) => ({
    n: size,
    values: {
      lower: values.lower - whole.values.upper,
      upper: values.upper - whole.values.lower,
    },
  }));
  const own = sumOf(distances.map((one) => scaled(squared(one.values), one.n)));
  const shift = sumOf(distances.map((one) => scaled(one.values, one.n)));
  return sumOf([own, scaled(squared(shift), 1 / n)]);
}

/** Squares of one group's values about its mean. */
function within({ n, sds }: Group, divisor: SdDivisor): Span {
  return scaled(squared(sds), divisor === "n" ? n : n - 1);
}

function sdOf({ lower, upper }: Span, n: number, divisor: SdDivisor): Span {
  const by = divisor === "n" ? n : n - 1;
  const root = (squares: number): number =>
    by === 0 ? Number.NaN : Math.sqrt(Math.max(0, squares) / by);
  return { lower: root(lower), upper: root(upper) };
}

/** The largest mean square about a mean of values inside bounds: (maximum − m)(m − minimum). */
function mostSquare(mean: Span, { lower, upper }: Span): number {
  if (!Number.isFinite(lower) || !Number.isFinite(upper)) return Number.POSITIVE_INFINITY;
  const at = Math.min(Math.max((lower + upper) / 2, mean.lower), mean.upper);
  return Math.max(0, (upper - at) * (at - lower));
}

function meets(a: Span, b: Span, slack: number): boolean {
  const allowed = slack * Math.max(Math.abs(a.lower), Math.abs(a.upper), Math.abs(b.upper));
  return a.lower <= b.upper + allowed && b.lower <= a.upper + allowed;
}

function sumOf(spans: readonly Span[]): Span {
  return spans.reduce((a, b) => ({ lower: a.lower + b.lower, upper: a.upper + b.upper }), {
    lower: 0,
    upper: 0,
  });
}

function scaled({ lower, upper }: Span, by: number): Span {
  return by < 0
    ? { lower: by * upper, upper: by * lower }
    : { lower: by * lower, upper: by * upper };
}

function squared({ lower, upper }: Span): Span {
  const [a, b] = [lower * lower, upper * upper];
  return { lower: lower <= 0 && upper >= 0 ? 0 : Math.min(a, b), upper: Math.max(a, b) };
}
