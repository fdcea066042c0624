import { InvalidInput } from "../numeric/invalid-input.js";
import { checkPositive } from "./check-lengths.js";

/**
 * Oversizing by diameter, (prosthesis − native)/native, as a fraction: 0.1 for 10 %, negative
 * when the prosthesis is the smaller.
 *
 * Say which native diameter it is: area-derived, perimeter-derived or another.
 *
 * @throws InvalidInput unless both diameters are finite and above 0
 */
export function oversizingByDiameter(
  prosthesisDiameterMm: number,
  nativeDiameterMm: number,
): number {
  checkPositive("oversizingByDiameter", { prosthesisDiameterMm, nativeDiameterMm });
  return relativeExcess(prosthesisDiameterMm, nativeDiameterMm);
}

/**
 * Oversizing by perimeter, (prosthesis − native)/native, as a fraction.
 *
 * @throws InvalidInput unless both perimeters are finite and above 0
 */
export function oversizingByPerimeter(
  prosthesisPerimeterMm: number,
  nativePerimeterMm: number,
): number {
  checkPositive("oversizingByPerimeter", { prosthesisPerimeterMm, nativePerimeterMm });
  return relativeExcess(prosthesisPerimeterMm, nativePerimeterMm);
}

/**
 * Oversizing by area, (prosthesis − native)/native, as a fraction: about twice the oversizing by
 * diameter when that is small, so never compare one with the other.
 *
 * @throws InvalidInput unless both areas are finite and above 0
 */
export function oversizingByArea(prosthesisAreaMm2: number, nativeAreaMm2: number): number {
  checkPositive("oversizingByArea", { prosthesisAreaMm2, nativeAreaMm2 });
  return relativeExcess(prosthesisAreaMm2, nativeAreaMm2);
}

/**
 * Cover index, (prosthesis − annulus)/prosthesis, of diameters, as a fraction; the same difference
 * as oversizing, over the prosthesis instead of the annulus.
 *
 * @throws InvalidInput unless both diameters are finite and above 0
 */
export function coverIndex(prosthesisDiameterMm: number, annulusDiameterMm: number): number {
  checkPositive("coverIndex", { prosthesisDiameterMm, annulusDiameterMm });
  return (prosthesisDiameterMm - annulusDiameterMm) / prosthesisDiameterMm;
}

/**
 * Compression of a deployed device, (nominal − deployed)/nominal, of diameters, as a fraction;
 * negative for a device that measures more than its nominal size.
 *
 * @throws InvalidInput unless both diameters are finite and above 0
 */
export function deviceCompression(nominalDiameterMm: number, deployedDiameterMm: number): number {
  checkPositive("deviceCompression", { nominalDiameterMm, deployedDiameterMm });
  return (nominalDiameterMm - deployedDiameterMm) / nominalDiameterMm;
}

/**
 * Size mismatch of each patient, the size that the model predicts minus the implanted size, in mm:
 * above 0 where the model asks for a larger device.
 *
 * @param predictedSizesMm - (n) nominal sizes by the model
 * @param implantedSizesMm - (n) nominal sizes implanted, same patients, same order
 * @returns (n) mm
 * @throws InvalidInput on unequal lengths, or unless every size is finite and above 0
 */
export function sizeMismatchMm(
  predictedSizesMm: ArrayLike<number>,
  implantedSizesMm: ArrayLike<number>,
): Float64Array {
  if (predictedSizesMm.length !== implantedSizesMm.length) {
    throw new InvalidInput(
      "sizeMismatchMm",
      `needs pairs; got ${predictedSizesMm.length} and ${implantedSizesMm.length} sizes`,
    );
  }
  return Float64Array.from(predictedSizesMm, (predicted, i) => {
    const implanted = implantedSizesMm[i]!;
    checkPositive("sizeMismatchMm", {
      [`predicted size ${i + 1}`]: predicted,
      [`implanted size ${i + 1}`]: implanted,
    });
    return predicted - implanted;
  });
}

function relativeExcess(prosthesis: number, native: number): number {
  return (prosthesis - native) / native;
}
