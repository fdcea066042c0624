import type { Notebook } from "../ipynb.js";
import { captionProblems, unlabelledShows } from "./caption-rules.js";
import { codeFindings } from "./code-rules.js";
import { joinCells, placeOfLine } from "./joined.js";
import type { LintProblem } from "./problem.js";
import { checkCells, typeErrors } from "./type-check.js";

/**
 * Holds notebooks against the rules that keep a reader from being misled: strict types over all cells taken
 * together, no reassignment across cells, no chance and no clock, captions and alternative texts, data from
 * `datasets/` only.
 *
 * @param root - the project's root, where imports are looked up
 * @returns problems in the order of notebooks, cells and lines
 */
export function lintNotebooks(
  root: string,
  notebooks: readonly { readonly name: string; readonly notebook: Notebook }[],
): LintProblem[] {
  const joined = notebooks.map(({ name, notebook }) => joinCells(name, notebook));
  const { program, files } = checkCells(root, joined);
  return joined.flatMap((module, i) => {
    const file = files[i]!;
    const findings = [
      ...typeErrors(program, file).map((error) => ({ ...error, rule: "type-error" as const })),
      ...codeFindings(module, program, file),
    ].map(({ line, rule, message }): LintProblem => {
      const place = placeOfLine(module, line);
      const { index, label } = place.cell;
      const labelled = label === undefined ? {} : { label };
      return { notebook: module.name, cell: index, ...labelled, line: place.line, rule, message };
    });
    return [
      ...findings,
      ...captionProblems(module.name, notebooks[i]!.notebook),
      ...unlabelledShows(module, program, file),
    ].sort((a, b) => a.cell - b.cell || a.line - b.line);
  });
}
