import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metaProportions, proportionEffects } from "../../../src/analysis/index.js";
import { isClose } from "./studies.js";

const STUDIES = { events: [3, 6, 1, 9], n: [30, 53, 41, 60] };

describe("proportionEffects", () => {
  it("corrects nothing on Freeman and Tukey's scale unless asked", () => {
    const none = { events: [0], n: [16] };
    const plain = proportionEffects(none, "freeman-tukey");
    expect(plain.effects[0]).toBeCloseTo(Math.asin(Math.sqrt(1 / 17)) / 2, 12);
    expect(plain.variances[0]).toBe(1 / 66);
    const asked = proportionEffects(none, "freeman-tukey", { zeroCorrection: 0.5 });
    expect(asked.variances[0]).toBe(1 / 70);
  });

  it("refuses a negative correction", () => {
    expect(() => proportionEffects(STUDIES, "logit", { zeroCorrection: -0.5 })).toThrow(
      "needs a zeroCorrection of at least 0; got -0.5",
    );
  });
});

describe("metaProportions", () => {
  it("turns one study back to its own proportion on every scale", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 39 }),
        fc.constantFrom("logit", "arcsine", "freeman-tukey", "raw"),
        (events, scale) => {
          const one = metaProportions(
            { events: [events], n: [40] },
            scale as "logit",
            "common-effect",
          );
          return isClose(one.proportion.value, events / 40, 1e-9);
        },
      ),
    );
  });

  it("mirrors when events and others are told the other way round", () => {
    const turned = { events: STUDIES.n.map((n, i) => n - STUDIES.events[i]!), n: STUDIES.n };
    for (const scale of ["logit", "arcsine", "freeman-tukey", "raw"] as const) {
      const one = metaProportions(STUDIES, scale, "reml");
      const other = metaProportions(turned, scale, "reml");
      expect(other.proportion.value).toBeCloseTo(1 - one.proportion.value, 9);
      expect(other.proportion.ci.lower).toBeCloseTo(1 - one.proportion.ci.upper, 9);
    }
  });

  it("stays within 0 and 1 off the ends of the arcsine scales", () => {
    const rare = { events: [0, 0, 1], n: [16, 20, 24] };
    for (const scale of ["arcsine", "freeman-tukey"] as const) {
      const { proportion } = metaProportions(rare, scale, "common-effect", { level: 0.999 });
      expect(proportion.ci.lower).toBe(0);
      expect(proportion.ci.upper).toBeLessThan(1);
    }
  });

  it("keeps every study of raw proportions that has a variance", () => {
    const studies = { events: [0, 2, 5], n: [10, 10, 10] };
    expect(metaProportions(studies, "raw", "common-effect").used).toEqual([0, 1, 2]);
    expect(metaProportions(studies, "raw", "common-effect", { zeroCorrection: 0 }).used).toEqual([
      1, 2,
    ]);
  });
});
