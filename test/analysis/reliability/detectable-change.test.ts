import { describe, expect, it } from "vitest";
import { detectableChange } from "../../../src/analysis/index.js";

describe("detectableChange", () => {
  it("gives Weir's SEM and minimal difference", () => {
    const { standardError, detectableChange: change } = detectableChange(10, 0.91);
    expect(standardError).toBeCloseTo(3, 12);
    expect(change).toBeCloseTo(1.959963984540054 * Math.SQRT2 * 3, 10);
  });

  it("is 0 for a method without error, and the whole spread for one that knows nothing", () => {
    expect(detectableChange(4, 1).detectableChange).toBe(0);
    expect(detectableChange(4, 0).standardError).toBe(4);
  });

  it("refuses a negative SD and a reliability outside 0 to 1", () => {
    expect(() => detectableChange(-1, 0.5)).toThrow(
      "detectableChange: needs a standard deviation of at least 0; got -1",
    );
    expect(() => detectableChange(1, -0.1)).toThrow("needs a reliability from 0 to 1; got -0.1");
  });
});
