import { InvalidInput } from "../numeric/index.js";
import { shown } from "./columns.js";

/** One arm of a trial: `count` of its `n` patients had the outcome. */
export interface Arm {
  readonly count: number;
  readonly n: number;
}

/** Counts of a fourfold table, by rows. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

/** Direction of the alternative hypothesis, first group against second, named as R names it. */
export type Alternative = "two-sided" | "less" | "greater";

/**
 * Refuses what cannot be an arm.
 *
 * @throws InvalidInput unless n is a positive integer and count an integer from 0 to n
 */
export function checkArm(where: string, arm: Arm): void {
  const { count, n } = arm;
  if (!Number.isSafeInteger(n) || n < 1) {
    const code = n === 0 ? "n_zero" : "not_a_count";
    throw new InvalidInput(where, `needs n to be a positive integer; got ${shown(n)}`, code);
  }
  if (!Number.isSafeInteger(count) || count < 0 || count > n) {
    const rule = `needs a count from 0 to ${n}; got ${shown(count)}`;
    throw new InvalidInput(where, rule, "not_a_count");
  }
}

/**
 * Refuses what cannot be a fourfold table.
 *
 * @throws InvalidInput unless the four cells are integers of at least 0
 */
export function checkTwoByTwo(where: string, table: TwoByTwo): void {
  const isPair = (value: unknown): boolean => Array.isArray(value) && value.length === 2;
  if (!isPair(table) || !table.every(isPair)) {
    const got = JSON.stringify(table);
    throw new InvalidInput(where, `needs two rows of two cells; got ${got}`, "not_two_by_two");
  }
  for (const cell of table.flat()) {
    if (!Number.isSafeInteger(cell) || cell < 0) {
      throw new InvalidInput(
        where,
        `needs cells that are integers of at least 0; got ${shown(cell)}`,
        "not_a_count",
      );
    }
  }
}

/**
 * Refuses what cannot be a confidence level.
 *
 * @throws InvalidInput unless 0 < level < 1
 */
export function checkLevel(where: string, level: number): void {
  if (typeof level !== "number" || !(level > 0 && level < 1)) {
    throw new InvalidInput(where, `needs a level between 0 and 1; got ${shown(level)}`, "level");
  }
}

/**
 * Refuses what cannot be a level of significance.
 *
 * @throws InvalidInput unless 0 < alpha < 1
 */
export function checkAlpha(where: string, alpha: number): void {
  if (typeof alpha !== "number" || !(alpha > 0 && alpha < 1)) {
    throw new InvalidInput(where, `needs alpha between 0 and 1; got ${shown(alpha)}`, "level");
  }
}
