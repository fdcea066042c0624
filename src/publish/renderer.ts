import { statSync } from "node:fs";
import { hasPandoc } from "./pandoc.js";
import { PublishError } from "./publish-error.js";
import { findQuarto } from "./quarto.js";

/** What turns the Quarto project into pages. */
export type Renderer =
  | { readonly name: "quarto"; readonly executable: string }
  | { readonly name: "pandoc" };

/**
 * Quarto where it is on PATH, else pandoc-wasm.
 *
 * @param env - the environment to look in
 * @param pandoc - whether pandoc-wasm is installed
 * @throws PublishError when neither is there, saying what to install
 */
export function chooseRenderer(
  env: NodeJS.ProcessEnv = process.env,
  pandoc: boolean = hasPandoc(),
): Renderer {
  const executable = findQuarto(env);
  if (executable !== undefined) return { name: "quarto", executable };
  if (pandoc) return { name: "pandoc" };
  throw new PublishError(
    "neither Quarto nor pandoc-wasm is installed: install the optional packages with " +
      "`npm install --include=optional`, or Quarto from https://quarto.org/docs/get-started/",
  );
}

/** What tells one renderer from another. Asking Quarto for its version would take longer than all else. */
export function rendererIdentity(renderer: Renderer): string {
  if (renderer.name === "pandoc") return "pandoc-wasm"; // its version is in the lock file
  const { size, mtimeMs } = statSync(renderer.executable);
  return `quarto ${renderer.executable} ${size} ${mtimeMs}`;
}

/** A renderer as messages name it. */
export function rendererWords(renderer: Renderer): string {
  return renderer.name === "quarto" ? `Quarto (${renderer.executable})` : "pandoc-wasm";
}
