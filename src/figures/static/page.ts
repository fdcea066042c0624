import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Box } from "./box.js";
import { ownBox, pageBox } from "./node-box.js";
import { pathLength, pointAlong } from "./path.js";
import { type SvgNode, textLength } from "./text-box.js";

/** What Plotly takes to draw one figure. */
export interface PlotlyInput {
  readonly data: readonly unknown[];
  readonly layout: object;
  readonly config: object;
}

/** A page without a browser on which Plotly draws. */
export interface Page {
  /**
   * Draws a figure, hands its SVG layers (bottom first) to `read` and clears the page.
   *
   * @throws whatever Plotly throws, without the source line that Node adds
   */
  draw<Result>(input: PlotlyInput, read: (layers: readonly SvgNode[]) => Result): Promise<Result>;
}

interface Plotly {
  newPlot(target: PageElement, input: object): Promise<unknown>;
  purge(target: PageElement): void;
}

interface PageElement extends SvgNode {
  querySelectorAll(selector: string): Iterable<SvgNode>;
  remove(): void;
}

interface PageWindow {
  readonly document: {
    readonly body: { append(element: PageElement): void };
    createElement(name: string): PageElement;
  };
  readonly SVGElement: { readonly prototype: object };
  readonly Math: { random: () => number };
  readonly Plotly: Plotly;
  eval(source: string): void;
}

interface JsdomModule {
  readonly JSDOM: new (html: string, options: object) => { readonly window: PageWindow };
  readonly VirtualConsole: new () => object;
}

let page: Page | undefined;

/**
 * The page of this process, made on first use (about 0.8 s, most of it loading jsdom).
 *
 * The page has globals of its own, so the process that draws keeps its own `Math.random`
 * and sees no `window`.
 */
export function thePage(): Page {
  page ??= makePage();
  return page;
}

function makePage(): Page {
  const require = createRequire(import.meta.url);
  const { JSDOM, VirtualConsole } = require("jsdom") as JsdomModule;
  const { window } = new JSDOM("<!doctype html><body></body>", {
    runScripts: "outside-only", // Plotly is evaluated by us; nothing in the page runs by itself
    virtualConsole: new VirtualConsole(), // connected to no console: Plotly's remarks are not results
  });
  measureHonestly(window.SVGElement.prototype);
  window.eval(readFileSync(require.resolve("plotly.js-cartesian-dist-min"), "utf8"));
  let last: Promise<unknown> = Promise.resolve();
  return {
    draw: (input, read) => {
      // One at a time: Plotly measures text in one element that all plots of a page share.
      const result = last.then(() => drawAlone(window, input, read));
      last = result.catch(() => undefined);
      return result;
    },
  };
}

async function drawAlone<Result>(
  window: PageWindow,
  { data, layout, config }: PlotlyInput,
  read: (layers: readonly SvgNode[]) => Result,
): Promise<Result> {
  window.Math.random = sequence();
  const target = window.document.createElement("div");
  window.document.body.append(target);
  try {
    await window.Plotly.newPlot(target, { data, layout, config });
    return read([...target.querySelectorAll("svg.main-svg")]);
  } catch (error) {
    // Plotly is one line of 1.5 MB, which a thrown error's stack would print whole.
    throw new Error(`Plotly could not draw the figure: ${messageOf(error)}`);
  } finally {
    window.Plotly.purge(target);
    target.remove();
  }
}

function messageOf(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error
    ? String(error.message)
    : String(error);
}

/**
 * Numbers in [0, 1) that start again with each figure. Plotly names elements by them, so they
 * need to differ and to repeat from run to run; a linear congruential sequence does both.
 */
function sequence(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Gives the page the measuring functions that jsdom lacks. */
function measureHonestly(prototype: object): void {
  Object.assign(prototype, {
    getBBox(this: SvgNode) {
      return rectangle(ownBox(this));
    },
    getBoundingClientRect(this: SvgNode) {
      return rectangle(pageBox(this));
    },
    getComputedTextLength(this: SvgNode) {
      return textLength(this);
    },
    getTotalLength(this: SvgNode) {
      return pathLength(this.getAttribute?.("d") ?? "");
    },
    getPointAtLength(this: SvgNode, length: number) {
      return pointAlong(this.getAttribute?.("d") ?? "", length);
    },
  });
}

function rectangle(box: Box | undefined): object {
  const { left, top, right, bottom } = box ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const [width, height] = [right - left, bottom - top];
  return { x: left, y: top, left, top, right, bottom, width, height };
}
