/**
 * Ostia, R and Python on the same tasks, one after the other in one sitting on one machine. Prints medians and
 * ratios, checks that all computed the same, and holds the ratios against their goals.
 *
 *     npm run bench -- statistics [task…]
 *
 * R (Debian: r-base-core r-cran-proc r-cran-metafor r-cran-jsonlite) and Python (python3-numpy python3-scipy
 * python3-sklearn python3-statsmodels) take part where they are installed.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { GOALS, type Goal } from "./statistics/goals.js";
import { disagreements, median, type Run, runsIn } from "./statistics/runs.js";
import { runTasks } from "./statistics/tasks.js";

const only = process.argv.slice(2);
const PEERS = {
  R: ["Rscript", "bench/peers/statistics.R"],
  Python: [process.env.OSTIA_PYTHON ?? "/usr/bin/python3", "bench/peers/statistics.py"],
} as const;

const ostia = runTasks(only);
const peers = Object.entries(PEERS).flatMap(([name, command]) => runsOfPeer(name, command));
const runs = [...ostia, ...peers];
writeFileSync(join(".ostia", "bench-statistics.json"), `${JSON.stringify(runs, null, 1)}\n`);

for (const run of runs) {
  const checks = Object.entries(run.check).map(([key, value]) => `${key} ${value}`);
  console.log(
    [run.task, run.n, run.engine, `${median(run).toPrecision(4)} ms`, ...checks].join("  "),
  );
}
console.log("");
const met = GOALS.map((goal) => meets(goal));
const differing = disagreements(runs);
for (const line of differing) console.log(`differs: ${line}`);
if (met.includes(false) || differing.length > 0) process.exitCode = 1;

/** The runs of a peer; none, said so, where it is not installed. */
function runsOfPeer(name: string, [command, script]: readonly [string, string]): Run[] {
  const env = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" };
  const { status, stdout, stderr } = spawnSync(command, [script, ...only], {
    env,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) {
    const last = stderr?.trim().split("\n").at(-1) ?? "it is not installed";
    console.log(`${name} takes no part: ${last}`);
  }
  return runsIn(stdout ?? "");
}

/** Prints Ostia's time as a share of the peer's; undefined where one of them did not run. */
function meets({ task, n, peer, most }: Goal): boolean | undefined {
  const own = runs.find((run) => run.engine === "Ostia" && run.task === task && run.n === n);
  if (own === undefined) return undefined;
  if (typeof peer === "number") {
    const good = median(own) <= peer;
    console.log(
      `${good ? "met " : "MISS"} ${task} ${n}: ${median(own).toPrecision(3)} ms; goal ${peer} ms`,
    );
    return good;
  }
  const other = runs.find((run) => run.task === task && run.n === n && peer.test(run.engine));
  if (other === undefined) return undefined;
  const ratio = median(own) / median(other);
  const good = ratio <= most;
  console.log(
    `${good ? "met " : "MISS"} ${task} ${n}: ${ratio.toPrecision(3)} × ${other.engine}; goal ${most}`,
  );
  return good;
}
