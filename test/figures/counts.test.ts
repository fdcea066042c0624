import { describe, expect, it } from "vitest";
import { checkCounts, total } from "../../src/figures/counts.js";

const rule = { parts: ["yes", "no"], fewest: 2, most: 3 };
const check = (counts: number[]) => () => checkCounts("bars", [{ label: "CT", counts }], rule);

describe("checkCounts", () => {
  it("accepts whole counts, one for each part", () => {
    expect(check([17, 5])).not.toThrow();
    expect(total([17, 5])).toBe(22);
  });

  it("refuses others, naming the row", () => {
    expect(check([17])).toThrow('bars: "CT" needs 2 whole counts, not all 0; got 17');
    expect(check([17, -1])).toThrow("got 17, -1");
    expect(check([1.5, 2])).toThrow("got 1.5, 2");
    expect(check([0, 0])).toThrow("got 0, 0");
    expect(() => checkCounts("bars", [], rule)).toThrow(
      "needs at least one row of counts; got none",
    );
    const many = { ...rule, parts: ["a", "b", "c", "d"] };
    expect(() => checkCounts("bars", [{ label: "x", counts: [1] }], many)).toThrow(
      "needs 2 to 3 names; got 4",
    );
  });
});
