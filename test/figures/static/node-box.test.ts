import { describe, expect, it } from "vitest";
import { ownBox, pageBox } from "../../../src/figures/static/node-box.js";
import { element } from "./svg-nodes.js";

const rect = { x: "1", y: "2", width: "10", height: "5" };

describe("ownBox", () => {
  it("leaves out the element's own transform and applies its children's", () => {
    const inner = element("rect", { ...rect, transform: "translate(100,0)" });
    expect(ownBox(inner)).toEqual({ left: 1, top: 2, right: 11, bottom: 7 });
    expect(ownBox(element("g", { transform: "translate(0,50)" }, inner))).toEqual({
      left: 101,
      top: 2,
      right: 111,
      bottom: 7,
    });
  });

  it("measures circles and paths, and skips what is not painted", () => {
    const circle = element("circle", { cx: "5", cy: "5", r: "2" });
    const hidden = element("rect", { ...rect, width: "900", style: "display: none" });
    const clip = element("clipPath", {}, element("rect", { ...rect, width: "900" }));
    const all = element("g", {}, circle, element("path", { d: "M0,0H4" }), hidden, clip);
    expect(ownBox(all)).toEqual({ left: 0, top: 0, right: 7, bottom: 7 });
    expect(ownBox(element("g", {}))).toBeUndefined();
  });
});

describe("pageBox", () => {
  it("applies every transform up to the page", () => {
    const inner = element("rect", { ...rect, transform: "scale(2)" });
    element("svg", {}, element("g", { transform: "translate(10,20)" }, inner));
    expect(pageBox(inner)).toEqual({ left: 12, top: 24, right: 32, bottom: 34 });
  });
});
