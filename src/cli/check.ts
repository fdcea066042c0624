import { resolve } from "node:path";
import { type Claim, checkClaims, readClaims } from "../claims/index.js";
import type { ClaimVerdict, Verdict } from "../claims/verdict.js";
import { writeWhole } from "../notebook/ipynb.js";
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

/** What is printed in place of a table. */
export interface CheckOptions {
  /** The verdicts with all their findings as one JSON array. */
  readonly json?: boolean;
  /** One HTML document with a consistency report for each study. */
  readonly html?: boolean;
  /** A file that takes the HTML document in place of standard output. */
  readonly output?: string;
}

/** From so many claims on a check may take longer than a second, and says so. */
const MANY = 200;

/**
 * Tests published figures for consistency and prints a verdict for each.
 *
 * @param path - a claims file
 * @returns 0 when nothing is contradicted, 1 when something is, 2 when the file or the options cannot be used
 */
export async function check(
  path: string,
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  try {
    refuseMisfits(path, options);
    const claims = readClaims(path);
    if (claims.length >= MANY) terminal.note(`check: checking ${claims.length} claims`);
    const verdicts = checkClaims(claims);
    if (options.html === true) await writeHtml(path, claims, verdicts, options.output, terminal);
    else if (options.json === true) terminal.out(JSON.stringify(verdicts, null, 2));
    else printTable(verdicts, terminal);
    return verdicts.some(({ verdict }) => verdict === "contradicted") ? 1 : 0;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    terminal.note(error.message);
    return 2;
  }
}

function refuseMisfits(path: string, { json = false, html = false, output }: CheckOptions): void {
  if (json && html) throw new InvalidInput("check", "prints JSON or HTML; got --json and --html");
  if (output === undefined) return;
  if (!html) throw new InvalidInput("check", "writes a file with --html alone; got --output");
  if (resolve(output) === resolve(path)) {
    throw new InvalidInput("--output", `would write over the claims in ${path}`);
  }
}

async function writeHtml(
  path: string,
  claims: readonly Claim[],
  verdicts: readonly ClaimVerdict[],
  output: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const { consistencyDocument } = await import("../publish/consistency-document.js");
  const { publishedFrom } = await import("../publish/published.js");
  const html = consistencyDocument(publishedFrom(path, claims, verdicts));
  if (output === undefined) return terminal.out(html);
  try {
    writeWhole(output, `${html}\n`);
  } catch (error) {
    throw new InvalidInput(output, `cannot be written: ${(error as Error).message.split(",")[0]}`);
  }
  terminal.note(`check: ${output} written`);
}

function printTable(verdicts: readonly ClaimVerdict[], terminal: Terminal): void {
  const width = terminal.isTty ? terminal.columns : Number.POSITIVE_INFINITY;
  for (const line of [...tableOf(verdicts, width), "", summaryOf(verdicts)]) terminal.out(line);
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
