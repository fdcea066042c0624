import { describe, expect, it } from "vitest";
import { resultTable } from "../../src/figures/result-table.js";

const estimate = (value: number, half: number, level = 0.95) => ({
  value,
  ci: { lower: value - half, upper: value + half, level },
});

describe("resultTable", () => {
  const spec = resultTable(
    [
      { key: "name", label: "Predictor", kind: "text" },
      { key: "n", label: "Patients", kind: "count" },
      { key: "bias", label: "Bias", kind: "estimate", unit: "mm" },
      { key: "sens", label: "Sensitivity", kind: "estimate", percent: true, decimals: 0 },
      { key: "p", label: "p", kind: "p" },
    ],
    [
      {
        name: "3D model",
        n: 12055,
        bias: estimate(0.4, 0.3),
        sens: estimate(0.8, 0.1),
        p: 0.00001,
      },
      { name: "TOE", n: 55, bias: estimate(12.34, 2), sens: undefined, p: 0.0412 },
    ],
  );
  const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");

  it("puts unit and level into the head", () => {
    expect(spec.columns.map(({ label }) => plain(label))).toEqual([
      ...["Predictor", "Patients", "Bias, mm (95 % CI)", "Sensitivity, % (95 % CI)", "p"],
    ]);
    expect(spec.rowHeader).toBe("name");
  });

  it("prints the same decimals throughout a column, and no p of 0.000", () => {
    expect(spec.rows.map((row) => plain(row.bias!))).toEqual([
      "0.4 (0.1 to 0.7)",
      "12.3 (10.3 to 14.3)",
    ]);
    expect(spec.rows.map((row) => plain(row.p!))).toEqual(["< 0.001", "0.041"]);
    expect(spec.rows.map((row) => plain(row.n!))).toEqual(["12 055", "55"]);
    expect(spec.rows.map((row) => plain(row.sens!))).toEqual(["80 (70 to 90)", "–"]);
  });

  it("refuses a cell of another kind, and two levels in one column", () => {
    const columns = [{ key: "e", label: "E", kind: "estimate" as const }];
    expect(() => resultTable(columns, [{ e: 3 }])).toThrow(
      'needs estimate in "e", row 0; got a number',
    );
    const mixed = [{ e: estimate(1, 1) }, { e: estimate(1, 1, 0.9) }];
    expect(() => resultTable(columns, mixed)).toThrow('needs one level in "e"; got 0.95 and 0.9');
    expect(() => resultTable(columns, [])).toThrow("needs a row; got none");
  });
});
