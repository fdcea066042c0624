import { readdirSync, readFileSync } from "node:fs";

/** One reference case of schema golden/1; see test/reference/statistics/README.md. */
export interface GoldenCase {
  readonly schema: "golden/1";
  readonly id: string;
  readonly statistic: string;
  // biome-ignore lint/suspicious/noExplicitAny: each statistic has an input of its own
  readonly input: any;
  readonly expected: Readonly<Record<string, unknown>> & { readonly error?: string };
  readonly tolerance: number;
  readonly absTolerance: number;
  readonly tolerances?: Readonly<Record<string, number>>;
}

const ROOT = new URL("../reference/statistics/", import.meta.url);
const PROSE = new Set(["why", "degenerate", "note", "error"]);

/** The cases of one statistic, by file name; throws when there are none. */
export function goldenCases(area: string, statistic: string): GoldenCase[] {
  const folder = new URL(`${area}/`, ROOT);
  const cases = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as GoldenCase)
    .filter((one) => one.statistic === statistic);
  if (cases.length === 0) throw new Error(`no reference case for ${area}/${statistic}`);
  return cases;
}

/**
 * Every place where `actual` misses the expectation of a case, as "path: expected e, got a".
 *
 * null stands for an undefined number (NaN), "Infinity" and "-Infinity" for those values; a
 * number passes within the relative or the absolute tolerance. Keys only in `actual` are free.
 *
 * @param skip - paths that the function does not answer
 */
export function goldenMisses(
  actual: unknown,
  one: GoldenCase,
  skip: readonly string[] = [],
): string[] {
  const misses: string[] = [];
  const visit = (got: unknown, want: unknown, path: string): void => {
    if (skip.includes(path)) return;
    if (want !== null && typeof want === "object") {
      for (const [key, value] of Object.entries(want)) {
        if (!PROSE.has(key)) {
          const child = (got as Record<string, unknown> | undefined)?.[key];
          visit(child, value, path === "" ? key : `${path}.${key}`);
        }
      }
    } else if (!agrees(got, want, one, path)) {
      misses.push(`${path}: expected ${want}, got ${got}`);
    }
  };
  visit(actual, one.expected, "");
  return misses;
}

function agrees(got: unknown, want: unknown, one: GoldenCase, path: string): boolean {
  if (want === null) return Number.isNaN(got);
  if (want === "Infinity" || want === "-Infinity") return got === Number(want);
  if (typeof want !== "number" || typeof got !== "number") return got === want;
  const tolerance = one.tolerances?.[path] ?? one.tolerance;
  const error = Math.abs(got - want);
  return error <= tolerance * Math.abs(want) || error <= one.absTolerance;
}
