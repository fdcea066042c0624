import { enrolment } from "../../analysis/index.js";
import { z } from "../../data/schema.js";

const ONE_SIDED = ["one.sided", "one-sided", "one_sided", "less", "greater"] as const;
const TWO_SIDED = ["two.sided", "two-sided", "two_sided"] as const;

/** What every test is planned for; the sides by their number or as `alternative`, in R's words. */
export const planFields: {
  readonly alpha: z.ZodType<number>;
  readonly power: z.ZodType<number>;
  readonly sides: z.ZodType<1 | 2 | undefined>;
  readonly alternative: z.ZodType<string | undefined>;
  readonly dropout: z.ZodType<number | undefined>;
} = {
  alpha: z.number().default(0.05),
  power: z.number().default(0.8),
  sides: z.union([z.literal(1), z.literal(2)]).optional(),
  alternative: z.enum([...ONE_SIDED, ...TWO_SIDED]).optional(),
  dropout: z.number().optional(),
};

/** Sides of the test of a plan. */
export function sidesOf(
  { sides, alternative }: { sides: 1 | 2 | undefined; alternative: string | undefined },
  usual: 1 | 2 = 2,
): 1 | 2 {
  if (sides !== undefined || alternative === undefined) return sides ?? usual;
  return (ONE_SIDED as readonly string[]).includes(alternative) ? 1 : 2;
}

/** Patients to enrol, when a drop-out is given. */
export function enrolled(n: number, dropOut: number | undefined): number | undefined {
  return dropOut === undefined ? undefined : enrolment(n, dropOut);
}
