import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialTest } from "../../../src/analysis/index.js";
import { binomialPmf } from "../../../src/numeric/index.js";

describe("binomialTest", () => {
  it("gives the p of R's binom.test", () => {
    // R 4.2: binom.test(11, 16, .5), (3, 20, .3), (0, 7, .2), (484, 925, .5), (682, 925, .75)
    expect(binomialTest(11, 16, 0.5).p).toBeCloseTo(0.210113525390625, 13);
    expect(binomialTest(3, 20, 0.3).p).toBeCloseTo(0.220418267380709, 13);
    expect(binomialTest(0, 7, 0.2).p).toBeCloseTo(0.3577472, 13);
    expect(binomialTest(484, 925, 0.5).p).toBeCloseTo(0.167259203339672, 13);
    const mendel = binomialTest(682, 925, 0.75);
    expect(mendel.p).toBeCloseTo(0.382491559574852, 13);
    expect(mendel.proportion.ci.lower).toBeCloseTo(0.707668264079039, 13);
    expect(mendel.proportion.ci.upper).toBeCloseTo(0.765406558241525, 13);
  });

  it("gives R's one-sided p", () => {
    // R 4.2: alternative = "greater" for 9 of 10 against .35, "less" for 2 of 15 against .4
    expect(binomialTest(9, 10, 0.35).greater).toBeCloseTo(0.000539887124902343, 15);
    expect(binomialTest(2, 15, 0.4).less).toBeCloseTo(0.027114000777216, 14);
  });

  it("sums the counts no likelier than the one observed", () => {
    const trials = fc.record({
      n: fc.integer({ min: 1, max: 60 }),
      seed: fc.nat(),
      chance: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    });
    fc.assert(
      fc.property(trials, ({ n, seed, chance }) => {
        const count = seed % (n + 1);
        const limit = binomialPmf(count, n, chance) * (1 + 1e-7);
        let sum = 0;
        for (let k = 0; k <= n; k++) {
          const p = binomialPmf(k, n, chance);
          if (p <= limit) sum += p;
        }
        expect(binomialTest(count, n, chance).p).toBeCloseTo(sum, 11);
      }),
    );
  });

  it("does not change when successes and failures swap", () => {
    const one = binomialTest(6, 9, 0.3);
    const other = binomialTest(3, 9, 0.7);
    expect(one.p).toBeCloseTo(other.p, 14);
    expect(one.less).toBeCloseTo(other.greater, 14);
  });

  it("is certain where the chance leaves no choice", () => {
    expect(binomialTest(0, 5, 0).p).toBe(1);
    expect(binomialTest(1, 5, 0).p).toBe(0);
    expect(binomialTest(5, 5, 1).p).toBe(1);
    expect(binomialTest(0, 1, 0.5).p).toBe(1);
  });

  it("refuses no trials and a chance beyond [0, 1]", () => {
    expect(() => binomialTest(0, 0, 0.5)).toThrow("needs n to be a positive integer; got 0");
    expect(() => binomialTest(1, 2, 50)).toThrow("needs a probability between 0 and 1; got 50");
  });
});
