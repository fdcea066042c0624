import { describe, expect, it } from "vitest";
import { partsOfWhole, wholesOfPercents } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import { printed, someRule } from "../../printing.js";

describe("partsOfWhole", () => {
  it("adds arms up to those enrolled", () => {
    const arms = [{ count: 21 }, { count: 21 }];
    expect(partsOfWhole(arms, 42)).toMatchObject({ least: 42, most: 42, consistent: true });
    expect(partsOfWhole(arms, 44).reason).toBe("too-few");
    expect(partsOfWhole(arms, 44, { others: 2 }).consistent).toBe(true);
    expect(partsOfWhole(arms, 40).reason).toBe("too-many");
  });

  it("finds the counts behind percentages", () => {
    // Of 22: 55 % is 12, 45 % is 10, and 5 % is 1.
    const sizing = [{ percent: "55" }, { percent: "45" }];
    expect(partsOfWhole(sizing, 22)).toMatchObject({
      parts: [
        { least: 12, most: 12 },
        { least: 10, most: 10 },
      ],
      consistent: true,
    });
    expect(partsOfWhole([...sizing, { percent: "5" }], 22).reason).toBe("too-many");
    expect(partsOfWhole([{ percent: "55" }, { count: 9 }], 22).reason).toBe("too-few");
    expect(partsOfWhole([{ percent: "27" }, { count: 9 }], 12).reason).toBe("impossible-part");
    // Of 1000: 33 % is 325 (a half rounded up) to 334, so three of them are 975 to 1002.
    expect(partsOfWhole(Array(3).fill({ percent: "33" }), 1000)).toMatchObject({
      least: 975,
      most: 1002,
      consistent: true,
    });
  });

  it("never contradicts a whole that was divided and printed", () => {
    const random = seeded(33);
    let found = 0;
    for (let i = 0; i < 100_000; i++) {
      const counts = Array.from({ length: 1 + random.integer(5) }, () => random.integer(60));
      const whole = counts.reduce((a, b) => a + b, 0);
      if (whole === 0) continue;
      const [decimals, rule] = [random.integer(3), someRule(random)];
      const parts = counts.map((count) =>
        random.uniform() < 0.3
          ? { count }
          : { percent: printed((100 * count) / whole, decimals, rule) },
      );
      if (!partsOfWhole(parts, whole).consistent) expect({ counts, parts }).toBeUndefined();
      if (i % 10 > 0) continue;
      if (!partsOfWhole([...parts, { count: 2 }], whole).consistent) found++;
    }
    expect(found).toBeGreaterThan(7000);
  });

  it("refuses what are no parts", () => {
    expect(() => partsOfWhole([], 22)).toThrow("at least one part; got none");
    expect(() => partsOfWhole([{ count: -1 }], 22)).toThrow("integers of at least 0; got -1");
    expect(() => partsOfWhole([{ percent: "120" }], 22)).toThrow(
      "partsOfWhole: needs a percentage",
    );
    expect(() => partsOfWhole([{ count: 1 }], 22, { others: -1 })).toThrow(
      "others to be an integer",
    );
  });
});

describe("wholesOfPercents", () => {
  it("lists the wholes that the parts allow", () => {
    // 55 % and 45 %: 6 + 5 of 11, 11 + 9 of 20, 12 + 10 of 22, …
    expect(wholesOfPercents(["55", "45"], 22)).toEqual([11, 20, 22]);
    expect(wholesOfPercents(["33", "33", "33"], 9)).toEqual([3, 6, 9]);
    expect(wholesOfPercents(["55", "55"], 60)).toEqual([]);
  });
});
