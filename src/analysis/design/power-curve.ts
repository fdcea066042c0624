import { InvalidInput, inTheNameOf } from "../../numeric/index.js";
import { checkColumn, shown } from "../columns.js";

/** A planned study whose power is known at every sample size. */
export interface Design {
  /** Names its curve: `t test of two means`. */
  readonly name: string;
  /** Power of the design with n of what it counts: patients of the first group, pairs, subjects. */
  powerAt(n: number): number;
}

/** Power of one design at each sample size, ready for `powerPlot`. */
export interface PowerCurve {
  readonly name: string;
  readonly n: Float64Array; // (sizes)
  readonly power: Float64Array; // (sizes)
}

/**
 * Power of a design at each of several sample sizes.
 *
 * @param design - what a function such as `twoMeansDesign` returned
 * @param sizes - sample sizes, counted as the design counts them
 * @throws InvalidInput when there are no sizes or the design has no power at one of them
 */
export function powerCurve(design: Design, sizes: ArrayLike<number>): PowerCurve {
  if (typeof design?.powerAt !== "function") {
    const rule = `needs a design with powerAt; got ${shown(design)}`;
    throw new InvalidInput("powerCurve", rule, "not_a_design");
  }
  checkColumn("powerCurve", "sizes", sizes);
  const n = Float64Array.from(sizes);
  const power = inTheNameOf("powerCurve", () => n.map((size) => design.powerAt(size)));
  return { name: design.name, n, power };
}
