import { z } from "../data/schema.js";
import type { Claim, ClaimKind } from "./claim.js";
import {
  anyNumber,
  area,
  correlation,
  count,
  ends,
  given,
  pair,
  percent,
  pValue,
  size,
  spread,
  text,
  words,
} from "./printed-schema.js";

const maybe = z.exactOptional;

const anyClaim = {
  id: words.regex(/^[^/]+\/.+\/[^/]+$/, {
    error: (issue) =>
      `expected study/quantity/source such as "hell-2017/n/text", got ${JSON.stringify(issue.input)}`,
  }),
  study: words,
  source: words,
  label: words,
  unit: maybe(text),
  note: maybe(text),
};
const withP = { p: maybe(pValue), test: maybe(words), sided: maybe(z.enum(["one", "two"])) };
const ofValues = { integer: maybe(z.boolean()), minimum: maybe(given), maximum: maybe(given) };
const twoArms = { arms: pair(words) };
const ci = maybe(ends(anyNumber));

/** Fields of each kind, beside those of every claim. A field that is not named here is kept and not used. */
const FIELDS = {
  "sample-size": { n: size },
  proportion: { n: maybe(size), count: maybe(count), percent: maybe(percent), ci },
  "two-proportions": {
    ...twoArms,
    n: maybe(pair(size)),
    count: maybe(pair(count)),
    percent: maybe(pair(percent)),
    ...withP,
  },
  "two-means": {
    ...twoArms,
    n: maybe(pair(size)),
    mean: pair(anyNumber),
    sd: pair(spread),
    spread: maybe(z.enum(["sd", "sem", "unstated"])),
    ...withP,
    ...ofValues,
  },
  "two-means-paired": {
    ...twoArms,
    n: size,
    mean: pair(anyNumber),
    sd: pair(spread),
    ...withP,
    r: maybe(correlation),
  },
  mean: { n: size, mean: anyNumber, sd: spread, ...ofValues, ci },
  "two-medians": {
    ...twoArms,
    n: maybe(pair(size)),
    median: pair(anyNumber),
    q1: maybe(pair(anyNumber)),
    q3: maybe(pair(anyNumber)),
    ...withP,
    ratio: maybe(anyNumber),
  },
  correlation: {
    n: maybe(size),
    r: correlation,
    ...withP,
    ci,
    coefficient: z.enum(["pearson", "spearman", "concordance"]),
    arms: maybe(pair(words)),
    mean: maybe(pair(anyNumber)),
    sd: maybe(pair(spread)),
  },
  reliability: { n: size, raters: size, icc: correlation, ci },
  auc: { n: size, cases: maybe(count), auc: area, ci, ...withP },
  effect: {
    measure: words,
    estimate: anyNumber,
    ci: ends(anyNumber),
    level: maybe(given),
    ...withP,
  },
  test: {
    statistic: z.enum(["t", "F", "chi2", "z"]),
    value: anyNumber,
    df: z.array(given),
    p: pValue,
    sided: maybe(z.enum(["one", "two"])),
  },
  "bland-altman": {
    n: maybe(size),
    bias: anyNumber,
    biasCi: ci,
    sd: maybe(spread),
    limits: ends(anyNumber),
  },
  "two-by-two": {
    counts: pair(pair(count)),
    sensitivity: maybe(spread),
    specificity: maybe(spread),
    ppv: maybe(spread),
    npv: maybe(spread),
    accuracy: maybe(spread),
    odds: maybe(spread),
    p: maybe(pValue),
  },
  range: { low: anyNumber, high: anyNumber },
  statement: {},
} as const satisfies Record<ClaimKind, z.core.$ZodShape>;

/** The kinds of claims, in the order of their documentation. */
export const CLAIM_KINDS: readonly ClaimKind[] = Object.keys(FIELDS) as ClaimKind[];

/** The fields that a kind knows. */
export function knownFields(kind: ClaimKind): ReadonlySet<string> {
  return new Set(["kind", ...Object.keys(anyClaim), ...Object.keys(FIELDS[kind])]);
}

function claim<K extends ClaimKind>(kind: K) {
  return z.looseObject({ ...anyClaim, kind: z.literal(kind), ...FIELDS[kind] });
}

/** One claim. */
const claimSchema = z.discriminatedUnion(
  "kind",
  [
    claim("sample-size"),
    claim("proportion"),
    claim("two-proportions"),
    claim("two-means"),
    claim("two-means-paired"),
    claim("mean"),
    claim("two-medians"),
    claim("correlation"),
    claim("reliability"),
    claim("auc"),
    claim("effect"),
    claim("test"),
    claim("bland-altman"),
    claim("two-by-two"),
    claim("range"),
    claim("statement"),
  ],
  {
    error: (issue) =>
      issue.code === "invalid_union"
        ? `unknown kind ${JSON.stringify((issue.input as { kind?: unknown }).kind) ?? "(none)"}; known kinds are ${CLAIM_KINDS.join(", ")}`
        : undefined,
  },
);

/** A file of claims, each by itself and each field by itself: `claimFaults` has what lies between them. */
export const claimsSchema: z.ZodType<readonly Claim[]> = z.array(claimSchema);

/** What a claim of any kind must have. */
export const anyClaimSchema: z.ZodType = z.looseObject(anyClaim);
