import { claimCells } from "./claim-cells.js";
import { type ClaimLinks, claimsById } from "./claim-links.js";
import { claimsPage } from "./claims-page.js";
import { colophonPage } from "./colophon-page.js";
import { consistencyPages, consistencySlugs } from "./consistency-page.js";
import { claimsOf, indexPage } from "./index-page.js";
import { notebookPage } from "./notebook-markdown.js";
import type { Page } from "./page.js";
import type { Published } from "./published.js";
import type { Report } from "./report.js";
import { studyAppendix } from "./study-appendix.js";

/**
 * All pages of a site: the index, one a report, the published figures and a consistency report for each study
 * that has some, the colophon.
 */
export function makePages(reports: readonly Report[], published: Published): readonly Page[] {
  const links: ClaimLinks = {
    claims: claimsById(published.claims),
    rowsPage: "claims.html",
    references: published.references,
    listed: published.listed,
    referencesPage: "claims.html",
    cells: claimCells(
      reports,
      published.claims.map(({ claim }) => claim),
    ),
    consistency: consistencySlugs(published),
  };
  return [
    indexPage(reports, published),
    ...reports.map((report) => {
      const { study = "" } = report.frontMatter;
      const appendix = studyAppendix(report, claimsOf(published, study), links);
      return notebookPage(report, appendix);
    }),
    claimsPage(published, reports, links),
    ...consistencyPages(published, reports, links),
    colophonPage(reports),
  ];
}
