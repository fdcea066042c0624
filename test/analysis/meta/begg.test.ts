import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beggTest } from "../../../src/analysis/index.js";
import { BCG, someStudies } from "./studies.js";

describe("beggTest", () => {
  it("is normal with ties, as R's cor.test", () => {
    const round = (value: number): number => Math.round(10 * value) / 10;
    const { tau, p, exact } = beggTest(
      BCG.effects.map(round),
      BCG.variances.map((v) => round(v) + 0.01),
    );
    expect({ tau, p, exact }).toEqual({ tau: 0, p: 1, exact: false });
    // ranktest(c(.1, .4, .2, .9, .3), c(.1, .2, .2, .4, .3))
    const tied = beggTest([0.1, 0.4, 0.2, 0.9, 0.3], [0.1, 0.2, 0.2, 0.4, 0.3]);
    expect(tied.exact).toBe(false);
    expect(tied.tau).toBeCloseTo(0.73786478737, 9);
    expect(tied.p).toBeCloseTo(0.07697417298, 9);
  });

  it("has the smallest p of five studies in step: 2/5!", () => {
    const { tau, p } = beggTest([1, 2, 3, 4, 5], [0.01, 0.02, 0.03, 0.04, 0.05]);
    expect(tau).toBe(1);
    expect(p).toBeCloseTo(2 / 120, 12);
  });

  it("turns the sign of tau with the effects", () => {
    fc.assert(
      fc.property(someStudies(3), ({ effects, variances }) => {
        const one = beggTest(effects, variances);
        const other = beggTest(
          effects.map((y) => -y),
          variances,
        );
        return (
          Number.isNaN(one.tau) || (Math.abs(one.tau + other.tau) < 1e-12 && one.p === other.p)
        );
      }),
    );
  });

  it("is normal beyond 100 studies, close to the exact p", () => {
    const effects = Array.from({ length: 100 }, (_, i) => Math.sin(7 * i));
    const variances = Array.from({ length: 100 }, (_, i) => 0.1 + ((i * 37) % 101) / 100);
    const exact = beggTest(effects, variances);
    const normal = beggTest([...effects, 0.1], [...variances, 0.0999]);
    expect([exact.exact, normal.exact]).toEqual([true, false]);
    expect(Math.abs(exact.p - normal.p)).toBeLessThan(0.1);
  });

  it("answers NaN with a note for studies of one precision", () => {
    const { tau, p, note } = beggTest([1, 2, 3], [0.1, 0.1, 0.1]);
    expect([tau, p, note]).toEqual([Number.NaN, Number.NaN, "zero-variance"]);
  });

  it("refuses two studies", () => {
    expect(() => beggTest([1, 2], [1, 2])).toThrow("beggTest: needs at least 3 studies; got 2");
  });
});
