import { describe, expect, it } from "vitest";
import { citationLink, claimAnchor, linkedMessage } from "../../src/publish/claim-links.js";
import { checked, linksTo } from "./checked.js";

describe("claimAnchor", () => {
  it("keeps what can stand in an address and tells every id from every other", () => {
    expect(claimAnchor("hell-2017/n-3d/text")).toBe("claim-hell-2017/n-3d/text");
    const ids = [
      "a/b/c",
      "a/b-c",
      "a/b c",
      "a/b_c",
      "a/b_20_c",
      "a/b.c",
      "縮/n/t",
      "宿/n/t",
      "a/\ud800/b",
    ];
    const anchors = ids.map(claimAnchor);
    expect(new Set(anchors).size).toBe(ids.length);
    for (const anchor of anchors) expect(anchor).toMatch(/^claim-[\w/-]+$/);
  });
});

describe("linkedMessage", () => {
  const other = checked("s/n/review-table", "29", []);
  const links = linksTo([other]);

  it("names another claim by where it is printed, with a link to its row", () => {
    const message = "n is 22 here and 29 in s/n/review-table (review-table); see s/n/review-table.";
    const link = '<a href="claims.html#claim-s/n/review-table">review, table</a>';
    expect(linkedMessage({ message, otherClaim: "s/n/review-table" }, links)).toBe(
      `n is 22 here and 29 in ${link}; see ${link}.`,
    );
  });

  it("leaves ids that are no claims, and takes no text for markup or for a pattern", () => {
    const message = "p = 0.1 <b> 5 % of $& s/n/none";
    expect(linkedMessage({ message, otherClaim: "s/n/none" }, links)).toBe(
      "p\u00a0=\u00a00.1 &lt;b&gt; 5\u00a0% of $&amp; s/n/none",
    );
    const odd = checked("s/n/$&<i>", "29", []);
    const html = linkedMessage(
      { message: "in s/n/$&<i>", otherClaim: "s/n/$&<i>" },
      linksTo([odd]),
    );
    expect(html).toBe('in <a href="claims.html#claim-s/n/_24__26__3c_i_3e_">$&amp;&lt;i&gt;</a>');
  });
});

describe("citationLink", () => {
  it("leads to the list where it holds the work, and names it elsewhere", () => {
    expect(citationLink(linksTo([]), "brown2017")).toBe(
      '<a class="cite" href="claims.html#ref-brown2017">Brown &amp; Heathers 2017</a>',
    );
    const unlisted = linksTo([], { listed: new Set() });
    expect(citationLink(unlisted, "brown2017")).toBe("Brown &amp; Heathers 2017");
    expect(citationLink(unlisted, "<x>")).toBe("&lt;x&gt;");
  });
});
