import { checkClaims, readClaims } from "../claims/index.js";
import type { ClaimVerdict, Verdict } from "../claims/verdict.js";
import { InvalidInput } from "../numeric/invalid-input.js";
import type { Terminal } from "./terminal.js";

const NAMES: Readonly<Record<Verdict, string>> = {
  reproduced: "reproduced",
  possible: "possible",
  contradicted: "contradicted",
  "not-checkable": "not checkable",
};

/**
 * Tests published figures for consistency and prints a verdict for each.
 *
 * @param path - a claims file
 * @param options.json - prints the verdicts with all their findings as one JSON array instead of a table
 * @returns 0 when nothing is contradicted, 1 when something is, 2 when the file cannot be used
 */
export async function check(
  path: string,
  { json = false }: { readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  let verdicts: readonly ClaimVerdict[];
  try {
    verdicts = checkClaims(readClaims(path));
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    terminal.note(error.message);
    return 2;
  }
  if (json) terminal.out(JSON.stringify(verdicts, null, 2));
  else for (const line of [...tableOf(verdicts), "", summaryOf(verdicts)]) terminal.out(line);
  return verdicts.some(({ verdict }) => verdict === "contradicted") ? 1 : 0;
}

/** One line a claim: id, verdict, and the finding that decides it. */
function tableOf(verdicts: readonly ClaimVerdict[]): string[] {
  const rows = [
    ["claim", "verdict", "why"] as const,
    ...verdicts.map(({ id, verdict, findings }) => {
      const more = findings.length > 1 ? ` (+${findings.length - 1})` : "";
      return [id, NAMES[verdict], `${findings[0]?.message ?? ""}${more}`] as const;
    }),
  ];
  const width = (column: 0 | 1): number => Math.max(...rows.map((row) => row[column].length));
  const [ids, names] = [width(0), width(1)];
  return rows.map(([id, verdict, why]) => `${id.padEnd(ids)}  ${verdict.padEnd(names)}  ${why}`);
}

function summaryOf(verdicts: readonly ClaimVerdict[]): string {
  const counts = (Object.keys(NAMES) as Verdict[]).map((name) => {
    const count = verdicts.filter(({ verdict }) => verdict === name).length;
    return `${count} ${NAMES[name]}`;
  });
  const claims = verdicts.length === 1 ? "1 claim" : `${verdicts.length} claims`;
  return `${claims}: ${counts.join(", ")}`;
}
