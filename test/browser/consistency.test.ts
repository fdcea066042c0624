import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkClaims } from "../../src/claims/index.js";
import { readClaims } from "../../src/claims/read-claims.js";
import { consistencyDocument } from "../../src/publish/consistency-document.js";
import { publish } from "../../src/publish/publish.js";
import { publishedFrom } from "../../src/publish/published.js";
import { raw } from "../claims/claim-files.js";
import { type FixtureProject, fixtureProject } from "../publish/fixtures/project.js";
import {
  axeFindings,
  chromiumPath,
  openPage,
  pageNames,
  type Scheme,
  siteUnderTest,
  startBrowser,
} from "./site.js";

const VIEWS = [360, 1440].flatMap((width) =>
  (["light", "dark"] as const).map((scheme: Scheme) => ({ width, scheme })),
);

/** A figure is of few words in these reports; others may take two sheets. */
const SHORT_TEXT = 3500; // characters

const LONG = "w".repeat(90);
const HOSTILE = "<script>document.title = 'hacked'</script>";
const FOREIGN = [
  raw("sample-size", { id: `${HOSTILE}/n/text`, study: HOSTILE, label: HOSTILE, n: "22" }),
  raw("sample-size", { id: `${HOSTILE}/n/t2`, study: HOSTILE, source: LONG, label: LONG, n: "29" }),
  raw("statement", { id: `${LONG}/a/b`, study: LONG, source: HOSTILE, value: LONG, note: LONG }),
  ...Array.from({ length: 12 }, (_, i) =>
    raw("proportion", {
      id: `s${i}/a/b`,
      study: `s${i}`,
      source: `source ${i}`,
      n: "29",
      percent: "95",
    }),
  ),
];

describe.skipIf(chromiumPath === undefined)("consistency reports in Chromium", () => {
  let project: FixtureProject | undefined;
  let browser: Browser;
  let site: string;
  let folder: string;
  beforeAll(async () => {
    site = await siteUnderTest(async () => {
      project = fixtureProject("consistency");
      return (await publish(project.root, { stale: [] })).site;
    });
    folder = mkdtempSync(join(tmpdir(), "ostia-document-"));
    for (const [name, claims] of [
      ["review", undefined],
      ["foreign", FOREIGN],
    ] as const) {
      const path = claims ? join(folder, "claims.json") : "datasets/published/claims.json";
      if (claims) writeFileSync(path, JSON.stringify(claims));
      const read = readClaims(path);
      const html = consistencyDocument(publishedFrom(path, read, checkClaims(read)));
      writeFileSync(join(folder, `${name}.html`), html);
    }
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    project?.remove();
    rmSync(folder, { recursive: true });
  });

  const sheets = (): readonly string[] =>
    pageNames(site).filter((name) => name.startsWith("consistency-"));

  /** How many sheets of A4 a page takes. */
  async function sheetsOf(in_: string, name: string): Promise<{ sheets: number; text: number }> {
    const open = await openPage(browser, in_, name);
    const text = (await open.page.locator("main").textContent()) ?? "";
    const pdf = await open.page.pdf({ format: "A4", preferCSSPageSize: true });
    await open.close();
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? [];
    return { sheets: pages.length, text: text.length };
  }

  it("prints a report of few figures on one sheet, and no blank one after it", async () => {
    expect(sheets().length).toBeGreaterThan(0);
    for (const name of sheets()) {
      const printed = await sheetsOf(site, name);
      if (printed.text < SHORT_TEXT) expect(printed.sheets, name).toBe(1);
    }
  });

  it("begins each study on a sheet of its own in the document of a file", async () => {
    const { sheets: count } = await sheetsOf(folder, "foreign");
    expect(count).toBeGreaterThanOrEqual(1 + 14 + 1);
  });

  it("asks authors in words that stand out, and hides what paper cannot follow", async () => {
    const open = await openPage(browser, site, sheets()[0]!);
    await open.page.emulateMedia({ media: "print" });
    for (const hidden of ["nav.site-nav", ".site-footer", ".ways-on"]) {
      expect(await open.page.locator(hidden).first().isVisible(), hidden).toBe(false);
    }
    expect(await open.page.locator("h1").isVisible()).toBe(true);
    await open.close();
  });

  it.each(VIEWS)(
    "is one document that loads nothing, fits and is accessible at $width px, $scheme",
    async ({ width, scheme }) => {
      for (const name of ["review", "foreign"]) {
        const open = await openPage(browser, folder, name, { width, scheme });
        const { page } = open;
        await page.$$eval("details", (all) => {
          for (const details of all) (details as HTMLDetailsElement).open = true;
        });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          width,
        );
        expect(await axeFindings(page)).toEqual([]);
        expect(await page.title()).toContain("Consistency of the figures in claims.json");
        expect(open.trouble).toEqual([]);
        await open.close();
      }
    },
  );

  it("is whole without JavaScript, and its numbers lead to their figures", async () => {
    const open = await openPage(browser, folder, "review", { javaScript: false });
    const number = open.page.locator("table.matrix a.verdict").first();
    const target = (await number.getAttribute("href"))!.slice(1);
    await number.click();
    expect(open.page.url()).toContain(target);
    expect(await open.page.locator(`[id="${target}"]`).isVisible()).toBe(true);
    await open.close();
  });
});
