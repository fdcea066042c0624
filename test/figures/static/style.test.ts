import { describe, expect, it } from "vitest";
import { parseStyle, writeStyle } from "../../../src/figures/static/style.js";

describe("writeStyle", () => {
  it("writes what differs from what is inherited, and passes it on", () => {
    const outer = new Map([["fill", "#000000"]]);
    const own = parseStyle("fill: rgb(29, 78, 121); fill-opacity: 1; opacity: 1; cursor: pointer");
    const { text, inherited } = writeStyle(own, outer);
    expect(text).toBe("fill:#1d4e79");
    expect(writeStyle(own, inherited).text).toBe("");
  });

  it("restores a default that an outer element changed", () => {
    const { inherited } = writeStyle(parseStyle("fill-opacity: 0.2; font-weight: bold"), new Map());
    const { text } = writeStyle(parseStyle("fill-opacity: 1; font-weight: normal"), inherited);
    expect(text).toBe("fill-opacity:1;font-weight:400");
  });

  it("keeps what is the element's own at each level", () => {
    const { text, inherited } = writeStyle(parseStyle("opacity: 0.5"), new Map());
    expect(text).toBe("opacity:0.5");
    expect(inherited.size).toBe(0);
  });
});
