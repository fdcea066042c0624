import { describe, expect, it } from "vitest";
import {
  escapeMarkup,
  ID_PREFIX,
  nameIds,
  serialise,
} from "../../../src/figures/static/serialise.js";
import { element } from "./svg-nodes.js";

const write = (...nodes: Parameters<typeof serialise>[0][number][]): string =>
  serialise([element("svg", {}, ...nodes)], new Map());

describe("serialise", () => {
  it("rounds lengths to hundredths and leaves everything else as it is", () => {
    const path = element("path", {
      d: "M1.004999,2.005L-0.001-3.999",
      transform: "translate(441.16999999999996,0)",
      style: "fill: #1d4e79",
      class: "point",
      "data-index": "3",
    });
    expect(write(path)).toBe(
      '<path d="M1,2.01L0-4" transform="translate(441.17,0)" style="fill:#1d4e79"/>',
    );
  });

  it("renames clip paths in order of use and drops those that nobody uses", () => {
    const clip = (id: string) =>
      element("clipPath", { id }, element("rect", { width: "5", height: "6" }));
    const used = (id: string) =>
      element("g", { "clip-path": `url(#${id})` }, element("rect", { width: "5", height: "6" }));
    const svg = write(element("defs", {}, clip("a"), clip("b"), clip("c")), used("c"), used("a"));
    expect(svg).toContain(`<clipPath id="${ID_PREFIX}-1"><rect width="5" height="6"/></clipPath>`);
    expect(svg.match(/<clipPath/g)).toHaveLength(2);
    expect(svg.indexOf(`url(#${ID_PREFIX}-1)`)).toBeLessThan(svg.indexOf(`url(#${ID_PREFIX}-2)`));
  });

  it("leaves out what cannot be seen", () => {
    const svg = write(
      element("g", { class: "draglayer" }, element("rect", { width: "5", height: "5" })),
      element("rect", { width: "0", height: "5" }),
      element("rect", { width: "5", height: "5", style: "fill: none" }),
      element("rect", {
        width: "5",
        height: "5",
        style: "fill-opacity: 0; stroke: #000; stroke-width: 0px",
      }),
      element("path", { d: "M0,0" }),
      element("text", { x: "1" }),
      element("g", {}, element("g", { transform: "translate(0,0)" })),
      element("text", { style: "display: none" }, "hidden"),
    );
    expect(svg).toBe("");
  });

  it("keeps an outline without a fill", () => {
    const frame = element("rect", {
      width: "5",
      height: "5",
      style: "fill: none; stroke: #52606d",
    });
    expect(write(frame)).toContain("stroke:#52606d");
  });

  it("refers to nothing outside and escapes what it writes", () => {
    const svg = write(
      element("image", { href: "https://example.org/x.png", width: "5", height: "5" }),
      element(
        "a",
        { href: "https://example.org" },
        element("text", { x: "1" }, 'p < "0.05" & more'),
      ),
    );
    expect(svg).not.toContain("example.org");
    expect(svg).toContain('<text x="1">p &lt; &quot;0.05&quot; &amp; more</text>');
  });
});

describe("nameIds", () => {
  it("names by content", () => {
    const one = nameIds(`<g id="${ID_PREFIX}-1">a</g>`);
    expect(one).toMatch(/^<g id="fig-[0-9a-f]{10}-1">a<\/g>$/);
    expect(nameIds(`<g id="${ID_PREFIX}-1">b</g>`).slice(0, 22)).not.toBe(one.slice(0, 22));
  });
});

describe("escapeMarkup", () => {
  it("escapes what ends a text or a quoted value", () => {
    expect(escapeMarkup(`<a b="c">&amp;`)).toBe("&lt;a b=&quot;c&quot;&gt;&amp;amp;");
  });
});
