/** What the verify scripts share: clones, processes and comparisons of folders. */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { ROOT, say } from "./setup.mjs";

/** Makes a temporary folder that is removed when this process ends. */
export function temporaryFolder(name) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `ostia-${name}-`)));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
  return folder;
}

/** Clones what is committed; says so when the working tree holds more. */
export function cloneInto(folder) {
  const { status } = spawnSync("git", ["clone", "--quiet", ROOT, folder], { stdio: "inherit" });
  if (status !== 0) fail("git could not clone the repository");
}

/** Warns when what is verified (the last commit) is not what stands in the working tree. */
export function warnOfUncommitted() {
  const { stdout } = spawnSync("git", ["status", "--porcelain"], { cwd: ROOT, encoding: "utf8" });
  if (stdout.trim() !== "") say("Uncommitted changes are not part of what is verified.");
}

/** Runs a command to its end. */
export function run(command, args, options = {}) {
  const started = performance.now();
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  }
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: error.code, said: error.message, seconds: 0 }));
    child.on("close", (code, signal) =>
      resolve({ code: code ?? signal, said, seconds: (performance.now() - started) / 1000 }),
    );
  });
}

/** SHA-256 of every file below a folder, by path; none where there is no such folder. */
export function treeOf(folder) {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.sort().map((path) => {
      const hash = createHash("sha256").update(readFileSync(path)).digest("hex");
      return [relative(folder, path).split(sep).join("/"), hash];
    }),
  );
}

/** Paths in which two trees differ. */
export function differences(one, other) {
  const paths = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...paths].filter((path) => one[path] !== other[path]).sort();
}

/**
 * Processes that work in a folder, but for this one. Linux tells it; elsewhere the list is empty.
 *
 * @returns {string[]} command lines
 */
export function processesIn(folder) {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").flatMap((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return [];
    try {
      const cwd = readlinkSync(`/proc/${pid}/cwd`);
      if (cwd !== folder && !cwd.startsWith(folder + sep)) return [];
      return [`${pid} ${readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")}`];
    } catch {
      return []; // it has ended meanwhile
    }
  });
}

/** Says what was measured; ends the process with 1 when it is not what is due. */
export function check(holds, text) {
  say(`${holds ? "✓" : "✗"} ${text}`);
  if (!holds) process.exit(1);
}

export function fail(text) {
  check(false, text);
}
