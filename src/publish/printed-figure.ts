type Fields = Readonly<Record<string, unknown>>;

/** Fields whose two figures are those of two arms. */
const OF_ARMS = ["n", "count", "percent", "mean", "sd", "median", "q1", "q3"] as const;

/** What tests are called in a claims file and in print; others are printed as they are called. */
const TESTS: ReadonlyMap<string, string> = new Map([
  ["fisher", "Fisher"],
  ["chi2", "χ²"],
  ["yates", "χ² with Yates’ correction"],
  ["t", "t test"],
  ["welch", "Welch"],
  ["mann-whitney", "Mann–Whitney"],
  ["wilcoxon", "Wilcoxon"],
  ["mcnemar", "McNemar"],
]);

/** What is derived from a fourfold table, as it is printed. */
const RATES: Readonly<Record<string, string>> = {
  sensitivity: "sensitivity",
  specificity: "specificity",
  ppv: "PPV",
  npv: "NPV",
  accuracy: "accuracy",
  odds: "odds ratio",
};

/**
 * A claim's figures in one line, in the digits in which they were printed.
 *
 * @param claim - any claim; fields that its kind does not have are left out
 */
export function printedFigure(claim: object): string {
  const fields = claim as Fields;
  const arms = pairOf(fields.arms);
  const unit = unitWords(fields.unit);
  const body = arms
    ? arms.map((arm, i) => named(arm, groupWords(atArm(fields, i), unit))).filter(Boolean)
    : [groupWords(fields, unit)].filter(Boolean);
  const tail = [
    ...spreadWords(fields),
    ...(arms && typeof fields.n === "string" ? [`n = ${fields.n}`] : []),
    ...coefficientWords(fields, unit),
    ...tableWords(fields),
    ...otherWords(fields, unit),
  ];
  const text = [body.join("; "), ...tail].filter(Boolean).join(", ");
  return text === "" ? "a statement without a figure" : text;
}

function unitWords(unit: unknown): string {
  return typeof unit === "string" ? unit.replaceAll("*", "·").replace(/([a-z])2\b/g, "$1²") : "";
}

function named(arm: string, words: string): string {
  return words === "" ? "" : `${arm} ${words}`;
}

// The fields of one arm: of every pair, its own half; what both arms share comes after them.
function atArm(fields: Fields, i: number): Fields {
  return Object.fromEntries(
    OF_ARMS.filter((key) => Array.isArray(fields[key])).map((key) => [
      key,
      (fields[key] as unknown[])[i],
    ]),
  );
}

function groupWords(group: Fields, unit: string): string {
  const { n, count, percent, mean, sd, median, q1, q3 } = asText(group);
  if (count !== undefined) {
    const share = percent === undefined ? "" : ` (${percent} %)`;
    return `${n === undefined ? count : `${count} of ${n}`}${share}`;
  }
  const of = n === undefined ? "" : ` (n = ${n})`;
  if (percent !== undefined) return `${percent} %${n === undefined ? "" : ` of ${n}`}`;
  if (mean !== undefined)
    return `${withUnit(sd === undefined ? mean : `${mean} ± ${sd}`, unit)}${of}`;
  if (median !== undefined) {
    const quartiles = [q1, q3].some((one) => one !== undefined)
      ? ` (${q1 ?? "–"} to ${q3 ?? "–"})`
      : "";
    return `median ${withUnit(`${median}${quartiles}`, unit)}${of}`;
  }
  return n === undefined ? "" : `n = ${n}`;
}

function spreadWords({ spread }: Fields): string[] {
  if (spread === "sd") return ["± is the SD"];
  return spread === "sem" ? ["± is the SEM"] : [];
}

function coefficientWords(fields: Fields, unit: string): string[] {
  const { r, icc, auc, measure, estimate, bias, sd, statistic, value, coefficient } =
    asText(fields);
  const words: string[] = [];
  const symbol =
    coefficient === "concordance" ? "concordance" : coefficient === "spearman" ? "ρ" : "r";
  if (r !== undefined) words.push(`${symbol} = ${r}`);
  if (icc !== undefined) words.push(`ICC = ${icc}`);
  if (auc !== undefined) words.push(`AUC = ${auc}`);
  if (estimate !== undefined) words.push(`${measure ?? "estimate"} = ${withUnit(estimate, unit)}`);
  if (bias !== undefined) {
    const ci = rangeWords(fields.biasCi);
    words.push(`bias = ${withUnit(bias, unit)}${ci === undefined ? "" : ` (95 % CI ${ci})`}`);
    if (sd !== undefined) words.push(`SD ${sd}`);
  }
  if (statistic !== undefined && value !== undefined) {
    const df = listWords(fields.df);
    const name = statistic === "chi2" ? "χ²" : statistic;
    words.push(`${name}${df.length > 0 ? `(${df.join(", ")})` : ""} = ${value}`);
  }
  return words;
}

/** A fourfold table row by row, and what is derived from it. */
function tableWords(fields: Fields): string[] {
  const rows = Array.isArray(fields.counts) ? fields.counts.map(listWords) : [];
  const counts = rows.map((row) => row.join(", ")).filter(Boolean);
  const given = asText(fields);
  const rates = Object.entries(RATES).flatMap(([key, name]) =>
    given[key] === undefined ? [] : [`${name} ${given[key]}`],
  );
  return [...(counts.length > 0 ? [`counts ${counts.join(" / ")}`] : []), ...rates];
}

function otherWords(fields: Fields, unit: string): string[] {
  const { ratio, low, high, value, statistic, rank, cases, raters, level } = asText(fields);
  const words: string[] = [];
  const ci = rangeWords(fields.ci);
  const limits = rangeWords(fields.limits);
  if (ci !== undefined) words.push(`${level ?? "95"} % CI ${ci}`);
  if (limits !== undefined) words.push(`limits ${withUnit(limits, unit)}`);
  if (cases !== undefined) words.push(`${cases} cases`);
  if (raters !== undefined) words.push(`${raters} raters`);
  if (low !== undefined && high !== undefined) words.push(withUnit(`${low} to ${high}`, unit));
  if (value !== undefined && statistic === undefined) words.push(withUnit(value, unit));
  if (rank !== undefined) words.push(`rank ${rank}`);
  if (ratio !== undefined) words.push(`ratio ${ratio}`);
  return [...words, ...pWords(fields)];
}

function pWords(fields: Fields): string[] {
  const { p, test, sided } = asText(fields);
  if (p === undefined) return [];
  const how = [
    test === undefined ? undefined : (TESTS.get(test) ?? test),
    sided === "one" ? "one-sided" : undefined,
  ].filter((word) => word !== undefined);
  const value = /^[<>≤≥=]/.test(p) ? `p ${p[0]} ${p.slice(1).trim()}` : `p = ${p}`;
  return [how.length === 0 ? value : `${value} (${how.join(", ")})`];
}

function withUnit(text: string, unit: string): string {
  return unit === "" ? text : `${text} ${unit}`;
}

function rangeWords(range: unknown): string | undefined {
  return pairOf(range)?.join(" to ");
}

/** Two words or figures; undefined for anything else, which a statement's free fields may hold. */
function pairOf(value: unknown): readonly string[] | undefined {
  const words = listWords(value);
  return Array.isArray(value) && value.length === 2 && words.length === 2 ? words : undefined;
}

function listWords(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((one) => typeof one === "string" || typeof one === "number").map(String)
    : [];
}

function asText(fields: Fields): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === "string" || typeof value === "number" ? String(value) : undefined,
    ]),
  );
}
