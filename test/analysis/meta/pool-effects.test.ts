import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PoolingMethod, poolEffects } from "../../../src/analysis/index.js";
import { BCG, isClose, someStudies } from "./studies.js";

const METHODS: readonly PoolingMethod[] = [
  "common-effect",
  "dersimonian-laird",
  "paule-mandel",
  "reml",
  "ml",
  "hedges",
  "sidik-jonkman",
  "hunter-schmidt",
];

/** Minus twice the restricted log likelihood, by its textbook formula. */
function restricted(
  effects: readonly number[],
  variances: readonly number[],
  tau2: number,
): number {
  const w = variances.map((v) => 1 / (v + tau2));
  const total = w.reduce((s, x) => s + x, 0);
  const mu = effects.reduce((s, y, i) => s + w[i]! * y, 0) / total;
  const q = effects.reduce((s, y, i) => s + w[i]! * (y - mu) ** 2, 0);
  return Math.log(total) - w.reduce((s, x) => s + Math.log(x), 0) + q;
}

describe("poolEffects", () => {
  it("gives metafor's standard errors of τ² for the BCG trials", () => {
    const by = (method: PoolingMethod): number =>
      poolEffects(BCG.effects, BCG.variances, method).tau2StandardError;
    expect(by("reml")).toBeCloseTo(0.1784064752, 9); // rma(threshold = 1e-13)$se.tau2
    expect(by("ml")).toBeCloseTo(0.1548607917, 9);
    expect(by("dersimonian-laird")).toBeNaN();
  });

  it("finds the τ² where the restricted likelihood is highest", () => {
    fc.assert(
      fc.property(someStudies(3), ({ effects, variances }) => {
        const { tau2 } = poolEffects(effects, variances, "reml");
        const at = restricted(effects, variances, tau2);
        const step = Math.max(1e-4, 1e-3 * tau2);
        for (const other of [tau2 + step, Math.max(0, tau2 - step)]) {
          if (restricted(effects, variances, other) < at - 1e-10) return false;
        }
        return tau2 >= 0;
      }),
    );
  });

  it("takes τ² = 0 where the likelihood is higher than at a second maximum", () => {
    const effects = [0.64, 0.2, -0.5, -0.15, 0.64, 0.6, 1.6, 0.3, 1.2, 1, 0.2, -1.7];
    const variances = [2.5e-6, 0.16, 0.2, 0.16, 0.16, 0.05, 0.4, 0.09, 0.13, 0.28, 0.09, 0.76];
    expect(poolEffects(effects, variances, "ml").tau2).toBe(0); // metafor: 0, with a warning
    expect(poolEffects(effects, variances, "reml").tau2).toBeGreaterThan(0.1);
  });

  it("moves with the effects, scales with their unit, and does not ask for their order", () => {
    fc.assert(
      fc.property(
        someStudies(3),
        fc.constantFrom(...METHODS),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        ({ effects, variances }, method, scale) => {
          const base = poolEffects(effects, variances, method);
          const moved = poolEffects(
            effects.map((y) => 5 - scale * y).reverse(),
            variances.map((v) => scale ** 2 * v).reverse(),
            method,
          );
          return (
            isClose(moved.estimate.value, 5 - scale * base.estimate.value, 1e-7) &&
            isClose(moved.estimate.ci.lower, 5 - scale * base.estimate.ci.upper, 1e-7) &&
            isClose(moved.tau2, scale ** 2 * base.tau2, 1e-6) &&
            isClose(moved.q.statistic, base.q.statistic, 1e-7)
          );
        },
      ),
    );
  });

  it("loses no digits to an offset of 1e6", () => {
    const base = poolEffects(BCG.effects, BCG.variances, "reml");
    const far = poolEffects(
      BCG.effects.map((y) => y + 1e6),
      BCG.variances,
      "reml",
    );
    expect(far.tau2).toBeCloseTo(base.tau2, 8);
    expect(far.estimate.value - 1e6).toBeCloseTo(base.estimate.value, 8);
  });

  it("has weights that add up to 100 % and nearer to equal under random effects", () => {
    const common = poolEffects(BCG.effects, BCG.variances, "common-effect").studies.weightsPercent;
    const random = poolEffects(BCG.effects, BCG.variances, "reml").studies.weightsPercent;
    const total = (values: Float64Array): number => values.reduce((s, w) => s + w, 0);
    expect(total(common)).toBeCloseTo(100, 10);
    expect(total(random)).toBeCloseTo(100, 10);
    expect(Math.max(...random)).toBeLessThan(Math.max(...common));
  });

  it("is never shorter with the ad hoc floor than without Hartung and Knapp", () => {
    fc.assert(
      fc.property(someStudies(2), ({ effects, variances }) => {
        const plain = poolEffects(effects, variances, "reml");
        const floored = poolEffects(effects, variances, "reml", { test: "hartung-knapp-ad-hoc" });
        return floored.standardError >= plain.standardError * (1 - 1e-12) && floored.p >= plain.p;
      }),
    );
  });

  it("takes one study as it is, and says so", () => {
    const one = poolEffects([-0.4], [0.04], "reml");
    expect(one).toMatchObject({ note: "one-study", k: 1, tau2: 0, standardError: 0.2 });
    expect(one.estimate.value).toBe(-0.4);
    expect(one.i2Percent).toBeNaN();
    const hartung = poolEffects([-0.4], [0.04], "reml", { test: "hartung-knapp" });
    expect(hartung.p).toBeNaN();
    expect(hartung.estimate.ci.lower).toBeNaN();
  });

  it("gives equal effects a standard error of 0 by Hartung and Knapp, unless floored", () => {
    const [effects, variances] = [
      [0.3, 0.3, 0.3, 0.3],
      [0.07, 0.011, 0.19, 0.05],
    ] as const;
    const plain = poolEffects(effects, variances, "reml", { test: "hartung-knapp" });
    expect(plain).toMatchObject({ standardError: 0, p: 0, tau2: 0 });
    const floored = poolEffects(effects, variances, "reml", { test: "hartung-knapp-ad-hoc" });
    expect(floored.standardError).toBeGreaterThan(0.08);
  });

  it("has three prediction intervals, the last wider than the first", () => {
    const { predictions } = poolEffects(BCG.effects, BCG.variances, "reml", {
      test: "hartung-knapp",
    });
    expect(predictions.tKMinus1.lower).toBeCloseTo(-2.0752, 4); // predict(rma(test = "knha"))
    expect(predictions.tKMinus1.upper).toBeCloseTo(0.5849, 4);
    expect(predictions.tKMinus2.lower).toBeLessThan(predictions.normal.lower);
    expect(poolEffects([1, 2], [1, 1], "reml").predictions.tKMinus2.lower).toBeNaN();
  });

  it("pools a thousand studies with a variance that differs a millionfold", () => {
    const effects = Array.from({ length: 1000 }, (_, i) => Math.sin(i));
    const variances = Array.from({ length: 1000 }, (_, i) => 1e-6 * 1e6 ** ((i % 10) / 9));
    const { tau2 } = poolEffects(effects, variances, "reml");
    expect(tau2).toBeGreaterThan(0.3);
    expect(tau2).toBeLessThan(0.7);
  });

  it("refuses variances that are not above 0, naming the study", () => {
    expect(() => poolEffects([1, 2], [1, 0], "reml")).toThrow(
      "poolEffects: needs variances above 0; study 1 has 0",
    );
    expect(() => poolEffects([1e200, 2], [1, 1], "reml")).toThrow("effects up to 1e50");
    expect(() => poolEffects([1, 2], [1, 1e-200], "reml")).toThrow("study 1 has 2 and 1e-200");
    expect(() => poolEffects([1, 2], [1], "reml")).toThrow("2 effects and 1 variances");
    expect(() => poolEffects([1, 2], [1, 1], "best" as never)).toThrow('got "best"');
  });
});
