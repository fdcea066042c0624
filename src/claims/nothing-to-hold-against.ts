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
      return "One source alone prints this range.";
    case "proportion":
    case "two-proportions":
      return claim.count === undefined
        ? "Neither a count nor a percentage is printed beside another figure."
        : "Counts are printed, but no percentage and no p to recompute from them.";
    case "two-means":
      return "No p is printed that could be recomputed from the means.";
    case "two-means-paired":
      return claim.r === undefined
        ? "The p of paired means depends on the correlation between the pairs, which is not printed."
        : "No rule recomputes the p of paired means.";
    case "two-medians":
      return "A p of medians needs the patients' values.";
    case "correlation":
    case "reliability":
    case "auc":
      return "It needs the patients' values, and no other source prints it.";
    default:
      return `No rule recomputes the figures of a claim of kind ${claim.kind}.`;
  }
}
