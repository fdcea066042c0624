/** The process that lints, beside the kernels: the compiler is loaded while the notebooks already run. */
import type { Notebook } from "../ipynb.js";
import { endWithParent } from "../lifeline.js";
import { readTypesWithoutDocumentation } from "../typescript.js";
import { lintNotebooks } from "./lint.js";
import type { LintProblem } from "./problem.js";

/** What the process is asked to lint. */
export interface LintJob {
  readonly root: string;
  readonly notebooks: readonly { readonly name: string; readonly notebook: Notebook }[];
}

endWithParent();
readTypesWithoutDocumentation();
process.once("message", ({ root, notebooks }: LintJob) => {
  const problems: LintProblem[] = lintNotebooks(root, notebooks);
  process.send?.(problems, () => process.exit(0));
});
