import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aucDesign, aucPrecision } from "../../../src/analysis/index.js";

const area = fc.double({ min: 0.55, max: 0.99, noNaN: true });

describe("aucDesign", () => {
  it("is the same for an area and what is left of it", () => {
    fc.assert(
      fc.property(area, (auc) => {
        const { rawEvents } = aucDesign(auc);
        expect(aucDesign(1 - auc).rawEvents / rawEvents).toBeCloseTo(1, 9);
      }),
    );
  });

  it("has the target's power at its sizes, whole in each group", () => {
    fc.assert(
      fc.property(area, fc.integer({ min: 1, max: 4 }), (auc, ratio) => {
        const { events, nonEvents, rawNonEvents, powerAt } = aucDesign(auc, { ratio });
        expect(nonEvents).toBe(Math.ceil(rawNonEvents));
        expect(powerAt(events)).toBeGreaterThanOrEqual(0.8);
        if (events > 1) expect(powerAt(events - 1)).toBeLessThan(0.8);
      }),
    );
  });

  it("takes the non-events from the ratio unless they are given", () => {
    const { powerAt } = aucDesign(0.7, { ratio: 2.5 });
    expect(powerAt(21)).toBe(powerAt(21, 53));
    expect(powerAt(21, 80)).toBeGreaterThan(powerAt(21));
  });
});

describe("aucPrecision", () => {
  it("gives the smallest groups within the half-width", () => {
    fc.assert(
      fc.property(area, fc.double({ min: 0.02, max: 0.2, noNaN: true }), (auc, halfWidth) => {
        const found = aucPrecision(auc, halfWidth);
        expect(found.halfWidth).toBeLessThanOrEqual(halfWidth);
        const wider = aucPrecision(auc, found.halfWidth * (1 + 1e-9));
        expect(wider.events).toBe(found.events);
      }),
    );
  });
});
