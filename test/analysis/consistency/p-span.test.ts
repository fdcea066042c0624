import { describe, expect, it } from "vitest";
import { pSpan } from "../../../src/analysis/consistency/p-span.js";
import { parsePrintedP } from "../../../src/analysis/index.js";

describe("pSpan", () => {
  it("tells the printed values from others that round to them", () => {
    const { bounds } = parsePrintedP("0.04"); // 0.035 to 0.045
    const range = { lower: 0.044, upper: 0.05 };
    expect(pSpan({ ...range, asPrinted: 0.0445 }, bounds)).toMatchObject({
      prints: true,
      agrees: true,
    });
    expect(pSpan({ ...range, asPrinted: 0.046 }, bounds)).toMatchObject({
      prints: false,
      agrees: true,
    });
    expect(pSpan({ lower: 0.046, upper: 0.05, asPrinted: 0.048 }, bounds).agrees).toBe(false);
  });

  it("agrees with everything when no p is printed, and never prints what is not defined", () => {
    const none = { lower: 0.1, upper: 0.2, asPrinted: Number.NaN };
    expect(pSpan(none, undefined)).toMatchObject({ prints: true, agrees: true });
    expect(pSpan(none, parsePrintedP("0.15").bounds)).toMatchObject({
      prints: false,
      agrees: true,
    });
  });
});
