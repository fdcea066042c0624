import { type Rule, ruleFor } from "../rule.js";

/** The p and interval of a correlation must follow from it and n. */
export const correlationP: Rule = ruleFor({
  code: "correlation-p",
  title: "The p and interval of a correlation must follow from it and n",
  source: "fisher1921",
  kinds: ["correlation"],
  check: () => [],
});
