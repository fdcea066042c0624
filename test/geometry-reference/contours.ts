import { planimetry } from "../../src/geometry/device/planimetry.js";
import { comparePlanimetry } from "./plane-cuts.js";
import type { ReferenceFamily } from "./reference.js";

interface Section {
  readonly points: readonly (readonly [number, number])[];
  readonly planimetry: Readonly<Record<string, unknown>> & {
    readonly centroid2d: readonly number[];
  };
}

/** Planimetry of contours in a plane. */
export const contours: ReferenceFamily = {
  file: "contours.json",
  cases: (json: { readonly contours: Readonly<Record<string, Section>> }) =>
    Object.entries(json.contours).map(([name, { points, planimetry: expected }]) => ({
      name,
      files: [],
      run: () => {
        const got = planimetry(Float64Array.from(points.flat()));
        return [
          ...expected.centroid2d.map((value, i) => ({
            what: `centroid[${i}]`,
            got: got.centroid[i]!,
            expected: value,
            relative: 1e-6,
            absolute: 1e-9,
          })),
          ...comparePlanimetry(name, got, expected),
        ];
      },
    })),
};
