import { InvalidInput, lowess, quantile } from "../../numeric/index.js";
import { shown } from "../columns.js";
import { checkRisks, countEvents } from "./outcome.js";

/** A calibration curve without groups, and how far it is from the diagonal. */
export interface SmoothedCalibration {
  readonly method: "smoothed-calibration";
  readonly n: number;
  readonly risks: Float64Array; // (n), ascending: abscissa of the curve
  readonly observed: Float64Array; // (n), smoothed share of events, 0 to 1
  /** Integrated calibration index: mean distance of risk and curve over the subjects. */
  readonly ici: number;
  readonly e50: number; // median distance
  readonly e90: number; // that 90 % of subjects do not exceed
  readonly eMax: number;
  readonly eci: number; // estimated calibration index: 100 × mean squared distance
}

/**
 * Calibration curve by lowess of the outcome on the risk, and the indices drawn from it.
 *
 * With few events the curve is wiggly and its indices are far from 0 also for true risks.
 *
 * @param outcome - (n) 1 for the event, 0 for none
 * @param risks - (n) predicted, from 0 to 1
 * @param options.span - share of the subjects in each window; 2/3
 * @throws InvalidInput (`not_binary`, `not_a_risk`, `different_lengths`, `n_too_small` below 5, `span`, …)
 * @source [@austin2014] the curve; [@austin2019] ICI; [@vanhoorde2015] ECI
 */
export function smoothedCalibration(
  outcome: ArrayLike<number>,
  risks: ArrayLike<number>,
  { span = 2 / 3 }: { span?: number } = {},
): SmoothedCalibration {
  const where = "smoothedCalibration";
  countEvents(where, outcome);
  checkRisks(where, outcome, risks);
  const n = outcome.length;
  if (n < 5) throw new InvalidInput(where, `needs at least 5 subjects; got ${n}`, "n_too_small");
  if (typeof span !== "number" || !(span > 0 && span <= 1)) {
    throw new InvalidInput(where, `needs a span above 0, up to 1; got ${shown(span)}`, "span");
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => risks[i]! - risks[j]!);
  const sorted = Float64Array.from(order, (i) => risks[i]!);
  const smoothed = lowess(
    sorted,
    order.map((i) => outcome[i]!),
    { span },
  );
  const observed = smoothed.map((share) => Math.min(1, Math.max(0, share)));
  const distances = observed.map((share, i) => Math.abs(share - sorted[i]!));
  return {
    method: "smoothed-calibration",
    n,
    risks: sorted,
    observed,
    ici: distances.reduce((sum, d) => sum + d, 0) / n,
    e50: quantile(distances, 0.5),
    e90: quantile(distances, 0.9),
    eMax: distances.reduce((most, d) => Math.max(most, d), 0),
    eci: (100 * distances.reduce((sum, d) => sum + d * d, 0)) / n,
  };
}
