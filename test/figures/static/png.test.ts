import { describe, expect, it } from "vitest";
import { renderPng } from "../../../src/figures/static/png.js";

const svg = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40" style="width:100%;max-width:120px;font-family:'Source Sans 3',sans-serif">${inner}</svg>`;

describe("renderPng", () => {
  it("is twice the drawing's size", () => {
    const png = Buffer.from(renderPng(svg('<rect width="120" height="40" fill="#fff"/>')));
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([240, 80]);
  });

  it("draws words in the bundled font, and the same words the same", () => {
    const words = '<text x="5" y="25" style="font-size:20px">0.05</text>';
    const drawn = Buffer.from(renderPng(svg(words)));
    expect(drawn.equals(Buffer.from(renderPng(svg(words))))).toBe(true);
    expect(drawn.equals(Buffer.from(renderPng(svg(""))))).toBe(false);
    expect(
      drawn.equals(Buffer.from(renderPng(svg(words.replace("20px", "20px;font-weight:600"))))),
    ).toBe(false);
  });
});
