import fc from "fast-check";

/** Thirteen trials of BCG against tuberculosis: log odds ratios rounded to four digits. */
export const BCG = {
  effects: [
    -0.9387, -1.6662, -1.3863, -1.4564, -0.2191, -0.9581, -1.6338, 0.012, -0.4717, -1.4012, -0.3408,
    0.4466, -0.0173,
  ],
  variances: [
    0.3571, 0.2081, 0.4334, 0.0203, 0.052, 0.0099, 0.227, 0.004, 0.057, 0.0754, 0.0125, 0.5342,
    0.0716,
  ],
  latitudes: [44, 55, 42, 52, 13, 44, 19, 13, 27, 42, 18, 33, 33],
  years: [1948, 1949, 1960, 1977, 1973, 1953, 1973, 1980, 1968, 1961, 1974, 1969, 1976],
};

/** Effects and variances of some studies. */
export function someStudies(
  least: number,
): fc.Arbitrary<{ effects: number[]; variances: number[] }> {
  const study = fc.record({
    effect: fc.double({ min: -3, max: 3, noNaN: true }),
    variance: fc.double({ min: 0.005, max: 2, noNaN: true }),
  });
  return fc.array(study, { minLength: least, maxLength: 12 }).map((studies) => ({
    effects: studies.map(({ effect }) => effect),
    variances: studies.map(({ variance }) => variance),
  }));
}

/** Counts of some studies of two arms. */
export const someBinaryStudies: fc.Arbitrary<{
  events1: number[];
  n1: number[];
  events2: number[];
  n2: number[];
}> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 10, max: 60 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 10, max: 60 }),
    ),
    { minLength: 2, maxLength: 8 },
  )
  .map((rows) => ({
    events1: rows.map(([a]) => a),
    n1: rows.map(([, n]) => n),
    events2: rows.map(([, , c]) => c),
    n2: rows.map(([, , , n]) => n),
  }));

/** Equal to a share of the larger magnitude. */
export function isClose(a: number, b: number, relative = 1e-9): boolean {
  return Math.abs(a - b) <= relative * Math.max(1, Math.abs(a), Math.abs(b));
}
