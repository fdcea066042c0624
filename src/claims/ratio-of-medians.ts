import { type FoldReading, foldRatio } from "../analysis/index.js";
import type { TwoMediansClaim } from "./claim.js";
import { figuresOf } from "./figures-of.js";
import { changeInto, leastChange } from "./least-change.js";
import type { RuleFinding } from "./rule.js";
import { listOf } from "./wording.js";

/** What is said of a printed ratio of two medians. */
export function ratioOfMedians(claim: TwoMediansClaim): RuleFinding[] {
  const { ratio, median } = claim;
  if (ratio === undefined) return [];
  const readings = foldRatio(median[0], median[1], ratio).readings.filter(
    ({ asPrinted }) => !Number.isNaN(asPrinted),
  );
  if (readings.length < 4) {
    return [
      {
        code: "RATIO_OVER_ZERO",
        verdict: "not-checkable",
        message: `The ratio ${ratio} cannot be recomputed: a median is 0.`,
        figures: figuresOf(claim, ["ratio", "median"]),
      },
    ];
  }
  return [{ ...judge(claim, ratio, readings), figures: figuresOf(claim, ["ratio", "median"]) }];
}

function judge(
  claim: TwoMediansClaim,
  ratio: string,
  readings: readonly FoldReading[],
): Omit<RuleFinding, "figures"> {
  const quotients = readings.filter(({ reading }) => !reading.startsWith("difference"));
  const differences = readings.filter((one) => !quotients.includes(one));
  const said = (some: readonly FoldReading[], last?: "or"): string =>
    listOf(
      some.map((one) => `${formulaOf(one, claim)} = ${short(one.asPrinted)}`),
      last,
    );
  const computed = readings.map((one) => ({ label: formulaOf(one, claim), value: one.asPrinted }));
  const exact = quotients.filter(({ agrees }) => agrees === "as-printed");
  if (exact.length > 0) {
    return {
      code: "RATIO_REPRODUCED",
      verdict: "reproduced",
      message: `The ratio ${ratio} follows from the medians: ${said(exact)}.`,
      computed,
    };
  }
  const within = quotients.filter(({ agrees }) => agrees === "within-rounding");
  if (within.length > 0) {
    const ranges = within.map(
      (one) => `${formulaOf(one, claim)} from ${short(one.lower)} to ${short(one.upper)}`,
    );
    return {
      code: "RATIO_WITHIN_ROUNDING",
      verdict: "possible",
      message: `The ratio ${ratio} does not follow from the printed medians themselves but from values that round to them: ${listOf(ranges)}.`,
      computed,
    };
  }
  const wouldBePossible = quotients.map(
    (one) => `${inDecimalsOf(ratio, one.asPrinted)} (${formulaOf(one, claim)})`,
  );
  const changed = differences.filter(
    ({ agrees }) => agrees === "as-printed" || agrees === "within-rounding",
  );
  const no = `The ratio ${ratio} is no quotient of the medians, ${said(quotients, "or")}`;
  if (changed.length > 0) {
    return {
      code: "RATIO_AS_CHANGE",
      verdict: "possible",
      unexplained: true,
      message: `${no}; it is their difference over one of them, ${said(changed)}.`,
      computed,
      wouldBePossible,
    };
  }
  const cut = quotients.filter(({ agrees }) => agrees === "by-truncation");
  if (cut.length > 0) {
    return {
      code: "RATIO_BY_TRUNCATION",
      verdict: "possible",
      unexplained: true,
      message: `${no}, unless its decimals were cut off instead of rounded.`,
      computed,
      wouldBePossible,
    };
  }
  const change = leastChange(quotients.map((one) => changeInto("ratio", ratio, one)));
  return {
    code: "RATIO_CONTRADICTED",
    verdict: "contradicted",
    message: `${no}, nor their difference over one of them, ${said(differences, "or")}; no rounding of the medians brings any of these to it.`,
    computed,
    wouldBePossible,
    ...(change === undefined ? {} : { smallestChange: change }),
  };
}

/** `TOE / 3D`, `|3D − TOE| / 3D`. */
function formulaOf({ reading }: FoldReading, { arms: [a, b] }: TwoMediansClaim): string {
  switch (reading) {
    case "first/second":
      return `${a} / ${b}`;
    case "second/first":
      return `${b} / ${a}`;
    case "difference/first":
      return `|${a} − ${b}| / ${a}`;
    case "difference/second":
      return `|${a} − ${b}| / ${b}`;
  }
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function inDecimalsOf(printed: string, value: number): string {
  return value.toFixed((printed.split(".")[1] ?? "").length);
}
