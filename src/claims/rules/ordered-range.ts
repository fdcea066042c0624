import { printedInOrder } from "../../analysis/index.js";
import type { RangeClaim } from "../claim.js";
import { figuresOf } from "../figures-of.js";
import { leastChange } from "../least-change.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";

/** The low end of a range must not lie above the high end; beyond that a range by itself says nothing. */
export const orderedRange: Rule = ruleFor({
  code: "ordered-range",
  title: "The low end of a range must not lie above the high end",
  source: "moore1966",
  kinds: ["range"],
  check: (claim) => (printedInOrder(claim.low, claim.high) ? [] : [outOfOrder(claim)]),
});

function outOfOrder(claim: RangeClaim): RuleFinding {
  const { low, high } = claim;
  const withSign = `-${low.replace(/^\+/, "")}`;
  const lostSign = !/^[-−]/.test(low) && printedInOrder(withSign, high);
  const change = leastChange([
    { label: "low", printed: low, instead: high },
    { label: "high", printed: high, instead: low },
  ]);
  return {
    code: "RANGE_OUT_OF_ORDER",
    verdict: "contradicted",
    message: `The range runs from ${low} down to ${high}; no rounding brings its low end below its high end. Exchanged, it would run from ${high} to ${low}${lostSign ? `; with a lost sign, from ${withSign} to ${high}` : ""}.`,
    figures: figuresOf(claim, ["low", "high"]),
    wouldBePossible: [`${high} to ${low}`, ...(lostSign ? [`${withSign} to ${high}`] : [])],
    ...(change === undefined ? {} : { smallestChange: change }),
  };
}
