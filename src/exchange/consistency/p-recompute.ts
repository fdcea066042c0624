import { type PrintedTest, recomputedP } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";

const Input = z.object({
  test: z.enum(["t", "F", "chi2", "z", "r"]),
  value: z.string(),
  df1: z.number().optional(),
  df2: z.number().optional(),
  p: z.string(),
  comparison: z.enum(["=", "<", ">"]).default("="),
});

/** `p_recompute`: the p of a printed test statistic, held against the printed p. */
export const pRecomputeStatistic: Statistic = statistic("p_recompute", Input, (input) => {
  const got = recomputedP(testOf(input), `${input.comparison} ${input.p}`);
  return {
    p_computed: got.p,
    p_min: got.lower,
    p_max: got.upper,
    consistent: got.consistent,
    decision_error: got.decisionError,
  };
});

/** F has two degrees of freedom, z none, the others one; a missing one is refused as NaN. */
function testOf({ test, value, df1, df2 }: z.infer<typeof Input>): PrintedTest {
  const [first, second] = [df1 ?? Number.NaN, df2 ?? Number.NaN];
  if (test === "F") return { test, value, df1: first, df2: second };
  return test === "z" ? { test, value } : { test, value, df: first };
}
