import { InvalidInput } from "../../numeric/invalid-input.js";
import { cross, dot, norm, scale, subtract, unit, type Vector3 } from "../vector.js";

/** Where a slice says it lies, in DICOM's terms. */
export interface SlicePlane {
  readonly name: string; // of its file
  readonly rows: number;
  readonly columns: number;
  readonly position: Vector3 | undefined; // mm, LPS, centre of the first pixel
  readonly orientation: readonly number[] | undefined; // (6) directions of a row and of a column
  readonly pixelSpacing: readonly [number, number] | undefined; // mm between rows, between columns
  readonly sliceThicknessMm: number | undefined;
  readonly spacingBetweenSlicesMm: number | undefined;
}

/** A slice that says where it lies. */
export interface PlacedSlice extends SlicePlane {
  readonly position: Vector3;
  readonly orientation: readonly number[];
  readonly pixelSpacing: readonly [number, number];
}

/** Unit directions of a slice; the normal is row × column. */
export interface SliceAxes {
  readonly row: Vector3; // along which i grows
  readonly column: Vector3; // along which j grows
  readonly normal: Vector3;
}

const COSINE_TO = 1e-4; // files print direction cosines to four decimals and more
const SPACING_TO = 1e-4; // mm, of pixels

/**
 * Refuses a slice that does not say where it lies.
 *
 * @throws InvalidInput without position, orientation or pixel spacing, or with axes that are not
 *   perpendicular unit vectors
 */
export function placed(where: string, slice: SlicePlane): PlacedSlice {
  const { name, position, orientation, pixelSpacing } = slice;
  const missing =
    position === undefined
      ? "ImagePositionPatient"
      : orientation === undefined
        ? "ImageOrientationPatient"
        : pixelSpacing === undefined
          ? "PixelSpacing"
          : undefined;
  if (missing !== undefined) {
    const said = `needs to know where every slice lies; ${name} has no ${missing}`;
    throw new InvalidInput(where, said, "no_position");
  }
  if (!pixelSpacing!.every((mm) => mm > 0)) {
    const said = `needs pixel spacings above 0 mm; ${name} has ${pixelSpacing!.join(", ")}`;
    throw new InvalidInput(where, said, "pixel_spacing");
  }
  const [row, column] = cosines(orientation!);
  const sound =
    Math.abs(norm(row) - 1) < 10 * COSINE_TO &&
    Math.abs(norm(column) - 1) < 10 * COSINE_TO &&
    Math.abs(dot(row, column)) < 10 * COSINE_TO;
  if (!sound) {
    const said = `needs perpendicular axes of unit length; ${name} has ${orientation!.join(", ")}`;
    throw new InvalidInput(where, said, "not_orthonormal");
  }
  return slice as PlacedSlice;
}

/** The axes of a slice, made exactly perpendicular. */
export function axesOf({ orientation }: PlacedSlice): SliceAxes {
  const [rough, other] = cosines(orientation);
  const row = unit(rough);
  const column = unit(subtract(other, scale(row, dot(row, other))));
  return { row, column, normal: cross(row, column) };
}

/** In what two slices differ that those of one series share, in words; undefined when in nothing. */
export function differenceOf(a: SlicePlane, b: SlicePlane): string | undefined {
  if (a.rows !== b.rows || a.columns !== b.columns) {
    return `${a.columns} × ${a.rows} and ${b.columns} × ${b.rows} pixels`;
  }
  if (differ(a.pixelSpacing, b.pixelSpacing, SPACING_TO)) {
    return `pixels of ${a.pixelSpacing?.join(" × ")} and ${b.pixelSpacing?.join(" × ")} mm`;
  }
  if (differ(a.orientation, b.orientation, COSINE_TO)) {
    return `orientations ${a.orientation?.join(", ")} and ${b.orientation?.join(", ")}`;
  }
  return undefined;
}

function cosines(orientation: readonly number[]): readonly [Vector3, Vector3] {
  return [orientation.slice(0, 3), orientation.slice(3)] as unknown as readonly [Vector3, Vector3];
}

function differ(
  a: readonly number[] | undefined,
  b: readonly number[] | undefined,
  by: number,
): boolean {
  if (a === undefined || b === undefined) return a !== b;
  return a.some((value, i) => Math.abs(value - b[i]!) > by);
}
