/**
 * What is left of the rows when some columns of a table are filled. The length of a path is the sum
 * of −ln cell! along it, so a longer path is a likelier table.
 */
export interface Node {
  /** ln Σ e^length over all ways to fill the columns that are left. */
  readonly logTotal: number;
  readonly longest: number; // over those ways
  readonly shortest: number;
  /** Ways to fill the next column; none where two columns are left, which are filled at once. */
  readonly steps: readonly Step[];
  /** Share of the ends, by e^length, that are no longer than the limit; where two columns are left. */
  shareUpTo(limit: number): number;
}

/** One way, or several alike, to fill the next column. */
interface Step {
  readonly to: Node;
  readonly length: number;
  times: number;
}

/** How much may still be done; below 0 the whole is given up. */
export interface Budget {
  work: number;
}

/** Paths to a node by their length so far: how many there are of each. */
type Paths = Map<number, { readonly length: number; times: number }>;

const EXTENDING = 5; // work of prolonging a path, in fillings of a column
const SAME_LENGTH = 1e9; // path lengths are told apart to nine decimals

/**
 * The node where no column is filled yet, with all that follow.
 *
 * @param rows - sums, ascending
 * @param columns - sums, at least two
 * @param logs - ln k! up to the sum of all
 * @returns undefined when there are too many nodes
 */
export function network(
  rows: readonly number[],
  columns: readonly number[],
  logs: Float64Array,
  budget: Budget,
): Node | undefined {
  const base = logs.length; // above every count, so that counts are digits of a key
  if (base ** rows.length > Number.MAX_SAFE_INTEGER) return undefined;
  const known = columns.map(() => new Map<number, Node>());
  const nodeAt = (stage: number, left: readonly number[]): Node => {
    const key = left.reduce((digits, count) => digits * base + count, 0);
    const found = known[stage]!.get(key);
    if (found) return found;
    const total = logTotal(left, columns.slice(stage), logs);
    const made =
      stage === columns.length - 2
        ? lastNode(left, columns[stage]!, total, logs, budget)
        : innerNode(left, columns[stage]!, total, logs, budget, (rest) => nodeAt(stage + 1, rest));
    known[stage]!.set(key, made);
    return made;
  };
  const start = nodeAt(0, rows);
  return budget.work < 0 ? undefined : start;
}

/**
 * Share of the tables, by chance, whose path is no longer than the limit.
 *
 * @returns undefined when there are too many paths
 */
export function rareShare(start: Node, limit: number, budget: Budget): number | undefined {
  let share = 0;
  let paths = new Map<Node, Paths>([[start, new Map([[0, { length: 0, times: 1 }]])]]);
  while (paths.size > 0) {
    const next = new Map<Node, Paths>();
    for (const [node, byLength] of paths) {
      for (const { length, times } of byLength.values()) {
        if (length + node.shortest > limit) continue;
        const chance = times * Math.exp(length + node.logTotal - start.logTotal);
        if (length + node.longest <= limit) share += chance;
        else if (node.steps.length === 0) share += chance * node.shareUpTo(limit - length);
        else for (const step of node.steps) extend(next, step, length, times, budget);
        if (budget.work < 0) return undefined;
      }
    }
    paths = next;
  }
  return share;
}

function extend(
  paths: Map<Node, Paths>,
  step: Step,
  length: number,
  times: number,
  budget: Budget,
): void {
  budget.work -= EXTENDING;
  let byLength = paths.get(step.to);
  if (byLength === undefined) {
    byLength = new Map();
    paths.set(step.to, byLength);
  }
  const extended = length + step.length;
  const key = Math.round(extended * SAME_LENGTH);
  const same = byLength.get(key);
  if (same) same.times += times * step.times;
  else byLength.set(key, { length: extended, times: times * step.times });
}

function innerNode(
  left: readonly number[],
  column: number,
  total: number,
  logs: Float64Array,
  budget: Budget,
  nodeOf: (rest: readonly number[]) => Node,
): Node {
  const byNode = new Map<Node, Step[]>();
  let [longest, shortest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const cost = (_: number, count: number): number => logs[count]!;
  eachFilling(left, column, cost, budget, (filling, length) => {
    const to = nodeOf(ascendingRest(left, filling));
    longest = Math.max(longest, length + to.longest);
    shortest = Math.min(shortest, length + to.shortest);
    addStep(byNode, to, length);
  });
  const steps = [...byNode.values()].flat();
  return { logTotal: total, longest, shortest, steps, shareUpTo: () => Number.NaN };
}

/** The node where two columns are left: the first of them determines the second. */
function lastNode(
  left: readonly number[],
  column: number,
  total: number,
  logs: Float64Array,
  budget: Budget,
): Node {
  const cost = (row: number, count: number): number => logs[count]! + logs[left[row]! - count]!;
  const lengths: number[] = [];
  eachFilling(left, column, cost, budget, (_, length) => lengths.push(length));
  const sorted = Float64Array.from(lengths).sort();
  let sum = 0;
  const shares = sorted.map((length) => (sum += Math.exp(length - total)));
  return {
    logTotal: total,
    longest: sorted.at(-1)!,
    shortest: sorted[0]!,
    steps: [],
    shareUpTo: (limit) => {
      let [below, above] = [0, sorted.length];
      while (below < above) {
        const middle = (below + above) >> 1;
        if (sorted[middle]! <= limit) below = middle + 1;
        else above = middle;
      }
      return below === 0 ? 0 : shares[below - 1]!;
    },
  };
}

function addStep(byNode: Map<Node, Step[]>, to: Node, length: number): void {
  const there = byNode.get(to);
  const same = there?.find((step) => Math.abs(step.length - length) < 1 / SAME_LENGTH);
  if (same) same.times++;
  else if (there) there.push({ to, length, times: 1 });
  else byNode.set(to, [{ to, length, times: 1 }]);
}

/** ln of n!/(Π row! Π column!): what e^length adds up to over all tables with these margins. */
function logTotal(rows: readonly number[], columns: readonly number[], logs: Float64Array): number {
  const sumOf = (counts: readonly number[]): number =>
    counts.reduce((sum, count) => sum + logs[count]!, 0);
  return logs[rows.reduce((a, b) => a + b, 0)]! - sumOf(rows) - sumOf(columns);
}

/** What a filling leaves of the rows, sorted: the order of rows does not matter for what follows. */
function ascendingRest(left: readonly number[], filling: readonly number[]): number[] {
  const rest: number[] = [];
  for (let i = 0; i < left.length; i++) {
    const count = left[i]! - filling[i]!;
    let at = i;
    for (; at > 0 && rest[at - 1]! > count; at--) rest[at] = rest[at - 1]!;
    rest[at] = count;
  }
  return rest;
}

/**
 * Every way to spread `total` over the rows, none above what is left of it, within the budget.
 *
 * @param cost - of a count in a row; the length of a filling is the negative of their sum
 */
function eachFilling(
  left: readonly number[],
  total: number,
  cost: (row: number, count: number) => number,
  budget: Budget,
  use: (filling: readonly number[], length: number) => void,
): void {
  const filling = left.map(() => 0);
  const room = left.map((_, i) => left.slice(i + 1).reduce((a, b) => a + b, 0)); // after row i
  const last = left.length - 1;
  const fill = (row: number, rest: number, length: number): void => {
    if (budget.work < 0) return;
    if (row === last) {
      budget.work--;
      filling[row] = rest;
      use(filling, length - cost(row, rest));
      return;
    }
    const most = Math.min(left[row]!, rest);
    for (let count = Math.max(0, rest - room[row]!); count <= most; count++) {
      filling[row] = count;
      fill(row + 1, rest - count, length - cost(row, count));
    }
  };
  fill(0, total, 0);
}
