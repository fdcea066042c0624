import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neoLvotAreaMm2 } from "../../../src/geometry/device/neo-lvot.js";
import { neoLvotOfSection } from "../../../src/geometry/device/neo-lvot-section.js";

function ngon(n: number, radius: number, [x, y]: readonly [number, number] = [0, 0]): Float64Array {
  return Float64Array.from({ length: 2 * n }, (_, i) => {
    const angle = (2 * Math.PI * (i >> 1)) / n;
    return (i & 1 ? y : x) + radius * (i & 1 ? Math.sin(angle) : Math.cos(angle));
  });
}
const square = Float64Array.of(-10, -10, 10, -10, 10, 10, -10, 10);
const reversed = (points: Float64Array): Float64Array =>
  points.map((_, i) => points[points.length - 2 - 2 * (i >> 1) + (i & 1)]!);
const mm = fc.double({ min: -15, max: 15, noNaN: true });
const radius = fc.double({ min: 0.5, max: 12, noNaN: true });

describe("neoLvotOfSection", () => {
  it("takes a circle off a square", () => {
    const got = neoLvotOfSection(square, { centre: [0, 0], radiusMm: 5 });
    expect(got.sectionAreaMm2).toBe(400);
    expect(got.coveredAreaMm2).toBeCloseTo(25 * Math.PI, 10);
    expect(got.coveredFraction).toBeCloseTo(Math.PI / 16, 12);
    expect(neoLvotOfSection(square, { centre: [10, 0], radiusMm: 5 }).coveredAreaMm2).toBeCloseTo(
      12.5 * Math.PI,
      10,
    );
    expect(neoLvotOfSection(square, { centre: [10, 10], radiusMm: 5 }).coveredAreaMm2).toBeCloseTo(
      6.25 * Math.PI,
      10,
    );
    expect(neoLvotOfSection(square, { centre: [30, 0], radiusMm: 5 }).coveredAreaMm2).toBe(0);
    expect(neoLvotOfSection(square, { centre: [1, 2], radiusMm: 50 }).neoLvotAreaMm2).toBeCloseTo(
      0,
      9,
    );
  });

  it("agrees with two circles in the limit of many corners", () => {
    fc.assert(
      fc.property(radius, radius, mm, (r, s, d) => {
        const exact = neoLvotAreaMm2(r, s, Math.abs(d));
        const polygon = neoLvotOfSection(ngon(2000, r), { centre: [d, 0], radiusMm: s });
        expect(Math.abs(polygon.neoLvotAreaMm2 - exact)).toBeLessThan(4e-6 * Math.PI * r * r);
      }),
      { seed: 16 },
    );
  });

  it("cuts a section that is not convex with a convex device, exactly", () => {
    const l = Float64Array.of(0, 0, 10, 0, 10, 4, 4, 4, 4, 10, 0, 10); // an L
    const device = Float64Array.of(2, 2, 8, 2, 8, 8, 2, 8);
    expect(neoLvotOfSection(l, { points: device }).coveredAreaMm2).toBeCloseTo(20, 12);
    const u = Float64Array.of(0, 0, 9, 0, 9, 9, 6, 9, 6, 3, 3, 3, 3, 9, 0, 9); // severed in two
    expect(
      neoLvotOfSection(u, { points: Float64Array.of(-1, 5, 10, 5, 10, 7, -1, 7) }).coveredAreaMm2,
    ).toBeCloseTo(12, 12);
  });

  it("takes either as the other, and either way round", () => {
    fc.assert(
      fc.property(radius, radius, mm, mm, (r, s, x, y) => {
        const [a, b] = [ngon(7, r), ngon(9, s, [x, y])];
        const covered = neoLvotOfSection(a, { points: b }).coveredAreaMm2;
        for (const [p, q] of [
          [reversed(a), b],
          [a, reversed(b)],
          [b, a],
        ] as const) {
          expect(neoLvotOfSection(p, { points: q }).coveredAreaMm2).toBeCloseTo(covered, 8);
        }
      }),
      { seed: 17 },
    );
  });

  it("has the circle for the limit of its polygons, on sections of any shape", () => {
    fc.assert(
      fc.property(
        fc.array(radius, { minLength: 3, maxLength: 12 }),
        radius,
        mm,
        mm,
        (radii, s, x, y) => {
          const star = Float64Array.from({ length: 2 * radii.length }, (_, i) => {
            const angle = (2 * Math.PI * (i >> 1)) / radii.length;
            return radii[i >> 1]! * (i & 1 ? Math.sin(angle) : Math.cos(angle));
          });
          const circle = neoLvotOfSection(star, { centre: [x, y], radiusMm: s }).coveredAreaMm2;
          const polygon = neoLvotOfSection(star, { points: ngon(3000, s, [x, y]) }).coveredAreaMm2;
          expect(Math.abs(circle - polygon)).toBeLessThan(1e-5 * Math.PI * s * s);
        },
      ),
      { seed: 18 },
    );
  });

  it("takes a device whose first point comes again at the end", () => {
    const device = Float64Array.of(0, 0, 4, 0, 4, 4, 0, 4, 0, 0);
    expect(neoLvotOfSection(square, { points: device }).coveredAreaMm2).toBe(16);
  });

  it("refuses devices that are not convex and sections that are none", () => {
    const dart = Float64Array.of(0, 0, 4, 4, 0, 2, -4, 4);
    expect(() => neoLvotOfSection(square, { points: dart })).toThrow(
      "neoLvotOfSection: needs a convex device; it turns back at corner 2",
    );
    const pentagram = Float64Array.from(
      [0, 2, 4, 1, 3].flatMap((i) => [...ngon(5, 4).slice(2 * i, 2 * i + 2)]),
    );
    expect(() => neoLvotOfSection(square, { points: pentagram })).toThrow(
      "its outline crosses itself",
    );
    expect(() =>
      neoLvotOfSection(Float64Array.of(0, 0, 1, 1), { centre: [0, 0], radiusMm: 1 }),
    ).toThrow(
      "needs the section as three or more points of x and y in a Float64Array; got 4 numbers",
    );
    expect(() =>
      neoLvotOfSection(Float64Array.of(0, 0, 1, 1, 2, 2), { centre: [0, 0], radiusMm: 1 }),
    ).toThrow("needs a section with an area");
    expect(() => neoLvotOfSection(square, { centre: [0, Number.NaN], radiusMm: 1 })).toThrow(
      "needs a finite centre",
    );
    expect(() => neoLvotOfSection(square, { centre: [0, 0], radiusMm: 0 })).toThrow(
      "needs radiusMm to be finite and above 0",
    );
    expect(() =>
      neoLvotOfSection(Float64Array.of(0, 0, 1, Number.NaN, 2, 2), { centre: [0, 0], radiusMm: 1 }),
    ).toThrow("needs finite points; point 1 of the section has NaN");
  });
});
