import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { checkClaims } from "../../src/claims/index.js";
import { readClaims } from "../../src/claims/read-claims.js";
import { consistencyDocument } from "../../src/publish/consistency-document.js";
import { publishedFrom } from "../../src/publish/published.js";
import { raw } from "../claims/claim-files.js";
import { fileWith } from "../data/in-folder.js";

const { JSDOM } = createRequire(import.meta.url)("jsdom") as {
  JSDOM: new (html: string) => { readonly window: { readonly document: Document } };
};

function documentOf(path: string): string {
  const claims = readClaims(path);
  return consistencyDocument(publishedFrom(path, claims, checkClaims(claims)));
}

const X = `<script>alert("&")</script><img src=x onerror='y'>`;
const HOSTILE = [
  raw("sample-size", { id: `${X}/n/text`, study: X, source: "text", label: X, n: "22" }),
  raw("sample-size", { id: `${X}/n/${"x".repeat(9)}`, study: X, source: X, label: X, n: "29" }),
  raw("two-means", {
    id: `${X}/t/text`,
    study: X,
    label: X,
    unit: X,
    note: X,
    test: X,
    arms: [X, `${X}2`],
    n: ["20", "20"],
    mean: ["5.0", "5.1"],
    sd: ["1.0", "1.1"],
    p: "0.001",
  }),
  raw("effect", { id: `${X}/e/text`, study: X, measure: X, estimate: "2.0", ci: ["2.5", "3.6"] }),
  raw("statement", { id: `${X}/s/text`, study: X, [X]: X, value: X, arms: [X, { X }] }),
];

describe("consistencyDocument", () => {
  const review = documentOf("datasets/published/claims.json");
  const hostile = documentOf(fileWith(JSON.stringify(HOSTILE), "claims.json"));

  it("has the matrix, a report for each study, every check, and the works it cites", () => {
    expect(review).toContain("<h1>Consistency of the figures in claims.json</h1>");
    expect(review).toContain("71 figures of 9 studies");
    expect(review.match(/<section class="study-report"/g)).toHaveLength(9);
    expect(review.match(/<tr role="row" id="claim-/g)).toHaveLength(71);
    expect(review).toContain("Hell MM, Achenbach S");
    expect(review).toContain('<li id="ref-brown2017">Brown NJL, Heathers JAJ. The GRIM test');
  });

  it.each([
    ["the review's", () => review],
    ["hostile", () => hostile],
  ])("asks for nothing outside itself and needs no script, with %s claims", (_, html) => {
    const { document } = new JSDOM(html()).window;
    const loads = "script, link, img, iframe, object, embed, base, form, [src], [srcset], [style]";
    expect([...document.querySelectorAll(loads)].map(({ outerHTML }) => outerHTML)).toEqual([]);
    const names = [...document.querySelectorAll("*")].flatMap((element) =>
      element.getAttributeNames(),
    );
    expect(names.filter((name) => name.startsWith("on"))).toEqual([]);
    expect(html().match(/url\((?!"data:)/)).toBeNull();
    expect(html().match(/@import/)).toBeNull();
  });

  it.each([
    ["the review's", () => review],
    ["hostile", () => hostile],
  ])("has no identifier twice, and every link leads to one, with %s claims", (_, html) => {
    const { document } = new JSDOM(html()).window;
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const hrefs = [...document.querySelectorAll("a")].map((a) => a.getAttribute("href")!);
    expect(hrefs.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  });

  it("allows its own style alone", () => {
    const [, css = ""] = /<style>([^<]*)<\/style>/.exec(review) ?? [];
    const hash = createHash("sha256").update(css).digest("base64");
    const { document } = new JSDOM(review).window;
    const policy = document.querySelector("meta[http-equiv]")!.getAttribute("content");
    expect(policy).toContain(`default-src 'none'; style-src 'sha256-${hash}'; font-src data:;`);
  });

  it("prints the texts of a claims file as they are", () => {
    const { document } = new JSDOM(hostile).window;
    expect(document.querySelector(".study-report h2")!.textContent).toBe(X);
    expect(document.querySelector("tbody th[scope='row']")!.textContent).toContain(X);
  });

  it("gives the same bytes twice", () => {
    expect(documentOf("datasets/published/claims.json") === review).toBe(true);
  });

  it("takes an empty file, and the smallest", () => {
    expect(documentOf(fileWith("[]", "claims.json"))).toContain("There is no figure in this file.");
    const one = documentOf(
      fileWith(JSON.stringify([raw("sample-size", { n: "9" })]), "claims.json"),
    );
    expect(one).toContain("1 figure of 1 study,");
  });
});
