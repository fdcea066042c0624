/** One breach of the notebook rules. */
export interface LintProblem {
  readonly notebook: string;
  /** Position of the cell among all cells, from 1. */
  readonly cell: number;
  readonly label?: string;
  /** Line of the cell, from 1. */
  readonly line: number;
  readonly rule: LintRule;
  readonly message: string;
}

/** What lint looks for. */
export type LintRule =
  | "type-error"
  | "reassigned"
  | "not-awaited"
  | "chance-or-clock"
  | "cell-option"
  | "label"
  | "caption"
  | "path";

/** A problem as one line: `notebooks/x.ipynb, cell 4 (fig-roc), line 2: message [rule]`. */
export function lintLine({ notebook, cell, label, line, rule, message }: LintProblem): string {
  const labelled = label === undefined ? "" : ` (${label})`;
  return `${notebook}, cell ${cell}${labelled}, line ${line}: ${message} [${rule}]`;
}
