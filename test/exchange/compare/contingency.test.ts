import { describe, expect, it } from "vitest";
import { answer } from "../../../src/exchange/index.js";

describe("contingency", () => {
  it("tests the trend over groups that hold someone, each at its own place", () => {
    // R: prop.trend.test(c(5, 2, 1), c(6, 5, 2), c(1, 3, 4)); with the empty group, 0 of 0, too
    const table = [
      [5, 1],
      [0, 0],
      [2, 3],
      [1, 1],
    ];
    const { cochran_armitage: trend } = answer("contingency", { table });
    expect(trend).toMatchObject({ p: expect.closeTo(0.1715401, 7) });
    const turned = [table.map(([count]) => count), table.map(([, other]) => other)];
    expect(answer("contingency", { table: turned }).cochran_armitage).toEqual(trend);
  });
});
