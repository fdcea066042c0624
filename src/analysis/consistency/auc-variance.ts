import { InvalidInput } from "../../numeric/index.js";
import { shown } from "../columns.js";
import { checkPositiveInteger } from "./grim.js";

/** The variances that an area under the curve can have. */
export interface AucVarianceRange {
  readonly method: "auc-variance-range";
  readonly lower: number;
  readonly upper: number; // Infinity with one case or one control
}

/**
 * The least and the greatest variance that DeLong's method can give an area, over all scores of so
 * many cases and controls, ties among them allowed.
 *
 * With ψ(i, j) the outcome of the pair of case i and control j (1, ½ or 0), DeLong's variance is
 * the sum of squares of the row means over m(m − 1) plus that of the column means over n(n − 1).
 *
 * Upper: m SS(columns) + n SS(rows) is at most the total sum of squares, and that at most
 * mn·A(1 − A). So the variance is at most A(1 − A)/(min(m, n) − 1), which it is where the smaller
 * group stands wholly above or below the other.
 *
 * Lower, with ε = min(A, 1 − A): the squares are least where the lost half-pairs are one block of
 * ties, a share a of the cases with a share b of the controls, ab = 2ε. Then Σ(row loss)² is
 * ab²/4 a case and Σ(column loss)² a²b/4 a control, so the variance is at least the minimum over
 * a and b of ε(b/(m − 1) + a/(n − 1))/2 − ε²(1/(m − 1) + 1/(n − 1)). All orders of up to five cases
 * and five controls were tried: none falls below.
 *
 * @param auc - area, from 0 to 1
 * @param cases - how many
 * @param controls - how many
 * @throws InvalidInput when the area is no share or a number is no positive integer
 * @source [@delong1988]
 */
export function aucVarianceRange(auc: number, cases: number, controls: number): AucVarianceRange {
  const where = "aucVarianceRange";
  if (!(typeof auc === "number" && auc >= 0 && auc <= 1)) {
    throw new InvalidInput(where, `needs an area from 0 to 1; got ${shown(auc)}`);
  }
  checkPositiveInteger(where, "cases", cases);
  checkPositiveInteger(where, "controls", controls);
  const [u, v] = [1 / (cases - 1), 1 / (controls - 1)];
  const lost = Math.min(auc, 1 - auc);
  return {
    method: "auc-variance-range",
    lower: Number.isFinite(u + v) ? leastVariance(lost, u, v) : 0,
    upper: lost === 0 ? 0 : auc * (1 - auc) * Math.max(u, v),
  };
}

function leastVariance(lost: number, u: number, v: number): number {
  const area = 2 * lost; // of the block, which is at most 1 wide and high
  if (area === 0) return 0;
  const high = Math.min(1, Math.max(area, Math.sqrt((area * v) / u)));
  const wide = area / high;
  return Math.max(0, (lost * (high * u + wide * v)) / 2 - lost * lost * (u + v));
}
