/** What itk-wasm prints where one of its pipelines stops; the third is the reason. */
const NOISE = /^(?:Exception while running pipeline:|stdout:|stderr:|Build module in Debug mode)/;
const REASON = /^std(?:out|err):/;

let [depth, restore]: [number, () => void] = [0, () => {}];
const listeners = new Set<string[]>();

/**
 * Runs what calls itk-wasm and keeps its reports of failures off the console: a command that prints
 * JSON prints nothing else. What others print meanwhile is printed.
 *
 * @param printed - gets the reasons that itk-wasm gave
 */
export async function quietly<T>(act: () => Promise<T>, printed: string[]): Promise<T> {
  if (depth++ === 0) restore = filterConsole();
  listeners.add(printed);
  try {
    return await act();
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
      const [first, second] = values;
      if (typeof first !== "string" || !NOISE.test(first)) {
        print(...values);
      } else if (REASON.test(first) && typeof second === "string" && second.trim() !== "") {
        for (const reasons of listeners) reasons.push(second);
      }
    };
  console.log = filtered(log);
  console.error = filtered(error);
  return () => {
    console.log = log;
    console.error = error;
  };
}
