import { adjustedP, type PAdjustment } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, present } from "../input.js";
import { type Statistic, statistic } from "../statistic.js";

const schema = z.object({ p: column });
const METHODS = ["bonferroni", "holm", "hochberg", "hommel", "bh", "by", "sidak"] as const;

/** P values adjusted by every rule; missing ones stay missing and do not count. */
export const pAdjust: Statistic = statistic("p_adjust", schema, ({ p }) =>
  Object.fromEntries(METHODS.map((method) => [method, inPlace(p, method)])),
);

function inPlace(p: readonly number[], method: PAdjustment): number[] {
  const known = present(p);
  const adjusted = known.length > 0 ? adjustedP(known, method).values() : [].values();
  return p.map((value) => (Number.isNaN(value) ? Number.NaN : adjusted.next().value!));
}
