import { type NetReclassification, reclassification as of } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { column, completeRows, confLevel } from "../input.js";
import { limits } from "../output.js";
import { type Statistic, statistic } from "../statistic.js";

const schema = z.object({
  y: column,
  p_old: column,
  p_new: column,
  cutoffs: z.array(z.number()).optional(),
  conf_level: confLevel,
});

/** Continuous and categorical net reclassification and integrated discrimination improvement. */
export const reclassification: Statistic = statistic("reclassification", schema, (input) => {
  const rows = completeRows(input.y.map((y, i) => [y, input.p_old[i]!, input.p_new[i]!]));
  const [y, before, after] = [0, 1, 2].map((k) => rows.map((row) => row[k]!)) as [
    number[],
    number[],
    number[],
  ];
  const { cutoffs } = input;
  // the categories are left out of the answer when none are asked for
  const result = of(y, before, after, cutoffs ?? [0.5], { level: input.conf_level });
  const { continuous, categorical, idi, warnings } = result;
  return {
    n: result.n,
    events: result.nEvents,
    continuous_nri: continuous.total.value,
    nri_events: continuous.events.value,
    nri_non_events: continuous.nonEvents.value,
    se_nri: continuous.total.standardError,
    se_nri_events: continuous.events.standardError,
    se_nri_non_events: continuous.nonEvents.standardError,
    z_nri: continuous.total.z,
    p_nri: continuous.total.p,
    nri_ci: limits(continuous.total.ci),
    idi: idi.value,
    se_idi: idi.standardError,
    z_idi: idi.z,
    p_idi: idi.p,
    idi_ci: limits(idi.ci),
    ...(cutoffs === undefined ? {} : { categorical: named(categorical) }),
    warnings,
  };
});

function named({ events, nonEvents, total }: NetReclassification): object {
  return {
    nri_events: events.value,
    nri_non_events: nonEvents.value,
    nri: total.value,
    se: total.standardError,
    z: total.z,
    ci: limits(total.ci),
  };
}
