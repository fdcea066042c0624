import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaCorrelation, deLongTest } from "../../../src/analysis/index.js";
import { normalQuantile, seeded } from "../../../src/numeric/index.js";

const sizes = { events: 15, nonEvents: 40 };

describe("areaCorrelation", () => {
  it("gives R's covariances of bivariate normal chances", () => {
    // R: mvtnorm::pmvnorm(upper = qnorm(c(a, b)), corr = …, algorithm = TVPACK(1e-14)) in the same sum
    const got = areaCorrelation(0.88, 0.6, sizes, { events: 0.4, nonEvents: 0.2 });
    expect(got.correlation).toBeCloseTo(0.285822407919, 10);
    expect(got.standardErrors[0]).toBeCloseTo(0.05110652643, 10);
    expect(got.standardErrors[1]).toBeCloseTo(0.0859626286187, 10);
    expect(got.possible.lower).toBeCloseTo(-0.715371051554, 10);
    expect(got.possible.upper).toBeCloseTo(0.852392330497, 10);
  });

  it("is what DeLong's covariance is on average over samples", () => {
    const random = seeded(20241122);
    const [r1, r0] = [0.5, 0.3];
    const shift = [0.88, 0.6].map((area) => Math.SQRT2 * normalQuantile(area));
    const events = Array.from({ length: 55 }, (_, i) => i < 15);
    const samples = 3000;
    let [covariance, variance] = [0, 0];
    for (let k = 0; k < samples; k++) {
      const scores = events.map((event) => {
        const r = event ? r1 : r0;
        const one = random.normal();
        const two = r * one + Math.sqrt(1 - r * r) * random.normal();
        return event ? [one + shift[0]!, two + shift[1]!] : [one, two];
      });
      const markers = [0, 1].map((j) => ({
        scores: scores.map((s) => s[j]!),
        direction: "higher" as const,
      }));
      const test = deLongTest(markers[0]!, markers[1]!, events);
      covariance += test.covariance / samples;
      variance += test.first.variance / samples;
    }
    const got = areaCorrelation(0.88, 0.6, sizes, { events: r1, nonEvents: r0 });
    const [se1, se2] = got.standardErrors;
    expect(covariance / (got.correlation * se1 * se2)).toBeCloseTo(1, 1);
    expect(variance / se1 ** 2).toBeCloseTo(1, 1);
  });

  it("rises with either correlation of the scores, from the least to the most that is possible", () => {
    const share = fc.double({ min: 0.02, max: 0.98, noNaN: true });
    const r = fc.double({ min: -1, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(share, share, r, r, fc.integer({ min: 1, max: 30 }), (a, b, r1, r0, m) => {
        const at = (events: number, nonEvents: number) =>
          areaCorrelation(a, b, { events: m, nonEvents: 31 - m }, { events, nonEvents });
        const { correlation, possible } = at(r1, r0);
        expect(correlation).toBeGreaterThanOrEqual(possible.lower - 1e-9);
        expect(correlation).toBeLessThanOrEqual(possible.upper + 1e-9);
        expect(at(r1 + 0.1, r0).correlation).toBeGreaterThanOrEqual(correlation - 1e-9);
        expect(at(r1, r0 + 0.1).correlation).toBeGreaterThanOrEqual(correlation - 1e-9);
      }),
    );
  });

  it("is 0 for unrelated scores and 1 for the same score", () => {
    expect(areaCorrelation(0.8, 0.7, sizes, { events: 0, nonEvents: 0 }).correlation).toBeCloseTo(
      0,
      12,
    );
    expect(areaCorrelation(0.8, 0.8, sizes, { events: 1, nonEvents: 1 }).correlation).toBe(1);
  });
});
