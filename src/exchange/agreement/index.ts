import type { Statistics } from "../statistic.js";
import { blandAltmanStatistic } from "./bland-altman.js";
import { blandAltmanLogStatistic } from "./bland-altman-log.js";
import { blandAltmanNonparametricStatistic } from "./bland-altman-nonparametric.js";
import { blandAltmanPercentStatistic } from "./bland-altman-percent.js";
import { blandAltmanRegressionStatistic } from "./bland-altman-regression.js";
import { blandAltmanRepeatedLinkedStatistic } from "./bland-altman-repeated-linked.js";
import { blandAltmanRepeatedUnlinkedStatistic } from "./bland-altman-repeated-unlinked.js";
import { deming, demingWeighted } from "./deming.js";
import { linCcc } from "./lin-ccc.js";
import { measurementErrorStatistic } from "./measurement-error.js";
import { passingBablok } from "./passing-bablok.js";
import { tdiCp } from "./tdi-cp.js";
import { toleranceIntervalStatistic } from "./tolerance-interval.js";

/** The statistics of this area. */
export const AGREEMENT: Statistics = {
  passing_bablok: passingBablok,

  bland_altman: blandAltmanStatistic,
  bland_altman_log: blandAltmanLogStatistic,
  bland_altman_nonparametric: blandAltmanNonparametricStatistic,
  bland_altman_percent: blandAltmanPercentStatistic,
  bland_altman_regression: blandAltmanRegressionStatistic,
  bland_altman_repeated_linked: blandAltmanRepeatedLinkedStatistic,
  bland_altman_repeated_unlinked: blandAltmanRepeatedUnlinkedStatistic,
  deming,
  deming_weighted: demingWeighted,
  lin_ccc: linCcc,
  measurement_error: measurementErrorStatistic,
  tdi_cp: tdiCp,
  tolerance_interval: toleranceIntervalStatistic,
};
