import { spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { PublishError } from "./publish-error.js";

/** The first executable named `quarto` on PATH. */
export function findQuarto(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const names = process.platform === "win32" ? ["quarto.exe", "quarto.cmd"] : ["quarto"];
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Renders the website project with Quarto. It empties `outputDir` first, so that folder must be the
 * caller's own.
 *
 * @param executable - from `findQuarto`
 * @param project - the folder that holds `_quarto.yml`
 * @param outputDir - a folder below the project, relative to it
 * @throws PublishError when Quarto cannot be started or ends with another exit code than 0
 */
export function runQuarto(executable: string, project: string, outputDir: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, ["render", ".", "--to", "html", "--output-dir", outputDir], {
      cwd: project,
      stdio: ["ignore", "ignore", "pipe"],
      shell: executable.endsWith(".cmd"),
    });
    const stop = (signal: NodeJS.Signals): void => {
      child.kill(signal);
    };
    process.once("SIGINT", stop).once("SIGTERM", stop);
    let complaints = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaints += text;
    });
    child.on("error", (error) => {
      reject(new PublishError(`Quarto (${executable}) could not be started: ${error.message}`));
    });
    child.on("close", (code, signal) => {
      process.removeListener("SIGINT", stop).removeListener("SIGTERM", stop);
      if (code === 0) return resolve();
      const ending = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
      const last = complaints.trim().split("\n").slice(-12).join("\n");
      reject(new PublishError(`Quarto (${executable}) ${ending}\n${last}`));
    });
  });
}
