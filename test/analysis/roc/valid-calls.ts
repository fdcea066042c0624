import {
  accuracyAtCutoff,
  areaCorrelation,
  areaFromSummary,
  areaUnderCurve,
  aucDifferenceFromSummaries,
  aucPermutationTest,
  bootstrapAreaTest,
  bootstrapAreaUnderCurve,
  bootstrapCutoff,
  bootstrapPartialArea,
  deLongManyTest,
  deLongTest,
  deLongUnpairedTest,
  optimalCutoffs,
  partialAreaUnderCurve,
  rocCurve,
  sensitivityAtSpecificity,
  specificityAtSensitivity,
} from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import type { ValidCall } from "../../spoiled.js";
import { MODEL_CALLS } from "./model-calls.js";

const scores = [3.1, 2.2, 5.4, 1.1, 4.8, 2.9, 3.3, 0.4];
const others = [2.5, 2.8, 4.1, 3.6, 4.9, 1.7, 2.2, 1.3];
const events = [1, 0, 1, 0, 1, 0, 1, 0];
const none = events.map(() => 0);
const all = events.map(() => 1);
const random = seeded(1);
const first = { scores, direction: "higher" };
const second = { scores: others, direction: "lower" };
const sizes = { events: 15, nonEvents: 40 };
const window = { focus: "specificity", from: 0.8, to: 1 };
const options = { random, level: 0.9, replicates: 20 };

/** A call on one marker: its first arguments are scores, events and direction. */
function scored(fn: ValidCall["fn"], ...rest: readonly unknown[]): ValidCall {
  return {
    fn,
    args: [scores, events, "higher", ...rest],
    bad: {
      "no events": [scores, none, "higher", ...rest],
      "no non-events": [scores, all, "higher", ...rest],
      "an event that is 2": [scores, events.with(0, 2), "higher", ...rest],
      "no direction": [scores, events, undefined, ...rest],
    },
  };
}

function withBad(call: ValidCall, bad: Readonly<Record<string, readonly unknown[]>>): ValidCall {
  return { ...call, bad: { ...call.bad, ...bad } };
}

const rules: readonly object[] = [
  { criterion: "youden", costRatio: 3, prevalence: 0.25 },
  { criterion: "closest-to-corner", costRatio: 3, prevalence: 0.25 },
  { criterion: "sensitivity-at-specificity", specificity: 0.75 },
  { criterion: "specificity-at-sensitivity", sensitivity: 0.75 },
];

const badRules = (rest: readonly unknown[]): Readonly<Record<string, readonly unknown[]>> => ({
  "no rule": [scores, events, "higher", undefined, ...rest],
  "a prevalence of 1": [scores, events, "higher", { criterion: "youden", prevalence: 1 }, ...rest],
  "a cost ratio of 0": [scores, events, "higher", { criterion: "youden", costRatio: 0 }, ...rest],
  "a specificity above 1": [
    scores,
    events,
    "higher",
    { criterion: "sensitivity-at-specificity", specificity: 1.01 },
    ...rest,
  ],
});

const badWindows = (rest: readonly unknown[]): Readonly<Record<string, readonly unknown[]>> => ({
  "no window": [scores, events, "higher", undefined, ...rest],
  "a window of no width": [scores, events, "higher", { ...window, from: 1 }, ...rest],
  "a window backwards": [scores, events, "higher", { ...window, from: 1, to: 0.8 }, ...rest],
  "a window beyond 1": [scores, events, "higher", { ...window, to: 1.1 }, ...rest],
});

const badChance = (args: readonly unknown[]): Readonly<Record<string, readonly unknown[]>> => ({
  "no source of chance": [...args, { ...options, random: undefined }],
  "one replicate": [...args, { random, replicates: 1 }],
  "half a replicate": [...args, { random, replicates: 20.5 }],
});

/** A call on two markers: its first arguments are the markers and the events. */
function paired(fn: ValidCall["fn"], ...rest: readonly unknown[]): ValidCall {
  return {
    fn,
    args: [first, second, events, ...rest],
    bad: {
      "no events": [first, second, none, ...rest],
      "no non-events": [first, second, all, ...rest],
      "no marker": [undefined, second, events, ...rest],
      "a marker of other subjects": [{ ...first, scores: [1, 2, 3] }, second, events, ...rest],
      "a negative margin": [
        ...[first, second, events],
        ...rest.slice(0, -1),
        { ...(rest.at(-1) as object), margin: -0.1 },
      ],
    },
  };
}

/** A valid call of each function of this folder that notebooks see. */
export const VALID_CALLS: readonly ValidCall[] = [
  scored(rocCurve),
  scored(areaUnderCurve, { level: 0.9 }),
  scored(aucPermutationTest),
  withBad(scored(partialAreaUnderCurve, window), badWindows([])),
  ...rules.map((rule) => withBad(scored(optimalCutoffs, rule), badRules([]))),
  withBad(scored(sensitivityAtSpecificity, [0.7, 0.9, 0.95]), {
    "a specificity above 1": [scores, events, "higher", [1.1]],
  }),
  withBad(scored(specificityAtSensitivity, [0.7, 0.9, 0.95]), {
    "a sensitivity below 0": [scores, events, "higher", [-0.1]],
  }),
  {
    ...scored(accuracyAtCutoff, 3, { level: 0.9 }),
    good: ["[3]: Infinity", "[3]: -Infinity"],
  },
  withBad(scored(bootstrapAreaUnderCurve, options), badChance([scores, events, "higher"])),
  withBad(scored(bootstrapPartialArea, window, options), {
    ...badWindows([options]),
    ...badChance([scores, events, "higher", window]),
  }),
  ...rules.map((rule) =>
    withBad(scored(bootstrapCutoff, rule, options), {
      ...badRules([options]),
      ...badChance([scores, events, "higher", rule]),
    }),
  ),
  paired(deLongTest, { level: 0.9, margin: 0.1 }),
  withBad(
    paired(bootstrapAreaTest, { ...options, margin: 0.1 }),
    badChance([first, second, events]),
  ),
  {
    fn: areaFromSummary,
    args: [0.88, sizes, { level: 0.9 }],
    bad: { "an area of 1": [1, sizes], "no events": [0.88, { ...sizes, events: 0 }] },
  },
  {
    fn: aucDifferenceFromSummaries,
    args: [{ auc: 0.88, standardError: 0.056 }, { auc: 0.6 }, sizes, 0.3, { level: 0.9 }],
    bad: {
      "a correlation above 1": [{ auc: 0.88 }, { auc: 0.6 }, sizes, 1.01],
      "a standard error of 0": [{ auc: 0.88, standardError: 0 }, { auc: 0.6 }, sizes, 0],
      "no second area": [{ auc: 0.88 }, undefined, sizes, 0],
    },
  },
  {
    fn: areaCorrelation,
    args: [0.88, 0.6, sizes, { events: 0.4, nonEvents: 0.2 }],
    bad: { "an area of 0": [0.88, 0, sizes, { events: 0.4, nonEvents: 0.2 }] },
  },
  {
    fn: deLongUnpairedTest,
    args: [{ ...first, events }, { ...second, events }, { level: 0.9 }],
    bad: {
      "no events in the second": [
        { ...first, events },
        { ...second, events: none },
      ],
      "no second": [{ ...first, events }, undefined],
    },
  },
  {
    fn: deLongManyTest,
    good: ["[2].contrasts: one too few"],
    args: [
      [first, second, { scores: events.map((_, i) => i % 5), direction: "higher" }],
      events,
      {
        contrasts: [
          [1, -1, 0],
          [0.5, 0.5, -1],
        ],
        level: 0.9,
        adjustment: "holm",
      },
    ],
    bad: {
      "one marker": [[first], events],
      "no events": [[first, second], none],
      "weights that are all 0": [[first, second], events, { contrasts: [[0, 0]] }],
      "weights that do not sum to 0": [[first, second], events, { contrasts: [[1, 1]] }],
      "too many weights": [[first, second], events, { contrasts: [[1, -1, 0]] }],
      "a marker of other subjects": [[first, { ...second, scores: [1, 2, 3] }], events],
    },
  },
  ...MODEL_CALLS,
];
