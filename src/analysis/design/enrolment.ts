import { InvalidInput } from "../../numeric/index.js";
import { shown } from "../columns.js";
import { checkSize } from "./plan.js";

/**
 * Patients to enrol so that n are left after drop-out: n/(1 − share), rounded up.
 *
 * @param n - patients that the analysis needs
 * @param dropOut - expected share of patients lost, at least 0 and below 1
 * @throws InvalidInput when n is not a positive integer or the share outside its range
 */
export function enrolment(n: number, dropOut: number): number {
  checkSize("enrolment", n, 1);
  if (typeof dropOut !== "number" || !(dropOut >= 0 && dropOut < 1)) {
    const rule = `needs a drop-out from 0 to below 1; got ${shown(dropOut)}`;
    throw new InvalidInput("enrolment", rule, "drop_out");
  }
  const raw = n / (1 - dropOut);
  const nearest = Math.round(raw); // 90/0.9 is 100 and not 101
  return Math.abs(raw - nearest) <= 1e-9 * raw ? nearest : Math.ceil(raw);
}
