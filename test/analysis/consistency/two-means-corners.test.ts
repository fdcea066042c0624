import { describe, expect, it } from "vitest";
import { twoMeansCorners, twoMeansP } from "../../../src/analysis/index.js";

describe("twoMeansCorners", () => {
  const first = { mean: "35.2", sd: "8.1", n: 18 };
  const second = { mean: "42.6", sd: "11.0", n: 18 };

  it("lies within the bounds that never miss", () => {
    const { least, most, asPrinted } = twoMeansCorners(first, second);
    const spread = ({
      mean,
      sd,
      n,
    }: typeof first): { mean: string; spread: string; n: number } => ({
      mean,
      spread: sd,
      n,
    });
    const { ranges } = twoMeansP(spread(first), spread(second));
    const welch = ranges.find(
      (range) =>
        range.test === "welch" && range.spread === "sd" && range.alternative === "two-sided",
    )!;
    expect(least).toBeGreaterThanOrEqual(welch.lower);
    expect(most).toBeLessThanOrEqual(welch.upper);
    expect(asPrinted.p).toBeGreaterThan(least);
    expect(asPrinted.p).toBeLessThan(most);
  });

  it("turns round when the groups swap", () => {
    const there = twoMeansCorners(first, second);
    const back = twoMeansCorners(second, first);
    expect(back.asPrinted.t).toBe(-there.asPrinted.t);
    expect([back.least, back.most]).toEqual([there.least, there.most]);
  });

  it("refuses what cannot be read", () => {
    expect(() => twoMeansCorners({ ...first, sd: "8,1" }, second)).toThrow('got "8,1"');
  });
});
