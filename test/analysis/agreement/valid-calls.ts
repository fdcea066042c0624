import type { ValidCall } from "../../spoiled.js";
import { BLAND_ALTMAN_CALLS } from "./bland-altman-calls.js";
import { METHOD_REGRESSION_CALLS } from "./method-regression-calls.js";

/** A valid call of each function of this folder that notebooks see. */
export const VALID_CALLS: readonly ValidCall[] = [
  ...BLAND_ALTMAN_CALLS,
  ...METHOD_REGRESSION_CALLS,
];
