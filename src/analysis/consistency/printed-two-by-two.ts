import { InvalidInput } from "../../numeric/index.js";
import { type Arm, checkTwoByTwo, type TwoByTwo } from "../arm.js";
import { oddsRatio } from "../compare/odds-ratio.js";
import type { DiagnosticCounts } from "../diagnostic/cross-tabulate.js";
import { readPrinted } from "./grim.js";
import { type PrintedNumber, printedBounds } from "./printed.js";

/** What was derived from a fourfold table, as printed: rates in per cent or as fractions. */
export interface PrintedTwoByTwoRates {
  readonly sensitivity?: string;
  readonly specificity?: string;
  readonly ppv?: string;
  readonly npv?: string;
  readonly accuracy?: string;
  readonly odds?: string; // the odds ratio
}

/**
 * How a fourfold table may be laid out: whether its rows are the results of the test or the
 * disease, and whether the first row and the first column are the positive ones.
 */
export interface TableLayout {
  readonly rows: "test" | "disease";
  readonly firstRow: "positive" | "negative";
  readonly firstColumn: "positive" | "negative";
}

/** How an odds ratio was computed: of the counts, with ½ added to each, or conditional on the margins. */
export type OddsForm = "sample" | "haldane" | "conditional";

/** One figure under one layout. */
export interface RateFit {
  readonly rate: keyof PrintedTwoByTwoRates;
  readonly printed: string;
  readonly value: number; // a fraction, or the odds ratio of the counts; NaN of an empty denominator
  readonly agrees: boolean;
  readonly form?: OddsForm; // of odds that agree
}

/** All figures under one layout. */
export interface LayoutFit {
  readonly layout: TableLayout;
  readonly counts: DiagnosticCounts;
  readonly rates: readonly RateFit[];
  readonly agrees: boolean; // all of them
}

/** A fourfold table held against what was derived from it. */
export interface PrintedTwoByTwo {
  readonly method: "printed-two-by-two";
  readonly layouts: readonly LayoutFit[]; // the usual one first
  readonly agreeing: readonly LayoutFit[];
  /** The layout under which most figures agree; the usual one among equals. */
  readonly best: LayoutFit;
}

/** Rows the test and columns the disease, positive first, is usual; then its transpose. */
const LAYOUTS: readonly TableLayout[] = (
  [
    ["positive", "positive"],
    ["negative", "negative"],
    ["positive", "negative"],
    ["negative", "positive"],
  ] as const
).flatMap(([firstRow, firstColumn]) =>
  (["test", "disease"] as const).map((rows) => ({ rows, firstRow, firstColumn })),
);

const NAMES = ["sensitivity", "specificity", "ppv", "npv", "accuracy", "odds"] as const;
const SLACK = 1e-9; // of our own arithmetic, relative
const NEARER = 8; // the conditional log odds are nearer 0 by less than this over the number of subjects
const MOST_SUBJECTS = 2000; // beyond, the conditional odds ratio is that of the sample

/**
 * Under which layouts of a fourfold table the printed rates and odds follow from its counts.
 *
 * Rates are decided in integers, a half rounded up or down; a number of at most 1 may be a fraction
 * or a percentage. A rate with an empty denominator is undefined and fits no print.
 *
 * @param counts - rows of the table as printed
 * @param rates - at least one
 * @throws InvalidInput when a cell is no count, no rate is given, or one cannot be read or is negative
 * @source [@haldane1956] odds ratios with ½ added to every cell
 */
export function printedTwoByTwo(counts: TwoByTwo, rates: PrintedTwoByTwoRates): PrintedTwoByTwo {
  const where = "printedTwoByTwo";
  checkTwoByTwo(where, counts);
  const printed = readRates(where, rates);
  const layouts = LAYOUTS.map((layout): LayoutFit => {
    const diagnostic = laidOut(counts, layout);
    const fits = printed.map(([rate, number]) => fitOf(rate, number, diagnostic));
    return { layout, counts: diagnostic, rates: fits, agrees: fits.every((one) => one.agrees) };
  });
  const agreements = ({ rates: fits }: LayoutFit): number =>
    fits.filter((one) => one.agrees).length;
  const most = Math.max(...layouts.map(agreements));
  return {
    method: "printed-two-by-two",
    layouts,
    agreeing: layouts.filter(({ agrees }) => agrees),
    best: layouts.find((one) => agreements(one) === most)!,
  };
}

type Rate = (typeof NAMES)[number];

function readRates(where: string, rates: PrintedTwoByTwoRates): [Rate, PrintedNumber][] {
  const given = Object.entries(rates ?? {}).filter(([, text]) => text !== undefined);
  if (given.length === 0) throw new InvalidInput(where, "needs a rate or odds; got none");
  return given.map(([name, text]) => {
    const rate = NAMES.find((one) => one === name);
    if (rate === undefined) {
      throw new InvalidInput(where, `needs rates among ${NAMES.join(", ")}; got ${name}`);
    }
    const number = readPrinted(where, text);
    if (number.negative)
      throw new InvalidInput(where, `needs a ${rate} of at least 0; got "${text}"`);
    return [rate, number];
  });
}

function laidOut([first, second]: TwoByTwo, layout: TableLayout): DiagnosticCounts {
  const rows = layout.firstRow === "positive" ? [first, second] : [second, first];
  const [[a, b], [c, d]] = rows.map(([x, y]) =>
    layout.firstColumn === "positive" ? [x, y] : [y, x],
  ) as [[number, number], [number, number]];
  return layout.rows === "test"
    ? { truePositive: a, falsePositive: b, falseNegative: c, trueNegative: d }
    : { truePositive: a, falseNegative: b, falsePositive: c, trueNegative: d };
}

function fitOf(rate: Rate, printed: PrintedNumber, counts: DiagnosticCounts): RateFit {
  if (rate === "odds") return oddsFit(printed, counts);
  const [count, of] = shareOf(rate, counts);
  return {
    rate,
    printed: printed.text,
    value: count / of,
    agrees: of > 0 && (printsAs(printed, 100 * count, of) || isFraction(printed, count, of)),
  };
}

/** A fraction is printed with decimals, unless it is 0 or 1. */
function isFraction(printed: PrintedNumber, count: number, of: number): boolean {
  return (printed.decimals > 0 || count === 0 || count === of) && printsAs(printed, count, of);
}

function shareOf(rate: Exclude<Rate, "odds">, c: DiagnosticCounts): readonly [number, number] {
  switch (rate) {
    case "sensitivity":
      return [c.truePositive, c.truePositive + c.falseNegative];
    case "specificity":
      return [c.trueNegative, c.trueNegative + c.falsePositive];
    case "ppv":
      return [c.truePositive, c.truePositive + c.falsePositive];
    case "npv":
      return [c.trueNegative, c.trueNegative + c.falseNegative];
    case "accuracy":
      return [
        c.truePositive + c.trueNegative,
        c.truePositive + c.trueNegative + c.falsePositive + c.falseNegative,
      ];
  }
}

/** Whether numerator/denominator rounds to the print, a half either way, decided in integers. */
function printsAs(
  { digits, decimals }: PrintedNumber,
  numerator: number,
  denominator: number,
): boolean {
  const [of, size] = [BigInt(denominator), BigInt(numerator)];
  const off = 2n * size * 10n ** BigInt(decimals) - 2n * digits * of;
  return off <= of && off >= -of;
}

function oddsFit(printed: PrintedNumber, counts: DiagnosticCounts): RateFit {
  const { truePositive: a, falsePositive: b, falseNegative: c, trueNegative: d } = counts;
  const { lower, upper } = printedBounds(printed);
  const isPrint = (x: number): boolean => x >= lower * (1 - SLACK) && x <= upper * (1 + SLACK);
  const value = (a * d) / (b * c);
  const forms: readonly (readonly [OddsForm, () => number])[] = [
    ["sample", () => value],
    ["haldane", () => ((a + 0.5) * (d + 0.5)) / ((b + 0.5) * (c + 0.5))],
    ["conditional", () => conditionalOdds(counts, value, printed.value)],
  ];
  const form = forms.find(([, odds]) => isPrint(odds()))?.[0];
  const base = { rate: "odds" as const, printed: printed.text, value, agrees: form !== undefined };
  return form === undefined ? base : { ...base, form };
}

/** The conditional odds ratio where it can be near the printed one: it lies between 1 and that of the sample. */
function conditionalOdds(
  { truePositive: a, falsePositive: b, falseNegative: c, trueNegative: d }: DiagnosticCounts,
  sample: number,
  printed: number,
): number {
  const isBetween = printed > Math.min(1, sample) && printed < Math.max(1, sample);
  const subjects = a + b + c + d;
  const isNear =
    Math.abs(Math.log(sample / printed)) <= (NEARER / subjects) * Math.abs(Math.log(sample));
  if (!isBetween || !isNear || subjects > MOST_SUBJECTS) return Number.NaN;
  const first: Arm = { count: a, n: a + b };
  return oddsRatio(first, { count: c, n: c + d }).conditional.value;
}
