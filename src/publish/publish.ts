import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { collectAssets } from "./assets.js";
import { PublishError } from "./publish-error.js";
import { writeQuartoProject } from "./quarto-project.js";
import { renderWithPandoc, renderWithQuarto } from "./render.js";
import { chooseRenderer, rendererIdentity, rendererWords } from "./renderer.js";
import { readReports, type StaleNotebook } from "./report.js";
import { recoverSite, sitePath, stagingName, swapSite } from "./site-folder.js";
import { clearStamp, hashFolder, hashInputs, readStamp, writeStamp } from "./stamp.js";

/** How to publish. */
export interface PublishOptions {
  /** Notebooks whose executed copies are not what a run would give now; one is enough to refuse. */
  readonly stale: readonly StaleNotebook[];
  /** Whether to render although nothing has changed. */
  readonly force?: boolean;
  /** Takes one line about what is going on. */
  readonly note?: (text: string) => void;
}

/** What publishing did. */
export interface Publication {
  /** False when the site was up to date. */
  readonly rendered: boolean;
  readonly pages: number;
  readonly renderer: "quarto" | "pandoc";
  /** Folder of the site. */
  readonly site: string;
}

/**
 * Publishes the executed notebooks of a project as the site `reports/_site`, with Quarto where it is found
 * and with pandoc-wasm elsewhere. The Quarto project below `reports/` is written in both cases. The previous
 * site stays until the new one is complete.
 *
 * @param root - folder of the project
 * @throws PublishError when a notebook is stale, none has been run, no renderer is there, or rendering fails
 * @throws InvalidInput when a notebook, its record or the published figures cannot be read
 */
export async function publish(root: string, options: PublishOptions): Promise<Publication> {
  const reports = join(root, "reports");
  const site = sitePath(reports);
  recoverSite(reports);
  const renderer = chooseRenderer();
  const inputs = hashInputs(root, rendererIdentity(renderer));
  const stamp = readStamp(root);
  refuseStale(options.stale);
  if (!options.force && stamp?.inputs === inputs && stamp.site === hashFolder(site)) {
    return { rendered: false, pages: pagesOf(site), renderer: renderer.name, site };
  }
  const found = readReports(root);
  refuseStale(found.stale);
  if (found.reports.length === 0) {
    throw new PublishError(
      "there is no executed notebook in reports/notebooks; run `ostia run` first",
    );
  }
  // They bring the checks and the compiler of notebooks: a site that is up to date needs neither.
  const [{ makePages }, { readPublished }] = await Promise.all([
    import("./site-pages.js"),
    import("./published.js"),
  ]);
  const pages = makePages(found.reports, readPublished(root));
  const assets = collectAssets(root, found.reports, pages);
  clearStamp(root);
  writeQuartoProject(root, pages, assets);
  options.note?.(`rendering ${pages.length} pages with ${rendererWords(renderer)}`);
  const staging = stagingName();
  try {
    if (renderer.name === "quarto") {
      await renderWithQuarto(renderer.executable, reports, pages, assets, staging);
    } else await renderWithPandoc(reports, pages, assets, staging);
    swapSite(reports);
  } finally {
    rmSync(join(reports, staging), { recursive: true, force: true });
  }
  writeStamp(root, { inputs, site: hashFolder(site) });
  return { rendered: true, pages: pages.length, renderer: renderer.name, site };
}

function refuseStale(stale: readonly StaleNotebook[]): void {
  if (stale.length === 0) return;
  const lines = stale.map(({ notebook, reason }) => `  ${notebook}: ${reason}`);
  throw new PublishError(
    `a notebook that is not fresh cannot be published; \`ostia run\` runs it:\n${lines.join("\n")}`,
  );
}

function pagesOf(site: string): number {
  return readdirSync(site).filter((name) => name.endsWith(".html")).length;
}
