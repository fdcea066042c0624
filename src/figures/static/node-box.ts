import { type Box, mapBox, parseTransform, union } from "./box.js";
import { pathBox } from "./path.js";
import { property, type SvgNode, textBox } from "./text-box.js";

const ELEMENT = 1;

/** Containers that paint nothing themselves. */
const UNPAINTED = new Set(["defs", "clippath", "title", "desc", "style", "pattern", "marker"]);

/**
 * Box of an SVG element in its own coordinates, as `getBBox` defines it: the element's own
 * transform is left out, those of its children count. Undefined when nothing is painted.
 */
export function ownBox(node: SvgNode): Box | undefined {
  const name = node.nodeName.toLowerCase();
  if (property(node, "display") === "none" || UNPAINTED.has(name)) return undefined;
  if (name === "text") return textBox(node);
  if (name === "path") return pathBox(node.getAttribute?.("d") ?? "");
  if (name === "rect" || name === "image") {
    const [x, y] = [size(node, "x"), size(node, "y")];
    return { left: x, top: y, right: x + size(node, "width"), bottom: y + size(node, "height") };
  }
  if (name === "circle") {
    const [x, y, r] = [size(node, "cx"), size(node, "cy"), size(node, "r")];
    return { left: x - r, top: y - r, right: x + r, bottom: y + r };
  }
  let box: Box | undefined;
  for (let i = 0; i < node.childNodes.length; i++) {
    const child = node.childNodes[i]!;
    if (child.nodeType === ELEMENT) box = union(box, boxInParent(child));
  }
  return box;
}

/** Box of an SVG element on the page, every transform above it applied. */
export function pageBox(node: SvgNode): Box | undefined {
  let box = ownBox(node);
  for (let at: SvgNode | null = node; box !== undefined && at !== null; at = at.parentNode) {
    if (at.getAttribute === undefined) break;
    box = mapBox(parseTransform(at.getAttribute("transform")), box);
  }
  return box;
}

function boxInParent(node: SvgNode): Box | undefined {
  const box = ownBox(node);
  if (box === undefined) return undefined;
  return mapBox(parseTransform(node.getAttribute?.("transform") ?? null), box);
}

function size(node: SvgNode, name: string): number {
  return Number.parseFloat(node.getAttribute?.(name) ?? "") || 0;
}
