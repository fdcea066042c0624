import { gaussHermite, InvalidInput, normalQuantile } from "../../numeric/index.js";
import { shown } from "../columns.js";
import { checkShare } from "./plan.js";

const NODES = 80; // enough for twelve digits up to an AUC of 0.999

/**
 * The Cox–Snell R² of a prediction model of which only the AUC is known, for `predictionModelSize`:
 * that of a logistic model whose linear predictor is normal with one standard deviation among
 * those with and those without the event.
 *
 * @param auc - area under the ROC curve (C statistic), from 0.5
 * @param prevalence - share of patients with the event
 * @throws InvalidInput unless 0.5 ≤ auc < 1 and 0 < prevalence < 1
 * @source [@riley2021]
 */
export function coxSnellFromAuc(auc: number, prevalence: number): number {
  if (typeof auc !== "number" || !(auc >= 0.5 && auc < 1)) {
    const rule = `needs an auc from 0.5 to below 1; got ${shown(auc)}`;
    throw new InvalidInput("coxSnellFromAuc", rule, "auc");
  }
  checkShare("coxSnellFromAuc", "prevalence", prevalence);
  const distance = Math.SQRT2 * normalQuantile(auc); // of the means, in SDs
  const { nodes, weights } = gaussHermite(NODES);
  let gained = 0; // log-likelihood of a patient over that without predictors
  for (let i = 0; i < NODES; i++) {
    const z = Math.SQRT2 * nodes[i]!;
    const shift = distance * z;
    const half = distance ** 2 / 2;
    const events = prevalence * logLift(shift + half, prevalence);
    const nonEvents = (1 - prevalence) * logLift(shift + half, 1 - prevalence);
    gained += (weights[i]! / Math.sqrt(Math.PI)) * (events + nonEvents);
  }
  return -Math.expm1(-2 * gained);
}

/** ln of the model's chance of what happened over its share, for a log odds raised by `lift`. */
function logLift(lift: number, share: number): number {
  // odds·e^lift/(1 + odds·e^lift) over share is 1/(share + (1 − share)·e^−lift).
  const [most, rest] =
    lift > 0 ? [share, (1 - share) * Math.exp(-lift)] : [share * Math.exp(lift), 1 - share];
  return (lift > 0 ? 0 : lift) - Math.log(most + rest);
}
