const MOST_KEPT = 64;

/**
 * A function of numbers that keeps its last answers: for what is dear to compute and depends on
 * sizes and probabilities alone, which a simulation or a bootstrap asks for again and again.
 */
export function remembering<Sizes extends readonly number[], T>(
  compute: (...sizes: Sizes) => T,
): (...sizes: Sizes) => T {
  const kept = new Map<string, T>();
  return (...sizes) => {
    const key = sizes.join(" ");
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = compute(...sizes);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, made);
    return made;
  };
}
