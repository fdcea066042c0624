/**
 * The process that runs pandoc. pandoc-wasm is under the GPL: it is loaded here and nowhere else, and this
 * file shares nothing with the rest of the project but the messages.
 */
import type { Conversion, ConversionReply, Converted } from "./conversion.js";

// Word files hold the time at which they were made. A fixed one keeps them the same in every run; the
// first that a zip archive can hold.
const EARLIEST_ZIP_TIME = Date.UTC(1980, 0, 1);

process.on("disconnect", () => process.exit());
process.once("message", (conversions: readonly Conversion[]) => {
  convertAll(conversions)
    .catch(
      (error: unknown): ConversionReply => ({
        failure: String((error as Error)?.message ?? error),
      }),
    )
    .then((reply) => process.send?.(reply, () => process.disconnect()));
});

async function convertAll(conversions: readonly Conversion[]): Promise<ConversionReply> {
  stopClock();
  const { convert } = await import("pandoc-wasm");
  const converted: Converted[] = [];
  for (const { name, options, input, files } of conversions) {
    const blobs = Object.entries(files).map(([path, content]): [string, string | Blob] => [
      path,
      typeof content === "string" ? content : new Blob([new Uint8Array(content)]),
    ]);
    const result = await convert(options, input, Object.fromEntries(blobs));
    const output = options["output-file"];
    const content =
      typeof output === "string" ? await bytesOf(result.files[output]) : result.stdout;
    // An error in a filter leaves nothing but a message on standard error.
    if (result.stderr.trim() !== "" || content.length === 0) {
      return { failure: `${name}: ${result.stderr.trim() || "pandoc gave nothing"}` };
    }
    const warnings = result.warnings
      .filter(({ verbosity }) => verbosity !== "INFO")
      .map(({ pretty }) => pretty);
    converted.push({ name, content, warnings });
  }
  return { converted };
}

async function bytesOf(content: string | Blob | undefined): Promise<Uint8Array> {
  if (content === undefined) return new Uint8Array();
  return new Uint8Array(await new Blob([content]).arrayBuffer());
}

function stopClock(): void {
  Date.prototype.getTime = () => EARLIEST_ZIP_TIME;
}
