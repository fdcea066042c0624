import { describe, expect, it } from "vitest";
import { expandShorthand } from "../../../src/notebook/kernel/shorthand.js";

describe("expandShorthand", () => {
  it.each([
    ["({ a, b: c })", "({ a: a, b: c })"],
    ["const o = { x: { a }, b };", "const o = { x: { a: a }, b: b };"],
    ["({ a = 1 } = o);", "({ a: a = 1 } = o);"],
    ["f({\n  a,\n  b,\n});", "f({\n  a: a,\n  b: b,\n});"],
    [`\`\${f({ a })}\``, `\`\${f({ a: a })}\``],
  ])("writes %s in full", (source, expanded) => {
    expect(expandShorthand(source)).toBe(expanded);
  });

  it.each([
    "const { a } = o;",
    "import { a } from 'ostia';",
    "interface A { a: number }",
    "function f({ a }: A) { return a; }",
    "({ a() {}, get b() { return 1; }, ...c })",
    "const text = '{ a }'; // { a }",
    "a + b",
  ])("leaves %s as it is", (source) => {
    expect(expandShorthand(source)).toBe(source);
  });

  it("keeps the number of lines of a source that does not parse", () => {
    const source = "const a = {\n  b,\n";
    expect(expandShorthand(source).split("\n")).toHaveLength(3);
  });
});
