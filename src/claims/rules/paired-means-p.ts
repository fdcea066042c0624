import { type Rule, ruleFor } from "../rule.js";

/** The p of paired means must follow from some correlation between the pairs. */
export const pairedMeansP: Rule = ruleFor({
  code: "paired-means-p",
  title: "The p of paired means must follow from some correlation between the pairs",
  source: "student1908",
  kinds: ["two-means-paired"],
  check: () => [],
});
