import { describe, expect, it } from "vitest";
import { linearTicks, logTicks, shareTicks } from "../../src/figures/ticks.js";

describe("linearTicks", () => {
  it("takes round steps within the ends", () => {
    expect(linearTicks(0, 1, 5)).toEqual({
      values: [0, 0.2, 0.4, 0.6, 0.8, 1],
      labels: ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"],
    });
    expect(linearTicks(-12, 31, 4).labels).toEqual(["\u221210", "0", "10", "20", "30"]);
  });

  it("does not lose an end to floating point", () => {
    expect(linearTicks(0.1, 0.7, 6).values).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
  });

  it("refuses an empty range", () => {
    expect(() => linearTicks(1, 1, 5)).toThrow("needs finite low < high; got 1, 1");
  });
});

describe("logTicks", () => {
  it("takes powers of ten over three decades, else 1, 2 and 5", () => {
    expect(logTicks(1e-4, 1).labels).toEqual(["0.0001", "0.001", "0.01", "0.1", "1"]);
    expect(logTicks(0.05, 2).labels).toEqual(["0.05", "0.1", "0.2", "0.5", "1", "2"]);
  });

  it("refuses zero", () => {
    expect(() => logTicks(0, 1)).toThrow("needs low > 0; got 0");
  });
});

describe("shareTicks", () => {
  it("runs from none to all", () => {
    expect(shareTicks().labels[0]).toBe("0\u00a0%");
    expect(shareTicks().values.at(-1)).toBe(1);
  });
});
