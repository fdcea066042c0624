import { escapeHtml } from "./markup.js";

/**
 * Makes a figure's HTML fit to stand beside other figures in one page.
 *
 * Identifiers get a prefix, because two drawings made by the same code carry the same ones and a page
 * must not hold an identifier twice. Each drawing becomes one image for assistive technology, named by its
 * alternative text.
 *
 * @param html - a figure's `text/html` output
 * @param prefix - what the page calls this figure, for example its label
 * @param alt - alternative text
 */
export function figureHtml(html: string, prefix: string, alt: string): string {
  return prefixIds(html, prefix).replace(/<svg\b([^>]*)>/g, (_, attributes: string) => {
    const kept = attributes.replace(/\s(role|aria-label|aria-labelledby|aria-hidden)="[^"]*"/g, "");
    return `<svg${kept} role="img" aria-label="${escapeHtml(alt)}">`;
  });
}

function prefixIds(html: string, prefix: string): string {
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!));
  if (ids.size === 0) return html;
  const renamed = (id: string): string => (ids.has(id) ? `${prefix}-${id}` : id);
  return html
    .replace(/<style>[^<]*<\/style>/g, (style) =>
      style.replace(/#([\w-]+)/g, (_, id: string) => `#${renamed(id)}`),
    )
    .replace(/(\sid=")([^"]+)"/g, (_, start: string, id: string) => `${start}${renamed(id)}"`)
    .replace(/(href=")#([^"]+)"/g, (_, start: string, id: string) => `${start}#${renamed(id)}"`)
    .replace(
      /(aria-(?:labelledby|describedby)=")([^"]+)"/g,
      (_, start: string, list: string) => `${start}${list.split(/\s+/).map(renamed).join(" ")}"`,
    )
    .replace(
      /url\((&quot;|["'])?#([^"')&]+)(&quot;|["'])?\)/g,
      (_, open: string | undefined, id: string, close: string | undefined) =>
        `url(${open ?? ""}#${renamed(id)}${close ?? ""})`,
    );
}
