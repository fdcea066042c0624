/**
 * Two fresh clones in different folders, each with an empty npm cache: `npm start` works in both, the sites
 * and the executed notebooks are the same to the byte, and a second `npm start` has nothing to do.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { say } from "./setup.mjs";
import {
  check,
  cloneInto,
  differences,
  run,
  temporaryFolder,
  treeOf,
  warnOfUncommitted,
} from "./verify-tools.mjs";

/** Longest time of a start that has nothing to do, in seconds, npm's own start-up left out. */
const LONGEST_IDLE_START = 5;

warnOfUncommitted();
const base = temporaryFolder("clones");
const clones = ["one", join("another", "much deeper", "clone-of-ostia")].map((name, i) => ({
  folder: join(base, name),
  cache: join(base, `npm-cache-${i}`),
}));

for (const { folder, cache } of clones) {
  mkdirSync(cache, { recursive: true });
  mkdirSync(join(folder, ".."), { recursive: true });
  cloneInto(folder);
  const first = await npmStart(folder, cache);
  if (first.code !== 0) say(first.said);
  check(first.code === 0, `npm start in a fresh clone: ${first.seconds.toFixed(1)} s`);
  const pages = Object.keys(treeOf(join(folder, "reports", "_site")));
  check(pages.includes("index.html"), `it wrote a site of ${pages.length} files`);
}

for (const part of ["_site", "notebooks"]) {
  const [one, other] = clones.map(({ folder }) => treeOf(join(folder, "reports", part)));
  const differ = differences(one, other);
  const all = Object.keys(one).length;
  check(
    differ.length === 0 && all > 0,
    `reports/${part}: ${all} files, ${differ.length} differ${differ.map((path) => `\n  ${path}`).join("")}`,
  );
}

const [{ folder, cache }] = clones;
const before = treeOf(join(folder, "reports"));
const withNpm = await npmStart(folder, cache);
check(withNpm.code === 0, `a second npm start: ${withNpm.seconds.toFixed(1)} s`);
check(
  /^notebooks: \d+ fresh already$/m.test(withNpm.said) && !withNpm.said.includes("running "),
  "it ran no notebook",
);
const idle = await run(process.execPath, ["scripts/start.mjs"], { cwd: folder });
check(
  idle.code === 0 && idle.seconds < LONGEST_IDLE_START,
  `without npm's own start-up it takes ${idle.seconds.toFixed(2)} s (at most ${LONGEST_IDLE_START})`,
);
check(
  differences(before, treeOf(join(folder, "reports"))).length === 0,
  "it left reports/ as it was",
);

function npmStart(cwd, npmCache) {
  // Whoever calls this script through npm hands down settings that a person's shell does not have.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(?!config_registry)/i.test(name),
  );
  const env = { ...Object.fromEntries(inherited), npm_config_cache: npmCache };
  return run("npm", ["start"], { cwd, env, shell: process.platform === "win32" });
}
