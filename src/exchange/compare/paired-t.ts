import { pairedTTest } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, completePairs, confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";

const INPUT = z.object({ x: column, y: column, conf_level: confLevel });

/** `paired_t`: two measurements on the same subjects. */
export const pairedT: Statistic = statistic("paired_t", INPUT, ({ x, y, conf_level: level }) => {
  const got = pairedTTest(...completePairs(x, y), { level });
  const known = { n: got.n, mean_diff: got.difference.value, sd_diff: got.sd };
  if (got.note !== undefined) return { ...known, error: "zero_variance" };
  return {
    ...known,
    t: got.t,
    df: got.df,
    p: got.p,
    ci: limits(got.difference.ci),
    d_z: got.dZ.value,
    d_z_ci: limits(got.dZ.ci),
    g_av: got.dAverage,
  };
});
