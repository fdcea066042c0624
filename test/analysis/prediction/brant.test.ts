import { describe, expect, it } from "vitest";
import { brantTest } from "../../../src/analysis/index.js";
import { AGE, MISMATCH, Y } from "./cohort.js";

const GRADE = [3, 2, 1, 3, 2, 1, 1, 3, 2, 3, 1, 3, 2, 2, 1, 1];

describe("brantTest", () => {
  it("gives the value of R's matrix algebra", () => {
    const { all, byCovariate } = brantTest(GRADE, { mismatch: MISMATCH });
    expect(all.statistic).toBeCloseTo(0.216123760424774, 9);
    expect(all.df).toBe(1);
    expect(byCovariate[0]).toMatchObject({ term: "mismatch", df: 1 });
  });

  it("does not depend on units and origin", () => {
    const one = brantTest(GRADE, { mismatch: MISMATCH, age: AGE });
    const other = brantTest(GRADE, { mismatch: MISMATCH, age: AGE.map((a) => 1e4 - 12 * a) });
    expect(other.all.statistic).toBeCloseTo(one.all.statistic, 7);
    expect(one.all.df).toBe(2);
  });

  it("refuses two levels", () => {
    expect(() => brantTest(Y, { mismatch: MISMATCH })).toThrow("needs at least 3 levels; got 2");
  });
});
