import type { Reference } from "./read-references.js";

/** Names that a list of references prints before "et al.". */
const MOST_NAMES = 6;

/** A citation in running text: `Brown & Heathers 2017`, `Nuijten et al. 2016`. */
export function shortCitation({ authors, authorsComplete, title, year }: Reference): string {
  const [first, second, ...more] = authors.map(({ family }) => family);
  const names =
    first === undefined
      ? (title ?? "")
      : more.length > 0 || !authorsComplete
        ? `${first} et al.`
        : second === undefined
          ? first
          : `${first} & ${second}`;
  return [names, year].filter(Boolean).join(" ");
}

/** A publication as a list of references prints it, in the manner of medical journals. */
export function fullCitation(reference: Reference): string {
  const { authors, authorsComplete, title, container, edition, publisher, doi, note } = reference;
  const named = authors
    .slice(0, MOST_NAMES)
    .map(({ family, initials }) => [family, initials].filter(Boolean).join(" "));
  const others = authors.length > MOST_NAMES || !authorsComplete ? ["et al."] : [];
  const parts = [
    [...named, ...others].join(", "),
    title,
    [container, placeOf(reference)].filter(Boolean).join(" "),
    edition && `${edition} edition`,
    publisher,
    doi && `doi:${doi}`,
    note && `(${note})`,
  ];
  return parts
    .filter((part) => part)
    .map(closed)
    .join(" ");
}

function placeOf({ year, volume, number, pages }: Reference): string {
  const issue = volume === undefined ? "" : `${volume}${number === undefined ? "" : `(${number})`}`;
  const when = [year, issue].filter(Boolean).join(";");
  return pages === undefined ? when : [when, pages].filter(Boolean).join(":");
}

function closed(part: string | undefined): string {
  return /[.?!]$/.test(part ?? "") ? part! : `${part}.`;
}
