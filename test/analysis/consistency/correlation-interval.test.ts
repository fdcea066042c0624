import { describe, expect, it } from "vitest";
import {
  correlationInterval,
  correlationShape,
  pearsonCorrelation,
  spearmanCorrelation,
} from "../../../src/analysis/index.js";

const x = [494, 395, 516, 434, 476, 557, 413, 442];
const y = [512, 430, 520, 428, 500, 600, 364, 380];

describe("correlationInterval", () => {
  it("is that of the columns", () => {
    const { r } = pearsonCorrelation(x, y);
    const [fisher] = correlationInterval(String(r.value), 8, "pearson").readings;
    expect(fisher!.interval.lower).toBeCloseTo(r.ci.lower, 12);
    const { rho } = spearmanCorrelation(x, y);
    const { readings } = correlationInterval(String(rho.value), 8, "spearman");
    expect(readings.map(({ error }) => error)).toEqual(["bonett-wright", "fisher", "fieller"]);
    expect(readings[0]!.interval.upper).toBeCloseTo(rho.ci.upper, 12);
  });

  it("tells the printed correlation from one that rounds to it", () => {
    const fitOf = (ci: [string, string]) =>
      correlationInterval("0.60", 12, "pearson", { ci }).readings[0]!.fit;
    // tanh(atanh(r) ± 1.96/3): 0.0396, 0.8733 at 0.60; 0.0323, 0.8713 at 0.595.
    expect(fitOf(["0.040", "0.873"])).toBe("as-printed");
    expect(fitOf(["0.034", "0.872"])).toBe("within-rounding");
    expect(fitOf(["0.034", "0.875"])).toBe("none"); // one end from below, one from above
    expect(fitOf(["0.020", "0.873"])).toBe("none");
  });

  it("refuses fewer than 4 pairs", () => {
    expect(() => correlationInterval("0.5", 3, "pearson")).toThrow("at least 4 pairs; got 3");
  });
});

describe("correlationShape", () => {
  it("gives the number of pairs of an interval, and its middle", () => {
    const shape = correlationShape("0.50", ["0.17", "0.73"]);
    expect(shape.fault).toBeUndefined();
    expect(shape.pairs.least).toBeLessThan(30);
    expect(shape.pairs.most).toBeGreaterThan(30);
    expect(shape.asymmetry.least).toBeLessThan(1);
    expect(shape.asymmetry.most).toBeGreaterThan(1);
    expect(correlationShape("0.12", ["0.10", "0.33"]).asymmetry.least).toBeGreaterThan(5);
  });

  it("finds what is wrong on its face", () => {
    expect(correlationShape("0.50", ["0.73", "0.17"]).fault).toBe("ends-swapped");
    expect(correlationShape("0.50", ["0.55", "0.73"]).fault).toBe("estimate-outside");
    expect(correlationShape("0.50", ["0.17", "1.30"]).fault).toBe("beyond-scale");
    expect(correlationShape("0.5", ["0.54", "0.73"]).fault).toBeUndefined(); // 0.5 may be 0.54
  });
});
