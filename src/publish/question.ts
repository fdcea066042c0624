import type { Figure, Finding } from "../claims/index.js";
import { listOf } from "../claims/wording.js";
import type { ClaimFinding, OpenQuantity } from "./consistency.js";
import { changeWords, figureName, figureWords } from "./figure-words.js";
import type { CheckedClaim } from "./published.js";
import { sourceWords } from "./source-words.js";

/**
 * What the authors are asked about a contradiction: which of two sources is right, and which figures of one
 * source do not go together.
 */
export function questionOnContradiction({ claims, findings }: OpenQuantity): string {
  const between = findings.filter(({ finding }) => finding.otherClaim !== undefined);
  const within = findings.filter(({ finding }) => finding.otherClaim === undefined);
  const sources = [...new Set(within.map(({ claim }) => claim.claim.source))];
  const questions = [
    ...(between.length > 0 ? [betweenSources(between, claims)] : []),
    ...sources.map((source) =>
      withinSource(
        source,
        within.filter(({ claim }) => claim.claim.source === source),
      ),
    ),
  ];
  return questions.join(" ");
}

/** What the authors are asked about figures that no method that was tried gives. */
export function questionOnUnexplained({ findings }: OpenQuantity): string {
  const questions = findings.map(({ claim, finding }) => {
    const p = finding.figures.find(({ label }) => label === "p");
    const where = sourceWords(claim.claim.source);
    return p === undefined
      ? `Please say how ${allOf(finding.figures)} (${where}) ${finding.figures.length === 1 ? "was" : "were"} obtained.`
      : `Please say by which test, and in how many patients, ${figureWords(p)} (${where}) was obtained.`;
  });
  return [...new Set(questions)].join(" ");
}

/** `Please check which is right: n 22 (review, text; abstract of the study) or n 29 (review, table).` */
function betweenSources(
  findings: readonly ClaimFinding[],
  claims: readonly CheckedClaim[],
): string {
  const places = new Map<string, Set<string>>(); // printed figures → where
  const add = (figures: readonly string[], source: string): void => {
    const words = listOf(figures.map(figureName));
    places.set(words, (places.get(words) ?? new Set()).add(source));
  };
  for (const { claim, finding } of findings) {
    const other = claims.find((one) => one.claim.id === finding.otherClaim)?.claim;
    const here = finding.figures.map(({ label, printed }) => `${label} ${printed}`);
    add(here, sourceWords(claim.claim.source));
    add(finding.wouldBePossible ?? [], other ? sourceWords(other.source) : finding.otherClaim!);
  }
  const ways = [...places]
    .filter(([words]) => words !== "")
    .map(([words, sources]) => `${words} (${[...sources].join("; ")})`);
  return `Please check which is right: ${listOf(ways, "or")}.`;
}

/** `Please check, in review, table: percentage 95 and n 29, which would be possible with 97 instead of 95.` */
function withinSource(source: string, findings: readonly ClaimFinding[]): string {
  const asked = new Set(findings.map(({ finding }) => figuresInDoubt(finding)));
  return `Please check, in ${sourceWords(source)}: ${[...asked].join("; ")}.`;
}

function figuresInDoubt({ figures, wouldBePossible = [], smallestChange }: Finding): string {
  const named = allOf(figures);
  if (smallestChange !== undefined) {
    // The changed figure goes by its number where no other has the same.
    const { printed, instead } = smallestChange;
    const alike = figures.filter((figure) => figure.printed === printed).length > 1;
    const change = alike ? changeWords(smallestChange) : `${instead} instead of ${printed}`;
    return `${named}, which would be possible with ${change}`;
  }
  return wouldBePossible.length > 0
    ? `${named}, where ${listOf(wouldBePossible, "or")} would be possible`
    : `${named}, not possible ${figures.length === 1 ? "as printed" : "together as printed"}`;
}

function allOf(figures: readonly Figure[]): string {
  return figures.length > 0 ? listOf(figures.map(figureWords)) : "the figures";
}
