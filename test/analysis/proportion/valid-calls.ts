import { binomialTest, proportion } from "../../../src/analysis/index.js";
import type { ValidCall } from "../../spoiled.js";

/** A valid call of each function of this folder that notebooks see. */
export const VALID_CALLS: readonly ValidCall[] = [
  {
    fn: proportion,
    args: [3, 16, { level: 0.9 }],
    bad: { "no trials": [0, 0], "more than all": [17, 16], "half a success": [2.5, 16] },
  },
  {
    fn: binomialTest,
    args: [3, 16, 0.25, { level: 0.9 }],
    bad: { "a chance in per cent": [3, 16, 25], "a negative count": [-1, 16, 0.5] },
  },
];
