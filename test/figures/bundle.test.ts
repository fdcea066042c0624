import { describe, expect, it } from "vitest";
import { markdown, mimeBundle } from "../../src/figures/bundle.js";
import { figure } from "../../src/figures/figure.js";
import { table } from "../../src/figures/table.js";

describe("mimeBundle", () => {
  it("gives a figure as SVG in HTML, as PNG at twice its size and in words", async () => {
    const spec = figure({
      data: [{ type: "scatter", x: [1, 2], y: [3, 4] }],
      text: "6\u00a0of\u00a09",
      width: 400,
      height: 200,
    });
    const bundle = await mimeBundle(spec, { alt: "Three and four" });
    expect(Object.keys(bundle)).toEqual(["text/html", "image/png", "text/plain"]);
    expect(bundle["text/html"]).toMatch(/^<div class="ostia-figure"><svg .*<\/svg><\/div>$/s);
    expect(bundle["text/html"]).toContain('aria-label="Three and four"');
    const png = Buffer.from(bundle["image/png"]!, "base64");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([800, 400]);
    expect(bundle["text/plain"]).toBe("6 of 9");
    expect(await mimeBundle(spec, { alt: "Three and four" })).toEqual(bundle);
  });

  it("gives a table as HTML, Markdown and text with ordinary spaces", async () => {
    const columns = [{ key: "n", label: "n" }];
    const bundle = await mimeBundle(table({ columns, rows: [{ n: "12\u202f345" }] }));
    expect(Object.keys(bundle)).toEqual(["text/html", "text/markdown", "text/plain"]);
    expect(bundle["text/html"]).toContain("12\u202f345");
    expect(bundle["text/plain"]).toBe("n\n------\n12 345");
  });

  it("gives prose as it is", async () => {
    expect(await mimeBundle(markdown("*p*\u00a0= 0.04"))).toEqual({
      "text/markdown": "*p*\u00a0= 0.04",
      "text/plain": "*p* = 0.04",
    });
  });
});
