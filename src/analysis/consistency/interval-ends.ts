import { InvalidInput } from "../../numeric/index.js";
import { readPrinted } from "./grim.js";
import { type Bounds, holds, overlap, printedBounds, type RoundingRule } from "./printed.js";

/** The two ends of an interval as printed, with what prints as each. */
export interface PrintedEnds {
  readonly lower: Bounds;
  readonly upper: Bounds;
}

/** Whether an interval that is computed from an estimate prints as a given one. */
export type EndsFit = "as-printed" | "within-rounding" | "none";

/** What no interval of an estimate can be, whatever the method. */
export type IntervalFault = "ends-swapped" | "estimate-outside" | "beyond-scale";

/** Rounding of our own arithmetic, given away on both sides of an end. */
const COMPUTED_TO = 1e-9;
const HALVINGS = 50;

/**
 * Reads the ends of a printed interval.
 *
 * @throws InvalidInput in the name of the caller when they are not two printed numbers
 */
export function readEnds(
  where: string,
  ci: readonly [string, string],
  rules: readonly RoundingRule[],
): PrintedEnds {
  if (!Array.isArray(ci) || ci.length !== 2) {
    throw new InvalidInput(where, `needs the two ends of an interval; got ${JSON.stringify(ci)}`);
  }
  return {
    lower: printedBounds(readPrinted(where, ci[0]), rules),
    upper: printedBounds(readPrinted(where, ci[1]), rules),
  };
}

/**
 * Whether the printed estimate, or another that prints as it, has an interval that prints so.
 *
 * @param endsOf - the interval of an estimate; both ends must rise with it
 * @param estimate - as printed, with what prints as it
 */
export function endsFit(
  endsOf: (estimate: number) => readonly [number, number],
  estimate: { readonly value: number; readonly bounds: Bounds },
  printed: PrintedEnds,
): EndsFit {
  const [lower, upper] = endsOf(estimate.value);
  if (near(printed.lower, lower) && near(printed.upper, upper)) return "as-printed";
  // Each end allows an interval of estimates; they must have one in common.
  const ofLower = estimatesOf((x) => endsOf(x)[0], estimate.bounds, printed.lower);
  const ofUpper = estimatesOf((x) => endsOf(x)[1], estimate.bounds, printed.upper);
  if (ofLower === undefined || ofUpper === undefined) return "none";
  const [from, to] = [Math.max(ofLower[0], ofUpper[0]), Math.min(ofLower[1], ofUpper[1])];
  return from <= to + COMPUTED_TO ? "within-rounding" : "none";
}

/**
 * What is wrong with an interval on its face.
 *
 * @param scale - least and greatest value that an end can have
 */
export function intervalFault(
  estimate: Bounds,
  { lower, upper }: PrintedEnds,
  scale: readonly [number, number],
): IntervalFault | undefined {
  if (lower.lower > upper.upper) return "ends-swapped";
  if (lower.upper < scale[0] || upper.lower > scale[1]) return "beyond-scale";
  const reach: Bounds = {
    lower: lower.lower,
    lowerIncluded: lower.lowerIncluded,
    upper: upper.upper,
    upperIncluded: upper.upperIncluded,
  };
  return overlap(reach, estimate) ? undefined : "estimate-outside";
}

function near({ lower, upper, lowerIncluded, upperIncluded }: Bounds, end: number): boolean {
  return holds(
    { lower: lower - COMPUTED_TO, upper: upper + COMPUTED_TO, lowerIncluded, upperIncluded },
    end,
  );
}

/** The estimates inside their rounding whose end prints so: an interval, since the end rises. */
function estimatesOf(
  end: (x: number) => number,
  { lower, upper }: Bounds,
  printed: Bounds,
): readonly [number, number] | undefined {
  const [least, most] = [printed.lower - COMPUTED_TO, printed.upper + COMPUTED_TO];
  if (!(end(upper) >= least && end(lower) <= most)) return undefined;
  const from = end(lower) >= least ? lower : turn((x) => end(x) >= least, lower, upper);
  const to = end(upper) <= most ? upper : turn((x) => end(x) > most, lower, upper);
  return [from, to];
}

/** Where a condition that is false at the lower end and true at the upper turns. */
function turn(isPast: (x: number) => boolean, lower: number, upper: number): number {
  let [before, past] = [lower, upper];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (before + past) / 2;
    if (isPast(middle)) past = middle;
    else before = middle;
  }
  return past;
}
