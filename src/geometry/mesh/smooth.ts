import { InvalidInput } from "../../numeric/invalid-input.js";
import { meshEdges } from "./edges.js";
import { type SurfaceChange, surfaceChange } from "./surface-change.js";
import { checkMesh, type TriangleMesh } from "./triangle-mesh.js";

/** A smoothed mesh, and what smoothing changed. */
export interface SmoothedMesh {
  readonly mesh: TriangleMesh; // the same triangles, other positions
  readonly change: SurfaceChange;
}

/** How a surface is smoothed. */
export interface SmoothingOptions {
  /** Steps; 20. */
  readonly iterations?: number;
  /** Frequencies up to here stay as they are, 0 to 1, where 2 is the highest that a mesh has; 0.1. */
  readonly passBand?: number;
}

const LAMBDA = 0.5; // takes the highest frequency, 2, away in one step

/**
 * Smooths a surface by Taubin's λ|μ: each step shrinks and then inflates, so that noise goes and the
 * volume nearly stays.
 *
 * Every neighbour of a vertex counts alike. A vertex of a border moves along with its neighbours on the
 * border, one where borders meet or at an edge of more than two triangles stays.
 *
 * @throws InvalidInput when it is no mesh, has no triangles, or an option is out of its range
 * @source [@taubin1995] λ = 0.5, 1/λ + 1/μ the pass band
 */
export function smoothTaubin(
  mesh: TriangleMesh,
  { iterations = 20, passBand = 0.1 }: SmoothingOptions = {},
): SmoothedMesh {
  check("smoothTaubin", mesh, iterations, passBand);
  const mu = 1 / (passBand - 1 / LAMBDA);
  const neighbours = neighboursOf(mesh);
  let [current, next] = [mesh.positions.slice(), new Float64Array(mesh.positions.length)];
  for (let i = 0; i < iterations; i++) {
    for (const factor of [LAMBDA, mu]) {
      filter(neighbours, current, { keep: 1, pull: factor, earlier: 0 }, next);
      [current, next] = [next, current];
    }
  }
  return smoothed(mesh, current);
}

/**
 * Smooths a surface by a windowed sinc: a low-pass filter as a sum of Chebyshev polynomials under a
 * Hamming window, whose edge is set so that the pass band's frequency itself stays.
 *
 * As vtkWindowedSincPolyDataFilter, but that what is constant stays exactly, so that the answer does not
 * depend on where the mesh lies in the frame, and that a border is smoothed however it bends. Neighbours
 * as in `smoothTaubin`.
 *
 * @throws InvalidInput as `smoothTaubin`
 * @source [@taubin1996]
 */
export function smoothWindowedSinc(
  mesh: TriangleMesh,
  { iterations = 20, passBand = 0.1 }: SmoothingOptions = {},
): SmoothedMesh {
  check("smoothWindowedSinc", mesh, iterations, passBand);
  const weights = sincWeights(iterations, passBand);
  const neighbours = neighboursOf(mesh);
  // Tₙ(1 − K/2) of the positions, K the Laplacian: Tₙ₊₁ = (2 − K) Tₙ − Tₙ₋₁.
  let before = mesh.positions.slice();
  let current = new Float64Array(before.length);
  filter(neighbours, before, { keep: 1, pull: 0.5, earlier: 0 }, current);
  const sum = before.map((x, i) => weights[0]! * x + weights[1]! * current[i]!);
  for (let n = 2; n <= iterations; n++) {
    filter(neighbours, current, { keep: 2, pull: 1, earlier: 1 }, before);
    [before, current] = [current, before];
    const weight = weights[n]!;
    for (let i = 0; i < sum.length; i++) sum[i]! += weight * current[i]!;
  }
  return smoothed(mesh, sum);
}

/** Weights of the Chebyshev polynomials, (iterations + 1); their sum is 1. */
function sincWeights(iterations: number, passBand: number): Float64Array {
  const edge = Math.acos(1 - passBand / 2);
  const at = (shift: number): Float64Array =>
    Float64Array.from({ length: iterations + 1 }, (_, n) => {
      const hamming = 0.54 + 0.46 * Math.cos((n * Math.PI) / (iterations + 1));
      const sinc = n === 0 ? edge + shift : (2 * Math.sin(n * (edge + shift))) / n;
      return (hamming * sinc) / Math.PI;
    });
  /** What is left of the pass band's frequency, as a share of what is constant. */
  const kept = (weights: Float64Array): number =>
    weights.reduce((sum, weight, n) => sum + weight * Math.cos(n * edge), 0) /
    weights.reduce((sum, weight) => sum + weight, 0);
  // Without a shift about half of it is left; moving the edge outwards first brings it to 1.
  const step = Math.PI / (64 * (iterations + 1));
  let [low, high] = [0, 0];
  while (kept(at(high)) < 1 && edge + high + step < Math.PI) [low, high] = [high, high + step];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (kept(at(middle)) < 1) low = middle;
    else high = middle;
  }
  const weights = at(high);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** The vertices that pull at each vertex: those of v are list[start[v]] up to list[start[v + 1]]. */
interface Neighbours {
  readonly start: Uint32Array; // (nVertices + 1)
  readonly list: Uint32Array;
}

const INNER = 0;
const BORDER = 1;
const FIXED = 2;

function neighboursOf({ positions, triangles }: TriangleMesh): Neighbours {
  const edges = meshEdges(triangles);
  const vertices = positions.length / 3;
  const kind = new Uint8Array(vertices);
  const borderEdges = new Uint32Array(vertices);
  for (let e = 0; e < edges.count; e++) {
    for (const vertex of [edges.ends[2 * e]!, edges.ends[2 * e + 1]!]) {
      if (edges.triangles[e]! > 2) kind[vertex] = FIXED;
      else if (edges.triangles[e] === 1) {
        borderEdges[vertex]!++;
        if (kind[vertex] === INNER) kind[vertex] = BORDER;
        if (borderEdges[vertex]! > 2) kind[vertex] = FIXED;
      }
    }
  }
  const pulls = (vertex: number, e: number): boolean =>
    kind[vertex] === INNER || (kind[vertex] === BORDER && edges.triangles[e] === 1);
  const start = new Uint32Array(vertices + 1);
  for (let e = 0; e < edges.count; e++) {
    const [a, b] = [edges.ends[2 * e]!, edges.ends[2 * e + 1]!];
    if (pulls(a, e)) start[a + 1]!++;
    if (pulls(b, e)) start[b + 1]!++;
  }
  for (let v = 0; v < vertices; v++) start[v + 1]! += start[v]!;
  const list = new Uint32Array(start[vertices]!);
  const filled = start.slice();
  for (let e = 0; e < edges.count; e++) {
    const [a, b] = [edges.ends[2 * e]!, edges.ends[2 * e + 1]!];
    if (pulls(a, e)) list[filled[a]!++] = b;
    if (pulls(b, e)) list[filled[b]!++] = a;
  }
  return { start, list };
}

/** How much of what a step puts together. */
interface Step {
  readonly keep: number; // of the positions
  readonly pull: number; // of their distance from the mean of their neighbours, taken away
  readonly earlier: number; // of what stands in the output, taken away
}

/** One step over all vertices, (nVertices × 3), into `out`; a vertex without neighbours is not pulled. */
function filter(
  { start, list }: Neighbours,
  p: Float64Array,
  { keep, pull, earlier }: Step,
  out: Float64Array,
): void {
  for (let v = 0; v < start.length - 1; v++) {
    const [from, to, at] = [start[v]!, start[v + 1]!, 3 * v];
    let [x, y, z] = [0, 0, 0];
    for (let i = from; i < to; i++) {
      const other = 3 * list[i]!;
      x += p[other]!;
      y += p[other + 1]!;
      z += p[other + 2]!;
    }
    const stay = to > from ? keep - pull : keep;
    const share = to > from ? pull / (to - from) : 0;
    out[at] = stay * p[at]! + share * x - earlier * out[at]!;
    out[at + 1] = stay * p[at + 1]! + share * y - earlier * out[at + 1]!;
    out[at + 2] = stay * p[at + 2]! + share * z - earlier * out[at + 2]!;
  }
}

function smoothed(mesh: TriangleMesh, positions: Float64Array): SmoothedMesh {
  const after = { positions, triangles: mesh.triangles.slice() };
  return { mesh: after, change: surfaceChange(mesh, after) };
}

function check(where: string, mesh: TriangleMesh, iterations: number, passBand: number): void {
  checkMesh(where, mesh);
  if (mesh.triangles.length === 0) {
    throw new InvalidInput(where, "needs a mesh with triangles; got none", "no_triangles");
  }
  if (!(Number.isInteger(iterations) && iterations >= 1 && iterations <= 1000)) {
    throw new InvalidInput(where, `needs 1 to 1000 iterations, a whole number; got ${iterations}`);
  }
  if (!(passBand > 0 && passBand < 1)) {
    throw new InvalidInput(where, `needs a pass band between 0 and 1; got ${passBand}`);
  }
}
