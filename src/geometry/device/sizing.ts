import { InvalidInput } from "../../numeric/invalid-input.js";
import { checkPositive } from "../check-lengths.js";
import type { Planimetry } from "./planimetry.js";
import { measureBy, type SizingBasis, unitOfBasis } from "./sizing-basis.js";

/** A size of a device and the range of the measure for which the chart names it. */
export interface ChartRow {
  readonly sizeMm: number;
  readonly from: number; // mm, or mm² of areas
  readonly to: number;
}

/** A device's chart: data with a source, never code. */
export interface SizingChart {
  readonly device: string;
  readonly basis: SizingBasis;
  /** To which of two sizes an edge belongs that both ranges have; every other edge belongs to its own size. */
  readonly sharedEdge: "larger" | "smaller";
  readonly rows: readonly ChartRow[]; // by rising size
}

/** The size that a chart names for a section. */
export interface Sizing {
  readonly device: string;
  readonly basis: SizingBasis;
  readonly measured: number; // in the unit
  readonly unit: "mm" | "mm²";
  readonly fits: readonly ChartRow[]; // all sizes whose range holds it, the smallest first
  readonly sizeMm: number; // the one that fits; NaN where ranges overlap and several do
  readonly note?: "several-sizes";
}

/**
 * The size of a device by its chart, for research and not for treating patients.
 *
 * A measure between two ranges or beyond all is refused, never rounded to a size. Where it would fit as
 * another unit or as a diameter, the refusal asks so.
 *
 * @param native - measures of a section, of which the chart's basis is taken, or that measure itself,
 *   mm or mm²
 * @throws InvalidInput when the chart's rows are out of order, the measure is not finite and above 0, or no
 *   range holds it (the nearest size is named)
 */
export function sizeDevice(native: Planimetry | number, chart: SizingChart): Sizing {
  checkChart(chart);
  const { device, basis } = chart;
  const measured = typeof native === "number" ? native : measureBy(basis, native);
  checkPositive("sizeDevice", { [basis]: measured });
  const fits = rowsOf(chart, measured);
  if (fits.length === 0) throw refusal(chart, measured);
  const sizing = { device, basis, measured, unit: unitOfBasis(basis), fits };
  return fits.length === 1
    ? { ...sizing, sizeMm: fits[0]!.sizeMm }
    : { ...sizing, sizeMm: Number.NaN, note: "several-sizes" };
}

/** A model's size against the implanted one. */
export interface SizeMismatch {
  readonly basis: SizingBasis; // of the prediction
  readonly predictedMm: number;
  readonly implantedMm: number;
  readonly mismatchMm: number; // predicted − implanted
  readonly sizes: number; // how many sizes of the chart lie between, signed
}

/**
 * Mismatch of the size that a chart predicts from a model and the size that was implanted.
 *
 * @param sizing - of one size
 * @param implantedMm - nominal size, one of the chart's
 * @throws InvalidInput when several sizes fit or the implanted size is not in the chart
 */
export function sizeMismatch(
  sizing: Sizing,
  implantedMm: number,
  { device, rows }: SizingChart,
): SizeMismatch {
  const indexOf = (size: number): number => rows.findIndex(({ sizeMm }) => sizeMm === size);
  if (sizing.fits.length !== 1) {
    const got = sizing.fits.map(({ sizeMm }) => sizeMm).join(", ");
    throw new InvalidInput(
      "sizeMismatch",
      `needs one predicted size; got ${got} mm`,
      "several_sizes",
    );
  }
  const [predicted, implanted] = [indexOf(sizing.sizeMm), indexOf(implantedMm)];
  if (implanted < 0 || predicted < 0 || sizing.device !== device) {
    const sizes = rows.map(({ sizeMm }) => sizeMm).join(", ");
    const rule = `needs sizes of the ${device} (${sizes} mm); got ${sizing.sizeMm} mm predicted for the ${sizing.device} and ${implantedMm} mm implanted`;
    throw new InvalidInput("sizeMismatch", rule, "not_in_chart");
  }
  return {
    basis: sizing.basis,
    predictedMm: sizing.sizeMm,
    implantedMm,
    mismatchMm: sizing.sizeMm - implantedMm,
    sizes: predicted - implanted,
  };
}

function rowsOf({ rows, sharedEdge }: SizingChart, measured: number): readonly ChartRow[] {
  return rows.filter(({ from, to }, i) => {
    if (!(measured >= from && measured <= to)) return false;
    const isLowerGivenAway = sharedEdge === "smaller" && rows[i - 1]?.to === from;
    const isUpperGivenAway = sharedEdge === "larger" && rows[i + 1]?.from === to;
    return !(measured === from && isLowerGivenAway) && !(measured === to && isUpperGivenAway);
  });
}

function refusal(chart: SizingChart, measured: number): InvalidInput {
  const { device, basis, rows } = chart;
  const unit = unitOfBasis(basis);
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const gap = ({ from, to }: ChartRow): number => Math.max(from - measured, measured - to, 0);
  const nearest = rows.reduce((best, row) => (gap(row) < gap(best) ? row : best));
  const where =
    measured < first.from
      ? `below its ${first.from} ${unit}`
      : measured > last.to
        ? `above its ${last.to} ${unit}`
        : "between two ranges";
  const slip = slipOf(chart, measured);
  const rule = `needs a measure that the chart of the ${device} holds; ${basis} ${measured} ${unit} lies ${where}, nearest to size ${nearest.sizeMm} mm (${nearest.from} to ${nearest.to} ${unit})${slip}`;
  if (slip !== "") return new InvalidInput("sizeDevice", rule, "unit_slip");
  const isBetween = measured > first.from && measured < last.to;
  return new InvalidInput("sizeDevice", rule, isBetween ? "between_sizes" : "outside_chart");
}

/** What the number may be where it is not what it is taken for: centimetres, or a diameter. */
function slipOf(chart: SizingChart, measured: number): string {
  const holds = (value: number): boolean => rowsOf(chart, value).length > 0;
  const { basis } = chart;
  const perCm = basis === "area" ? 100 : 10;
  const cm = basis === "area" ? "cm²" : "cm";
  if (holds(perCm * measured)) return `: is it ${measured} ${cm}?`;
  if (basis === "perimeter" && holds(Math.PI * measured)) return ": is it a diameter?";
  if (basis === "area" && holds((Math.PI * measured ** 2) / 4)) return ": is it a diameter?";
  if (unitOfBasis(basis) === "mm" && basis !== "perimeter" && holds(measured / Math.PI)) {
    return ": is it a perimeter?";
  }
  return "";
}

function checkChart({ device, rows, sharedEdge }: SizingChart): void {
  if (sharedEdge !== "larger" && sharedEdge !== "smaller") {
    throw new InvalidInput(
      "sizeDevice",
      `needs shared edges to belong to the "larger" or "smaller" size; got "${sharedEdge}"`,
    );
  }
  if (rows.length === 0)
    throw new InvalidInput("sizeDevice", `needs rows in the chart of the ${device}; got none`);
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    const isRow = row.sizeMm > 0 && row.from > 0 && row.from < row.to && Number.isFinite(row.to);
    const isRising =
      before === undefined ||
      (row.sizeMm > before.sizeMm && row.from > before.from && row.to > before.to);
    if (!isRow || !isRising) {
      const rule = `needs a chart of rising sizes and ranges; row ${i + 1} of the ${device} is ${row.sizeMm} mm, ${row.from} to ${row.to}`;
      throw new InvalidInput("sizeDevice", rule, "chart");
    }
  });
}
