import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowess } from "../../src/numeric/index.js";

const X = [1, 2, 2, 3, 5, 8, 13, 21];
const Y = [2, 3, 1, 5, 4, 9, 6, 12];

describe("lowess", () => {
  it("gives R's lowess(x, y, f = 0.6, iter = 0), also with a step", () => {
    const whole = [2, 2, 2, 5, 4, 9, 6, 11.7063589101808];
    for (const [i, value] of lowess(X, Y, { span: 0.6 }).entries()) {
      expect(value).toBeCloseTo(whole[i]!, 12);
    }
    const stepped = [2, 3.5, 3.5, 5, 4, 9, 6, 11.7063589101808];
    for (const [i, value] of lowess(X, Y, { span: 0.6, delta: 3 }).entries()) {
      expect(value).toBeCloseTo(stepped[i]!, 12);
    }
  });

  it("leaves a straight line as it is", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 40 }),
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        (values, span) => {
          const x = values.toSorted((a, b) => a - b);
          const got = lowess(
            x,
            x.map((value) => 2 * value - 7),
            { span },
          );
          for (const [i, value] of got.entries()) expect(value).toBeCloseTo(2 * x[i]! - 7, 7);
        },
      ),
      { seed: 11, numRuns: 50 },
    );
  });

  it("refuses x that does not ascend and a span of 0", () => {
    expect(() => lowess([1, 3, 2], [1, 1, 1])).toThrow("lowess: needs ascending x; value 2 is 2");
    expect(() => lowess([1, 2], [1, 1], { span: 0 })).toThrow("needs a span above 0");
    expect(() => lowess([1], [1])).toThrow("needs 2 points");
  });
});
