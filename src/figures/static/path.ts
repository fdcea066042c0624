import { type Box, boxAround, numbersIn } from "./box.js";

/** Outline of a path: the points that its commands name, in user units. */
export interface Outline {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** Numbers that each command takes at a time. */
const ARITY: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};

/**
 * Points of an SVG path: ends and control points of curves, ends of arcs.
 *
 * The hull of the control points holds the curve, so boxes err on the large side; that is
 * enough for the layout of figures, which measures text and straight lines.
 */
export function outline(d: string): Outline {
  const xs: number[] = [];
  const ys: number[] = [];
  let [x, y] = [0, 0];
  for (const [, command, body] of d.matchAll(/([a-z])([^a-df-z]*)/gi)) {
    const name = command!.toUpperCase();
    const relative = command !== name;
    const arity = ARITY[name] ?? 0;
    const values = numbersIn(body!);
    for (let at = 0; arity > 0 && at + arity <= values.length; at += arity) {
      const [originX, originY] = relative ? [x, y] : [0, 0];
      for (const [px, py] of pointsOf(name, values.slice(at, at + arity))) {
        x = px === undefined ? x : originX + px;
        y = py === undefined ? y : originY + py;
        xs.push(x);
        ys.push(y);
      }
    }
  }
  return { xs, ys };
}

/** Box around a path; undefined when it is empty. */
export function pathBox(d: string): Box | undefined {
  const { xs, ys } = outline(d);
  return boxAround(xs, ys);
}

/** Length along the polygon of a path's points. */
export function pathLength(d: string): number {
  const { xs, ys } = outline(d);
  let length = 0;
  for (let i = 1; i < xs.length; i++)
    length += Math.hypot(xs[i]! - xs[i - 1]!, ys[i]! - ys[i - 1]!);
  return length;
}

/** Point at a length along the polygon of a path's points, held to its two ends. */
export function pointAlong(d: string, length: number): { x: number; y: number } {
  const { xs, ys } = outline(d);
  let rest = Math.max(0, length);
  for (let i = 1; i < xs.length; i++) {
    const step = Math.hypot(xs[i]! - xs[i - 1]!, ys[i]! - ys[i - 1]!);
    if (rest <= step && step > 0) {
      const share = rest / step;
      return {
        x: xs[i - 1]! + share * (xs[i]! - xs[i - 1]!),
        y: ys[i - 1]! + share * (ys[i]! - ys[i - 1]!),
      };
    }
    rest -= step;
  }
  return { x: xs.at(-1) ?? 0, y: ys.at(-1) ?? 0 };
}

type Point = readonly [number | undefined, number | undefined];

function pointsOf(name: string, values: readonly number[]): Point[] {
  if (name === "H") return [[values[0], undefined]];
  if (name === "V") return [[undefined, values[0]]];
  if (name === "A") return [[values[5], values[6]]];
  const points: Point[] = [];
  for (let i = 0; i + 1 < values.length; i += 2) points.push([values[i], values[i + 1]]);
  return points;
}
