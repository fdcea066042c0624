import { beforeAll, describe, expect, it } from "vitest";
import { type Executed, execute, expectPrinted } from "./executed.js";

// Every number that is held against an output below was printed by no-figures.R.
let run: Executed;
beforeAll(async () => {
  run = await execute("annulus-agreement");
});

describe("the notebook on the annulus agreement", () => {
  it("says that nothing is printed, and where its chart is from", () => {
    const words = run.text("data-words");
    expect(words).toContain("Of this claim no figure is in the file of published figures");
    expect(words).toContain("4 sizes for annuli from 18 to 30 mm; a size covers 2 to 4 mm");
    expect(words).toContain("the manufacturer's instructions for use, seen");
    expect(words).toContain("not the treatment of patients");
  });

  it("lists what would be needed, each with its place in a claims file", () => {
    const figures = run.rows("tbl-needed").map(([figure]) => figure);
    expect(figures).toContain("Number of pairs");
    expect(figures).toContain("SD of the differences, or the limits");
    expect(figures).toContain("The values themselves");
  });

  it("integrates the chance of another size over the chart as R does", () => {
    const [none, bias] = run.text("fig-size").split("Bias 1.0 mm: ");
    expectPrinted(none!.split("Bias 0.0 mm: ")[1]!, 2.6596152, 0.1, 61.7811709, 3);
    expectPrinted(bias!, 33.3333333, 0.1, 63.4874779, 3);
    const words = run.text("size-words");
    expectPrinted(words.match(/(\d+) % of the patients/)![1]!, 26.441783);
    expectPrinted(words.match(/1\.0 mm (\d+) %/)![1]!, 38.045402);
    // 47 pairs give 0.50536, 48 give 0.49971
    expect(words).toContain("needs 48 pairs");
  });

  it("answers that it cannot be checked", () => {
    expect(run.text("answer")).toMatch(/^It cannot be checked: the review prints no figure;/);
  });
});
