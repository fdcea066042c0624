import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagnosticRates } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import { printed, someRule } from "../../printing.js";

describe("diagnosticRates", () => {
  it("finds the table that rates were printed from", () => {
    const tables = fc.record({
      tp: fc.integer({ min: 1, max: 15 }),
      fn: fc.integer({ min: 0, max: 15 }),
      tn: fc.integer({ min: 1, max: 15 }),
      fp: fc.integer({ min: 0, max: 15 }),
    });
    fc.assert(
      fc.property(tables, ({ tp, fn, tn, fp }) => {
        const percent = (count: number, n: number): string => ((100 * count) / n).toFixed(1);
        const rates = {
          sensitivity: percent(tp, tp + fn),
          specificity: percent(tn, tn + fp),
          ppv: percent(tp, tp + fp),
          npv: percent(tn, tn + fn),
          accuracy: percent(tp + tn, tp + fn + tn + fp),
        };
        const { solutions } = diagnosticRates(rates, tp + fn, tn + fp);
        expect(solutions).toContainEqual({
          truePositive: tp,
          falsePositive: fp,
          falseNegative: fn,
          trueNegative: tn,
        });
      }),
      { numRuns: 40 },
    );
  });

  it("never denies rates of a table, whichever are printed and however rounded", () => {
    const random = seeded(53);
    let denied = 0;
    for (let i = 0; i < 100_000; i++) {
      const [tp, fn, tn, fp] = [0, 1, 2, 3].map(() => random.integer(7)) as [
        number,
        number,
        number,
        number,
      ];
      if (tp + fn === 0 || tn + fp === 0) continue;
      const shares = {
        sensitivity: [tp, tp + fn],
        specificity: [tn, tn + fp],
        ppv: [tp, tp + fp],
        npv: [tn, tn + fn],
        accuracy: [tp + tn, tp + fn + tn + fp],
      } as const;
      const [decimals, rule] = [random.integer(3), someRule(random)];
      const rates = Object.fromEntries(
        Object.entries(shares)
          .filter(([, [, n]]) => n > 0 && random.uniform() < 0.6)
          .map(([name, [count, n]]) => [name, printed((100 * count) / n, decimals, rule)]),
      );
      const [first] = Object.keys(rates);
      if (first === undefined) continue;
      const got = diagnosticRates(rates, tp + fn, tn + fp);
      if (!got.consistent) expect({ tp, fn, tn, fp, rates }).toBeUndefined();
      if (i % 10 > 0) continue;
      const wrong = { ...rates, [first]: ((Number(rates[first]) + 41) % 100).toFixed(decimals) };
      if (!diagnosticRates(wrong, tp + fn, tn + fp).consistent) denied++;
    }
    expect(denied).toBeGreaterThan(5000);
  });

  it("leaves all of the other row open when one rate is given", () => {
    expect(diagnosticRates({ sensitivity: "90.0" }, 10, 3).solutions).toHaveLength(4);
  });

  it("fits nothing to a rate that has no denominator", () => {
    expect(
      diagnosticRates({ sensitivity: "0", specificity: "100", ppv: "0" }, 4, 4).consistent,
    ).toBe(false);
  });

  it("refuses no rate, an unknown one and one above 100", () => {
    expect(() => diagnosticRates({}, 4, 4)).toThrow("diagnosticRates: needs a rate; got none");
    expect(() => diagnosticRates({ recall: "3" } as object, 4, 4)).toThrow("got recall");
    expect(() => diagnosticRates({ ppv: "101" }, 4, 4)).toThrow("from 0 to 100");
  });
});
