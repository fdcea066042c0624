import { type Rule, ruleFor } from "../rule.js";

/** The interval of a proportion must follow from its count and n. */
export const proportionInterval: Rule = ruleFor({
  code: "proportion-interval",
  title: "The interval of a proportion must follow from its count and n",
  source: "newcombe1998single",
  kinds: ["proportion"],
  check: () => [],
});
