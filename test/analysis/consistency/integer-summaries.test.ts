import { describe, expect, it } from "vitest";
import { debit, grim, grimmer, meanInterval, sdBounds } from "../../../src/analysis/index.js";
import {
  mean,
  normalUpperQuantile,
  type Random,
  sampleStandardDeviation,
  seeded,
  tUpperQuantile,
} from "../../../src/numeric/index.js";
import { print } from "./printed-sample.js";

/**
 * Data are made, summarised and rounded, with a half up or to the even digit; no check may contradict
 * the summary of data that exist.
 */
const SUMMARIES = 100_000;

interface Summary {
  readonly values: readonly number[];
  readonly n: number;
  readonly mean: string;
  readonly sd: string;
}

const RULES = ["half-up", "half-even"] as const;

/** A sample of 2 to 40 values, as printed to 0 to 3 decimals. */
function summary(random: Random, value: () => number): Summary {
  const n = 2 + random.integer(random.integer(4) === 0 ? 39 : 12);
  const values = Array.from({ length: n }, value);
  const rule = RULES[random.integer(2)]!;
  return {
    values,
    n,
    mean: print(mean(values), random.integer(4), rule),
    sd: print(sampleStandardDeviation(values), random.integer(4), rule),
  };
}

const integers = (random: Random): (() => number) => {
  const least = random.integer(8) - 4;
  const size = 1 + random.integer(random.integer(5) === 0 ? 60 : 8);
  return () => least + Math.min(random.integer(size), random.integer(size));
};

describe("summaries of real data", () => {
  it("pass GRIM and GRIMMER, on an open, a half open and a bounded scale", () => {
    const random = seeded(1);
    let failures = 0;
    for (let i = 0; i < SUMMARIES; i++) {
      const one = summary(random, integers(random));
      const [least, most] = [Math.min(...one.values), Math.max(...one.values)];
      const scale = [{}, { least }, { most }, { least, most }][i % 4]!;
      if (!grim(one.mean, one.n).consistent) failures++;
      if (!grimmer(one.mean, one.sd, one.n, scale).reachable) failures++;
    }
    expect(failures).toBe(0);
  });

  it("pass GRIMMER by the reading of the spread that made them", () => {
    const random = seeded(2);
    let failures = 0;
    for (let i = 0; i < SUMMARIES / 5; i++) {
      const { values, n, mean: centre } = summary(random, integers(random));
      const s = sampleStandardDeviation(values);
      const sem = print(s / Math.sqrt(n), random.integer(4));
      const population = print(s * Math.sqrt((n - 1) / n), random.integer(4));
      if (!grimmer(centre, sem, n, {}, { spread: "sem" }).reachable) failures++;
      const options = { spread: "population-sd" } as const;
      if (!grimmer(centre, population, n, {}, options).reachable) failures++;
    }
    expect(failures).toBe(0);
  });

  it("pass DEBIT when they are zeros and ones", () => {
    const random = seeded(3);
    let failures = 0;
    for (let i = 0; i < SUMMARIES; i++) {
      const share = random.uniform();
      const one = summary(random, () => (random.uniform() < share ? 1 : 0));
      if (!debit(one.mean, one.sd, one.n).consistent) failures++;
    }
    expect(failures).toBe(0);
  });

  it("lie within the bounds of the SD, whatever is known of the values", () => {
    const random = seeded(4);
    let failures = 0;
    for (let i = 0; i < SUMMARIES; i++) {
      const isInteger = i % 2 === 0;
      const one = summary(
        random,
        isInteger ? integers(random) : () => 10 * random.uniform() ** (1 + (i % 5)) - 3,
      );
      const [minimum, maximum] = [Math.min(...one.values), Math.max(...one.values)];
      const ends = [{ minimum, maximum }, { minimum }, { maximum }, {}][random.integer(4)]!;
      const n = random.integer(3) === 0 ? {} : { n: one.n };
      const got = sdBounds(one.mean, { ...ends, ...n, integer: isInteger });
      const half = (0.5 + 1e-9) / 10 ** (one.sd.split(".")[1] ?? "").length;
      const fits = Number(one.sd) + half >= got.lower && Number(one.sd) - half <= got.upper;
      if (!got.meanPossible || !fits) failures++;
    }
    expect(failures).toBe(0);
  });

  it("have the intervals that they were given", () => {
    const random = seeded(5);
    let failures = 0;
    const quantiles = new Map<string, number>();
    const multiplierOf = (name: string, n: number): number => {
      const key = `${name} ${n}`;
      const known =
        quantiles.get(key) ??
        (name === "t" ? tUpperQuantile(0.025, n - 1) : normalUpperQuantile(0.025));
      quantiles.set(key, known);
      return known;
    };
    for (let i = 0; i < SUMMARIES; i++) {
      const scale = 10 ** (random.integer(4) - 1);
      const one = summary(random, () => scale * (random.normal() + 1));
      const name = i % 2 === 0 ? "t" : "normal";
      const error = sampleStandardDeviation(one.values) / Math.sqrt(one.n);
      const half = multiplierOf(name, one.n) * error;
      const decimals = random.integer(4);
      const m = mean(one.values);
      const ci = [print(m - half, decimals), print(m + half, decimals)] as const;
      const { fault, readings } = meanInterval(one, { ci });
      const own = readings.find(
        ({ multiplier, spread }) => multiplier === name && spread === "sd",
      )!;
      if (fault !== undefined || own.fit === "none") failures++;
    }
    expect(failures).toBe(0);
  });
});

describe("summaries that were tampered with", () => {
  it("fail GRIM or GRIMMER more often than not when n is small and two decimals are printed", () => {
    const random = seeded(6);
    let [grims, grimmers] = [0, 0];
    for (let i = 0; i < 2000; i++) {
      const values = Array.from({ length: 5 + random.integer(20) }, () => 1 + random.integer(7));
      const moved =
        mean(values) + (random.integer(2) === 0 ? 1 : -1) * (1 + random.integer(9)) * 0.01;
      const sd = sampleStandardDeviation(values) + (1 + random.integer(9)) * 0.01;
      if (!grim(print(moved, 2), values.length).consistent) grims++;
      const scale = { least: 1, most: 7 };
      if (!grimmer(print(mean(values), 2), print(sd, 2), values.length, scale).reachable)
        grimmers++;
    }
    expect(grims).toBeGreaterThan(1500);
    expect(grimmers).toBeGreaterThan(1500);
  });
});
