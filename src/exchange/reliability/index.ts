import type { Statistics } from "../statistic.js";
import { cochranQStatistic } from "./cochran-q.js";
import { cohenKappaStatistic } from "./cohen-kappa.js";
import { icc } from "./icc.js";
import { kendallW } from "./kendall-w.js";
import { marginalHomogeneity } from "./marginal-homogeneity.js";
import { mcNemar } from "./mcnemar.js";
import { multiRater } from "./multi-rater.js";
import { ordinalAssociationStatistic } from "./ordinal-association.js";

/** The statistics of this area. */
export const RELIABILITY: Statistics = {
  cochran_q: cochranQStatistic,
  cohen_kappa: cohenKappaStatistic,
  marginal_homogeneity: marginalHomogeneity,
  mcnemar: mcNemar,
  multi_rater: multiRater,
  ordinal_association: ordinalAssociationStatistic,

  icc,
  kendall_w: kendallW,
};
