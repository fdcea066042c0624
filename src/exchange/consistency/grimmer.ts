import { grimmer } from "../../analysis/index.js";
import { z } from "../../data/schema.js";
import { type Statistic, statistic } from "../statistic.js";

const Input = z.object({
  mean: z.string(),
  sd: z.string(),
  n: z.number(),
  scale_min: z.number(),
  scale_max: z.number(),
});

/** `grimmer`: whether integers on a scale can have a printed mean and standard deviation. */
export const grimmerStatistic: Statistic = statistic("grimmer", Input, (input) => {
  const { mean, sd, n, scale_min: least, scale_max: most } = input;
  const { grim, grimmer: parity, reachable, reason } = grimmer(mean, sd, n, { least, most });
  return { grim, grimmer: parity, reachable_on_scale: reachable, reason };
});
