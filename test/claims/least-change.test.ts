import { describe, expect, it } from "vitest";
import { changeInto, changeOfP, leastChange } from "../../src/claims/least-change.js";

describe("leastChange", () => {
  it("is the least relative to the size of the figure", () => {
    const n = { label: "n", printed: "22", instead: "21" };
    const p = { label: "p", printed: "<0.003", instead: "0.004" };
    expect(leastChange([p, undefined, n])).toBe(n);
    expect(leastChange([undefined])).toBeUndefined();
    const zero = { label: "p", printed: "0.000", instead: "0.230" };
    expect(leastChange([zero, p])).toBe(p);
  });
});

describe("changeOfP", () => {
  it("takes the nearest computed p in the printed decimals", () => {
    expect(changeOfP("0.04", [0.2, 0.0123, Number.NaN])).toEqual({
      label: "p",
      printed: "0.04",
      instead: "0.01",
    });
    expect(changeOfP("0.04", [Number.NaN])).toBeUndefined();
  });

  it("prints a p below its decimals as a bound, and one beside a bound with more of them", () => {
    expect(changeOfP("0.04", [0.0001])!.instead).toBe("<0.01");
    expect(changeOfP("<0.05", [0.0501])!.instead).toBe("0.0501");
    expect(changeOfP(">0.05", [0.03])!.instead).toBe("0.03");
  });
});

describe("changeInto", () => {
  it("takes the nearest number of the range in the figure's decimals", () => {
    expect(changeInto("n", "22", { lower: 20, upper: 21 })!.instead).toBe("21");
    expect(changeInto("r", "-0.50", { lower: -0.4, upper: -0.3 })!.instead).toBe("-0.40");
  });

  it("is undefined where nothing differs or no number is near", () => {
    expect(changeInto("r", "0.50", { lower: 0.4951, upper: 0.52 })).toBeUndefined();
    expect(changeInto("n", "22", { lower: Number.NaN, upper: 30 })).toBeUndefined();
  });
});
