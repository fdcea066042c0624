/**
 * Wall time of a ten-cell notebook by `ostia run --force` and by Jupyter's nbclient on the same kernel, side by
 * side in one run: they alternate, so that whatever else the machine does meets all.
 *
 * Ostia is timed twice. A first run compiles the cells, as nbclient's kernel does every time, and checks them
 * strictly, which nbclient does not. A run again, as on new data or with another parameter, finds both done;
 * the bound is for this one.
 *
 *     node bench/run.mjs [repetitions]
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Largest share of nbclient's time that Ostia may take. */
const LARGEST_RATIO = 0.6;

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const PYTHON = process.env.OSTIA_PYTHON ?? "/usr/bin/python3"; // Debian's, which python3-nbclient is for
const repetitions = Number(process.argv[2] ?? 7);

/** What a small analysis does, figures left out: they cost the same in both. */
const CELLS = [
  'import { show } from "ostia";\nimport { proportion, type Proportion } from "ostia/analysis";',
  "const level: number = 0.95;",
  'import { readFileSync } from "node:fs";\nconst text: string = readFileSync("datasets/leaks.csv", "utf8");',
  'interface Patient {\n  readonly id: string;\n  readonly leak: boolean;\n  readonly found: boolean;\n}\nconst patients: Patient[] = text\n  .trim()\n  .split("\\n")\n  .slice(1)\n  .map((line) => {\n    const [id = "", leak, found] = line.split(",");\n    return { id, leak: leak === "yes", found: found === "yes" };\n  });',
  "patients.length",
  "const ill: Patient[] = patients.filter(({ leak }) => leak);\nconst well: Patient[] = patients.filter(({ leak }) => !leak);\n({ ill: ill.length, well: well.length })",
  "const sensitivity: Proportion = proportion(ill.filter(({ found }) => found).length, ill.length, { level });\nsensitivity.value",
  "const specificity: Proportion = proportion(well.filter(({ found }) => !found).length, well.length, { level });\nspecificity.value",
  'await show({\n  kind: "table",\n  columns: [{ key: "of", label: "Of" }, { key: "value", label: "Value" }],\n  rows: [\n    { of: "sensitivity", value: sensitivity.value.toFixed(3) },\n    { of: "specificity", value: specificity.value.toFixed(3) },\n  ],\n  rowHeader: "of",\n});',
  'console.log("exact interval of the sensitivity:", Object.values(sensitivity.intervals.exact).join(", "));',
];

const project = mkdtempSync(join(tmpdir(), "ostia-bench-"));
process.on("exit", () => rmSync(project, { recursive: true, force: true }));
const env = {
  ...process.env,
  JUPYTER_DATA_DIR: join(project, "jupyter"),
  JUPYTER_RUNTIME_DIR: join(project, "jupyter", "runtime"),
};
makeProject();

const run = [process.execPath, [join(ROOT, "bin", "ostia.js"), "run", "--force"]];
const tools = {
  "ostia, again": run,
  "ostia, first": run,
  nbclient: [PYTHON, ["-c", "from nbclient.cli import main; main()", "notebooks/ten-cells.ipynb"]],
};
if (spawnSync(PYTHON, ["-c", "import nbclient"]).status !== 0) {
  console.log(
    `${PYTHON} has no nbclient (Debian: python3-nbclient); there is nothing to compare with.`,
  );
  process.exit(0);
}
const names = Object.keys(tools);
const seconds = Object.fromEntries(names.map((name) => [name, []]));
for (const name of names) time(name); // once unmeasured: files come into the cache
for (let i = 0; i < repetitions; i++) {
  // What was compiled before is removed for a first run, which leaves it for the run after it.
  const order = ["ostia, first", "ostia, again"];
  for (const name of i % 2 === 0 ? [...order, "nbclient"] : ["nbclient", ...order]) {
    if (name === "ostia, first") rmSync(join(project, ".ostia"), { recursive: true, force: true });
    seconds[name].push(time(name));
  }
}
for (const name of names) {
  const all = seconds[name].map((value) => value.toFixed(2)).join(" ");
  const ratio = median(seconds[name]) / median(seconds.nbclient);
  console.log(
    `${name.padEnd(12)} median ${median(seconds[name]).toFixed(2)} s, ratio ${ratio.toFixed(2)}   (${all})`,
  );
}
const ratio = median(seconds["ostia, again"]) / median(seconds.nbclient);
const holds = ratio <= LARGEST_RATIO;
console.log(`${holds ? "✓" : "✗"} ratio ${ratio.toFixed(2)}, at most ${LARGEST_RATIO}`);
process.exitCode = holds ? 0 : 1;

function time(name) {
  const [command, args] = tools[name];
  const started = performance.now();
  const { status, stderr } = spawnSync(command, args, { cwd: project, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
  return (performance.now() - started) / 1000;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

function makeProject() {
  for (const folder of ["notebooks", "datasets"]) mkdirSync(join(project, folder));
  symlinkSync(join(ROOT, "node_modules"), join(project, "node_modules"));
  writeFileSync(join(project, "package.json"), '{ "name": "bench", "private": true }\n');
  writeFileSync(join(project, "package-lock.json"), "{}\n");
  const rows = Array.from({ length: 16 }, (_, i) => [
    i + 1,
    i < 9 ? "yes" : "no",
    i < 6 || i > 13 ? "yes" : "no",
  ]);
  writeFileSync(
    join(project, "datasets", "leaks.csv"),
    `${[["id", "leak", "found"], ...rows].map((row) => row.join(",")).join("\n")}\n`,
  );
  const cells = CELLS.map((source, i) => ({
    cell_type: "code",
    execution_count: null,
    id: `cell-${i + 1}`,
    metadata: i === 8 ? { label: "tbl-accuracy", "tbl-cap": "Accuracy" } : {},
    outputs: [],
    source: source.match(/[^\n]*\n|[^\n]+$/g),
  }));
  const metadata = {
    kernelspec: { display_name: "Ostia (TypeScript)", language: "typescript", name: "ostia" },
  };
  const notebook = { cells, metadata, nbformat: 4, nbformat_minor: 5 };
  writeFileSync(join(project, "notebooks", "ten-cells.ipynb"), JSON.stringify(notebook));
  const install = [join(ROOT, "bin", "ostia.js"), "kernel", "install"];
  const { status, stderr } = spawnSync(process.execPath, install, {
    cwd: project,
    env,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the kernel could not be installed: ${stderr}`);
}
