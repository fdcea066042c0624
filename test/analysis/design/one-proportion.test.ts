import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialTest, oneProportionDesign } from "../../../src/analysis/index.js";

describe("oneProportionDesign", () => {
  it("never falls below the power from `always` on, and never has it before `n`", () => {
    const { n, always, powerAt } = oneProportionDesign(0.9, 0.7);
    for (let size = 1; size < n; size++) expect(powerAt(size)).toBeLessThan(0.8);
    for (let size = always; size < 400; size++) expect(powerAt(size)).toBeGreaterThanOrEqual(0.8);
    expect(powerAt(always - 1)).toBeLessThan(0.8);
  });

  it("mirrors: a high proportion against a lower one as a low one against a higher", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 55, max: 95 }),
        fc.integer({ min: 10, max: 30 }),
        (percent, below) => {
          const [p, nullP] = [percent / 100, (percent - below) / 100];
          const up = oneProportionDesign(p, nullP);
          const down = oneProportionDesign(1 - p, 1 - nullP);
          expect(down).toMatchObject({ n: up.n, always: up.always, critical: up.n - up.critical });
        },
      ),
      { numRuns: 30 },
    );
  });

  it("gives the count from which the exact test rejects", () => {
    const { n, critical } = oneProportionDesign(0.9, 0.7);
    expect(binomialTest(critical, n, 0.7).greater).toBeLessThanOrEqual(0.025);
    expect(binomialTest(critical - 1, n, 0.7).greater).toBeGreaterThan(0.025);
  });

  it("refuses a null proportion that no study would count up to", () => {
    expect(() => oneProportionDesign(0.5, 1e-12)).toThrow(
      "oneProportionDesign: needs a null proportion at least 0.00005 from 0 and 1; got 1e-12",
    );
  });
});
