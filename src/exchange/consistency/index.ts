import type { Statistics } from "../statistic.js";
import { debitStatistic } from "./debit.js";
import { grimStatistic } from "./grim.js";
import { grimPercentStatistic } from "./grim-percent.js";
import { grimmerStatistic } from "./grimmer.js";
import { pRecomputeStatistic } from "./p-recompute.js";
import { summaryChecksStatistic } from "./summary-checks.js";

/** The statistics of this area. */
export const CONSISTENCY: Statistics = {
  debit: debitStatistic,
  grim: grimStatistic,
  grim_percent: grimPercentStatistic,
  grimmer: grimmerStatistic,
  p_recompute: pRecomputeStatistic,
  summary_checks: summaryChecksStatistic,
};
