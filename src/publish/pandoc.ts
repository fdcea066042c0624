import { fork } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PACKAGE_ROOT } from "../notebook/project.js";
import type { Conversion, ConversionReply, Converted } from "./conversion.js";
import { PublishError } from "./publish-error.js";

/** Always the built one: Node runs no TypeScript. */
const PROCESS = join(PACKAGE_ROOT, "dist", "publish", "pandoc-process.js");

/** Whether the optional package `pandoc-wasm` is installed. */
export function hasPandoc(): boolean {
  try {
    createRequire(join(PACKAGE_ROOT, "package.json")).resolve("pandoc-wasm");
    return true;
  } catch {
    return false;
  }
}

/**
 * Converts documents with pandoc, all in one process of its own.
 *
 * @returns the documents in the order of the conversions
 * @throws PublishError when pandoc refuses a document, a citation or reference leads nowhere, or the
 *   process ends early
 */
export async function runPandoc(conversions: readonly Conversion[]): Promise<readonly Converted[]> {
  const reply = await ask(conversions);
  if ("failure" in reply) throw new PublishError(`pandoc could not convert ${reply.failure}`);
  const warnings = reply.converted.flatMap(({ name, warnings: texts }) =>
    texts.map((text) => `${name}: ${text}`),
  );
  if (warnings.length > 0) throw new PublishError(`pandoc warned: ${warnings.join("; ")}`);
  return reply.converted;
}

function ask(conversions: readonly Conversion[]): Promise<ConversionReply> {
  return new Promise((resolve, reject) => {
    const child = fork(PROCESS, [], {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      execArgv: [],
    });
    let complaints = "";
    let answered = false;
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      complaints += text;
    });
    child.on("message", (reply: ConversionReply) => {
      answered = true;
      resolve(reply);
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (answered) return;
      const ending = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
      const last = complaints.trim().split("\n").slice(-3).join("; ");
      reject(new PublishError(`the process of pandoc ${ending}${last && `: ${last}`}`));
    });
    child.send([...conversions]);
  });
}
