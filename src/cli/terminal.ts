/** Where a command speaks: results to standard output, everything else to standard error. */
export interface Terminal {
  /** Writes one line of the result to standard output. */
  out(text: string): void;
  /** Writes one line of progress or trouble to standard error. */
  note(text: string): void;
  /** Whether standard error is a terminal that can redraw a line. */
  readonly isTty: boolean;
  /** Width of that terminal in characters. */
  readonly columns: number;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  return {
    out: (text) => {
      process.stdout.write(`${text}\n`);
    },
    note: (text) => {
      process.stderr.write(`${text}\n`);
    },
    isTty: process.stderr.isTTY === true,
    columns: process.stderr.columns ?? 80,
  };
}
