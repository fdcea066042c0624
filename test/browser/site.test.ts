import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publish } from "../../src/publish/publish.js";
import { type FixtureProject, fixtureProject } from "../publish/fixtures/project.js";
import {
  axeFindings,
  chromiumPath,
  type OpenPage,
  openPage,
  pageNames,
  type Scheme,
  siteUnderTest,
  startBrowser,
} from "./site.js";

const WIDTHS = [360, 1440] as const;
const SCHEMES: readonly Scheme[] = ["light", "dark"];

// The reports are found by name when the site stands; these four are in every site.
describe.skipIf(chromiumPath === undefined)("the site in Chromium", () => {
  let project: FixtureProject | undefined;
  let browser: Browser;
  let site: string;
  let names: readonly string[];
  beforeAll(async () => {
    site = await siteUnderTest(async () => {
      project = fixtureProject("browser");
      return (await publish(project.root, { stale: [] })).site;
    });
    names = pageNames(site);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    project?.remove();
  });

  /** Opens every page in turn and gathers what `look` finds. */
  async function onEveryPage(
    options: { width?: number; scheme?: Scheme; javaScript?: boolean },
    look: (open: OpenPage) => Promise<readonly string[]>,
  ): Promise<readonly string[]> {
    const found: string[] = [];
    for (const name of names) {
      const open = await openPage(browser, site, name, options);
      found.push(...(await look(open)).map((text) => `${name}: ${text}`));
      await open.close();
    }
    return found;
  }

  it("has an index, reports, the published figures and a colophon", () => {
    expect(names).toEqual(expect.arrayContaining(["claims", "colophon", "index"]));
    expect(names.length).toBeGreaterThan(3);
  });

  it.each(SCHEMES)("loads every page in silence from its folder alone, %s", async (scheme) => {
    expect(await onEveryPage({ scheme }, async ({ trouble }) => trouble)).toEqual([]);
  });

  it("leads from every link within the site to something that is there", async () => {
    const places = new Set<string>();
    const links: string[] = [];
    await onEveryPage({}, async ({ page }) => {
      const [address = ""] = page.url().split("#");
      const ids = await page.$$eval("[id]", (all) => all.map(({ id }) => id));
      for (const id of ["", ...ids]) places.add(`${address}#${id}`);
      const hrefs = await page.$$eval("a[href]:not([aria-hidden])", (all) =>
        all.map((a) => (a as HTMLAnchorElement).href),
      );
      links.push(...hrefs.filter((href) => href.startsWith("file:")));
      return [];
    });
    const dead = [...new Set(links)].filter((href) => {
      const [address = "", fragment = ""] = href.split("#");
      // A fragment with "=" is the state of the filter, not a place.
      if (address.endsWith(".html") && fragment.includes("=")) return !places.has(`${address}#`);
      if (address.endsWith(".html"))
        return !places.has(`${address}#${decodeURIComponent(fragment)}`);
      return !existsSync(fileURLToPath(address));
    });
    expect(links.length).toBeGreaterThan(20);
    expect(dead).toEqual([]);
  });

  it.each(WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ width, scheme }))))(
    "axe-core finds nothing against WCAG 2.1 AA at $width px, $scheme",
    async ({ width, scheme }) => {
      const found = await onEveryPage({ width, scheme }, ({ page }) => axeFindings(page));
      expect(found).toEqual([]);
    },
  );

  it("axe-core finds nothing with all code unfolded", async () => {
    const found = await onEveryPage({ width: 360 }, async ({ page }) => {
      await page.$$eval("details", (all) => {
        for (const details of all) (details as HTMLDetailsElement).open = true;
      });
      return axeFindings(page);
    });
    expect(found).toEqual([]);
  });

  it("never scrolls sideways as a whole at 360 px, folded or not", async () => {
    const found = await onEveryPage({ width: 360 }, async ({ page }) => {
      const widths: number[] = [];
      for (const open of [false, true]) {
        await page.$$eval(
          "details",
          (all, state) => {
            for (const details of all) (details as HTMLDetailsElement).open = state;
          },
          open,
        );
        widths.push(await page.evaluate(() => document.documentElement.scrollWidth));
      }
      return widths.filter((width) => width > 360).map((width) => `${width} px`);
    });
    expect(found).toEqual([]);
  });

  it("sets its text in Source Sans 3, from the site's own files", async () => {
    const missing = await onEveryPage({}, async ({ page }) => {
      const loaded = await page.evaluate(() =>
        [...document.fonts].some(
          (font) => font.family.includes("Source Sans 3") && font.status === "loaded",
        ),
      );
      return loaded ? [] : ["the font was not loaded"];
    });
    expect(missing).toEqual([]);
  });

  it("gives every drawing and image an alternative text", async () => {
    const nameless = await onEveryPage({}, ({ page }) =>
      page.$$eval("figure svg, figure img", (all) =>
        all
          .filter((each) => !(each.getAttribute("aria-label") ?? each.getAttribute("alt")))
          .map((each) => each.outerHTML.slice(0, 120)),
      ),
    );
    expect(nameless).toEqual([]);
  });

  it("has headings without gaps, one main landmark, and a skip link that comes first", async () => {
    const found = await onEveryPage({}, async ({ page }) => {
      const levels = await page.$$eval("h1, h2, h3, h4, h5, h6", (all) =>
        all.map((heading) => Number(heading.tagName[1])),
      );
      const jumps = levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1);
      const mains = await page.locator("main").count();
      await page.keyboard.press("Tab");
      const first = await page.evaluate(() => document.activeElement?.getAttribute("href"));
      return [
        ...(jumps.length > 0 ? [`headings jump: ${levels.join(" ")}`] : []),
        ...(mains === 1 ? [] : [`${mains} main landmarks`]),
        ...(first === "#main" ? [] : [`the first stop is ${first}`]),
      ];
    });
    expect(found).toEqual([]);
  });

  it("opens folded code when a trace leads to it", async () => {
    const closed = await onEveryPage({}, async ({ page }) => {
      const traces = page.locator('.trace a[href^="#cell-"]');
      if ((await traces.count()) === 0) return [];
      await traces.first().click();
      const target = (await traces.first().getAttribute("href")) ?? "";
      return (await page.locator(`${target} >> visible=true`).count()) > 0 ? [] : [target];
    });
    expect(closed).toEqual([]);
  });

  it("prints no navigation, no filter and no closed code, and drawings whole", async () => {
    const found = await onEveryPage({}, async ({ page }) => {
      await page.emulateMedia({ media: "print" });
      return page.$$eval("nav, .skip, .claim-filter, details:not([open])", (all) =>
        all
          .filter((each) => (each as HTMLElement).offsetParent !== null)
          .map((each) => `prints ${each.tagName}`),
      );
    });
    expect(found).toEqual([]);
  });

  it("prints on paper without losing a table's right side", async () => {
    const found = await onEveryPage({ width: 700 }, async ({ page }) => {
      await page.emulateMedia({ media: "print" });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      return width > 700 ? [`${width} px wide on 700`] : [];
    });
    expect(found).toEqual([]);
  });
});
