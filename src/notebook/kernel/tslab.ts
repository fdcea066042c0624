import { createRequire } from "node:module";
import { type Converter, createConverter } from "tslab/dist/converter.js";
import type { MimeBundle } from "../display.js";
import { ts } from "../typescript.js";

export type { Converter };

/** Version of tslab, whose converter and message server the kernel builds on. */
export const TSLAB_VERSION: string = createRequire(import.meta.url)("tslab/package.json").version;

const jupyter = createRequire(import.meta.url)("tslab/dist/jupyter.js");

/** Lets `display` of the package tslab, which notebooks written for tslab import, reach `show`. */
export function serveTslabDisplay(show: (data: MimeBundle) => void): void {
  jupyter.lastWriteDisplayData = (content: { data: MimeBundle }): void => show(content.data);
}

/**
 * tslab's converter for the project in the working directory.
 *
 * It is told not to watch files (a kernel outlives no change of its library, and watchers keep a
 * process alive) and to load the global types of Node alone: by default TypeScript loads every
 * `@types` package that any dependency brought along, at half a second a kernel and with globals of
 * browsers and of WebGL that no notebook has.
 */
export function createNotebookConverter(): Converter {
  const still = { close: () => {} };
  ts.sys.watchFile = () => still;
  ts.sys.watchDirectory = () => still;
  const getDirectories = ts.sys.getDirectories;
  ts.sys.getDirectories = (path) =>
    path.endsWith("/@types") ? ["node"] : getDirectories.call(ts.sys, path);
  try {
    return createConverter({ isJS: false, isBrowser: false });
  } finally {
    ts.sys.getDirectories = getDirectories;
  }
}

/** A message of Jupyter's protocol as tslab reads and signs it; the part that the server uses. */
export interface JupyterMessage {
  header: { msg_type: string };
  content: { code: string; silent?: boolean; stop_on_error?: boolean };
  createReply(): JupyterMessage;
  signAndSend(key: string, socket: JupyterSocket): void;
}

/** A ZeroMQ socket, which only tslab touches. */
export type JupyterSocket = object;

/** tslab's message server with the members that a subclass needs; its own types keep them private. */
interface ServerBase {
  readonly connInfo: { readonly key: string };
  readonly iopub: JupyterSocket;
  init(): Promise<void>;
  close(): void;
  handleExecute(socket: JupyterSocket, request: JupyterMessage): Promise<void>;
  handleShellMessage(socket: JupyterSocket, ...frames: readonly Buffer[]): Promise<void>;
  handleCommInfoRequest(socket: JupyterSocket, request: JupyterMessage): void;
}

/** tslab's answers to the small requests, as far as a subclass changes them. */
interface HandlerBase {
  handleKernel(): object;
}

/** Answers completion, tooltips and the other small requests. */
export const TslabHandler: new (executor: object, isJs: boolean) => HandlerBase =
  jupyter.JupyterHandlerImpl;

/** Reads, dispatches and signs messages. */
export const TslabServer: new (handler: object, connectionFile: string) => ServerBase =
  jupyter.ZmqServer;
