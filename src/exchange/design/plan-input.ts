import { enrolment } from "../../analysis/index.js";
import { z } from "../../data/schema.js";

const ONE_SIDED = ["one.sided", "one-sided", "one_sided", "less", "greater"] as const;
const TWO_SIDED = ["two.sided", "two-sided", "two_sided"] as const;

/** `alternative`, named as R's functions name it, as a number of sides. */
export const sides: z.ZodType<1 | 2> = z
  .enum([...ONE_SIDED, ...TWO_SIDED])
  .transform((word) => ((TWO_SIDED as readonly string[]).includes(word) ? 2 : 1));

/** What every test is planned for. */
export const planFields: {
  readonly alpha: z.ZodType<number>;
  readonly power: z.ZodType<number>;
  readonly alternative: z.ZodType<1 | 2 | undefined>;
  readonly dropout: z.ZodType<number | undefined>;
} = {
  alpha: z.number().default(0.05),
  power: z.number().default(0.8),
  alternative: sides.optional(),
  dropout: z.number().optional(),
};

/** Patients to enrol, when a drop-out is given. */
export function enrolled(n: number, dropOut: number | undefined): number | undefined {
  return dropOut === undefined ? undefined : enrolment(n, dropOut);
}
