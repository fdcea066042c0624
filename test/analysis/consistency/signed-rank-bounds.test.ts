import { describe, expect, it } from "vitest";
import { signedRankBounds } from "../../../src/analysis/consistency/signed-rank-bounds.js";
import { signedRankTest, signTest } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";

describe("signedRankBounds", () => {
  it("has the least p where all differences have one sign", () => {
    expect(signedRankBounds(5, 0).least).toBeCloseTo(0.0253, 4); // 2 * pnorm(-sqrt(5))
    expect(signedRankBounds(22, 0).least).toBeCloseTo(2 ** -21, 12);
    // wilcox.test(1:5): 0.0625; by Hoeffding's inequality 2 * exp(-2 * 7.5^2 / 55)
    expect(signedRankBounds(5, 0).most).toBeCloseTo(0.2586, 4);
    expect(signedRankBounds(20, 1).most).toBeLessThan(0.05);
    expect(signedRankBounds(5, 3).most).toBe(1);
  });

  it("holds the p of every test of generated differences", () => {
    const random = seeded(8);
    for (let run = 0; run < 10_000; run++) {
      const n = 1 + random.integer(12);
      const isWhole = random.uniform() < 0.5;
      const d = Array.from({ length: n }, () => random.normal() + 0.7).map((x) =>
        isWhole ? Math.round(x) : x,
      );
      const against = d.filter((x) => x <= 0).length;
      const { least, most } = signedRankBounds(n, against);
      const zeros = d.map(() => 0);
      const { exact, exactPratt, normal, normalContinuity } = signedRankTest(d, zeros);
      const ps = [exact, exactPratt, normal, normalContinuity].map(({ twoSided }) => twoSided);
      for (const p of [...ps, signTest(d, zeros).p].filter((one) => !Number.isNaN(one))) {
        expect(p).toBeGreaterThanOrEqual(least - 1e-12);
        expect(p).toBeLessThanOrEqual(most + 1e-12);
      }
    }
  });
});
