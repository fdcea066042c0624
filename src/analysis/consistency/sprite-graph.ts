import type { Random } from "../../numeric/index.js";
import { canHold } from "./integer-sample.js";
import type { IntegerMoments } from "./printed-moments.js";

/** Subjects that are left to the lower values once the higher ones have theirs. */
export interface Remainder extends IntegerMoments {
  readonly left: number;
  /** In how many ways the lower values can have them. */
  readonly ways: number;
  /** What follows when so many of them have the layer's value; none in the last layer. */
  readonly edges: readonly Edge[];
  /** Of the last layer: how many have each of its values, from 0. */
  readonly lowest: readonly number[];
}

/** So many subjects with one value, and what that leaves. */
export interface Edge {
  readonly count: number;
  readonly rest: Remainder;
}

/** The remainders that the values from 0 to `value` can have. */
export interface Layer {
  readonly value: number;
  readonly remainders: readonly Remainder[];
}

/**
 * Every distribution of n integers from 0 up that has one of some moments: the paths of a graph
 * from the first layer, of the highest value, to the last, of the lowest three. Each of its edges is
 * on such a path.
 */
export interface DistributionGraph {
  readonly n: number;
  readonly layers: readonly Layer[];
  /** How many distributions there are; exact up to 2⁵³. */
  readonly total: number;
}

/** Counts of three values follow from n, sum and sum of squares. */
const LAST_VALUE = 2;

/**
 * The graph of all distributions with one of some moments.
 *
 * @param width - the highest value
 * @param moments - of n integers from 0 to `width`
 * @param options.mostSteps - a graph that takes more is given up
 * @source [@heathers2018] the question; they sample where this counts
 */
export function distributionGraph(
  n: number,
  width: number,
  moments: readonly IntegerMoments[],
  { mostSteps }: { mostSteps: number },
): DistributionGraph | undefined {
  if (!Number.isSafeInteger((n + 1) * (n * width + 1) * (n * width ** 2 + 1))) return undefined;
  const keyOf = (left: number, sum: number, squares: number): number =>
    (left * (n * width + 1) + sum) * (n * width ** 2 + 1) + squares;

  const start = moments
    .filter(({ sum, squares }) => (squares - sum) % 2 === 0)
    .filter(({ sum, squares }) => canHold(n, sum, squares, { least: 0, most: width }))
    .map(({ sum, squares }) => unfinished(n, sum, squares));
  const layers = [{ value: width, remainders: start }];
  let steps = 0;
  for (let value = width; value > LAST_VALUE; value--) {
    const below = new Map<number, Unfinished>();
    const scale = { least: 0, most: value - 1 };
    for (const { left, sum, squares, edges: out } of layers.at(-1)!.remainders) {
      const mostCount = Math.min(left, Math.floor(sum / value));
      steps += mostCount + 1;
      if (steps > mostSteps) return undefined;
      for (let count = 0; count <= mostCount; count++) {
        const less = [left - count, sum - count * value, squares - count * value ** 2] as const;
        if (!canHold(...less, scale)) continue;
        const key = keyOf(...less);
        const rest = below.get(key) ?? unfinished(...less);
        below.set(key, rest);
        out.push({ count, rest });
      }
    }
    layers.push({ value: value - 1, remainders: [...below.values()] });
  }
  return finished(n, layers);
}

/** Every distribution, as counts of the values from 0. */
export function* allDistributions({ layers }: DistributionGraph): Generator<readonly number[]> {
  function* from(one: Remainder): Generator<readonly number[]> {
    if (one.edges.length === 0) yield one.lowest;
    for (const { count, rest } of one.edges) {
      for (const lower of from(rest)) yield [...lower, count];
    }
  }
  for (const one of layers[0]!.remainders) yield* from(one);
}

/** One distribution, each as likely as any other. */
export function drawDistribution({ layers }: DistributionGraph, random: Random): readonly number[] {
  const fromTheTop: number[] = [];
  let one = drawn(layers[0]!.remainders, ({ ways }) => ways, random);
  while (one.edges.length > 0) {
    const { count, rest } = drawn(one.edges, (edge) => edge.rest.ways, random);
    fromTheTop.push(count);
    one = rest;
  }
  return [...one.lowest, ...fromTheTop.reverse()];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A remainder whose edges and ways are still to be found. */
interface Unfinished extends Mutable<Omit<Remainder, "edges">> {
  edges: { readonly count: number; readonly rest: Unfinished }[];
}

function unfinished(left: number, sum: number, squares: number): Unfinished {
  return { left, sum, squares, ways: 0, edges: [], lowest: [] };
}

/** From the last layer back: counts the ways, and leaves out what has none. */
function finished(
  n: number,
  layers: { readonly value: number; remainders: Unfinished[] }[],
): DistributionGraph {
  for (const one of layers.at(-1)!.remainders) {
    one.lowest = lowestCounts(one, layers.at(-1)!.value) ?? [];
    one.ways = one.lowest.length > 0 ? 1 : 0;
  }
  for (const { remainders } of layers.slice(0, -1).reverse()) {
    for (const one of remainders) {
      one.edges = one.edges.filter(({ rest }) => rest.ways > 0);
      one.ways = one.edges.reduce((ways, { rest }) => ways + rest.ways, 0);
    }
  }
  for (const layer of layers) layer.remainders = layer.remainders.filter(({ ways }) => ways > 0);
  const total = layers[0]!.remainders.reduce((sum, { ways }) => sum + ways, 0);
  return { n, layers, total };
}

/** How many subjects have each of the values from 0 to `value`, at most 2. */
function lowestCounts(
  { left, sum, squares }: Unfinished,
  value: number,
): readonly number[] | undefined {
  const twos = (squares - sum) / 2;
  const ones = sum - 2 * twos;
  const counts = [left - ones - twos, ones, twos];
  const isSolution = counts.every((count, i) => count >= 0 && (i <= value || count === 0));
  return isSolution ? counts.slice(0, value + 1) : undefined;
}

/** One of some items, in proportion to their weights. */
function drawn<T>(items: readonly T[], weight: (item: T) => number, random: Random): T {
  const total = items.reduce((sum, item) => sum + weight(item), 0);
  let place = random.uniform() * total;
  for (const item of items) {
    place -= weight(item);
    if (place < 0) return item;
  }
  return items.at(-1)!;
}
