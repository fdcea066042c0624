import { createLogUpdate } from "log-update";

/** What a person is told while notebooks run. */
export interface RunProgress {
  /** A cell begins. */
  cell(name: string, index: number, of: number, label: string | undefined): void;
  /** A notebook ended; `line` says how. */
  ended(name: string, line: string): void;
  /** Anything else worth a line. */
  note(line: string): void;
  close(): void;
}

const BAR = 20; // characters

/**
 * Progress for a terminal that can redraw: a bar for each notebook at work, finished ones as lines above.
 *
 * @param total - notebooks that will run
 */
export function barProgress(total: number, stream: NodeJS.WriteStream): RunProgress {
  const log = createLogUpdate(stream);
  const bars = new Map<string, string>();
  let finished = 0;
  const draw = (): void => {
    log([...bars.values(), `${finished} of ${total} notebooks finished`].join("\n"));
  };
  const above = (line: string): void => {
    log.clear();
    stream.write(`${line}\n`);
    draw();
  };
  return {
    cell: (name, index, of, label) => {
      const filled = of === 0 ? 0 : Math.round((BAR * (index - 1)) / of);
      const bar = "█".repeat(filled) + "░".repeat(BAR - filled);
      const where =
        index === 0 ? "starting" : `cell ${index} of ${of}${label ? ` (${label})` : ""}`;
      bars.set(name, `${bar} ${name}: ${where}`);
      draw();
    },
    ended: (name, line) => {
      bars.delete(name);
      finished++;
      above(line);
    },
    note: above,
    close: () => log.clear(),
  };
}

/** Progress for a log file or a pipe: a line when a notebook begins and one when it ends. */
export function lineProgress(write: (line: string) => void): RunProgress {
  const begun = new Set<string>();
  return {
    cell: (name) => {
      if (!begun.has(name)) write(`running ${name}`);
      begun.add(name);
    },
    ended: (_name, line) => write(line),
    note: write,
    close: () => {},
  };
}
