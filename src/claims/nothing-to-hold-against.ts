import type { Claim } from "./claim.js";
import type { Finding } from "./verdict.js";

/** What is said of a claim on which no rule bears. */
export function nothingToHoldAgainst(claim: Claim): Finding {
  return {
    code: "NOTHING_TO_HOLD_AGAINST",
    rule: "A figure is checked against other printed figures",
    verdict: "not-checkable",
    message: reasonFor(claim),
    figures: [],
  };
}

function reasonFor(claim: Claim): string {
  switch (claim.kind) {
    case "sample-size":
      return "One source alone prints this number, and no other figure of the claim depends on it.";
    case "statement":
      return "A statement, on which no other source prints a figure.";
    case "range":
      return "One source alone prints this range, whose low end does not lie above its high end.";
    case "proportion":
      return claim.count === undefined
        ? "Neither a count nor a percentage is printed beside another figure."
        : "A count is printed, but no percentage and no interval to recompute from it.";
    case "two-proportions":
      return claim.count === undefined
        ? "Neither counts nor percentages are printed beside another figure."
        : "Counts are printed, but no percentage and no p to recompute from them.";
    case "two-means":
      return `No p is printed that could be recomputed from the means, and ${UNBOUNDED}.`;
    case "mean":
      return `No interval is printed that could be recomputed from the mean, and ${UNBOUNDED}.`;
    case "two-means-paired":
      return "No p is printed that could be recomputed from the means.";
    case "two-medians":
      return "Neither quartiles nor a ratio are printed to hold the medians against.";
    case "correlation":
      return "Neither a p nor an interval is printed to hold the coefficient against; by itself it needs the patients' values.";
    case "reliability":
      return "No interval is printed to hold the coefficient against; by itself it needs the raters' values.";
    case "auc":
      return "Neither the number of cases nor an interval or p is printed to hold the area against; by itself it needs the patients' values.";
    case "two-by-two":
      return "No rate, odds ratio or p is printed to recompute from the counts.";
    case "effect":
    case "test":
    case "bland-altman":
      return "No figure of the claim depends on another.";
  }
}

const UNBOUNDED = "the values are not said to be whole numbers or to lie between bounds";
