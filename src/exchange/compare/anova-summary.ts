import { oneWayAnovaFromSummaries } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { InvalidInput } from "../../numeric/invalid-input.js";
import { number } from "../input.js";
import { type Statistic, statistic } from "../statistic.js";

const INPUT = z.object({ n: z.array(number), mean: z.array(number), sd: z.array(number) });

/** `anova_summary`: one-way analysis of variance from printed summaries. */
export const anovaSummary: Statistic = statistic("anova_summary", INPUT, ({ n, mean, sd }) => {
  if (mean.length !== n.length || sd.length !== n.length) {
    const got = `${n.length} sizes, ${mean.length} means and ${sd.length} SDs`;
    throw new InvalidInput("anova_summary", `needs one of each; got ${got}`, "different_lengths");
  }
  const got = oneWayAnovaFromSummaries(
    n.map((size, i) => ({ n: size, mean: mean[i]!, sd: sd[i]! })),
  );
  const known = {
    ss_between: got.ssBetween,
    ss_within: got.ssWithin,
    df1: got.df1,
    df2: got.df2,
    combined: got.combined,
  };
  if (got.note !== undefined) return { ...known, error: "zero_variance" };
  return { ...known, f: got.f, p: got.p, eta2: got.eta2, welch: got.welch };
});
