import { InvalidInput, normalQuantile } from "../../numeric/index.js";
import { checkFinite, shown } from "../columns.js";

/** What papers print of a skewed quantity: a median with range, quartiles or both. */
export interface MedianSummary {
  readonly n: number;
  readonly median: number;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly q1?: number | undefined;
  readonly q3?: number | undefined;
}

/** Mean and standard deviation guessed from medians, by source; in the unit of the median. */
export interface MeanFromMedian {
  readonly method: "mean-from-median";
  /** What was known: range, range and quartiles, or quartiles. */
  readonly scenario: "range" | "range-and-quartiles" | "quartiles";
  readonly wan: { readonly mean: number; readonly sd: number };
  readonly luo: number; // mean, weights that adapt to n
  readonly shi: number; // SD from range and quartiles; NaN in the other scenarios
  readonly hozo: { readonly mean: number; readonly sd: number }; // from the range; NaN without it
  readonly cochrane: number; // SD as (q3 − q1)/1.35; NaN without quartiles
}

/**
 * Estimates mean and standard deviation from a median with range, quartiles or both, for pooling.
 *
 * All but the simplest guess assume a nearly normal quantity: where the quartiles lie unevenly
 * about the median, the results are not to be trusted.
 *
 * @param summary.n - subjects
 * @param summary.min - with `max`; or leave both out
 * @param summary.q1 - with `q3`; or leave both out
 * @throws InvalidInput when neither pair is there, one of a pair is missing, the values are not
 *   ascending, or n < 2
 * @source [@wan2014]; [@luo2018] mean; [@shi2020] SD; [@hozo2005]; [@higgins2023] IQR/1.35
 */
export function meanFromMedian(summary: MedianSummary): MeanFromMedian {
  const {
    n,
    median,
    min = Number.NaN,
    max = Number.NaN,
    q1 = Number.NaN,
    q3 = Number.NaN,
  } = summary;
  const scenario = scenarioOf(summary);
  const rangeUnits = 2 * normalQuantile((n - 0.375) / (n + 0.25)); // SDs from least to greatest
  const quartileUnits = 2 * normalQuantile((0.75 * n - 0.125) / (n + 0.25));
  const sdOfRange = (max - min) / rangeUnits;
  const sdOfQuartiles = (q3 - q1) / quartileUnits;
  const wan = {
    range: { mean: (min + 2 * median + max) / 4, sd: sdOfRange },
    "range-and-quartiles": {
      mean: (min + 2 * q1 + 2 * median + 2 * q3 + max) / 8,
      sd: (sdOfRange + sdOfQuartiles) / 2,
    },
    quartiles: { mean: (q1 + median + q3) / 3, sd: sdOfQuartiles },
  };
  return {
    method: "mean-from-median",
    scenario,
    wan: wan[scenario],
    luo: luoMean(scenario, n, median, (min + max) / 2, (q1 + q3) / 2),
    shi:
      (max - min) / ((1 + 0.07 * n ** 0.6) * rangeUnits) +
      (q3 - q1) / ((1 + 1 / (0.07 * n ** 0.6)) * quartileUnits),
    hozo: { mean: hozoMean(n, median, min, max), sd: hozoSd(n, median, min, max) },
    cochrane: (q3 - q1) / 1.35,
  };
}

function luoMean(
  scenario: MeanFromMedian["scenario"],
  n: number,
  median: number,
  midRange: number,
  midQuartiles: number,
): number {
  if (scenario === "range") {
    const weight = 4 / (4 + n ** 0.75);
    return weight * midRange + (1 - weight) * median;
  }
  if (scenario === "quartiles") {
    const weight = 0.7 + 0.39 / n;
    return weight * midQuartiles + (1 - weight) * median;
  }
  const ofRange = 2.2 / (2.2 + n ** 0.75);
  const ofQuartiles = 0.7 - 0.72 / n ** 0.55;
  return ofRange * midRange + ofQuartiles * midQuartiles + (1 - ofRange - ofQuartiles) * median;
}

/** Hozo's rule: above 25 subjects the median itself. */
function hozoMean(n: number, median: number, min: number, max: number): number {
  const fromRange = (min + 2 * median + max) / 4;
  return n > 25 && !Number.isNaN(fromRange) ? median : fromRange;
}

/** Hozo's rule: a formula up to 15 subjects, a quarter of the range up to 70, then a sixth. */
function hozoSd(n: number, median: number, min: number, max: number): number {
  if (n > 70) return (max - min) / 6;
  if (n > 15) return (max - min) / 4;
  return Math.sqrt(((min - 2 * median + max) ** 2 / 4 + (max - min) ** 2) / 12);
}

function scenarioOf(summary: MedianSummary): MeanFromMedian["scenario"] {
  const where = "meanFromMedian";
  const { n, min, q1, median, q3, max } = summary;
  if (!Number.isSafeInteger(n) || n < 2) {
    throw new InvalidInput(where, `needs n of at least 2; got ${shown(n)}`, "n_too_small");
  }
  const known = Object.entries({ min, q1, median, q3, max }).filter(
    ([, value]) => value !== undefined,
  );
  for (const [name, value] of known) checkFinite(where, name, value!);
  checkFinite(where, "median", median);
  if ((min === undefined) !== (max === undefined) || (q1 === undefined) !== (q3 === undefined)) {
    const got = known.map(([name]) => name).join(", ");
    throw new InvalidInput(
      where,
      `needs both ends of range and quartiles; got ${got}`,
      "incomplete",
    );
  }
  if (min === undefined && q1 === undefined) {
    throw new InvalidInput(where, "needs range or quartiles; got neither", "incomplete");
  }
  if (known.some(([, value], i) => i > 0 && value! < known[i - 1]![1]!)) {
    const got = known.map(([, value]) => value).join(", ");
    throw new InvalidInput(where, `needs ascending values; got ${got}`, "not_ascending");
  }
  if (min === undefined) return "quartiles";
  return q1 === undefined ? "range" : "range-and-quartiles";
}
