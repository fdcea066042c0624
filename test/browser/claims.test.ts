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

  type Row = { study: string; source: string; verdict: string; text: string };
  const shown = (page: Page): Promise<Row[]> =>
    page.$$eval("table.claims tbody tr", (rows) =>
      rows
        .filter((row) => (row as HTMLElement).offsetParent !== null)
        .map((row) => ({
          study: (row as HTMLElement).dataset.study ?? "",
          source: (row as HTMLElement).dataset.source ?? "",
          verdict: (row as HTMLElement).dataset.verdict ?? "",
          text: row.textContent?.toLowerCase() ?? "",
        })),
    );
  const told = (page: Page): Promise<string | null> => page.locator("#claim-count").textContent();
  const fragment = (page: Page): string => page.url().split("#")[1] ?? "";

  /** Moves the focus on with the Tab key until it is on what the selector names. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let i = 0; i < 120; i++) {
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

  it("filters by a number of the matrix: its study, source and verdict, as many rows as it counts", async () => {
    open = await openPage(browser, site, "claims");
    const { page } = open;
    const all = await shown(page);
    const numbers = page.locator("table.matrix a.verdict");
    for (const i of [0, Math.floor((await numbers.count()) / 2), (await numbers.count()) - 1]) {
      const number = numbers.nth(i);
      await number.click();
      const state = new URLSearchParams(fragment(page));
      const rows = all.filter(
        ({ study, source, verdict }) =>
          (state.get("study") ?? study) === study &&
          (state.get("source") ?? source) === source &&
          state.get("verdict") === verdict,
      );
      expect(rows.length).toBe(Number(/\d+/.exec((await number.textContent()) ?? "")?.[0]));
      expect(await shown(page)).toEqual(rows);
      expect(await page.locator("table.matrix a[aria-current]").count()).toBe(1);
      expect(await number.getAttribute("aria-current")).toBe("true");
    }
    expect(open.trouble).toEqual([]);
    await open.close();
  });

  it("goes on where a number leads: at the filter, with the table next on the keyboard", async () => {
    open = await openPage(browser, site, "claims");
    const { page } = open;
    await tabTo(page, "table.matrix a.verdict");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "claim-count");
    const inView = (): Promise<boolean> =>
      page.evaluate(() => {
        const { top, bottom } = document.getElementById("claim-count")!.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    await expect.poll(inView, { timeout: 5000 }).toBe(true);
    await page.keyboard.press("Tab");
    expect(
      await page.evaluate(() => document.activeElement?.closest("table.claims") !== null),
    ).toBe(true);
    await open.close();
  });

  it("filters by the source, beside the study", async () => {
    open = await openPage(browser, site, "claims");
    const { page } = open;
    const all = await shown(page);
    await page.locator("#filter-source").selectOption("review-table");
    const rows = await shown(page);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toEqual(all.filter(({ source }) => source === "review-table"));
    expect(fragment(page)).toBe("source=review-table");
    await open.close();
  });

  it("shows the matrix in numbers on a wide screen and with their words on a phone", async () => {
    const size = async (width: number): Promise<number> => {
      open = await openPage(browser, site, "claims", { width });
      const box = await open.page.locator("table.matrix .word").first().boundingBox();
      await open.close();
      return box?.width ?? 0;
    };
    expect(await size(1440)).toBeLessThan(2);
    expect(await size(360)).toBeGreaterThan(30);
  });
});
