import { describe, expect, it } from "vitest";
import { metaProportionsGlmm } from "../../../src/analysis/index.js";

const RARE = {
  events: [0, 2, 0, 3, 4, 3, 3, 1, 0, 0],
  n: [58, 45, 32, 31, 44, 19, 59, 47, 35, 19],
};

describe("metaProportionsGlmm", () => {
  it("is where lme4 arrives when its optimiser is held to 1e-10", () => {
    // glmer(cbind(xi, mi) ~ 1 + (1 | study), nAGQ = 7, bobyqa with rhoend = 1e-10); at its default
    // tolerance glmer stops at -3.3550179779, where the deviance is 7e-11 higher
    const fit = metaProportionsGlmm(RARE);
    expect(fit.estimate.value).toBeCloseTo(-3.355021345, 7);
    expect(fit.tau2).toBeCloseTo(0.622801366, 6);
    expect(fit.standardError).toBeCloseTo(0.4391896653, 6);
  });

  it("mirrors when events and others are told the other way round", () => {
    const turned = { events: RARE.n.map((n, i) => n - RARE.events[i]!), n: RARE.n };
    const [one, other] = [metaProportionsGlmm(RARE), metaProportionsGlmm(turned)];
    expect(other.estimate.value).toBeCloseTo(-one.estimate.value, 7);
    expect(other.tau2).toBeCloseTo(one.tau2, 7);
    expect(other.logLikelihood).toBeCloseTo(one.logLikelihood, 9);
  });

  it("is the crude proportion when studies differ less than chance", () => {
    const fit = metaProportionsGlmm({ events: [3, 6], n: [30, 53] });
    expect(fit.tau2).toBe(0);
    expect(fit.proportion.value).toBeCloseTo(9 / 83, 12);
    expect(fit.standardError).toBeCloseTo(Math.sqrt(1 / 9 + 1 / 74), 12);
  });

  it("converges in the number of nodes", () => {
    const at = (nodes: number): number => metaProportionsGlmm(RARE, { nodes }).estimate.value;
    expect(Math.abs(at(30) - at(31))).toBeLessThan(1e-7);
    expect(Math.abs(at(1) - at(31))).toBeGreaterThan(1e-3); // Laplace's approximation is coarser
  });

  it("answers NaN with a note without any event", () => {
    const fit = metaProportionsGlmm({ events: [0, 0], n: [30, 53] });
    expect(fit).toMatchObject({ note: "no-events" });
    expect([fit.estimate.value, fit.tau2]).toEqual([Number.NaN, Number.NaN]);
    expect(fit.proportion.value).toBe(0);
  });

  it("refuses no node", () => {
    expect(() => metaProportionsGlmm(RARE, { nodes: 0 })).toThrow("needs 1 to 100 nodes; got 0");
  });
});
