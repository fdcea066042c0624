import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded, sortTagged } from "../../src/numeric/index.js";

function sorted(values: readonly number[]): { values: number[]; tags: number[] } {
  const column = Float64Array.from(values);
  const tags = Uint32Array.from(values, (_, i) => i);
  sortTagged(column, tags);
  return { values: [...column], tags: [...tags] };
}

/** What a stable comparison sort gives. */
function expected(values: readonly number[]): { values: number[]; tags: number[] } {
  const tags = values.map((_, i) => i).sort((i, j) => values[i]! - values[j]! || i - j);
  return { values: tags.map((i) => values[i]! + 0), tags };
}

describe("sortTagged", () => {
  it("sorts any finite numbers, equal ones in their order", () => {
    const any = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 200 });
    const tied = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 200 });
    fc.assert(
      fc.property(fc.oneof(any, tied), (values) => {
        const got = sorted(values);
        const want = expected(values);
        expect(got.tags).toEqual(want.tags);
        expect(got.values.map((value) => value + 0)).toEqual(want.values);
      }),
    );
  });

  it("sorts what shares a few cells, as with a far outlier, a wide scale or a large offset", () => {
    const random = seeded(3);
    const draw = (of: (x: number) => number): number[] =>
      Array.from({ length: 5000 }, () => of(random.normal()));
    const columns = [
      [...draw((x) => x), 1e300, -1e300],
      draw((x) => Math.exp(20 * x)),
      draw((x) => -Math.exp(20 * x)),
      draw((x) => 1e9 + x),
      draw((x) => Math.sign(x) * 1.5e308), // the range overflows
      draw((x) => (x > 0 ? 5e-324 : 0)),
    ];
    for (const column of columns) expect(sorted(column)).toEqual(expected(column));
  });

  it("leaves nothing and one number as they are", () => {
    expect(sorted([])).toEqual({ values: [], tags: [] });
    expect(sorted([4])).toEqual({ values: [4], tags: [0] });
  });
});
