import { createRequire } from "node:module";
import { FONT_FAMILY, fontFiles } from "./font.js";

/** Pixels of the image for each pixel of the drawing. */
const SCALE = 2;

interface ResvgModule {
  readonly Resvg: new (svg: string, options: object) => { render(): { asPng(): Uint8Array } };
}

/** PNG of an SVG document at twice its size, set in the bundled font alone. */
export function renderPng(svg: string): Uint8Array {
  const require = createRequire(import.meta.url);
  const { Resvg } = require("@resvg/resvg-js") as ResvgModule;
  const image = new Resvg(svg, {
    fitTo: { mode: "zoom", value: SCALE },
    font: {
      fontFiles: fontFiles(),
      loadSystemFonts: false, // the machine's fonts must not change the picture
      defaultFontFamily: FONT_FAMILY,
      sansSerifFamily: FONT_FAMILY,
    },
  });
  return image.render().asPng();
}
