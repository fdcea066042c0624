import { type PercentCounts, percentCounts } from "../../analysis/index.js";
import type { ProportionClaim, TwoProportionsClaim } from "../claim.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import type { Figure } from "../verdict.js";
import { listOf } from "../wording.js";

/** A percentage with what is printed beside it, in one arm. */
interface PrintedShare {
  readonly arm: string | undefined;
  readonly percent: string;
  readonly n: string | undefined;
  readonly count: string | undefined;
}

/** Patients are whole: a percentage of n patients is one of n + 1 values. */
export const percentOfN: Rule = ruleFor({
  code: "percent-of-n",
  title: "A percentage must be a whole number of patients out of n",
  kinds: ["proportion", "two-proportions"],
  check: (claim) => sharesOf(claim).map(checkShare),
});

function sharesOf(claim: ProportionClaim | TwoProportionsClaim): PrintedShare[] {
  if (claim.kind === "proportion") {
    const { percent, n, count } = claim;
    return percent === undefined ? [] : [{ arm: undefined, percent, n, count }];
  }
  return (claim.percent ?? []).map((percent, arm) => ({
    arm: claim.arms[arm],
    percent,
    n: claim.n?.[arm],
    count: claim.count?.[arm],
  }));
}

function checkShare(share: PrintedShare): RuleFinding {
  const { percent, n } = share;
  if (n === undefined) {
    return {
      code: "PERCENT_WITHOUT_N",
      verdict: "not-checkable",
      message: `${inArm(share)}${percent} % is printed without the number of patients.`,
      figures: figuresOf(share),
    };
  }
  const found = percentCounts(percent, Number(n));
  return share.count === undefined
    ? checkPercent(share, found)
    : checkCount(share, found, Number(share.count));
}

function checkPercent(share: PrintedShare, found: PercentCounts): RuleFinding {
  const { percent, n } = share;
  const counts = found.counts.map(({ count }) => String(count));
  if (counts.length > 0) {
    return {
      code: "PERCENT_POSSIBLE",
      verdict: "possible",
      message: `${inArm(share)}${percent} % of ${n} patients is ${listOf(counts, "or")} of ${n}.`,
      figures: figuresOf(share),
      computed: found.counts.map((one) => ({
        label: `percent, ${one.count} of ${n}`,
        value: one.percent,
      })),
      source: "brown2017",
    };
  }
  const near = found.nearest.map((one) => `${one.count} of ${n} is ${one.printed} %`);
  return {
    code: "PERCENT_IMPOSSIBLE",
    verdict: "contradicted",
    message: `${inArm(share)}No number of ${n} patients is ${percent} %: ${listOf(near)}.${cutOff(share)}`,
    figures: figuresOf(share),
    computed: found.nearest.map((one) => ({
      label: `percent, ${one.count} of ${n}`,
      value: one.percent,
    })),
    wouldBePossible: found.nearest.map((one) => `${one.printed} % (${one.count} of ${n})`),
    source: "brown2017",
  };
}

function checkCount(share: PrintedShare, found: PercentCounts, count: number): RuleFinding {
  const { percent, n } = share;
  const exact = (100 * count) / Number(n);
  const computed = [{ label: `percent, ${count} of ${n}`, value: exact }];
  const figures = figuresOf(share);
  const given = `${inArm(share)}${count} of ${n} patients is ${exact.toFixed(2)} %`;
  if (found.counts.some((one) => one.count === count)) {
    return {
      code: "PERCENT_REPRODUCED",
      verdict: "reproduced",
      message: `${given}, printed as ${percent} %.`,
      figures,
      computed,
    };
  }
  const others = found.counts.map((one) => `${one.count} of ${n}`);
  const instead =
    others.length > 0
      ? `${percent} % would be ${listOf(others, "or")}`
      : `no number of ${n} patients is ${percent} %`;
  const correct = exact.toFixed((percent.split(".")[1] ?? "").length);
  return {
    code: "PERCENT_NOT_OF_COUNT",
    verdict: "contradicted",
    message: `${given}, not the printed ${percent} %; ${instead}.${cutOff(share)}`,
    figures,
    computed,
    wouldBePossible: [
      `${correct} % (${count} of ${n})`,
      ...others.map((one) => `${percent} % (${one})`),
    ],
  };
}

/** Dropped digits are not rounding, but they explain a good many wrong percentages. */
function cutOff({ percent, n, count }: PrintedShare): string {
  const cut = percentCounts(percent, Number(n), { rules: ["truncation"] }).counts;
  const fits = cut.filter((one) => count === undefined || one.count === Number(count));
  return fits.length === 0
    ? ""
    : ` With its decimals cut off instead of rounded, ${fits[0]!.count} of ${n} would print so.`;
}

function inArm({ arm }: PrintedShare): string {
  return arm === undefined ? "" : `${arm}: `;
}

function figuresOf({ arm, percent, n, count }: PrintedShare): Figure[] {
  const suffix = arm === undefined ? "" : ` (${arm})`;
  return Object.entries({ percent, n, count }).flatMap(([label, printed]) =>
    printed === undefined ? [] : [{ label: `${label}${suffix}`, printed }],
  );
}
