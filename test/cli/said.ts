import type { Terminal } from "../../src/cli/terminal.js";

/** A terminal that keeps what was said. */
export interface SaidTerminal extends Terminal {
  readonly outs: string[];
  readonly notes: string[];
}

export function saidTerminal(): SaidTerminal {
  const outs: string[] = [];
  const notes: string[] = [];
  return {
    outs,
    notes,
    out: (text) => outs.push(text),
    note: (text) => notes.push(text),
    isTty: false,
    columns: 80,
  };
}
