import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OSTIA_VERSION, PACKAGE_ROOT } from "../notebook/project.js";
import { fontFile } from "./assets.js";
import { fullCitation } from "./citation-words.js";
import { type ClaimLinks, claimAnchor, claimsById } from "./claim-links.js";
import { claimsTable } from "./claims-table.js";
import { consistencyOf } from "./consistency.js";
import { consistencyHtml, figureCount } from "./consistency-html.js";
import { consistencySlugs } from "./consistency-page.js";
import { escapeHtml } from "./markup.js";
import { grouped, type Published } from "./published.js";
import { type StudyNames, studyNames } from "./studies.js";
import { verdictLegend } from "./verdict-html.js";
import { verdictMatrix } from "./verdict-matrix.js";

/** Style sheets of the theme that the document is set with, in their order. */
const SHEETS = [
  "tokens",
  "dark",
  "page",
  "text",
  "components",
  "verdicts",
  "claims",
  "matrix",
  "consistency",
] as const;

/** Weights of the typeface that are embedded, Latin letters alone. */
const WEIGHTS = [400, 600, 700] as const;

/**
 * One HTML document on a file of claims: how many figures have which verdict, a consistency report for each
 * study, and every check. It asks for nothing outside itself and needs no script.
 */
export function consistencyDocument(published: Published): string {
  const { claims, file } = published;
  const names = studyNames(published.studies);
  const links: ClaimLinks = {
    claims: claimsById(claims),
    rowsPage: "",
    references: published.references,
    listed: published.listed,
    referencesPage: "",
    cells: new Map(),
    consistency: consistencySlugs(published),
  };
  const title = `Consistency of the figures in ${file?.path ?? "a file of claims"}`;
  const studies = links.consistency.size === 1 ? "1 study" : `${links.consistency.size} studies`;
  const body =
    claims.length === 0
      ? "<p>There is no figure in this file.</p>"
      : [...sections(published, names, links), referenceList(published)].join("\n");
  const css = styleSheet();
  const hash = createHash("sha256").update(css).digest("base64");
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Ostia ${OSTIA_VERSION}">
<title>${escapeHtml(title)}</title>
<style>${css}</style>
</head>
<body class="wide sheet collection">
<main>
<header class="title-block">
<h1>${escapeHtml(title)}</h1>
<p class="question">${figureCount(claims.length)} of ${studies}, held against each other and against what can be recomputed from them.</p>
</header>
<div class="body">
${body}
</div>
</main>
</body>
</html>`;
}

function sections(published: Published, names: StudyNames, links: ClaimLinks): string[] {
  const { claims, file } = published;
  const matrix = verdictMatrix(claims, names, {
    tally: ({ claims: [first] }) => first && `#${claimAnchor(first.claim.id)}`,
    study: (study) => [`<a href="#${links.consistency.get(study)}">consistency report</a>`],
  });
  const byStudy = grouped(claims, ({ claim }) => claim.study);
  const reports = [...links.consistency].map(([id, anchor]) => {
    const study = published.studies.find((one) => one.id === id);
    const found = consistencyOf(byStudy.get(id) ?? []);
    return [
      `<section class="study-report" id="${anchor}" aria-labelledby="${anchor}-title">`,
      `<h2 id="${anchor}-title">${escapeHtml(names.get(id) ?? id)}</h2>`,
      consistencyHtml(study, found, { heading: 3, file, links }),
      "</section>",
    ].join("\n");
  });
  return [
    `<h2>By study and source</h2>\n${matrix}`,
    `<h2>What the verdicts mean</h2>\n${verdictLegend()}`,
    ...reports,
    '<section class="every-check"><h2>Every check</h2>',
    claimsTable(claims, "Figures, verdicts and the checks behind them", names, links),
    "</section>",
  ];
}

function referenceList({ claims, references }: Published): string {
  const keys = new Set(
    claims.flatMap(({ findings }) => findings.flatMap(({ source }) => source ?? [])),
  );
  const items = [...keys]
    .flatMap((key) => {
      const reference = references.get(key);
      return reference === undefined ? [] : [{ key, text: fullCitation(reference) }];
    })
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ key, text }) => `<li id="ref-${escapeHtml(key)}">${escapeHtml(text)}</li>`);
  if (items.length === 0) return "";
  return `<h2>References</h2>\n<ul class="cited-works">${items.join("\n")}</ul>`;
}

function styleSheet(): string {
  const theme = (name: string): string =>
    readFileSync(join(PACKAGE_ROOT, "reports", "theme", `${name}.css`), "utf8");
  const faces = WEIGHTS.map((weight) => {
    const bytes = fontFile(`source-sans-3-latin-${weight}-normal.woff2`);
    const data = Buffer.from(bytes).toString("base64");
    return `@font-face { font-family: "Source Sans 3"; font-weight: ${weight}; src: url("data:font/woff2;base64,${data}") format("woff2"); }`;
  });
  return [...faces, ...SHEETS.map(theme), `@media print {\n${theme("print")}}`].join("\n");
}
