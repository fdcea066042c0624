import { parsePrinted } from "../analysis/index.js";
import type { Claim } from "./claim.js";
import { type FigurePlace, placesOf, withFigure } from "./figures-of.js";
import type { Change } from "./verdict.js";

/** A figure moved by so many units of its last digit. */
interface Candidate {
  readonly place: FigurePlace;
  readonly instead: string;
  readonly size: number; // of the change, relative to the figure
}

/**
 * The least change of one printed figure after which a claim is possible.
 *
 * Each figure is moved up and down in units of its last printed digit; the candidates are tried in
 * the order of their relative size, so the first that is possible is the smallest.
 *
 * @param fields - whose figures may be wrong; those that are not printed are passed over
 * @param isPossible - whether the changed claim is free of the contradiction; it may refuse a claim by throwing nothing and returning false
 * @param options.steps - units of the last digit that are tried on each side; 50
 * @returns undefined when no change of one figure within so many units will do
 */
export function smallestChange<C extends Claim>(
  claim: C,
  fields: readonly (keyof C & string)[],
  isPossible: (changed: C) => boolean,
  { steps = 50 }: { steps?: number } = {},
): Change | undefined {
  const found = placesOf(claim, fields)
    .filter(({ printed }) => !/^[<>≤≥=]/.test(printed))
    .flatMap((place) => candidatesOf(place, steps))
    .sort((a, b) => a.size - b.size)
    .find(({ place, instead }) => isPossible(withFigure(claim, place, instead)));
  if (found === undefined) return undefined;
  const { place, instead } = found;
  return { label: place.label, printed: place.printed, instead };
}

function candidatesOf(place: FigurePlace, steps: number): Candidate[] {
  const { digits, decimals } = parsePrinted(place.printed);
  const size = Math.max(1, Math.abs(Number(digits)));
  return Array.from({ length: steps }, (_, i) => i + 1).flatMap((step) =>
    [BigInt(step), BigInt(-step)].map((by) => ({
      place,
      instead: printedFrom(digits + by, decimals),
      size: step / size,
    })),
  );
}

/** Digits with so many decimals: −60 and 2 are "-0.60". */
function printedFrom(digits: bigint, decimals: number): string {
  const sign = digits < 0n ? "-" : "";
  const text = (digits < 0n ? -digits : digits).toString().padStart(decimals + 1, "0");
  return decimals === 0
    ? `${sign}${text}`
    : `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}
