/**
 * `npm start` under Node 20, 22 and 24, which the npm package `node` brings: the same bytes in the site and in
 * the executed notebooks but for the one line of the site that names the version.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { say } from "./setup.mjs";
import {
  check,
  cloneInto,
  fail,
  run,
  temporaryFolder,
  treeOf,
  warnOfUncommitted,
} from "./verify-tools.mjs";

const MAJORS = [20, 22, 24];

warnOfUncommitted();
const base = temporaryFolder("nodes");
const clone = join(base, "clone");
cloneInto(clone);
say("Installing the packages of a clone …");
const built = await run(process.execPath, ["scripts/build.mjs"], { cwd: clone });
if (built.code !== 0) fail(`the set-up of the clone: ${built.said}`);

const results = [];
for (const major of MAJORS) {
  const { node, version } = await installNode(major);
  for (const made of ["dist", ".ostia", "reports/_site", "reports/notebooks"]) {
    rmSync(join(clone, made), { recursive: true, force: true });
  }
  const env = { ...process.env, PATH: `${join(node, "..")}${delimiter}${process.env.PATH}` };
  const { code, said, seconds } = await run(node, ["scripts/start.mjs"], { cwd: clone, env });
  if (code !== 0) say(said);
  check(code === 0, `npm start under Node ${version}: ${seconds.toFixed(1)} s`);
  results.push({ version, site: linesOf("_site"), executed: linesOf("notebooks") });
}

const [first, ...others] = results;
for (const other of others) {
  const pair = `Node ${first.version} and ${other.version}`;
  const site = differing(first.site, other.site);
  const named = site.filter(
    ({ one, two }) => one?.replaceAll(first.version, "") === two?.replaceAll(other.version, ""),
  );
  check(
    site.length === 1 && named.length === 1,
    `${pair}: ${Object.keys(first.site).length} files of the site differ in ${site.length} line, the one that names the version${told(site, named)}`,
  );
  const executed = differing(first.executed, other.executed).filter(
    ({ one, two }) => !(one?.includes(first.version) && two?.includes(other.version)),
  );
  check(executed.length === 0, `${pair}: the same executed notebooks${told(executed, [])}`);
}

async function installNode(major) {
  const folder = join(base, `node-${major}`);
  mkdirSync(folder);
  // The package fetches the program by a script, which npm asks to be allowed by name.
  const manifest = { private: true, allowScripts: { node: true } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  const npm = await run("npm", ["install", `node@${major}`, "--no-audit", "--no-fund"], {
    cwd: folder,
    shell: process.platform === "win32",
  });
  const node = join(folder, "node_modules", "node", "bin", "node");
  const { code, said } = await run(node, ["--version"]);
  if (code !== 0) fail(`node@${major} could not be installed: ${npm.said}`);
  return { node, version: said.trim().replace(/^v/, "") };
}

/** Lines of every file, by path. */
function linesOf(part) {
  const folder = join(clone, "reports", part);
  return Object.fromEntries(
    Object.keys(treeOf(folder)).map((path) => [
      path,
      readFileSync(join(folder, path), "latin1").split("\n"),
    ]),
  );
}

function differing(one, other) {
  const paths = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return paths.flatMap((path) => {
    const [left, right] = [one[path] ?? [], other[path] ?? []];
    const length = Math.max(left.length, right.length);
    return Array.from({ length }, (_, i) => ({ path, one: left[i], two: right[i] })).filter(
      (line) => line.one !== line.two,
    );
  });
}

function told(lines, expected) {
  return lines
    .filter((line) => !expected.includes(line))
    .slice(0, 10)
    .map(({ path, one, two }) => `\n  ${path}\n    ${one}\n    ${two}`)
    .join("");
}
