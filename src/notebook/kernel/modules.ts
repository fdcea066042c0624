import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { display } from "../display.js";

/**
 * `require` of a notebook's cells, for CommonJS packages and for ES modules.
 *
 * tslab compiles `import` to `require`, which cannot load an ES module that awaits at its top level, and
 * says so only when the cell runs. Such modules are loaded by `prepare` before the cell starts.
 */
export interface NotebookModules {
  /** Loads what the cell imports; call it before the cell runs. */
  prepare(imports: readonly string[]): Promise<void>;
  readonly require: (id: string) => unknown;
}

/** Modules as seen from the project's root. */
export function notebookModules(root: string): NotebookModules {
  const require = createRequire(join(root, "notebook.js"));
  const loaded = new Map<string, unknown>();

  async function prepare(imports: readonly string[]): Promise<void> {
    for (const id of imports) {
      if (loaded.has(id)) continue;
      if (id === "tslab") (await import("./tslab.js")).serveTslabDisplay(display);
      try {
        require(id);
      } catch (error) {
        const code = (error as { code?: string }).code;
        if (code !== "ERR_REQUIRE_ASYNC_MODULE" && code !== "ERR_REQUIRE_ESM") continue; // the cell meets it again, with its line
        const namespace = await import(pathToFileURL(require.resolve(id)).href);
        loaded.set(id, { ...namespace, __esModule: true });
      }
    }
  }

  return { prepare, require: (id) => loaded.get(id) ?? require(id) };
}
