import { type MeanIntervalReading, meanInterval, parsePrinted } from "../analysis/index.js";
import type { MeanClaim, Pair } from "./claim.js";
import { endsOf } from "./known-values.js";
import { changeInto, leastChange } from "./least-change.js";
import { withOtherSign } from "./mean-groups.js";
import type { Change } from "./verdict.js";

/** How near to the n that the half-width asks for one is looked for. */
const NEAR_N = 4;

/**
 * A bootstrap interval of a mean is about as wide as the normal one, and leans to the side of the
 * longer tail; so far from both it cannot be.
 */
const WIDTH_TO_NORMAL = { least: 0.85, most: 1.2 };
const SHORTER_SIDE = 0.6; // of half the width
const FEWEST_RESAMPLED = 5;

/** One figure with its sign turned over, where that alone makes the interval follow. */
export function lostSign(claim: MeanClaim, ci: Pair): Change | undefined {
  const candidates: readonly Change[] = [
    { label: "ci (lower)", printed: ci[0], instead: withOtherSign(ci[0]) },
    { label: "ci (upper)", printed: ci[1], instead: withOtherSign(ci[1]) },
    { label: "mean", printed: claim.mean, instead: withOtherSign(claim.mean) },
  ];
  return candidates.find(
    (change) => parsePrinted(change.printed).value !== 0 && follows(claim, ci, change),
  );
}

/** The least change of one figure after which the interval follows by Student's t or the normal distribution. */
export function intervalChange(claim: MeanClaim, ci: Pair): Change | undefined {
  const { mean, sd } = claim;
  const n = Number(claim.n);
  const { readings } = meanInterval({ mean, sd, n }, { ci });
  const candidates = readings
    .filter(isUsual)
    .flatMap(({ instead }) => [
      instead.lower && changeInto("ci (lower)", ci[0], instead.lower),
      instead.upper && changeInto("ci (upper)", ci[1], instead.upper),
      instead.mean && changeInto("mean", mean, instead.mean),
      instead.sd && changeInto("sd", sd, instead.sd),
      ...sizesNear(n, instead.sd === undefined ? Number.NaN : sizeFor(claim, instead.sd)),
    ]);
  return leastChange(candidates.filter((change) => change && follows(claim, ci, change)));
}

/** Whether an end was cut off where the values, or 0, end, while the other end follows. */
export function mayBeCutOff(
  claim: MeanClaim,
  ci: Pair,
  readings: readonly MeanIntervalReading[],
): boolean {
  const { minimum = 0, maximum } = endsOf(claim);
  const [lower, upper] = [parsePrinted(ci[0]).value, parsePrinted(ci[1]).value];
  return readings.some(
    ({ instead }) =>
      (lower === minimum && instead.lower !== undefined && instead.lower.upper < lower) ||
      (upper === maximum && instead.upper !== undefined && instead.upper.lower > upper),
  );
}

/** Whether an asymmetric interval is about as wide as that of the mean. */
export function mayBeResampled(
  { mean, n }: MeanClaim,
  ci: Pair,
  readings: readonly MeanIntervalReading[],
): boolean {
  const [lower, upper] = [parsePrinted(ci[0]), parsePrinted(ci[1])];
  const centre = parsePrinted(mean);
  const [below, above] = [centre.value - lower.value, upper.value - centre.value];
  const rounding = 10 ** -centre.decimals + (10 ** -lower.decimals + 10 ** -upper.decimals) / 2; // of below − above
  if (Math.abs(below - above) <= rounding || Number(n) < FEWEST_RESAMPLED) return false;
  const widths = readings.map(({ interval }) => interval.upper - interval.lower);
  const width = below + above;
  return (
    Math.min(below, above) >= (SHORTER_SIDE * width) / 2 &&
    width >= WIDTH_TO_NORMAL.least * Math.min(...widths) &&
    width <= WIDTH_TO_NORMAL.most * Math.max(...widths)
  );
}

function isUsual({ spread, multiplier }: MeanIntervalReading): boolean {
  return spread === "sd" && multiplier !== "two";
}

/** Whether the interval follows once one figure is changed. */
function follows(claim: MeanClaim, ci: Pair, { label, instead }: Change): boolean {
  const changed = { mean: claim.mean, sd: claim.sd, n: claim.n, [label]: instead };
  const ends: Pair = [
    label === "ci (lower)" ? instead : ci[0],
    label === "ci (upper)" ? instead : ci[1],
  ];
  const { mean, sd } = changed;
  if (Number(changed.n) < 2 || sd.startsWith("-")) return false;
  const { fault, readings } = meanInterval({ mean, sd, n: Number(changed.n) }, { ci: ends });
  return fault === undefined && readings.some((one) => isUsual(one) && one.fit !== "none");
}

/** The n for which the printed SD gives the half-width that now asks for another SD. */
function sizeFor({ n, sd }: MeanClaim, wanted: { lower: number; upper: number }): number {
  return Number(n) * (parsePrinted(sd).value / ((wanted.lower + wanted.upper) / 2)) ** 2;
}

function sizesNear(n: number, wanted: number): Change[] {
  if (!Number.isFinite(wanted) || wanted > Number.MAX_SAFE_INTEGER / 2) return [];
  return Array.from({ length: 2 * NEAR_N + 1 }, (_, i) => Math.round(wanted) + i - NEAR_N)
    .filter((size) => size >= 2 && size !== n)
    .map((size) => ({ label: "n", printed: String(n), instead: String(size) }));
}
