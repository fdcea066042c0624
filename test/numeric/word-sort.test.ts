import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byWords } from "../../src/numeric/word-sort.js";

describe("byWords", () => {
  it("sorts any numbers by their bits, negative ones and subnormal ones too", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true })), (values) => {
        const column = Float64Array.from(values);
        const tags = Uint32Array.from(values, (_, i) => i);
        byWords(column, tags);
        const order = values.map((_, i) => i);
        order.sort((i, j) => (values[i]! < values[j]! ? -1 : values[i]! > values[j]! ? 1 : i - j));
        expect([...tags]).toEqual(order);
        expect([...column]).toEqual(order.map((i) => values[i]! + 0));
      }),
    );
  });
});
