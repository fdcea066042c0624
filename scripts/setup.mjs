/**
 * Makes a clone ready to run: packages from the lock file, then the build. Each step is skipped when its
 * result is there and newer than what it was made from. Uses nothing but Node and npm.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];
const INSTALL_STAMP = join(ROOT, "node_modules", ".ostia-install");
const BUILD_STAMP = join(ROOT, "dist", ".build");

export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Installs and builds what is missing or old; ends the process with the tool's exit code on failure. */
export function setUp() {
  try {
    checkNode();
    install();
    build();
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    say(error.message);
    process.exit(error.exitCode);
  }
}

/** A step that failed, with the exit code that it gives. */
class SetUpError extends Error {
  constructor(message, exitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  const oldest = OLDEST_NODE.join(".");
  throw new SetUpError(`Ostia needs Node ${oldest} or newer; this is ${process.version}.`, 2);
}

function install() {
  const lock = hash([join(ROOT, "package-lock.json"), join(ROOT, "package.json")]);
  if (stamp(INSTALL_STAMP) === lock || installedByHand()) return;
  say("Installing packages from package-lock.json (half a minute or so) …");
  // npm is called by its script, since Node runs no npm.cmd on Windows without a shell.
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const [command, all] = npm?.endsWith(".js") ? [process.execPath, [npm, ...args]] : ["npm", args];
  runTool("npm ci", command, all, { shell: command === "npm" && process.platform === "win32" });
  writeFileSync(INSTALL_STAMP, lock);
}

/** Whether somebody ran npm themselves after the lock file last changed. */
function installedByHand() {
  const listing = join(ROOT, "node_modules", ".package-lock.json");
  if (existsSync(INSTALL_STAMP) || !existsSync(listing)) return false;
  return statSync(listing).mtimeMs >= statSync(join(ROOT, "package-lock.json")).mtimeMs;
}

/** Builds what is old, beside the earlier build, which it replaces when it is whole. */
export function build() {
  const sources = hash([...filesBelow(join(ROOT, "src")), join(ROOT, "tsconfig.json")]);
  if (stamp(BUILD_STAMP) === sources) return;
  say("Building the library …");
  const dist = join(ROOT, "dist");
  const draft = join(ROOT, ".ostia", "build");
  const compiler = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  const options = ["-p", join(ROOT, "tsconfig.json"), "--outDir", draft];
  rmSync(draft, { recursive: true, force: true });
  try {
    runTool("the compiler", process.execPath, [compiler, ...options]);
    writeFileSync(join(draft, ".build"), sources);
    rmSync(dist, { recursive: true, force: true });
    renameSync(draft, dist);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function runTool(name, command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
    ...options,
  });
  if (status === 0) return;
  const trouble = error
    ? `could not be started: ${error.message}`
    : `failed with exit code ${status}.`;
  throw new SetUpError(`${name} ${trouble}`, status ?? 1);
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

function hash(paths) {
  const sum = createHash("sha256");
  for (const path of paths) sum.update(path.slice(ROOT.length)).update(readFileSync(path));
  return sum.digest("hex");
}

function stamp(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
