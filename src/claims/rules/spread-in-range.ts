import { type Rule, ruleFor } from "../rule.js";

/** A mean and standard deviation must fit between the least and the greatest value. */
export const spreadInRange: Rule = ruleFor({
  code: "spread-in-range",
  title: "A mean and standard deviation must fit between the least and the greatest value",
  kinds: ["mean", "two-means"],
  check: () => [],
});
