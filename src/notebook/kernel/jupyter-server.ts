import { setTimeout as wait } from "node:timers/promises";
import { OSTIA_VERSION } from "../project.js";
import { ts } from "../typescript.js";
import type { Compiler } from "./compiler.js";
import type { CellOutput, Kernel } from "./kernel.js";
import { type JupyterMessage, type JupyterSocket, TslabHandler, TslabServer } from "./tslab.js";

/** Time for requests that a client sent at once to arrive behind a failing cell, in milliseconds. */
const ABORT_WINDOW_MS = 50;

/** Time for the last messages to leave after a shutdown, in milliseconds. */
const SHUTDOWN_GRACE_MS = 200;

const EXECUTED = "execute_reply";

/** Frame between the addresses of a message and its parts: signature, header, … */
const DELIMITER = "<IDS|MSG>";

/** What tslab's server answers. */
const KNOWN_MESSAGES: ReadonlySet<string> = new Set([
  "kernel_info_request",
  "execute_request",
  "is_complete_request",
  "inspect_request",
  "complete_request",
  "comm_info_request",
  "shutdown_request",
]);

/** tslab's answers with our name and the true version of the language. */
class OstiaHandler extends TslabHandler {
  override handleKernel(): object {
    return {
      ...super.handleKernel(),
      status: "ok",
      implementation: "ostia",
      implementation_version: OSTIA_VERSION,
      language_info: {
        name: "typescript",
        version: ts.version,
        mimetype: "text/typescript",
        file_extension: ".ts",
        codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
      },
      banner: `Ostia ${OSTIA_VERSION}, TypeScript ${ts.version}`,
    };
  }
}

/**
 * Jupyter's side of the kernel, on tslab's message server.
 *
 * tslab answers requests for completion, tooltips and the rest. What is ours is the running of cells: a thrown
 * error is published as an `error` message, the last value as a result, and after a failure only the
 * requests that were waiting are aborted, where the client asked for that. tslab drops whatever
 * arrives within the next 200 ms and so skips cells when a client lets cells fail.
 */
export class OstiaServer extends TslabServer {
  readonly #kernel: Kernel;
  #count = 0;
  #queue: Promise<void> = Promise.resolve();
  /** Requests that arrived before the last failure carry a lower number and are aborted. */
  #epoch = 0;

  constructor(kernel: Kernel, { inspect, complete }: Compiler, connectionFile: string) {
    const { declarations } = kernel.executor;
    const executor = {
      inspect: (source: string, position: number) => inspect(declarations(), source, position),
      complete: (source: string, position: number) => complete(declarations(), source, position),
      close: () => {},
    };
    super(new OstiaHandler(executor, false), connectionFile);
    this.#kernel = kernel;
  }

  /** A message that tslab does not know is left alone; tslab would warn of it in the outputs of a cell. */
  override async handleShellMessage(
    socket: JupyterSocket,
    ...frames: readonly Buffer[]
  ): Promise<void> {
    const header = frames[frames.findIndex((frame) => frame.toString() === DELIMITER) + 2];
    const { msg_type: type } = JSON.parse(String(header)) as JupyterMessage["header"];
    if (KNOWN_MESSAGES.has(type)) await super.handleShellMessage(socket, ...frames);
  }

  /** tslab names this answer wrongly. */
  override handleCommInfoRequest(socket: JupyterSocket, request: JupyterMessage): void {
    this.#reply(socket, request, "comm_info_reply", { status: "ok", comms: {} });
  }

  override close(): void {
    super.close();
    // A timer that a cell left running must not keep a kernel that was shut down.
    setTimeout(() => process.exit(0), SHUTDOWN_GRACE_MS).unref();
  }

  override async handleExecute(socket: JupyterSocket, request: JupyterMessage): Promise<void> {
    const epoch = this.#epoch;
    const turn = this.#queue.then(() =>
      epoch === this.#epoch
        ? this.#run(socket, request)
        : this.#reply(socket, request, EXECUTED, {
            status: "aborted",
            execution_count: this.#count,
          }),
    );
    this.#queue = turn.catch(() => {});
    return turn;
  }

  async #run(socket: JupyterSocket, request: JupyterMessage): Promise<void> {
    const { code, silent = false, stop_on_error: stopOnError = true } = request.content;
    if (code.trim() !== "" && !silent) this.#count++;
    const count = this.#count;
    this.#publish(request, "execute_input", { code, execution_count: count });
    const end = await this.#kernel.run(code, count, (output) => {
      const { output_type, ...content } = withMetadata(output);
      this.#publish(request, output_type, content);
    });
    if (end.status === "error") {
      await wait(ABORT_WINDOW_MS);
      if (stopOnError) this.#epoch++;
      const { ename, evalue, traceback } = end.error;
      const content = { status: "error", execution_count: count, ename, evalue, traceback };
      return this.#reply(socket, request, EXECUTED, content);
    }
    const content = { status: "ok", execution_count: count, payload: [], user_expressions: {} };
    return this.#reply(socket, request, EXECUTED, content);
  }

  #reply(socket: JupyterSocket, request: JupyterMessage, type: string, content: object): void {
    const reply = request.createReply();
    reply.header.msg_type = type;
    reply.content = content as never;
    reply.signAndSend(this.connInfo.key, socket);
  }

  #publish(request: JupyterMessage, type: string, content: object): void {
    const message = request.createReply();
    message.header.msg_type = type;
    message.content = content as never;
    message.signAndSend(this.connInfo.key, this.iopub);
  }
}

/** An output as a message carries it: with the metadata that the protocol demands. */
function withMetadata(output: CellOutput): CellOutput & { metadata?: object } {
  return output.output_type === "display_data" || output.output_type === "execute_result"
    ? { ...output, metadata: {} }
    : output;
}
