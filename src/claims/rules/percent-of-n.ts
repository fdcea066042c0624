import {
  type PercentCountEnds,
  type PercentCounts,
  percentCountEnds,
  percentCounts,
  type RoundingRule,
} from "../../analysis/index.js";
import type { ProportionClaim, TwoProportionsClaim } from "../claim.js";
import { figuresOf } from "../figures-of.js";
import { leastChange } from "../least-change.js";
import { type PrintedShare, shareChange } from "../proportions/share-change.js";
import { sizesOfShare } from "../proportions/sizes-of-share.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import type { Computed } from "../verdict.js";
import { listOf } from "../wording.js";

/** What a rule says beside the figures that it looked at. */
type Said = Omit<RuleFinding, "figures">;

const MOST_LISTED = 20; // counts

const ROUNDING: readonly RoundingRule[] = ["half-up", "half-even", "truncation"];

/** Patients are whole: a percentage of n patients is one of n + 1 values. */
export const percentOfN: Rule = ruleFor({
  code: "percent-of-n",
  title: "A percentage must be a whole number of patients out of n",
  source: "brown2017",
  kinds: ["proportion", "two-proportions"],
  check: (claim) => {
    const figures = figuresOf<ProportionClaim | TwoProportionsClaim>(claim, [
      "percent",
      "n",
      "count",
    ]);
    return sharesOf(claim).map((share) => {
      const ofArm = figures.filter(
        ({ label }) => share.suffix === "" || label.endsWith(share.suffix),
      );
      return { ...checkShare(share), figures: ofArm };
    });
  },
});

function sharesOf(claim: ProportionClaim | TwoProportionsClaim): PrintedShare[] {
  if (claim.kind === "proportion") {
    const { percent, n, count } = claim;
    return percent === undefined ? [] : [{ suffix: "", percent, n, count }];
  }
  return (claim.percent ?? []).map((percent, arm) => ({
    arm: claim.arms[arm],
    suffix: ` (${claim.arms[arm]})`,
    percent,
    n: claim.n?.[arm],
    count: claim.count?.[arm],
  }));
}

function checkShare(share: PrintedShare): Said {
  const { percent, n, count } = share;
  if (n === undefined) return withoutN(share);
  const ends = percentCountEnds(percent, Number(n));
  if (ends.most - ends.least > MOST_LISTED) return checkMany(share, ends);
  const rounded = percentCounts(percent, Number(n));
  const all = percentCounts(percent, Number(n), { rules: ROUNDING });
  return count === undefined
    ? checkPercent(share, rounded, all)
    : checkCount(share, rounded, all, Number(count));
}

/** Without n, a count may still be a share that no number of patients gives. */
function withoutN(share: PrintedShare): Said {
  const { percent, count } = share;
  const alone = `${inArm(share)}${percent} % is printed without the number of patients`;
  if (count === undefined) {
    return { code: "PERCENT_WITHOUT_N", verdict: "not-checkable", message: `${alone}.` };
  }
  const { least, most } = sizesOfShare(percent, Number(count));
  if (least <= most) {
    const of = least === most ? `of ${least}` : `of ${least} to ${most}`;
    const implied = Number.isFinite(most) ? `; ${count} would be that share ${of}` : "";
    return { code: "PERCENT_WITHOUT_N", verdict: "not-checkable", message: `${alone}${implied}.` };
  }
  const near = [most, least]
    .filter((n) => n >= Math.max(1, Number(count)) && Number.isFinite(n))
    .map((n) => `${count} of ${n} is ${((100 * Number(count)) / n).toFixed(2)} %`);
  return {
    code: "PERCENT_OF_NO_SIZE",
    verdict: "contradicted",
    message: `${inArm(share)}${count} patients are ${percent} % of no whole number of patients${near.length === 0 ? "" : `: ${listOf(near)}`}.`,
    wouldBePossible: near,
  };
}

/** In a sample so large that many counts print alike, only whether the printed one does is of interest. */
function checkMany(share: PrintedShare, { least, most }: PercentCountEnds): Said {
  const { percent, n, count } = share;
  const all = `${percent} % of ${n} patients is ${least} to ${most}`;
  if (count === undefined) {
    return { code: "PERCENT_POSSIBLE", verdict: "possible", message: `${inArm(share)}${all}.` };
  }
  const counted = Number(count);
  const exact = (100 * counted) / Number(n);
  const given = `${inArm(share)}${count} of ${n} patients is ${exact.toFixed(2)} %`;
  const computed = [{ label: `percent, ${count} of ${n}`, value: exact }];
  if (counted >= least && counted <= most) {
    const message = `${given}, printed as ${percent} %.`;
    return { code: "PERCENT_REPRODUCED", verdict: "reproduced", message, computed };
  }
  const cut = percentCountEnds(percent, Number(n), { rules: ["truncation"] });
  const correct = exact.toFixed((percent.split(".")[1] ?? "").length);
  const wouldBePossible = [`${correct} % (${count} of ${n})`];
  if (counted >= cut.least && counted <= cut.most) {
    return byTruncation(share, given, correct, computed);
  }
  const nearest = String(counted < least ? least : most);
  const change = leastChange([
    { label: `percent${share.suffix}`, printed: percent, instead: correct },
    { label: `count${share.suffix}`, printed: count, instead: nearest },
  ]);
  return {
    code: "PERCENT_NOT_OF_COUNT",
    verdict: "contradicted",
    message: `${given}, not the printed ${percent} %; ${all}.`,
    computed,
    wouldBePossible,
    ...(change === undefined ? {} : { smallestChange: change }),
  };
}

function byTruncation(
  { percent, n, count }: PrintedShare,
  given: string,
  correct: string,
  computed: readonly Computed[],
): Said {
  return {
    code: "PERCENT_BY_TRUNCATION",
    verdict: "possible",
    unexplained: true,
    message: `${given}, which rounds to ${correct} %; it is printed as ${percent} % with its decimals cut off instead of rounded.`,
    computed,
    wouldBePossible: [`${correct} % (${count} of ${n})`],
  };
}

function checkPercent(share: PrintedShare, rounded: PercentCounts, all: PercentCounts): Said {
  const { percent, n } = share;
  if (rounded.counts.length > 0) {
    return {
      code: "PERCENT_POSSIBLE",
      verdict: "possible",
      message: `${inArm(share)}${percent} % of ${n} patients is ${byRule(all)}.`,
      computed: computedOf(all),
    };
  }
  if (all.counts.length > 0) {
    return {
      code: "PERCENT_BY_TRUNCATION",
      verdict: "possible",
      unexplained: true,
      message: `${inArm(share)}No number of ${n} patients rounds to ${percent} %, but ${sharesInWords(all)}, which prints so with its decimals cut off instead of rounded.`,
      computed: computedOf(all),
      wouldBePossible: all.counts.map((one) => `${one.printed} % (${one.count} of ${n})`),
    };
  }
  const change = shareChange(share, rounded);
  return {
    code: "PERCENT_IMPOSSIBLE",
    verdict: "contradicted",
    message: `${inArm(share)}No number of ${n} patients is ${percent} %: ${nearestInWords(rounded)}.`,
    computed: rounded.nearest.map((one) => ({
      label: `percent, ${one.count} of ${n}`,
      value: one.percent,
    })),
    wouldBePossible: rounded.nearest.map((one) => `${one.printed} % (${one.count} of ${n})`),
    ...(change === undefined ? {} : { smallestChange: change }),
  };
}

function checkCount(
  share: PrintedShare,
  rounded: PercentCounts,
  all: PercentCounts,
  count: number,
): Said {
  const { percent, n } = share;
  const exact = (100 * count) / Number(n);
  const computed = [{ label: `percent, ${count} of ${n}`, value: exact }];
  const given = `${inArm(share)}${count} of ${n} patients is ${exact.toFixed(2)} %`;
  const gives = (found: PercentCounts): boolean => found.counts.some((one) => one.count === count);
  if (gives(rounded)) {
    const how = howRounded(rounded, count);
    return {
      code: "PERCENT_REPRODUCED",
      verdict: "reproduced",
      message: `${given}, printed as ${percent} %${how === "" ? "" : ` ${how}`}.`,
      computed,
    };
  }
  const correct = exact.toFixed((percent.split(".")[1] ?? "").length);
  if (gives(all)) {
    return byTruncation(share, given, correct, computed);
  }
  const others = rounded.counts.map((one) => `${one.count} of ${n}`);
  const instead =
    others.length > 0
      ? `${percent} % would be ${listOf(others, "or")}`
      : `no number of ${n} patients is ${percent} %`;
  const change = shareChange(share, rounded);
  return {
    code: "PERCENT_NOT_OF_COUNT",
    verdict: "contradicted",
    message: `${given}, not the printed ${percent} %; ${instead}.`,
    computed,
    wouldBePossible: [
      `${correct} % (${count} of ${n})`,
      ...others.map((one) => `${percent} % (${one})`),
    ],
    ...(change === undefined ? {} : { smallestChange: change }),
  };
}

/** `10 of 22`, or each count with the rule that it takes: `1 of 8 (a half rounded up)`. */
function byRule(all: PercentCounts): string {
  const words = all.counts.map(({ count }) => {
    const how = howRounded(all, count);
    return `${count}${how === "" ? "" : ` (${how})`}`;
  });
  return `${listOf(words, "or")} of ${all.n}`;
}

/** How a count comes to print so, where not every rounding of a half does it; empty where every one does. */
function howRounded({ byRule: rules }: PercentCounts, count: number): string {
  const giving = rules.filter(({ counts }) => counts.includes(count)).map(({ rule }) => rule);
  const [up, even] = [giving.includes("half-up"), giving.includes("half-even")];
  if (up && even) return "";
  if (up) return "with a half rounded up";
  return even ? "with a half rounded to the even digit" : "with decimals cut off";
}

function sharesInWords({ counts, n }: PercentCounts): string {
  return listOf(counts.map((one) => `${one.count} of ${n} is ${one.percent.toFixed(2)} %`));
}

function nearestInWords({ nearest, n }: PercentCounts): string {
  return listOf(nearest.map((one) => `${one.count} of ${n} is ${one.printed} %`));
}

function computedOf({ counts, n }: PercentCounts): readonly Computed[] {
  return counts.map((one) => ({ label: `percent, ${one.count} of ${n}`, value: one.percent }));
}

function inArm({ arm }: PrintedShare): string {
  return arm === undefined ? "" : `${arm}: `;
}
