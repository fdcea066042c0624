import { inWords } from "../data/read-json.js";
import { z } from "../data/schema.js";

/** Schemas of figures as printed. Each says by an example what it expects. */

const NUMBER = "(?:\\d+(?:\\.\\d*)?|\\.\\d+)";

type Text = z.ZodString;

/** A figure is a few digits long: a number holds 15, and a p may have more zeros before them. */
const LONGEST = 20;
const LONGEST_P = 40;
const LARGEST_GIVEN = 1e15;
const LARGEST_SAMPLE = 1e9; // patients
const SIGNED = new RegExp(`^[+\\-−]?${NUMBER}$`);

/**
 * @param example - a figure of this kind
 * @param shape - pattern of all of it
 * @param rule - what a number that does not fit breaks
 */
function printed(example: string, shape: string, rule?: string): Text {
  const error = ({ input }: { readonly input?: unknown }): string => {
    const isNumber = typeof input === "string" && SIGNED.test(input);
    const expected =
      isNumber && rule !== undefined ? rule : `a string such as ${JSON.stringify(example)}`;
    return `expected ${expected}, got ${inWords(input)}`;
  };
  return z
    .string({ error })
    .regex(new RegExp(`^${shape}$`), { error, abort: true })
    .refine((text) => text.length <= LONGEST, {
      error: ({ input }) =>
        `expected at most ${LONGEST} characters, got ${String(input).length} of them`,
      abort: true,
    });
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

function people(schema: Text): Text {
  return schema.refine((text) => Number(text) <= LARGEST_SAMPLE, {
    error: ({ input }) => `expected at most ${LARGEST_SAMPLE}, got ${inWords(input)}`,
  });
}

/** Any number, with its sign. */
export const anyNumber: Text = printed("0.60", `[+\\-−]?${NUMBER}`);

/** A size of a sample, at least 1. */
export const size: Text = people(printed("22", "0*[1-9]\\d*", "a whole number of at least 1"));

/** A number of patients, from 0. */
export const count: Text = people(printed("21", "\\d+", "a whole number of at least 0"));

/** A percentage, without its sign. */
export const percent: Text = within(
  printed("95", NUMBER, "a percentage from 0 to 100"),
  "a percentage",
  0,
  100,
);

/** A spread, at least 0. */
export const spread: Text = printed("0.7", NUMBER, "a number of at least 0");

/** A coefficient from −1 to 1. */
export const correlation: Text = within(
  printed("0.78", `[+\\-−]?${NUMBER}`),
  "a correlation",
  -1,
  1,
);

/** An area under the ROC curve. */
export const area: Text = within(
  printed("0.88", NUMBER, "an area under the curve from 0 to 1"),
  "an area under the curve",
  0,
  1,
);

/** A p or a bound of it. */
export const pValue: Text = within(
  z
    .string({ error: (issue) => pError(issue.input) })
    .regex(new RegExp(`^(?:<|>|≤|≥|<=|>=|=)?\\s*${NUMBER}$`), {
      error: (issue) => pError(issue.input),
      abort: true,
    })
    .refine((text) => text.length <= LONGEST_P, {
      error: ({ input }) => pError(input),
      abort: true,
    }),
  "a p",
  0,
  1,
);

function pError(input: unknown): string {
  if (typeof input === "string" && SIGNED.test(input) && input.length <= LONGEST_P) {
    return `expected a p from 0 to 1, got ${inWords(input)}`;
  }
  return `expected a p such as "0.04" or "<0.01", got ${inWords(input)}`;
}

/** Text that may be empty, as in a note. */
export const text: Text = z.string({
  error: (issue) => `expected text, got ${inWords(issue.input)}`,
});

/** A word or a sentence. */
export const words: Text = text.min(1, { error: "expected text, got an empty string" });

const givenError = ({ input }: { readonly input?: unknown }): string =>
  `expected a number, got ${inWords(input)}`;

const isGiven = (value: number | string): boolean =>
  Math.abs(Number(String(value).replace("−", "-"))) <= LARGEST_GIVEN;

/** A number that is a property of the quantity, not a printed figure. */
export const given: z.ZodUnion<readonly [z.ZodNumber, Text]> = z.union(
  [
    z.number({ error: givenError }).refine(isGiven, { error: givenError }),
    z
      .string({ error: givenError })
      .regex(SIGNED, { error: givenError, abort: true })
      .refine(isGiven, { error: givenError }),
  ],
  { error: givenError },
);

/** Figures of two arms. */
export function pair<T extends z.ZodType>(item: T): z.ZodTuple<[T, T], null> {
  return two(item, "one an arm");
}

/** The lower and the upper end of an interval. */
export function ends<T extends z.ZodType>(item: T): z.ZodTuple<[T, T], null> {
  return two(item, "the lower and the upper end");
}

function two<T extends z.ZodType>(item: T, which: string): z.ZodTuple<[T, T], null> {
  return z.tuple([item, item], {
    error: (issue) => `expected an array of two, ${which}, got ${inWords(issue.input)}`,
  });
}
