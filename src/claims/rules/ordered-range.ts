import { type Rule, ruleFor } from "../rule.js";

/** The low end of a range must not lie above the high end. */
export const orderedRange: Rule = ruleFor({
  code: "ordered-range",
  title: "The low end of a range must not lie above the high end",
  kinds: ["range"],
  check: () => [],
});
