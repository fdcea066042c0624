import { describe, expect, it } from "vitest";
import {
  correlationFromPairedT,
  impliedCorrelation,
  pairedMeansP,
  pairedTTest,
  pearsonCorrelation,
} from "../../../src/analysis/index.js";
import { mean, sampleStandardDeviation, seeded } from "../../../src/numeric/index.js";
import { printed, somePairs } from "../../printing.js";

const sleep = [
  { mean: "0.750", sd: "1.78901" },
  { mean: "2.330", sd: "2.002249" },
] as const;

describe("pairedMeansP", () => {
  it("recomputes Student's sleep data from their summary", () => {
    // t.test(extra ~ group, sleep, paired = TRUE): t = -4.062128, p = 0.00283289; cor 0.7951702
    const got = pairedMeansP(...sleep, 10, { r: "0.79517", p: "0.003" });
    expect(got.spans[0]).toMatchObject({ tail: "both", prints: true, agrees: true });
    expect(got.spans[0]!.asPrinted).toBeCloseTo(0.00283289, 6);
    expect(got.spans[1]!.asPrinted).toBeCloseTo(0.00283289 / 2, 6);
    expect(got.agrees).toBe(true);
  });

  it("spans every correlation where none is printed", () => {
    const [two] = pairedMeansP(...sleep, 10, { p: "0.20" }).spans;
    // r = −1: 1.58/(3.791/√10) = 1.318, p = 0.220; r = 1: 1.58/(0.2132/√10) = 23.4.
    expect(two!.upper).toBeCloseTo(0.22, 2);
    expect(two!.lower).toBeLessThan(1e-8);
    expect(two).toMatchObject({ asPrinted: Number.NaN, prints: false, agrees: true });
    expect(pairedMeansP(...sleep, 10, { p: "0.30" }).agrees).toBe(false);
  });

  it("refuses one subject and a negative SD", () => {
    expect(() => pairedMeansP(...sleep, 1)).toThrow("needs at least 2 subjects; got 1");
    expect(() => pairedMeansP({ mean: "1", sd: "-2" }, sleep[1], 10)).toThrow(
      'pairedMeansP: needs an SD of at least 0; got "-2"',
    );
  });
});

describe("impliedCorrelation", () => {
  it("finds the correlation of the sleep data from their p", () => {
    const { correlation, possible } = impliedCorrelation(...sleep, 10, "0.0028329");
    expect(possible).toBe(true);
    expect(correlation.asPrinted).toBeCloseTo(0.79517, 4);
    expect(impliedCorrelation(...sleep, 10, "0.30").possible).toBe(false);
    const oneSided = impliedCorrelation(...sleep, 10, "0.00141645", { sided: "one" });
    expect(oneSided.correlation.asPrinted).toBeCloseTo(0.79517, 4);
  });

  it("holds the correlation of generated pairs, whatever was rounded", () => {
    const random = seeded(9);
    for (let run = 0; run < 1000; run++) {
      const [x, y] = somePairs(random, 3, 20);
      if (new Set(x).size < 2 || new Set(y).size < 2) continue;
      const { p, t, note } = pairedTTest(x, y);
      if (note !== undefined) continue;
      const decimals = random.integer(3);
      const [first, second] = [x, y].map((values) => ({
        mean: printed(mean(values), decimals),
        sd: printed(sampleStandardDeviation(values), decimals),
      }));
      const r = pearsonCorrelation(x, y).r.value;
      const byP = impliedCorrelation(first!, second!, x.length, printed(p, 3));
      const byT = correlationFromPairedT({
        ...{ n: x.length, sd: [first!.sd, second!.sd], t: printed(t, 2) },
        meanDifference: printed(mean(x) - mean(y), decimals),
      });
      for (const { correlation } of [byP, byT]) {
        expect(correlation.lower).toBeLessThanOrEqual(r + 1e-9);
        expect(correlation.upper).toBeGreaterThanOrEqual(r - 1e-9);
      }
    }
  });
});

describe("correlationFromPairedT", () => {
  it("takes t before p, and refuses neither", () => {
    const test = { n: 10, meanDifference: "-1.58", sd: ["1.78901", "2.002249"] } as const;
    const byT = correlationFromPairedT({ ...test, t: "-4.062128", p: "0.5" });
    expect(byT.correlation.asPrinted).toBeCloseTo(0.79517, 4);
    const byP = correlationFromPairedT({ ...test, p: "0.0028329" });
    expect(byP.correlation.asPrinted).toBeCloseTo(0.79517, 4);
    expect(() => correlationFromPairedT(test)).toThrow(
      "correlationFromPairedT: needs t or p; got neither",
    );
  });
});
