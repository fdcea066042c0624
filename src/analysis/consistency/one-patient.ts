import { type Arm, checkAlpha, checkArm } from "../arm.js";
import { type ProportionTestP, proportionTests } from "../compare/proportion-tests.js";

/** A p before and after one patient's outcome is turned over. */
export interface MovedP extends ProportionTestP {
  readonly before: number;
  readonly crosses: boolean; // before and after lie on different sides of alpha
}

/** One patient moved between success and failure in one arm. */
export interface OnePatientMove {
  readonly arm: "first" | "second";
  readonly move: "failure-to-success" | "success-to-failure";
  readonly first: Arm; // after the move
  readonly second: Arm;
  readonly tests: readonly MovedP[];
}

/** What one patient does to each p of two arms. */
export interface OnePatient {
  readonly method: "one-patient";
  readonly alpha: number;
  readonly before: readonly ProportionTestP[];
  readonly moves: readonly OnePatientMove[]; // two to four; none that would leave an arm
}

/**
 * The fragility of a comparison of two proportions: each p before and after one patient of either
 * arm is moved between success and failure.
 *
 * @param first - counts of the first arm
 * @param second - counts of the second arm
 * @param options.alpha - threshold that a p may cross; 0.05, a p equal to it counts as above
 * @throws InvalidInput when an arm is empty, a count is outside it, or alpha is outside (0, 1)
 * @source [@walsh2014] the fragility of a p-value, here one step in every direction
 */
export function onePatient(
  first: Arm,
  second: Arm,
  { alpha = 0.05 }: { alpha?: number } = {},
): OnePatient {
  checkArm("onePatient", first);
  checkArm("onePatient", second);
  checkAlpha("onePatient", alpha);
  const before = proportionTests(first, second);
  const moved = (arm: "first" | "second", step: 1 | -1): OnePatientMove[] => {
    const arms = { first, second };
    const changed = { ...arms[arm], count: arms[arm].count + step };
    if (changed.count < 0 || changed.count > changed.n) return [];
    const after = { ...arms, [arm]: changed };
    const tests = proportionTests(after.first, after.second).map((one, i): MovedP => {
      const p = before[i]!.p;
      return {
        ...one,
        before: p,
        crosses: p < alpha !== one.p < alpha && !Number.isNaN(p + one.p),
      };
    });
    const move = step === 1 ? "failure-to-success" : "success-to-failure";
    return [{ arm, move, ...after, tests }];
  };
  const moves = [
    ...moved("first", 1),
    ...moved("first", -1),
    ...moved("second", 1),
    ...moved("second", -1),
  ];
  return { method: "one-patient", alpha, before, moves };
}
