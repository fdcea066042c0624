import type { SvgNode } from "../../../src/figures/static/text-box.js";

/** An SVG element without a DOM, for measuring and writing. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: (SvgNode | string)[]
): SvgNode {
  const node = {
    nodeType: 1,
    nodeName: name,
    nodeValue: null,
    parentNode: null as SvgNode | null,
    childNodes: [] as SvgNode[],
    getAttribute: (key: string): string | null => attributes[key] ?? null,
  };
  node.childNodes = children.map((child) => {
    const made =
      typeof child === "string"
        ? { nodeType: 3, nodeName: "#text", nodeValue: child, parentNode: null, childNodes: [] }
        : child;
    Object.assign(made, { parentNode: node });
    return made;
  });
  return node;
}
