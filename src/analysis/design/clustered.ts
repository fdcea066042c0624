import { InvalidInput } from "../../numeric/index.js";
import { shown } from "../columns.js";
import { checkSize } from "./plan.js";

/** A sample spread over centres whose patients resemble each other. */
export interface ClusteredSize {
  readonly perCentre: number;
  readonly total: number; // perCentre in every centre
  readonly raw: number; // per centre, before rounding
  readonly designEffect: number; // 1 + (m − 1)·icc with m patients per centre before rounding
  /** The independent patients that no number of patients in these centres can be worth: centres/icc. */
  readonly most: number;
  /** "too-few-centres": no number of patients suffices, sizes read Infinity. */
  readonly note?: "too-few-centres";
}

/**
 * Patients from a fixed number of equal centres that tell as much as n independent ones.
 *
 * It is for quantities that a centre has as a whole: one arm, or centres that are randomised. Where
 * patients are randomised within each centre, what centres have in common cancels, and n is enough.
 *
 * @param n - independent patients that the analysis needs
 * @param centres - that share them out evenly
 * @param icc - intraclass correlation of the outcome within centres, at least 0 and below 1
 * @throws InvalidInput when n or centres is not a positive integer or the icc outside its range
 * @source [@hemming2011]
 */
export function clusteredSize(n: number, centres: number, icc: number): ClusteredSize {
  const where = "clusteredSize";
  checkSize(where, n, 1);
  checkSize(where, centres, 1);
  if (typeof icc !== "number" || !(icc >= 0 && icc < 1)) {
    throw new InvalidInput(where, `needs an icc from 0 to below 1; got ${shown(icc)}`, "icc");
  }
  const most = icc === 0 ? Number.POSITIVE_INFINITY : centres / icc;
  const left = 1 - n / most;
  if (!(left > 0)) {
    const none = Number.POSITIVE_INFINITY;
    const sizes = { perCentre: none, total: none, raw: none, designEffect: none };
    return { ...sizes, most, note: "too-few-centres" };
  }
  const raw = Math.max(1, ((n / centres) * (1 - icc)) / left);
  const nearest = Math.round(raw); // what rounding of the quotient adds does not count
  const perCentre = Math.abs(raw - nearest) <= 1e-9 * raw ? nearest : Math.ceil(raw);
  return { perCentre, total: perCentre * centres, raw, designEffect: 1 + (raw - 1) * icc, most };
}
