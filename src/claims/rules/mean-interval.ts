import { type Rule, ruleFor } from "../rule.js";

/** The interval of a mean must follow from its standard deviation and n. */
export const meanInterval: Rule = ruleFor({
  code: "mean-interval",
  title: "The interval of a mean must follow from its standard deviation and n",
  source: "student1908",
  kinds: ["mean"],
  check: () => [],
});
