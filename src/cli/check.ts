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

/** Narrower than this a column of sentences is harder to read than one that runs over the edge. */
const LEAST_WIDTH = 30;

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
  else {
    const width = terminal.isTty ? terminal.columns : Number.POSITIVE_INFINITY;
    for (const line of [...tableOf(verdicts, width), "", summaryOf(verdicts)]) terminal.out(line);
  }
  return verdicts.some(({ verdict }) => verdict === "contradicted") ? 1 : 0;
}

/** A row a claim: id, verdict, and the finding that decides it, folded to the width of a terminal. */
function tableOf(verdicts: readonly ClaimVerdict[], columns: number): string[] {
  const rows = [
    ["claim", "verdict", "why"] as const,
    ...verdicts.map(({ id, verdict, findings }) => {
      const more = findings.length > 1 ? ` (+${findings.length - 1})` : "";
      return [id, NAMES[verdict], `${findings[0]?.message ?? ""}${more}`] as const;
    }),
  ];
  const width = (column: 0 | 1): number => Math.max(...rows.map((row) => row[column].length));
  const [ids, names] = [width(0), width(1)];
  const indent = ids + names + 4;
  return rows.map(([id, verdict, why]) => {
    const folded = fold(why, Math.max(LEAST_WIDTH, columns - indent));
    const text = folded.join(`\n${" ".repeat(indent)}`);
    return `${id.padEnd(ids)}  ${verdict.padEnd(names)}  ${text}`;
  });
}

/** The text in lines of at most so many characters, broken between words. */
function fold(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function summaryOf(verdicts: readonly ClaimVerdict[]): string {
  const counts = (Object.keys(NAMES) as Verdict[]).map((name) => {
    const count = verdicts.filter(({ verdict }) => verdict === name).length;
    return `${count} ${NAMES[name]}`;
  });
  const claims = verdicts.length === 1 ? "1 claim" : `${verdicts.length} claims`;
  return `${claims}: ${counts.join(", ")}`;
}
