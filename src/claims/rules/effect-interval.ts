import { type Rule, ruleFor } from "../rule.js";

/** An effect must lie in the middle of its interval on some scale, and its p follow from it. */
export const effectInterval: Rule = ruleFor({
  code: "effect-interval",
  title: "An effect must lie in the middle of its interval on some scale, and its p follow from it",
  source: "altman2011",
  kinds: ["effect"],
  check: () => [],
});
