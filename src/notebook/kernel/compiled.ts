import type { CellDiagnostic } from "./cell-error.js";

/** A cell as the program that runs for it. Plain data, so that it can be kept for the next run. */
export interface CompiledCell {
  readonly status: "ok";
  /** What runs; `undefined` for a cell of types alone. */
  readonly program: string | undefined;
  readonly awaits: boolean;
  /** Name under which the last expression's value is exported, where there is one. */
  readonly result: string | undefined;
  /** Declarations of this cell and of those above: what the next cell is compiled against. */
  readonly declarations: string;
  /** Modules that the cell imports. */
  readonly imports: readonly string[];
  /** Pairs of a line of the program and the line of the cell that it came from, both from 1. */
  readonly lines: readonly (readonly [number, number])[];
}

/** A cell that does not compile. */
export interface RefusedCell {
  readonly status: "refused";
  readonly diagnostics: readonly CellDiagnostic[];
}

/**
 * Compiles a cell.
 *
 * @param declarations - of the cells above, as the last of them gave them; empty for the first cell
 */
export type Compile = (declarations: string, source: string) => Promise<CompiledCell | RefusedCell>;
