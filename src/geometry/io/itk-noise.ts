/** Where a call that prints comes from, in a stack trace. */
const ITK_WASM = /[\\/]@?itk-wasm[\\/]/;
/** What itk-wasm prints around the reason of a failure. */
const AROUND =
  /^(?:Exception while running pipeline:|std(?:out|err):|Build module in Debug mode.*)$/;

let [depth, restore]: [number, () => void] = [0, () => {}];
const listeners = new Set<string[]>();

/**
 * Runs what calls itk-wasm and keeps what that prints off the console: a command that prints JSON
 * prints nothing else. What others print meanwhile is printed. Nor does a failure that is caught leave
 * an exit code behind: itk-wasm sets one.
 *
 * @param printed - gets the lines, among them the reason of a failure
 */
export async function quietly<T>(act: () => Promise<T>, printed: string[]): Promise<T> {
  if (depth++ === 0) restore = filterConsole();
  listeners.add(printed);
  const exitCode = process.exitCode;
  try {
    return await act();
  } catch (error) {
    if (process.exitCode === 1) process.exitCode = exitCode;
    throw error;
  } finally {
    listeners.delete(printed);
    if (--depth === 0) restore();
  }
}

function filterConsole(): () => void {
  const { log, error } = console;
  const filtered =
    (print: (...values: unknown[]) => void) =>
    (...values: unknown[]): void => {
      if (!ITK_WASM.test(new Error().stack ?? "")) {
        print(...values);
        return;
      }
      const lines = values
        .flatMap((value) => String(value).split("\n"))
        .filter((line) => line.trim() !== "" && !AROUND.test(line));
      for (const listener of listeners) listener.push(...lines);
    };
  console.log = filtered(log);
  console.error = filtered(error);
  return () => {
    console.log = log;
    console.error = error;
  };
}
