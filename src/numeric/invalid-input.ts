/**
 * The caller erred: an argument breaks a rule that the function states.
 *
 * The message names the function, the rule and what came, for example
 * `blandAltman: needs at least 3 pairs; got 2`. Odd data are not an error of the
 * caller: they are collected as issues.
 */
export class InvalidInput extends Error {
  override readonly name = "InvalidInput";
  // Private, so that a printed error shows message and frames and not these beside them.
  readonly #rule: string;
  readonly #code: string;

  /**
   * @param where - the function (or file, row, column) that refuses
   * @param rule - what was expected and what came
   * @param code - what is wrong in one word for programs, in snake_case
   */
  constructor(where: string, rule: string, code = "invalid_input") {
    super(`${where}: ${rule}`);
    this.#rule = rule;
    this.#code = code;
  }

  /** What was expected and what came, without where. */
  get rule(): string {
    return this.#rule;
  }

  /** What is wrong in one word for programs, such as `too_few_pairs`; the message is for people. */
  get code(): string {
    return this.#code;
  }
}

/**
 * What `act` gives; what it refuses is refused in the name of the function that the caller knows.
 *
 * @throws InvalidInput as `act`, with `where` in place of its own place
 */
export function inTheNameOf<T>(where: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(where, error.rule, error.code);
  }
}
