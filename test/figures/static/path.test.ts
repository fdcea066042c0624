import { describe, expect, it } from "vitest";
import { outline, pathBox, pathLength, pointAlong } from "../../../src/figures/static/path.js";

describe("outline", () => {
  it("follows absolute and relative commands", () => {
    expect(outline("M1,2h3v-4H0V0l5,5m1,1")).toEqual({
      xs: [1, 4, 4, 0, 0, 5, 6],
      ys: [2, 2, -2, -2, 0, 5, 6],
    });
  });

  it("keeps control points of curves and the ends of arcs", () => {
    expect(outline("M0,0c1,2 3,4 5,6")).toEqual({ xs: [0, 1, 3, 5], ys: [0, 2, 4, 6] });
    expect(outline("M3,0A3,3 0 1,1 0,-3Z")).toEqual({ xs: [3, 0], ys: [0, -3] });
  });
});

describe("pathBox, pathLength and pointAlong", () => {
  it("measure a bent line", () => {
    const bent = "M0,0L3,4V10";
    expect(pathBox(bent)).toEqual({ left: 0, top: 0, right: 3, bottom: 10 });
    expect(pathLength(bent)).toBe(11);
    expect(pointAlong(bent, 2.5)).toEqual({ x: 1.5, y: 2 });
    expect(pointAlong(bent, 8)).toEqual({ x: 3, y: 7 });
    expect(pointAlong(bent, 99)).toEqual({ x: 3, y: 10 });
  });

  it("know an empty path", () => {
    expect(pathBox("")).toBeUndefined();
    expect(pathLength("")).toBe(0);
  });
});
