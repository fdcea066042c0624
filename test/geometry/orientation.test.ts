import { describe, expect, it } from "vitest";
import { sideOfPlane, turnAlong } from "../../src/geometry/orientation.js";

describe("sideOfPlane", () => {
  it("is 1 on the side of the normal", () => {
    const p = Float64Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0, 5, 5, 2, 5, 5, -2, 7, -3, 0);
    expect([3, 4, 5].map((d) => sideOfPlane(p, 0, 1, 2, d))).toEqual([1, -1, 0]);
    expect(sideOfPlane(p, 0, 2, 1, 3)).toBe(-1);
  });

  it("sees the last bit of a coordinate, where floating point sees a plane", () => {
    // The plane x + y + z = 3 through points whose products do not fit into a double.
    const base = [1 / 3, 1 / 7, 1 / 11].map((f) => f * 2 ** 20);
    const at = (s: number, t: number): number[] => [
      base[0]! + s * 1024,
      base[1]! + t * 1024,
      base[2]! - (s + t) * 1024,
    ];
    const points = [at(0, 0), at(1, 0), at(0, 1), at(100, 77)].flat();
    const p = Float64Array.from(points);
    const side = sideOfPlane(p, 0, 1, 2, 3);
    const ulp = 2 ** (Math.floor(Math.log2(Math.abs(p[11]!))) - 52);
    const raised = Float64Array.from([...points.slice(0, 11), p[11]! + 4 * ulp]);
    const lowered = Float64Array.from([...points.slice(0, 11), p[11]! - 4 * ulp]);
    expect(Math.abs(side)).toBeLessThanOrEqual(1);
    expect(sideOfPlane(raised, 0, 1, 2, 3)).toBe(1);
    expect(sideOfPlane(lowered, 0, 1, 2, 3)).toBe(-1);
  });

  it("changes its sign whenever two points are swapped, however flat they lie", () => {
    const p = Float64Array.of(0.1, 0.1, 0.1, 0.2, 0.2, 0.2, 0.3, 0.3, 0.3, 0.7, 0.1, 0.4);
    const side = sideOfPlane(p, 0, 1, 2, 3);
    expect(sideOfPlane(p, 1, 0, 2, 3)).toBe(0 - side);
    expect(sideOfPlane(p, 3, 1, 2, 0)).toBe(0 - side);
    expect(sideOfPlane(p, 1, 2, 0, 3)).toBe(side);
  });
});

describe("turnAlong", () => {
  it("looks against each axis", () => {
    const p = Float64Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1);
    expect([0, 1, 2].map((axis) => turnAlong(p, 0, 1, 2, axis))).toEqual([0, 0, 1]);
    expect(turnAlong(p, 0, 2, 3, 0)).toBe(1);
    expect(turnAlong(p, 0, 3, 1, 1)).toBe(1);
    expect(turnAlong(p, 0, 2, 1, 2)).toBe(-1);
  });

  it("is exact: 0.1, 0.2 and 0.3 do not lie on one line with what floating point makes of it", () => {
    const p = Float64Array.of(0.1, 0.1, 0, 0.2, 0.2, 0, 0.3, 0.3, 0, 0.3, 0.1 + 0.2, 0);
    expect(turnAlong(p, 0, 1, 2, 2)).toBe(0);
    expect(turnAlong(p, 0, 1, 3, 2)).toBe(1);
  });
});
