import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The browser to test in: `OSTIA_CHROMIUM`, or Debian's; undefined when there is none. */
export const chromiumPath: string | undefined = [
  process.env.OSTIA_CHROMIUM ?? "",
  ...CHROMIUM,
].find((path) => path !== "" && existsSync(path));

export type Scheme = "light" | "dark";

/** Starts the browser with everything off that would speak to a network. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath!,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

/** Names of a site's pages, without ending. */
export function pageNames(site: string): readonly string[] {
  return readdirSync(site)
    .filter((name) => name.endsWith(".html"))
    .map((name) => name.slice(0, -".html".length))
    .sort();
}

/** A page that is open, and what it did that it should not. */
export interface OpenPage {
  readonly page: Page;
  /** Console messages, errors, and requests that failed or left the folder. */
  readonly trouble: readonly string[];
  close(): Promise<void>;
}

/** Opens a page of a site from its folder, as a reader does who double-clicks it. */
export async function openPage(
  browser: Browser,
  site: string,
  name: string,
  {
    width = 1440,
    scheme = "light",
    fragment = "",
    javaScript = true,
  }: { width?: number; scheme?: Scheme; fragment?: string; javaScript?: boolean } = {},
): Promise<OpenPage> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: javaScript,
  });
  const folder = pathToFileURL(`${realpathSync(resolve(site))}/`).href;
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on("console", (message) => trouble.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => trouble.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(folder) && !url.startsWith("data:")) trouble.push(`outside: ${url}`);
  });
  await page.goto(`${folder}${name}.html${fragment}`, { waitUntil: "load" });
  if (javaScript) await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return { page, trouble, close: () => context.close() };
}

/** What axe-core finds against WCAG 2.1 AA: rule, and the elements concerned. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: AxeLike }).axe;
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
    return (await axe.run(document, { runOnly: { type: "tag", values: tags } })).violations;
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
}

interface AxeLike {
  run(
    context: unknown,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** The site to test: that of `OSTIA_SITE`, or the one that `make` makes. */
export async function siteUnderTest(make: () => Promise<string>): Promise<string> {
  const given = process.env.OSTIA_SITE;
  return given === undefined || given === "" ? make() : join(resolve(given));
}
