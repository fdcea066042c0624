import { printedInOrder } from "../../analysis/index.js";
import type { TwoMediansClaim } from "../claim.js";
import { figuresOf } from "../figures-of.js";
import { leastChange } from "../least-change.js";
import { ratioOfMedians } from "../ratio-of-medians.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import type { Change } from "../verdict.js";
import { listOf, printedP } from "../wording.js";

/** Medians must lie between their quartiles, and their ratio follow from them. */
export const medianRatio: Rule = ruleFor({
  code: "median-ratio",
  title: "Medians must lie between their quartiles, and their ratio follow from them",
  source: "moore1966",
  kinds: ["two-medians"],
  check: (claim) => [...checkQuartiles(claim), ...ratioOfMedians(claim), ...checkP(claim)],
});

function checkQuartiles(claim: TwoMediansClaim): RuleFinding[] {
  const { q1, q3 } = claim;
  if (q1 === undefined && q3 === undefined) return [];
  const wrong = ([0, 1] as const).flatMap((arm) => outOfOrder(claim, arm));
  if (wrong.length > 0) return wrong;
  const between =
    q1 === undefined
      ? "below its upper quartile"
      : q3 === undefined
        ? "above its lower quartile"
        : "between its quartiles";
  return [
    {
      code: "QUARTILES_IN_ORDER",
      source: "hyndman1996",
      verdict: "possible",
      message: `Each median lies ${between}.`,
      figures: figuresOf(claim, ["q1", "median", "q3"]),
    },
  ];
}

/** What is said of an arm whose lower quartile, median and upper quartile do not rise. */
function outOfOrder(claim: TwoMediansClaim, arm: 0 | 1): RuleFinding[] {
  const named = [
    { name: "lower quartile", field: "q1", printed: claim.q1?.[arm] },
    { name: "median", field: "median", printed: claim.median[arm] },
    { name: "upper quartile", field: "q3", printed: claim.q3?.[arm] },
  ].flatMap(({ printed, ...one }) => (printed === undefined ? [] : [{ ...one, printed }]));
  const falls = named.flatMap((low, i) =>
    named
      .slice(i + 1)
      .filter((high) => !printedInOrder(low.printed, high.printed))
      .map((high) => ({ low, high })),
  );
  if (falls.length === 0) return [];
  const label = claim.arms[arm];
  const told = falls.map(
    ({ low, high }) => `the ${low.name} ${low.printed} lies above the ${high.name} ${high.printed}`,
  );
  const printed = named.map((one) => one.printed);
  const isReversed =
    named.length === 3 &&
    printedInOrder(printed[2]!, printed[1]!) &&
    printedInOrder(printed[1]!, printed[0]!);
  // One figure moved onto its neighbour mends the order where only one is out of it.
  const changes = named.flatMap((one, i) =>
    named
      .filter((_, j) => j !== i)
      .map(
        (other): Change => ({
          label: `${one.field} (${label})`,
          printed: one.printed,
          instead: other.printed,
        }),
      )
      .filter(({ instead }) => isRising(printed.with(i, instead))),
  );
  const change = leastChange(changes);
  return [
    {
      code: "QUARTILES_OUT_OF_ORDER",
      source: "hyndman1996",
      verdict: "contradicted",
      message: `${label}: ${listOf(told)}; no rounding brings them in order.${isReversed ? " With the quartiles exchanged they would be." : ""}`,
      figures: figuresOf(claim, ["q1", "median", "q3"]).filter((one) =>
        one.label.endsWith(`(${label})`),
      ),
      ...(isReversed ? { wouldBePossible: [`quartiles ${printed[2]} and ${printed[0]}`] } : {}),
      ...(change === undefined ? {} : { smallestChange: change }),
    },
  ];
}

function isRising(printed: readonly string[]): boolean {
  return printed.every((low, i) => printed.slice(i + 1).every((high) => printedInOrder(low, high)));
}

/** A p of medians comes from the ranks of the values. */
function checkP(claim: TwoMediansClaim): RuleFinding[] {
  if (claim.p === undefined) return [];
  return [
    {
      code: "P_OF_MEDIANS",
      verdict: "not-checkable",
      message: `${printedP(claim.p)} cannot be recomputed: a test of medians or ranks needs the patients' values.`,
      figures: figuresOf(claim, ["p", "n"]),
    },
  ];
}
