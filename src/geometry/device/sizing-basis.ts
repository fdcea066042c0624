import { checkPositive } from "../check-lengths.js";
import type { Planimetry } from "./planimetry.js";

/** The measure of a section by which a device is sized or judged. */
export type SizingBasis =
  | "area"
  | "perimeter"
  | "area-derived-diameter"
  | "perimeter-derived-diameter"
  | "max-diameter" // Feret
  | "min-diameter"
  | "mean-diameter"; // of these two

/** All bases, for those who report each. */
export const SIZING_BASES: readonly SizingBasis[] = [
  "area",
  "perimeter",
  "area-derived-diameter",
  "perimeter-derived-diameter",
  "max-diameter",
  "min-diameter",
  "mean-diameter",
];

/** Unit of a basis: mm² of the area, mm of all others. */
export function unitOfBasis(basis: SizingBasis): "mm" | "mm²" {
  return basis === "area" ? "mm²" : "mm";
}

/** A section's measure by a basis, mm or mm². */
export function measureBy(basis: SizingBasis, section: Planimetry): number {
  switch (basis) {
    case "area":
      return section.areaMm2;
    case "perimeter":
      return section.perimeterMm;
    case "area-derived-diameter":
      return section.areaDerivedDiameterMm;
    case "perimeter-derived-diameter":
      return section.perimeterDerivedDiameterMm;
    case "max-diameter":
      return section.feretMaxMm;
    case "min-diameter":
      return section.feretMinMm;
    case "mean-diameter":
      return (section.feretMaxMm + section.feretMinMm) / 2;
  }
}

/** The same measure of a round device by its nominal diameter, mm or mm². */
export function nominalMeasure(basis: SizingBasis, nominalDiameterMm: number): number {
  if (basis === "area") return (Math.PI * nominalDiameterMm ** 2) / 4;
  return basis === "perimeter" ? Math.PI * nominalDiameterMm : nominalDiameterMm;
}

/** How a round device of nominal size compares with a section by one basis. */
export interface DeviceFit {
  readonly basis: SizingBasis;
  readonly unit: "mm" | "mm²";
  readonly nominal: number; // of the device, in the unit
  readonly measured: number; // of the section
  readonly oversizing: number; // (nominal − measured)/measured, a fraction
  readonly compression: number; // (nominal − measured)/nominal, a fraction
}

/**
 * Oversizing and compression of a round device by every basis. For a native section read `oversizing`,
 * for the section of the deployed device `compression`; oversizing by area is about twice that by
 * diameter, so a number without its basis says nothing.
 *
 * @param nominalDiameterMm - of the uncompressed device
 * @throws InvalidInput unless the diameter is finite and above 0
 */
export function deviceFit(nominalDiameterMm: number, section: Planimetry): readonly DeviceFit[] {
  checkPositive("deviceFit", { nominalDiameterMm });
  return SIZING_BASES.map((basis) => {
    const [nominal, measured] = [
      nominalMeasure(basis, nominalDiameterMm),
      measureBy(basis, section),
    ];
    return {
      basis,
      unit: unitOfBasis(basis),
      nominal,
      measured,
      oversizing: (nominal - measured) / measured,
      compression: (nominal - measured) / nominal,
    };
  });
}
