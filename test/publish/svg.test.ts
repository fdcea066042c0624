import { describe, expect, it } from "vitest";
import { figureHtml } from "../../src/publish/svg.js";

const DRAWING = `<div class="ostia-figure"><svg width="9" role="graphics" aria-label="old"><style>#c{display:none}.x{fill:#abcdef}</style><defs><clipPath id="c"><rect/></clipPath><linearGradient id="g"/></defs><g clip-path="url(#c)"/><path style="fill: url(&quot;#g&quot;)"/><use xlink:href="#c"/><a href="#elsewhere">x</a></svg></div>`;

describe("figureHtml", () => {
  it("keeps two drawings of the same code apart", () => {
    const first = figureHtml(DRAWING, "fig-a", "A");
    const second = figureHtml(DRAWING, "fig-b", "B");
    const ids = [...`${first}${second}`.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(ids).toEqual(["fig-a-c", "fig-a-g", "fig-b-c", "fig-b-g"]);
  });

  it("changes every reference with its identifier, and no other", () => {
    const html = figureHtml(DRAWING, "fig-a", "A");
    expect(html).toContain('clip-path="url(#fig-a-c)"');
    expect(html).toContain("<style>#fig-a-c{display:none}.x{fill:#abcdef}</style>");
    expect(html).toContain("url(&quot;#fig-a-g&quot;)");
    expect(html).toContain('xlink:href="#fig-a-c"');
    expect(html).toContain('href="#elsewhere"');
  });

  it("makes the drawing one image with the alternative text for a name", () => {
    const html = figureHtml(DRAWING, "fig-a", 'Two "arms" & a line');
    expect(html).toContain(
      '<svg width="9" role="img" aria-label="Two &quot;arms&quot; &amp; a line">',
    );
    expect(html).not.toContain("old");
  });

  it("leaves HTML without identifiers alone", () => {
    expect(figureHtml("<p>text</p>", "fig-a", "A")).toBe("<p>text</p>");
  });
});
