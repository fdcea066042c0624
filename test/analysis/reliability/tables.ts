import fc from "fast-check";

/** Square tables of q categories with small counts, at least one of them above 0. */
export function squareTables(q: number): fc.Arbitrary<number[][]> {
  const row = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: q, maxLength: q });
  return fc
    .array(row, { minLength: q, maxLength: q })
    .filter((table) => table.flat().some((count) => count > 0));
}

/** Ratings by rows of a number of raters, in the categories 1 to q and not all in one. */
export function ratingRows(raters: number, q: number): fc.Arbitrary<number[][]> {
  const row = fc.array(fc.integer({ min: 1, max: q }), { minLength: raters, maxLength: raters });
  return fc
    .array(row, { minLength: 3, maxLength: 20 })
    .filter((rows) => new Set(rows.flat()).size > 1);
}

/** The table with rows and columns exchanged. */
export function transposed(table: readonly (readonly number[])[]): number[][] {
  return table[0]!.map((_, j) => table.map((row) => row[j]!));
}

/** The table with its categories in another order. */
export function reordered(
  table: readonly (readonly number[])[],
  order: readonly number[],
): number[][] {
  return order.map((i) => order.map((j) => table[i]![j]!));
}
