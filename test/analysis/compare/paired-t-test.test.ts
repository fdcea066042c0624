import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairedTTest } from "../../../src/analysis/index.js";

const first = [18.8, 21, 21.4, 19.2, 21.2];
const second = [19.4, 21.7, 22.3, 20.4, 21.7];

describe("pairedTTest", () => {
  it("turns round when the measurements swap", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ max: 99 }), fc.integer({ max: 99 })), {
      minLength: 3,
      maxLength: 30,
    });
    fc.assert(
      fc.property(pairs, (both) => {
        const [a, b] = [both.map(([x]) => x), both.map(([, y]) => y)];
        const [one, other] = [pairedTTest(a, b), pairedTTest(b, a)];
        expect(other.note).toBe(one.note);
        fc.pre(one.note === undefined);
        expect(other.t).toBeCloseTo(-one.t, 10);
        expect(other.p).toBeCloseTo(one.p, 12);
        expect(other.difference.ci.lower).toBeCloseTo(-one.difference.ci.upper, 6);
        expect(other.dZ.ci.lower).toBeCloseTo(-one.dZ.ci.upper, 8);
      }),
      { numRuns: 30 },
    );
  });

  it("does not lose digits to a large common offset", () => {
    const far = (values: number[]): number[] => values.map((x) => x + 2 ** 30);
    expect(pairedTTest(far(first), far(second)).t).toBeCloseTo(pairedTTest(first, second).t, 5);
  });

  it("notes differences that are equal but for rounding", () => {
    const got = pairedTTest([1.1, 10.1, 100.1], [1, 10, 100]);
    expect(got.note).toBe("zero-variance");
    expect(got.difference.value).toBeCloseTo(0.1, 12);
    expect([got.t, got.p, got.dZ.value, got.difference.ci.lower]).toEqual(
      Array(4).fill(Number.NaN),
    );
  });

  it("refuses a single pair, naming itself", () => {
    expect(() => pairedTTest([1], [2])).toThrow("pairedTTest: needs at least 2 pairs; got 1");
  });
});
