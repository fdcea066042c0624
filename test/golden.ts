/** One reference case of schema golden/1; see test/reference/statistics/README.md. */
export interface GoldenCase {
  readonly schema: "golden/1";
  readonly id: string;
  readonly statistic: string;
  readonly input: unknown;
  readonly expected: Readonly<Record<string, unknown>> & { readonly error?: string };
  readonly tolerance: number;
  readonly absTolerance: number;
  readonly tolerances?: Readonly<Record<string, number>>;
}

/** Keys by statistic ("*" for all) that are another tool's variant and need not match. */
export type Informational = Readonly<Record<string, readonly string[]>>;

/** Expectations of a case that are not the right numbers, with those and the proof. */
export interface Dispute {
  readonly case: string;
  /** The right number by path, such as `reml.bias`. */
  readonly right: Readonly<Record<string, number>>;
  readonly proof: string;
}

const PROSE = new Set(["why", "degenerate", "note"]);

/**
 * Every place where an answer misses the expectation of a case, as "path: expected e, got a".
 *
 * null stands for an undefined number (NaN), "Infinity" and "-Infinity" for those values; a number
 * passes within the relative or the absolute tolerance. Keys only in the answer are free.
 */
export function unmet(answer: unknown, one: GoldenCase, informational: Informational): string[] {
  const misses: string[] = [];
  visit(one, informational, (path, want) => {
    const got = at(answer, path);
    if (!agrees(got, want, one, path.join("."))) {
      misses.push(`${path.join(".")}: expected ${want}, got ${shown(got)}`);
    }
  });
  return misses;
}

/**
 * A case with the right numbers in place of the disputed ones, to be met at its own tolerance.
 *
 * @throws Error on a dispute that is none: no such path, or a number within the tolerance
 */
export function corrected(one: GoldenCase, disputes: readonly Dispute[]): GoldenCase {
  const expected = structuredClone(one.expected);
  for (const { right } of disputes.filter((dispute) => dispute.case === one.id)) {
    for (const [path, value] of Object.entries(right)) {
      const keys = path.split(".");
      const last = keys.pop()!;
      const parent = at(expected, keys) as Record<string, unknown> | undefined;
      if (typeof parent?.[last] !== "number" || agrees(value, parent[last], one, path)) {
        throw new Error(`${one.id}, ${path}: ${value} disputes nothing`);
      }
      parent[last] = value;
    }
  }
  return { ...one, expected };
}

/** How many numbers of a case must match. */
export function numbersCompared(one: GoldenCase, informational: Informational): number {
  let count = 0;
  visit(one, informational, (_, want) => {
    if (typeof want === "number") count++;
  });
  return count;
}

/** Calls back for every leaf of the expectation that must match. */
function visit(
  one: GoldenCase,
  informational: Informational,
  leaf: (path: readonly string[], want: unknown) => void,
): void {
  const free = [...(informational["*"] ?? []), ...(informational[one.statistic] ?? [])];
  const isFree = (path: readonly string[]): boolean =>
    PROSE.has(path.at(-1)!) || free.includes(path.at(-1)!) || free.includes(path.join("."));
  const walk = (want: unknown, path: readonly string[]): void => {
    if (path.length > 0 && isFree(path)) return;
    if (want === null || typeof want !== "object") leaf(path, want);
    else {
      if (Array.isArray(want)) leaf([...path, "length"], want.length);
      for (const [key, child] of Object.entries(want)) walk(child, [...path, key]);
    }
  };
  walk(one.expected, []);
}

function at(answer: unknown, path: readonly string[]): unknown {
  let got = answer;
  for (const key of path) got = (got as Record<string, unknown> | null | undefined)?.[key];
  return got;
}

function agrees(got: unknown, want: unknown, one: GoldenCase, path: string): boolean {
  if (want === null) return got === null || Number.isNaN(got);
  if (want === "Infinity" || want === "-Infinity") return got === Number(want) || got === want;
  if (typeof want !== "number" || typeof got !== "number") return got === want;
  const tolerance = one.tolerances?.[path] ?? one.tolerance;
  const error = Math.abs(got - want);
  return error <= tolerance * Math.abs(want) || error <= one.absTolerance;
}

function shown(value: unknown): string {
  return value !== null && typeof value === "object" ? JSON.stringify(value) : String(value);
}
