import { type BiasIntervalFit, type PrintedBlandAltman, parsePrinted } from "../analysis/index.js";
import type { BlandAltmanClaim, Pair } from "./claim.js";
import { figuresOf } from "./figures-of.js";
import { changeInto, leastChange } from "./least-change.js";
import type { RuleFinding } from "./rule.js";
import type { Change } from "./verdict.js";

/** A bootstrap interval of a mean is no more lopsided than this. */
const MOST_LOPSIDED = 2;

/**
 * What is said of the interval of a bias: it stands evenly about the bias, and its width follows
 * from the standard deviation, or the limits, and n.
 *
 * @param areEven - whether the limits are, so that a standard deviation follows from them
 */
export function biasIntervalFinding(
  claim: BlandAltmanClaim,
  biasCi: Pair,
  { biasInterval }: PrintedBlandAltman,
  areEven: boolean,
): readonly RuleFinding[] {
  if (biasInterval === undefined) return [];
  const base = { figures: figuresOf(claim, ["biasCi", "bias", "sd", "limits", "n"]) };
  const said = `Bias ${claim.bias} (${biasCi[0]} to ${biasCi[1]})`;
  const wrong = placeFinding(said, biasInterval);
  if (wrong !== undefined) {
    const change = placeChange(claim.bias, biasCi, biasInterval);
    const isContradicted = wrong.verdict === "contradicted" && change !== undefined;
    return [{ ...base, ...wrong, ...(isContradicted ? { smallestChange: change } : {}) }];
  }
  if (claim.sd === undefined && !areEven) return []; // no standard deviation follows from such limits
  return [{ ...base, ...widthFinding(claim, said, biasInterval) }];
}

type Said = Omit<RuleFinding, "figures">;

function placeFinding(said: string, { standing, lopsidedness }: BiasIntervalFit): Said | undefined {
  if (standing === "outside" || standing === "swapped") {
    return {
      code: standing === "outside" ? "BIAS_OUTSIDE_INTERVAL" : "BIAS_INTERVAL_SWAPPED",
      verdict: "contradicted",
      message:
        standing === "outside"
          ? `${said} lies outside its own interval.`
          : `${said}: the lower limit is above the upper.`,
    };
  }
  if (standing !== "lopsided") return undefined;
  const sides = `one side of its interval is at least ${lopsidedness.toFixed(1)} times as long as the other`;
  return lopsidedness > MOST_LOPSIDED
    ? {
        code: "BIAS_INTERVAL_UNEVEN",
        verdict: "contradicted",
        message: `${said}: ${sides}, but the interval of a mean is even; a bootstrap's is less uneven.`,
      }
    : {
        code: "BIAS_INTERVAL_LOPSIDED",
        verdict: "possible",
        unexplained: true,
        message: `${said}: ${sides}; the interval of a mean is even, but a bootstrap's need not be.`,
      };
}

function widthFinding(claim: BlandAltmanClaim, said: string, interval: BiasIntervalFit): Said {
  const { expected, fit, pairs, lower, upper } = interval;
  const from = claim.sd === undefined ? "the SD behind the limits" : `the SD of ${claim.sd}`;
  const half = `half the width of the interval is ${rangeInWords(lower, upper)} times ${from}`;
  if (expected === undefined || fit === undefined) return pairsFinding(said, half, pairs!);
  const computed = [
    { label: "t/√n", value: expected.t },
    { label: "1.96/√n", value: expected.normal },
  ];
  const would = `t/√n is ${short(expected.t)} and 1.96/√n ${short(expected.normal)} for n = ${claim.n}`;
  switch (fit) {
    case "exact":
      return {
        code: "BIAS_INTERVAL_REPRODUCED",
        verdict: "reproduced",
        message: `${said} follows from ${from} and n = ${claim.n}: ${half}, and ${would}.`,
        computed,
      };
    case "within":
      return {
        code: "BIAS_INTERVAL_WITHIN_ROUNDING",
        verdict: "possible",
        message: `${said} follows from values that round to ${from} and n = ${claim.n}: ${half}, and ${would}.`,
        computed,
      };
    case "near":
      return {
        code: "BIAS_INTERVAL_NEAR",
        verdict: "possible",
        unexplained: true,
        message: `${said} does not follow from ${from} and n = ${claim.n}: ${half}, but ${would}. A bootstrap could differ so far.`,
        computed,
      };
    default: {
      const n = Math.round((1.96 / ((lower + upper) / 2)) ** 2);
      const change =
        claim.n === undefined || !(n >= 2)
          ? undefined
          : changeInto("n", claim.n, { lower: n, upper: n });
      return {
        code: "BIAS_INTERVAL_CONTRADICTED",
        verdict: "contradicted",
        message: `${said} does not belong to ${from} and n = ${claim.n}: ${half}, but ${would}.${n >= 2 ? ` About ${n} pairs would give it.` : ""}`,
        computed,
        ...(change === undefined ? {} : { smallestChange: change }),
      };
    }
  }
}

function pairsFinding(said: string, half: string, pairs: { lower: number; upper: number }): Said {
  if (Number.isNaN(pairs.lower)) {
    return {
      code: "BIAS_INTERVAL_OF_NO_PAIRS",
      verdict: "contradicted",
      message: `${said}: ${half}, which no number of pairs gives.`,
    };
  }
  const most = Number.isFinite(pairs.upper)
    ? `${pairs.lower} to ${pairs.upper}`
    : `at least ${pairs.lower}`;
  return {
    code: "BIAS_INTERVAL_OF_SOME_PAIRS",
    verdict: "possible",
    message: `${said}: ${half}, as of ${pairs.lower === pairs.upper ? pairs.lower : most} pairs; their number is not printed.`,
    computed: [
      { label: "pairs, least", value: pairs.lower },
      ...(Number.isFinite(pairs.upper) ? [{ label: "pairs, most", value: pairs.upper }] : []),
    ],
  };
}

function placeChange(
  bias: string,
  [lower, upper]: Pair,
  { standing }: BiasIntervalFit,
): Change | undefined {
  if (standing === "swapped") return undefined;
  const [b, l, u] = [bias, lower, upper].map((one) => parsePrinted(one).value) as [
    number,
    number,
    number,
  ];
  const only = (x: number) => ({ lower: x, upper: x });
  return leastChange([
    b < u ? changeInto("biasCi (lower)", lower, only(2 * b - u)) : undefined,
    b > l ? changeInto("biasCi (upper)", upper, only(2 * b - l)) : undefined,
  ]);
}

function rangeInWords(lower: number, upper: number): string {
  return Number.isFinite(upper) ? `${short(lower)} to ${short(upper)}` : `at least ${short(lower)}`;
}

function short(x: number): string {
  return String(Number(x.toPrecision(3)));
}
