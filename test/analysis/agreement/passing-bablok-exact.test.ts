import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  heightSign,
  nextDouble,
  slopeBetween,
  upperBound,
} from "../../../src/analysis/agreement/passing-bablok-exact.js";

const UNIT = 1100n; // 2⁻¹¹⁰⁰ divides every double below

/** A double as a whole number of 2⁻¹¹⁰⁰, exactly. */
function whole(value: number): bigint {
  if (value === 0) return 0n;
  const exponent = Math.max(-1022, Math.floor(Math.log2(Math.abs(value)))) - 60;
  const scaled = value / 2 ** exponent; // an exact power of two away, below 2⁶²
  return BigInt(scaled) << (UNIT + BigInt(exponent));
}

/** Sign of (y₂ − y₁) − slope·(x₂ − x₁) by whole numbers of any length. */
function signByIntegers(slope: bigint, x1: number, y1: number, x2: number, y2: number): number {
  const height = ((whole(y2) - whole(y1)) << UNIT) - slope * (whole(x2) - whole(x1));
  return height > 0n ? 1 : height < 0n ? -1 : 0;
}

const decimals = fc.integer({ min: -5000, max: 5000 }).map((value) => value / 10);
const doubles = fc
  .double({ min: -1e6, max: 1e6, noNaN: true })
  .filter((v) => v === 0 || Math.abs(v) > 1e-100);
const coordinate = fc.oneof(decimals, doubles);

describe("heightSign", () => {
  it("agrees with whole numbers of any length", () => {
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, coordinate, (x1, y1, x2, y2) => {
        fc.pre(x1 !== x2);
        const slope = slopeBetween(x1, y1, x2, y2);
        fc.pre(Math.abs(slope) > 1e-100 && Math.abs(slope) < 1e100);
        for (const bound of [upperBound(slope), upperBound(nextDouble(slope, -1))]) {
          const exact = whole(bound.high) + whole(bound.low);
          expect(heightSign(bound, x1, y1, x2, y2)).toBe(signByIntegers(exact, x1, y1, x2, y2));
        }
      }),
      { seed: 11, numRuns: 1000 },
    );
  });
});

describe("slopeBetween", () => {
  it("is the double nearest to the ratio of the exact differences", () => {
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, coordinate, (x1, y1, x2, y2) => {
        fc.pre(x1 !== x2);
        const slope = slopeBetween(x1, y1, x2, y2);
        fc.pre(Math.abs(slope) > 1e-100 && Math.abs(slope) < 1e100);
        const [above, below] = [upperBound(slope), upperBound(nextDouble(slope, -1))];
        const along = x2 > x1 ? 1 : -1;
        const over = along * heightSign(above, x1, y1, x2, y2);
        const under = along * heightSign(below, x1, y1, x2, y2);
        expect(over < 0 || (over === 0 && above.isWithin)).toBe(true);
        expect(under > 0 || (under === 0 && !below.isWithin)).toBe(true);
      }),
      { seed: 12, numRuns: 1000 },
    );
  });

  it("takes the doubles as they are", () => {
    expect(slopeBetween(0, 0.2, 1, 0.3)).toBe(0.3 - 0.2); // 0.09999999999999998
    expect(Object.is(slopeBetween(0, 1, -2, 1), 0)).toBe(true);
  });
});

describe("nextDouble", () => {
  it("steps through 0 and 1", () => {
    expect(nextDouble(1, 1)).toBe(1 + Number.EPSILON);
    expect(nextDouble(-1, -1)).toBe(-1 - Number.EPSILON);
    expect(nextDouble(0, -1)).toBe(-Number.MIN_VALUE);
    expect(nextDouble(-Number.MIN_VALUE, 1)).toBe(-0);
    expect(nextDouble(Number.MAX_VALUE, 1)).toBe(Number.POSITIVE_INFINITY);
  });
});
