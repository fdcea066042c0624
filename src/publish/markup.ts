/** Text as it may stand in HTML, also within a double-quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Text that begins with a capital letter. */
export function capital(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Text in which numbers keep their per cent signs, and letters their values, on one line. */
export function unbroken(text: string): string {
  return text
    .replace(/(\d) %/g, "$1\u00a0%")
    .replace(/ ([=<>]) /g, "\u00a0$1\u00a0")
    .replace(/ ± /g, "\u00a0±\u00a0");
}

/** Text as it may stand in pandoc's Markdown without being taken for markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+\-.!|~^$@"':;=]/g, "\\$&").replace(/\s*\n\s*/g, " ");
}

/** A quoted attribute value of a fenced div or a code block. */
export function attribute(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replace(/\s+/g, " ").trim()}"`;
}

/** A fenced block whose fence is longer than any run of backticks in its text. */
export function fencedBlock(attributes: string, text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce(
    (length, run) => Math.max(length, run.length),
    2,
  );
  const fence = "`".repeat(longest + 1);
  return `${fence} ${attributes}\n${text.replace(/\n$/, "")}\n${fence}\n`;
}

/** HTML that reaches web pages as it is and no other format. */
export function rawHtml(html: string): string {
  return fencedBlock("{=html}", html);
}

/** A fenced div around blocks of Markdown. `depth` keeps nested fences apart for the reader's eye. */
export function fencedDiv(
  attributes: string,
  blocks: readonly string[],
  depth: number = 0,
): string {
  const fence = ":".repeat(Math.max(3, 6 - depth));
  return `${fence} {${attributes}}\n${blocks.join("\n")}${fence}\n`;
}

/** What only web pages show, and what all other formats show in its place. */
export function byFormat(web: string, elsewhere: string): string {
  return [
    fencedDiv('.content-visible when-format="html"', [web], 3),
    fencedDiv('.content-hidden when-format="html"', [elsewhere], 3),
  ].join("\n");
}

/** Markdown of a sentence as plain text, for attributes: marks of emphasis, code, links and citations go. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\s*\[-?@[^\]]*\]/g, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/(\*\*|__|\*|`)(.+?)\1/g, "$2")
    .replace(/\s+/g, " ")
    .trim();
}
