import { describe, expect, it } from "vitest";
import { countedTail, edgeworthTail } from "../../../src/analysis/consistency/spearman-tails.js";

describe("countedTail", () => {
  it("counts all orders", () => {
    // Of 6 orders of 3 one has S = 0, two have 2, two have 6 and one has 8.
    expect([0, 2, 6, 8].map(countedTail(3))).toEqual([
      expect.closeTo(1 / 6, 12),
      expect.closeTo(3 / 6, 12),
      expect.closeTo(5 / 6, 12),
      expect.closeTo(1, 12),
    ]);
  });
});

describe("edgeworthTail", () => {
  it("is near the count at 12 pairs and R's where the count is too long", () => {
    // cor.test(method = "spearman"): 12 pairs with S = 106 half of 0.0323947497201257, 25 with 1548
    // half of 0.0458481860218919
    expect(edgeworthTail(12)(106)).toBeCloseTo(0.0323947497201257 / 2, 14);
    expect(edgeworthTail(25)(1548)).toBeCloseTo(0.0458481860218919 / 2, 14);
    for (const s of [20, 60, 106, 200, 286]) {
      expect(edgeworthTail(12)(s)).toBeCloseTo(countedTail(12)(s), 3);
    }
  });
});
