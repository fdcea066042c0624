import type { Notebook } from "../ipynb.js";
import type { CellError } from "../kernel/cell-error.js";
import type { Overrides } from "../overrides.js";
import type { CellTrace, DatasetHash, ParameterValue } from "../record.js";

/** What a kernel process is asked to run. */
export interface Job {
  readonly root: string;
  /** The notebook as read by the parent: what runs is what its key was made from. */
  readonly notebook: Notebook;
  /** Its name in errors: its path from the root. */
  readonly name: string;
  readonly overrides: Overrides;
  /** Where the executed copy is to be written. */
  readonly draft: string;
  /** What was compiled before, see `notebookCompiler`. */
  readonly store: { readonly path: string; readonly setting: string };
}

/** Where a cell stands: the numbers and the name that a reader knows it by. */
export interface CellPlace {
  readonly index: number;
  readonly count: number;
  readonly label: string | undefined;
}

/** What a run of one notebook found out; the draft holds the outputs. */
export interface Execution {
  readonly parameters: readonly ParameterValue[];
  readonly datasets: readonly DatasetHash[];
  readonly cells: readonly CellTrace[];
  readonly versions: { readonly tslab: string; readonly typescript: string };
  /** Seconds per cell and the greatest memory of the process; they differ from run to run. */
  readonly timing: {
    readonly startSeconds: number;
    readonly cells: readonly { index: number; label?: string; seconds: number }[];
    readonly maxResidentMb: number;
  };
}

/** What a kernel process tells while it works. */
export type Message =
  | { readonly type: "ready"; readonly cells: number }
  | { readonly type: "cell"; readonly place: CellPlace }
  | { readonly type: "refused"; readonly message: string }
  | { readonly type: "failed"; readonly place: CellPlace; readonly error: CellError }
  | { readonly type: "done"; readonly execution: Execution };
