import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sliceGeometry } from "../../../src/geometry/io/slice-geometry.js";
import type { SlicePlane } from "../../../src/geometry/io/slice-plane.js";
import { norm, type Vector3 } from "../../../src/geometry/vector.js";
import { InvalidInput } from "../../../src/numeric/invalid-input.js";

const AXIAL = [1, 0, 0, 0, 1, 0];

function slice(name: string, position: Vector3, more: Partial<SlicePlane> = {}): SlicePlane {
  return {
    name,
    rows: 6,
    columns: 8,
    position,
    orientation: AXIAL,
    pixelSpacing: [0.5, 0.75],
    sliceThicknessMm: undefined,
    spacingBetweenSlicesMm: undefined,
    ...more,
  };
}

/** Axial slices at heights, named in their order. */
function stack(heights: readonly number[], more: Partial<SlicePlane> = {}): SlicePlane[] {
  return heights.map((z, k) => slice(`S${String(k + 1).padStart(2, "0")}`, [10, 20, z], more));
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof InvalidInput) return error.code;
  }
  return "none";
}

describe("sliceGeometry", () => {
  it("gives the grid of an even stack: columns by the second pixel spacing, rows by the first", () => {
    const { grid, faults, issues, stepsMm, tiltDeg } = sliceGeometry(stack([5, 7.5, 10]));
    expect(grid).toEqual({
      dims: [8, 6, 3],
      spacing: [0.75, 0.5, 2.5],
      origin: [10, 20, 5],
      direction: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
    });
    expect([...stepsMm]).toEqual([2.5, 2.5]);
    expect([tiltDeg, faults, issues]).toEqual([0, [], []]);
  });

  it("sorts along the normal, whatever the order of the files", () => {
    const slices = stack([1, 2, 3, 4, 5, 6]);
    fc.assert(
      fc.property(fc.shuffledSubarray(slices, { minLength: 6 }), (shuffled) => {
        const { order, grid } = sliceGeometry(shuffled);
        expect(order.map((i) => shuffled[i]!.name)).toEqual(slices.map(({ name }) => name));
        expect(grid.origin).toEqual([10, 20, 1]);
      }),
    );
  });

  it("keeps sagittal and coronal axes right-handed", () => {
    for (const orientation of [
      [0, 1, 0, 0, 0, -1],
      [1, 0, 0, 0, 0, -1],
    ]) {
      const [a, b] = [orientation.slice(0, 3), orientation.slice(3)];
      const normal = [0, 1, 2].map(
        (i) => a[(i + 1) % 3]! * b[(i + 2) % 3]! - a[(i + 2) % 3]! * b[(i + 1) % 3]!,
      );
      const slices = [0, 1, 2].map((k) =>
        slice(`S${k}`, normal.map((value) => value * k * 3) as unknown as Vector3, { orientation }),
      );
      const { grid, faults } = sliceGeometry(slices);
      expect(grid.spacing[2]).toBeCloseTo(3, 12);
      expect([2, 5, 8].map((i) => grid.direction[i])).toEqual(normal.map((value) => value + 0));
      expect(faults).toEqual([]);
    }
  });

  it("says that names sort as text in another order, and reads on", () => {
    const slices = [1, 2, 10].map((k) => slice(`I${k}`, [0, 0, k * (k > 2 ? 0.3 : 1)]));
    const { issues, faults, lexicalOrderDiffers } = sliceGeometry(slices);
    expect(faults).toEqual([]);
    expect(lexicalOrderDiffers).toBe(true);
    expect(issues).toEqual([
      {
        code: "lexical_order",
        message:
          "file names sort as text in another order (I10 for I2): slices are sorted by position",
      },
    ]);
  });

  it("names the two slices around a missing one", () => {
    const { faults, isUniform } = sliceGeometry(stack([0, 5, 10, 20, 25]));
    expect(isUniform).toBe(false);
    expect(faults).toEqual([
      {
        code: "missing_slices",
        message:
          "1 slice is missing: a step of 10.000 mm between S03 at (10, 20, 10) mm and S04 at (10, 20, 20) mm, where others are 5.000 mm",
      },
    ]);
    expect(sliceGeometry(stack([0, 1, 4, 5, 7, 8])).faults[0]!.message).toMatch(
      /^3 slices are missing/,
    );
  });

  it("names the two slices with the oddest step of an uneven stack, and averages nothing", () => {
    const { faults, stepsMm } = sliceGeometry(stack([0, 5, 10, 17, 22]));
    expect(faults[0]).toEqual({
      code: "uneven_spacing",
      message:
        "slices lie 5.000 to 7.000 mm apart: 7.000 mm between S03 at (10, 20, 10) mm and S04 at (10, 20, 17) mm, 5.000 mm in the middle",
    });
    expect([...stepsMm]).toEqual([5, 5, 7, 5]);
  });

  it("takes positions printed to two decimals for even, and no more", () => {
    const printed = Array.from({ length: 200 }, (_, k) => Number((k * 0.625).toFixed(2)));
    expect(sliceGeometry(stack(printed)).faults).toEqual([]);
    expect(sliceGeometry(stack([0, 1, 2.05, 3])).faults[0]?.code).toBe("uneven_spacing");
    const loose = sliceGeometry(stack([0, 1, 2.05, 3]), { spacingToleranceMm: 0.1 });
    expect(loose.faults).toEqual([]);
  });

  it("gives tilt its sign: positive where slices move against their columns", () => {
    for (const tilt of [18.5, -18.5, 0.1]) {
      const [c, s] = [Math.cos((tilt * Math.PI) / 180), Math.sin((tilt * Math.PI) / 180)];
      const orientation = [1, 0, 0, 0, c, -s];
      const slices = [0, 1, 2, 3].map((k) => slice(`S${k}`, [0, 0, 4 * k], { orientation }));
      const { tiltDeg, isOrthogonal, isUniform, faults, grid } = sliceGeometry(slices);
      expect(tiltDeg).toBeCloseTo(tilt, 9);
      expect([isOrthogonal, isUniform]).toEqual([false, true]);
      expect(faults.map(({ code }) => code)).toEqual(["gantry_tilt"]);
      expect(grid.spacing[2]).toBeCloseTo(4 * c, 9);
    }
    const barely = [0, 1, 2].map((k) => slice(`S${k}`, [0, 0.0005 * k, k]));
    expect(sliceGeometry(barely).faults).toEqual([]);
    expect(sliceGeometry(barely, { tiltToleranceDeg: 0.01 }).faults[0]?.code).toBe("gantry_tilt");
  });

  it("says that a slice lies aside of the others", () => {
    const slices = stack([0, 1, 2, 3]);
    const moved = slices.with(2, slice("S03", [10.5, 20, 2]));
    expect(sliceGeometry(moved).faults).toEqual([
      {
        code: "slices_aside",
        message:
          "slices do not follow a line: S02 at (10, 20, 1) mm and S03 at (10.5, 20, 2) mm, 0.500 mm aside",
      },
    ]);
  });

  it("knows the same stack wherever it lies", () => {
    const angle = fc.double({ min: -3, max: 3, noNaN: true });
    const offset = fc.double({ min: -500, max: 500, noNaN: true });
    fc.assert(
      fc.property(angle, angle, fc.tuple(offset, offset, offset), (a, b, at) => {
        const turn = ([x, y, z]: Vector3): Vector3 => {
          const [u, v] = [x * Math.cos(a) - y * Math.sin(a), x * Math.sin(a) + y * Math.cos(a)];
          return [u, v * Math.cos(b) - z * Math.sin(b), v * Math.sin(b) + z * Math.cos(b)];
        };
        const orientation = [...turn([1, 0, 0]), ...turn([0, 1, 0])];
        const heights = [0, 1.5, 3, 6, 7];
        const slices = heights.map((z, k) => {
          const [x, y, w] = turn([0, 0.2 * z, z]);
          return slice(`S${k}`, [x + at[0], y + at[1], w + at[2]], { orientation });
        });
        const got = sliceGeometry(slices);
        heights.slice(1).forEach((z, k) => {
          expect(got.stepsMm[k]).toBeCloseTo(z - heights[k]!, 9);
        });
        expect(got.tiltDeg).toBeCloseTo((-Math.atan(0.2) * 180) / Math.PI, 9);
        expect(norm(got.meanStep)).toBeCloseTo((7 * Math.hypot(1, 0.2)) / 4, 9);
        expect(got.faults.map(({ code }) => code)).toEqual(["gantry_tilt", "uneven_spacing"]);
      }),
    );
  });

  it("takes the spacing of one slice from its tags, saying so, or refuses it", () => {
    const one = sliceGeometry(stack([3], { spacingBetweenSlicesMm: 2, sliceThicknessMm: 5 }));
    expect(one.grid.spacing[2]).toBe(2);
    expect(one.issues).toEqual([
      {
        code: "one_slice",
        message: "S01 is alone: its spacing of 2 mm is that of SpacingBetweenSlices",
      },
    ]);
    const thick = sliceGeometry(stack([3], { sliceThicknessMm: 5 }));
    expect(thick.issues[0]!.message).toContain("of 5 mm is that of SliceThickness");
    expect(() => sliceGeometry(stack([3]))).toThrow(
      "sliceGeometry: needs two slices to know their spacing; S01 is alone",
    );
    expect(codeOf(() => sliceGeometry(stack([3], { sliceThicknessMm: 0 })))).toBe("one_slice");
  });

  it("says where the tag tells another spacing than the positions", () => {
    const { issues, grid } = sliceGeometry(stack([0, 5, 10], { spacingBetweenSlicesMm: 6.5 }));
    expect(grid.spacing[2]).toBe(5);
    expect(issues).toEqual([
      {
        code: "spacing_tag",
        message:
          "SpacingBetweenSlices says 6.5 mm, the positions 5.000 mm: the positions are taken",
      },
    ]);
  });

  it("refuses two slices in one place, and phases of one scan", () => {
    expect(() => sliceGeometry(stack([0, 1, 1, 2]))).toThrow(
      "needs one slice at a place; S02 at (10, 20, 1) mm and S03 at (10, 20, 1) mm lie in one plane",
    );
    expect(() => sliceGeometry([...stack([0, 1]), ...stack([0, 1])])).toThrow(
      "(2 slices at each of 2 places: phases of one scan?)",
    );
  });

  it("refuses slices of several kinds, and such as do not say where they lie", () => {
    const two = stack([0, 1]);
    const last = two[1]!;
    const other = (more: Partial<SlicePlane>) => (): unknown =>
      sliceGeometry([two[0]!, { ...last, ...more }]);
    expect(other({ rows: 7 })).toThrow("S01 and S02 have 8 × 6 and 8 × 7 pixels");
    expect(other({ pixelSpacing: [0.5, 0.8] })).toThrow("pixels of 0.5 × 0.75 and 0.5 × 0.8 mm");
    expect(other({ orientation: [0, 1, 0, 0, 0, 1] })).toThrow("orientations 1, 0, 0");
    expect(other({ position: undefined })).toThrow("S02 has no ImagePositionPatient");
    expect(other({ orientation: undefined })).toThrow("S02 has no ImageOrientationPatient");
    expect(other({ pixelSpacing: undefined })).toThrow("S02 has no PixelSpacing");
    expect(other({ pixelSpacing: [0, 1] })).toThrow("needs pixel spacings above 0 mm");
    expect(other({ orientation: [1, 0, 0, 0.2, 1, 0] })).toThrow(
      "needs perpendicular axes of unit length; S02 has 1, 0, 0, 0.2, 1, 0",
    );
    expect(codeOf(() => sliceGeometry([]))).toBe("no_slices");
  });
});
