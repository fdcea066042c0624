import { chiSquareSurvival } from "../../numeric/index.js";
import { checkLevel } from "../arm.js";
import type { ChiSquare } from "../chi-square.js";
import type { Estimate } from "../estimate.js";
import {
  type BinaryStudies,
  binaryEffects,
  type Cells,
  cellsOf,
  checkBinaryStudies,
  tellsNothing,
} from "./binary-effects.js";
import { checkChoice } from "./effect-columns.js";
import type { PooledStudies } from "./pool-effects.js";
import { type QTest, qTestOf } from "./q-test.js";
import { intervalOf, intervalsOf, quantileOf, twoSidedP } from "./reference-distribution.js";
import { sum } from "./weighted-fit.js";

/** What Mantel and Haenszel's weights pool. */
export type MantelHaenszelMeasure = "log-odds-ratio" | "log-risk-ratio" | "risk-difference";

/** Mantel and Haenszel's pool; ratios as logarithms, NaN where an arm has no event in any study. */
export interface MantelHaenszel {
  readonly method: "mantel-haenszel";
  readonly measure: MantelHaenszelMeasure;
  readonly k: number;
  readonly estimate: Estimate;
  readonly standardError: number;
  readonly statistic: number; // normal
  readonly p: number; // two-sided
  /** About the pooled effect, of the studies with events and others; their effects are those of `binaryEffects`. */
  readonly q: QTest;
  /** Of no association, with the continuity correction ½; the same for every measure. */
  readonly cochranMantelHaenszel: ChiSquare;
  /** That all studies have the pooled odds ratio; NaN for other measures. */
  readonly tarone: ChiSquare;
  readonly studies: PooledStudies; // effects NaN where a study has none
  /** "no-events": the ratio is not defined. */
  readonly note?: "no-events";
}

/**
 * Pools fourfold tables with Mantel and Haenszel's weights. Nothing is added to any cell.
 *
 * @param studies - columns of counts, one row per study
 * @param measure - what is pooled
 * @param options.level - confidence level; 0.95
 * @throws InvalidInput as `binaryEffects`, or a level outside (0, 1)
 * @source [@mantel1959], [@robins1986] variance of the odds ratio, [@greenland1985] of the risk
 *   ratio, [@sato1989] of the risk difference, [@tarone1985]
 */
export function mantelHaenszel(
  studies: BinaryStudies,
  measure: MantelHaenszelMeasure,
  { level = 0.95 }: { level?: number } = {},
): MantelHaenszel {
  checkBinaryStudies("mantelHaenszel", studies);
  checkChoice("mantelHaenszel", "measure", measure, Object.keys(POOLS));
  checkLevel("mantelHaenszel", level);
  const tables = Array.from(studies.events1, (_, i) => cellsOf(studies, i));
  const { value, standardError, weights } = POOLS[measure](tables);
  const { effects, variances } = binaryEffects(studies, measure);
  const standardErrors = variances.map(Math.sqrt);
  const statistic = value / standardError;
  const totalWeight = sum(weights);
  return {
    method: "mantel-haenszel",
    measure,
    k: tables.length,
    estimate: { value, ci: intervalOf(value, standardError, Number.POSITIVE_INFINITY, level) },
    standardError,
    statistic,
    p: twoSidedP(statistic, Number.POSITIVE_INFINITY),
    q: qAbout(value, effects, variances, tables),
    cochranMantelHaenszel: noAssociation(tables),
    tarone: measure === "log-odds-ratio" ? tarone(tables, Math.exp(value)) : UNDEFINED,
    studies: {
      effects,
      standardErrors,
      ...intervalsOf(effects, standardErrors, quantileOf(Number.POSITIVE_INFINITY, level)),
      weightsPercent: Float64Array.from(weights, (w) => (100 * w) / totalWeight),
    },
    ...(Number.isNaN(value) ? { note: "no-events" as const } : {}),
  };
}

const UNDEFINED: ChiSquare = { statistic: Number.NaN, df: Number.NaN, p: Number.NaN };

interface Pool {
  readonly value: number;
  readonly standardError: number;
  readonly weights: readonly number[];
}

const POOLS: Readonly<Record<MantelHaenszelMeasure, (tables: readonly Cells[]) => Pool>> = {
  "log-odds-ratio": (tables) => {
    const total = (term: (cells: Cells, n: number) => number): number =>
      sum(tables.map((cells) => term(cells, cells.a + cells.b + cells.c + cells.d)));
    const r = total(({ a, d }, n) => (a * d) / n);
    const s = total(({ b, c }, n) => (b * c) / n);
    const variance =
      total(({ a, d }, n) => (((a + d) / n) * a * d) / n) / (2 * r * r) +
      total(({ a, b, c, d }, n) => (((a + d) / n) * b * c + ((b + c) / n) * a * d) / n) /
        (2 * r * s) +
      total(({ b, c }, n) => (((b + c) / n) * b * c) / n) / (2 * s * s);
    return {
      ...ratio(r, s, variance),
      weights: tables.map(({ a, b, c, d }) => (b * c) / (a + b + c + d)),
    };
  },
  "log-risk-ratio": (tables) => {
    const total = (term: (cells: Cells, n1: number, n2: number) => number): number =>
      sum(tables.map((cells) => term(cells, cells.a + cells.b, cells.c + cells.d)));
    const r = total(({ a }, n1, n2) => (a * n2) / (n1 + n2));
    const s = total(({ c }, n1, n2) => (c * n1) / (n1 + n2));
    const variance =
      total(({ a, c }, n1, n2) => (n1 * n2 * (a + c) - a * c * (n1 + n2)) / (n1 + n2) ** 2) /
      (r * s);
    return {
      ...ratio(r, s, variance),
      weights: tables.map(({ a, b, c, d }) => (c * (a + b)) / (a + b + c + d)),
    };
  },
  "risk-difference": (tables) => {
    const weights = tables.map(({ a, b, c, d }) => ((a + b) * (c + d)) / (a + b + c + d));
    const totalWeight = sum(weights);
    const difference =
      sum(tables.map(({ a, b, c, d }) => (a * (c + d) - c * (a + b)) / (a + b + c + d))) /
      totalWeight;
    const p = tables.map(({ a, b, c, d }) => {
      const [n1, n2] = [a + b, c + d];
      const n = n1 + n2;
      return (c * n1 ** 2 - a * n2 ** 2 + (n1 * n2 * (n2 - n1)) / 2) / n ** 2;
    });
    const q = tables.map(({ a, b, c, d }) => (a * d + c * b) / (2 * (a + b + c + d)));
    const variance = (difference * sum(p) + sum(q)) / totalWeight ** 2;
    return { value: difference, standardError: Math.sqrt(variance), weights };
  },
};

function ratio(r: number, s: number, variance: number): { value: number; standardError: number } {
  return r > 0 && s > 0
    ? { value: Math.log(r / s), standardError: Math.sqrt(variance) }
    : { value: Number.NaN, standardError: Number.NaN };
}

function qAbout(
  value: number,
  effects: Float64Array,
  variances: Float64Array,
  tables: readonly Cells[],
): QTest {
  let q = 0;
  let k = 0;
  for (let i = 0; i < effects.length; i++) {
    if (tellsNothing(tables[i]!)) continue;
    k++;
    q += (effects[i]! - value) ** 2 / variances[i]!;
  }
  return qTestOf(k > 0 ? q : Number.NaN, k - 1);
}

/** Mean and variance of the first cell of each table, given its margins, without association. */
function hypergeometric({ a, b, c, d }: Cells): { excess: number; variance: number } {
  const [n1, n2, events, others] = [a + b, c + d, a + c, b + d];
  const n = n1 + n2;
  return {
    excess: (a * n2 - c * n1) / n,
    variance: (n1 / n) * (n2 / n) * events * (others / (n - 1)),
  };
}

function noAssociation(tables: readonly Cells[]): ChiSquare {
  const each = tables.map(hypergeometric);
  const variance = sum(each.map((one) => one.variance));
  const statistic = (Math.abs(sum(each.map((one) => one.excess))) - 0.5) ** 2 / variance;
  if (!(variance > 0)) return UNDEFINED;
  return { statistic, df: 1, p: chiSquareSurvival(statistic, 1) };
}

/** Breslow and Day's test with Tarone's correction. */
function tarone(tables: readonly Cells[], oddsRatio: number): ChiSquare {
  if (!(oddsRatio > 0)) return UNDEFINED;
  let breslowDay = 0;
  let excess = 0;
  let variance = 0;
  let df = -1;
  for (const { a, b, c, d } of tables) {
    const [n1, n2, events] = [a + b, c + d, a + c];
    if (events === 0 || b + d === 0) continue;
    const expected = expectedCell(oddsRatio, n1, n2, events);
    const cells = [expected, n1 - expected, events - expected, n2 - events + expected];
    const v = 1 / sum(cells.map((cell) => 1 / cell));
    breslowDay += (a - expected) ** 2 / v;
    excess += a - expected;
    variance += v;
    df++;
  }
  const statistic = Math.max(0, breslowDay - excess ** 2 / variance);
  return { statistic, df, p: df > 0 ? chiSquareSurvival(statistic, df) : Number.NaN };
}

/** The first cell that has this odds ratio with these margins: a root of a quadratic, without cancellation. */
function expectedCell(oddsRatio: number, n1: number, n2: number, events: number): number {
  const b = oddsRatio * (n1 + events) + (n2 - events);
  const root = Math.sqrt(b * b - 4 * n1 * events * oddsRatio * (oddsRatio - 1));
  return (2 * oddsRatio * n1 * events) / (b + root);
}

/** Excess and variance of the first cell of each study's table, for Peto's method. */
export function hypergeometricExcess(
  studies: BinaryStudies,
): readonly { readonly excess: number; readonly variance: number }[] {
  return Array.from(studies.events1, (_, i) => hypergeometric(cellsOf(studies, i)));
}
