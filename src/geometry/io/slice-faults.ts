import type { GeometryIssue } from "../issue.js";
import { dot, subtract } from "../vector.js";
import type { PlacedSlice, SliceAxes } from "./slice-plane.js";

const MISSING_TO = 0.1; // of a step: a gap so near to a multiple of it is one of missing slices

/**
 * What is wrong with the steps of slices along their normal: slices missing, or steps uneven.
 *
 * @param sorted - slices along the normal
 * @param stepsMm - (slices − 1) along the normal
 * @param toleranceMm - of a slice from its place in even steps
 */
export function spacingFault(
  sorted: readonly PlacedSlice[],
  stepsMm: Float64Array,
  toleranceMm: number,
): GeometryIssue | undefined {
  const even = stepsMm.reduce((sum, step) => sum + step, 0) / stepsMm.length;
  let [height, off] = [0, 0];
  for (const [k, step] of stepsMm.entries()) {
    height += step;
    off = Math.max(off, Math.abs(height - (k + 1) * even));
  }
  if (!(off > toleranceMm)) return undefined;
  const usual = median(stepsMm);
  const worst = stepsMm.reduce(
    (found, step, k) => (Math.abs(step - usual) > Math.abs(stepsMm[found]! - usual) ? k : found),
    0,
  );
  const between = `between ${placeOf(sorted[worst]!)} and ${placeOf(sorted[worst + 1]!)}`;
  const gaps = [...stepsMm].map((step) => step / usual);
  const missing = gaps.map((gap) => Math.round(gap) - 1);
  const isMultiple = gaps.every((gap, k) => Math.abs(gap - missing[k]! - 1) < MISSING_TO);
  if (isMultiple && missing.some((count) => count > 0)) {
    const count = missing.reduce((sum, one) => sum + one, 0);
    const slices = count === 1 ? "1 slice is" : `${count} slices are`;
    const step = `a step of ${mm(stepsMm[worst]!)} mm ${between}, where others are ${mm(usual)} mm`;
    return { code: "missing_slices", message: `${slices} missing: ${step}` };
  }
  const range = `${mm(Math.min(...stepsMm))} to ${mm(Math.max(...stepsMm))} mm`;
  const step = `${mm(stepsMm[worst]!)} mm ${between}, ${mm(usual)} mm in the middle`;
  return { code: "uneven_spacing", message: `slices lie ${range} apart: ${step}` };
}

/** That slices move aside from one to the next, as behind a tilted gantry. */
export function tiltFault(
  sorted: readonly PlacedSlice[],
  tiltDeg: number,
  toleranceDeg: number,
): GeometryIssue | undefined {
  if (Math.abs(tiltDeg) <= toleranceDeg) return undefined;
  const ends = `from ${placeOf(sorted[0]!)} to ${placeOf(sorted.at(-1)!)}`;
  return {
    code: "gantry_tilt",
    message: `slices are tilted by ${tiltDeg.toFixed(2)}° against the way they follow each other, ${ends}`,
  };
}

/** That single slices lie aside of the line through the first and the last. */
export function sideFault(
  sorted: readonly PlacedSlice[],
  axes: SliceAxes,
  toleranceMm: number,
): GeometryIssue | undefined {
  const first = sorted[0]!.position;
  const span = subtract(sorted.at(-1)!.position, first);
  const height = dot(axes.normal, span);
  let [worst, off] = [0, 0];
  for (const [k, { position }] of sorted.entries()) {
    const from = subtract(position, first);
    const along = dot(axes.normal, from) / height;
    const aside = Math.hypot(
      dot(axes.row, from) - along * dot(axes.row, span),
      dot(axes.column, from) - along * dot(axes.column, span),
    );
    if (aside > off) [worst, off] = [k, aside];
  }
  if (!(off > toleranceMm)) return undefined;
  const pair = `${placeOf(sorted[worst - 1]!)} and ${placeOf(sorted[worst]!)}`;
  return {
    code: "slices_aside",
    message: `slices do not follow a line: ${pair}, ${mm(off)} mm aside`,
  };
}

/** A slice and where it is, as `I10 at (−115.5, −1.85, 696.21) mm`. */
export function placeOf({ name, position }: PlacedSlice): string {
  return `${name} at (${position.map((value) => Number(value.toFixed(4))).join(", ")}) mm`;
}

/** A length as a message prints it. */
export function mm(length: number): string {
  return length.toFixed(3);
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  return sorted[sorted.length >> 1]!;
}
