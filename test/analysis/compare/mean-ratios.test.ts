import { describe, expect, it } from "vitest";
import { ratioOfMeans, varianceRatio } from "../../../src/analysis/index.js";

const first = { mean: 55, sd: 17, n: 12 };
const second = { mean: 73, sd: 24, n: 11 };

describe("varianceRatio", () => {
  it("inverts when the groups swap", () => {
    const one = varianceRatio(first, second);
    const other = varianceRatio(second, first);
    expect(other.p).toBeCloseTo(one.p, 13);
    expect(other.ratio.value * one.ratio.value).toBeCloseTo(1, 14);
    expect(other.ratio.ci.lower * one.ratio.ci.upper).toBeCloseTo(1, 12);
  });

  it("notes an SD of 0", () => {
    const got = varianceRatio({ ...first, sd: 0 }, second);
    expect([got.note, got.ratio.value, got.p]).toEqual(["zero-variance", 0, Number.NaN]);
  });
});

describe("ratioOfMeans", () => {
  it("inverts when the groups swap", () => {
    const one = ratioOfMeans(first, second).ratio;
    const other = ratioOfMeans(second, first).ratio;
    expect(other.ci.lower * one.ci.upper).toBeCloseTo(1, 14);
  });

  it("is the same for means of the other sign", () => {
    const negative = (group: typeof first) => ({ ...group, mean: -group.mean });
    expect(ratioOfMeans(negative(first), negative(second))).toEqual(ratioOfMeans(first, second));
  });

  it("refuses means whose ratio has no logarithm", () => {
    const rule = "ratioOfMeans: needs means of one sign and not 0; got";
    expect(() => ratioOfMeans({ ...first, mean: 0 }, second)).toThrow(`${rule} 0 and 73`);
    expect(() => ratioOfMeans({ ...first, mean: -1 }, second)).toThrow(`${rule} -1 and 73`);
  });
});
