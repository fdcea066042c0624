import type { TriangleMesh } from "../../src/geometry/mesh/triangle-mesh.js";
import { add, scale, type Vector3 } from "../../src/geometry/vector.js";

/** A ring of a tube: its centre and two unit axes across, right-handed with the way of the tube. */
export interface Ring {
  readonly centre: Vector3;
  readonly u: Vector3;
  readonly v: Vector3;
  readonly radius: number;
}

/** The open wall of a tube through rings, wound outwards. */
export function tube(rings: readonly Ring[], around: number): TriangleMesh {
  const positions = rings.flatMap(({ centre, u, v, radius }) =>
    Array.from({ length: around }, (_, j) => {
      const turn = (2 * Math.PI * j) / around;
      return add(centre, add(scale(u, radius * Math.cos(turn)), scale(v, radius * Math.sin(turn))));
    }).flat(),
  );
  const triangles: number[] = [];
  for (let i = 0; i + 1 < rings.length; i++) {
    for (let j = 0; j < around; j++) {
      const [a, b] = [i * around + j, i * around + ((j + 1) % around)];
      triangles.push(a, b, b + around, a, b + around, a + around);
    }
  }
  return { positions: Float64Array.from(positions), triangles: Uint32Array.from(triangles) };
}

/** A straight tube along z from 0. */
export function straightTube(
  radius: (share: number) => number,
  length: number,
  along: number,
  around = 48,
): TriangleMesh {
  const rings = Array.from({ length: along + 1 }, (_, i) => ({
    centre: [0, 0, (length * i) / along] as const,
    u: [1, 0, 0] as const,
    v: [0, 1, 0] as const,
    radius: radius(i / along),
  }));
  return tube(rings, around);
}

/** A tube that bends in the xy plane about the origin, from the x axis on. */
export function arcTube(bend: number, radius: number, angle: number, along: number): TriangleMesh {
  const rings = Array.from({ length: along + 1 }, (_, i) => {
    const turn = (angle * i) / along;
    const out: Vector3 = [Math.cos(turn), Math.sin(turn), 0];
    return { centre: scale(out, bend), u: [0, 0, 1] as const, v: out, radius };
  });
  return tube(rings, 48);
}
