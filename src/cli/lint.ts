import { readNotebook } from "../notebook/ipynb.js";
import { lintNotebooks } from "../notebook/lint/lint.js";
import { lintLine } from "../notebook/lint/problem.js";
import { selectNotebooks } from "../notebook/select.js";
import type { Terminal } from "./terminal.js";

/**
 * `ostia lint`: strict types and the notebook rules.
 *
 * @returns 0 when nothing is found, 1 otherwise
 * @throws InvalidInput when a notebook cannot be read
 */
export function lint(
  root: string,
  notebooks: readonly string[],
  { json }: { readonly json: boolean },
  terminal: Terminal,
): number {
  const read = selectNotebooks(root, notebooks).map(({ paths, name }) => ({
    name,
    notebook: readNotebook(paths.source, name),
  }));
  const problems = lintNotebooks(root, read);
  if (json) terminal.out(JSON.stringify(problems, null, 2));
  else {
    for (const problem of problems) terminal.out(lintLine(problem));
    const files = `${read.length} ${read.length === 1 ? "notebook" : "notebooks"}`;
    terminal.note(
      `${files}: ${problems.length === 0 ? "no problems" : `${problems.length} found`}`,
    );
  }
  return problems.length === 0 ? 0 : 1;
}
