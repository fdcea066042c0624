import { type Box, union } from "./box.js";
import { textExtent, textWidth } from "./font.js";

/** The little that measuring needs of a DOM node. */
export interface SvgNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<SvgNode>;
  readonly parentNode: SvgNode | null;
  getAttribute?(name: string): string | null;
}

interface Type {
  readonly sizePx: number;
  readonly weight: number;
  readonly anchor: string;
}

interface Run {
  readonly x: number; // px from the chunk's start
  readonly y: number;
  readonly width: number;
  readonly type: Type;
}

const ELEMENT = 1;
const TEXT = 3;
const DEFAULT_TYPE: Type = { sizePx: 16, weight: 400, anchor: "start" };

/** Box of a `text` element in its own coordinates, px; undefined when it says nothing. */
export function textBox(text: SvgNode): Box | undefined {
  const flow = new Flow();
  flow.read(text, inheritedType(text.parentNode), true);
  return flow.end();
}

/** Width of a `text` element's longest chunk, px. */
export function textLength(text: SvgNode): number {
  const box = textBox(text);
  return box === undefined ? 0 : box.right - box.left;
}

/** Value of a property in an element's style or attribute; undefined where neither sets it. */
export function property(node: SvgNode, name: string): string | undefined {
  const style = node.getAttribute?.("style");
  if (style) {
    const found = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`).exec(style)?.[1];
    if (found !== undefined) return found.trim();
  }
  return node.getAttribute?.(name) ?? undefined;
}

/** Lays text out as SVG does: chunks begin at an `x`, and each chunk hangs on its anchor. */
class Flow {
  private x = 0;
  private y = 0;
  private advance = 0;
  private anchor = "start";
  private runs: Run[] = [];
  private box: Box | undefined;

  read(node: SvgNode, outer: Type, isRoot = false): void {
    const type = typeOf(node, outer);
    this.place(node, type, isRoot);
    for (let i = 0; i < node.childNodes.length; i++) {
      const child = node.childNodes[i]!;
      if (child.nodeType === TEXT) this.write(child.nodeValue ?? "", type);
      else if (child.nodeType === ELEMENT) this.read(child, type);
    }
  }

  end(): Box | undefined {
    this.close();
    return this.box;
  }

  private place(node: SvgNode, type: Type, isRoot: boolean): void {
    const x = attribute(node, "x", type);
    if (isRoot || x !== undefined) {
      this.close();
      this.x = x ?? 0;
      this.anchor = type.anchor;
    }
    const y = attribute(node, "y", type);
    if (isRoot || y !== undefined) this.y = y ?? 0;
    this.y += attribute(node, "dy", type) ?? 0;
    this.advance += attribute(node, "dx", type) ?? 0;
  }

  private write(text: string, type: Type): void {
    const visible = text.replaceAll("\u200b", "");
    if (visible === "") return;
    const width = textWidth(visible, type.sizePx, type.weight);
    this.runs.push({ x: this.advance, y: this.y, width, type });
    this.advance += width;
  }

  private close(): void {
    const share = this.anchor === "middle" ? 0.5 : this.anchor === "end" ? 1 : 0;
    const start = this.x - share * this.advance;
    for (const run of this.runs) {
      const { above, below } = textExtent(run.type.sizePx, run.type.weight);
      const left = start + run.x;
      this.box = union(this.box, {
        left,
        top: run.y - above,
        right: left + run.width,
        bottom: run.y + below,
      });
    }
    this.runs = [];
    this.advance = 0;
  }
}

function inheritedType(node: SvgNode | null): Type {
  if (node === null || node.getAttribute === undefined) return DEFAULT_TYPE;
  return typeOf(node, inheritedType(node.parentNode));
}

function typeOf(node: SvgNode, outer: Type): Type {
  const size = property(node, "font-size");
  const weight = property(node, "font-weight");
  return {
    sizePx: size === undefined ? outer.sizePx : lengthPx(size, outer.sizePx),
    weight: weight === undefined ? outer.weight : weightOf(weight),
    anchor: property(node, "text-anchor") ?? outer.anchor,
  };
}

function weightOf(text: string): number {
  if (text === "bold") return 700;
  const weight = Number(text);
  return Number.isFinite(weight) ? weight : 400;
}

function attribute(node: SvgNode, name: string, type: Type): number | undefined {
  const text = node.getAttribute?.(name);
  return text == null || text === "" ? undefined : lengthPx(text, type.sizePx);
}

function lengthPx(text: string, emPx: number): number {
  const value = Number.parseFloat(text);
  if (!Number.isFinite(value)) return emPx;
  if (text.endsWith("em")) return value * emPx;
  if (text.endsWith("%")) return (value / 100) * emPx;
  return value;
}
