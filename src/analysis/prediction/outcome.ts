import { InvalidInput } from "../../numeric/index.js";
import { checkColumn, shown } from "../columns.js";

/**
 * Refuses what cannot be a binary outcome: 1 for the event, 0 for none.
 *
 * @returns how many events there are
 * @throws InvalidInput (`not_binary`) and as `checkColumn`
 */
export function countEvents(where: string, outcome: ArrayLike<number>): number {
  checkColumn(where, "outcomes", outcome);
  let events = 0;
  for (let i = 0; i < outcome.length; i++) {
    if (outcome[i] !== 0 && outcome[i] !== 1) {
      const got = `outcome ${i} is ${shown(outcome[i])}`;
      throw new InvalidInput(where, `needs outcomes of 0 or 1; ${got}`, "not_binary");
    }
    events += outcome[i]!;
  }
  return events;
}

/**
 * As `countEvents`, for methods that need both classes.
 *
 * @throws InvalidInput (`one_class`) when all outcomes are equal
 */
export function countEventsOfBoth(where: string, outcome: ArrayLike<number>): number {
  const events = countEvents(where, outcome);
  if (events === 0 || events === outcome.length) {
    const rule = `needs both outcomes; all ${outcome.length} are ${outcome[0]}`;
    throw new InvalidInput(where, rule, "one_class");
  }
  return events;
}

/**
 * Refuses what cannot be the predicted risks of these subjects.
 *
 * @throws InvalidInput (`not_a_risk`, `different_lengths`) and as `checkColumn`
 */
export function checkRisks(
  where: string,
  outcome: ArrayLike<number>,
  risks: ArrayLike<number>,
): void {
  checkColumn(where, "risks", risks);
  checkSameLength(where, outcome, risks, "risks");
  for (let i = 0; i < risks.length; i++) {
    if (!(risks[i]! >= 0 && risks[i]! <= 1)) {
      const rule = `needs risks from 0 to 1; risk ${i} is ${shown(risks[i])}`;
      throw new InvalidInput(where, rule, "not_a_risk");
    }
  }
}

/** Refuses columns of different length. */
export function checkSameLength(
  where: string,
  outcome: ArrayLike<number>,
  other: { readonly length: number },
  name: string,
): void {
  if (outcome.length === other.length) return;
  const rule = `needs an outcome for each of the ${name}; got ${outcome.length} and ${other.length}`;
  throw new InvalidInput(where, rule, "different_lengths");
}
