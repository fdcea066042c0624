import { type Drawing, type FigureSpec, NARROW_SCREEN } from "../figure.js";
import { COLOURS, SIZES, TEMPLATE } from "../theme.js";
import { FONT_FAMILY } from "./font.js";
import { thePage } from "./page.js";
import { escapeMarkup, ID_PREFIX, nameIds, serialise } from "./serialise.js";
import type { Style } from "./style.js";

/** A figure as markup that needs no script, style sheet or network. */
export interface RenderedFigure {
  /** The wide drawing alone, as a complete SVG document; what print and PNG show. */
  readonly svg: string;
  /** Both drawings in one `div.ostia-figure`; the width of the screen chooses. */
  readonly html: string;
}

/** Fonts by preference; where none is there, any sans-serif. */
const FONT_STACK = `'${FONT_FAMILY}','Source Sans Pro',sans-serif`;

/** Style that each `svg` element sets, so that the page around it cannot. */
const ROOT_STYLE: Style = new Map([
  ["fill", COLOURS.ink],
  ["font-size", `${SIZES.text}px`],
  ["font-style", "normal"],
  ["font-weight", "400"],
  ["text-anchor", "start"],
]);

/**
 * Draws a figure as inline SVG, without a browser.
 *
 * The same figure gives the same bytes in every process; ids are made from the content, so
 * that figures share a page. Text stays text. The first figure of a process costs about a
 * second, later ones a tenth or two.
 *
 * @param options.alt - alternative text in a sentence; without it the figure's own `text`
 * @throws Error with Plotly's message when Plotly cannot draw the traces
 */
export async function renderFigure(
  spec: FigureSpec,
  { alt }: { alt?: string } = {},
): Promise<RenderedFigure> {
  const wide = await draw(spec);
  const label = describe(spec.text, alt);
  const svg = nameIds(svgElement(spec, wide, label, { id: `${ID_PREFIX}-w` }));
  if (spec.narrow === undefined) return { svg, html: container(svg) };
  const small = await draw(spec.narrow);
  const style =
    `<style>@media screen and (max-width:${NARROW_SCREEN}px){` +
    `#${ID_PREFIX}-w{display:none!important}#${ID_PREFIX}-n{display:block!important}}</style>`;
  const pair =
    svgElement(spec, style + wide, label, { id: `${ID_PREFIX}-w` }) +
    svgElement(spec.narrow, suffixIds(small), suffixLabel(label), {
      id: `${ID_PREFIX}-n`,
      hidden: true,
    });
  return { svg, html: container(nameIds(pair)) };
}

interface Label {
  readonly attributes: string;
  readonly element: string;
}

async function draw({ data, layout, width, height }: Drawing): Promise<string> {
  return thePage().draw(
    {
      data,
      layout: { ...layout, template: TEMPLATE, width, height, autosize: false },
      config: { staticPlot: true },
    },
    (layers) => serialise(layers, ROOT_STYLE),
  );
}

/** The alternative text is the name; the figure's own text, where it says more, describes it. */
function describe(text: string, alt: string | undefined): Label {
  const name = alt === undefined || alt.trim() === "" ? text : alt;
  const attributes = ` role="img" aria-label="${escapeMarkup(name)}"`;
  if (name === text) return { attributes, element: "" };
  return {
    attributes: `${attributes} aria-describedby="${ID_PREFIX}-d"`,
    element: `<desc id="${ID_PREFIX}-d">${escapeMarkup(text)}</desc>`,
  };
}

function svgElement(
  { width, height }: Drawing,
  inner: string,
  label: Label,
  { id, hidden = false }: { id: string; hidden?: boolean },
): string {
  const fonts = [...ROOT_STYLE].map(([name, value]) => `${name}:${value}`).join(";");
  const style =
    `display:${hidden ? "none" : "block"};width:100%;max-width:${width}px;height:auto;` +
    `font-family:${FONT_STACK};${fonts}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" id="${id}"${label.attributes} ` +
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" style="${style}">` +
    `${label.element}<rect width="${width}" height="${height}" style="fill:${COLOURS.paper}"/>` +
    `${inner}</svg>`
  );
}

/** Ids of the narrow drawing must differ from those of the wide one beside it. */
function suffixIds(markup: string): string {
  return markup.replaceAll(`${ID_PREFIX}-`, `${ID_PREFIX}-n`);
}

function suffixLabel({ attributes, element }: Label): Label {
  return { attributes: suffixIds(attributes), element: suffixIds(element) };
}

function container(svg: string): string {
  return `<div class="ostia-figure">${svg}</div>`;
}
