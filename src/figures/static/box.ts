/** Axis-parallel rectangle, px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Affine map (x, y) → (ax + cy + e, bx + dy + f), as SVG's `matrix(a b c d e f)`. */
export type Matrix = readonly [number, number, number, number, number, number];

/** The transform that moves nothing. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that applies `second` first and then `first`, as nested SVG groups do. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [p, q, r, s, t, u] = second;
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ];
}

/** Reads an SVG `transform` attribute; what it does not know counts as no transformation. */
export function parseTransform(text: string | null): Matrix {
  let matrix = IDENTITY;
  for (const [, name, body] of (text ?? "").matchAll(/([a-z]+)\s*\(([^)]*)\)/gi)) {
    matrix = multiply(matrix, oneTransform(name!.toLowerCase(), numbersIn(body!)));
  }
  return matrix;
}

/** Smallest box around the corners of a box after a map. */
export function mapBox(matrix: Matrix, box: Box): Box {
  const [a, b, c, d, e, f] = matrix;
  const xs: number[] = [];
  const ys: number[] = [];
  for (const x of [box.left, box.right]) {
    for (const y of [box.top, box.bottom]) {
      xs.push(a * x + c * y + e);
      ys.push(b * x + d * y + f);
    }
  }
  return boxAround(xs, ys)!;
}

/** Smallest box around points; undefined when there are none. */
export function boxAround(xs: readonly number[], ys: readonly number[]): Box | undefined {
  if (xs.length === 0) return undefined;
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}

/** Smallest box around two boxes, either of which may be missing. */
export function union(one: Box | undefined, other: Box | undefined): Box | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** Every number in a text, in order. */
export function numbersIn(text: string): number[] {
  return (text.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
}

function oneTransform(name: string, values: readonly number[]): Matrix {
  const [a = 0, b, c] = values;
  if (name === "translate") return [1, 0, 0, 1, a, b ?? 0];
  if (name === "scale") return [a, 0, 0, b ?? a, 0, 0];
  if (name === "matrix" && values.length === 6) return values as unknown as Matrix;
  if (name !== "rotate") return IDENTITY;
  const turn = (a * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [x, y] = [b ?? 0, c ?? 0];
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}
