import { inTheNameOf } from "../../numeric/index.js";
import { type EffectMeasure, effectMeasure } from "./effect-measures.js";
import { readPrinted } from "./grim.js";
import {
  type IntervalSymmetry,
  intervalSymmetry,
  type LostSign,
  readPair,
  type ScaleSymmetry,
  type Triple,
} from "./interval-symmetry.js";
import { lopsidedBound } from "./lopsided-intervals.js";
import { type Bounds, printedBounds } from "./printed.js";

/**
 * How an effect stands in its interval: in the middle as printed, or within rounding; lopsided as
 * far as other intervals go; or as no interval can: more lopsided than any, `outside`, with the
 * limits `swapped`, with a number `below-zero` that a ratio cannot have, or even only when a lost
 * sign is restored. A number needed to treat may stand anywhere.
 */
export type EffectStanding =
  | "symmetric"
  | "within-rounding"
  | "lopsided"
  | "too-lopsided"
  | "outside"
  | "swapped"
  | "below-zero"
  | "lost-sign"
  | "anywhere";

/** An effect held against its interval. */
export interface PrintedEffect {
  readonly method: "printed-effect";
  readonly measure: EffectMeasure;
  readonly standing: EffectStanding;
  readonly symmetry: IntervalSymmetry;
  /** The scale on which the effect stands so. */
  readonly onScale?: ScaleSymmetry;
  /** The most that the longer side can be of the shorter, where there is a bound. */
  readonly bound?: number;
  /** The sign that makes an impossible interval even on the measure's usual scale. */
  readonly lostSign?: LostSign;
}

const LOST_SIGN_LOPSIDED = 1.5; // less is within what a bootstrap of means does

/**
 * Whether an effect can have its interval: ratios stand in the middle on the log scale, differences
 * on the natural one, shares on the natural, logit or log scale, measures of unknown name on the
 * natural or the log scale. Exact, score, profile and bootstrap intervals are lopsided, but only so
 * far.
 *
 * @param measure - name of the measure, "OR", "MD", …, see `effectMeasure`
 * @param estimate - as printed
 * @param ci - lower and upper limit, as printed
 * @throws InvalidInput when a number cannot be read, or the measure has no name
 * @source [@altman2011]
 */
export function printedEffect(
  measure: string,
  estimate: string,
  ci: readonly [string, string],
): PrintedEffect {
  const where = "printedEffect";
  const read = inTheNameOf(where, () => effectMeasure(measure));
  const [lower, upper] = readPair(where, ci);
  const triple: Triple = {
    lower: printedBounds(lower),
    estimate: printedBounds(readPrinted(where, estimate)),
    upper: printedBounds(upper),
  };
  const isPercent = read.family === "share" && triple.estimate.upper > 1.5;
  const symmetry = intervalSymmetry(estimate, ci, { whole: isPercent ? 100 : 1 });
  const lostSign = symmetry.lostSigns.find(({ scale }) => scale === read.scales[0]);
  const found = standingOf(read, symmetry, lostSign, triple);
  const isImpossible = IMPOSSIBLE.includes(found.standing);
  return {
    method: "printed-effect",
    measure: read,
    symmetry,
    ...found,
    ...(lostSign !== undefined && isImpossible ? { lostSign } : {}),
  };
}

/** What no interval of the measure can be. */
export const IMPOSSIBLE: readonly EffectStanding[] = [
  "too-lopsided",
  "outside",
  "swapped",
  "below-zero",
  "lost-sign",
];

function standingOf(
  { family, scales }: EffectMeasure,
  symmetry: IntervalSymmetry,
  lostSign: LostSign | undefined,
  triple: Triple,
): Pick<PrintedEffect, "standing" | "onScale" | "bound"> {
  if (family === "number-needed") return { standing: "anywhere" };
  const isRatio = family === "ratio" || family === "risk-ratio";
  if (isRatio && Object.values(triple).some((one: Bounds) => one.upper < 0)) {
    return { standing: "below-zero" };
  }
  if (symmetry.position !== "inside") return { standing: symmetry.position };
  // A ratio's interval may have been made on the ratio itself, but no one would call that usual.
  const usual = scales.slice(0, isRatio ? 1 : scales.length);
  const on = usual.flatMap((scale) => symmetry.scales.filter((one) => one.scale === scale));
  const exact = on.find(({ printsAsEstimate }) => printsAsEstimate);
  if (exact !== undefined) return { standing: "symmetric", onScale: exact };
  const within = on.find(({ withinRounding }) => withinRounding);
  if (within !== undefined) return { standing: "within-rounding", onScale: within };
  const natural = symmetry.scales.find(({ scale }) => scale === "natural")!;
  if (isRatio && natural.withinRounding) return { standing: "lopsided", onScale: natural };
  const bound = lopsidedBound(family, symmetry.scales, triple);
  if (bound === undefined) return { standing: "lopsided", onScale: on[0] ?? natural };
  const { symmetry: onScale, ratio } = bound;
  if (onScale.lopsidedness > ratio) return { standing: "too-lopsided", onScale, bound: ratio };
  const isLost = lostSign !== undefined && family === "difference";
  const standing = isLost && onScale.lopsidedness > LOST_SIGN_LOPSIDED ? "lost-sign" : "lopsided";
  return { standing, onScale, bound: ratio };
}
