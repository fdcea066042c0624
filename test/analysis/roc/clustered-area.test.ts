import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderCurve, clusteredArea } from "../../../src/analysis/index.js";
import { samples } from "./samples.js";

describe("clusteredArea", () => {
  it("is DeLong's variance when every subject is a cluster, with I/(I − 1) in its place", () => {
    fc.assert(
      fc.property(samples, ({ scores, events }) => {
        const alone = clusteredArea(
          scores,
          events,
          scores.map((_, i) => i),
          "higher",
        );
        const { value, standardError } = areaUnderCurve(scores, events, "higher");
        return (
          alone.value === value &&
          alone.components.product === 0 &&
          Math.abs(alone.standardError - standardError.deLong) < 1e-12
        );
      }),
    );
  });

  it("does not ask for the names of the clusters or the order of the subjects", () => {
    fc.assert(
      fc.property(samples, ({ scores, events }) => {
        const clusters = scores.map((_, i) => i % 4);
        const one = clusteredArea(scores, events, clusters, "higher");
        const other = clusteredArea(
          scores.toReversed(),
          events.toReversed(),
          clusters.toReversed().map((c) => `patient ${c}`),
          "higher",
        );
        return (
          Object.is(one.note, other.note) &&
          (one.note !== undefined || Math.abs(one.variance - other.variance) < 1e-12)
        );
      }),
    );
  });

  it("sees that copies of a subject in its cluster bring no information", () => {
    const scores = [1, 2, 2.5, 3, 2.2, 4, 1.5, 5];
    const events = [0, 0, 0, 0, 1, 1, 1, 1];
    const clusters = [1, 2, 3, 4, 5, 6, 7, 8];
    const twice = <T>(values: T[]): T[] => [...values, ...values];
    const one = clusteredArea(scores, events, clusters, "higher");
    const two = clusteredArea(twice(scores), twice(events), twice(clusters), "higher");
    expect(two.variance).toBeCloseTo(one.variance, 12);
    expect(two.standardErrorUnclustered).toBeLessThan(0.8 * two.standardError);
  });

  it("has no variance when all events come from one cluster, and says so", () => {
    const area = clusteredArea([1, 2, 3, 4], [0, 0, 1, 1], [1, 2, 3, 3], "higher");
    expect(area).toMatchObject({ value: 1, note: "few-clusters" });
    expect(area.standardError).toBeNaN();
    expect(area.intervals.wald.lower).toBeNaN();
  });

  it("refuses a single cluster", () => {
    expect(() => clusteredArea([1, 2], [0, 1], [3, 3], "higher")).toThrow(
      "clusteredArea: needs at least 2 clusters; got 1",
    );
  });
});
