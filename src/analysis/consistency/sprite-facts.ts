import type { DistributionGraph, Remainder } from "./sprite-graph.js";

/** How many subjects have one value. */
export interface ValueCount {
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

/** The least and most subjects that each value has in any distribution. */
export function valueCounts({ layers }: DistributionGraph): readonly ValueCount[] {
  const counts = new Map<number, { least: number; most: number }>();
  const note = (value: number, count: number): void => {
    const known = counts.get(value) ?? { least: count, most: count };
    counts.set(value, {
      least: Math.min(known.least, count),
      most: Math.max(known.most, count),
    });
  };
  for (const { value, remainders } of layers) {
    for (const { edges, lowest } of remainders) {
      for (const { count } of edges) note(value, count);
      for (const [low, count] of lowest.entries()) note(low, count);
    }
  }
  return [...counts].map(([value, ends]) => ({ value, ...ends })).sort((a, b) => a.value - b.value);
}

/** The medians that some distribution has, from the lowest. */
export function possibleMedians({ n, layers }: DistributionGraph): readonly number[] {
  const half = n / 2; // for an even n, so many lie above the median
  const medians = new Set<number>();
  /** Values of the lowest subject above the middle, by what is left below it: exactly half. */
  const upper = new Map<Remainder, Set<number>>();

  /** `count` subjects have the value, when `left` have it or a lower one. */
  const take = (value: number, left: number, count: number, above: ReadonlySet<number>): void => {
    if (count === 0) return;
    for (const one of above) medians.add((one + value) / 2);
    if (left > half && left - count < half) medians.add(value);
  };
  for (const { value, remainders } of layers) {
    for (const one of remainders) {
      const above = upper.get(one) ?? NONE;
      for (const { count, rest } of one.edges) {
        take(value, one.left, count, above);
        if (rest.left !== half) continue;
        const known = upper.get(rest) ?? new Set();
        for (const middle of count > 0 ? [value] : above) known.add(middle);
        upper.set(rest, known);
      }
      let [left, middle] = [one.left, above];
      for (let low = one.lowest.length - 1; low >= 0; low--) {
        const count = one.lowest[low]!;
        take(low, left, count, middle);
        left -= count;
        if (count > 0) middle = left === half ? new Set([low]) : NONE;
      }
    }
  }
  return [...medians].sort((a, b) => a - b);
}

/** The values that no other has more subjects than, in some distribution, from the lowest. */
export function possibleModes(graph: DistributionGraph): readonly number[] {
  const modes = new Set<number>();
  const highest = Math.max(0, ...valueCounts(graph).map(({ most }) => most));
  for (let most = 1; most <= highest; most++) {
    for (const mode of modesOfCount(graph.layers, most)) modes.add(mode);
  }
  return [...modes].sort((a, b) => a - b);
}

const NONE: ReadonlySet<number> = new Set();

/** The values that `most` subjects have in some distribution in which no value has more. */
function modesOfCount(layers: DistributionGraph["layers"], most: number): Set<number> {
  const fits = new Set<Remainder>(); // can be completed without more than `most`
  for (const { remainders } of layers.toReversed()) {
    for (const one of remainders) {
      const isFit = one.edges.some(({ count, rest }) => count <= most && fits.has(rest));
      if (isFit || (one.lowest.length > 0 && Math.max(...one.lowest) <= most)) fits.add(one);
    }
  }
  const modes = new Set<number>();
  let reached: Iterable<Remainder> = layers[0]!.remainders.filter((one) => fits.has(one));
  for (const { value } of layers) {
    const next = new Set<Remainder>();
    for (const one of reached) {
      for (const { count, rest } of one.edges) {
        if (count > most || !fits.has(rest)) continue;
        if (count === most) modes.add(value);
        next.add(rest);
      }
      one.lowest.forEach((count, low) => {
        if (count === most) modes.add(low);
      });
    }
    reached = next;
  }
  return modes;
}
