import { type IccChoice, type Interval, icc } from "../../src/analysis/index.js";
import type { Random } from "../../src/numeric/index.js";
import type { CoverageScenario } from "./scenario.js";

const RATERS = 3;
const SUBJECT_SD = 3;
const RATER_SD = 0.7;
const ERROR_SD = 1.5;

/** Measurements in mm by raters drawn anew for each sample; each is off by a constant of its own. */
function ratings(random: Random, n: number, raterSd: number): number[][] {
  const offsets = Array.from({ length: RATERS }, () => raterSd * random.normal());
  return Array.from({ length: n }, () => {
    const truth = 22 + SUBJECT_SD * random.normal();
    return offsets.map((offset) => truth + offset + ERROR_SD * random.normal());
  });
}

/** The coefficient in the population where noise has this variance. */
function reliability(noise: number): number {
  return SUBJECT_SD ** 2 / (SUBJECT_SD ** 2 + noise);
}

function scenario(
  choice: IccChoice,
  raterSd: number,
  truth: number,
  name: string,
): CoverageScenario {
  return {
    statistic: `intraclass correlation ${name}`,
    population: `${RATERS} raters, SD between subjects 3, between raters ${raterSd}, of error 1.5 mm`,
    truth,
    intervals: (random, n): Record<string, Interval> => ({
      F: icc(ratings(random, n, raterSd), choice).icc.ci,
    }),
  };
}

/** Intervals of intraclass correlations. */
export const SCENARIOS: readonly CoverageScenario[] = [
  scenario(
    { model: "one-way", type: "agreement", unit: "single" },
    0,
    reliability(ERROR_SD ** 2),
    "ICC(1)",
  ),
  scenario(
    { model: "two-way-random", type: "agreement", unit: "single" },
    RATER_SD,
    reliability(RATER_SD ** 2 + ERROR_SD ** 2),
    "ICC(A,1)",
  ),
  scenario(
    { model: "two-way-random", type: "agreement", unit: "average" },
    RATER_SD,
    reliability((RATER_SD ** 2 + ERROR_SD ** 2) / RATERS),
    "ICC(A,k)",
  ),
  scenario(
    { model: "two-way-mixed", type: "consistency", unit: "single" },
    RATER_SD,
    reliability(ERROR_SD ** 2),
    "ICC(C,1)",
  ),
  scenario(
    { model: "two-way-mixed", type: "consistency", unit: "average" },
    RATER_SD,
    reliability(ERROR_SD ** 2 / RATERS),
    "ICC(C,k)",
  ),
];
