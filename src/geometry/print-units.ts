/** Units that mesh files are written in, with their length in millimetres. */
const UNITS = { cm: 10, inch: 25.4, m: 1000, µm: 0.001 } as const;

/** A unit other than millimetres. */
export type OtherUnit = keyof typeof UNITS;

/** Whether a model is likely to be in millimetres. */
export interface UnitsCheck {
  readonly isPlausible: boolean;
  readonly longestSide: number; // in the file's unit, whatever it is
  /** Units in which the model would have the size of a heart or of a part of it. */
  readonly candidates: readonly OtherUnit[];
  readonly message: string;
}

/** From an appendage to a whole heart with its vessels. */
const LEAST_MM = 10;
const MOST_MM = 350;

/**
 * Asks whether a model can be in millimetres: parts of hearts measure 10 to 350 mm. A model in centimetres
 * may pass by chance, so the size belongs before the eyes of whoever prints it.
 *
 * @param longestSide - of the model's box, in its own unit
 */
export function likelyUnits(longestSide: number): UnitsCheck {
  const isSize = (mm: number): boolean => mm >= LEAST_MM && mm <= MOST_MM;
  const isPlausible = isSize(longestSide);
  const candidates = (Object.keys(UNITS) as OtherUnit[]).filter(
    (unit) => !isPlausible && isSize(longestSide * UNITS[unit]),
  );
  const size = `the longest side is ${Number(longestSide.toPrecision(4))} mm`;
  if (isPlausible) return { isPlausible, longestSide, candidates, message: size };
  const others = candidates.map(
    (unit) => `${unit} (${Number((longestSide * UNITS[unit]).toPrecision(3))} mm)`,
  );
  const question =
    others.length > 0
      ? `is the file in ${others.join(" or ")}?`
      : "in no common unit is it a heart";
  return {
    isPlausible,
    longestSide,
    candidates,
    message: `${size}, not that of a heart (${LEAST_MM} to ${MOST_MM} mm): ${question}`,
  };
}
