/**
 * The tests that a printed name may stand for.
 *
 * - `fisher`, `fisher-doubled`, `fisher-mid-p`, `chi2` (perhaps corrected without saying so),
 *   `chi2-uncorrected`, `chi2-n-1`, `yates`, `g`, `z`, `barnard`, `boschloo`: of two proportions
 * - `t` (Student's or Welch's: programs call both "the t test"), `student` (with one variance),
 *   `welch`: of two means
 */
export type TestName =
  | "fisher"
  | "fisher-doubled"
  | "fisher-mid-p"
  | "chi2"
  | "chi2-uncorrected"
  | "chi2-n-1"
  | "yates"
  | "g"
  | "z"
  | "barnard"
  | "boschloo"
  | "t"
  | "student"
  | "welch";

/**
 * Patterns over the plain words of a name (see `plainWords`); the first that fits decides. A test
 * that no rule recomputes comes first where its name holds that of another.
 */
const PATTERNS: readonly (readonly [RegExp, TestName | "other"])[] = [
  [/\b(mcnemar|cochran|cmh|mantel|breslow|trend|armitage|linear by linear|hotelling)/, "other"],
  [
    /\b(paired|matched|dependent|one sample|repeated|ancova|covariance|adjusted|regression)\b/,
    "other",
  ],
  [
    /\b(mann|whitney|wilcoxon|rank|ranks|kruskal|median|permutation|bootstrap|log ?rank)\b/,
    "other",
  ],
  [/\b(goodness|wald|r to z|transformation|mixed)\b/, "other"],
  [/\bmid p\b|\bmidp\b/, "fisher-mid-p"],
  [/\bfisher doubled\b|\bdoubl.* fisher\b|\bfisher .*doubl/, "fisher-doubled"],
  [/\bboschloo\b/, "boschloo"],
  [/\bbarnard\b|\bunconditional\b|\bsuissa\b/, "barnard"],
  [/\bfisher\b|\bfreeman halton\b|\bexact test\b/, "fisher"],
  [/\bn 1\b|\bcampbell\b/, "chi2-n-1"],
  [
    /\b(uncorrected|without|no)\b.*\b(yates|continuity|correction)\b|\buncorrected chi2\b/,
    "chi2-uncorrected",
  ],
  [/\byates\b|\bcontinuity\b|\bcorrected chi2\b/, "yates"],
  [/\blikelihood\b|^g$|\bg test\b|\bg2\b/, "g"],
  [/\bchi2\b|^pearson$|\bprop test\b|\btest of proportions\b/, "chi2"],
  [/^z$|\bz test\b/, "z"],
  [/\bwelch\b|\bunequal\b|\bsatterthwaite\b/, "welch"],
  [
    /\bequal variances?\b|\bpooled\b|\bhomoscedastic\b|\banova\b|\banalysis of variance\b|^f$|\bf test\b/,
    "student",
  ],
  [/\bstudent\b|^t$|\bt test\b|\bttest\b|\bindependent samples?\b/, "t"],
];

/** What a printed name of a test says. */
export interface ReadTestName {
  /** Undefined for a test that no rule recomputes. */
  readonly name: TestName | undefined;
  /** Where the name itself tells the sides: "one-tailed t test". */
  readonly sided?: "one" | "two";
}

/** Reads the name of a test as papers print it: "Fisher's exact test", "χ²", "Chi-Square (Yates)", "t-test". */
export function readTestName(printed: string): ReadTestName {
  const words = plainWords(printed);
  const sides = /\b(one|1|two|2) (?:sided|tailed|tail)\b/.exec(words);
  const name = words
    .replace(sides?.[0] ?? "", " ")
    .replace(/\s+/g, " ")
    .trim();
  const [, known] = PATTERNS.find(([pattern]) => pattern.test(name)) ?? [];
  return {
    name: known === "other" ? undefined : known,
    ...(sides === null ? {} : { sided: /one|1/.test(sides[1]!) ? "one" : "two" }),
  };
}

/** Lower-case words without possessives and punctuation; every way to write chi-square is `chi2`. */
function plainWords(printed: string): string {
  return printed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]s\b|['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\b(chi|χ|x|ch i) ?(squared?|sq|2)\b|\bchisq(uared?)?\b|χ ?2|\bchi\b|χ/gu, "chi2")
    .trim();
}
