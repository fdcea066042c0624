import {
  AUC_INTERVALS,
  type AucIntervalMethod,
} from "../../../src/analysis/consistency/auc-intervals.js";
import {
  QUICK_METHODS,
  SEARCHED_METHODS,
} from "../../../src/analysis/consistency/proportion-methods.js";
import type { Interval, printedBlandAltman } from "../../../src/analysis/index.js";
import { normalUpperQuantile, type Random, tUpperQuantile } from "../../../src/numeric/index.js";
import { oneOf, printed } from "./printing.js";

const Z = normalUpperQuantile(0.025);

/** Area and DeLong's error of some scores, with ties or without. */
export function scoredArea(random: Random): {
  area: number;
  error: number;
  cases: number;
  n: number;
} {
  const [m, k] = [2 + random.integer(12), 2 + random.integer(12)];
  const levels = oneOf([2, 4, 10, 1000], random);
  const shift = random.normal() * 1.2;
  const score = (mean: number): number => Math.round(((random.normal() + mean) * levels) / 4);
  const high = Array.from({ length: m }, () => score(shift));
  const low = Array.from({ length: k }, () => score(0));
  const ofCases = new Float64Array(m);
  const ofControls = new Float64Array(k);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < k; j++) {
      const won = high[i]! > low[j]! ? 1 : high[i] === low[j] ? 0.5 : 0;
      ofCases[i]! += won / k;
      ofControls[j]! += won / m;
    }
  }
  const area = ofCases.reduce((sum, one) => sum + one, 0) / m;
  const squares = (values: Float64Array) => values.reduce((sum, one) => sum + (one - area) ** 2, 0);
  const error = Math.sqrt(squares(ofCases) / (m - 1) / m + squares(ofControls) / (k - 1) / k);
  return { area: Math.min(1, area), error, cases: m, n: m + k };
}

/** An area with an interval by one of many methods, printed. */
export function someArea(random: Random): {
  auc: string;
  ci: [string, string];
  cases: number;
  n: number;
  by: string;
} {
  const { area, error, cases, n } = scoredArea(random);
  const decimals = 2 + random.integer(2);
  const method = random.integer(10);
  let by = "delong";
  let ends: readonly [number, number] = [area - Z * error, area + Z * error];
  const hasLogit = area > 0 && area < 1;
  if (method < 3) {
    by = oneOf(
      Object.keys(AUC_INTERVALS).filter((one) => hasLogit || !one.endsWith("logit")),
      random,
    );
    ends = AUC_INTERVALS[by as AucIntervalMethod](area, cases, n - cases, 0.95, Z);
  } else if (method < 6) {
    ends = [Math.max(0, ends[0]), Math.min(1, ends[1])];
  } else if (method < 8 && hasLogit) {
    by = "delong on the logit";
    const reach = (Z * error) / (area * (1 - area));
    const logit = Math.log(area / (1 - area));
    ends = [1 / (1 + Math.exp(reach - logit)), 1 / (1 + Math.exp(-reach - logit))];
  }
  const ci = ends.map((x) => printed(x, decimals, random)) as [string, string];
  return { auc: printed(area, decimals, random), ci, cases, n, by };
}

/** A Bland–Altman row with the number of pairs behind it, which is not always printed. */
export type MadeRow = Parameters<typeof printedBlandAltman>[0] & { readonly truePairs: number };

/** A row computed from pairs, printed. */
export function someRow(random: Random): MadeRow {
  const n = 3 + random.integer(30);
  const [centre, spread] = [random.normal() * 3, 0.1 + 5 * random.uniform()];
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const x = centre + spread * random.normal();
    sum += x;
    squares += x * x;
  }
  const bias = sum / n;
  const sd = Math.sqrt(Math.max(0, squares - (sum * sum) / n) / (n - 1));
  const t = tUpperQuantile(0.025, n - 1);
  const k = oneOf(
    [
      normalUpperQuantile(0.025),
      1.96,
      2,
      ...(random.uniform() < 0.3 ? [t, t * Math.sqrt(1 + 1 / n)] : []),
    ],
    random,
  );
  const hasN = random.uniform() < 0.6;
  const hasSd = random.uniform() < 0.6;
  const half = (oneOf([t, 1.959964], random) * sd) / Math.sqrt(n);
  const decimals = random.integer(3);
  const text = (x: number): string => printed(x, decimals, random);
  // Without SD and n, Student's multiplier of the limits could not be told.
  const factor = hasSd || hasN ? k : 1.96;
  return {
    bias: text(bias),
    limits: [text(bias - factor * sd), text(bias + factor * sd)],
    ...(hasSd ? { sd: printed(sd, random.integer(3), random) } : {}),
    ...(random.uniform() < 0.5 ? { biasCi: [text(bias - half), text(bias + half)] as const } : {}),
    ...(hasN || factor === t ? { n } : hasSd && k > 2 ? { n } : {}),
    truePairs: n,
  };
}

/** A proportion with an interval. */
export interface MadeShare {
  readonly share: { n: number; count?: number; percent?: string };
  readonly ci: [string, string];
  readonly whole: 1 | 100;
  readonly by: string;
}

/** A proportion with its interval by one of the methods, printed. */
export function someShare(random: Random, searched: boolean): MadeShare {
  const n = 2 + random.integer(oneOf([20, 100, 600], random));
  const count = random.integer(n + 1);
  const [by, method] = oneOf(searched ? SEARCHED_METHODS : QUICK_METHODS, random);
  const { lower, upper }: Interval = method(count, n, 0.95);
  if (Number.isNaN(lower)) return someShare(random, searched);
  const whole = oneOf([1, 100] as const, random);
  const decimals = random.integer(3) + (whole === 1 ? 2 : 0);
  const ci = [lower, upper].map((x) => printed(whole * x, decimals, random)) as [string, string];
  const percent = printed((100 * count) / n, random.integer(3), random);
  const share = random.uniform() < 0.5 ? { n, count } : { n, percent };
  return { share, ci, whole, by };
}
