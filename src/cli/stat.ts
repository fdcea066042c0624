import { readJsonValue } from "../data/read-json.js";
import { answer, STATISTICS, toJson } from "../exchange/index.js";
import type { Terminal } from "./terminal.js";

/** What `ostia stat` was called with. */
export interface StatOptions {
  readonly json: boolean;
}

/**
 * Computes one statistic from a JSON input, so that a script in R or Python can call Ostia and compare.
 *
 * @param id - name of the statistic, such as `bland_altman`; without it, the names are listed
 * @param path - the input; `-` or nothing is standard input
 * @returns 0, or 2 when the statistic refuses, with its answer printed all the same
 * @throws InvalidInput when there is no such statistic, or the input is not JSON of its shape
 */
export function stat(
  id: string | undefined,
  path: string | undefined,
  { json }: StatOptions,
  terminal: Terminal,
): number {
  if (id === undefined) {
    const ids = Object.keys(STATISTICS).sort();
    terminal.out(json ? JSON.stringify(ids) : ids.join("\n"));
    return 0;
  }
  const answered = answer(id, readJsonValue(path ?? "-"));
  const plain = toJson(answered);
  if (json) terminal.out(JSON.stringify(plain, null, 2));
  else for (const line of asLines(plain)) terminal.out(line);
  if (answered.error === undefined) return 0;
  terminal.note(String(answered.why ?? `${id}: ${answered.error}`));
  return 2;
}

/** A line a number or list, its path first: `welch.ci  [-0.31, 1.02]`. */
function asLines(answer: unknown): string[] {
  const leaves: (readonly [string, string])[] = [];
  const walk = (value: unknown, path: string): void => {
    const isBranch = value !== null && typeof value === "object";
    if (
      !isBranch ||
      (Array.isArray(value) && value.every((one) => one === null || typeof one !== "object"))
    ) {
      leaves.push([path, typeof value === "string" ? value : JSON.stringify(value)]);
      return;
    }
    for (const [key, child] of Object.entries(value)) {
      walk(child, path === "" ? key : `${path}.${key}`);
    }
  };
  walk(answer, "");
  const width = Math.max(0, ...leaves.map(([path]) => path.length));
  return leaves.map(([path, value]) => `${path.padEnd(width)}  ${value}`);
}
