import { describe, expect, it } from "vitest";
import { zeroEvents } from "../../../src/analysis/index.js";

describe("zeroEvents", () => {
  it("gives the chance at which no event among n has the probability left over", () => {
    const { oneSided, twoSided } = zeroEvents(36, { level: 0.9 });
    expect((1 - oneSided) ** 36).toBeCloseTo(0.1, 12);
    expect((1 - twoSided) ** 36).toBeCloseTo(0.05, 12);
  });

  it("comes to three over n", () => {
    expect(zeroEvents(1000).ruleOfThree).toBeCloseTo(0.003, 5);
    expect(zeroEvents(100_000_000).oneSided / 3e-8).toBeCloseTo(Math.log(20) / 3, 7);
  });
});
