import { beforeAll, describe, expect, it } from "vitest";
import { type Executed, execute, expectPrinted } from "./executed.js";

// Every number that is held against an output below was printed by no-figures.R.
let run: Executed;
beforeAll(async () => {
  run = await execute("stenosis-phantoms");
});

/** r, the ends of its interval, the upper limit of agreement, the outer end of the limits' exact intervals. */
const EXPECTED = [
  [0.7, -0.0092217515, 0.9406684262, 1.5181815743, 3.2867470028],
  [0.8, 0.21850894, 0.96222807, 1.23959006, 2.68361769],
  [0.9, 0.53398054, 0.9819284, 0.87652254, 1.89760427],
  [0.95, 0.74215434, 0.9911549, 0.61979503, 1.34180885],
  [0.99, 0.94362366, 0.99826035, 0.27718076, 0.60007516],
] as const;

describe("the notebook on the stenosis phantoms", () => {
  it("gives Fisher's interval and the exact limits for each assumed correlation of eight pairs", () => {
    const rows = run.rows("tbl-limits");
    expect(rows).toHaveLength(EXPECTED.length);
    for (const [i, [r, lower, upper, limit, outer]] of EXPECTED.entries()) {
      expectPrinted(rows[i]!.join(" "), ...[r, lower, upper, -limit, limit, -outer, outer]);
    }
    const plotted = run.text("fig-r").split("r = 0.90: ")[1]!.split(")")[0]!;
    expectPrinted(plotted, 0.9, 95, 0.53398054, 0.9819284);
  });

  it("says which correlation is just significant, and how far off the limits may be", () => {
    const [critical] = run.text("r-words").match(/correlation of [\d.]+ is just/)!;
    expectPrinted(critical, 0.7067344);
    expectPrinted(run.text("limits-words").match(/than (\d+) % of all/)![1]!, 91.017101);
    expect(run.text("limits-words")).toContain("takes 48 pairs");
  });

  it("shows a high correlation with bad agreement, and says that the pairs are made up", () => {
    const words = run.text("synthetic-words");
    const correlation = Number(words.match(/correlate by (\d\.\d+)/)![1]);
    const concordance = Number(words.match(/coefficient is (\d\.\d+)/)![1]);
    expect(correlation).toBeGreaterThan(0.95);
    expect(concordance).toBeLessThan(0.7);
    expect(words).toContain("made-up pairs");
    expect(run.text("fig-synthetic")).toContain("synthetic (mmHg)");
  });

  it("answers that it cannot be checked", () => {
    expect(run.text("answer")).toMatch(
      /^Little, and it cannot be checked: the review prints no figure/,
    );
  });
});
