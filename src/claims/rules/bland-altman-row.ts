import {
  type LimitsMultiplier,
  type PrintedBlandAltman,
  parsePrinted,
  printedBlandAltman,
} from "../../analysis/index.js";
import { biasIntervalFinding } from "../bias-interval.js";
import type { BlandAltmanClaim } from "../claim.js";
import { figuresOf } from "../figures-of.js";
import { changeInto, leastChange } from "../least-change.js";
import { type Rule, type RuleFinding, ruleFor } from "../rule.js";
import type { Change } from "../verdict.js";
import { listOf } from "../wording.js";

const MULTIPLIERS: Readonly<Record<LimitsMultiplier, string>> = {
  "1.96": "1.96 SD",
  "2": "2 SD",
  t: "Student's t on n − 1 times the SD",
  "t-prediction": "Student's t on n − 1 times SD × √(1 + 1/n)",
  "1.645": "1.645 SD, which hold 90 %",
  "2.576": "2.576 SD, which hold 99 %",
  "3": "3 SD",
};
const OF_95: readonly LimitsMultiplier[] = ["1.96", "2", "t", "t-prediction"];

/** Limits of agreement must stand evenly about the bias, as far as the standard deviation says. */
export const blandAltmanRow: Rule = ruleFor({
  code: "bland-altman-row",
  title:
    "Limits of agreement must stand evenly about the bias, as far as the standard deviation says",
  source: "bland1986",
  kinds: ["bland-altman"],
  check: (claim): readonly RuleFinding[] => {
    const { bias, limits, sd, biasCi, n } = claim;
    const found = printedBlandAltman({
      bias,
      limits,
      ...(sd === undefined ? {} : { sd }),
      ...(biasCi === undefined ? {} : { biasCi }),
      ...(n === undefined || Number(n) < 2 ? {} : { n: Number(n) }),
    });
    const areEven = found.standing === "symmetric" || found.standing === "within-rounding";
    return [
      limitsFinding(claim, found),
      ...(sd === undefined || !areEven ? [] : sdFinding(claim, sd, found)),
      ...(biasCi === undefined ? [] : biasIntervalFinding(claim, biasCi, found, areEven)),
    ];
  },
});

function limitsFinding(claim: BlandAltmanClaim, found: PrintedBlandAltman): RuleFinding {
  const { bias, limits } = claim;
  const { standing, scale, limits: on, lostSign } = found;
  const middle = on?.midpoint ?? (numberOf(limits[0]) + numberOf(limits[1])) / 2;
  const base = {
    figures: figuresOf(claim, ["bias", "limits"]),
    computed: [{ label: `middle of the limits, ${scale} scale`, value: middle }],
    ...(scale === "log" ? { source: "bland1999" } : {}),
  };
  const said = `Bias ${bias}, limits ${limits[0]} to ${limits[1]}`;
  const where = scale === "log" ? " on the log scale, as of a ratio," : "";
  switch (standing) {
    case "symmetric":
      return {
        ...base,
        code: "LIMITS_EVEN",
        verdict: "reproduced",
        message: `${said}: the middle of the limits${where} is ${short(middle)}, printed as ${bias}.`,
      };
    case "within-rounding":
      return {
        ...base,
        code: "LIMITS_EVEN_WITHIN_ROUNDING",
        verdict: "possible",
        message: `${said}: the middle of the printed limits${where} is ${short(middle)}, but limits that round so can have ${bias} in their middle.`,
      };
    default: {
      const sign =
        lostSign === undefined
          ? ""
          : ` With ${lostSign.instead} in place of ${lostSign.printed} they would be even: a sign may be lost.`;
      const change = limitsChange(claim, found);
      return {
        ...base,
        ...WRONG[standing](said, short(middle), sign),
        verdict: "contradicted",
        ...(change === undefined
          ? {}
          : { smallestChange: change, wouldBePossible: [`${change.label} ${change.instead}`] }),
      };
    }
  }
}

type Wrong = (
  said: string,
  middle: string,
  sign: string,
) => { readonly code: string; readonly message: string };

const WRONG: Readonly<Record<"lopsided" | "outside" | "swapped", Wrong>> = {
  lopsided: (said, middle, sign) => ({
    code: "LIMITS_UNEVEN",
    message: `${said}: limits of agreement are the bias plus and minus a multiple of the SD, but their middle is ${middle}.${sign || " (Percentiles of the differences need not be even, but are other limits.)"}`,
  }),
  outside: (said, _, sign) => ({
    code: "BIAS_OUTSIDE_LIMITS",
    message: `${said}: the bias lies outside its limits.${sign}`,
  }),
  swapped: (said, _, sign) => ({
    code: "LIMITS_SWAPPED",
    message: `${said}: the lower limit is above the upper.${sign}`,
  }),
};

function limitsChange(
  { bias, limits }: BlandAltmanClaim,
  { standing, lostSign }: PrintedBlandAltman,
): Change | undefined {
  const [lower, upper] = limits;
  if (lostSign !== undefined) {
    const { figure, printed, instead } = lostSign;
    return { label: figure === "estimate" ? "bias" : `limits (${figure})`, printed, instead };
  }
  if (standing === "swapped") return undefined;
  const [b, l, u] = [bias, lower, upper].map(numberOf) as [number, number, number];
  return leastChange([
    changeInto("bias", bias, only((l + u) / 2)),
    b < u ? changeInto("limits (lower)", lower, only(2 * b - u)) : undefined,
    b > l ? changeInto("limits (upper)", upper, only(2 * b - l)) : undefined,
  ]);
}

function sdFinding(
  claim: BlandAltmanClaim,
  sd: string,
  { multiplier }: PrintedBlandAltman,
): RuleFinding[] {
  if (multiplier === undefined) return [];
  const { exact, within, asPrinted, lower, upper } = multiplier;
  const base = {
    figures: figuresOf(claim, ["limits", "sd", "n"]),
    computed: [{ label: "half the width of the limits over the SD", value: asPrinted }].filter(
      ({ value }) => Number.isFinite(value),
    ),
  };
  const width = `Half the width of the limits is ${short(asPrinted)} times the SD of ${sd}`;
  const named = (names: readonly LimitsMultiplier[]): string =>
    listOf(
      names.map((one) => MULTIPLIERS[one]),
      "or",
    );
  const usual = (names: readonly LimitsMultiplier[]) => names.filter((one) => OF_95.includes(one));
  if (usual(exact).length > 0) {
    return [
      {
        ...base,
        code: "LIMITS_OF_SD",
        verdict: "reproduced",
        message: `${width}, as limits of ${named(usual(exact))} print.`,
      },
    ];
  }
  if (usual(within).length > 0) {
    return [
      {
        ...base,
        code: "LIMITS_OF_SD_WITHIN_ROUNDING",
        verdict: "possible",
        message: `${width}; limits of ${named(usual(within))} are possible within rounding.`,
      },
    ];
  }
  const range = `${short(lower)} to ${short(upper)} within rounding`;
  if (within.length > 0) {
    return [
      {
        ...base,
        code: "LIMITS_OF_ANOTHER_COVERAGE",
        verdict: "possible",
        unexplained: true,
        message: `${width} (${range}): not limits of 95 %, but of ${named(within)}.`,
      },
    ];
  }
  const change = sdChange(claim, sd);
  return [
    {
      ...base,
      code: "LIMITS_NOT_OF_SD",
      verdict: "contradicted",
      message: `${width} (${range}), but limits of agreement are 1.96 or 2 SD from the bias, or Student's t on n − 1 times the SD.`,
      wouldBePossible: [`SD ${(Number(sd) * (asPrinted / 1.96)).toPrecision(3)}`],
      ...(change === undefined ? {} : { smallestChange: change }),
    },
  ];
}

function sdChange({ limits }: BlandAltmanClaim, sd: string): Change | undefined {
  const half = Math.abs(numberOf(limits[1]) - numberOf(limits[0])) / 2;
  return changeInto("sd", sd, only(half / 1.96));
}

function numberOf(printed: string): number {
  return parsePrinted(printed).value;
}

function only(x: number): { readonly lower: number; readonly upper: number } {
  return { lower: x, upper: x };
}

function short(x: number): string {
  return String(Number(x.toPrecision(4)));
}
