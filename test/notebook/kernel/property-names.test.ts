import { describe, expect, it } from "vitest";
import { spellOutProperties } from "../../../src/notebook/kernel/property-names.js";

describe("spellOutProperties", () => {
  it.each([
    ["({ a, b: c })", "({ a: a, b: c })"],
    ["const o = { x: { a }, b };", "const o = { x: { a: a }, b: b };"],
    ["({ a = 1 } = o);", "({ a: a = 1 } = o);"],
    ["f({\n  a,\n  b,\n});", "f({\n  a: a,\n  b: b,\n});"],
    [`\`\${f({ a })}\``, `\`\${f({ a: a })}\``],
  ])("writes %s in full", (source, expanded) => {
    expect(spellOutProperties(source)).toBe(expanded);
  });

  it.each([
    ["const { a: b } = o;", 'const { "a": b } = o;'],
    ["xs.map(({ a: { b, c } }) => b)", 'xs.map(({ "a": { b, c } }) => b)'],
    ["({ a: b, c: [{ d: e }] } = o);", '({ "a": b, "c": [{ "d": e }] } = o);'],
  ])("quotes the properties of the pattern in %s", (source, quoted) => {
    expect(spellOutProperties(source)).toBe(quoted);
  });

  it.each([
    "const { a } = o;",
    "import { a } from 'ostia';",
    "interface A { a: number }",
    "function f({ a }: A) { return a; }",
    "const { 'a': b } = o; const { [c]: d } = o;",
    "f({ a: b }); const o = { a: { b: c } }; o.a = { b: c };",
    "({ a() {}, get b() { return 1; }, ...c })",
    "const text = '{ a }'; // { a }",
    "a + b",
  ])("leaves %s as it is", (source) => {
    expect(spellOutProperties(source)).toBe(source);
  });

  it("keeps the number of lines of a source that does not parse", () => {
    const source = "const a = {\n  b,\n";
    expect(spellOutProperties(source).split("\n")).toHaveLength(3);
  });
});
