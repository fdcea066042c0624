import { describe, expect, it } from "vitest";
import { nearestP } from "../../src/claims/nearest-p.js";

describe("nearestP", () => {
  it("prints the nearest possible p with the decimals of the printed one, two at least", () => {
    expect(nearestP("0.25", { lower: 0.0089, upper: 0.0102 }).instead).toBe("0.01");
    expect(nearestP("0.001", { lower: 0.112, upper: 0.15 }).instead).toBe("0.112");
    expect(nearestP("<0.05", { lower: 0.2, upper: 0.3 })).toEqual({
      label: "p",
      printed: "<0.05",
      instead: "0.20",
    });
    expect(nearestP("0.04", { lower: 1e-9, upper: 2e-8 }).instead).toBe("<0.01");
  });
});
