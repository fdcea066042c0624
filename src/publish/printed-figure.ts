/** Where a figure was printed, in words. */
export function sourceWords(source: string): string {
  const known: Record<string, string> = {
    "review-text": "review, text",
    "review-table": "review, table",
    "primary-abstract": "abstract of the study",
  };
  return known[source] ?? source;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * A claim's figures in one line, in the digits in which they were printed.
 *
 * @param claim - any claim; fields that its kind does not have are left out
 */
export function printedFigure(claim: object): string {
  const fields = claim as Fields;
  const arms = Array.isArray(fields.arms) ? (fields.arms as string[]) : undefined;
  const unit = unitWords(fields.unit);
  const body = arms
    ? arms.map((arm, i) => named(arm, groupWords(atArm(fields, i), unit))).filter(Boolean)
    : [groupWords(fields, unit)].filter(Boolean);
  const shared = arms ? { ...fields, ...Object.fromEntries(armFields(fields)) } : fields;
  const tail = [...coefficientWords(shared, arms !== undefined), ...otherWords(shared, unit)];
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
    ["n", "count", "percent", "mean", "sd", "median", "q1", "q3"]
      .filter((key) => Array.isArray(fields[key]))
      .map((key) => [key, (fields[key] as unknown[])[i]]),
  );
}

function armFields(fields: Fields): [string, undefined][] {
  return Object.keys(fields)
    .filter((key) => key !== "ci" && key !== "limits" && key !== "df" && Array.isArray(fields[key]))
    .map((key) => [key, undefined]);
}

function groupWords(group: Fields, unit: string): string {
  const { n, count, percent, mean, sd, median, q1, q3 } = asText(group);
  const withUnit = (text: string): string => (unit === "" ? text : `${text} ${unit}`);
  if (count !== undefined) {
    const share = percent === undefined ? "" : ` (${percent} %)`;
    return `${n === undefined ? count : `${count} of ${n}`}${share}`;
  }
  const of = n === undefined ? "" : ` (n = ${n})`;
  if (percent !== undefined) return `${percent} %${n === undefined ? "" : ` of ${n}`}`;
  if (mean !== undefined) return `${withUnit(sd === undefined ? mean : `${mean} ± ${sd}`)}${of}`;
  if (median !== undefined) {
    const quartiles = q1 === undefined || q3 === undefined ? "" : ` (${q1} to ${q3})`;
    return `median ${withUnit(`${median}${quartiles}`)}${of}`;
  }
  return n === undefined ? "" : `n = ${n}`;
}

function coefficientWords(fields: Fields, hasArms: boolean): string[] {
  const { r, icc, auc, measure, estimate, bias, statistic, value, coefficient } = asText(fields);
  const words: string[] = [];
  const symbol =
    coefficient === "concordance" ? "concordance" : coefficient === "spearman" ? "ρ" : "r";
  if (r !== undefined) words.push(`${symbol} = ${r}`);
  if (icc !== undefined) words.push(`ICC = ${icc}`);
  if (auc !== undefined) words.push(`AUC = ${auc}`);
  if (estimate !== undefined) words.push(`${measure ?? "estimate"} = ${estimate}`);
  if (bias !== undefined) words.push(`bias = ${bias}`);
  if (statistic !== undefined && value !== undefined) {
    const df = Array.isArray(fields.df) ? `(${fields.df.join(", ")})` : "";
    words.push(`${statistic}${df} = ${value}`);
  }
  if (hasArms && typeof fields.n === "string") words.push(`n = ${fields.n}`);
  return words;
}

function otherWords(fields: Fields, unit: string): string[] {
  const { p, ratio, low, high, value, statistic, rank, cases, raters, level } = asText(fields);
  const withUnit = (text: string): string => (unit === "" ? text : `${text} ${unit}`);
  const words: string[] = [];
  if (Array.isArray(fields.ci)) words.push(`${level ?? "95"} % CI ${fields.ci.join(" to ")}`);
  if (Array.isArray(fields.counts)) words.push(`counts ${fields.counts.map(String).join(" / ")}`);
  if (Array.isArray(fields.limits)) words.push(`limits ${fields.limits.join(" to ")}`);
  if (cases !== undefined) words.push(`${cases} cases`);
  if (raters !== undefined) words.push(`${raters} raters`);
  if (low !== undefined && high !== undefined) words.push(withUnit(`${low} to ${high}`));
  if (value !== undefined && statistic === undefined) words.push(withUnit(value));
  if (rank !== undefined) words.push(`rank ${rank}`);
  if (ratio !== undefined) words.push(`ratio ${ratio}`);
  if (p !== undefined) words.push(/^[<>≤≥=]/.test(p) ? `p ${p[0]} ${p.slice(1)}` : `p = ${p}`);
  return words;
}

function asText(fields: Fields): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === "string" ? value : undefined,
    ]),
  );
}
