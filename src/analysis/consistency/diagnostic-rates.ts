import { InvalidInput } from "../../numeric/index.js";
import type { DiagnosticCounts } from "../diagnostic/cross-tabulate.js";
import { checkPositiveInteger } from "./grim.js";
import { countsPrinting, parsePercent } from "./percent-counts.js";

/** Rates of a diagnostic test as printed, in per cent. */
export interface PrintedRates {
  readonly sensitivity?: string;
  readonly specificity?: string;
  readonly ppv?: string;
  readonly npv?: string;
  readonly accuracy?: string;
}

/** The fourfold tables that print as given rates. */
export interface DiagnosticRates {
  readonly method: "diagnostic-rates";
  readonly solutions: readonly DiagnosticCounts[]; // by true positives, then true negatives
  readonly consistent: boolean;
}

/**
 * The fourfold tables with given margins that print as all of the given rates.
 *
 * Decided in integers, a half rounded up or down. A rate with an empty denominator fits no print.
 *
 * @param rates - per cent, as printed; at least one
 * @param events - patients with the condition
 * @param nonEvents - patients without
 * @throws InvalidInput when no rate is given, one cannot be read or is above 100, or a margin is no positive integer
 * @source [@brown2017]
 */
export function diagnosticRates(
  rates: PrintedRates,
  events: number,
  nonEvents: number,
): DiagnosticRates {
  checkPositiveInteger("diagnosticRates", "events", events);
  checkPositiveInteger("diagnosticRates", "nonEvents", nonEvents);
  const checks = checksOf(rates);
  const solutions: DiagnosticCounts[] = [];
  for (let truePositive = 0; truePositive <= events; truePositive++) {
    for (let trueNegative = 0; trueNegative <= nonEvents; trueNegative++) {
      const counts = {
        truePositive,
        falsePositive: nonEvents - trueNegative,
        falseNegative: events - truePositive,
        trueNegative,
      };
      if (checks.every((printsAs) => printsAs(counts))) solutions.push(counts);
    }
  }
  return { method: "diagnostic-rates", solutions, consistent: solutions.length > 0 };
}

const SHARES: Readonly<Record<keyof PrintedRates, (c: DiagnosticCounts) => [number, number]>> = {
  sensitivity: (c) => [c.truePositive, c.truePositive + c.falseNegative],
  specificity: (c) => [c.trueNegative, c.trueNegative + c.falsePositive],
  ppv: (c) => [c.truePositive, c.truePositive + c.falsePositive],
  npv: (c) => [c.trueNegative, c.trueNegative + c.falseNegative],
  accuracy: (c) => [
    c.truePositive + c.trueNegative,
    c.truePositive + c.falseNegative + c.trueNegative + c.falsePositive,
  ],
};

function checksOf(rates: PrintedRates): ((counts: DiagnosticCounts) => boolean)[] {
  const printed = Object.entries(rates).filter(([, rate]) => rate !== undefined);
  if (printed.length === 0) throw new InvalidInput("diagnosticRates", "needs a rate; got none");
  return printed.map(([name, rate]) => {
    const shareOf = SHARES[name as keyof PrintedRates];
    if (shareOf === undefined) {
      const known = Object.keys(SHARES).join(", ");
      throw new InvalidInput("diagnosticRates", `needs rates among ${known}; got ${name}`);
    }
    const percent = parsePercent("diagnosticRates", rate);
    const counts = new Map<number, ReadonlySet<number>>(); // by denominator
    return (table) => {
      const [count, n] = shareOf(table);
      if (n === 0) return false;
      const possible = counts.get(n) ?? new Set(countsPrinting(percent, n, "either-half"));
      counts.set(n, possible);
      return possible.has(count);
    };
  });
}
