import { describe, expect, it } from "vitest";
import { predictionModelSize } from "../../../src/analysis/index.js";

describe("predictionModelSize", () => {
  it("gives the sizes of Riley's example of 24 parameters", () => {
    const { criteria, n, events } = predictionModelSize(0.288, 24, 0.174);
    expect(criteria).toEqual({ shrinkage: 623, optimism: 662, risk: 221 });
    expect(n).toBe(662);
    expect(events).toBeCloseTo(115.2, 1);
  });

  it("rises with the parameters in the first two criteria and not in the third", () => {
    const few = predictionModelSize(0.2, 5, 0.3).criteria;
    const many = predictionModelSize(0.2, 50, 0.3).criteria;
    expect(many.shrinkage / few.shrinkage).toBeCloseTo(10, 0);
    expect(many.optimism / few.optimism).toBeCloseTo(10, 0);
    expect(many.risk).toBe(few.risk);
  });

  it("gives the shrinkage asked for when it is that of the second criterion", () => {
    const { shrinkageOfOptimism, criteria } = predictionModelSize(0.2, 5, 0.3);
    const again = predictionModelSize(0.2, 5, 0.3, { shrinkage: shrinkageOfOptimism });
    expect(again.criteria.shrinkage).toBe(criteria.optimism);
  });

  it("refuses an R² that no model can have at the prevalence", () => {
    expect(() => predictionModelSize(0.5, 5, 0.1)).toThrow("needs a Cox-Snell R² below 0.478");
  });
});
