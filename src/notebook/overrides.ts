import { InvalidInput } from "../numeric/invalid-input.js";

/** Overrides by name, as typed after `--param`. */
export type Overrides = Readonly<Record<string, string>>;

/**
 * Reads `name=value` as typed after `--param`.
 *
 * @throws InvalidInput when there is no `=`, the name is none, or a name comes twice
 */
export function parseOverrides(texts: readonly string[]): Overrides {
  const overrides: Record<string, string> = {};
  for (const text of texts) {
    const equals = text.indexOf("=");
    const name = text.slice(0, Math.max(equals, 0));
    if (!/^[A-Za-z_$][\w$]*$/.test(name)) {
      throw new InvalidInput("--param", `expected name=value; got "${text}"`);
    }
    if (Object.hasOwn(overrides, name)) {
      throw new InvalidInput("--param", `"${name}" is given twice`);
    }
    overrides[name] = text.slice(equals + 1);
  }
  return overrides;
}
