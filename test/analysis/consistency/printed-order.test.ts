import { describe, expect, it } from "vitest";
import { printedInOrder } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import { printed, someRule } from "../../printing.js";

describe("printedInOrder", () => {
  it.each([
    ["13", "14", true],
    ["14", "14", true],
    ["15", "14", false], // any rule that prints the smaller as 15 prints the larger so
    ["14.5", "14", true], // 14.5 to the even digit is 14
    ["14.5", "15", true],
    ["15.5", "15", true], // cut off
    ["15.6", "15", true], // cut off
    ["15.9", "15", true], // cut off
    ["16.0", "15", false], // 15.96 is 16.0 rounded, but 16 then too
    ["16.1", "15", false],
    ["-3", "-4", false],
    ["-4", "-3", true],
    ["−0.5", "0", true],
    ["0.10", "0.1", true],
    ["0.16", "0.1", true],
    ["0.21", "0.1", false],
  ])("knows whether %s may be at most %s: %s", (low, high, expected) => {
    expect(printedInOrder(low, high)).toBe(expected);
  });

  it("never denies the order of two numbers that were printed by one rule", () => {
    const random = seeded(18);
    for (let i = 0; i < 100_000; i++) {
      const scale = [0.1, 1, 30][random.integer(3)]!;
      const a = scale * random.normal();
      const b = a + (random.uniform() < 0.3 ? 0 : scale * random.uniform() * random.uniform());
      const rule = someRule(random);
      const low = printed(a, random.integer(4), rule);
      const high = printed(b, random.integer(4), rule);
      if (!printedInOrder(low, high)) expect([a, b, low, high]).toBeUndefined();
    }
  });

  it("refuses what is no number", () => {
    expect(() => printedInOrder("1", "two")).toThrow("printedInOrder: needs a printed number");
  });
});
