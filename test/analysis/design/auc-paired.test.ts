import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairedAucDesign } from "../../../src/analysis/index.js";

const first = { a: 2.1, b: 0.8 };
const second = { a: 1.2, b: 1.3 };
const correlations = { events: 0.5, nonEvents: 0.3 };

describe("pairedAucDesign", () => {
  it.each([
    [[0, 0.2] as const, 0.1036362, 14.28397],
    [[0.1, 0.3] as const, 0.07731231, 9.929268],
  ])("gives pROC's size for the partial area over %j", (range, delta, events) => {
    // pROC 1.18.0 power.roc.test(list(…, FPR11, FPR12, FPR21, FPR22, delta), power = .8, kappa = 2)
    const design = pairedAucDesign(first, second, correlations, { ratio: 2, range });
    expect(design.delta).toBeCloseTo(delta, 6);
    expect(design.rawEvents).toBeCloseTo(events, 4);
  });

  it("takes a range of all rates as the whole area", () => {
    const whole = pairedAucDesign(first, second, correlations);
    const nearly = pairedAucDesign(first, second, correlations, { range: [0, 1 - 1e-12] });
    expect(nearly.rawEvents).toBeCloseTo(whole.rawEvents, 6);
  });

  it("needs fewer patients the more the scores go together", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.5, noNaN: true }), (r) => {
        const less = pairedAucDesign(first, second, { events: r, nonEvents: r });
        const more = pairedAucDesign(first, second, { events: r + 0.1, nonEvents: r + 0.1 });
        expect(more.rawEvents).toBeLessThan(less.rawEvents);
      }),
    );
  });

  it("has the target's power at its sizes", () => {
    const { events, power, powerAt } = pairedAucDesign(first, second, correlations, { power: 0.9 });
    expect(power).toBe(powerAt(events));
    expect(power).toBeGreaterThanOrEqual(0.9);
    expect(powerAt(events - 1)).toBeLessThan(0.9);
  });

  it("refuses curves so correlated that their difference does not vary", () => {
    const together = { events: 0.95, nonEvents: 0.95 };
    expect(() => pairedAucDesign(first, second, together)).toThrow("whose difference varies");
  });
});
