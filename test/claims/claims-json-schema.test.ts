import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { claimsJsonSchema } from "../../src/claims/claims-json-schema.js";
import { CLAIM_KINDS } from "../../src/claims/claims-schema.js";

const PATH = "datasets/published/claims.schema.json";

describe("claimsJsonSchema", () => {
  it("is what datasets/published/claims.schema.json holds", () => {
    const written = readFileSync(PATH, "utf8");
    const renew = `${PATH} is behind the schema in src/claims: run \`npm run build\`, \`node scripts/write-claims-schema.mjs\` and \`node scripts/hash-datasets.mjs\``;
    expect(written, renew).toBe(`${JSON.stringify(claimsJsonSchema(), null, 2)}\n`);
  });

  it("describes every kind, with the shapes of printed figures", () => {
    const { items } = claimsJsonSchema() as {
      items: { oneOf: { properties: Record<string, { const?: string; pattern?: string }> }[] };
    };
    expect(items.oneOf.map(({ properties }) => properties.kind!.const)).toEqual(CLAIM_KINDS);
    const size = new RegExp(items.oneOf[0]!.properties.n!.pattern!);
    expect([size.test("22"), size.test("2.5"), size.test("0")]).toEqual([true, false, false]);
  });
});
