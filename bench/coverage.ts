/**
 * How often the interval methods hold the truth: each is given 2,000 samples of 16, 30 and 60 subjects from
 * populations that are known. Writes docs/coverage.md.
 *
 *     npm run bench -- coverage [replicates]
 */
import { readdirSync, renameSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { seeded } from "../src/numeric/index.js";
import type { CoverageScenario } from "./coverage/scenario.js";

const SEED = 20240611;
const SIZES = [16, 30, 60];
const LEVEL = 0.95;
const OUTPUT = "docs/coverage.md";
const replicates: number = isMainThread ? Number(process.argv[2] ?? 2000) : workerData;
/** Coverage below this is not explained by chance in so many samples (one-sided, 3 standard errors). */
const LEAST = LEVEL - 3 * Math.sqrt((LEVEL * (1 - LEVEL)) / replicates);

interface Held {
  readonly scenario: CoverageScenario;
  readonly method: string;
  /** Share of samples whose interval holds the truth, and median width, by sample size. */
  readonly coverage: readonly number[];
  readonly width: readonly number[];
}

/** All interval methods of a scenario on the same samples. */
function holding(scenario: CoverageScenario, index: number): Held[] {
  const bySize = SIZES.map((n, s) => {
    const random = seeded(SEED).stream(index).stream(s);
    const hits = new Map<string, number>();
    const widths = new Map<string, number[]>();
    for (let r = 0; r < replicates; r++) {
      for (const [method, ci] of Object.entries(scenario.intervals(random.stream(r), n))) {
        const holds = ci.lower <= scenario.truth && scenario.truth <= ci.upper;
        hits.set(method, (hits.get(method) ?? 0) + Number(holds));
        const drawn = widths.get(method) ?? [];
        drawn.push(ci.upper - ci.lower);
        widths.set(method, drawn);
      }
    }
    return { hits, widths };
  });
  return [...bySize[0]!.hits.keys()].map((method) => ({
    scenario,
    method,
    coverage: bySize.map(({ hits }) => (hits.get(method) ?? 0) / replicates),
    width: bySize.map(({ widths }) => median(widths.get(method) ?? [])),
  }));
}

function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return sorted.length === 0 ? Number.NaN : sorted[sorted.length >> 1]!;
}

const percent = (share: number): string => {
  const text = (100 * share).toFixed(1);
  return share < LEAST ? `**${text} ▼**` : text;
};

function tableOf(held: readonly Held[]): string {
  const rows = held.map(({ method, coverage, width }) => {
    const widths = width.map((one) => (Number.isFinite(one) ? one.toPrecision(3) : "∞"));
    return `| ${[method, ...coverage.map(percent), ...widths].join(" | ")} |`;
  });
  const sizes = SIZES.map((n) => `n = ${n}`);
  return [
    `| method | ${sizes.join(" | ")} | ${sizes.map((size) => `width, ${size}`).join(" | ")} |`,
    `|:--|${"--:|".repeat(2 * SIZES.length)}`,
    ...rows,
  ].join("\n");
}

const HEAD = `# How often the intervals hold the truth

Written by \`npm run bench -- coverage\`; do not edit. Synthetic populations of known truth, ${replicates} samples
of each size, seed ${SEED}; all methods of a row group meet the same samples. Numbers are per cent of samples whose 95 % interval
holds the truth, then median widths; an interval that is not defined for a sample does not hold it. **▼** marks a method that under-covers there: below ${(100 * LEAST).toFixed(1)} %, three standard errors
under 95 %.
`;

const folder = new URL("coverage/", import.meta.url);

/** One scenario: the file of its area, and its place in it. */
interface Task {
  readonly file: string;
  readonly index: number;
}

async function scenariosOf(file: string): Promise<readonly CoverageScenario[]> {
  const { SCENARIOS } = (await import(new URL(file, folder).href)) as {
    SCENARIOS: readonly CoverageScenario[];
  };
  return SCENARIOS;
}

async function sectionOf({ file, index }: Task): Promise<string> {
  const scenario = (await scenariosOf(file))[index]!;
  const truth = Number(scenario.truth.toPrecision(6));
  const title = `### ${scenario.statistic}\n\n${scenario.population}; the truth is ${truth}.`;
  return `${title}\n\n${tableOf(holding(scenario, hashOf(file) + index))}\n`;
}

/** A number of its own for each file, so that a new scenario changes no other one's samples. */
function hashOf(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7) * 1000;
}

/** All scenarios in the order of the page, computed by as many workers as there are cores. */
async function writePage(): Promise<void> {
  const files = readdirSync(folder)
    .filter((name) => /\.js$/.test(name) && name !== "scenario.js")
    .sort();
  const tasks: Task[] = [];
  for (const file of files) {
    const { length } = await scenariosOf(file);
    tasks.push(...Array.from({ length }, (_, index) => ({ file, index })));
  }
  const sections = await inWorkers(tasks);
  const parts = tasks.flatMap(({ file, index }, i) => {
    const area = basename(file, ".js").replaceAll("-", " ");
    const heading = `## ${area[0]!.toUpperCase()}${area.slice(1)}\n`;
    return index === 0 ? [heading, sections[i]!] : [sections[i]!];
  });
  writeFileSync(`${OUTPUT}.part`, [HEAD, ...parts].join("\n"));
  renameSync(`${OUTPUT}.part`, OUTPUT);
}

async function inWorkers(tasks: readonly Task[]): Promise<string[]> {
  const sections = new Array<string>(tasks.length);
  let next = 0;
  let done = 0;
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: replicates });
      let at = -1;
      const give = (): void => {
        at = next++;
        if (at < tasks.length) worker.postMessage(tasks[at]);
        else worker.terminate().then(() => resolve(), reject);
      };
      worker.on("error", reject);
      worker.on("message", (section: string) => {
        sections[at] = section;
        process.stderr.write(
          `${++done} of ${tasks.length}: ${tasks[at]!.file} ${tasks[at]!.index + 1}\n`,
        );
        give();
      });
      give();
    });
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return sections;
}

if (isMainThread) await writePage();
else
  parentPort!.on("message", async (task: Task) => parentPort!.postMessage(await sectionOf(task)));
