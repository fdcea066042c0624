import { describe, expect, it } from "vitest";
import { drawSheet, plotlyText, wrap } from "../../src/figures/sheet.js";
import { textWidth } from "../../src/figures/static/font.js";

const plot = { left: 100, right: 500, top: 40, bottom: 140 };

describe("wrap", () => {
  it("breaks at spaces and keeps every word", () => {
    const text = "Accuracy, which is the share of all patients classified rightly";
    const lines = wrap(text, 160, 14);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(" ")).toBe(text);
    for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(160);
  });

  it("leaves a longer word and a non-breaking space whole", () => {
    expect(wrap("a transoesophageal b", 30, 14)).toEqual(["a", "transoesophageal", "b"]);
    expect(wrap("95\u00a0%\u00a0CI", 5, 14)).toEqual(["95\u00a0%\u00a0CI"]);
    expect(wrap("", 100, 14)).toEqual([""]);
  });
});

describe("drawSheet", () => {
  const axis = {
    type: "log",
    range: [0.001, 1],
    ticks: { values: [0.1], labels: ["<0.1"] },
  } as const;
  const { data, layout } = drawSheet({
    width: 600,
    height: 200,
    plot,
    axis,
    traces: [],
    texts: [{ x: 8, y: 20, lines: ["p < 0.05", "& more"], align: "right" }],
  });

  it("makes one unit of y one pixel from the top", () => {
    expect(layout.yaxis).toMatchObject({ range: [140, 40], domain: [1 - 140 / 200, 1 - 40 / 200] });
    expect(layout.yaxis2).toMatchObject({ range: [200, 0], domain: [0, 1] });
    expect(layout.xaxis2).toMatchObject({ range: [0, 600], domain: [0, 1] });
  });

  it("gives a logarithmic axis its exponents", () => {
    expect(layout.xaxis).toMatchObject({
      type: "log",
      range: [-3, 0],
      domain: [100 / 600, 500 / 600],
    });
  });

  it("writes all words as one trace, markup escaped", () => {
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      mode: "text",
      text: ["p &lt; 0.05<br>&amp; more"],
      textposition: ["middle left"],
    });
    expect((layout.xaxis as { ticktext: string[] }).ticktext).toEqual(["&lt;0.1"]);
    expect(plotlyText("<b>&</b>")).toBe("&lt;b&gt;&amp;&lt;/b&gt;");
  });
});
