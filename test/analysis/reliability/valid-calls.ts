import type { ValidCall } from "../../spoiled.js";
import { CATEGORICAL_CALLS } from "./categorical-calls.js";
import { MEASURED_CALLS } from "./measured-calls.js";

/** A valid call of each function of this folder that notebooks see. */
export const VALID_CALLS: readonly ValidCall[] = [...CATEGORICAL_CALLS, ...MEASURED_CALLS];
