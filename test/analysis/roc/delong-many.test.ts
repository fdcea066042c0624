import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AreaContrast, deLongManyTest, deLongTest } from "../../../src/analysis/index.js";

const N = 24;
const events = Array.from({ length: N }, (_, i) => i % 2);
const column = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: N, maxLength: N });
const higher = (scores: ArrayLike<number>) => ({ scores, direction: "higher" as const });
const p = ({ contrasts }: { contrasts: readonly AreaContrast[] }): number[] =>
  contrasts.map((contrast) => contrast.p);

describe("deLongManyTest", () => {
  it("is the paired test for two markers", () => {
    fc.assert(
      fc.property(column, column, (one, two) => {
        const pair = deLongTest(higher(one), higher(two), events);
        const many = deLongManyTest([higher(one), higher(two)], events);
        fc.pre(pair.standardError > 1e-6);
        expect(Math.abs(many.statistic - pair.z ** 2)).toBeLessThan(1e-9 * (1 + pair.z ** 2));
        expect(many.p).toBeCloseTo(pair.p, 10);
        expect(many.contrasts[0]!.estimate.value).toBeCloseTo(pair.difference.value, 14);
        expect(many.contrasts[0]!.adjustedP).toBe(many.contrasts[0]!.p);
      }),
    );
  });

  it("does not depend on which contrasts span the differences", () => {
    fc.assert(
      fc.property(column, column, column, (one, two, three) => {
        const markers = [one, two, three].map(higher);
        const all = deLongManyTest(markers, events);
        const successive = deLongManyTest(markers, events, {
          contrasts: [
            [1, -1, 0],
            [0, 1, -1],
          ],
        });
        fc.pre(all.df === 2 && successive.df === 2);
        expect(Math.abs(all.statistic / successive.statistic - 1)).toBeLessThan(1e-6);
      }),
      { numRuns: 50 },
    );
  });

  it("counts only contrasts that can differ as degrees of freedom", () => {
    const one = events.map((_, i) => (i * 7) % 5);
    const two = events.map((_, i) => (i * 5) % 7);
    const markers = [higher(one), higher(one.map((score) => score ** 3)), higher(two)];
    const got = deLongManyTest(markers, events);
    expect(got.df).toBe(1);
    expect(got.contrasts[0]).toMatchObject({ p: 1, estimate: { value: 0 } });
    const same = deLongManyTest(markers.slice(0, 2), events);
    expect([same.df, same.p, same.note]).toEqual([0, Number.NaN, "zero-variance"]);
  });

  it("adjusts for the number of contrasts", () => {
    const markers = [3, 5, 7, 11].map((step) => higher(events.map((_, i) => (i * step) % 13)));
    const raw = p(deLongManyTest(markers, events));
    expect(raw).toHaveLength(6);
    const { contrasts } = deLongManyTest(markers, events, { adjustment: "bonferroni" });
    expect(contrasts.map(({ adjustedP }) => adjustedP)).toEqual(raw.map((x) => Math.min(1, 6 * x)));
  });

  it("gives only the areas with a single event", () => {
    const got = deLongManyTest([higher([1, 2, 3]), higher([3, 1, 2])], [0, 0, 1]);
    expect([...got.areas]).toEqual([1, 0.5]);
    expect([got.note, got.p, got.contrasts[0]!.adjustedP]).toEqual([
      "one-of-a-class",
      Number.NaN,
      Number.NaN,
    ]);
  });
});
