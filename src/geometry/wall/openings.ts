import { InvalidInput } from "../../numeric/invalid-input.js";
import { isInward } from "../mesh/closed.js";
import { cutMesh } from "../mesh/cut.js";
import { encloses } from "../mesh/enclosing-contour.js";
import { triangleComponents } from "../mesh/topology.js";
import type { TriangleMesh } from "../mesh/triangle-mesh.js";
import { triangleTree } from "../mesh/triangle-tree.js";
import { meshBoolean, splitMesh } from "../mesh/trim.js";
import { withoutUnused } from "../mesh/weld.js";
import { inPlane, type Plane, planeFrame } from "../plane.js";
import { add, dot, pointAt, scale, subtract } from "../vector.js";

/**
 * The part of space that an opening takes away: a box that stands on its plane and holds what of the
 * solid lies beyond it and hangs together with the section about the plane's origin. What the plane
 * meets elsewhere stays whole: an end of a bent vessel may be cut without its other limb.
 *
 * @param solid - the vessel with its wall, filled
 * @param lumen - must reach the plane there, so that the cut opens it
 * @throws InvalidInput in the name of the caller when the origin lies in no section of the solid, the
 *   lumen has none there, or another part of the solid is beside the end
 */
export async function openingBox(
  where: string,
  solid: TriangleMesh,
  lumen: TriangleMesh,
  plane: Plane,
): Promise<TriangleMesh> {
  const rim = cutMesh(solid, plane).find((contour) => encloses(contour, plane, plane.origin));
  const at = `(${plane.origin.map((value) => value.toFixed(1)).join(", ")})`;
  if (rim === undefined) {
    const rule = `needs a plane whose point lies in the vessel; the section at ${at} does not enclose it`;
    throw new InvalidInput(where, rule, "opening_beside");
  }
  const opens = cutMesh(lumen, plane).some(({ points }) =>
    encloses(rim, plane, pointAt(points, 0)),
  );
  if (!opens) {
    const rule = `needs a plane that meets the lumen; the one at ${at} runs through the wall only: move it inwards`;
    throw new InvalidInput(where, rule, "opening_in_wall");
  }
  const onRim = pointAt(rim.points, 0);
  const { above } = await splitMesh(solid, plane);
  const [end, ...others] = piecesOf(above)
    .filter((piece) => !isInward(piece)) // rounding may leave flakes
    .map((piece) => ({ piece, away: triangleTree(piece).closestPoint(onRim)!.distanceMm }))
    .sort((a, b) => a.away - b.away)
    .map(({ piece }) => piece);
  const box = boxAbout(end!, plane);
  for (const other of others) {
    const shared = await meshBoolean(other, box, "intersection");
    if (shared.triangles.length === 0) continue;
    const rule = `needs a plane beyond which the end lies apart from the rest; at ${at} another part is beside it: move the plane outwards`;
    throw new InvalidInput(where, rule, "opening_not_apart");
  }
  return box;
}

/** Room about an end, so that the box and the end have no face in common but that in the plane. */
const ROOM_MM = 0.1;

/** The box that stands on a plane and holds what lies above it of a mesh, along the plane's axes. */
function boxAbout({ positions }: TriangleMesh, plane: Plane): TriangleMesh {
  const frame = planeFrame("boxAbout", plane);
  const axes = [frame.u, frame.v, frame.normal];
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (let i = 0; i < positions.length / 3; i++) {
    const from = subtract(pointAt(positions, i), plane.origin);
    axes.forEach((axis, a) => {
      const along = dot(from, axis);
      low[a] = Math.min(low[a]!, along - (a < 2 ? ROOM_MM : 0));
      high[a] = Math.max(high[a]!, along + ROOM_MM);
    });
  }
  low[2] = 0;
  const corners = new Float64Array(24);
  for (let c = 0; c < 8; c++) {
    const [x, y, z] = [0, 1, 2].map((a) => ((c >> a) & 1 ? high[a]! : low[a]!));
    const corner = inPlane(frame, x!, y!);
    corners.set(add(corner, scale(frame.normal, z!)), 3 * c);
  }
  return { positions: corners, triangles: Uint32Array.from(BOX) };
}

/** Triangles of a box whose corner c has bit 0, 1, 2 set where it is high along the first, second, third axis. */
const BOX = [
  0, 2, 3, 0, 3, 1, 4, 5, 7, 4, 7, 6, 0, 1, 5, 0, 5, 4, 2, 6, 7, 2, 7, 3, 0, 4, 6, 0, 6, 2, 1, 3, 7,
  1, 7, 5,
];

function piecesOf(mesh: TriangleMesh): TriangleMesh[] {
  const components = triangleComponents(mesh, "edge");
  const lists: number[][] = [];
  components.forEach((component, t) => {
    lists[component] ??= [];
    const [a, b, c] = mesh.triangles.subarray(3 * t, 3 * t + 3);
    lists[component].push(a!, b!, c!);
  });
  return lists.map((list) =>
    withoutUnused({ positions: mesh.positions, triangles: Uint32Array.from(list) }),
  );
}
