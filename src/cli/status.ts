import { notebookStatus, sharedHashes } from "../notebook/freshness.js";
import { selectNotebooks } from "../notebook/select.js";
import type { Terminal } from "./terminal.js";

/**
 * `ostia status`: whether each notebook's outputs are what a run would give now, and if not, why.
 *
 * @returns 0 when all are fresh, 1 when one is stale
 */
export function status(
  root: string,
  notebooks: readonly string[],
  { json }: { readonly json: boolean },
  terminal: Terminal,
): number {
  const shared = sharedHashes(root);
  const all = selectNotebooks(root, notebooks).map((selected) => {
    const { notebook, fresh, reasons } = notebookStatus(root, selected, shared);
    return { notebook, fresh, reasons };
  });
  if (json) terminal.out(JSON.stringify(all, null, 2));
  else {
    for (const { notebook, fresh, reasons } of all) {
      terminal.out(
        `${fresh ? "fresh" : "stale"}  ${notebook}${fresh ? "" : `: ${reasons.join(", ")}`}`,
      );
    }
  }
  return all.every(({ fresh }) => fresh) ? 0 : 1;
}
