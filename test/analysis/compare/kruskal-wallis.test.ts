import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dunnTest, kruskalWallis, mannWhitneyTest } from "../../../src/analysis/index.js";

const group = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 12 });

describe("kruskalWallis", () => {
  it("of two groups is the square of Mann and Whitney's z", () => {
    fc.assert(
      fc.property(group, group, (x, y) => {
        const { z, note } = mannWhitneyTest(x, y);
        fc.pre(note === undefined);
        expect(kruskalWallis([x, y]).h).toBeCloseTo(z ** 2, 9);
        expect(dunnTest([x, y])[0]!.z).toBeCloseTo(-z, 9); // the later group first
      }),
    );
  });

  it("notes values that are all the same", () => {
    const same = [
      [2, 2],
      [2, 2, 2],
    ];
    expect(kruskalWallis(same)).toMatchObject({ note: "all-tied", h: Number.NaN, p: Number.NaN });
    expect(dunnTest(same)[0]).toMatchObject({ z: Number.NaN, adjustedP: Number.NaN });
  });
});

describe("dunnTest", () => {
  it("compares every two groups once, in R's order, with adjusted p", () => {
    const got = dunnTest([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    expect(got.map(({ first, second }) => [first, second])).toEqual([
      [1, 0],
      [2, 0],
      [2, 1],
    ]);
    // mean ranks 2, 5, 8; variance 9·10/12: z = 6/√(7.5·2/3)
    expect(got[1]!.z).toBeCloseTo(6 / Math.sqrt(5), 12);
    expect(got[1]!.adjustedP).toBeCloseTo(3 * got[1]!.p, 12);
  });

  it("refuses an unknown adjustment, naming itself", () => {
    const call = (): unknown => dunnTest([[1], [2]], { adjustment: "none" as never });
    expect(call).toThrow('dunnTest: needs a known adjustment; got "none"');
  });
});
