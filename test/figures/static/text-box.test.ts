import { describe, expect, it } from "vitest";
import { textWidth } from "../../../src/figures/static/font.js";
import { property, textBox, textLength } from "../../../src/figures/static/text-box.js";
import { element } from "./svg-nodes.js";

const width = textWidth("leak", 10);

describe("textBox", () => {
  it("hangs a text on its anchor", () => {
    const at = (anchor: string) =>
      textBox(
        element(
          "text",
          { x: "100", y: "50", style: `font-size: 10px; text-anchor: ${anchor}` },
          "leak",
        ),
      )!;
    expect(at("start").left).toBe(100);
    expect(at("middle").left).toBeCloseTo(100 - width / 2, 10);
    expect(at("end").right).toBeCloseTo(100, 10);
    expect(at("start").top).toBeCloseTo(50 - 10.24, 10);
    expect(at("start").bottom).toBeCloseTo(54, 10);
  });

  it("takes size, weight and anchor from the groups around it", () => {
    const text = element("text", {}, "leak");
    element(
      "g",
      { style: "font-size: 20px; font-weight: 600" },
      element("g", { "text-anchor": "end" }, text),
    );
    expect(textBox(text)!.left).toBeCloseTo(-textWidth("leak", 20, 600), 10);
  });

  it("breaks lines at tspans with an x, and measures the longest", () => {
    const text = element(
      "text",
      { style: "font-size: 10px" },
      element("tspan", { x: "5", y: "0", dy: "0em" }, "leak"),
      element("tspan", { x: "5", y: "0", dy: "1.3em" }, "leak leak"),
    );
    const box = textBox(text)!;
    expect(box.right - box.left).toBeCloseTo(textWidth("leak leak", 10), 10);
    expect(box.bottom).toBeCloseTo(13 + 4, 10);
    expect(textLength(text)).toBeCloseTo(textWidth("leak leak", 10), 10);
  });

  it("sets runs of another size side by side", () => {
    const small = element("tspan", { style: "font-size:70%", dy: "0.3em" }, "2");
    const text = element("text", { style: "font-size: 10px" }, "leak", small, "\u200b");
    expect(textLength(text)).toBeCloseTo(width + textWidth("2", 7), 10);
  });

  it("is nothing without words", () => {
    expect(textBox(element("text", { x: "3" }))).toBeUndefined();
  });
});

describe("property", () => {
  it("prefers style to attribute and knows whole names only", () => {
    const node = element("text", {
      style: "x-font-size: 9px; font-size: 12px",
      "font-size": "8px",
      fill: "red",
    });
    expect(property(node, "font-size")).toBe("12px");
    expect(property(node, "fill")).toBe("red");
    expect(property(node, "size")).toBeUndefined();
  });
});
