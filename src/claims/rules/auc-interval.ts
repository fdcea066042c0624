import { type Rule, ruleFor } from "../rule.js";

/** An area under the curve must be one of so many pairs, and its interval and p follow from it. */
export const aucInterval: Rule = ruleFor({
  code: "auc-interval",
  title:
    "An area under the curve must be one of so many pairs, and its interval and p follow from it",
  source: "hanley1982",
  kinds: ["auc"],
  check: () => [],
});
