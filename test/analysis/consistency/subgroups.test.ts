import { describe, expect, it } from "vitest";
import { subgroupsOfWhole } from "../../../src/analysis/index.js";
import { mean, type Random, sampleStandardDeviation, seeded } from "../../../src/numeric/index.js";
import { printed, someRule } from "../../printing.js";

const group = (n: number, m: string, sd: string) => ({ n, mean: m, sd });

describe("subgroupsOfWhole", () => {
  it("gives the whole's mean and SD from groups that make it up", () => {
    // R: x <- c(1, 2, 3, 4); y <- c(6, 8); mean(c(x, y)) 4, sd(c(x, y)) 2.607681; sd(x) 1.290994, sd(y) 1.414214
    const groups = [group(4, "2.5000", "1.2910"), group(2, "7.0000", "1.4142")];
    const got = subgroupsOfWhole(group(6, "4.00", "2.61"), groups);
    expect(got).toMatchObject({ of: "whole", n: 6, consistent: true, reason: "none" });
    expect(got.mean.lower).toBeLessThan(4);
    expect(got.mean.upper).toBeCloseTo(4, 3);
    const [sample, population] = got.sds;
    expect((sample!.lower + sample!.upper) / 2).toBeCloseTo(2.607681, 4);
    expect([sample!.consistent, population!.consistent]).toEqual([true, false]);
    expect(subgroupsOfWhole(group(6, "4.10", "2.61"), groups).reason).toBe("mean");
    expect(subgroupsOfWhole(group(6, "4.00", "2.70"), groups).reason).toBe("sd");
  });

  it("says what one group leaves for the rest", () => {
    // As above: y is what x leaves of the six.
    const got = subgroupsOfWhole(group(6, "4.0000", "2.6077"), [group(4, "2.5000", "1.2910")]);
    expect(got).toMatchObject({ of: "rest", n: 2, consistent: true });
    expect((got.mean.lower + got.mean.upper) / 2).toBeCloseTo(7, 3);
    expect((got.sds[0]!.lower + got.sds[0]!.upper) / 2).toBeCloseTo(Math.SQRT2, 2);
  });

  it("contradicts a group with more squares than the whole", () => {
    // 19 · 2² = 76 in all, but 11 · 3² = 99 in the group.
    const whole = group(20, "10.0", "2.0");
    expect(subgroupsOfWhole(whole, [group(12, "10.0", "3.0")]).reason).toBe("sd");
    // 12 · 4² + (12 · 4)²/8 = 480 between the group and the rest
    expect(subgroupsOfWhole(whole, [group(12, "14.0", "0.1")]).reason).toBe("sd");
    expect(subgroupsOfWhole(whole, [group(12, "10.5", "2.0")]).consistent).toBe(true);
  });

  it("holds the rest inside bounds of the values", () => {
    const whole = group(20, "2.0", "1.5");
    // The other 10 would have a mean of −0.5.
    const groups = [group(10, "4.5", "0.5")];
    expect(subgroupsOfWhole(group(20, "2.0", "2.6"), groups).consistent).toBe(true);
    expect(subgroupsOfWhole(group(20, "2.0", "2.6"), groups, { minimum: 0 }).reason).toBe("mean");
    // The rest of 2 has a mean of 1 to 3 but an SD of about 4.5, not inside 0 to 4.
    const wide = [group(18, "2.0", "0.5")];
    expect(subgroupsOfWhole(whole, wide).consistent).toBe(true);
    expect(subgroupsOfWhole(whole, wide, { minimum: 0, maximum: 4 }).reason).toBe("sd");
  });

  it("leaves one member no spread", () => {
    // 19 · 2² = 76; the 19 have 18 · 1² = 18, so that the last is √(58 · 19/20) = 7.4 off the mean:
    // that is between the groups, and must be 7.4 by the means too.
    const whole = group(20, "10.00", "2.00");
    expect(subgroupsOfWhole(whole, [group(19, "9.61", "1.00")]).consistent).toBe(true);
    expect(subgroupsOfWhole(whole, [group(19, "9.90", "1.00")]).reason).toBe("sd");
  });

  it("contradicts groups larger than the whole", () => {
    const got = subgroupsOfWhole(group(20, "10", "2"), [group(12, "9", "2"), group(9, "11", "2")]);
    expect(got).toMatchObject({ n: -1, consistent: false, reason: "size" });
  });

  it("never contradicts data that were split, summarised and printed", () => {
    const random = seeded(32);
    let narrow = 0;
    for (let i = 0; i < 100_000; i++) {
      const sizes = Array.from({ length: 1 + random.integer(4) }, () => 1 + random.integer(9));
      const values = sizes.map((n) => drawn(n, random));
      const [decimals, ofSd, rule] = [random.integer(3), random.integer(3), someRule(random)];
      const isPopulation = random.uniform() < 0.3;
      const summary = (x: readonly number[]) => {
        const sd =
          x.length === 1
            ? 0
            : sampleStandardDeviation(x) *
              (isPopulation ? Math.sqrt((x.length - 1) / x.length) : 1);
        return group(x.length, printed(mean(x), decimals, rule), printed(sd, ofSd, rule));
      };
      const whole = summary(values.flat());
      const shown = values.slice(0, values.length - (random.uniform() < 0.5 ? 0 : 1));
      if (shown.length === 0) continue;
      const flat = values.flat();
      const bounds =
        random.uniform() < 0.5
          ? {}
          : { minimum: Math.min(...flat) - 1e-9, maximum: Math.max(...flat) + 1e-9 };
      const got = subgroupsOfWhole(whole, shown.map(summary), bounds);
      if (!got.consistent) expect({ values, whole, got }).toBeUndefined();
      if (i % 10 > 0) continue;
      const wrong = { ...whole, sd: printed(Number(whole.sd) * 0.6, 2, rule) };
      if (decimals > 0 && ofSd > 0 && !subgroupsOfWhole(wrong, shown.map(summary)).consistent)
        narrow++;
    }
    expect(narrow).toBeGreaterThan(1500); // of some 4,000 with decimals enough
  });

  it("refuses what are no groups", () => {
    const whole = group(6, "4", "2.6");
    expect(() => subgroupsOfWhole(whole, [])).toThrow("needs at least one group; got none");
    expect(() => subgroupsOfWhole(whole, [group(0, "4", "1")])).toThrow(
      "n to be a positive integer",
    );
    expect(() => subgroupsOfWhole(whole, [group(3, "4", "-1")])).toThrow('at least 0; got "-1"');
    expect(() => subgroupsOfWhole(whole, [whole], { minimum: 3, maximum: 1 })).toThrow(
      "below the maximum",
    );
  });
});

function drawn(n: number, random: Random): number[] {
  const [centre, spread] = [5 * random.normal(), 2 * random.uniform()];
  const isWhole = random.uniform() < 0.3;
  return Array.from({ length: n }, () => {
    const x = centre + spread * random.normal();
    return isWhole ? Math.round(x) : x;
  });
}
