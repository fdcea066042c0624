import { type Rule, ruleFor } from "../rule.js";

/** A mean and standard deviation of whole numbers must be those of some whole numbers. */
export const integerMean: Rule = ruleFor({
  code: "integer-mean",
  title: "A mean and standard deviation of whole numbers must be those of some whole numbers",
  source: "brown2017",
  kinds: ["mean", "two-means"],
  check: () => [],
});
