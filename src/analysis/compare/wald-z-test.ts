import { normalSurvival } from "../../numeric/index.js";
import { type Arm, checkArm } from "../arm.js";

/**
 * Two-sided p of the difference of two proportions over its unpooled standard error (Wald's z).
 *
 * Some programs print it beside the confidence interval of a risk difference. It rejects far too often
 * in small arms and near 0 or 1, so it is no test of `proportionTests`; it is here to recognise printed p-values.
 *
 * @param first - { count, n } of the first arm
 * @param second - of the second
 * @returns the p; NaN when both proportions are 0 or 1
 * @throws InvalidInput when an arm is empty or a count is outside it
 * @source [@agresti2002]
 */
export function waldZTestP(first: Arm, second: Arm): number {
  checkArm("waldZTestP", first);
  checkArm("waldZTestP", second);
  const [p, q] = [first.count / first.n, second.count / second.n];
  const standardError = Math.sqrt((p * (1 - p)) / first.n + (q * (1 - q)) / second.n);
  return standardError === 0 ? Number.NaN : 2 * normalSurvival(Math.abs(p - q) / standardError);
}
