import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numeratorsOf } from "../../../src/analysis/consistency/numerators.js";
import { parsePrinted, type RoundingRule } from "../../../src/analysis/index.js";

const prints = fc.record({
  digits: fc.integer({ min: -300, max: 300 }),
  decimals: fc.integer({ min: 0, max: 2 }),
  n: fc.integer({ min: 1, max: 60 }),
});

describe("numeratorsOf", () => {
  it("takes exactly the integers within half a digit when a half may go either way", () => {
    fc.assert(
      fc.property(prints, ({ digits, decimals, n }) => {
        const printed = parsePrinted((digits / 10 ** decimals).toFixed(decimals));
        const isNear = (k: number): boolean => Math.abs(2 * (k * 10 ** decimals - digits * n)) <= n;
        const around = Math.round((digits * n) / 10 ** decimals);
        const near = Array.from({ length: 2 * n + 3 }, (_, i) => around - n - 1 + i).filter(isNear);
        expect(numeratorsOf(printed, n, "either-half")).toEqual(near);
      }),
    );
  });

  it("mirrors the integers when the sign turns, by every rule", () => {
    const rules = ["half-up", "half-even", "truncation", "either-half"] as const;
    fc.assert(
      fc.property(prints, fc.constantFrom(...rules), ({ digits, decimals, n }, rule) => {
        const printed = (d: number): ReturnType<typeof parsePrinted> =>
          parsePrinted((d / 10 ** decimals).toFixed(decimals));
        const there = numeratorsOf(printed(digits), n, rule);
        const back = numeratorsOf(printed(-digits), n, rule).map((k) => 0 - k);
        expect(back.reverse()).toEqual(there);
      }),
    );
  });

  it("finds a half by the rules that give it", () => {
    const rules: RoundingRule[] = ["half-up", "half-even", "truncation"];
    const of = (text: string): number[][] =>
      rules.map((rule) => numeratorsOf(parsePrinted(text), 8, rule));
    expect(of("0.12")).toEqual([[], [1], [1]]); // 1/8 = 0.125
    expect(of("0.13")).toEqual([[1], [], []]);
  });
});
