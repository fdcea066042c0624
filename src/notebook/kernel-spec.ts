import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { InvalidInput } from "../numeric/invalid-input.js";
import { KERNEL_NAME } from "./ipynb.js";
import { KERNEL_FLAGS } from "./run/kernel-process.js";

/** Where Jupyter looks for kernels: for this user, or in the Python environment in use. */
export type KernelPlace = "user" | "sys-prefix";

/**
 * The folder of our kernel specification.
 *
 * For a user it is `kernels/` in `JUPYTER_DATA_DIR`, else in the platform's folder for data; for an
 * environment, `share/jupyter/kernels/` in its prefix.
 *
 * @throws InvalidInput when an environment is asked for and there is neither one nor a Python
 */
export function kernelSpecFolder(
  place: KernelPlace,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (place === "sys-prefix") {
    return join(pythonPrefix(env), "share", "jupyter", "kernels", KERNEL_NAME);
  }
  return join(userDataFolder(env, platform, home), "kernels", KERNEL_NAME);
}

function userDataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32") {
    return join(env.APPDATA ?? join(home, "AppData", "Roaming"), "jupyter");
  }
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "jupyter");
}

function pythonPrefix(env: NodeJS.ProcessEnv): string {
  const prefix = env.VIRTUAL_ENV ?? env.CONDA_PREFIX;
  if (prefix) return prefix;
  for (const python of ["python3", "python"]) {
    try {
      const script = "import sys; print(sys.prefix)";
      return execFileSync(python, ["-c", script], { encoding: "utf8", stdio: "pipe" }).trim();
    } catch {
      // Not this one.
    }
  }
  throw new InvalidInput(
    "kernel install --sys-prefix",
    "found no Python environment and no Python",
  );
}

/**
 * Registers the kernel with Jupyter. The folder is written whole: an earlier specification is
 * replaced, not mixed with.
 *
 * @param folder - see `kernelSpecFolder`
 */
export function installKernelSpec(folder: string): void {
  const main = fileURLToPath(new URL("./kernel/jupyter-main.js", import.meta.url));
  const spec = {
    argv: [process.execPath, ...KERNEL_FLAGS, main, "{connection_file}"],
    display_name: "Ostia (TypeScript)",
    language: "typescript",
    interrupt_mode: "signal",
  };
  const part = `${folder}.${process.pid}.part`;
  try {
    mkdirSync(part, { recursive: true });
    writeFileSync(join(part, "kernel.json"), `${JSON.stringify(spec, null, 2)}\n`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(dirname(folder), { recursive: true });
    renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** Removes the kernel from Jupyter; tells whether it was there. */
export function uninstallKernelSpec(folder: string): boolean {
  const installed = existsSync(folder);
  rmSync(folder, { recursive: true, force: true });
  return installed;
}
