import { inWords } from "../data/read-json.js";
import { z } from "../data/schema.js";

/** Schemas of figures as printed. Each says by an example what it expects. */

const NUMBER = "(?:\\d+(?:\\.\\d*)?|\\.\\d+)";

type Text = z.ZodString;

function printed(example: string, shape: string): Text {
  const error = (issue: { readonly input?: unknown }): string =>
    `expected a string such as ${JSON.stringify(example)}, got ${inWords(issue.input)}`;
  return z.string({ error }).regex(new RegExp(`^${shape}$`), { error });
}

function within(schema: Text, what: string, lower: number, upper: number): Text {
  return schema.refine(
    (text) => {
      const value = Number(text.replace("−", "-").replace(/^[<>≤≥=]+\s*/, ""));
      return value >= lower && value <= upper;
    },
    { error: (issue) => `expected ${what} from ${lower} to ${upper}, got ${inWords(issue.input)}` },
  );
}

/** Any number, with its sign. */
export const anyNumber: Text = printed("0.60", `[+\\-−]?${NUMBER}`);

/** A size of a sample, at least 1. */
export const size: Text = printed("22", "0*[1-9]\\d*");

/** A number of patients, from 0. */
export const count: Text = printed("21", "\\d+");

/** A percentage, without its sign. */
export const percent: Text = within(printed("95", NUMBER), "a percentage", 0, 100);

/** A spread, at least 0. */
export const spread: Text = printed("0.7", NUMBER);

/** A coefficient from −1 to 1. */
export const correlation: Text = within(
  printed("0.78", `[+\\-−]?${NUMBER}`),
  "a correlation",
  -1,
  1,
);

/** An area under the ROC curve. */
export const area: Text = within(printed("0.88", NUMBER), "an area under the curve", 0, 1);

/** A p or a bound of it. */
export const pValue: Text = within(
  z
    .string({ error: (issue) => pError(issue.input) })
    .regex(new RegExp(`^(?:<|>|≤|≥|<=|>=|=)?\\s*${NUMBER}$`), {
      error: (issue) => pError(issue.input),
    }),
  "a p",
  0,
  1,
);

function pError(input: unknown): string {
  return `expected a p such as "0.04" or "<0.01", got ${inWords(input)}`;
}

/** Text that may be empty, as in a note. */
export const text: Text = z.string({
  error: (issue) => `expected text, got ${inWords(issue.input)}`,
});

/** A word or a sentence. */
export const words: Text = text.min(1, { error: "expected text, got an empty string" });

/** A number that is a property of the quantity, not a printed figure. */
export const given: z.ZodUnion<readonly [z.ZodNumber, Text]> = z.union([z.number(), anyNumber], {
  error: (issue) => `expected a number, got ${inWords(issue.input)}`,
});

/** Figures of two arms. */
export function pair<T extends z.ZodType>(item: T): z.ZodTuple<[T, T], null> {
  return z.tuple([item, item], {
    error: (issue) => `expected an array of two, one an arm, got ${inWords(issue.input)}`,
  });
}
