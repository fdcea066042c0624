import { beforeAll, describe, expect, it } from "vitest";
import reference from "../reference/pooled-trials.json" with { type: "json" }; // made by pooled-trials.R
import { type Executed, execute, expectPrinted } from "./executed.js";

let run: Executed;
beforeAll(async () => {
  run = await execute("pooled-trials");
});

/** Every number of `expected`, by its path, beside what stands there in `got`. */
function pairs(expected: unknown, got: unknown, path = ""): [string, unknown, unknown][] {
  if (expected === null || typeof expected !== "object") return [[path, expected, got]];
  return Object.entries(expected).flatMap(([key, value]) =>
    pairs(value, (got as Record<string, unknown> | undefined)?.[key], `${path}/${key}`),
  );
}

describe("the notebook that pools the trials", () => {
  it("gives metafor's numbers to 1e-8, from data that were assembled independently", () => {
    const got: unknown = JSON.parse(run.text("results"));
    const compared = pairs(reference, got);
    expect(compared.length).toBeGreaterThan(350);
    const apart = compared.filter(([, theirs, ours]) => {
      if (theirs === null || ours === null || typeof ours !== "number") return theirs !== ours;
      return !(Math.abs(ours - Number(theirs)) <= 1e-8 * Math.max(1, Math.abs(Number(theirs))));
    });
    expect(apart).toEqual([]);
  });

  it("computes nothing that R does not hold", () => {
    const got: unknown = JSON.parse(run.text("results"));
    expect(pairs(got, reference).filter(([, , theirs]) => theirs === undefined)).toEqual([]);
  });

  it("finds the counts behind Ciobotaru's percentages, and where the controls come from", () => {
    const leaks = run.rows("tbl-data").filter(([outcome]) => outcome === "Leak");
    expect(leaks.map((row) => row.slice(3))).toEqual([
      ["0 of 21", "3 of 21"],
      ["5 % (1 of 21)", "27 % (14 of 51)"],
    ]);
    expect(run.text("controls-words")).toContain("the 21 with 3D guidance and the 55 of the");
    expect(run.text("controls-words")).toContain("leaves no room for 51 others");
  });

  it("keeps the randomised trial and the other one apart, and predicts nothing from two", () => {
    const forest = run.text("fig-leak");
    expect(forest).toContain("Randomised: Li 2017");
    expect(forest).toContain("Not randomised: Ciobotaru 2018");
    expect(forest).toContain("Prediction of a new study: 0.13 (95 % CI not estimable)");
    expect(run.media("fig-leak")).toContain("image/png");
  });

  it("prints the odds ratio by each method and treatment of the empty cell", () => {
    const { leak } = reference;
    const sentences = run.text("fig-methods").split(/\. (?=[A-Z½])/);
    const printed = (label: string): string =>
      sentences.find((sentence) => sentence.includes(label))!.split(`${label}: `)[1]!;
    const ratio = ({
      estimate,
      lower,
      upper,
    }: {
      estimate: number;
      lower: number;
      upper: number;
    }) => [Math.exp(estimate), 95, Math.exp(lower), Math.exp(upper)];
    expectPrinted(printed("Mantel–Haenszel"), ...ratio(leak.mantelHaenszel));
    expectPrinted(printed("Peto"), ...ratio(leak.peto));
    expectPrinted(printed("Logistic model"), ...ratio(leak.glmm));
    expectPrinted(
      printed("Exact, conditional"),
      ...[leak.exact.estimate, 95, leak.exact.lower, leak.exact.upper],
    );
    expectPrinted(printed("REML, HK"), ...ratio(leak.halfWhereEmpty.hartungKnapp));
    expectPrinted(printed("½ to every cell: REML"), ...ratio(leak.halfEverywhere.reml));
    expectPrinted(printed("By the other arm's size: REML"), ...ratio(leak.halfWhereEmpty.reml));
    expectPrinted(printed("The other trial alone"), ...ratio(leak.leftOut));
    expect(run.text("methods-words")).toContain(
      "Its interval includes 1 by REML, HK held and The other trial alone (left out).",
    );
  });

  it("counts the patients that turn it over", () => {
    expect(run.rows("tbl-fragile").map((row) => [row[0], row[3], row[4]])).toEqual([
      ["Li 2017", "0.23", "2, to gain it"],
      ["Ciobotaru 2018", "0.052", "1, to gain it"],
      ["Both, Mantel–Haenszel", "0.024", "2, to lose significance"],
      ["Both, Peto", "0.006", "2, to lose significance"],
      ["Both, REML", "0.020", "2, to lose significance"],
    ]);
    expect(run.text("fragile-words")).toContain("neither crosses alone, and 2 patients of 114");
    expect(run.text("fragile-words")).toContain("with 2 more leaks among Ciobotaru's 21 patients");
  });

  it("does not let the means of devices pass for one effect", () => {
    const words = run.text("devices-words");
    expect(words).toContain("the two trials contradict each other");
    const { difference, furtherRatio } = reference.devices;
    expectPrinted(words.split("(Q, p = ")[1]!.split(")")[0]!, difference.reml.qP);
    expectPrinted(words.split("pooled ")[1]!.split(". That")[0]!, ...ratioOf(furtherRatio.reml));
  });

  it("converts medians by two methods, and pools times as ratios alone", () => {
    const { wan, luo } = reference.time.converted;
    const [guided, control] = run.rows("tbl-converted");
    expectPrinted(guided!.slice(3, 5).join(" "), wan.m1, wan.s1, luo.m1, luo.s1);
    expectPrinted(control!.slice(3, 5).join(" "), wan.m2, wan.s2, luo.m2, luo.s2);
    expect(run.text("fig-time")).not.toContain("min");
  });

  it("shows radiation without a pool", () => {
    const text = run.text("fig-radiation");
    const { liSd, liSem, wan } = reference.radiation;
    expectPrinted(text.split("± is the SD: ")[1]!.split(". ")[0]!, ...ratioOf(liSd));
    expectPrinted(text.split("± is the standard error: ")[1]!.split(". C")[0]!, ...ratioOf(liSem));
    expectPrinted(text.split("Means by Wan: ")[1]!.split(". C")[0]!, ...ratioOf(wan));
    expect(text).not.toMatch(/pooled|REML/i);
  });

  it("answers in one sentence", () => {
    expect(run.text("answer")).toBe(
      "They point to fewer leaks, on thin evidence: over both trials that print them, the odds of a leak with a 3D " +
        "model are 0.094 of those without (exact 95 % CI 0.0021 to 0.66), but 2 patients' outcomes undo it and the " +
        "randomised trial alone gives p = 0.23; devices beyond the first (0.23 of the controls' remain) and time " +
        "(about 72 % remains) point the same way, the size was right in 40 of 42 patients in three trials that meant " +
        "three things by it, and from two trials an outcome nothing can be predicted for a third.",
    );
  });
});

/** Ratio, level and limits from logarithms. */
function ratioOf({ estimate, lower, upper }: Record<"estimate" | "lower" | "upper", number>) {
  return [Math.exp(estimate), 95, Math.exp(lower), Math.exp(upper)];
}
