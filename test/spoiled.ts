/** A valid call of an exported function, from which calls with bad input are made. */
export interface ValidCall {
  readonly fn: (...args: never[]) => unknown;
  /** Complete: with every option, so that each can be spoiled. */
  readonly args: readonly unknown[];
  /** Spoilings that this function documents as good input, by label, such as `[1]: Infinity`. */
  readonly good?: readonly string[];
  /** Bad inputs of its own: one class only, a constant column, n below the minimum, weights of 0. */
  readonly bad?: Readonly<Record<string, readonly unknown[]>>;
}

/** A call with one thing wrong. */
export interface SpoiledCall {
  readonly label: string;
  readonly args: readonly unknown[];
}

const SHORTER = ": one too few";
const LEVELS = new Set(["level", "coverage"]);

/** Every call with one thing wrong that follows from a valid one, and its own bad inputs. */
export function spoiledCalls({ args, good = [], bad = {} }: ValidCall): SpoiledCall[] {
  const made = args.flatMap((arg, i) =>
    spoilings(arg, "")
      .filter(({ label }) => label !== SHORTER || hasPartner(args, i))
      .map(({ label, value }) => ({ label: `[${i}]${label}`, args: args.with(i, value) })),
  );
  const own = Object.entries(bad).map(([label, spoiled]) => ({ label, args: spoiled }));
  return [...made.filter(({ label }) => !good.includes(label)), ...own];
}

/** Whether another column has the length of this one: then a shorter one is bad. */
function hasPartner(args: readonly unknown[], index: number): boolean {
  const length = (arg: unknown): unknown =>
    (arg as { length?: unknown } | null | undefined)?.length;
  return args.some(
    (other, i) => i !== index && typeof other !== "string" && length(other) === length(args[index]),
  );
}

interface Spoiling {
  readonly label: string;
  readonly value: unknown;
}

function spoilings(value: unknown, key: string): Spoiling[] {
  if (typeof value === "number") return spoiledNumbers(key);
  if (typeof value === "string") return [{ label: ": unknown word", value: "no-such-choice" }];
  if (Array.isArray(value) || value instanceof Float64Array)
    return spoiledArrays(Array.from(value));
  if (
    value !== null &&
    typeof value === "object" &&
    Object.getPrototypeOf(value) === Object.prototype
  ) {
    return Object.entries(value).flatMap(([name, field]) =>
      spoilings(field, name).map((one) => ({
        label: `.${name}${one.label}`,
        value: { ...value, [name]: one.value },
      })),
    );
  }
  return [];
}

function spoiledNumbers(key: string): Spoiling[] {
  const bad: unknown[] = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    "1",
    null,
  ];
  if (LEVELS.has(key)) bad.push(0, 1, 1.5, -0.5);
  return bad.map((value) => ({
    label: `: ${JSON.stringify(value) === "null" ? value : JSON.stringify(value)}`,
    value,
  }));
}

/** One element spoiled, none left, one too few, no array at all. */
function spoiledArrays(values: readonly unknown[]): Spoiling[] {
  const middle = values.length >> 1;
  const inside = spoilings(values[middle], "").map(({ label, value }) => ({
    label: `[i]${label}`,
    value: values.with(middle, value),
  }));
  return [
    ...inside,
    { label: ": empty", value: [] },
    { label: SHORTER, value: values.slice(0, -1) },
    { label: ": null", value: null },
    { label: ": a word", value: "12345" },
  ];
}
