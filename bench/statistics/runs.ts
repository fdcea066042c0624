/** One engine's times for one task, and the numbers it computed. */
export interface Run {
  readonly engine: string;
  readonly task: string;
  readonly n: number;
  readonly runs_ms: readonly number[];
  readonly check: Readonly<Record<string, number | boolean>>;
}

/** Relative difference above which engines did not compute the same; Monte Carlo has its own. */
const SAME = 1e-6;
const SAME_MONTE_CARLO = 2e-2;
/** metafor ends its search when τ² moves by less than 1e-5. */
const SAME_AS_METAFOR = 1e-5;

/** The runs among the lines that an engine printed. */
export function runsIn(printed: string): Run[] {
  return printed
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Run);
}

/** Median time, ms. */
export function median({ runs_ms: times }: Run): number {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Numbers of peers that are not Ostia's. */
export function disagreements(runs: readonly Run[]): string[] {
  const found: string[] = [];
  for (const own of runs.filter(({ engine }) => engine === "Ostia")) {
    const same = runs.filter((run) => run !== own && run.task === own.task && run.n === own.n);
    for (const run of same) {
      const tolerance = toleranceOf(run);
      for (const [key, value] of Object.entries(run.check)) {
        const mine = own.check[key];
        if (typeof mine !== "number" || typeof value !== "number") continue;
        if (Math.abs(mine - value) <= tolerance * Math.max(1e-3, Math.abs(mine))) continue;
        found.push(`${own.task} ${own.n}, ${key}: Ostia ${mine}, ${run.engine} ${value}`);
      }
    }
  }
  return found;
}

function toleranceOf({ engine, check }: Run): number {
  if (check.mc === true) return SAME_MONTE_CARLO;
  return engine.includes("metafor") ? SAME_AS_METAFOR : SAME;
}
