import { InvalidInput } from "../../numeric/index.js";
import { checkColumn } from "../columns.js";

const MOST = 1e50; // beyond, cubes of weights and squares of effects leave the range of doubles

/**
 * Refuses what cannot be the effects of studies with their sampling variances.
 *
 * @param least - fewest studies the method can work with
 * @throws InvalidInput (`not_a_column`, `not_finite`, `empty`, `different_lengths`, `n_too_small`, `variance_not_positive`, `out_of_range`)
 */
export function checkEffects(
  where: string,
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
  least = 1,
): void {
  checkColumn(where, "effects", effects);
  checkColumn(where, "variances", variances);
  if (effects.length !== variances.length) {
    const got = `${effects.length} effects and ${variances.length} variances`;
    throw new InvalidInput(
      where,
      `needs a variance for each effect; got ${got}`,
      "different_lengths",
    );
  }
  for (let i = 0; i < variances.length; i++) {
    if (!(variances[i]! > 0)) {
      const got = `study ${i} has ${variances[i]}`;
      throw new InvalidInput(where, `needs variances above 0; ${got}`, "variance_not_positive");
    }
  }
  if (effects.length < least) {
    const got = `${effects.length}`;
    throw new InvalidInput(where, `needs at least ${least} studies; got ${got}`, "n_too_small");
  }
  checkRange(where, effects, variances);
}

/**
 * Refuses effects and variances that no arithmetic of weights can hold.
 *
 * @param effects - finite
 * @param variances - above 0
 * @throws InvalidInput (`out_of_range`)
 */
export function checkRange(
  where: string,
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
): void {
  for (let i = 0; i < effects.length; i++) {
    const [y, v] = [effects[i]!, variances[i]!];
    if (Math.abs(y) <= MOST && v <= MOST && v >= 1 / MOST) continue;
    const rule = `needs effects up to 1e50 and variances from 1e-50 to 1e50; study ${i} has ${y} and ${v}`;
    throw new InvalidInput(where, rule, "out_of_range");
  }
}

/**
 * Refuses a word that is no choice.
 *
 * @param what - what is chosen, such as `method`
 * @throws InvalidInput (`unknown_choice`)
 */
export function checkChoice(
  where: string,
  what: string,
  choice: unknown,
  choices: readonly string[],
): void {
  if (typeof choice !== "string" || !choices.includes(choice)) {
    const got = typeof choice === "string" ? JSON.stringify(choice) : String(choice);
    const rule = `needs a ${what} among ${choices.join(", ")}; got ${got}`;
    throw new InvalidInput(where, rule, "unknown_choice");
  }
}

/**
 * Refuses columns of counts that do not belong together.
 *
 * @param columns - by name; all of one length, integers of at least 0
 * @param least - fewest studies the method can work with
 * @throws InvalidInput (`not_a_column`, `not_finite`, `empty`, `different_lengths`, `not_a_count`, `n_too_small`)
 */
export function checkCounts(
  where: string,
  columns: Readonly<Record<string, ArrayLike<number>>>,
  least = 1,
): void {
  checkStudyColumns(where, columns, least);
  for (const [name, values] of Object.entries(columns)) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (!Number.isSafeInteger(value) || value < 0) {
        const rule = `needs ${name} that are integers of at least 0; study ${i} has ${value}`;
        throw new InvalidInput(where, rule, "not_a_count");
      }
    }
  }
}

/**
 * Refuses columns of studies that do not belong together.
 *
 * @param columns - by name; all of one length, finite
 * @param least - fewest studies the method can work with
 * @throws InvalidInput (`not_a_column`, `not_finite`, `empty`, `different_lengths`, `n_too_small`)
 */
export function checkStudyColumns(
  where: string,
  columns: Readonly<Record<string, ArrayLike<number>>>,
  least = 1,
): void {
  if (columns === null || typeof columns !== "object") {
    throw new InvalidInput(where, `needs columns of studies; got ${columns}`, "not_a_column");
  }
  const entries = Object.entries(columns);
  for (const [name, values] of entries) checkColumn(where, name, values);
  const [first, ...others] = entries;
  for (const [name, values] of others) {
    if (values.length !== first![1].length) {
      const got = `${first![1].length} ${first![0]} and ${values.length} ${name}`;
      throw new InvalidInput(where, `needs columns of one length; got ${got}`, "different_lengths");
    }
  }
  if (first![1].length < least) {
    const got = `${first![1].length}`;
    throw new InvalidInput(where, `needs at least ${least} studies; got ${got}`, "n_too_small");
  }
}

/**
 * Refuses events that exceed the patients they are among.
 *
 * @throws InvalidInput (`not_a_count`)
 */
export function checkEventsAmong(
  where: string,
  events: ArrayLike<number>,
  n: ArrayLike<number>,
  names: { readonly events: string; readonly n: string },
): void {
  for (let i = 0; i < events.length; i++) {
    if (n[i]! < 1 || events[i]! > n[i]!) {
      const rule = `needs ${names.events} from 0 to ${names.n}, at least 1; study ${i} has ${events[i]} of ${n[i]}`;
      throw new InvalidInput(where, rule, "not_a_count");
    }
  }
}
