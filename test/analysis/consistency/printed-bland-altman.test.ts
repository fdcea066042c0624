import { describe, expect, it } from "vitest";
import { printedBlandAltman } from "../../../src/analysis/index.js";
import { seeded } from "../../../src/numeric/index.js";
import { someRow } from "./made-intervals.js";
import { printed } from "./printing.js";

describe("printedBlandAltman", () => {
  it("takes the row of Bland and Altman's first paper, by 2 SD", () => {
    // Bland & Altman 1986: PEFR, 17 subjects, mean difference −2.1, SD 38.8, limits −79.7 to 75.5,
    // 95 % interval of the bias −22.0 to 17.8.
    const row = printedBlandAltman({
      bias: "-2.1",
      limits: ["-79.7", "75.5"],
      sd: "38.8",
      biasCi: ["-22.0", "17.8"],
      n: 17,
    });
    expect(row).toMatchObject({ standing: "symmetric", scale: "natural" });
    expect(row.multiplier).toMatchObject({ exact: ["2"], within: ["2"] });
    expect(row.biasInterval).toMatchObject({ standing: "symmetric", fit: "exact" });
    // R: qt(0.975, 16) / sqrt(17)
    expect(row.biasInterval!.expected!.t).toBeCloseTo(0.5141525568, 9);
  });

  it("tells 1.96, 2 and Student's multiplier apart as far as the print does", () => {
    const multiplier = (lower: string, upper: string) =>
      printedBlandAltman({ bias: "0.00", limits: [lower, upper], sd: "1.000", n: 12 }).multiplier!;
    expect(multiplier("-1.96", "1.96").exact).toEqual(["1.96"]);
    expect(multiplier("-2.00", "2.00").exact).toEqual(["2"]);
    expect(multiplier("-2.20", "2.20").exact).toEqual(["t"]); // qt(0.975, 11) = 2.201
    expect(multiplier("-2.29", "2.29").exact).toEqual(["t-prediction"]); // × sqrt(1 + 1/12) = 2.291
    expect(multiplier("-1.64", "1.64").within).toEqual(["1.645"]);
    expect(multiplier("-1.00", "1.00").within).toEqual([]);
  });

  it("reads limits of a ratio on the log scale", () => {
    const row = { bias: "1.02", limits: ["0.80", "1.30"] } as const;
    expect(printedBlandAltman(row)).toMatchObject({ standing: "symmetric", scale: "log" });
    expect(printedBlandAltman({ ...row, bias: "1.20" })).toMatchObject({ standing: "lopsided" });
  });

  it("names uneven and exchanged limits, and a lost sign", () => {
    expect(printedBlandAltman({ bias: "2.1", limits: ["-79.7", "75.5"] })).toMatchObject({
      standing: "lopsided",
      lostSign: { figure: "estimate", instead: "-2.1" },
    });
    expect(printedBlandAltman({ bias: "0.5", limits: ["3.0", "-2.0"] }).standing).toBe("swapped");
    expect(printedBlandAltman({ bias: "5.0", limits: ["-2.0", "3.0"] }).standing).toBe("outside");
    // Middle 0.05, which rounding moves by a twentieth at most: 0.1 is on the edge, 0.2 beyond.
    expect(printedBlandAltman({ bias: "0.2", limits: ["-2.0", "2.1"] }).standing).toBe("lopsided");
    expect(printedBlandAltman({ bias: "0.1", limits: ["-2.0", "2.1"] }).standing).toBe("symmetric");
  });

  it("finds the number of pairs behind an interval", () => {
    const limits = ["-79.7", "75.5"] as const;
    const { pairs } = printedBlandAltman({ bias: "-2.1", limits, biasCi: ["-22.0", "17.8"] })
      .biasInterval!;
    expect(pairs!.lower).toBeLessThanOrEqual(17);
    expect(pairs!.upper).toBeGreaterThanOrEqual(17);
    expect(pairs!.upper - pairs!.lower).toBeLessThan(5);
    const none = printedBlandAltman({ bias: "-2.1", limits, biasCi: ["-900.0", "895.8"] });
    expect(none.biasInterval!.pairs!.lower).toBeNaN();
  });

  it("refuses what is no row", () => {
    const row = { bias: "0", limits: ["-1", "1"] } as const;
    expect(() => printedBlandAltman({ ...row, sd: "-1" })).toThrow(
      'printedBlandAltman: needs an SD of at least 0; got "-1"',
    );
    expect(() => printedBlandAltman({ ...row, n: 1 })).toThrow("needs n of at least 2; got 1");
    expect(() => printedBlandAltman({ ...row, limits: ["-1"] as never })).toThrow("two limits");
  });

  it("never contradicts a row that was computed from pairs and rounded", () => {
    const random = seeded(20240618);
    const wrong: unknown[] = [];
    for (let i = 0; i < 100_000; i++) {
      const row = someRow(random);
      const { standing, multiplier, biasInterval } = printedBlandAltman(row);
      const isEven = standing === "symmetric" || standing === "within-rounding";
      const hasMultiplier = multiplier === undefined || multiplier.within.length > 0;
      const ofBias = biasInterval;
      const hasInterval =
        ofBias === undefined ||
        ((ofBias.standing === "symmetric" || ofBias.standing === "within-rounding") &&
          ofBias.fit !== "none" &&
          ofBias.fit !== "near" &&
          (ofBias.pairs === undefined ||
            (ofBias.pairs.lower <= row.truePairs && row.truePairs <= ofBias.pairs.upper)));
      if (!isEven || !hasMultiplier || !hasInterval) wrong.push(row);
    }
    expect(wrong).toEqual([]);
  });

  it("finds most rows whose SD was that of another column", () => {
    const random = seeded(20240619);
    let found = 0;
    for (let i = 0; i < 1000; i++) {
      const { sd: _, ...row } = someRow(random);
      const half = (Number(row.limits[1]) - Number(row.limits[0])) / 2;
      const got = printedBlandAltman({
        ...row,
        sd: printed((half / 1.96) * (1.3 + random.uniform()), 2, random),
      });
      if (got.multiplier?.within.length === 0) found++;
    }
    expect(found / 1000).toBeGreaterThan(0.6);
  });
});
