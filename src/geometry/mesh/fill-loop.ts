import type { TriangleMesh } from "./triangle-mesh.js";

/** Loops of more corners are filled in two steps: first every so many corners, then what lies between. */
const MOST_CORNERS = 200;
/** What the squared sides of a triangle count beside its area: among equal areas the better shapes win. */
const SHAPE = 1e-6;
/** A triangle lower than this share of its longest side is one on a line, and the last that is taken. */
const FLAT = 1e-9;

/**
 * Fills a loop with triangles of its own corners that have the least area together. A flat loop, also one
 * with dents, is filled in its plane.
 *
 * @param loop - vertices in the order in which the triangles are to run
 * @param isEdge - whether two vertices are joined already: no triangle gets such a side within the loop
 * @returns corners of triangles, three each; undefined where edges in the way leave no filling
 * @source [@barequet1995]
 */
export function fillLoop(
  positions: Float64Array,
  loop: readonly number[],
  isEdge: (a: number, b: number) => boolean,
): number[] | undefined {
  if (loop.length < 3) return [];
  if (loop.length <= MOST_CORNERS) return leastArea(positions, loop, isEdge);
  const coarse = Array.from({ length: MOST_CORNERS }, (_, i) =>
    Math.floor((i * loop.length) / MOST_CORNERS),
  );
  const middle = leastArea(
    positions,
    coarse.map((at) => loop[at]!),
    isEdge,
  );
  const found = middle === undefined ? undefined : [...middle];
  coarse.forEach((from, i) => {
    const to = coarse[i + 1] ?? loop.length;
    const span = [...loop.slice(from, to), loop[to % loop.length]!];
    const filled = fillLoop(positions, span, isEdge);
    if (filled === undefined || (span.length > 2 && isEdge(span[0]!, span.at(-1)!)))
      found?.splice(0);
    else found?.push(...filled);
  });
  return found === undefined || found.length < 3 * (loop.length - 2) ? undefined : found;
}

/** Dynamic programming over the spans of the loop. */
function leastArea(
  positions: Float64Array,
  loop: readonly number[],
  isEdge: (a: number, b: number) => boolean,
): number[] | undefined {
  const n = loop.length;
  const least = new Float64Array(n * n); // cost of what a chord from i to j > i cuts off
  const via = new Uint16Array(n * n);
  for (let width = 2; width < n; width++) {
    for (let i = 0; i + width < n; i++) {
      const j = i + width;
      least[i * n + j] = Number.POSITIVE_INFINITY;
      if (width < n - 1 && isEdge(loop[i]!, loop[j]!)) continue;
      for (let k = i + 1; k < j; k++) {
        const sides = least[i * n + k]! + least[k * n + j]!;
        if (!(sides < least[i * n + j]!)) continue;
        const cost = sides + costOf(positions, loop[i]!, loop[k]!, loop[j]!);
        if (cost < least[i * n + j]!) {
          least[i * n + j] = cost;
          via[i * n + j] = k;
        }
      }
    }
  }
  if (!Number.isFinite(least[n - 1]!)) return undefined;
  const corners: number[] = [];
  const spans: [number, number][] = [[0, n - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [i, j] = span;
    if (j - i < 2) continue;
    const k = via[i * n + j]!;
    corners.push(loop[i]!, loop[k]!, loop[j]!);
    spans.push([i, k], [k, j]);
  }
  return corners;
}

function costOf(p: Float64Array, a: number, b: number, c: number): number {
  const ux = p[3 * b]! - p[3 * a]!;
  const uy = p[3 * b + 1]! - p[3 * a + 1]!;
  const uz = p[3 * b + 2]! - p[3 * a + 2]!;
  const vx = p[3 * c]! - p[3 * a]!;
  const vy = p[3 * c + 1]! - p[3 * a + 1]!;
  const vz = p[3 * c + 2]! - p[3 * a + 2]!;
  const [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  const double = Math.sqrt(nx * nx + ny * ny + nz * nz);
  const [one, other] = [ux * ux + uy * uy + uz * uz, vx * vx + vy * vy + vz * vz];
  const third = (ux - vx) ** 2 + (uy - vy) ** 2 + (uz - vz) ** 2;
  const squares = one + other + third;
  return double / 2 + (double <= FLAT * squares ? squares / SHAPE : SHAPE * squares);
}

/**
 * Fills a loop with a fan about a new point in its middle: always possible, whatever edges there are.
 *
 * @returns the new point and the fan, whose new point has the number `vertex`
 */
export function fanOfLoop(
  { positions }: TriangleMesh,
  loop: readonly number[],
  vertex: number,
): { readonly point: readonly number[]; readonly triangles: number[] } {
  const point = [0, 1, 2].map(
    (axis) => loop.reduce((sum, one) => sum + positions[3 * one + axis]!, 0) / loop.length,
  );
  return {
    point,
    triangles: loop.flatMap((one, i) => [one, loop[(i + 1) % loop.length]!, vertex]),
  };
}
