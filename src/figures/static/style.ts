/** Style properties by name. */
export type Style = ReadonlyMap<string, string>;

/** Properties that children inherit, with the value that holds when nobody sets one. */
const INHERITED: Readonly<Record<string, string>> = {
  fill: "#000",
  "fill-opacity": "1",
  "fill-rule": "nonzero",
  "font-size": "16px",
  "font-style": "normal",
  "font-weight": "400",
  stroke: "none",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "stroke-opacity": "1",
  "stroke-width": "1px",
  "text-anchor": "start",
};

/** Properties that are the element's own, with the value that does nothing. */
const OWN: Readonly<Record<string, string>> = { opacity: "1", "text-decoration": "none" };

/** Reads the `style` attribute's declarations, colours as `#rrggbb`. */
export function parseStyle(text: string): Map<string, string> {
  const style = new Map<string, string>();
  for (const declaration of text.split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim();
    style.set(name, normalise(name, declaration.slice(colon + 1).trim()));
  }
  return style;
}

/**
 * Declarations that change something against what is inherited, and what children inherit.
 * Other properties (cursor, font family, Plotly's own) are dropped.
 */
export function writeStyle(own: Style, outer: Style): { text: string; inherited: Style } {
  const inherited = new Map(outer);
  const written: string[] = [];
  for (const [name, initial] of Object.entries(INHERITED)) {
    const value = own.get(name);
    if (value === undefined || value === (outer.get(name) ?? initial)) continue;
    inherited.set(name, value);
    written.push(`${name}:${value}`);
  }
  for (const [name, idle] of Object.entries(OWN)) {
    const value = own.get(name);
    if (value !== undefined && value !== idle) written.push(`${name}:${value}`);
  }
  return { text: written.join(";"), inherited };
}

function normalise(name: string, value: string): string {
  if (name === "font-weight") return value === "normal" ? "400" : value.replace("bold", "700");
  const rgb = /^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(value);
  if (rgb === null) return value;
  return `#${rgb
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")}`;
}
