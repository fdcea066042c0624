import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Family name that the figures ask for; the reports bundle the same family as a web font. */
export const FONT_FAMILY = "Source Sans 3";

/** Lines are this many times the font size apart, as Plotly sets them. */
export const LINE_HEIGHT = 1.3;

/** Weights that are bundled and measured. */
export type FontWeight = 400 | 600;

/** One face of the bundled font, with what layout needs of it; lengths are in em. */
interface Face {
  readonly ascent: number;
  readonly descent: number;
  /** Advance width of one line of text. */
  advance(text: string): number;
}

/** The little that is used of an opentype.js font; the package brings no types. */
interface OpentypeFont {
  readonly ascender: number;
  readonly descender: number;
  readonly unitsPerEm: number;
  readonly position: {
    getDefaultScriptName(): string;
    getKerningTables(script: string): unknown;
    getKerningValue(tables: unknown, left: number, right: number): number;
  };
  charToGlyph(char: string): { readonly index: number; readonly advanceWidth: number };
}

const FILES: Readonly<Record<FontWeight, string>> = {
  400: "400Regular/SourceSans3_400Regular.ttf",
  600: "600SemiBold/SourceSans3_600SemiBold.ttf",
};

const faces = new Map<FontWeight, Face>();

/** Absolute paths of the bundled font files, regular and semibold. */
export function fontFiles(): string[] {
  return [fontFile(400), fontFile(600)];
}

/**
 * Width of one line of text in the bundled font, px, pair kerning included.
 *
 * Weights above 500 are measured in the semibold face, others in the regular one.
 */
export function textWidth(text: string, sizePx: number, weight = 400): number {
  return face(weight).advance(text) * sizePx;
}

/** Height of the line's ink box above and below the baseline, px. */
export function textExtent(sizePx: number, weight = 400): { above: number; below: number } {
  const { ascent, descent } = face(weight);
  return { above: ascent * sizePx, below: descent * sizePx };
}

function fontFile(weight: FontWeight): string {
  const require = createRequire(import.meta.url);
  return require.resolve(`@expo-google-fonts/source-sans-3/${FILES[weight]}`);
}

function face(weight: number): Face {
  const nearest: FontWeight = weight > 500 ? 600 : 400;
  const known = faces.get(nearest);
  if (known !== undefined) return known;
  const loaded = loadFace(nearest);
  faces.set(nearest, loaded);
  return loaded;
}

function loadFace(weight: FontWeight): Face {
  const require = createRequire(import.meta.url);
  const opentype = require("opentype.js") as { parse(bytes: ArrayBuffer): OpentypeFont };
  const bytes = readFileSync(fontFile(weight));
  const font = opentype.parse(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
  const kerning = font.position.getKerningTables(font.position.getDefaultScriptName());
  const advances = new Map<string, number>(); // text → em; labels repeat between passes
  // Glyph by glyph: opentype.js cannot apply this font's substitutions (its `ccmp` feature
  // uses a lookup that the package refuses), and none of them changes Latin widths much.
  const measure = (text: string): number => {
    let units = 0;
    let previous: number | undefined;
    for (const char of text) {
      const glyph = font.charToGlyph(char);
      if (previous !== undefined && kerning !== undefined) {
        units += font.position.getKerningValue(kerning, previous, glyph.index);
      }
      units += glyph.advanceWidth;
      previous = glyph.index;
    }
    return units / font.unitsPerEm;
  };
  return {
    ascent: font.ascender / font.unitsPerEm,
    descent: -font.descender / font.unitsPerEm,
    advance: (text) => {
      const known = advances.get(text);
      if (known !== undefined) return known;
      const width = measure(text);
      advances.set(text, width);
      return width;
    },
  };
}
