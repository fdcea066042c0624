import { type CountTable, checkCountTable, marginsOf } from "./count-table.js";

/** The exact test of association of Freeman and Halton: Fisher's for tables of any size. */
export interface FreemanHaltonTest {
  readonly method: "freeman-halton-test";
  readonly n: number;
  readonly p: number; // total chance of the tables, margins given, no likelier than this one
  /** "too-many-tables": the p is not computed and reads NaN. */
  readonly note?: "too-many-tables";
}

/** What is left of the rows when some columns are filled; nodes of one stage share their columns. */
interface Node {
  readonly left: readonly number[]; // ascending
  /** ln Σ Π 1/cell! over all ways to fill the columns that are left. */
  readonly logTotal: number;
  readonly longest: number; // largest Σ −ln cell! over those ways
  readonly shortest: number; // smallest
  readonly steps: readonly Step[];
}

/** One way, or several alike, to fill the next column. */
interface Step {
  readonly to: Node;
  readonly length: number; // Σ −ln cell! of that column
  times: number;
}

/** Paths to a node by their length so far: how many there are of each. */
type Paths = Map<number, { readonly length: number; times: number }>;

const EQUALLY_LIKELY = 1e-7; // R's allowance for rounding, on the logarithm
const SAME_LENGTH = 1e9; // path lengths are told apart to nine decimals
const MOST_WORK = 2e7; // steps looked at; some seconds

/**
 * The exact test of a table of counts, by the network algorithm of Mehta and Patel.
 *
 * A table is a path: its columns are filled one by one, and what matters for the rest is only what
 * is left of each row. When even the likeliest end of a path is no likelier than the table observed,
 * all its ends are added at once; when even the unlikeliest is likelier, it is dropped.
 *
 * @param table - (rows × columns) counts
 * @throws InvalidInput on fewer than two rows or columns, rows of different lengths, cells that are
 *   no counts, or a table of zeros
 * @source [@freeman1951]; [@mehta1983]
 */
export function freemanHaltonTest(table: CountTable): FreemanHaltonTest {
  checkCountTable("freemanHaltonTest", table);
  const { n, rows, columns } = marginsOf(table);
  const logs = logFactorials(n);
  const sumOf = (counts: readonly number[]): number =>
    counts.reduce((sum, count) => sum + logs[count]!, 0);
  const observed = -sumOf(table.flat());
  // The short side is kept as the state, the long side is walked along, longest columns first.
  const [state, walked] = rows.length <= columns.length ? [rows, columns] : [columns, rows];
  const toFill = walked.filter((count) => count > 0).sort((a, b) => b - a);
  const left = state.filter((count) => count > 0).sort((a, b) => a - b);
  const budget = { work: MOST_WORK };
  const start = network(left, toFill, logs, budget);
  const share = start && rareShare(start, observed + EQUALLY_LIKELY, toFill.length, budget);
  const p = share === undefined ? Number.NaN : Math.min(1, share);
  const method = "freeman-halton-test";
  return share === undefined ? { method, n, p, note: "too-many-tables" } : { method, n, p };
}

/** The node where nothing is filled yet, with all that follow; undefined when there are too many. */
function network(
  start: readonly number[],
  columns: readonly number[],
  logs: Float64Array,
  budget: { work: number },
): Node | undefined {
  const known = columns.map(() => new Map<string, Node>());
  const end: Node = { left: [], logTotal: 0, longest: 0, shortest: 0, steps: [] };
  const nodeAt = (stage: number, left: readonly number[]): Node => {
    if (stage === columns.length) return end;
    const key = left.join();
    const found = known[stage]!.get(key);
    if (found) return found;
    const steps = new Map<string, Step>();
    eachFilling(left, columns[stage]!, budget, (filling) => {
      const rest = left.map((count, i) => count - filling[i]!).sort((a, b) => a - b);
      const length = -filling.reduce((sum, count) => sum + logs[count]!, 0);
      const name = `${rest.join()};${Math.round(length * SAME_LENGTH)}`;
      const same = steps.get(name);
      if (same) same.times++;
      else steps.set(name, { to: nodeAt(stage + 1, rest), length, times: 1 });
    });
    const all = [...steps.values()];
    let [longest, shortest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const { to, length } of all) {
      longest = Math.max(longest, length + to.longest);
      shortest = Math.min(shortest, length + to.shortest);
    }
    const made = {
      left,
      logTotal: logTotal(left, columns.slice(stage), logs),
      longest,
      shortest,
      steps: all,
    };
    known[stage]!.set(key, made);
    return made;
  };
  const first = nodeAt(0, start);
  return budget.work < 0 ? undefined : first;
}

/** n!/(Π row! Π column!), as its logarithm: what all tables with these margins add up to. */
function logTotal(rows: readonly number[], columns: readonly number[], logs: Float64Array): number {
  const sumOf = (counts: readonly number[]): number =>
    counts.reduce((sum, count) => sum + logs[count]!, 0);
  return logs[rows.reduce((a, b) => a + b, 0)]! - sumOf(rows) - sumOf(columns);
}

/** Every way to spread `total` over the rows, none above what is left of it, within the budget. */
function eachFilling(
  left: readonly number[],
  total: number,
  budget: { work: number },
  use: (filling: readonly number[]) => void,
): void {
  const filling = left.map(() => 0);
  const room = left.map((_, i) => left.slice(i + 1).reduce((a, b) => a + b, 0)); // after row i
  const fill = (row: number, rest: number): void => {
    if (budget.work < 0) return;
    if (row === left.length) {
      budget.work--;
      use(filling);
      return;
    }
    const most = Math.min(left[row]!, rest);
    for (let count = Math.max(0, rest - room[row]!); count <= most; count++) {
      filling[row] = count;
      fill(row + 1, rest - count);
    }
  };
  fill(0, total);
}

/** Share of the tables, by chance, whose path is no longer than the limit. */
function rareShare(
  start: Node,
  limit: number,
  stages: number,
  budget: { work: number },
): number | undefined {
  let share = 0;
  let paths = new Map<Node, Paths>([[start, new Map([[0, { length: 0, times: 1 }]])]]);
  for (let stage = 0; stage <= stages; stage++) {
    const next = new Map<Node, Paths>();
    for (const [node, byLength] of paths) {
      for (const { length, times } of byLength.values()) {
        if (length + node.shortest > limit) continue;
        if (length + node.longest <= limit) {
          share += times * Math.exp(length + node.logTotal - start.logTotal);
          continue;
        }
        budget.work -= node.steps.length;
        if (budget.work < 0) return undefined;
        for (const step of node.steps) extend(next, step, length, times);
      }
    }
    paths = next;
  }
  return share;
}

function extend(paths: Map<Node, Paths>, step: Step, length: number, times: number): void {
  const extended = length + step.length;
  let byLength = paths.get(step.to);
  if (byLength === undefined) {
    byLength = new Map();
    paths.set(step.to, byLength);
  }
  const key = Math.round(extended * SAME_LENGTH);
  const same = byLength.get(key);
  if (same) same.times += times * step.times;
  else byLength.set(key, { length: extended, times: times * step.times });
}

function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let k = 2; k <= n; k++) logs[k] = logs[k - 1]! + Math.log(k);
  return logs;
}
