/**
 * Kills `npm start` at 20 random moments. After each the site stands, whole: the earlier one or the new one;
 * and no process is left. At the end an undisturbed run gives the same bytes as one that was never disturbed.
 *
 *     node scripts/verify-kills.mjs [seed] [rounds]
 */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { say } from "./setup.mjs";
import {
  check,
  cloneInto,
  differences,
  fail,
  processesIn,
  run,
  temporaryFolder,
  treeOf,
  warnOfUncommitted,
} from "./verify-tools.mjs";

const seed = Number(process.argv[2] ?? 20240611);
const rounds = Number(process.argv[3] ?? 20);

/** Signals in turn; the last two reach the whole group, as Ctrl-C in a terminal does. */
const SIGNALS = [
  { name: "SIGKILL", group: false },
  { name: "SIGKILL", group: false },
  { name: "SIGTERM", group: false },
  { name: "SIGINT", group: true },
];
/** How many notebooks are run: enough that some wait while others run. */
const NOTEBOOKS = 3;
/** Time for processes to notice that they are to end, in seconds. */
const GRACE = 5;

warnOfUncommitted();
const root = join(temporaryFolder("kills"), "clone");
const reports = join(root, "reports");
cloneInto(root);
say("Preparing a clone …");
const built = await run(process.execPath, ["scripts/build.mjs"], { cwd: root });
if (built.code !== 0) fail(`the set-up of the clone: ${built.said}`);

// Two variants of the notebooks, so that each run has a site to replace; a few of them, as each round waits for a run.
const notebooks = join(root, "notebooks");
const all = readdirSync(notebooks).filter((name) => name.endsWith(".ipynb"));
for (const name of all.slice(NOTEBOOKS)) rmSync(join(notebooks, name));
const names = all.slice(0, NOTEBOOKS);
const originals = new Map(names.map((name) => [name, readFileSync(join(notebooks, name), "utf8")]));
const variants = ["as committed", "with a comment in every cell"];
const undisturbed = [];
for (const variant of variants.keys()) {
  useVariant(variant);
  const { code, said, seconds } = await start();
  if (code !== 0) fail(`npm start, notebooks ${variants[variant]}: ${said}`);
  undisturbed.push({ seconds, site: siteTree(), executed: executedTree(), listing: listing() });
  say(`undisturbed, notebooks ${variants[variant]}: ${seconds.toFixed(1)} s`);
}
check(
  differences(undisturbed[0].site, undisturbed[1].site).length > 0,
  "the two variants give different sites",
);

const random = mulberry32(seed);
say(`seed ${seed}, ${rounds} rounds`);
let present = 1;
let longest = Math.min(...undisturbed.map(({ seconds }) => seconds));
for (let round = 0; round < rounds; ) {
  useVariant(1 - present);
  forgetRuns();
  const { name, group } = SIGNALS[round % SIGNALS.length];
  const seconds = random() * longest;
  const { ended, after } = await startAndKill(name, group, seconds);
  const wasKilled = ended !== "exit code 0";
  if (wasKilled) round++;
  else longest = Math.min(longest, after); // it was quicker than the kill: this round does not count
  const left = await processesLeft();
  const found = siteTree();
  const whole = undisturbed.findIndex(({ site }) => differences(site, found).length === 0);
  const state = whole === -1 ? "BROKEN" : whole === present ? "the earlier site" : "the new site";
  check(
    whole !== -1 && left.length === 0,
    `${wasKilled ? String(round).padStart(2) : " –"}: ${name}${group ? " to the group" : ""} after ${seconds.toFixed(2)} s, ended by ${ended}: ${state}, ${left.length} processes left${left.map((line) => `\n    ${line}`).join("")}`,
  );
  present = whole;
}

for (const variant of [1 - present, present]) {
  useVariant(variant);
  const { code, said } = await start();
  if (code !== 0) fail(`the run after the kills: ${said}`);
  const same =
    differences(undisturbed[variant].site, siteTree()).length === 0 &&
    differences(undisturbed[variant].executed, executedTree()).length === 0;
  check(
    same,
    `an undisturbed run, notebooks ${variants[variant]}: the same bytes as before the kills`,
  );
}
const strays = listing().filter((name) => !undisturbed[1].listing.includes(name));
check(
  strays.length === 0,
  `nothing half-written is left${strays.map((name) => `\n    ${name}`).join("")}`,
);

function start() {
  return run(process.execPath, ["scripts/start.mjs"], { cwd: root });
}

async function startAndKill(name, group, seconds) {
  const started = performance.now();
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    stdio: "ignore",
    detached: true, // a group of its own, as a shell gives it
  });
  const ended = new Promise((resolve) => {
    child.on("close", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  await Promise.race([wait(seconds * 1000), ended]);
  try {
    process.kill(group ? -child.pid : child.pid, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error; // it was quicker than the kill
  }
  return { ended: await ended, after: (performance.now() - started) / 1000 };
}

async function processesLeft() {
  const end = performance.now() + GRACE * 1000;
  for (let left = processesIn(root); ; left = processesIn(root)) {
    if (left.length === 0 || performance.now() > end) return left;
    await wait(100);
  }
}

function useVariant(variant) {
  for (const [name, original] of originals) {
    const notebook = JSON.parse(original);
    if (variant === 1) {
      for (const cell of notebook.cells) {
        const { tags = [] } = cell.metadata;
        if (cell.cell_type !== "code" || tags.includes("parameters")) continue;
        cell.source = ["// another variant\n", ...[cell.source].flat()];
      }
    }
    writeFileSync(join(notebooks, name), `${JSON.stringify(notebook, null, 1)}\n`);
  }
}

/** Makes every notebook stale, so that each round has all the work to do. */
function forgetRuns() {
  for (const name of readdirSync(join(reports, "notebooks"))) {
    if (name.endsWith(".run.json")) rmSync(join(reports, "notebooks", name));
  }
}

function siteTree() {
  return treeOf(join(reports, "_site"));
}

function executedTree() {
  return treeOf(join(reports, "notebooks"));
}

/** What stands in reports/ and in the folder for drafts, without what is in the folders of results. */
function listing() {
  const folders = [".", "reports", "reports/notebooks", "reports/logs", ".ostia", ".ostia/drafts"];
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
}

/** Random numbers from a seed, so that a round can be repeated. */
function mulberry32(state) {
  let a = state >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
