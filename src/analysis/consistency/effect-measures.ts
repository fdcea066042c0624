import { InvalidInput } from "../../numeric/index.js";
import { shown } from "../columns.js";
import type { IntervalScale } from "./interval-symmetry.js";

/**
 * Measures of effect, by how their intervals are made: ratios of odds, hazards, rates or means on
 * the log scale; ratios of risks, whose score intervals end where a risk is 1; logarithms of
 * ratios; differences of means; differences of risks; shares and areas from 0 to 1; correlations;
 * medians, whose intervals may have any shape; and numbers needed to treat, whose intervals may run
 * through infinity.
 */
export type EffectFamily =
  | "ratio"
  | "risk-ratio"
  | "log-ratio"
  | "difference"
  | "risk-difference"
  | "share"
  | "correlation"
  | "any-shape"
  | "number-needed"
  | "unknown";

/** How a measure of effect is read. */
export interface EffectMeasure {
  readonly family: EffectFamily;
  /** The scales on which its intervals are even, the usual one first. */
  readonly scales: readonly IntervalScale[];
  /** The value of no effect; none where there is no such value, or a normal test is not usual. */
  readonly nothing?: number;
}

const READ_AS: Readonly<Record<EffectFamily, EffectMeasure>> = {
  ratio: { family: "ratio", scales: ["log", "natural"], nothing: 1 },
  "risk-ratio": { family: "risk-ratio", scales: ["log", "natural"], nothing: 1 },
  "log-ratio": { family: "log-ratio", scales: ["natural"], nothing: 0 },
  difference: { family: "difference", scales: ["natural"], nothing: 0 },
  "risk-difference": { family: "risk-difference", scales: ["natural"], nothing: 0 },
  share: { family: "share", scales: ["natural", "logit", "log"] },
  correlation: { family: "correlation", scales: ["natural"] },
  "any-shape": { family: "any-shape", scales: ["natural", "log"] },
  "number-needed": { family: "number-needed", scales: [] },
  unknown: { family: "unknown", scales: ["natural", "log"] },
};

/** Names by family, in small letters. */
const NAMES: Readonly<Record<Exclude<EffectFamily, "unknown">, string>> = {
  ratio: `or, odds ratio, dor, diagnostic odds ratio, hr, hazard ratio, hazards ratio, shr,
    subdistribution hazard ratio, irr, incidence rate ratio, rate ratio, incidence ratio, smr, sir,
    standardised mortality ratio, standardized mortality ratio, rom, ratio of means, mean ratio, gmr,
    geometric mean ratio, ratio of geometric means, ratio, fold change, time ratio, tr, lr+, lr-,
    likelihood ratio, positive likelihood ratio, negative likelihood ratio`,
  "risk-ratio": "rr, risk ratio, relative risk, pr, prevalence ratio",
  "log-ratio": `logor, lnor, log or, ln or, log odds ratio, log(or), ln(or), loghr, lnhr, log hr, ln hr,
    log(hr), ln(hr), log hazard ratio, logrr, lnrr, log rr, ln rr, log(rr), ln(rr), log risk ratio,
    logirr, lnirr, log irr, ln irr, log rate ratio, logrom, lnrom, log ratio of means, beta, b, β,
    coefficient, regression coefficient`,
  difference: `md, mean difference, wmd, weighted mean difference, difference, difference in means,
    difference of means, mean change, change, bias, slope, smd, standardised mean difference,
    standardized mean difference, d, cohen's d, cohens d, g, hedges' g, hedges g`,
  "risk-difference": `rd, risk difference, ard, absolute risk difference, arr, absolute risk reduction,
    ari, absolute risk increase, difference in proportions, difference of proportions,
    proportion difference`,
  share: `auc, auroc, area under the curve, c-statistic, c statistic, c-index, c index,
    concordance index, sensitivity, specificity, ppv, npv, positive predictive value,
    negative predictive value, accuracy, proportion, prevalence, percent, percentage, risk, incidence,
    kappa, weighted kappa, icc, ccc, dice`,
  correlation: "r, rho, ρ, tau, correlation, pearson, spearman, pearson's r, spearman's rho",
  "any-shape": `median difference, difference in medians, difference of medians, hodges-lehmann, hl,
    median`,
  "number-needed": "nnt, number needed to treat, nnh, number needed to harm",
};

const FAMILY_OF: ReadonlyMap<string, EffectFamily> = new Map(
  Object.entries(NAMES).flatMap(([family, names]) =>
    names.split(/,\s+/).map((name) => [name, family as EffectFamily] as const),
  ),
);

/** Words that say how an effect was estimated, not what it is. */
const QUALIFIER =
  /^(?:adjusted|unadjusted|crude|pooled|common|multivariable|multivariate|univariable|univariate|weighted)\s+/;

/**
 * Reads the name of a measure of effect: "OR", "adjusted hazard ratio", "aHR", "MD", "logOR".
 *
 * What follows "per" or stands in brackets at the end is passed over, and so is the a of "aOR";
 * "ARR" in capitals is the absolute risk reduction and "aRR" an adjusted risk ratio.
 *
 * @param name - as the source prints it
 * @returns how its intervals and tests are made; family "unknown" for a name that is not listed
 * @throws InvalidInput when the name is empty or no string
 */
export function effectMeasure(name: string): EffectMeasure {
  if (typeof name !== "string" || name.trim() === "") {
    throw new InvalidInput("effectMeasure", `needs the name of a measure; got ${shown(name)}`);
  }
  const said = name.trim().replace(/^a(?=(?:OR|HR|RR|IRR|MD|RD)\b)/, "");
  const whole = said.toLowerCase().replace(/’/g, "'").replace(/\s+/g, " ");
  const bare = whole.replace(/\s+per\s.*$/, "").replace(/\s*\([^)]*\)$/, "");
  const tried = [whole, bare, whole.replace(QUALIFIER, ""), bare.replace(QUALIFIER, "")];
  const family = tried.map((one) => FAMILY_OF.get(one)).find((one) => one !== undefined);
  return READ_AS[family ?? "unknown"];
}
