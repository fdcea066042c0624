const MOST_KEPT = 64;

/**
 * A function of three numbers that keeps its last answers. Factors for limits cost a quadrature each
 * and depend on n and two probabilities alone, which a simulation or a bootstrap never changes.
 */
export function remembering<T>(
  compute: (n: number, first: number, second: number) => T,
): (n: number, first: number, second: number) => T {
  const kept = new Map<string, T>();
  return (n, first, second) => {
    const key = `${n} ${first} ${second}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = compute(n, first, second);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, made);
    return made;
  };
}
