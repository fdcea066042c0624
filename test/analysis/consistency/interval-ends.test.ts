import { describe, expect, it } from "vitest";
import {
  endsFit,
  intervalFault,
  readEnds,
} from "../../../src/analysis/consistency/interval-ends.js";
import {
  HALF_ROUNDING,
  parsePrinted,
  printedBounds,
} from "../../../src/analysis/consistency/printed.js";

const bounds = (text: string) => printedBounds(parsePrinted(text));
const ends = (lower: string, upper: string) => readEnds("test", [lower, upper], HALF_ROUNDING);

describe("endsFit", () => {
  it("asks one estimate for both ends", () => {
    const halfAUnit = (x: number): [number, number] => [x - 0.25, x + 0.25];
    const fitOf = (lower: string, upper: string) =>
      endsFit(halfAUnit, { value: 1, bounds: bounds("1.0") }, ends(lower, upper)); // 0.95 to 1.05
    expect(fitOf("0.75", "1.25")).toBe("as-printed");
    expect(fitOf("0.72", "1.22")).toBe("within-rounding");
    expect(fitOf("0.72", "1.28")).toBe("none");
    expect(fitOf("0.60", "1.10")).toBe("none");
  });
});

describe("intervalFault", () => {
  it("finds what no interval can be, beyond rounding", () => {
    const faultOf = (lower: string, upper: string) =>
      intervalFault(bounds("0.5"), ends(lower, upper), [-1, 1]);
    expect(faultOf("0.2", "0.7")).toBeUndefined();
    expect(faultOf("0.52", "0.7")).toBeUndefined(); // 0.5 may be 0.54
    expect(faultOf("0.56", "0.7")).toBe("estimate-outside");
    expect(faultOf("0.7", "0.2")).toBe("ends-swapped");
    expect(faultOf("0.2", "1.1")).toBe("beyond-scale");
    expect(faultOf("0.2", "1.0")).toBeUndefined();
  });
});

describe("readEnds", () => {
  it("refuses what are not two ends", () => {
    expect(() => readEnds("test", ["1"] as never, HALF_ROUNDING)).toThrow(
      'test: needs the two ends of an interval; got ["1"]',
    );
  });
});
