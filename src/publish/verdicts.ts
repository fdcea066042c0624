import type { Verdict } from "../claims/index.js";

/** The four verdicts, in the order in which they are listed. */
export const VERDICTS: readonly Verdict[] = [
  "reproduced",
  "possible",
  "contradicted",
  "not-checkable",
];

/** How a verdict is called and what it means. */
export const VERDICT_WORDS: Readonly<Record<Verdict, { name: string; meaning: string }>> = {
  reproduced: {
    name: "Reproduced",
    meaning: "Recomputed from other figures or from data, equal to the printed precision.",
  },
  possible: {
    name: "Possible",
    meaning: "Some data could produce it; it cannot be recomputed from what is printed.",
  },
  contradicted: {
    name: "Contradicted",
    meaning:
      "No data could produce it, or it disagrees with another printed figure, beyond rounding.",
  },
  "not-checkable": {
    name: "Not checkable",
    meaning: "Nothing is printed to hold it against.",
  },
};
