import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bartlettTest, flignerTest, leveneTest } from "../../../src/analysis/index.js";

const group = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 3, maxLength: 12 });

describe("tests of equal variances", () => {
  it("do not change when a group moves or all change their unit", () => {
    fc.assert(
      fc.property(group, group, group, (x, y, z) => {
        const groups = [x, y, z];
        const moved = [x.map((v) => v + 64), y, z].map((values) => values.map((v) => 4 * v));
        expect(bartlettTest(moved).statistic).toBeCloseTo(bartlettTest(groups).statistic, 8);
        expect(flignerTest(moved).statistic).toBeCloseTo(flignerTest(groups).statistic, 8);
        expect(leveneTest(moved, "median").f).toBeCloseTo(leveneTest(groups, "median").f, 8);
      }),
    );
  });

  it("agree that groups with the same spread do not differ", () => {
    const groups = [
      [1, 2, 3, 5],
      [11, 12, 13, 15],
    ];
    expect(bartlettTest(groups).statistic).toBeCloseTo(0, 12);
    expect(flignerTest(groups).statistic).toBeCloseTo(0, 12);
    expect(leveneTest(groups, "mean").f).toBeCloseTo(0, 12);
  });

  it("give Levene's F about means and medians as R's car does", () => {
    // R 4.2: z <- abs(y - ave(y, g)); anova(lm(z ~ g)) and the same with FUN = median
    const groups = [
      [1, 2, 3, 9],
      [4, 5, 5, 6],
    ];
    expect(leveneTest(groups, "mean").f).toBeCloseTo(4.44615384615384, 12);
    expect(leveneTest(groups, "median").f).toBeCloseTo(1.42718446601942, 12);
  });

  it("note groups that do not vary", () => {
    const constant = [
      [1, 1, 1],
      [2, 2, 2],
    ];
    expect(bartlettTest(constant).note).toBe("zero-variance");
    expect(flignerTest(constant).note).toBe("zero-variance");
    expect(leveneTest(constant, "median").note).toBe("zero-variance");
  });
});
