import { readMesh } from "../../src/geometry/io/read-mesh.js";
import { meshCurvature } from "../../src/geometry/mesh/curvature.js";
import { weldMesh } from "../../src/geometry/mesh/weld.js";
import { type Compared, pathOf, type ReferenceFamily } from "./reference.js";

interface Error {
  readonly vtkAbsErrP95: number;
  readonly vtkAbsErrMax: number;
}

interface Case {
  readonly gaussian: Error;
  readonly mean: Error;
  readonly gaussBonnetExpected: number;
  readonly samples: readonly {
    readonly point: readonly number[];
    readonly exactMean: number;
    readonly exactGaussian: number;
  }[];
}

/**
 * Of VTK's 95th percentile. Mixed Voronoi areas err a little more than VTK's thirds of triangles where
 * six triangles meet, and thirty times less where five do.
 */
const SHARE = 1.5;

/** Curvatures of spheres and tori, where the truth is known; VTK's error is the measure. */
export const curvature: ReferenceFamily = {
  file: "curvature.json",
  cases: (json: { readonly curvature: Readonly<Record<string, Case>> }) =>
    Object.entries(json.curvature).map(([key, one]) => ({
      name: key,
      files: [key],
      run: () => compare(key, one),
    })),
};

function compare(key: string, { samples, mean, gaussian, gaussBonnetExpected }: Case): Compared[] {
  const { mesh } = weldMesh(readMesh(pathOf(key)).mesh);
  const got = meshCurvature(mesh);
  return [
    {
      what: "angle defect",
      got: got.totalAngleDefect,
      expected: gaussBonnetExpected,
      absolute: 1e-8,
    },
    ...samples.flatMap(({ point, exactMean, exactGaussian }): Compared[] => {
      const vertex = nearest(mesh.positions, point);
      const at = `at (${point.map((value) => value.toFixed(2)).join(", ")})`;
      return [
        {
          what: `mean ${at}`,
          got: got.mean[vertex]!,
          expected: exactMean,
          absolute: SHARE * mean.vtkAbsErrP95,
        },
        {
          what: `Gaussian ${at}`,
          got: got.gaussian[vertex]!,
          expected: exactGaussian,
          absolute: SHARE * gaussian.vtkAbsErrP95,
        },
      ];
    }),
  ];
}

function nearest(positions: Float64Array, [x, y, z]: readonly number[]): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let v = 0; v < positions.length / 3; v++) {
    const distance = Math.hypot(
      positions[3 * v]! - x!,
      positions[3 * v + 1]! - y!,
      positions[3 * v + 2]! - z!,
    );
    if (distance < least) [best, least] = [v, distance];
  }
  return best;
}
