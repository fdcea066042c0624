import { InvalidInput } from "../../numeric/invalid-input.js";
import { checkPositive } from "../check-lengths.js";

/**
 * Area of the outflow tract that a device leaves open, mm²: a circle without the lens in which a second
 * circle covers it.
 *
 * @param lvotRadiusMm - of the outflow tract's section, taken as a circle
 * @param deviceRadiusMm - of the device's section in the same plane
 * @param centreDistanceMm - between the two centres
 * @throws InvalidInput unless the radii are finite and above 0 and the distance is at least 0
 */
export function neoLvotAreaMm2(
  lvotRadiusMm: number,
  deviceRadiusMm: number,
  centreDistanceMm: number,
): number {
  checkPositive("neoLvotAreaMm2", { lvotRadiusMm, deviceRadiusMm });
  if (!(centreDistanceMm >= 0 && Number.isFinite(centreDistanceMm))) {
    throw new InvalidInput(
      "neoLvotAreaMm2",
      `needs a distance of at least 0 mm; got ${centreDistanceMm}`,
    );
  }
  return Math.PI * lvotRadiusMm ** 2 - lensAreaMm2(lvotRadiusMm, deviceRadiusMm, centreDistanceMm);
}

/** Area that two circles have in common. */
function lensAreaMm2(r: number, s: number, d: number): number {
  if (d >= r + s) return 0;
  if (d <= Math.abs(r - s)) return Math.PI * Math.min(r, s) ** 2;
  const segment = (a: number, b: number): number =>
    a * a * Math.acos(Math.min(1, Math.max(-1, (d * d + a * a - b * b) / (2 * d * a))));
  const kite = Math.sqrt((-d + r + s) * (d + r - s) * (d - r + s) * (d + r + s)) / 2;
  return segment(r, s) + segment(s, r) - kite;
}
