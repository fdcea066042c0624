import type { Random } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import { checkResampling, drawnTallies } from "./resample.js";
import { checkScored, type Direction } from "./scored.js";
import { type Tally, tally } from "./tally.js";

/** A region that holds the whole ROC curve at once. */
export interface RocBand {
  readonly method: "fixed-width-band";
  readonly direction: Direction;
  readonly level: number;
  readonly width: number; // how far the curve is displaced, in the plane of the two rates
  /** Corners of the curve, from (0, 0) to (1, 1). */
  readonly falsePositiveRates: Float64Array;
  readonly sensitivities: Float64Array;
  /** The curve displaced up and to the left by `width`, cut to the unit square. */
  readonly upper: BandEdge;
  /** The curve displaced down and to the right. */
  readonly lower: BandEdge;
}

/** One side of a band, corner by corner. */
export interface BandEdge {
  readonly falsePositiveRates: Float64Array;
  readonly sensitivities: Float64Array;
}

/**
 * Campbell's simultaneous band of an empirical ROC curve: the curve displaced both ways along lines
 * of slope −√(n₀/n₁), so far that it holds the given share of stratified bootstrap curves whole.
 *
 * @param scores - (n) one for each subject
 * @param events - (n) 1 or true for an event, 0 or false for none
 * @param direction - which scores speak for the event
 * @param options.random - source of chance
 * @param options.level - share of bootstrap curves inside the band; 0.95
 * @param options.replicates - 2,000
 * @throws InvalidInput as `areaUnderCurve`, and for fewer than 2 replicates
 * @source [@campbell1994]; [@macskassy2004]
 */
export function rocBand(
  scores: ArrayLike<number>,
  events: ArrayLike<number | boolean>,
  direction: Direction,
  {
    random,
    level = 0.95,
    replicates = 2000,
  }: { random: Random; level?: number; replicates?: number },
): RocBand {
  const scored = checkScored("rocBand", scores, events, direction);
  checkLevel("rocBand", level);
  checkResampling("rocBand", random, replicates);
  const counts = tally(scored);
  const slope = Math.sqrt(counts.nNonEvents / counts.nEvents);
  const curve = cornersOf(counts, slope);
  const farthest = new Float64Array(replicates);
  drawnTallies(counts, random, replicates, ({ inBag }, replicate) => {
    farthest[replicate] = farthestApart(curve, cornersOf(inBag, slope));
  });
  farthest.sort();
  const reach = farthest[Math.min(replicates, Math.ceil(level * (replicates + 1))) - 1]!;
  return {
    method: "fixed-width-band",
    direction,
    level,
    width: (reach / 2) * Math.hypot(1 / slope, 1),
    ...plane(curve, slope, 0),
    upper: plane(curve, slope, reach),
    lower: plane(curve, slope, -reach),
  };
}

/**
 * Corners of a curve in sheared axes: `along` = slope·fpr + sens, which rises along the curve and
 * does not change under the displacement, and `across` = sens − slope·fpr, which it shifts.
 */
interface Corners {
  readonly along: Float64Array;
  readonly across: Float64Array;
}

/** From (0, 0), where nobody is positive, to (1, 1). */
function cornersOf({ events, nonEvents, nEvents, nNonEvents }: Tally, slope: number): Corners {
  const k = events.length;
  const along = new Float64Array(k + 1);
  const across = new Float64Array(k + 1);
  let [positives, falsePositives] = [0, 0];
  for (let j = 1; j <= k; j++) {
    positives += events[k - j]!;
    falsePositives += nonEvents[k - j]!;
    const [sens, shear] = [positives / nEvents, (slope * falsePositives) / nNonEvents];
    along[j] = shear + sens;
    across[j] = sens - shear;
  }
  return { along, across };
}

/** Largest distance across between two curves: it is met at a corner of one of them. */
function farthestApart(one: Corners, two: Corners): number {
  return Math.max(farthestAtCorners(one, two), farthestAtCorners(two, one));
}

/** At the corners of the first curve. */
function farthestAtCorners(one: Corners, two: Corners): number {
  let farthest = 0;
  let j = 0;
  for (let i = 0; i < one.along.length; i++) {
    const at = one.along[i]!;
    while (j + 2 < two.along.length && two.along[j + 1]! < at) j++;
    const length = two.along[j + 1]! - two.along[j]!;
    const share = length > 0 ? Math.max(0, Math.min(1, (at - two.along[j]!) / length)) : 1;
    const across = two.across[j]! + share * (two.across[j + 1]! - two.across[j]!);
    farthest = Math.max(farthest, Math.abs(across - one.across[i]!));
  }
  return farthest;
}

/** Back in the plane of the two rates, shifted across and cut to the unit square. */
function plane({ along, across }: Corners, slope: number, shift: number): BandEdge {
  const cut = (value: number): number => Math.max(0, Math.min(1, value));
  return {
    falsePositiveRates: along.map((u, i) => cut((u - across[i]! - shift) / (2 * slope))),
    sensitivities: along.map((u, i) => cut((u + across[i]! + shift) / 2)),
  };
}
