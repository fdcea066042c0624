import { relative } from "node:path";
import { notebookStatus, sharedHashes } from "../notebook/freshness.js";
import { findProjectRoot } from "../notebook/project.js";
import { selectNotebooks } from "../notebook/select.js";
import { InvalidInput } from "../numeric/invalid-input.js";
import type { DocumentFormat } from "../publish/documents.js";
import { type Publication, publish } from "../publish/publish.js";
import { PublishError } from "../publish/publish-error.js";
import type { StaleNotebook } from "../publish/report.js";
import type { Terminal } from "./terminal.js";

/** Options as typed. */
export interface ReportCommandOptions {
  /** Formats with commas between. */
  readonly to: string;
  readonly force: boolean;
  readonly json: boolean;
  /** Folder of the project; that of the working directory when left out. */
  readonly root?: string;
}

const FORMATS = ["html", "docx", "jats"] as const;

/**
 * `ostia report`: publishes the executed notebooks as a site, and as Word and JATS documents on request.
 *
 * @returns 0 when the site stands, 1 when a notebook is stale or rendering fails, 2 on an unknown format
 */
export async function report(options: ReportCommandOptions, terminal: Terminal): Promise<number> {
  const root = options.root ?? findProjectRoot(process.cwd());
  const formats = parseFormats(options.to);
  const documents = formats.filter((format): format is DocumentFormat => format !== "html");
  try {
    const stale = staleNotebooks(root);
    const publication = formats.includes("html")
      ? await publish(root, { stale, force: options.force, note: (text) => terminal.note(text) })
      : undefined;
    const written = documents.length > 0 ? await documentsOf(root, documents, stale) : [];
    tell(root, publication, written, options.json, terminal);
    return 0;
  } catch (error) {
    if (!(error instanceof PublishError)) throw error;
    terminal.note(`report: ${error.message}`);
    if (options.json)
      terminal.out(JSON.stringify({ rendered: false, error: error.message }, null, 2));
    return 1;
  }
}

function parseFormats(to: string): readonly (typeof FORMATS)[number][] {
  const names = [...new Set(to.split(",").map((name) => name.trim().toLowerCase()))];
  return names.map((name) => {
    const format = FORMATS.find((each) => each === name);
    if (format) return format;
    if (name === "pdf") {
      throw new InvalidInput("--to", `cannot make pdf yet; it knows ${FORMATS.join(", ")}`);
    }
    throw new InvalidInput("--to", `knows ${FORMATS.join(", ")}; got "${name}"`);
  });
}

/** Loaded when asked for: documents bring the checks of published figures with them. */
async function documentsOf(
  root: string,
  formats: readonly DocumentFormat[],
  stale: readonly StaleNotebook[],
): Promise<readonly string[]> {
  const { writeDocuments } = await import("../publish/documents.js");
  return writeDocuments(root, formats, stale);
}

function staleNotebooks(root: string): readonly StaleNotebook[] {
  const shared = sharedHashes(root);
  return selectNotebooks(root, [])
    .map((selected) => notebookStatus(root, selected, shared))
    .filter(({ fresh }) => !fresh)
    .map(({ notebook, reasons }) => ({ notebook, reason: reasons.join(", ") }));
}

function tell(
  root: string,
  publication: Publication | undefined,
  documents: readonly string[],
  json: boolean,
  terminal: Terminal,
): void {
  const site = publication && relative(root, publication.site).replaceAll("\\", "/");
  if (json) {
    terminal.out(JSON.stringify({ ...publication, ...(site && { site }), documents }, null, 2));
    return;
  }
  if (publication) {
    const state = publication.rendered ? "written" : "up to date";
    terminal.note(`report: ${publication.pages} pages ${state}: ${site}/index.html`);
  }
  for (const path of documents) terminal.note(`report: ${path} written`);
}
