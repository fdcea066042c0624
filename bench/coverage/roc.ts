import type { CoverageScenario } from "./scenario.js";

/** Interval methods of this folder of src/analysis. */
export const SCENARIOS: readonly CoverageScenario[] = [];
