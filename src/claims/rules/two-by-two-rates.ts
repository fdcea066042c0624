import { type Rule, ruleFor } from "../rule.js";

/** Rates, odds and p must follow from the counts of a fourfold table. */
export const twoByTwoRates: Rule = ruleFor({
  code: "two-by-two-rates",
  title: "Rates, odds and p must follow from the counts of a fourfold table",
  kinds: ["two-by-two"],
  check: () => [],
});
