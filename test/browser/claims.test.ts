import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publish } from "../../src/publish/publish.js";
import { type FixtureProject, fixtureProject } from "../publish/fixtures/project.js";
import { chromiumPath, type OpenPage, openPage, siteUnderTest, startBrowser } from "./site.js";

describe.skipIf(chromiumPath === undefined)("the filter of published figures in Chromium", () => {
  let project: FixtureProject | undefined;
  let browser: Browser;
  let site: string;
  let open: OpenPage;
  beforeAll(async () => {
    site = await siteUnderTest(async () => {
      project = fixtureProject("claims");
      return (await publish(project.root, { stale: [] })).site;
    });
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    project?.remove();
  });

  const shown = (page: Page): Promise<{ study: string; verdict: string; text: string }[]> =>
    page.$$eval("table.claims tbody tr", (rows) =>
      rows
        .filter((row) => (row as HTMLElement).offsetParent !== null)
        .map((row) => ({
          study: (row as HTMLElement).dataset.study ?? "",
          verdict: (row as HTMLElement).dataset.verdict ?? "",
          text: row.textContent?.toLowerCase() ?? "",
        })),
    );
  const told = (page: Page): Promise<string | null> => page.locator("#claim-count").textContent();
  const fragment = (page: Page): string => page.url().split("#")[1] ?? "";

  /** Moves the focus on with the Tab key until it is on what the selector names. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((css) => document.activeElement?.matches(css), selector)) return;
    }
    throw new Error(`Tab never reaches ${selector}`);
  }

  it("works by keyboard alone, tells the count and keeps its state in the address", async () => {
    open = await openPage(browser, site, "claims");
    const { page } = open;
    const all = await shown(page);
    expect(await told(page)).toBe(`${all.length} published figures`);

    await tabTo(page, "#filter-study");
    await page.keyboard.press("ArrowDown");
    const study = await page.locator("#filter-study").inputValue();
    expect(study).not.toBe("");
    const ofStudy = await shown(page);
    expect(ofStudy).toEqual(all.filter((row) => row.study === study));
    expect(await told(page)).toBe(`${ofStudy.length} of ${all.length} published figures`);

    const verdict = ofStudy[0]!.verdict;
    await tabTo(page, `input[value="${verdict}"]`);
    await page.keyboard.press("Space");
    expect(await shown(page)).toEqual(ofStudy.filter((row) => row.verdict === verdict));
    expect(fragment(page)).toBe(`study=${study}&verdict=${verdict}`);

    await tabTo(page, 'button[type="reset"]');
    await page.keyboard.press("Enter");
    expect(await shown(page)).toHaveLength(all.length);
    expect(fragment(page)).toBe("");
    expect(open.trouble).toEqual([]);
    await open.close();
  });

  it("finds words in any column, whatever their case, also across unbreakable spaces", async () => {
    open = await openPage(browser, site, "claims");
    const { page } = open;
    const all = await shown(page);
    await page.locator("#filter-text").fill("PATIENTS n = 22");
    const found = await shown(page);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(all.length);
    for (const { text } of found) expect(text).toContain("patients");
    await page.locator("#filter-text").press("Enter");
    expect(page.url()).toContain("claims.html#text=PATIENTS");
    await page.locator("#filter-text").fill("no such words anywhere");
    expect(await told(page)).toBe(`0 of ${all.length} published figures`);
    await open.close();
  });

  it("opens as the address says, and ignores what it does not know", async () => {
    open = await openPage(browser, site, "claims", { fragment: "#study=hell-2017&text=size" });
    const rows = await shown(open.page);
    expect(rows.length).toBeGreaterThan(0);
    for (const { study, text } of rows) {
      expect(study).toBe("hell-2017");
      expect(text).toContain("size");
    }
    await open.close();
    open = await openPage(browser, site, "claims", { fragment: "#study=nobody&verdict=perhaps" });
    expect(await told(open.page)).toMatch(/^\d+ published figures$/);
    expect(open.trouble).toEqual([]);
    await open.close();
  });

  it("is the plain full table without JavaScript", async () => {
    const scripted = await openPage(browser, site, "claims");
    const rows = (await shown(scripted.page)).length;
    await scripted.close();
    open = await openPage(browser, site, "claims", { javaScript: false });
    expect(await open.page.locator("table.claims tbody tr").count()).toBe(rows);
    expect(await open.page.locator("#claim-filter").isVisible()).toBe(false);
    expect(await open.page.locator("table.claims tbody tr").last().isVisible()).toBe(true);
    await open.close();
  });
});
