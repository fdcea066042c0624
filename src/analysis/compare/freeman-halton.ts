import { type CountTable, checkCountTable, marginsOf } from "./count-table.js";
import { network, rareShare } from "./table-network.js";

/** The exact test of association of Freeman and Halton: Fisher's for tables of any size. */
export interface FreemanHaltonTest {
  readonly method: "freeman-halton-test";
  readonly n: number;
  readonly p: number; // total chance of the tables, margins given, no likelier than this one
  /** "too-many-tables": the p is not computed and reads NaN. */
  readonly note?: "too-many-tables";
}

const EQUALLY_LIKELY = 1e-7; // R's allowance for rounding, on the logarithm
const MOST_WORK = 1e7; // steps; a few seconds

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
  const observed = -table.flat().reduce((sum, count) => sum + logs[count]!, 0);
  // The short side is kept as the state, the long side is walked along, its largest columns last.
  const [state, walked] = rows.length <= columns.length ? [rows, columns] : [columns, rows];
  const left = state.filter((count) => count > 0).sort((a, b) => a - b);
  const toFill = walked.filter((count) => count > 0).sort((a, b) => a - b);
  const method = "freeman-halton-test";
  if (toFill.length === 1 || left.length === 1) return { method, n, p: 1 };
  const budget = { work: MOST_WORK };
  const start = network(left, toFill, logs, budget);
  const share = start && rareShare(start, observed + EQUALLY_LIKELY, budget);
  if (share === undefined) return { method, n, p: Number.NaN, note: "too-many-tables" };
  return { method, n, p: Math.min(1, share) };
}

function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let k = 2; k <= n; k++) logs[k] = logs[k - 1]! + Math.log(k);
  return logs;
}
