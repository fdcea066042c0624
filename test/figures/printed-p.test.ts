import { describe, expect, it } from "vitest";
import { readPrintedP } from "../../src/figures/printed-p.js";

describe("readPrintedP", () => {
  it("gives the values that print so", () => {
    expect(readPrintedP("0.04")).toEqual({ low: 0.035, high: 0.045, decimals: 2 });
    expect(readPrintedP("0.014")).toEqual({ low: 0.0135, high: 0.0145, decimals: 3 });
    expect(readPrintedP(".5")).toEqual({ low: 0.45, high: 0.55, decimals: 1 });
    expect(readPrintedP("= 1.00")).toEqual({ low: 0.995, high: 1, decimals: 2 });
    expect(readPrintedP("0.000")).toEqual({ low: 0, high: 0.0005, decimals: 3 });
  });

  it("reads bounds", () => {
    expect(readPrintedP("<0.01")).toEqual({ low: 0, high: 0.01, decimals: 2 });
    expect(readPrintedP("> 0.2")).toEqual({ low: 0.2, high: 1, decimals: 1 });
  });

  it.each(["", "ns", "1.5", "0,04", "0.04*"])("refuses %j", (printed) => {
    expect(() => readPrintedP(printed)).toThrow(`got "${printed}"`);
  });
});
