import { describe, expect, it } from "vitest";
import type { PrintedSpread } from "../../../src/analysis/index.js";
import type { Claim, Verdict } from "../../../src/claims/index.js";
import type { Rule } from "../../../src/claims/rule.js";
import { integerMean } from "../../../src/claims/rules/integer-mean.js";
import { meanInterval } from "../../../src/claims/rules/mean-interval.js";
import { spreadInRange } from "../../../src/claims/rules/spread-in-range.js";
import {
  mean,
  normalUpperQuantile,
  type Random,
  sampleStandardDeviation,
  seeded,
  tUpperQuantile,
} from "../../../src/numeric/index.js";
import { print } from "../../analysis/consistency/printed-sample.js";
import { raw } from "../claim-files.js";

/** Data are made, summarised and rounded; no rule may contradict a claim about data that exist. */
const CLAIMS = 30_000; // a rule; the checks behind them have their own 100,000

const RULES = ["half-up", "half-even"] as const;

const verdicts = (rule: Rule, claim: Record<string, unknown>): Verdict[] =>
  rule.check(claim as unknown as Claim, { sameQuantity: [] }).map(({ verdict }) => verdict);

const isContradicted = (rule: Rule, claim: Record<string, unknown>): boolean =>
  verdicts(rule, claim).includes("contradicted");

/** Whole numbers, or any, of one arm; seldom zeros and ones. */
function sample(random: Random, integer: boolean): number[] {
  const n = 2 + random.integer(random.integer(5) === 0 ? 40 : 14);
  const binary = random.integer(6) === 0;
  const [least, size] = binary ? [0, 2] : [random.integer(6) - 3, 1 + random.integer(9)];
  return Array.from({ length: n }, () =>
    integer
      ? least + Math.min(random.integer(size), random.integer(size))
      : Math.round((least + size * random.uniform() ** 3) * 1000) / 1000,
  );
}

function spreadOf(values: readonly number[], reading: PrintedSpread): number {
  const s = sampleStandardDeviation(values);
  const n = values.length;
  if (reading === "sd") return s;
  return reading === "sem" ? s / Math.sqrt(n) : s * Math.sqrt((n - 1) / n);
}

/** A claim of one mean, or of two, whose ± is an SD, a standard error or an SD with the divisor n. */
function claimOf(random: Random, integer: boolean): Record<string, unknown> {
  const isPair = random.integer(2) === 0;
  const arms = isPair
    ? [sample(random, integer), sample(random, integer)]
    : [sample(random, integer)];
  const reading = isPair ? (["sd", "sem", "population-sd"] as const)[random.integer(3)]! : "sd";
  const told = reading === "population-sd" ? "unstated" : [reading, "unstated"][random.integer(2)];
  const rule = RULES[random.integer(2)]!;
  const [ofMean, ofSpread] = [random.integer(4), random.integer(4)];
  const figures = {
    n: arms.map((values) => String(values.length)),
    mean: arms.map((values) => print(mean(values), ofMean, rule)),
    sd: arms.map((values) => print(spreadOf(values, reading), ofSpread, rule)),
  };
  const [lowest, highest] = [Math.min(...arms.flat()), Math.max(...arms.flat())];
  const asPrinted = random.integer(2) === 0;
  const end = (x: number): number | string => (asPrinted ? print(x, random.integer(3), rule) : x);
  const ends = [
    {},
    { minimum: end(lowest) },
    { maximum: end(highest) },
    { minimum: end(lowest), maximum: end(highest) },
  ][random.integer(4)]!;
  const about = { ...(integer ? { integer } : {}), ...ends };
  if (!isPair) {
    const one = { n: figures.n[0], mean: figures.mean[0], sd: figures.sd[0] };
    return raw("mean", { ...one, ...about });
  }
  const withN = random.integer(5) === 0 ? {} : { n: figures.n };
  const { mean: means, sd } = figures;
  return raw("two-means", { arms: ["A", "B"], ...withN, mean: means, sd, spread: told, ...about });
}

describe("claims about real data", () => {
  it("are not contradicted as those of whole numbers", () => {
    const random = seeded(11);
    let contradicted = 0;
    for (let i = 0; i < CLAIMS; i++) {
      if (isContradicted(integerMean, claimOf(random, true))) contradicted++;
    }
    expect(contradicted).toBe(0);
  });

  it("are not contradicted by the range of their values", () => {
    const random = seeded(12);
    let contradicted = 0;
    for (let i = 0; i < CLAIMS; i++) {
      if (isContradicted(spreadInRange, claimOf(random, i % 2 === 0))) contradicted++;
    }
    expect(contradicted).toBe(0);
  });

  it("are not contradicted by their interval", () => {
    const random = seeded(13);
    const t = new Map<number, number>();
    const z = normalUpperQuantile(0.025);
    let contradicted = 0;
    for (let i = 0; i < CLAIMS; i++) {
      const values = sample(random, i % 3 === 0);
      const n = values.length;
      if (!t.has(n)) t.set(n, tUpperQuantile(0.025, n - 1));
      const reading = (["sd", "sd", "sem", "population-sd"] as const)[i % 4]!;
      const half = [t.get(n)!, z, 2][random.integer(3)]! * spreadOf(values, "sem");
      const [m, rule] = [mean(values), RULES[random.integer(2)]!];
      const decimals = random.integer(4);
      const claim = raw("mean", {
        n: String(n),
        mean: print(m, random.integer(4), rule),
        sd: print(spreadOf(values, reading), random.integer(4), rule),
        ci: [print(m - half, decimals, rule), print(m + half, decimals, rule)],
      });
      if (isContradicted(meanInterval, claim)) contradicted++;
    }
    expect(contradicted).toBe(0);
  });
});

describe("claims that were tampered with", () => {
  it("are mostly contradicted", () => {
    const random = seeded(14);
    const made = { n: 0, interval: 0, spread: 0, mean: 0 };
    for (let i = 0; i < 500; i++) {
      const values = Array.from({ length: 8 + random.integer(20) }, () => 1 + random.integer(7));
      const [m, s, n] = [mean(values), sampleStandardDeviation(values), values.length];
      const about = { integer: true, minimum: 1, maximum: 7, n: String(n) };
      const moved = m + 0.01 * (1 + random.integer(5));
      const wrong = { ...about, mean: print(moved, 2), sd: print(s, 2) };
      if (isContradicted(integerMean, raw("mean", wrong))) made.mean++;
      const wide = { ...about, mean: print(m, 2), sd: print(s * 2.5, 2) };
      if (isContradicted(spreadInRange, raw("mean", wide))) made.spread++;
      const half = (1.5 * tUpperQuantile(0.025, n - 1) * s) / Math.sqrt(n);
      const ci = [print(m - half, 2), print(m + half, 2)];
      const claim = { n: String(n), mean: print(m, 2), sd: print(s, 2), ci };
      if (isContradicted(meanInterval, raw("mean", claim))) made.interval++;
    }
    expect(made.mean).toBeGreaterThan(425);
    expect(made.spread).toBeGreaterThan(425);
    expect(made.interval).toBeGreaterThan(475);
  });
});
