import { describe, expect, it } from "vitest";
import { AUC_INTERVALS } from "../../../src/analysis/consistency/auc-intervals.js";
import { printedAuc } from "../../../src/analysis/index.js";
import { normalUpperQuantile, seeded } from "../../../src/numeric/index.js";
import { printed } from "./printing.js";

const Z = normalUpperQuantile(0.025);
const fits = (...args: Parameters<typeof printedAuc>) => printedAuc(...args).fits;

import { scoredArea, someArea } from "./made-intervals.js";

describe("printedAuc", () => {
  it("knows which areas so few subjects can have", () => {
    // 5 cases and 5 controls: fiftieths, so 0.82 and 0.84 but not 0.83.
    expect(printedAuc("0.84", 10, { cases: 5 }).possibleCases).toEqual([5]);
    expect(printedAuc("0.83", 10, { cases: 5 })).toMatchObject({
      possibleCases: [],
      nearest: [0.82, 0.84],
    });
    expect(printedAuc("0.83", 10).possibleCases).toEqual([1, 3, 4, 6, 7, 9]);
    // On the edge: 1/8 = 0.125 prints as 0.12 or 0.13.
    expect(printedAuc("0.13", 6, { cases: 2 }).possibleCases).toEqual([2]);
    expect(printedAuc("0.12", 6, { cases: 2 }).possibleCases).toEqual([2]);
    expect(printedAuc("0.14", 6, { cases: 2 }).possibleCases).toEqual([]);
  });

  it("recognises Hanley and McNeil's interval", () => {
    // R, A = 0.88, m = 15, n = 40, Q1 = A/(2-A), Q2 = 2A²/(1+A):
    // sqrt((A*(1-A) + 14*(Q1-A^2) + 39*(Q2-A^2))/600) = 0.06044, so 0.7615 to 0.9985.
    expect(AUC_INTERVALS["hanley-mcneil"](0.88, 15, 40, 0.95, Z)[0]).toBeCloseTo(0.761540708, 8);
    expect(fits("0.88", 55, { cases: 15, ci: ["0.76", "1.00"] })).toMatchObject([
      { interval: "hanley-mcneil", fit: "as-printed", cases: [15] },
    ]);
    expect(fits("0.95", 20, { cases: 6, ci: ["0.82", "1.08"] })).toMatchObject([
      { interval: "hanley-mcneil-uncut" },
    ]);
  });

  it("tells for which numbers of cases an interval would follow", () => {
    const [fit] = fits("0.88", 55, { ci: ["0.77", "0.99"] });
    expect(fit).toMatchObject({ interval: "hanley-mcneil", cases: [17, 18, 19, 49, 50] });
    expect(printedAuc("0.88", 55, { cases: 15, ci: ["0.77", "0.99"] })).toMatchObject({
      fits: [],
      width: "possible",
    });
  });

  it("refuses widths that no values of so many subjects give", () => {
    const width = (ci: [string, string], cases = 15): string | undefined =>
      printedAuc("0.88", 55, { cases, ci }).width;
    expect(width(["0.20", "0.99"])).toBe("too-wide");
    expect(width(["0.87", "0.89"])).toBe("too-narrow");
    expect(width(["0.20", "0.99"], 1)).toBe("possible"); // of one case DeLong's variance is not defined
  });

  it("names what is wrong on the face of an interval", () => {
    expect(printedAuc("0.88", 55, { ci: ["0.90", "0.99"] }).fault).toBe("estimate-outside");
    expect(printedAuc("0.88", 55, { ci: ["0.99", "0.77"] }).fault).toBe("ends-swapped");
  });

  it("refuses what is no area and no groups", () => {
    expect(() => printedAuc("1.2", 55)).toThrow('printedAuc: needs an area from 0 to 1; got "1.2"');
    expect(() => printedAuc("0.8", 1)).toThrow("needs at least a case and a control");
    expect(() => printedAuc("0.8", 55, { cases: 55 })).toThrow("needs cases below n, 55; got 55");
  });

  it("never contradicts an area and interval that scores gave", () => {
    const random = seeded(20240616);
    const wrong: unknown[] = [];
    for (let i = 0; i < 100_000; i++) {
      const made = someArea(random);
      const cases = random.uniform() < 0.98 ? { cases: made.cases } : {};
      const { possibleCases, fault, width } = printedAuc(made.auc, made.n, {
        ...cases,
        ci: made.ci,
      });
      if (possibleCases.length === 0 || fault !== undefined || width !== "possible")
        wrong.push(made);
    }
    expect(wrong).toEqual([]);
  });

  it("finds intervals ten times too narrow", () => {
    const random = seeded(20240617);
    let found = 0;
    for (let i = 0; i < 1000; i++) {
      const { area, error, cases, n } = scoredArea(random);
      const ci = [area - Z * 0.1 * error, area + Z * 0.1 * error].map((x) => printed(x, 3, random));
      const got = printedAuc(printed(area, 3, random), n, { cases, ci: ci as [string, string] });
      if (got.width === "too-narrow") found++;
    }
    expect(found / 1000).toBeGreaterThan(0.4);
  });
});
