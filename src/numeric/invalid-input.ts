/**
 * The caller erred: an argument breaks a rule that the function states.
 *
 * The message names the function, the rule and what came, for example
 * `blandAltman: needs at least 3 pairs; got 2`. Odd data are not an error of the
 * caller: they are collected as issues.
 */
export class InvalidInput extends Error {
  override readonly name = "InvalidInput";

  /**
   * @param where - the function (or file, row, column) that refuses
   * @param rule - what was expected and what came
   */
  constructor(where: string, rule: string) {
    super(`${where}: ${rule}`);
  }
}
