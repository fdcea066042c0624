/** Representations of one thing by media type, as Jupyter's messages carry them. */
export type MimeBundle = Readonly<Record<string, string>>;

/** Takes what a cell shows. */
export type DisplaySink = (data: MimeBundle) => void;

const SINK = Symbol.for("ostia.display");

/**
 * Names who takes what cells show. It is kept on `globalThis`, because the kernel and a notebook may load
 * the library from two places.
 */
export function setDisplaySink(sink: DisplaySink | undefined): void {
  (globalThis as Record<symbol, unknown>)[SINK] = sink;
}

/** Shows a bundle in the running cell; outside a kernel its plain text goes to standard output. */
export function display(data: MimeBundle): void {
  const sink = (globalThis as Record<symbol, unknown>)[SINK] as DisplaySink | undefined;
  if (sink) sink(data);
  else process.stdout.write(`${data["text/plain"] ?? ""}\n`);
}
