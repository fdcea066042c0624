/** Places that the project's own claims name in one word, such as `review-table`. */
const WORKS: Readonly<Record<string, (place: string) => string>> = {
  review: (place) => `review, ${place}`,
  primary: (place) => `${place} of the study`,
};

/**
 * Where a figure was printed, in words.
 *
 * @param source - a free word; `review-…` and `primary-…` are put into words, others stay as they are
 */
export function sourceWords(source: string): string {
  const [, work = "", place = ""] = /^(review|primary)-([a-z]+)$/.exec(source) ?? [];
  return WORKS[work]?.(place) ?? source;
}

/** Whether a source is a text about the study and not the study's own. */
export function isOfReview(source: string): boolean {
  return /^review\b/.test(source);
}
