import { describe, expect, it } from "vitest";
import {
  attribute,
  byFormat,
  escapeHtml,
  escapeMarkdown,
  fencedBlock,
  fencedDiv,
  plainText,
} from "../../src/publish/markup.js";

describe("escapeHtml", () => {
  it("escapes what would be markup, also within an attribute", () => {
    expect(escapeHtml('a < b & "c" > d')).toBe("a &lt; b &amp; &quot;c&quot; &gt; d");
  });
});

describe("escapeMarkdown", () => {
  it("leaves no character that pandoc could take for markup", () => {
    expect(escapeMarkdown("*a* _b_ [c](d) @e $f$ <g> ~h~ ^i^ | {j}")).toBe(
      "\\*a\\* \\_b\\_ \\[c\\]\\(d\\) \\@e \\$f\\$ \\<g\\> \\~h\\~ \\^i\\^ \\| \\{j\\}",
    );
  });

  it("keeps the text on one line", () => {
    expect(escapeMarkdown("one\n  two")).toBe("one two");
  });
});

describe("attribute", () => {
  it("quotes a value for a fenced div", () => {
    expect(attribute('say "so" \\ now\n')).toBe('"say \\"so\\" \\\\ now"');
  });
});

describe("fencedBlock", () => {
  it("takes a fence that no line of the text can close", () => {
    expect(fencedBlock("{.output}", "a ````` b")).toBe("`````` {.output}\na ````` b\n``````\n");
  });

  it("does not add an empty line to text that ends its last", () => {
    expect(fencedBlock("{.output}", "a\n")).toBe("``` {.output}\na\n```\n");
  });
});

describe("byFormat", () => {
  it("gives web pages the one and all other formats the other", () => {
    expect(byFormat("WEB\n", "PAPER\n")).toBe(
      '::: {.content-visible when-format="html"}\nWEB\n:::\n\n::: {.content-hidden when-format="html"}\nPAPER\n:::\n',
    );
  });
});

describe("fencedDiv", () => {
  it("has a longer fence outside than inside", () => {
    expect(fencedDiv(".a", [fencedDiv(".b", ["x\n"], 1)])).toBe(
      ":::::: {.a}\n::::: {.b}\nx\n:::::\n::::::\n",
    );
  });
});

describe("plainText", () => {
  it("takes the marks out of a caption", () => {
    expect(plainText("**Bold** and *n* = 16, `code`, [a link](x.html) [@key] 5 \\* 3")).toBe(
      "Bold and n = 16, code, a link 5 * 3",
    );
  });
});
