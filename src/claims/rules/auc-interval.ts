import {
  type AucIntervalFit,
  type AucIntervalMethod,
  type PrintedAuc,
  parsePrinted,
  printedAuc,
} from "../../analysis/index.js";
import { aucPFinding, casesInWords } from "../auc-p.js";
import type { AucClaim } from "../claim.js";
import { figuresOf } from "../figures-of.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import { smallestChange } from "../smallest-change.js";
import type { Change } from "../verdict.js";
import { listOf } from "../wording.js";

const METHODS: Readonly<Record<AucIntervalMethod, string>> = {
  "hanley-mcneil": "Hanley and McNeil's interval",
  "hanley-mcneil-uncut": "Hanley and McNeil's interval, not cut at 1",
  "hanley-mcneil-logit": "Hanley and McNeil's interval on the logit scale",
  newcombe: "Newcombe's method 5",
  binomial: "the exact binomial interval of a share of all subjects",
};
const MOST_SUBJECTS = 150; // for which every number of cases is tried
const FIELDS = ["auc", "n", "cases", "ci"] as const;

/** An area under the curve must be one of so many pairs, and its interval and p follow from it. */
export const aucInterval: Rule = ruleFor({
  code: "auc-interval",
  title:
    "An area under the curve must be one of so many pairs, and its interval and p follow from it",
  source: "hanley1982",
  kinds: ["auc"],
  check: (claim): readonly RuleFinding[] => {
    const oneGroup = withoutGroups(claim);
    if (oneGroup !== undefined) return [oneGroup];
    const found = hold(claim);
    return [
      ...areaFinding(claim, found),
      ...(claim.ci === undefined ? [] : [intervalFinding(claim, claim.ci, found)]),
      ...(claim.p === undefined ? [] : [aucPFinding(claim, claim.p)]),
    ];
  },
});

function hold({ auc, n, cases, ci }: AucClaim): PrintedAuc {
  return printedAuc(auc, Number(n), {
    ...(cases === undefined ? {} : { cases: Number(cases) }),
    ...(ci === undefined ? {} : { ci }),
  });
}

/** Without cases or without controls there is no curve. */
function withoutGroups(claim: AucClaim): RuleFinding | undefined {
  const [n, cases] = [Number(claim.n), Number(claim.cases ?? 1)];
  if (n >= 2 && cases >= 1 && cases < n) return undefined;
  const missing = cases < 1 ? "no case" : "no control";
  return {
    code: "AUC_UNDEFINED",
    verdict: "contradicted",
    message: `An area under the curve of ${claim.auc} is printed, but of ${n} subjects ${cases} ${cases === 1 ? "is a case" : "are cases"}: with ${missing} there is no curve.`,
    figures: figuresOf(claim, ["auc", "n", "cases"]),
    ...(n >= 2 && claim.cases !== undefined
      ? {
          smallestChange: {
            label: "cases",
            printed: claim.cases,
            instead: cases < 1 ? "1" : String(n - 1),
          },
        }
      : {}),
  };
}

/** An area is a number of half-pairs; said only where the print is finer than those. */
function areaFinding(claim: AucClaim, { possibleCases, nearest }: PrintedAuc): RuleFinding[] {
  const { auc } = claim;
  const [n, cases] = [Number(claim.n), claim.cases === undefined ? undefined : Number(claim.cases)];
  const figures = figuresOf(claim, ["auc", "n", "cases"]);
  const { decimals, value } = parsePrinted(auc);
  if (possibleCases.length === 0) {
    const near = [...new Set(nearest.map((one) => one.toFixed(decimals)))];
    const of = cases === undefined ? `${n} subjects` : `${cases} cases and ${n - cases} controls`;
    const instead = near.toSorted((a, b) => Math.abs(+a - value) - Math.abs(+b - value))[0]!;
    return [
      {
        code: "AUC_IMPOSSIBLE",
        verdict: "contradicted",
        message: `No number of pairs of ${of} makes an area of ${auc}, ties counting half: the nearest areas are ${listOf(near)}. (An area of a fitted curve need not be such a number.)`,
        figures,
        computed: nearest.map((one) => ({ label: "nearest area", value: one })),
        wouldBePossible: near,
        smallestChange: { label: "auc", printed: auc, instead },
      },
    ];
  }
  const isFine = cases !== undefined && 2 * cases * (n - cases) < 10 ** decimals;
  if (!isFine) return [];
  return [
    {
      code: "AUC_POSSIBLE",
      verdict: "possible",
      message: `An area of ${auc} is possible with ${cases} cases and ${n - cases} controls, whose areas are ${2 * cases * (n - cases)} parts of 1.`,
      figures,
    },
  ];
}

function intervalFinding(
  claim: AucClaim,
  ci: readonly [string, string],
  { fault, fits, width }: PrintedAuc,
): RuleFinding {
  const base = { figures: figuresOf(claim, FIELDS) };
  const said = `Area ${claim.auc} (${ci[0]} to ${ci[1]})`;
  const of =
    claim.cases === undefined
      ? `${claim.n} subjects`
      : `${claim.cases} cases and ${Number(claim.n) - Number(claim.cases)} controls`;
  if (fault !== undefined) {
    const isSwapped = fault === "ends-swapped";
    return {
      ...base,
      code: isSwapped ? "AUC_ENDS_SWAPPED" : "AUC_OUTSIDE",
      verdict: "contradicted",
      message: isSwapped
        ? `${said}: the lower limit is above the upper.`
        : `${said}: the area lies outside its own interval.`,
      ...changed(claim),
    };
  }
  const exact = fits.filter(({ fit }) => fit === "as-printed");
  const known = exact.filter(
    ({ interval }) => claim.cases !== undefined || interval === "binomial",
  );
  if (known.length > 0) {
    return {
      ...base,
      code: "AUC_INTERVAL_REPRODUCED",
      verdict: "reproduced",
      message: `${said} of ${of} is ${listOf(known.map(({ interval }) => METHODS[interval]))}.`,
    };
  }
  if (fits.length > 0) {
    return {
      ...base,
      code:
        claim.cases === undefined ? "AUC_INTERVAL_OF_SOME_CASES" : "AUC_INTERVAL_WITHIN_ROUNDING",
      verdict: "possible",
      message:
        claim.cases === undefined
          ? `${said} of ${of}, whose cases are not printed: ${listOf(fits.map(withCases), "or")} would give it.`
          : `${said} of ${of} is not an interval of the printed area itself, but of areas that round to it: ${listOf(fits.map(({ interval }) => METHODS[interval]))}.`,
    };
  }
  if (width === "possible") {
    return {
      ...base,
      code: "AUC_INTERVAL_NOT_BY_SIZES",
      verdict: "possible",
      unexplained: true,
      message: `${said} of ${of} is neither Hanley and McNeil's interval, nor Newcombe's, nor a binomial one; DeLong's or a bootstrap interval needs the patients' values and could be so.${otherCases(claim)}`,
    };
  }
  const isWide = width === "too-wide";
  return {
    ...base,
    code: isWide ? "AUC_INTERVAL_TOO_WIDE" : "AUC_INTERVAL_TOO_NARROW",
    verdict: "contradicted",
    message: `${said} is too ${isWide ? "wide" : "narrow"} for ${of}: no values of theirs give an area of ${claim.auc} so ${isWide ? "large" : "small"} a standard error.`,
    source: "delong1988",
    ...changed(claim),
  };
}

/** The numbers of cases that would explain an interval which the printed one does not. */
function otherCases(claim: AucClaim): string {
  if (claim.cases === undefined || Number(claim.n) > MOST_SUBJECTS) return "";
  const { cases: _, ...without } = claim;
  const fits = hold(without).fits.filter(({ interval }) => interval !== "binomial");
  return fits.length === 0 ? "" : ` ${listOf(fits.map(withCases), "or")} would be so.`;
}

function changed(claim: AucClaim): { smallestChange?: Change } {
  if (claim.cases === undefined) return {}; // each try would go over all numbers of cases
  const isPossible = (one: AucClaim): boolean => {
    const area = Number(one.auc);
    if (!(area >= 0 && area <= 1)) return false;
    const { fault, possibleCases, width } = hold(one);
    return fault === undefined && possibleCases.length > 0 && width === "possible";
  };
  const change = smallestChange(claim, ["auc", "ci"], isPossible);
  return change === undefined ? {} : { smallestChange: change };
}

function withCases({ interval, cases }: AucIntervalFit): string {
  return interval === "binomial"
    ? METHODS[interval]
    : `${METHODS[interval]} with ${casesInWords(cases)}`;
}
