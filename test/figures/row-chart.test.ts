import { describe, expect, it } from "vitest";
import type { Drawing } from "../../src/figures/figure.js";
import { narrowRows, type RowChart, rowsInWords, wideRows } from "../../src/figures/row-chart.js";
import { textWidth } from "../../src/figures/static/font.js";
import { shareTicks } from "../../src/figures/ticks.js";

const long = "Accuracy, which is the share of all the patients that were classified rightly";
const chart: RowChart = {
  rows: [
    { label: "Sensitivity", value: "67 % (30 to 93 %)", group: "Patients" },
    { label: long, value: "69 % (41 to 89 %)", group: "All" },
  ],
  valueHeading: "Estimate (95 % CI)",
  axis: { type: "linear", range: [0, 1], ticks: shareTicks() },
  axisTitle: "Share of patients",
  key: [{ label: "exact", line: { width: 1 } }],
  markPx: 20,
  marks: (middles) => ({ traces: [{ type: "scatter", mode: "markers", x: [0, 1], y: middles }] }),
};

interface Words {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
}

/** Boxes of all words of a drawing, from its text trace. */
function words({ data }: Drawing): Words[] {
  const trace = data.at(-1) as unknown as Record<"x" | "y", number[]> & {
    text: string[];
    textposition: string[];
    textfont: { size: number[]; weight: number[] };
  };
  return trace.text.map((text, i) => {
    const lines = text.split("<br>");
    const size = trace.textfont.size[i]!;
    const width = Math.max(
      ...lines.map((line) => textWidth(line, size, trace.textfont.weight[i]!)),
    );
    const share = { "middle right": 0, "middle center": 0.5, "middle left": 1 }[
      trace.textposition[i]!
    ]!;
    const left = trace.x[i]! - share * width;
    const half = (lines.length * size * 1.3) / 2;
    const y = trace.y[i]!;
    return { left, right: left + width, top: y - half, bottom: y + half, text };
  });
}

describe.each([
  ["wideRows", wideRows(chart), 680],
  ["narrowRows", narrowRows(chart), 340],
])("%s", (_, drawing, width) => {
  it("keeps all words on the drawing and off each other", () => {
    const all = words(drawing);
    expect(drawing.width).toBe(width);
    expect(all.map(({ text }) => text.replaceAll("<br>", " "))).toContain(long);
    for (const [i, one] of all.entries()) {
      expect(one.left).toBeGreaterThanOrEqual(0);
      expect(one.right).toBeLessThanOrEqual(width);
      expect(one.bottom).toBeLessThanOrEqual(drawing.height);
      for (const other of all.slice(i + 1)) {
        const apart =
          one.right <= other.left ||
          other.right <= one.left ||
          one.bottom <= other.top + 1 ||
          other.bottom <= one.top + 1;
        expect(apart, `${one.text} and ${other.text}`).toBe(true);
      }
    }
  });

  it("draws marks clear of the words", () => {
    const plot = drawing.layout.xaxis as { domain: [number, number] };
    const marks = drawing.data.find(({ mode }) => mode === "markers")!;
    for (const y of marks.y as number[]) {
      const beside = words(drawing).filter(({ top, bottom }) => top < y + 10 && bottom > y - 10);
      for (const { left, right } of beside) {
        expect(right < plot.domain[0] * width || left > plot.domain[1] * width).toBe(true);
      }
    }
  });
});

describe("narrowRows", () => {
  it("gives the marks nearly all the width", () => {
    const { domain } = narrowRows(chart).layout.xaxis as { domain: [number, number] };
    expect(domain[1] - domain[0]).toBeGreaterThan(0.8);
  });
});

describe("rowsInWords", () => {
  it("names the group of every row", () => {
    const rows = [{ label: "a", group: "G" }, { label: "b" }];
    expect(rowsInWords(rows, ({ label }) => label.toUpperCase())).toBe("G: a: A. G: b: B.");
  });
});
