import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FAMILIES } from "./geometry-reference/families.js";
import { faultOf, pathOf, readFamily } from "./geometry-reference/reference.js";

let numbers = 0;

describe("src/geometry against VTK, scikit-image and scipy", () => {
  for (const { file, cases } of FAMILIES) {
    const json = readFamily(file);
    if (json === undefined) continue;
    describe(file, () => {
      for (const { name, files, run } of cases(json)) {
        const missing = files.filter((key) => !existsSync(pathOf(key)));
        it.skipIf(missing.length > 0)(
          missing.length > 0 ? `${name} (without ${missing.join(", ")})` : name,
          async () => {
            const compared = await run();
            numbers += compared.length;
            expect(compared.length).toBeGreaterThan(0);
            expect(compared.map(faultOf).filter((fault) => fault !== undefined)).toEqual([]);
          },
        );
      }
    });
  }

  it("held numbers against the reference", () => {
    console.log(`geometry reference: ${numbers} numbers`);
    expect(numbers).toBeGreaterThan(0);
  });
});
