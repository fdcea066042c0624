import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Bounds,
  holds,
  overlap,
  printedBounds,
  roundingBounds,
} from "../../../src/analysis/consistency/printed.js";
import { parsePrinted, parsePrintedP } from "../../../src/analysis/index.js";

const show = ({ lower, upper, lowerIncluded, upperIncluded }: Bounds): string =>
  `${lowerIncluded ? "[" : "("}${lower}, ${upper}${upperIncluded ? "]" : ")"}`;

describe("parsePrinted", () => {
  it("keeps trailing zeros and the sign", () => {
    expect(parsePrinted("0.60")).toMatchObject({ digits: 60n, decimals: 2, value: 0.6 });
    expect(parsePrinted("-1.5")).toMatchObject({ digits: -15n, decimals: 1, value: -1.5 });
    expect(parsePrinted("−0.0")).toMatchObject({ digits: 0n, negative: true });
    expect(parsePrinted(" .04 ")).toMatchObject({ text: ".04", digits: 4n, decimals: 2 });
    expect(parsePrinted("12")).toMatchObject({ digits: 12n, decimals: 0 });
  });

  it("refuses what is no printed number", () => {
    for (const text of ["", "abc", "1e5", "1,234", ".", "1.2.3", "0x1", "∞"]) {
      expect(() => parsePrinted(text)).toThrow(`parsePrinted: needs a printed number`);
    }
  });
});

describe("roundingBounds", () => {
  it("ends at the halves, with the half where the rule puts it", () => {
    const of = (text: string, rule: "half-up" | "half-even" | "truncation"): string =>
      show(roundingBounds(parsePrinted(text), rule));
    expect(of("1.3", "half-up")).toBe("[1.25, 1.35)");
    expect(of("1.3", "half-even")).toBe("(1.25, 1.35)");
    expect(of("1.2", "half-even")).toBe("[1.15, 1.25]");
    expect(of("1.3", "truncation")).toBe("[1.3, 1.4)");
    expect(of("-1.3", "half-up")).toBe("(-1.35, -1.25]");
    expect(of("-1.3", "truncation")).toBe("(-1.4, -1.3]");
    expect(of("0", "half-up")).toBe("(-0.5, 0.5)");
    expect(of("0.0", "half-even")).toBe("[-0.05, 0.05]");
    expect(of("0", "truncation")).toBe("(-1, 1)");
  });

  it("joins the rules that may have been used", () => {
    const joined = (text: string, rules: ("half-up" | "half-even" | "truncation")[]): string =>
      show(printedBounds(parsePrinted(text), rules));
    expect(joined("1.2", ["half-up", "half-even"])).toBe("[1.15, 1.25]");
    expect(joined("1.3", ["half-up", "half-even"])).toBe("[1.25, 1.35)");
    expect(joined("1.3", ["half-even", "truncation"])).toBe("(1.25, 1.4)");
    expect(() => printedBounds(parsePrinted("1"), [])).toThrow(
      "needs a list of rounding rules; got none",
    );
  });

  it("holds every number that prints so", () => {
    const number = fc.record({
      digits: fc.integer({ min: -99_999_999, max: 99_999_999 }),
      decimals: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(number, ({ digits, decimals }) => {
        const x = digits / 1e5; // five decimals, so that halves occur
        const scaled = Math.abs(digits) / 10 ** (5 - decimals);
        const sign = digits < 0 ? "-" : "";
        const print = (whole: number): string => sign + (whole / 10 ** decimals).toFixed(decimals);
        const up = roundingBounds(parsePrinted(print(Math.floor(scaled + 0.5))), "half-up");
        const cut = roundingBounds(parsePrinted(print(Math.floor(scaled))), "truncation");
        const isHalf = scaled % 1 === 0.5;
        const even = isHalf ? 2 * Math.round(scaled / 2) : Math.round(scaled);
        const toEven = roundingBounds(parsePrinted(print(even)), "half-even");
        for (const bounds of [up, cut, toEven]) expect(holds(bounds, x)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("parsePrintedP", () => {
  it("reads numbers and bounds", () => {
    const of = (text: string): string => show(parsePrintedP(text).bounds);
    expect(of("0.04")).toBe("[0.035, 0.045]");
    expect(of("= .04")).toBe("[0.035, 0.045]");
    expect(of("<0.01")).toBe("[0, 0.01)");
    expect(of("p < .05")).toBe("[0, 0.05)");
    expect(of("P<=0.05")).toBe("[0, 0.05]");
    expect(of(">0.2")).toBe("(0.2, 1]");
    expect(of("≥0.2")).toBe("[0.2, 1]");
    expect(of("0.000")).toBe("[0, 0.0005]");
    expect(of("1.00")).toBe("[0.995, 1]");
    expect(of("1")).toBe("[0.5, 1]");
  });

  it("refuses what no probability prints as", () => {
    for (const text of ["1.3", "-0.1", "<1.5", ">2"]) {
      expect(() => parsePrintedP(text)).toThrow(
        `parsePrintedP: needs a p between 0 and 1; got "${text}"`,
      );
    }
    for (const text of ["", "ns", "0.04*", "< 0.01 or so", "<"]) {
      expect(() => parsePrintedP(text)).toThrow("parsePrintedP: needs a p such as");
    }
  });
});

describe("overlap", () => {
  it("asks whether a common end belongs to both", () => {
    const { bounds: below } = parsePrintedP("<0.05");
    const { bounds: from } = parsePrintedP("≥0.05");
    const { bounds: upTo } = parsePrintedP("≤0.05");
    expect(overlap(below, from)).toBe(false);
    expect(overlap(upTo, from)).toBe(true);
    expect(overlap(from, upTo)).toBe(true);
    expect(overlap(parsePrintedP(">0.06").bounds, upTo)).toBe(false);
  });
});
