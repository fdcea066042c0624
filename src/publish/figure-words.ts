import type { Change, Computed, Figure } from "../claims/verdict.js";
import { formatCount, formatNumber } from "../figures/format.js";

/** What a field of a claim is called where it stands alone; others are called as in the file. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ["percent", "percentage"],
  ["sd", "SD"],
  ["q1", "lower quartile"],
  ["q3", "upper quartile"],
  ["ci", "CI"],
  ["biasCi", "CI of the bias"],
  ["icc", "ICC"],
  ["auc", "AUC"],
  ["limits", "limit of agreement"],
  ["value", "test statistic"],
  ["ppv", "PPV"],
  ["npv", "NPV"],
  ["odds", "odds ratio"],
]);

/** A figure of a finding by its name: `SD (TOE)`. */
export function figureName(label: string): string {
  const [, field = "", rest = ""] = /^(\w+)(.*)$/s.exec(label) ?? [];
  return FIELDS.has(field) ? `${FIELDS.get(field)}${rest}` : label;
}

/** A figure as printed: `percentage 95`, `p < 0.01`. */
export function figureWords({ label, printed }: Figure): string {
  const name = figureName(label);
  if (/^[<>≤≥]/.test(printed)) return `${name} ${printed[0]} ${printed.slice(1).trim()}`;
  return label === "p" ? `p = ${printed}` : `${name} ${printed}`;
}

/** The least change that would do: `percentage 97 instead of 95`. */
export function changeWords({ label, instead, printed }: Change): string {
  return `${figureName(label)} ${instead} instead of ${printed}`;
}

/** Digits of a computed number that is not whole. */
const DIGITS = 4;

/** A computed number in as many digits as a reader can use. */
export function computedNumber({ value }: Computed): string {
  return Number.isInteger(value)
    ? formatCount(value)
    : formatNumber(value, { significant: DIGITS });
}
