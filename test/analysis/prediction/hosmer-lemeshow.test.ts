import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hosmerLemeshow } from "../../../src/analysis/index.js";
import { RISKS, Y } from "./cohort.js";

describe("hosmerLemeshow", () => {
  it("keeps equal risks in one group, and then has fewer groups", () => {
    const risks = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.3, 0.4, 0.5, 0.6];
    const { groups, test } = hosmerLemeshow([0, 0, 1, 0, 0, 0, 0, 1, 0, 1], risks, { groups: 5 });
    expect(groups.map(({ n }) => n)).toEqual([6, 2, 2]);
    expect(test.df).toBe(1);
  });

  it("is 0 when each group has as many events as it expects", () => {
    const risks = [0.25, 0.25, 0.25, 0.25, 0.5, 0.5, 0.5, 0.5, 0.75, 0.75, 0.75, 0.75];
    const got = hosmerLemeshow([1, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1, 0], risks, { groups: 3 });
    expect(got.test).toMatchObject({ statistic: 0, df: 1, p: 1 });
    expect(got.external.df).toBe(3);
  });

  it("has no p when fewer than 3 groups are left", () => {
    const got = hosmerLemeshow([0, 1, 0, 1], [0.2, 0.2, 0.2, 0.2], { groups: 4 });
    expect(got.test.p).toBeNaN();
  });

  it("warns always, and of small groups", () => {
    const got = hosmerLemeshow(Y, RISKS, { groups: 5 });
    expect(got).toMatchObject({ warning: "depends-on-groups", note: "small-expected" });
  });

  it("does not depend on the order of the subjects", () => {
    const order = fc.shuffledSubarray(
      Y.map((_, i) => i),
      { minLength: 16 },
    );
    fc.assert(
      fc.property(order, (indices) => {
        const shuffled = hosmerLemeshow(
          indices.map((i) => Y[i]!),
          indices.map((i) => RISKS[i]!),
          { groups: 4 },
        );
        const { statistic } = hosmerLemeshow(Y, RISKS, { groups: 4 }).test;
        expect(shuffled.test.statistic).toBeCloseTo(statistic, 10);
      }),
      { seed: 11, numRuns: 20 },
    );
  });
});

describe("the number of groups", () => {
  it("is refused where no listing of it ends", () => {
    const [y, p] = [
      [0, 1, 0, 1],
      [0.1, 0.2, 0.6, 0.7],
    ];
    expect(() => hosmerLemeshow(y!, p!, { groups: 1e9 })).toThrow("at most 1000 groups");
  });
});
