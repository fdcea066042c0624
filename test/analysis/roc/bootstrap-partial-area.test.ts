import { describe, expect, it } from "vitest";
import { bootstrapAreaUnderCurve, bootstrapPartialArea } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";

const scores = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7];
const events = [1, 0, 0, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 0];

describe("bootstrapPartialArea", () => {
  it("draws the samples that the whole area draws", () => {
    const options = { replicates: 100, level: 0.9 };
    const window = { focus: "sensitivity", from: 0, to: 1 } as const;
    const part = bootstrapPartialArea(scores, events, "higher", window, {
      random: seeded(5),
      ...options,
    });
    const whole = bootstrapAreaUnderCurve(scores, events, "higher", {
      random: seeded(5),
      ...options,
    });
    for (const [i, area] of part.replicates.entries()) {
      expect(area).toBeCloseTo(whole.replicates[i]!, 12);
    }
    expect(part.area.ci.upper).toBeCloseTo(whole.percentile.upper, 12);
    expect(part.area.ci.level).toBe(0.9);
  });

  it("stays within the window", () => {
    const window = { focus: "specificity", from: 0.8, to: 0.9 } as const;
    const { area, replicates } = bootstrapPartialArea(scores, events, "lower", window, {
      random: seeded(2),
    });
    expect(area.ci.lower).toBeGreaterThanOrEqual(0);
    expect(Math.max(...replicates)).toBeLessThanOrEqual(0.1 + 1e-12);
  });
});
