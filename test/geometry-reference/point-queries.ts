import { readMesh } from "../../src/geometry/io/read-mesh.js";
import { signedDistance } from "../../src/geometry/mesh/signed-distance.js";
import { weldMesh } from "../../src/geometry/mesh/weld.js";
import type { Vector3 } from "../../src/geometry/vector.js";
import { pathOf, type ReferenceFamily } from "./reference.js";

interface Queries {
  readonly mesh: string;
  readonly points: readonly Vector3[];
  readonly distance: readonly number[];
  readonly inside: readonly boolean[];
}

/** Distance and side of points. */
export const pointQueries: ReferenceFamily = {
  file: "point_queries.json",
  cases: ({ mesh, points, distance, inside }: Queries) => [
    {
      name: mesh,
      files: [mesh],
      run: () => {
        const field = signedDistance(weldMesh(readMesh(pathOf(mesh)).mesh).mesh);
        return points.flatMap((point, i) => {
          const signed = field.at(point);
          return [
            {
              what: `distance ${i}`,
              got: Math.abs(signed),
              expected: distance[i]!,
              absolute: 1e-5,
            },
            { what: `inside ${i}`, got: signed < 0, expected: inside[i]! },
          ];
        });
      },
    },
  ],
};
