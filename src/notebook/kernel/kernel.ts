import { setImmediate as nextTurn } from "node:timers/promises";
import { inspect } from "node:util";
import { type MimeBundle, setDisplaySink } from "../display.js";
import { type FileReads, recordFileReads } from "../file-reads.js";
import { type CellError, describeStray, describeThrown } from "./cell-error.js";
import type { Compile } from "./compiled.js";
import { type CellExecutor, createExecutor } from "./executor.js";

/** What a cell publishes, in the terms of Jupyter's notebook format. */
export type CellOutput =
  | { readonly output_type: "stream"; readonly name: "stdout" | "stderr"; readonly text: string }
  | { readonly output_type: "display_data"; readonly data: MimeBundle }
  | {
      readonly output_type: "execute_result";
      readonly execution_count: number;
      readonly data: MimeBundle;
    }
  | {
      readonly output_type: "error";
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: readonly string[];
    };

/** How a cell ended; `error.line` counts the cell's lines from 1. */
export type CellEnd =
  | { readonly status: "ok" }
  | { readonly status: "error"; readonly error: CellError };

/** One notebook at work: the same for the runner and for Jupyter. */
export interface Kernel {
  readonly executor: CellExecutor;
  readonly reads: FileReads;
  /**
   * Runs one cell and hands on what it publishes, in order.
   *
   * @param count - execution count, from 1
   */
  run(source: string, count: number, publish: (output: CellOutput) => void): Promise<CellEnd>;
}

/**
 * Makes this process a kernel: the working directory is the project's root, what is written to standard
 * output and error belongs to the running cell, and reads are recorded.
 */
export function startKernel(root: string, compile: Compile): Kernel {
  process.chdir(root);
  const reads = recordFileReads(root);
  const executor = createExecutor(root, compile);
  let sink: (output: CellOutput) => void = () => {};
  const { write, flush } = streamBuffer((output) => sink(output));
  const publish = (output: CellOutput): void => {
    flush();
    sink(output);
  };
  let stray: ((reason: unknown) => void) | undefined;

  captureStream("stdout", write);
  captureStream("stderr", write);
  const show = (data: MimeBundle): void => publish({ output_type: "display_data", data });
  setDisplaySink(show);
  // A promise that nobody awaits still fails the cell that is running; between cells it is at least told.
  const onStray = (reason: unknown): void => {
    if (stray) stray(reason);
    else write("stderr", `${describeStray(reason, 0).traceback.join("\n")}\n`);
  };
  process.on("unhandledRejection", onStray);
  process.on("uncaughtException", onStray);

  async function run(
    source: string,
    count: number,
    taker: (output: CellOutput) => void,
  ): Promise<CellEnd> {
    sink = taker;
    reads.enterCell(count);
    const strayed = new Promise<Finished>((resolve) => {
      stray = (reason) => resolve({ status: "error", error: describeStray(reason, count) });
    });
    const end = await Promise.race([finish(source, count), strayed]);
    stray = undefined;
    if (end.status === "error") {
      const { ename, evalue, traceback } = end.error;
      publish({ output_type: "error", ename, evalue, traceback });
      return end;
    }
    const { data } = end;
    if (data) publish({ output_type: "execute_result", execution_count: count, data });
    else flush();
    return { status: "ok" };
  }

  type Finished =
    | { readonly status: "ok"; readonly data: MimeBundle | undefined }
    | { readonly status: "error"; readonly error: CellError };

  async function finish(source: string, count: number): Promise<Finished> {
    const outcome = await executor.execute(source, count);
    if (outcome.status === "error") return outcome;
    try {
      const data = await bundleOf(outcome.value);
      await nextTurn(); // Node tells of a rejected promise only when a turn of its loop has ended
      return { status: "ok", data };
    } catch (thrown) {
      return { status: "error", error: describeThrown(thrown, count) };
    }
  }

  return { executor, reads, run };
}

/** A value as the result of a cell, `undefined` where there is nothing to show. */
async function bundleOf(value: unknown): Promise<MimeBundle | undefined> {
  if (value === undefined) return undefined;
  const kind = (value as { kind?: unknown } | null)?.kind;
  if (kind === "figure" || kind === "table" || kind === "markdown") {
    const { mimeBundle } = await import("../../figures/index.js");
    return mimeBundle(value as Parameters<typeof mimeBundle>[0]);
  }
  return { "text/plain": inspect(value, { depth: 4, breakLength: 100, maxArrayLength: 50 }) };
}

type StreamName = "stdout" | "stderr";

/** How long text waits for more of the same stream, in milliseconds; ipykernel waits as long. */
const STREAM_WINDOW_MS = 200;

/** Gathers what a stream writes in pieces, so that a loop that prints gives one output and not hundreds. */
function streamBuffer(publish: (output: CellOutput) => void): {
  readonly write: (name: StreamName, text: string) => void;
  readonly flush: () => void;
} {
  let pending: { name: StreamName; text: string } | undefined;
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (pending) publish({ output_type: "stream", ...pending });
    pending = undefined;
  };
  const write = (name: StreamName, text: string): void => {
    if (pending && pending.name !== name) flush();
    pending = { name, text: (pending?.text ?? "") + text };
    timer ??= setTimeout(flush, STREAM_WINDOW_MS);
  };
  return { write, flush };
}

function captureStream(name: StreamName, publish: (name: StreamName, text: string) => void): void {
  const decoder = new TextDecoder();
  process[name].write = ((chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    publish(name, text);
    const done = rest.at(-1);
    if (typeof done === "function") process.nextTick(done);
    return true;
  }) as typeof process.stdout.write;
}
