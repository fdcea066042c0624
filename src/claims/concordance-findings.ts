import {
  concordanceInterval,
  concordanceOfMeans,
  concordanceP,
  correlationFromP,
  correlationP,
  parsePrinted,
  printedBounds,
} from "../analysis/index.js";
import type { CorrelationClaim } from "./claim.js";
import {
  changesOfInterval,
  intervalFaultWords,
  type TestedCorrelation,
} from "./correlation-interval-finding.js";
import { figuresOf } from "./figures-of.js";
import { changeOfP } from "./least-change.js";
import type { RuleFinding } from "./rule.js";
import { listOf, pInWords, pRange, printedP } from "./wording.js";

/** The rule's method, which is not Fisher's. */
const source = "lin1989";

/** What follows from a printed coefficient of concordance, whose p and interval need more than n. */
export function concordanceFindings(claim: CorrelationClaim): readonly RuleFinding[] {
  const { n, p, ci } = claim;
  if (n === undefined && (p !== undefined || ci !== undefined)) {
    const fault = ci === undefined ? undefined : faultOf(claim, ci);
    return [
      fault ?? {
        code: "CONCORDANCE_WITHOUT_N",
        verdict: "not-checkable",
        message: `The ${p === undefined ? "interval" : "p"} of a coefficient of concordance cannot be held against anything: the number of pairs is not printed.`,
        figures: figuresOf(claim, ["r", "p", "ci"]),
      },
    ];
  }
  if (n === undefined) return [];
  return [
    p === undefined || Number(n) < 3 ? undefined : pFinding(claim, p, n),
    ci === undefined || Number(n) < 3 ? undefined : intervalFinding(claim, ci, Number(n)),
    meansFinding(claim, n),
  ].filter((finding) => finding !== undefined);
}

function pFinding(claim: CorrelationClaim, p: string, n: string): RuleFinding {
  const { r } = claim;
  const { pearson, pearsonIsEnough, largest, possible } = concordanceP(r, Number(n), p);
  const { widest } = concordanceInterval(r, Number(n));
  const base = {
    figures: figuresOf(claim, ["p", "r", "n"]),
    computed: [
      { label: "largest p of Pearson's r, Student's t", value: largest.pearson },
      { label: "largest p of the coefficient, Lin's z", value: largest.lin },
      { label: "least Pearson's r of the printed p", value: pearson.lower },
      { label: "greatest Pearson's r of the printed p", value: pearson.upper },
      { label: "widest 95 % interval, lower", value: widest.lower },
      { label: "widest 95 % interval, upper", value: widest.upper },
    ],
    source,
  };
  const opening = `The p of a coefficient of concordance cannot be recomputed from ${r} and ${n} pairs`;
  const implied = `as that of Pearson's r, ${printedP(p)} implies r from ${pearson.lower.toFixed(3)} to ${pearson.upper.toFixed(3)}`;
  if (possible) {
    const so = pearsonIsEnough
      ? "which is possible, since Pearson's r is at least as large"
      : "which is less than the coefficient, so it is not that of Pearson's r but may be that of the coefficient itself by its standard error";
    return {
      ...base,
      code: "CONCORDANCE_P_POSSIBLE",
      verdict: "possible",
      message: `${opening}, but ${implied}, ${so}.`,
    };
  }
  const most = Math.max(...Object.values(largest));
  const change = changeOfP(p, [most]);
  return {
    ...base,
    code: "CONCORDANCE_P_TOO_LARGE",
    verdict: "contradicted",
    message: `${opening}, but it is at most ${pInWords(largest.pearson)} for Pearson's r, which is at least as large, and at most ${pInWords(largest.lin)} for the coefficient by its standard error; ${printedP(p)} is larger than either.`,
    wouldBePossible: [`p of at most ${pInWords(most)}`],
    ...(change === undefined ? {} : { smallestChange: change }),
  };
}

function intervalFinding(
  claim: CorrelationClaim,
  ci: readonly [string, string],
  n: number,
): RuleFinding {
  const fault = faultOf(claim, ci);
  if (fault !== undefined) return fault;
  const { hull, asymptotic, widest } = concordanceInterval(claim.r, n);
  const [lower, upper] = ci.map((end) => printedBounds(parsePrinted(end)));
  const inside =
    lower!.upper >= Math.min(hull.lower, asymptotic.lower) - SLACK &&
    upper!.lower <= Math.max(hull.upper, asymptotic.upper) + SLACK;
  const base = {
    figures: figuresOf(claim, ["ci", "r", "n"]),
    computed: [
      { label: "widest 95 % interval, lower", value: widest.lower },
      { label: "widest 95 % interval, upper", value: widest.upper },
    ],
    source,
  };
  const widestWords = `${widest.lower.toFixed(2)} to ${widest.upper.toFixed(2)}`;
  return inside
    ? {
        ...base,
        code: "INTERVAL_POSSIBLE",
        verdict: "possible",
        message: `Lin's interval depends on Pearson's r and the shift in mean and spread, which are not printed; at its widest it is ${widestWords}, and the printed one is within that.`,
      }
    : {
        ...base,
        code: "INTERVAL_WIDER_THAN_LIN",
        verdict: "possible",
        unexplained: true,
        message: `The printed interval reaches further than Lin's at its widest, ${widestWords}, whatever Pearson's r and the shifts are; a bootstrap could give it.`,
        wouldBePossible: [`an interval within ${widestWords}`],
      };
}

const SLACK = 1e-9;

function faultOf(claim: CorrelationClaim, ci: readonly [string, string]): RuleFinding | undefined {
  // Without Fisher's transformation an end may leave the scale.
  const scale = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
  const words = intervalFaultWords(claim.r, ci, scale);
  if (words === undefined) return undefined;
  const change = changesOfInterval(claim.r, ci, scale);
  return {
    code: words.code,
    verdict: "contradicted",
    message: words.message,
    figures: figuresOf(claim, ["ci", "r"]),
    wouldBePossible: ["an interval that holds the coefficient"],
    ...(change === undefined ? {} : { smallestChange: change }),
    source,
  };
}

function meansFinding(claim: CorrelationClaim, n: string): RuleFinding | undefined {
  const { mean, sd, r } = claim;
  if (!mean || !sd || Number(n) < 2) return undefined;
  const { pearson, biasCorrection, possible } = concordanceOfMeans(
    { concordance: r },
    { mean: mean[0], sd: sd[0] },
    { mean: mean[1], sd: sd[1] },
    Number(n),
  );
  const range = `${pearson.lower.toFixed(2)} to ${pearson.upper.toFixed(2)}`;
  const base = {
    figures: figuresOf(claim, ["r", "mean", "sd", "n"]),
    computed: [
      { label: "Pearson's r", value: pearson.asPrinted },
      { label: "bias correction", value: biasCorrection.asPrinted },
    ],
    source,
  };
  if (!Number.isFinite(pearson.lower) || !Number.isFinite(pearson.upper)) return undefined; // an SD may be 0
  if (possible) {
    return {
      ...base,
      code: "MEANS_IMPLY_PEARSON",
      verdict: "possible",
      message: `With these means and standard deviations a coefficient of concordance of ${r} goes with Pearson's r of ${pearson.asPrinted.toFixed(2)} (${range} over the rounding).`,
    };
  }
  const size = Math.max(Math.abs(biasCorrection.upper), 0).toFixed(2);
  return {
    ...base,
    code: "CONCORDANCE_ABOVE_MEANS",
    verdict: "contradicted",
    message: `Means and standard deviations so far apart allow a coefficient of concordance of at most ${size}; ${r} would need Pearson's r of ${pearson.asPrinted.toFixed(2)} (${range} over the rounding).`,
    wouldBePossible: [listOf([`a coefficient from −${size} to ${size}`])],
    smallestChange: {
      label: "r",
      printed: r,
      instead: limited(r, biasCorrection.asPrinted),
    },
  };
}

/** The coefficient in its own decimals, no larger than Pearson's r of ±1 allows. */
function limited(r: string, most: number): string {
  const { value, decimals } = parsePrinted(r);
  const unit = 10 ** decimals;
  const size = Math.floor(most * unit) / unit;
  return (value < 0 ? -size : size).toFixed(decimals);
}

/** The coefficient of concordance that goes with a Pearson's r by the printed means and SDs. */
export function impliedConcordance(claim: TestedCorrelation): RuleFinding | undefined {
  const { mean, sd, n, r } = claim;
  if (claim.coefficient !== "pearson" || !mean || !sd || n === undefined || Number(n) < 3) {
    return undefined;
  }
  const [first, second] = [0, 1].map((i) => ({ mean: mean[i]!, sd: sd[i]! })) as [
    { mean: string; sd: string },
    { mean: string; sd: string },
  ];
  const { concordance } = concordanceOfMeans({ pearson: r }, first, second, Number(n));
  return {
    code: "MEANS_IMPLY_CONCORDANCE",
    verdict: "possible",
    message: `With these means and standard deviations r = ${r} goes with a coefficient of concordance of ${concordance.asPrinted.toFixed(2)} (${concordance.lower.toFixed(2)} to ${concordance.upper.toFixed(2)} over the rounding): r leaves out how far the two differ in mean and spread.`,
    figures: figuresOf(claim, ["r", "mean", "sd", "n"]),
    computed: [{ label: "concordance coefficient", value: concordance.asPrinted }],
    source,
  };
}

/** What another source calls a coefficient of concordance, this one calls a correlation. */
export function calledPearson(
  claim: TestedCorrelation,
  other: CorrelationClaim,
): RuleFinding | undefined {
  const n = claim.n ?? other.n;
  const p = claim.p ?? other.p;
  const isOther = other.coefficient === "concordance" && claim.coefficient === "pearson";
  if (!isOther || n === undefined || p === undefined || Number(n) < 3) return undefined;
  const [here, there] = [claim.r, other.r].map((text) => printedBounds(parsePrinted(text)));
  if (here!.lower > there!.upper || here!.upper < there!.lower) return undefined;
  const { spans } = correlationP(claim.r, Number(n), "pearson", { p });
  const t = spans.find(({ test, alternative }) => test === "t" && alternative === "two-sided")!;
  const size = correlationFromP(p, Number(n));
  const goes = t.agrees ? "which agrees with" : "and not";
  return {
    code: "CONCORDANCE_CALLED_PEARSON",
    verdict: "possible",
    message: `${other.id} (${other.source}) prints ${other.r} as the coefficient of concordance of ${n} pairs. As Pearson's r, ${claim.r} would have p ${pRange(t)}, ${goes} the printed ${printedP(p)}, which is that of r from ${size.lower.toFixed(2)} to ${size.upper.toFixed(2)}; Pearson's r is at least as large as the coefficient of concordance.`,
    figures: figuresOf(claim, ["r"]),
    computed: [{ label: "p, Student's t, as Pearson's r", value: t.asPrinted }],
    otherClaim: other.id,
    source,
  };
}
