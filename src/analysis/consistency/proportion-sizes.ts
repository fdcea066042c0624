import { InvalidInput, inTheNameOf } from "../../numeric/index.js";
import type { Alternative, Arm } from "../arm.js";
import { quickProportionTests } from "../compare/proportion-tests.js";
import { checkPositiveInteger } from "./grim.js";
import { countsPrinting, parsePercent } from "./percent-counts.js";
import { type Bounds, parsePrintedP } from "./printed.js";
import { type PossiblePair, printsAs } from "./two-proportions-p.js";

/** The smallest arms in which two printed percentages and a p go together. */
export interface ProportionSizes {
  readonly method: "proportion-sizes";
  readonly largest: number; // arm that was tried
  /** Arms with the fewest patients in all, and the tests that agree; absent where none do. */
  readonly smallest?: PossiblePair;
  /** The smallest of two equal arms; absent where none do. */
  readonly smallestEqual?: PossiblePair;
  /** Where no arms agree: those with the largest p by any of the tests, which comes first. */
  readonly leastDifferent?: PossiblePair;
}

const LARGEST_ARM = 200; // 40,000 pairs of arms take seconds

/**
 * The smallest sizes of two arms, unequal and equal, whose counts print as two percentages and
 * whose p prints as published, by any test but Barnard's and Boschloo's.
 *
 * Many larger arms do as well, so that the sizes are no finding; but the source must have had at
 * least so many patients with an outcome known.
 *
 * @param firstPercent - as printed, without the sign %
 * @param secondPercent - of the second arm
 * @param p - as printed, "0.04" or "<0.01"
 * @param options.largest - arm to try, at most 200; 60
 * @param options.sides - of the tests; 2
 * @throws InvalidInput when a percentage or the p cannot be read, or an option is out of range
 * @source [@brown2017]
 */
export function proportionSizes(
  firstPercent: string,
  secondPercent: string,
  p: string,
  { largest = 60, sides = 2 }: { largest?: number; sides?: 1 | 2 } = {},
): ProportionSizes {
  const where = "proportionSizes";
  checkPositiveInteger(where, "largest", largest);
  if (largest > LARGEST_ARM) {
    throw new InvalidInput(where, `needs arms of at most ${LARGEST_ARM} patients; got ${largest}`);
  }
  if (sides !== 1 && sides !== 2) {
    throw new InvalidInput(where, `needs sides of 1 or 2; got ${sides}`);
  }
  const { bounds } = inTheNameOf(where, () => parsePrintedP(p));
  const alternatives: Alternative[] = sides === 2 ? ["two-sided"] : ["less", "greater"];
  const sizes = (percent: string) => {
    const printed = parsePercent(where, percent);
    return Array.from({ length: largest }, (_, i) => i + 1)
      .map((n) => ({ n, counts: countsPrinting(printed, n, "either-half") }))
      .filter(({ counts }) => counts.length > 0);
  };
  const seconds = sizes(secondPercent);
  const pairs = sizes(firstPercent)
    .flatMap((first) => seconds.map((second) => ({ first, second })))
    .map((pair) => ({ ...pair, total: pair.first.n + pair.second.n }))
    .sort((a, b) => a.total - b.total || gap(a) - gap(b));

  let smallest: PossiblePair | undefined;
  let leastDifferent: PossiblePair | undefined;
  for (const { first, second } of pairs) {
    const isEqual = first.n === second.n;
    if (smallest !== undefined && !isEqual) continue;
    const tested = first.counts.flatMap((a) =>
      second.counts.map((b) =>
        testedPair({ count: a, n: first.n }, { count: b, n: second.n }, bounds, alternatives),
      ),
    );
    const agreeing = tested.find(({ tests }) => tests.some(({ agrees }) => agrees));
    if (agreeing === undefined) {
      leastDifferent = [
        ...tested,
        ...(leastDifferent === undefined ? [] : [leastDifferent]),
      ].reduce((a, b) => (largestP(b) > largestP(a) ? b : a));
      continue;
    }
    smallest ??= agreeing;
    if (isEqual) return { method: "proportion-sizes", largest, smallest, smallestEqual: agreeing };
  }
  if (smallest !== undefined) return { method: "proportion-sizes", largest, smallest };
  return {
    method: "proportion-sizes",
    largest,
    ...(leastDifferent === undefined ? {} : { leastDifferent }),
  };
}

/** A pair with its tests, those with the largest p first. */
function testedPair(
  first: Arm,
  second: Arm,
  bounds: Bounds,
  alternatives: readonly Alternative[],
): PossiblePair {
  const tests = quickProportionTests(first, second, alternatives)
    .filter(({ p }) => !Number.isNaN(p))
    .map((one) => ({ ...one, agrees: printsAs(one.p, bounds) }))
    .sort((a, b) => b.p - a.p);
  return { first, second, tests };
}

function largestP({ tests }: PossiblePair): number {
  return tests[0]?.p ?? 0;
}

function gap({
  first,
  second,
}: {
  readonly first: { readonly n: number };
  readonly second: { readonly n: number };
}): number {
  return Math.abs(first.n - second.n);
}
