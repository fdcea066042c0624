import type { TriangleMesh } from "../../src/geometry/mesh/triangle-mesh.js";

/** Solids with known measures, closed and wound outwards. */

/** A box from a corner, 12 triangles. */
export function box(
  [a, b, c]: readonly [number, number, number],
  [x, y, z]: readonly [number, number, number] = [0, 0, 0],
): TriangleMesh {
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((i) => [
    x + (i & 1 ? a : 0),
    y + (i & 2 ? b : 0),
    z + (i & 4 ? c : 0),
  ]);
  const quads = [
    [0, 2, 3, 1],
    [4, 5, 7, 6],
    [0, 1, 5, 4],
    [2, 6, 7, 3],
    [0, 4, 6, 2],
    [1, 3, 7, 5],
  ];
  return {
    positions: Float64Array.from(corners),
    triangles: Uint32Array.from(quads.flatMap(([p, q, r, s]) => [p!, q!, r!, p!, r!, s!])),
  };
}

/** A torus about the z axis: ring radius R, tube radius r. */
export function torus(R: number, r: number, around: number, along: number): TriangleMesh {
  const positions = new Float64Array(3 * around * along);
  const triangles = new Uint32Array(6 * around * along);
  for (let i = 0; i < along; i++) {
    for (let j = 0; j < around; j++) {
      const [u, v] = [(2 * Math.PI * i) / along, (2 * Math.PI * j) / around];
      const from = R + r * Math.cos(v);
      positions.set(
        [from * Math.cos(u), from * Math.sin(u), r * Math.sin(v)],
        3 * (i * around + j),
      );
      const at = (a: number, b: number): number =>
        ((a + along) % along) * around + ((b + around) % around);
      const [p, q, s, t] = [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)];
      triangles.set([p, q, s, p, s, t], 6 * (i * around + j));
    }
  }
  return { positions, triangles };
}

/** A sphere of rings from pole to pole. */
export function sphere(
  radius: number,
  rings: number,
  [x, y, z]: readonly [number, number, number] = [0, 0, 0],
): TriangleMesh {
  const around = 2 * rings;
  const positions = [x, y, z - radius];
  for (let i = 1; i < rings; i++) {
    const angle = (Math.PI * i) / rings;
    for (let j = 0; j < around; j++) {
      const turn = (2 * Math.PI * j) / around;
      const out = radius * Math.sin(angle);
      positions.push(
        x + out * Math.cos(turn),
        y + out * Math.sin(turn),
        z - radius * Math.cos(angle),
      );
    }
  }
  positions.push(x, y, z + radius);
  const last = positions.length / 3 - 1;
  const at = (i: number, j: number): number => 1 + (i - 1) * around + (j % around);
  const triangles: number[] = [];
  for (let j = 0; j < around; j++) {
    triangles.push(0, at(1, j + 1), at(1, j));
    for (let i = 1; i < rings - 1; i++) {
      triangles.push(
        at(i, j),
        at(i, j + 1),
        at(i + 1, j + 1),
        at(i, j),
        at(i + 1, j + 1),
        at(i + 1, j),
      );
    }
    triangles.push(at(rings - 1, j), at(rings - 1, j + 1), last);
  }
  return { positions: Float64Array.from(positions), triangles: Uint32Array.from(triangles) };
}

/** The mesh after a map of its points. */
export function moved(
  { positions, triangles }: TriangleMesh,
  map: (x: number, y: number, z: number) => readonly [number, number, number],
): TriangleMesh {
  const points = new Float64Array(positions.length);
  for (let i = 0; i < points.length; i += 3) {
    points.set(map(positions[i]!, positions[i + 1]!, positions[i + 2]!), i);
  }
  return { positions: points, triangles };
}

/** The mesh with every triangle turned round. */
export function insideOut({ positions, triangles }: TriangleMesh): TriangleMesh {
  const turned = triangles.slice();
  for (let i = 0; i < turned.length; i += 3) turned.subarray(i, i + 3).reverse();
  return { positions, triangles: turned };
}
