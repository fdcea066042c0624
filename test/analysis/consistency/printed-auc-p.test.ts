import { describe, expect, it } from "vitest";
import { printedAucP } from "../../../src/analysis/index.js";

const p = (test: string, ...args: Parameters<typeof printedAucP>): number =>
  printedAucP(...args).tests.find((one) => one.test === test)!.p.asPrinted;

describe("printedAucP", () => {
  it("recomputes p by every way that needs no scores", () => {
    // R: 2 * pnorm(-0.2 / sqrt(41 / (12 * 400))), and with (0.2 - 0.5 / 400)
    expect(p("null", "0.70", 40, "0.03", { cases: 20 })).toBeCloseTo(0.03046380272, 9);
    expect(p("null-continuity", "0.70", 40, "0.03", { cases: 20 })).toBeCloseTo(0.03151710207, 9);
    // R: 2 * pnorm(-0.2 / (0.34 / (2 * qnorm(0.975))))
    expect(p("interval", "0.70", 40, "0.03", { ci: ["0.53", "0.87"] })).toBeCloseTo(
      0.02111957526,
      9,
    );
  });

  it("tells which numbers of cases would give it", () => {
    const { tests } = printedAucP("0.80", 55, "0.001");
    expect(tests.find(({ test }) => test === "null")!.cases).toEqual([
      13, 14, 15, 16, 39, 40, 41, 42,
    ]);
  });

  it("contradicts only a decision that no way gives", () => {
    const opposite = (...args: Parameters<typeof printedAucP>) => printedAucP(...args).opposite;
    expect(opposite("0.88", 55, "0.40", { cases: 15, ci: ["0.77", "0.99"] })).toBe(true);
    expect(opposite("0.88", 55, "0.02", { cases: 15, ci: ["0.77", "0.99"] })).toBe(false);
    expect(opposite("0.53", 55, "0.001")).toBe(true);
    expect(opposite("0.65", 55, "0.01")).toBe(false);
    expect(opposite("0.60", 30, "0.30", { cases: 10 })).toBe(false);
  });

  it("halves a one-sided p, and gives no range without DeLong's variance", () => {
    expect(p("null", "0.70", 40, "0.03", { cases: 20, sides: 1 })).toBeCloseTo(0.01523190136, 9);
    expect(printedAucP("0.70", 40, "0.03", { cases: 1 }).possible.lower).toBeNaN();
  });
});
