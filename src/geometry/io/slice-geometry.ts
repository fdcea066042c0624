import { InvalidInput } from "../../numeric/invalid-input.js";
import type { GeometryIssue } from "../issue.js";
import { dot, scale, subtract, type Vector3 } from "../vector.js";
import type { VolumeGrid } from "../volume/volume.js";
import { mm, placeOf, sideFault, spacingFault, tiltFault } from "./slice-faults.js";
import {
  axesOf,
  differenceOf,
  type PlacedSlice,
  placed,
  type SliceAxes,
  type SlicePlane,
} from "./slice-plane.js";

/** How the slices of a series lie to each other. */
export interface SliceGeometry {
  /** Indices of the given slices, sorted along the normal. */
  readonly order: readonly number[];
  /** Of a regular series. Where there are faults the slices lie at their positions and not on it. */
  readonly grid: VolumeGrid;
  readonly positions: Float64Array; // (slices × 3) mm, sorted
  readonly stepsMm: Float64Array; // (slices − 1) along the normal
  readonly meanStep: Vector3; // mm, from first to last by the number of steps
  /**
   * Angle between the steps and the normal. Positive where slices move against the direction of their
   * columns (or of their rows, where they move more along these), as behind a gantry tilted by +.
   */
  readonly tiltDeg: number;
  readonly isUniform: boolean;
  readonly isOrthogonal: boolean;
  /** Whether the names sort as text in another order. */
  readonly lexicalOrderDiffers: boolean;
  /** What keeps the slices from a regular grid; none when the series is regular. */
  readonly faults: readonly GeometryIssue[];
  readonly issues: readonly GeometryIssue[];
}

/** How far slices may lie from a regular grid. */
export interface SliceTolerances {
  /** Of a slice from its place; 0.02 mm, for scanners print positions to two decimals. */
  readonly spacingToleranceMm?: number;
  /** Of the steps from the normal; 0.05°. */
  readonly tiltToleranceDeg?: number;
}

/**
 * How the slices of one series lie, from the position and the orientation of every one.
 *
 * Slices are sorted along their normal. Uneven steps, missing slices, a tilted gantry and slices that
 * lie aside are faults, said with the two slices that show them; nothing is averaged.
 *
 * @param slices - of one size, pixel spacing and orientation, in any order
 * @throws InvalidInput when a slice does not say where it lies, two lie in one place or are not of one
 *   kind, or there is but one that tells neither spacing nor thickness
 */
export function sliceGeometry(
  slices: readonly SlicePlane[],
  { spacingToleranceMm = 0.02, tiltToleranceDeg = 0.05 }: SliceTolerances = {},
): SliceGeometry {
  if (slices.length === 0) throw refusal("needs at least one slice; got none", "no_slices");
  const all = slices.map((slice) => placed("sliceGeometry", slice));
  refuseMixed(all);
  const axes = axesOf(all[0]!);
  const heights = all.map(({ position }) => dot(axes.normal, position));
  const order = all
    .map((_, i) => i)
    .sort((a, b) => heights[a]! - heights[b]! || byText(all[a]!, all[b]!));
  const sorted = order.map((i) => all[i]!);
  const stepsMm = Float64Array.from(order.slice(1), (i, k) => heights[i]! - heights[order[k]!]!);
  refuseDuplicates(sorted, stepsMm, spacingToleranceMm);

  const first = sorted[0]!;
  const { stepMm: lone, issues: loneIssues } = loneStep(sorted);
  const meanStep =
    lone === undefined
      ? scale(subtract(sorted.at(-1)!.position, first.position), 1 / stepsMm.length)
      : scale(axes.normal, lone);
  const tiltDeg = tiltOf(axes, meanStep);
  const isMany = lone === undefined;
  const spacing = isMany ? spacingFault(sorted, stepsMm, spacingToleranceMm) : undefined;
  const tilt = tiltFault(sorted, tiltDeg, tiltToleranceDeg);
  const aside = isMany ? sideFault(sorted, axes, spacingToleranceMm) : undefined;
  const lexical = [...sorted].sort(byText);
  const stepMm = dot(axes.normal, meanStep);
  return {
    order,
    grid: gridOf(sorted, axes, stepMm),
    positions: Float64Array.from(sorted.flatMap(({ position }) => position)),
    stepsMm,
    meanStep,
    tiltDeg,
    isUniform: spacing === undefined,
    isOrthogonal: tilt === undefined,
    lexicalOrderDiffers: lexical.some((slice, k) => slice !== sorted[k]),
    faults: [tilt, spacing, aside].filter((fault) => fault !== undefined),
    issues: [
      ...loneIssues,
      ...orderIssue(sorted, lexical),
      ...(isMany && spacing === undefined ? tagIssue(first, stepMm, spacingToleranceMm) : []),
    ],
  };
}

function refusal(rule: string, code: string): InvalidInput {
  return new InvalidInput("sliceGeometry", rule, code);
}

function refuseMixed(slices: readonly PlacedSlice[]): void {
  for (const slice of slices) {
    const difference = differenceOf(slices[0]!, slice);
    if (difference === undefined) continue;
    const pair = `${slices[0]!.name} and ${slice.name}`;
    throw refusal(`needs slices of one kind; ${pair} have ${difference}`, "mixed_series");
  }
}

function refuseDuplicates(
  sorted: readonly PlacedSlice[],
  stepsMm: Float64Array,
  toleranceMm: number,
): void {
  const at = stepsMm.findIndex((step) => step <= toleranceMm);
  if (at < 0) return;
  const twice = stepsMm.filter((step) => step <= toleranceMm).length;
  const places = sorted.length - twice;
  const phases =
    sorted.length % places === 0
      ? ` (${sorted.length / places} slices at each of ${places} places: phases of one scan?)`
      : "";
  const pair = `${placeOf(sorted[at]!)} and ${placeOf(sorted[at + 1]!)}`;
  throw refusal(
    `needs one slice at a place; ${pair} lie in one plane${phases}`,
    "duplicate_positions",
  );
}

/** The step of a slice that stands alone, as its tags tell. */
function loneStep(sorted: readonly PlacedSlice[]): {
  stepMm: number | undefined;
  issues: readonly GeometryIssue[];
} {
  if (sorted.length > 1) return { stepMm: undefined, issues: [] };
  const { name, spacingBetweenSlicesMm: spacing, sliceThicknessMm: thickness } = sorted[0]!;
  const [stepMm, tag] =
    spacing !== undefined && spacing > 0
      ? [spacing, "SpacingBetweenSlices"]
      : [thickness, "SliceThickness"];
  if (stepMm === undefined || !(stepMm > 0)) {
    throw refusal(
      `needs two slices to know their spacing; ${name} is alone and tells neither SpacingBetweenSlices nor SliceThickness`,
      "one_slice",
    );
  }
  const message = `${name} is alone: its spacing of ${stepMm} mm is that of ${tag}`;
  return { stepMm, issues: [{ code: "one_slice", message }] };
}

function tiltOf({ row, column, normal }: SliceAxes, step: Vector3): number {
  const [along, across, up] = [dot(row, step), dot(column, step), dot(normal, step)];
  const against = Math.abs(across) >= Math.abs(along) ? -across : -along;
  const degrees = (Math.atan2(Math.hypot(along, across), up) * 180) / Math.PI;
  return against < 0 ? -degrees : degrees;
}

function gridOf(
  sorted: readonly PlacedSlice[],
  { row, column, normal }: SliceAxes,
  stepMm: number,
): VolumeGrid {
  const { columns, rows, pixelSpacing, position } = sorted[0]!;
  return {
    dims: [columns, rows, sorted.length],
    spacing: [pixelSpacing[1], pixelSpacing[0], stepMm],
    origin: position,
    direction: Float64Array.from(
      [0, 1, 2].flatMap((axis) => [row[axis]! + 0, column[axis]! + 0, normal[axis]! + 0]),
    ),
  };
}

function orderIssue(
  sorted: readonly PlacedSlice[],
  lexical: readonly PlacedSlice[],
): readonly GeometryIssue[] {
  const at = sorted.findIndex((slice, k) => slice !== lexical[k]);
  if (at < 0) return [];
  const message = `file names sort as text in another order (${lexical[at]!.name} for ${sorted[at]!.name}): slices are sorted by position`;
  return [{ code: "lexical_order", message }];
}

function tagIssue(
  { spacingBetweenSlicesMm: told }: PlacedSlice,
  stepMm: number,
  toleranceMm: number,
): readonly GeometryIssue[] {
  if (told === undefined || Math.abs(told - stepMm) <= toleranceMm) return [];
  const said = `SpacingBetweenSlices says ${told} mm, the positions ${mm(stepMm)} mm`;
  return [{ code: "spacing_tag", message: `${said}: the positions are taken` }];
}

/** Order of the names as text, by code units. */
function byText(a: SlicePlane, b: SlicePlane): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
