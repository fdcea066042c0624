import {
  areaUnderCurve,
  blandAltman,
  bootstrapAreaUnderCurve,
  deLongTest,
  fleissKappa,
  iccTable,
  mannWhitneyTest,
  passingBablok,
  poolEffects,
} from "../../src/analysis/index.js";
import { seeded } from "../../src/numeric/index.js";
import { categoryData, methodData, raterData, rocData, studyData, tiedSamples } from "./data.js";
import type { Run } from "./runs.js";

const SEED = 1;
/** Counted runs: as many as fit into a second, so that a task of microseconds is timed as compiled code. */
const FEWEST_RUNS = 7;
const MOST_RUNS = 201;
const BUDGET_MS = 1000;

/** A task on n subjects: what is timed, and the numbers by which the engines are compared. */
interface Task {
  readonly name: string;
  readonly n: number;
  /** Makes the data, which is not timed, and gives what is. */
  prepare(): () => Run["check"];
}

const AGREEMENT = { x: 22, passingBablok: 40 }; // centres; mcr refuses the negative values that 22 gives

const TASKS: readonly Task[] = [
  ...[1e3, 1e4, 1e5, 1e6].flatMap((n) => [deLongVariance(n), deLongPaired(n)]),
  ...[1e3, 1e5].map(bootstrapAuc),
  {
    name: "bland_altman",
    n: 1e6,
    prepare: () => {
      const { x, y } = methodData(1e6, AGREEMENT.x);
      return () => {
        const { bias, lowerLimit, upperLimit } = blandAltman(x, y);
        const lo = lowerLimit.intervals.approximate1999.lower;
        return { bias: bias.value, lower: lowerLimit.value, upper: upperLimit.value, lo };
      };
    },
  },
  {
    name: "icc",
    n: 1e5,
    prepare: () => {
      const raters = raterData(1e5);
      return () => {
        const { coefficients } = iccTable({ raters });
        const named = coefficients.filter(({ shroutFleissName }) => shroutFleissName !== undefined);
        return Object.fromEntries(
          named.map(({ shroutFleissName, icc }) => [benchName(shroutFleissName!), icc.value]),
        );
      };
    },
  },
  ...[1e3, 5e3, 1e6].map(passingBablokLine),
  {
    name: "fleiss_kappa",
    n: 1e5,
    prepare: () => {
      const [a, b, c] = categoryData(1e5) as [Uint8Array, Uint8Array, Uint8Array];
      const rows = Array.from(a, (first, i) => [first, b[i]!, c[i]!]);
      return () => ({ kappa: fleissKappa(rows, [1, 2, 3, 4, 5]).kappa.value });
    },
  },
  {
    name: "meta_reml",
    n: 1e3,
    prepare: () => {
      const { effects, variances } = studyData(1e3);
      return () => {
        const { tau2, estimate } = poolEffects(effects, variances, "reml");
        return { tau2, estimate: estimate.value };
      };
    },
  },
  {
    name: "mann_whitney_ties",
    n: 400,
    prepare: () => {
      const { first, second } = tiedSamples(200);
      return () => ({ p: mannWhitneyTest(first, second).exact.twoSided });
    },
  },
];

/** Times Ostia's tasks: the first run warms up and is not counted. */
export function runTasks(only: readonly string[]): Run[] {
  const wanted = TASKS.filter(
    ({ name }) => only.length === 0 || only.some((part) => name.includes(part)),
  );
  return wanted.map(({ name, n, prepare }) => {
    process.stderr.write(`Ostia: ${name} ${n}\n`);
    const act = prepare();
    const check = act();
    const times: number[] = [];
    const begun = performance.now();
    const goesOn = (): boolean => times.length < MOST_RUNS && performance.now() - begun < BUDGET_MS;
    while (times.length < FEWEST_RUNS || goesOn()) {
      const start = performance.now();
      act();
      times.push(performance.now() - start);
    }
    return { engine: "Ostia", task: name, n, runs_ms: times, check };
  });
}

function deLongVariance(n: number): Task {
  return {
    name: "delong_var",
    n,
    prepare: () => {
      const { events, first } = rocData(n);
      return () => {
        const { value, standardError } = areaUnderCurve(first, events, "higher");
        return { auc: value, var: standardError.deLong ** 2 };
      };
    },
  };
}

function deLongPaired(n: number): Task {
  return {
    name: "delong_paired",
    n,
    prepare: () => {
      const { events, first, second } = rocData(n);
      const direction = "higher" as const;
      return () => {
        const { z, p } = deLongTest(
          { scores: first, direction },
          { scores: second, direction },
          events,
        );
        return { z, p };
      };
    },
  };
}

function bootstrapAuc(n: number): Task {
  return {
    name: "boot_auc_2000",
    n,
    prepare: () => {
      const { events, first } = rocData(n);
      return () => {
        const { percentile } = bootstrapAreaUnderCurve(first, events, "higher", {
          random: seeded(SEED),
        });
        return { lower: percentile.lower, upper: percentile.upper, mc: true };
      };
    },
  };
}

function passingBablokLine(n: number): Task {
  return {
    name: "passing_bablok",
    n,
    prepare: () => {
      const { x, y } = methodData(n, AGREEMENT.passingBablok);
      return () => {
        const { slope, intercept } = passingBablok(x, y);
        return { slope: slope.value, intercept: intercept.value };
      };
    },
  };
}

/** ICC(1,1) and ICC(1,k) are ICC1 and ICC1k in the peers. */
function benchName(shroutFleiss: string): string {
  return shroutFleiss.replace(/^ICC\((\d),1\)$/, "ICC$1").replace(/^ICC\((\d),k\)$/, "ICC$1k");
}
