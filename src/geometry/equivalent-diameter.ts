import { InvalidInput } from "../numeric/invalid-input.js";
import { checkPositive } from "./check-lengths.js";

/**
 * Diameter of the circle with the same area, 2√(A/π), in mm.
 *
 * Never above the perimeter-derived diameter of the same section, and equal to it for a circle alone.
 *
 * @param areaMm2 - area of a section
 * @throws InvalidInput unless the area is finite and above 0
 */
export function areaDerivedDiameterMm(areaMm2: number): number {
  checkPositive("areaDerivedDiameterMm", { areaMm2 });
  return 2 * Math.sqrt(areaMm2 / Math.PI);
}

/**
 * Diameter of the circle with the same perimeter, P/π, in mm.
 *
 * @param perimeterMm - length of the closed contour of a section
 * @throws InvalidInput unless the perimeter is finite and above 0
 */
export function perimeterDerivedDiameterMm(perimeterMm: number): number {
  checkPositive("perimeterDerivedDiameterMm", { perimeterMm });
  return perimeterMm / Math.PI;
}

/**
 * Eccentricity index of a section, 1 − Dmin/Dmax: 0 for a circle, towards 1 for a slit.
 *
 * @throws InvalidInput unless both diameters are finite and above 0 and the smaller is the first
 */
export function eccentricityIndex(smallestDiameterMm: number, largestDiameterMm: number): number {
  checkPositive("eccentricityIndex", { smallestDiameterMm, largestDiameterMm });
  if (smallestDiameterMm > largestDiameterMm) {
    throw new InvalidInput(
      "eccentricityIndex",
      `needs the smallest diameter first; got ${smallestDiameterMm} and ${largestDiameterMm} mm`,
    );
  }
  return 1 - smallestDiameterMm / largestDiameterMm;
}
