import { describe, expect, it } from "vitest";
import {
  IDENTITY,
  mapBox,
  multiply,
  numbersIn,
  parseTransform,
  union,
} from "../../../src/figures/static/box.js";

const unit = { left: 0, top: 0, right: 2, bottom: 1 };

describe("parseTransform", () => {
  it("applies transforms from the right, as nested groups do", () => {
    const box = mapBox(parseTransform("translate(10,20) scale(2)"), unit);
    expect(box).toEqual({ left: 10, top: 20, right: 14, bottom: 22 });
  });

  it("turns about a point", () => {
    const box = mapBox(parseTransform("rotate(-90,1,1)"), unit);
    expect(box.left).toBeCloseTo(0, 12);
    expect(box.right).toBeCloseTo(1, 12);
    expect(box.top).toBeCloseTo(0, 12);
    expect(box.bottom).toBeCloseTo(2, 12);
  });

  it("reads a matrix, and nothing", () => {
    expect(parseTransform("matrix(1 2 3 4 5 6)")).toEqual([1, 2, 3, 4, 5, 6]);
    expect(parseTransform(null)).toEqual(IDENTITY);
    expect(parseTransform("skewX(30)")).toEqual(IDENTITY);
  });
});

describe("multiply", () => {
  it("leaves a map alone beside the identity", () => {
    const map = parseTransform("translate(3,4) rotate(30) scale(2,5)");
    expect(multiply(map, IDENTITY)).toEqual(map);
    expect(multiply(IDENTITY, map)).toEqual(map);
  });
});

describe("union and numbersIn", () => {
  it("hold what they are given", () => {
    expect(union(undefined, unit)).toBe(unit);
    expect(union(unit, { left: -1, top: 0.5, right: 1, bottom: 3 })).toEqual({
      left: -1,
      top: 0,
      right: 2,
      bottom: 3,
    });
    expect(numbersIn("M-1.5.25e1,+3")).toEqual([-1.5, 2.5, 3]);
  });
});
