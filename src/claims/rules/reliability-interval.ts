import { type Rule, ruleFor } from "../rule.js";

/** The interval of an intraclass coefficient must follow from it, n and the raters. */
export const reliabilityInterval: Rule = ruleFor({
  code: "reliability-interval",
  title: "The interval of an intraclass coefficient must follow from it, n and the raters",
  source: "shrout1979",
  kinds: ["reliability"],
  check: () => [],
});
