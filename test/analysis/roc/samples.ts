import fc from "fast-check";

/** Scores with many ties, and events of both classes. */
export interface Sample {
  readonly scores: number[];
  readonly events: number[];
}

/** Samples of 2 or more of each class, scores among few values. */
export const samples: fc.Arbitrary<Sample> = fc
  .record({
    events: fc.array(fc.integer({ min: -3, max: 4 }), { minLength: 2, maxLength: 12 }),
    others: fc.array(fc.integer({ min: -4, max: 3 }), { minLength: 2, maxLength: 12 }),
  })
  .map(({ events, others }) => interleaved(events, others));

/** Alternating as far as it goes, so that the order of the subjects says nothing. */
function interleaved(events: readonly number[], others: readonly number[]): Sample {
  const rows: [number, number][] = [];
  for (let i = 0; i < Math.max(events.length, others.length); i++) {
    if (i < events.length) rows.push([events[i]!, 1]);
    if (i < others.length) rows.push([others[i]!, 0]);
  }
  return { scores: rows.map(([score]) => score), events: rows.map(([, event]) => event) };
}

/** The scores of events and of non-events. */
export function classesOf({ scores, events }: Sample): [number[], number[]] {
  return [scores.filter((_, i) => events[i] === 1), scores.filter((_, i) => events[i] === 0)];
}

/** 1 for a pair that the event wins, ½ for a tie. */
export function win(event: number, other: number): number {
  return event > other ? 1 : event === other ? 0.5 : 0;
}
