import { describe, expect, it } from "vitest";
import { proportionSizes } from "../../../src/analysis/index.js";

const counts = ({ first, second }: NonNullable<ReturnType<typeof proportionSizes>["smallest"]>) =>
  `${first.count}/${first.n} ${second.count}/${second.n}`;

describe("proportionSizes", () => {
  it("finds the smallest arms, unequal and equal", () => {
    // R: chisq.test(matrix(c(11, 1, 3, 8), 2)) 0.006271, which prints as 0.01
    const got = proportionSizes("92", "27", "0.01");
    expect(counts(got.smallest!)).toBe("11/12 3/11");
    expect(got.smallest!.tests.filter(({ agrees }) => agrees).map(({ test }) => test)).toEqual([
      "yates",
    ]);
    expect(got.smallestEqual).toBeUndefined(); // 12 and 12 do not print as 27 %, 22 have too small a p
    // R: fisher.test(matrix(c(5, 5, 1, 9), 2)) 0.1409
    const equal = proportionSizes("50", "10", "0.14");
    expect(counts(equal.smallestEqual!)).toBe("5/10 1/10");
  });

  it("names the largest p where no arms give it", () => {
    // R: twice the smaller one-sided fisher.test(matrix(c(11, 1, 7, 4), 2)) 0.2628
    const got = proportionSizes("92", "64", "0.33");
    expect(got.smallest).toBeUndefined();
    expect(counts(got.leastDifferent!)).toBe("11/12 7/11");
    expect(got.leastDifferent!.tests[0]!.p).toBeCloseTo(0.262831, 6);
  });

  it("tries no larger arms than asked, and those", () => {
    expect(proportionSizes("92", "27", "0.01", { largest: 11 })).toEqual({
      method: "proportion-sizes",
      largest: 11,
    });
    expect(proportionSizes("92", "27", "0.01", { largest: 12 }).smallest).toBeDefined();
    expect(proportionSizes("50", "10", "0.07", { sides: 1 }).smallest).toBeDefined();
  });

  it("refuses what it cannot read or try", () => {
    expect(() => proportionSizes("120", "27", "0.01")).toThrow("a percentage from 0 to 100");
    expect(() => proportionSizes("92", "27", "high")).toThrow("proportionSizes: needs a p such as");
    expect(() => proportionSizes("92", "27", "0.1", { largest: 1000 })).toThrow("at most 200");
    expect(() => proportionSizes("92", "27", "0.1", { sides: 0 as 1 })).toThrow("of 1 or 2; got 0");
  });
});
