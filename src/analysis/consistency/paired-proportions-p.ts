import { InvalidInput, inTheNameOf, normalSurvival } from "../../numeric/index.js";
import { type DiscordantSplit, mcNemarRange } from "../compare/mcnemar.js";
import { checkPositiveInteger, readPrinted } from "./grim.js";
import { pSpan } from "./p-span.js";
import { percentCounts } from "./percent-counts.js";
import {
  type Bounds,
  checkRules,
  HALF_ROUNDING,
  parsePrintedP,
  type RoundingRule,
} from "./printed.js";

/** Successes by one method as printed: a count, a percentage or both. */
export interface PrintedSuccesses {
  readonly count?: string;
  readonly percent?: string;
}

/** Two proportions of the same subjects as printed. */
export interface PrintedPairedProportions {
  readonly n: number; // subjects
  readonly first: PrintedSuccesses;
  readonly second: PrintedSuccesses;
  readonly p?: string; // of McNemar's test
}

/** Forms of McNemar's test. */
export type McNemarForm = "exact" | "mid-p" | "chi2" | "chi2-continuity";

/** One table that the printed proportions allow, with the p of each form of McNemar's test. */
export interface PairedTable extends DiscordantSplit {
  readonly first: number; // successes
  readonly second: number;
  readonly chi2: number; // p; NaN without discordant subjects
  readonly chi2Continuity: number;
  readonly agreeing: readonly McNemarForm[]; // whose p meets the printed one; all when none was printed
}

/** The range of one form's p over all tables, and whether it can be the printed p. */
export interface McNemarFormRange {
  readonly form: McNemarForm;
  readonly lower: number; // NaN where no table defines it
  readonly upper: number;
  readonly agrees: boolean;
}

/** All that two printed proportions of the same subjects allow. */
export interface PairedProportionsP {
  readonly method: "paired-proportions-p";
  readonly n: number;
  readonly printedP?: string;
  readonly tables: readonly PairedTable[]; // by counts, then fewest discordant subjects first
  readonly forms: readonly McNemarFormRange[];
  readonly agrees: boolean; // some form gives the printed p in some table
}

const FORMS: readonly McNemarForm[] = ["exact", "mid-p", "chi2", "chi2-continuity"];

/** Most tables: beyond, there are too many to list. */
const MOST_TABLES = 200_000;

/**
 * The p-values of McNemar's test that two printed proportions of the same subjects allow: over every
 * count that prints so and every way in which the two methods can have overlapped.
 *
 * @param printed - subjects, successes by each method, and the p as printed
 * @param options.rules - rounding rules that may have been used; both roundings of a half
 * @throws InvalidInput when n is no positive integer, a method has neither count nor percentage, a
 *   count lies above n, on a bad p, or where there are more than 200,000 tables
 * @source [@mcnemar1947]; [@fagerland2013] mid-p
 */
export function pairedProportionsP(
  printed: PrintedPairedProportions,
  { rules = HALF_ROUNDING }: { rules?: readonly RoundingRule[] } = {},
): PairedProportionsP {
  const where = "pairedProportionsP";
  checkRules(where, rules);
  const { n, first, second, p } = printed;
  checkPositiveInteger(where, "n", n);
  const [ofFirst, ofSecond] = [countsOf(where, first, n, rules), countsOf(where, second, n, rules)];
  const bounds =
    p === undefined ? undefined : inTheNameOf(where, () => parsePrintedP(p, rules).bounds);
  if (ofFirst.length * ofSecond.length * (n + 1) > MOST_TABLES) {
    const pairs = `${ofFirst.length * ofSecond.length} pairs of counts of ${n}`;
    throw new InvalidInput(where, `needs at most ${MOST_TABLES} tables; got ${pairs}`, "too_large");
  }
  const tables = ofFirst.flatMap((a) =>
    ofSecond.flatMap((b) =>
      mcNemarRange({ n, first: a, second: b }).splits.map((split) => tableOf(split, a, b, bounds)),
    ),
  );
  const forms = FORMS.map((form): McNemarFormRange => {
    const values = tables.map((table) => pOf(table, form)).filter((one) => !Number.isNaN(one));
    return {
      form,
      lower: values.length === 0 ? Number.NaN : Math.min(...values),
      upper: values.length === 0 ? Number.NaN : Math.max(...values),
      agrees: tables.some(({ agreeing }) => agreeing.includes(form)),
    };
  });
  return {
    method: "paired-proportions-p",
    n,
    ...(p === undefined ? {} : { printedP: p }),
    tables,
    forms,
    agrees: forms.some(({ agrees }) => agrees),
  };
}

function tableOf(
  split: DiscordantSplit,
  first: number,
  second: number,
  printed: Bounds | undefined,
): PairedTable {
  const { onlyFirst, onlySecond } = split;
  const chi2 = (excess: number): number =>
    2 * normalSurvival(excess / Math.sqrt(onlyFirst + onlySecond)); // of its root, on 1 df
  const difference = Math.abs(onlyFirst - onlySecond);
  const table = {
    ...split,
    first,
    second,
    chi2: chi2(difference),
    chi2Continuity: chi2(Math.max(0, difference - 1)),
    agreeing: FORMS,
  };
  const agrees = (form: McNemarForm): boolean => {
    const value = pOf(table, form);
    return pSpan({ lower: value, upper: value, asPrinted: value }, printed).prints;
  };
  return { ...table, agreeing: FORMS.filter(agrees) };
}

function pOf(table: PairedTable, form: McNemarForm): number {
  if (form === "exact") return table.exact;
  if (form === "mid-p") return table.midP;
  return form === "chi2" ? table.chi2 : table.chi2Continuity;
}

function countsOf(
  where: string,
  successes: PrintedSuccesses,
  n: number,
  rules: readonly RoundingRule[],
): readonly number[] {
  const { count, percent } = successes ?? {};
  if (count === undefined && percent === undefined) {
    throw new InvalidInput(where, "needs a count or a percentage of each method; got neither");
  }
  const ofPercent =
    percent === undefined
      ? undefined
      : inTheNameOf(where, () => percentCounts(percent, n, { rules }).counts).map(
          (one) => one.count,
        );
  if (count === undefined) return ofPercent!;
  const { value, decimals } = readPrinted(where, count);
  if (decimals > 0 || value < 0 || value > n) {
    throw new InvalidInput(where, `needs a count from 0 to ${n}; got "${count}"`, "not_a_count");
  }
  return ofPercent?.filter((one) => one === value) ?? [value];
}
