import {
  type LayoutFit,
  type PrintedTwoByTwo,
  type PrintedTwoByTwoRates,
  printedTwoByTwo,
  type RateFit,
  type TableLayout,
  type TwoByTwo,
} from "../../analysis/index.js";
import type { TwoByTwoClaim } from "../claim.js";
import { figuresOf } from "../figures-of.js";
import { changeInto, leastChange } from "../least-change.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import { smallestChange } from "../smallest-change.js";
import { twoByTwoPFinding } from "../two-by-two-p.js";
import type { Change } from "../verdict.js";
import { listOf } from "../wording.js";

const RATES = ["sensitivity", "specificity", "ppv", "npv", "accuracy", "odds"] as const;
const NAMES: Readonly<Record<(typeof RATES)[number], string>> = {
  sensitivity: "sensitivity",
  specificity: "specificity",
  ppv: "positive predictive value",
  npv: "negative predictive value",
  accuracy: "accuracy",
  odds: "odds ratio",
};

/** Rates, odds and p must follow from the counts of a fourfold table. */
export const twoByTwoRates: Rule = ruleFor({
  code: "two-by-two-rates",
  title: "Rates, odds and p must follow from the counts of a fourfold table",
  kinds: ["two-by-two"],
  check: (claim): readonly RuleFinding[] => {
    const counts = countsOf(claim);
    const rates = ratesOf(claim);
    const ofRates = Object.keys(rates).length === 0 ? [] : [ratesFinding(claim, counts, rates)];
    if (claim.p === undefined) return ofRates;
    return [
      ...ofRates,
      counts.flat().some((one) => one > 0)
        ? twoByTwoPFinding(claim, counts, claim.p)
        : emptyTable(claim),
    ];
  },
});

function countsOf({ counts }: TwoByTwoClaim): TwoByTwo {
  return counts.map((row) => row.map(Number)) as unknown as TwoByTwo;
}

function ratesOf(claim: TwoByTwoClaim): PrintedTwoByTwoRates {
  return Object.fromEntries(
    RATES.flatMap((rate) => (claim[rate] === undefined ? [] : [[rate, claim[rate]]])),
  );
}

function emptyTable(claim: TwoByTwoClaim): RuleFinding {
  return {
    code: "P_OF_EMPTY_TABLE",
    verdict: "contradicted",
    message: `p = ${claim.p} is printed of a table without a single subject.`,
    figures: figuresOf(claim, ["p", "counts"]),
  };
}

function ratesFinding(
  claim: TwoByTwoClaim,
  counts: TwoByTwo,
  rates: PrintedTwoByTwoRates,
): RuleFinding {
  const found = printedTwoByTwo(counts, rates);
  const shown = found.agreeing[0] ?? found.best;
  const base = {
    figures: figuresOf(claim, [...RATES, "counts"]),
    computed: shown.rates
      .filter(({ value }) => Number.isFinite(value))
      .map(({ rate, value }) => ({
        label: rate === "odds" ? "odds ratio" : `${NAMES[rate]}, %`,
        value: rate === "odds" ? value : 100 * value,
      })),
  };
  if (found.agreeing.length > 0) {
    const others = found.agreeing.length - 1;
    const also =
      others === 0
        ? ""
        : ` (so they do under ${others} other ${others === 1 ? "layout" : "layouts"} of the table)`;
    return {
      ...base,
      code: "RATES_REPRODUCED",
      verdict: "reproduced",
      message: `${sentence(listOf(shown.rates.map(said)))} ${shown.rates.length === 1 ? "follows" : "follow"} from the counts with ${layoutInWords(shown.layout)}${also}.`,
    };
  }
  const change = changeOf(claim, found);
  return {
    ...base,
    code: "RATES_CONTRADICTED",
    verdict: "contradicted",
    message: `${contradictionInWords(shown)}${otherLayouts(found)}`,
    wouldBePossible: shown.rates.filter(({ agrees }) => !agrees).map(insteadOf),
    ...(change === undefined ? {} : { smallestChange: change }),
  };
}

function contradictionInWords({ layout, rates, counts }: LayoutFit): string {
  const wrong = rates.filter(({ agrees }) => !agrees);
  const right = rates.filter(({ agrees }) => agrees);
  const { truePositive: tp, falsePositive: fp, falseNegative: fn, trueNegative: tn } = counts;
  const table = `${tp} true and ${fp} false positives, ${fn} false and ${tn} true negatives`;
  const kept =
    right.length === 0
      ? ""
      : `, while ${listOf(right.map(said))} ${right.length === 1 ? "does" : "do"}`;
  return `${sentence(listOf(wrong.map(said)))} ${wrong.length === 1 ? "does" : "do"} not follow from the counts${kept}: with ${layoutInWords(layout)} there are ${table}, so that the ${listOf(wrong.map(insteadOf))}.`;
}

function otherLayouts({ layouts }: PrintedTwoByTwo): string {
  return layouts.length === 0 ? "" : " No other layout of the table gives all of them.";
}

function said({ rate, printed, form }: RateFit): string {
  const how =
    form === "haldane"
      ? " (with ½ added to each cell)"
      : form === "conditional"
        ? " (conditional on the margins)"
        : "";
  return `${NAMES[rate]} ${printed}${how}`;
}

function insteadOf({ rate, value, printed }: RateFit): string {
  if (Number.isNaN(value)) return `${NAMES[rate]} is not defined`;
  if (rate === "odds") {
    return `${NAMES[rate]} is ${Number.isFinite(value) ? Number(value.toPrecision(4)) : "infinite"}`;
  }
  const percent = isFraction(printed) ? value : 100 * value;
  return `${NAMES[rate]} is ${percent.toFixed(decimalsOf(printed) + 1)}`;
}

function layoutInWords({ rows, firstRow, firstColumn }: TableLayout): string {
  const columns = rows === "test" ? "disease" : "test";
  const order =
    firstRow === firstColumn
      ? `${firstRow} first in both`
      : `${firstRow} rows and ${firstColumn} columns first`;
  return `rows as the ${rows} and columns as the ${columns}, ${order}`;
}

/** One wrong rate has its own number; otherwise a count may be wrong. */
function changeOf(claim: TwoByTwoClaim, { best }: PrintedTwoByTwo): Change | undefined {
  const [wrong, ...more] = best.rates.filter(({ agrees }) => !agrees);
  const byRate = wrong === undefined || more.length > 0 ? undefined : rateChange(wrong);
  const { odds, ...others } = ratesOf(claim);
  const follow = (counts: TwoByTwo, rates: PrintedTwoByTwoRates): boolean =>
    printedTwoByTwo(counts, rates).agreeing.length > 0;
  // The odds ratio may take a search, so the rates are asked first; alone it says little of a count.
  const byCount =
    Object.keys(others).length === 0
      ? undefined
      : smallestChange(
          claim,
          ["counts"],
          (one) => {
            const counts = countsOf(one);
            if (counts.flat().some((count) => count < 0) || !follow(counts, others)) return false;
            return odds === undefined || follow(counts, { ...others, odds });
          },
          { steps: MOST_STEPS },
        );
  return leastChange([byRate, byCount]);
}

const MOST_STEPS = 10;

function rateChange({ rate, printed, value }: RateFit): Change | undefined {
  const wanted = rate === "odds" || isFraction(printed) ? value : 100 * value;
  return changeInto(rate, printed, { lower: wanted, upper: wanted });
}

/** A number of at most 1 with decimals is meant as a fraction. */
function isFraction(printed: string): boolean {
  return Number(printed) <= 1 && decimalsOf(printed) > 0;
}

function decimalsOf(printed: string): number {
  return (printed.split(".")[1] ?? "").length;
}

function sentence(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`;
}
