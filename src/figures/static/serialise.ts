import { createHash } from "node:crypto";
import { parseStyle, type Style, writeStyle } from "./style.js";
import type { SvgNode } from "./text-box.js";

const ELEMENT = 1;
const TEXT = 3;

/** Stands for a figure's id prefix until its content is known. */
export const ID_PREFIX = "\u0001";

/** What Plotly draws only for the mouse. */
const INTERACTIVE = new Set([
  "draglayer",
  "hoverlayer",
  "legendtoggle",
  "menulayer",
  "scrollbar",
  "zoomlayer",
]);

/** Attributes that hold lengths, rounded to hundredths of a pixel. */
const LENGTHS = new Set(
  "d transform x y x1 y1 x2 y2 cx cy r rx ry dx dy width height points".split(" "),
);

/** Other attributes that are kept; everything else serves Plotly, not the drawing. */
const KEPT = new Set([
  ...["offset", "href", "xlink:href", "preserveAspectRatio", "gradientUnits", "gradientTransform"],
  ...["patternUnits", "patternTransform", "stop-color", "stop-opacity"],
]);

/** Attributes that are written as style, where no rule of the page around can reach them. */
const AS_STYLE = ["text-anchor", "fill", "stroke", "stroke-width", "opacity"];

/**
 * Writes Plotly's layers as SVG that needs nothing else: no classes, no interaction, no
 * fonts or links, unused definitions left out, lengths to 0.01 px, every style inline and
 * written only where it differs from what is inherited.
 *
 * Ids begin with `ID_PREFIX`, in order of their appearance; `nameIds` replaces it.
 *
 * @param root - style that the `svg` element around the layers sets
 */
export function serialise(layers: readonly SvgNode[], root: Style): string {
  const definitions = new Map<string, SvgNode>();
  for (const layer of layers) collectDefinitions(layer, definitions);
  const ids = new Map<string, string>(); // Plotly's → ours
  const body = layers.map((layer) => children(layer, root, ids)).join("");
  // Definitions may name further definitions; the map grows while it is walked.
  let defs = "";
  for (const [id, name] of ids) {
    const node = definitions.get(id);
    if (node === undefined) continue;
    const inner = children(node, root, ids);
    defs += `<${node.nodeName} id="${name}"${attributes(node)}>${inner}</${node.nodeName}>`;
  }
  return (defs === "" ? "" : `<defs>${defs}</defs>`) + body;
}

/** Gives every id a prefix made from the content, so that figures share a page. */
export function nameIds(markup: string): string {
  const digest = createHash("sha256").update(markup).digest("hex").slice(0, 10);
  return markup.replaceAll(ID_PREFIX, `fig-${digest}`);
}

/** Text as markup, safe between tags and in double quotes. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function collectDefinitions(node: SvgNode, into: Map<string, SvgNode>): void {
  const id = node.getAttribute?.("id");
  if (id) into.set(id, node);
  for (let i = 0; i < node.childNodes.length; i++) collectDefinitions(node.childNodes[i]!, into);
}

function children(node: SvgNode, style: Style, ids: Map<string, string>): string {
  let text = "";
  for (let i = 0; i < node.childNodes.length; i++) {
    const child = node.childNodes[i]!;
    if (child.nodeType === TEXT) text += escapeMarkup(child.nodeValue ?? "");
    else if (child.nodeType === ELEMENT) text += element(child, style, ids);
  }
  return text;
}

function element(node: SvgNode, outer: Style, ids: Map<string, string>): string {
  const name = node.nodeName;
  if (name === "defs" || isInteractive(node)) return "";
  const own = parseStyle(node.getAttribute?.("style") ?? "");
  for (const property of AS_STYLE) {
    const value = node.getAttribute?.(property);
    if (value && !own.has(property)) own.set(property, value);
  }
  if (own.get("display") === "none" || own.get("visibility") === "hidden") return "";
  const { text, inherited } = writeStyle(own, outer);
  if (isInvisible(node, inherited)) return "";
  const clip = localise(node.getAttribute?.("clip-path") ?? "", ids);
  const start =
    attributes(node) +
    (clip === "" ? "" : ` clip-path="${clip}"`) +
    (text === "" ? "" : ` style="${escapeMarkup(localise(text, ids))}"`);
  const inner = children(node, inherited, ids);
  if (inner === "") {
    const needsContent = name === "g" || name === "text" || name === "tspan";
    return needsContent ? "" : `<${name}${start}/>`;
  }
  if ((name === "g" && start === "") || name === "a") return inner;
  return `<${name}${start}>${inner}</${name}>`;
}

function isInteractive(node: SvgNode): boolean {
  const classes = node.getAttribute?.("class") ?? "";
  return classes.split(" ").some((name) => INTERACTIVE.has(name));
}

/** Whether a shape leaves no mark: without extent, or neither filled nor stroked. */
function isInvisible(node: SvgNode, style: Style): boolean {
  const at = (name: string): string | null => node.getAttribute?.(name) ?? null;
  const name = node.nodeName;
  if (name === "path" && !/[^M0, ]/.test(at("d") ?? "")) return true;
  if (name === "rect" && (Number(at("width")) === 0 || Number(at("height")) === 0)) return true;
  if (name !== "path" && name !== "rect" && name !== "circle") return false;
  const noFill = style.get("fill") === "none" || style.get("fill-opacity") === "0";
  const stroke = style.get("stroke") ?? "none";
  const width = style.get("stroke-width") ?? "1";
  return (
    noFill && (stroke === "none" || style.get("stroke-opacity") === "0" || parseFloat(width) === 0)
  );
}

/** Points references to definitions (clip paths, patterns, gradients) at our ids. */
function localise(text: string, ids: Map<string, string>): string {
  return text.replace(/url\(["']?[^#)]*#([^"')]+)["']?\)/g, (_, id: string) => {
    if (!ids.has(id)) ids.set(id, `${ID_PREFIX}-${ids.size + 1}`);
    return `url(#${ids.get(id)})`;
  });
}

function attributes(node: SvgNode): string {
  let text = "";
  for (const name of [...LENGTHS, ...KEPT]) {
    const value = node.getAttribute?.(name);
    if (value == null || value === "") continue;
    const written = LENGTHS.has(name) ? roundLengths(value) : value;
    if (isIdle(name, written) || !isLocal(name, written)) continue;
    text += ` ${name}="${escapeMarkup(written)}"`;
  }
  return text;
}

/** Numbers to hundredths: below what the eye sees, above what engines of JavaScript differ by. */
function roundLengths(text: string): string {
  return text.replace(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi, (number) =>
    String(Math.round(Number(number) * 100) / 100 || 0),
  );
}

function isIdle(name: string, value: string): boolean {
  if (name === "transform") return /^(?:translate\(0,\s*0\)|rotate\(0(?:,[^)]*)?\))$/.test(value);
  return (name === "dx" || name === "dy") && /^0(?:em|px)?$/.test(value);
}

function isLocal(name: string, value: string): boolean {
  return !name.endsWith("href") || value.startsWith("data:") || value.startsWith("#");
}
