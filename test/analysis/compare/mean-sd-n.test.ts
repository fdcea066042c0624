import { describe, expect, it } from "vitest";
import { meanSdN } from "../../../src/analysis/index.js";

describe("meanSdN", () => {
  it("summarises a group, whatever its offset", () => {
    expect(meanSdN([1, 2, 3, 6])).toEqual({ mean: 3, sd: Math.sqrt(14 / 3), n: 4 });
    expect(meanSdN([1e9 + 1, 1e9 + 2, 1e9 + 3]).sd).toBe(1);
  });

  it("refuses a single value, which has no standard deviation", () => {
    expect(() => meanSdN([4])).toThrow("meanSdN: needs at least 2 values; got 1");
  });
});
