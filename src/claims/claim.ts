/** A number as printed: `"0.60"` is not `"0.6"`. */
export type Printed = string;

/** The figures of two arms, in the order of `arms`. */
export type Pair<T = Printed> = readonly [T, T];

/** A number that is a property of the quantity, not a printed figure, such as a lower bound. */
export type Given = number | string;

/** What every claim says about itself. */
interface AnyClaim {
  /** Unique, `study/quantity/source`. */
  readonly id: string;
  readonly study: string;
  /** Where it is printed, in a free word. */
  readonly source: string;
  readonly label: string;
  readonly unit?: string;
  readonly note?: string;
}

/** A p-value as printed, `"0.04"` or a bound such as `"<0.01"`. */
interface WithP {
  readonly p?: string;
  /** The test, where the source names it: `fisher`, `chi2`, `yates`, `t`, `welch`, `mann-whitney`, … */
  readonly test?: string;
  /** Two-sided unless told. */
  readonly sided?: "one" | "two";
}

/** What is known of the values behind a mean. */
interface OfValues {
  /** True when every value is a whole number. */
  readonly integer?: boolean;
  readonly minimum?: Given;
  readonly maximum?: Given;
}

/** A number of patients, models or raters. */
export interface SampleSizeClaim extends AnyClaim {
  readonly kind: "sample-size";
  readonly n: Printed;
}

/** One proportion, as count, percentage or both. */
export interface ProportionClaim extends AnyClaim {
  readonly kind: "proportion";
  readonly n?: Printed;
  readonly count?: Printed;
  readonly percent?: Printed;
  readonly ci?: Pair;
}

/** Two proportions in two arms, with the p of their difference where it is printed. */
export interface TwoProportionsClaim extends AnyClaim, WithP {
  readonly kind: "two-proportions";
  readonly arms: Pair<string>;
  readonly n?: Pair;
  readonly count?: Pair;
  readonly percent?: Pair;
}

/** Two means with their spread, in two arms. */
export interface TwoMeansClaim extends AnyClaim, WithP, OfValues {
  readonly kind: "two-means";
  readonly arms: Pair<string>;
  readonly n?: Pair;
  readonly mean: Pair;
  readonly sd: Pair;
  /** What stands behind ±; unstated unless told. */
  readonly spread?: "sd" | "sem" | "unstated";
}

/** Two means of the same subjects. */
export interface TwoMeansPairedClaim extends AnyClaim, WithP {
  readonly kind: "two-means-paired";
  readonly arms: Pair<string>;
  readonly n: Printed;
  readonly mean: Pair;
  readonly sd: Pair;
  readonly r?: Printed;
}

/** One mean with its standard deviation. */
export interface MeanClaim extends AnyClaim, OfValues {
  readonly kind: "mean";
  readonly n: Printed;
  readonly mean: Printed;
  readonly sd: Printed;
  readonly ci?: Pair;
}

/** Two medians in two arms, with quartiles where they are printed. */
export interface TwoMediansClaim extends AnyClaim, WithP {
  readonly kind: "two-medians";
  readonly arms: Pair<string>;
  readonly n?: Pair;
  readonly median: Pair;
  readonly q1?: Pair;
  readonly q3?: Pair;
  readonly ratio?: Printed;
}

/** A coefficient of correlation or concordance. */
export interface CorrelationClaim extends AnyClaim, WithP {
  readonly kind: "correlation";
  readonly n?: Printed;
  readonly r: Printed;
  readonly ci?: Pair;
  readonly coefficient: "pearson" | "spearman" | "concordance";
  /** The two measurements, where the source prints their means too. */
  readonly arms?: Pair<string>;
  readonly mean?: Pair;
  readonly sd?: Pair;
}

/** An intraclass coefficient of raters. */
export interface ReliabilityClaim extends AnyClaim {
  readonly kind: "reliability";
  readonly n: Printed;
  readonly raters: Printed;
  readonly icc: Printed;
  readonly ci?: Pair;
}

/** An area under the ROC curve. */
export interface AucClaim extends AnyClaim, WithP {
  readonly kind: "auc";
  readonly n: Printed;
  readonly cases?: Printed;
  readonly auc: Printed;
  readonly ci?: Pair;
}

/** An effect with its confidence interval. */
export interface EffectClaim extends AnyClaim, WithP {
  readonly kind: "effect";
  /** `RR`, `OR`, `HR`, `RD`, `MD`, `SMD`, `logOR`, … */
  readonly measure: string;
  readonly estimate: Printed;
  readonly ci: Pair;
  /** Percent; 95 unless told. */
  readonly level?: Given;
}

/** A test statistic with its degrees of freedom and p. */
export interface TestClaim extends AnyClaim {
  readonly kind: "test";
  readonly statistic: "t" | "F" | "chi2" | "z";
  readonly value: Printed;
  readonly df: readonly Given[];
  readonly p: string;
  readonly sided?: "one" | "two";
}

/** Bias and limits of agreement. */
export interface BlandAltmanClaim extends AnyClaim {
  readonly kind: "bland-altman";
  readonly n?: Printed;
  readonly bias: Printed;
  readonly biasCi?: Pair;
  readonly sd?: Printed;
  readonly limits: Pair;
}

/** A fourfold table with what was derived from it. */
export interface TwoByTwoClaim extends AnyClaim {
  readonly kind: "two-by-two";
  readonly counts: Pair<Pair>;
  readonly sensitivity?: Printed;
  readonly specificity?: Printed;
  readonly ppv?: Printed;
  readonly npv?: Printed;
  readonly accuracy?: Printed;
  readonly odds?: Printed;
  readonly p?: string;
}

/** A range, from low to high. */
export interface RangeClaim extends AnyClaim {
  readonly kind: "range";
  readonly low: Printed;
  readonly high: Printed;
}

/** A sentence; its further fields are free. */
export interface StatementClaim extends AnyClaim {
  readonly kind: "statement";
  readonly [field: string]: unknown;
}

/** One published figure, or a few that belong together, as printed. */
export type Claim =
  | SampleSizeClaim
  | ProportionClaim
  | TwoProportionsClaim
  | TwoMeansClaim
  | TwoMeansPairedClaim
  | MeanClaim
  | TwoMediansClaim
  | CorrelationClaim
  | ReliabilityClaim
  | AucClaim
  | EffectClaim
  | TestClaim
  | BlandAltmanClaim
  | TwoByTwoClaim
  | RangeClaim
  | StatementClaim;

/** What a claim can be about. */
export type ClaimKind = Claim["kind"];

/** The claim of one kind. */
export type ClaimOf<K extends ClaimKind> = Extract<Claim, { readonly kind: K }>;

/** What a claim is about: claims that share it come from different sources. */
export function quantityOf(claim: Claim): string {
  return claim.id.slice(0, claim.id.lastIndexOf("/"));
}
