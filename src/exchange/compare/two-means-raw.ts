import { meanSdN } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, confLevel, number, present } from "../input.js";
import { type Statistic, statistic } from "../statistic.js";
import { refuseEmpty } from "./groups.js";
import { twoMeans } from "./two-means.js";

const INPUT = z.object({ x: column, y: column, conf_level: confLevel, margin: number.nullish() });

/** `two_means_raw`: two independent means from the values. */
export const twoMeansRaw: Statistic = statistic(
  "two_means_raw",
  INPUT,
  ({ x, y, conf_level: level, margin }) => {
    const [kept1, kept2] = [present(x), present(y)];
    refuseEmpty("two_means_raw", [kept1, kept2]);
    const first = meanSdN(kept1);
    const second = meanSdN(kept2);
    return {
      n1: first.n,
      n2: second.n,
      mean1: first.mean,
      sd1: first.sd,
      mean2: second.mean,
      sd2: second.sd,
      ...twoMeans(first, second, level, margin ?? undefined),
    };
  },
);
