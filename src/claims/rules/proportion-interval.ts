import {
  type PrintedProportion,
  type ProportionMethod,
  type ProportionMethodFit,
  parsePrinted,
  printedProportion,
} from "../../analysis/index.js";
import type { Pair, ProportionClaim } from "../claim.js";
import { figuresOf } from "../figures-of.js";
import { changeInto } from "../least-change.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import type { Change } from "../verdict.js";
import { listOf } from "../wording.js";

const METHODS: Readonly<Record<ProportionMethod, string>> = {
  exact: "Clopper and Pearson's exact interval",
  blaker: "Blaker's exact interval",
  wilson: "Wilson's score interval",
  wilsonContinuity: "Wilson's interval with continuity correction",
  midP: "the mid-p interval",
  jeffreys: "Jeffreys's interval",
  jeffreysModified: "Jeffreys's modified interval",
  agrestiCoull: "Agresti and Coull's interval",
  agrestiCoullClipped: "Agresti and Coull's interval, cut to 0 and 100 %",
  likelihoodRatio: "the likelihood-ratio interval",
  arcsine: "the arcsine interval",
  logit: "Wald's interval on the logit scale",
  wald: "Wald's interval",
  waldClipped: "Wald's interval, cut to 0 and 100 %",
  waldContinuity: "Wald's interval with continuity correction",
  waldContinuityClipped: "Wald's interval with continuity correction, cut to 0 and 100 %",
};

/** The interval of a proportion must follow from its count and n. */
export const proportionInterval: Rule = ruleFor({
  code: "proportion-interval",
  title: "The interval of a proportion must follow from its count and n",
  source: "newcombe1998single",
  kinds: ["proportion"],
  check: (claim) => (claim.ci === undefined ? [] : [checkInterval(claim, claim.ci)]),
});

const MOST_FRACTION = 2;

/** The unit of the limits, and what was found in it. */
interface Reading {
  readonly whole: 1 | 100;
  readonly found: PrintedProportion;
}

function checkInterval(claim: ProportionClaim, ci: Pair): RuleFinding {
  const { n, count, percent } = claim;
  const figures = figuresOf(claim, ["ci", "percent", "count", "n"]);
  if (n === undefined || (count === undefined && percent === undefined)) {
    return withoutN(claim, ci, figures);
  }
  const share = {
    n: Number(n),
    ...(count === undefined ? {} : { count: Number(count) }),
    ...(percent === undefined ? {} : { percent }),
  };
  // Small limits may be fractions, even Wald's beyond 1; the reading that explains more counts.
  const maybeFraction = ci.every((one) => parsePrinted(one).value <= MOST_FRACTION);
  const wholes: readonly (1 | 100)[] = maybeFraction ? [1, 100] : [100];
  const readings = wholes.map((whole) => ({
    whole,
    found: printedProportion(share, ci, { whole }),
  }));
  const [reading] = readings.toSorted((a, b) => rankOf(a.found) - rankOf(b.found));
  return { figures, ...verdictOn(claim, ci, share.n, reading!) };
}

function rankOf({ fits, counts, fault, withinHull, otherLevels }: PrintedProportion): number {
  if (fits.length > 0) return fits.some(({ all }) => all) ? 0 : 1;
  if (counts === undefined) return 2;
  if (fault === undefined && (withinHull === true || otherLevels.length > 0)) return 3;
  return fault === undefined ? 4 : 5;
}

/** Without n the interval must at least hold the percentage. */
function withoutN(
  { percent }: ProportionClaim,
  ci: Pair,
  figures: RuleFinding["figures"],
): RuleFinding {
  const [lower, upper] = ci.map((one) => parsePrinted(one).value) as [number, number];
  const share = percent === undefined ? undefined : Number(percent);
  const isSwapped = lower > upper;
  const isOutside =
    share !== undefined &&
    [1, 100].every((whole) => share < (100 / whole) * lower || share > (100 / whole) * upper);
  if (isSwapped || isOutside) {
    return {
      code: isSwapped ? "PROPORTION_ENDS_SWAPPED" : "PROPORTION_OUTSIDE",
      verdict: "contradicted",
      message: isSwapped
        ? `The lower limit, ${ci[0]}, is above the upper, ${ci[1]}.`
        : `${percent} % lies outside its own interval, ${ci[0]} to ${ci[1]}.`,
      figures,
    };
  }
  return {
    code: "PROPORTION_INTERVAL_WITHOUT_N",
    verdict: "not-checkable",
    message: `The interval ${ci[0]} to ${ci[1]} cannot be recomputed: n is not printed with a count or a percentage.`,
    figures,
  };
}

type Said = Omit<RuleFinding, "figures">;

function verdictOn(claim: ProportionClaim, ci: Pair, n: number, { whole, found }: Reading): Said {
  const { fits, counts, fault, otherLevels, withinHull } = found;
  const interval = `The interval ${ci[0]} to ${ci[1]}`;
  if (counts === undefined && fault === undefined) {
    return {
      code: "PROPORTION_OF_NO_COUNT",
      verdict: "not-checkable",
      message: `${interval} cannot be recomputed: no number of ${n} is ${claim.percent} %.`,
    };
  }
  const of = `${countsInWords(counts!)} of ${n}`;
  const exact = fits.filter(({ all }) => all);
  if (exact.length > 0) {
    return {
      code: "PROPORTION_INTERVAL_REPRODUCED",
      verdict: "reproduced",
      message: `${interval} of ${of} is ${listOf(exact.map(nameOf))}.`,
    };
  }
  if (fits.length > 0) {
    const ways = fits.map((fit) => `${nameOf(fit)} of ${fit.count}`);
    return {
      code: "PROPORTION_INTERVAL_OF_SOME_COUNT",
      verdict: "possible",
      message: `${interval} follows from some of the counts that ${claim.percent} % of ${n} allows: ${listOf(ways, "or")}.`,
    };
  }
  if (fault === undefined && (withinHull === true || otherLevels.length > 0)) {
    return unexplained(interval, of, found);
  }
  return contradicted(claim, ci, { whole, found }, interval, of);
}

function unexplained(interval: string, of: string, { otherLevels }: PrintedProportion): Said {
  const [other] = otherLevels;
  const levels =
    other === undefined
      ? " Its limits lie among those of the usual methods, so another may have been used."
      : ` At a level of ${percentOf(other.level)} %, ${nameOf(other)} would be so.`;
  return {
    code:
      other === undefined
        ? "PROPORTION_INTERVAL_UNEXPLAINED"
        : "PROPORTION_INTERVAL_AT_ANOTHER_LEVEL",
    verdict: "possible",
    unexplained: true,
    message: `${interval} of ${of} is the 95 % interval of no usual method.${levels}`,
  };
}

function contradicted(
  claim: ProportionClaim,
  ci: Pair,
  { whole, found }: Reading,
  interval: string,
  of: string,
): Said {
  const { fault, hull } = found;
  if (fault !== undefined) {
    const isSwapped = fault === "ends-swapped";
    return {
      code: isSwapped ? "PROPORTION_ENDS_SWAPPED" : "PROPORTION_OUTSIDE",
      verdict: "contradicted",
      ...(isSwapped ? {} : changedLimit(ci, hull!)),
      message: isSwapped
        ? `${interval} of ${of}: the lower limit is above the upper.`
        : `${interval} does not hold ${of}, which is ${shareInWords(found, claim, whole)}.`,
    };
  }
  const [l, u] = [hull!.lower, hull!.upper];
  return {
    code: "PROPORTION_INTERVAL_CONTRADICTED",
    verdict: "contradicted",
    message: `${interval} is no interval of ${of}: by the usual methods the lower limit is ${short(l[0])} to ${short(l[1])} and the upper ${short(u[0])} to ${short(u[1])}.`,
    wouldBePossible: [
      `lower limit ${short(l[0])} to ${short(l[1])}`,
      `upper limit ${short(u[0])} to ${short(u[1])}`,
    ],
    computed: [
      { label: "lower limit, least", value: l[0] },
      { label: "lower limit, most", value: l[1] },
      { label: "upper limit, least", value: u[0] },
      { label: "upper limit, most", value: u[1] },
    ],
    ...changedLimit(ci, hull!),
  };
}

/** The one limit that lies outside what the methods give; of two, none alone would do. */
function changedLimit(
  ci: Pair,
  { lower, upper }: NonNullable<PrintedProportion["hull"]>,
): { readonly smallestChange?: Change } {
  const [change, ...more] = [
    changeInto("ci (lower)", ci[0], { lower: lower[0], upper: lower[1] }),
    changeInto("ci (upper)", ci[1], { lower: upper[0], upper: upper[1] }),
  ].filter((one) => one !== undefined);
  return change === undefined || more.length > 0 ? {} : { smallestChange: change };
}

function nameOf({ interval }: ProportionMethodFit): string {
  return METHODS[interval];
}

function countsInWords({ first, last }: { readonly first: number; readonly last: number }): string {
  return first === last ? String(first) : `${first} to ${last}`;
}

function shareInWords(
  { counts }: PrintedProportion,
  { n }: ProportionClaim,
  whole: number,
): string {
  const unit = whole === 100 ? " %" : "";
  const share = (count: number): string => short((whole * count) / Number(n));
  const { first, last } = counts!;
  return first === last ? `${share(first)}${unit}` : `${share(first)} to ${share(last)}${unit}`;
}

function percentOf(level: number): number {
  return Number((100 * level).toPrecision(4));
}

function short(x: number): string {
  return String(Number(x.toPrecision(4)));
}
