import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { PACKAGE_ROOT } from "../../src/notebook/project.js";
import { makeProject, type Output, textOf } from "../notebook/project.js";

/** A notebook of this repository after its run in a project of its own. */
export interface Executed {
  /** Plain text that a cell showed, by the cell's id; ordinary spaces. */
  text(id: string): string;
  /** The cells of a table that a cell showed, without its head and its note. */
  rows(id: string): readonly (readonly string[])[];
  /** Media types that a cell showed. */
  media(id: string): readonly string[];
}

/**
 * Runs a notebook of this repository, with lint, in a temporary project that has its data.
 *
 * @param args - further arguments of `ostia run`
 */
export async function execute(slug: string, ...args: string[]): Promise<Executed> {
  const project = makeProject();
  try {
    cpSync(join(PACKAGE_ROOT, "datasets"), join(project.root, "datasets"), { recursive: true });
    const notebook = `notebooks/${slug}.ipynb`;
    project.write(notebook, readFileSync(join(PACKAGE_ROOT, notebook), "utf8"));
    const { code, stderr } = await project.ostia("run", slug, ...args);
    if (code !== 0) throw new Error(`${slug} ended with ${code}: ${stderr}`);
    const { cells } = JSON.parse(project.read(`reports/notebooks/${slug}.ipynb`)) as {
      cells: { id: string; outputs?: Output[] }[];
    };
    const byId = new Map(cells.map(({ id, outputs = [] }) => [id, outputs]));
    const shown = (id: string): Output[] => {
      const outputs = byId.get(id);
      if (outputs === undefined) throw new Error(`${slug} has no cell "${id}"`);
      return outputs;
    };
    const text = (id: string): string => shown(id).map(textOf).join("\n");
    return {
      text,
      media: (id) => shown(id).flatMap(({ data = {} }) => Object.keys(data)),
      rows: (id) => {
        const lines = text(id).split("\n");
        const first = lines.findIndex((line) => /^-+( {2}-+)+$/.test(line)) + 1;
        const end = lines.indexOf("", first);
        const rows = lines.slice(first, end < 0 ? undefined : end);
        return rows.map((line) => line.split(/\s{2,}/));
      },
    };
  } finally {
    project.remove();
  }
}

const NUMBER = /(<\s*)?(−?\d+(?:\.(\d+))?)/g;

/**
 * Holds the numbers of a text against unrounded values, one by one: each must be its value, rounded to
 * the decimals that are printed, or a bound above it.
 */
export function expectPrinted(text: string, ...values: readonly number[]): void {
  const numbers = [...text.matchAll(NUMBER)];
  expect(
    numbers.map(([, , digits]) => digits),
    text,
  ).toHaveLength(values.length);
  for (const [i, [, bound, digits, decimals = ""]] of numbers.entries()) {
    const printed = Number(digits!.replace("−", "-"));
    const value = values[i]!;
    if (bound !== undefined) expect(value, text).toBeLessThan(printed);
    else {
      const half = 0.5 * 10 ** -decimals.length;
      expect(Math.abs(printed - value), `${text}: ${digits} against ${value}`).toBeLessThanOrEqual(
        half + 1e-9,
      );
    }
  }
}
