import { type Icc, type IccTable, iccTable } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { completeRows, confLevel, matrix } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";

const schema = z.object({ ratings: matrix, conf_level: confLevel });

/** The exchange format's names of the coefficients that Shrout and Fleiss named. */
const NAMES: Readonly<Record<string, string>> = {
  "ICC(1,1)": "ICC1",
  "ICC(2,1)": "ICC2",
  "ICC(3,1)": "ICC3",
  "ICC(1,k)": "ICC1k",
  "ICC(2,k)": "ICC2k",
  "ICC(3,k)": "ICC3k",
};

/** Intraclass correlations of rows without missing ratings. */
export const icc: Statistic = statistic("icc", schema, ({ ratings, conf_level }) => {
  const table = iccTable(completeRows(ratings), { level: conf_level });
  const { meanSquares } = table;
  return {
    n: table.n,
    k: table.k,
    ms_subjects: meanSquares.subjects,
    ms_raters: meanSquares.raters,
    ms_error: meanSquares.error,
    ms_within: meanSquares.within,
    perfect_agreement: meanSquares.within === 0,
    icc: byName(table, ({ icc }) => icc.value),
    ci: byName(table, ({ icc }) => limits(icc.ci)),
    f: byName(table, ({ f }) => f),
    df1: table.n - 1,
    df2: byName(table, ({ df2 }) => df2),
    icc2_ci_df: table.agreementDf,
    p: byName(table, ({ p }) => p),
    sem_agreement: table.semAgreement,
    sem_consistency: table.semConsistency,
    sdc_consistency: table.detectableChange,
  };
});

function byName<T>({ coefficients }: IccTable, of: (one: Icc) => T): Record<string, T> {
  return Object.fromEntries(
    coefficients
      .filter(({ shroutFleissName }) => shroutFleissName !== undefined)
      .map((one) => [NAMES[one.shroutFleissName!]!, of(one)]),
  );
}
