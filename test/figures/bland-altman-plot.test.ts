import { describe, expect, it } from "vitest";
import { blandAltman } from "../../src/analysis/index.js";
import { blandAltmanPlot } from "../../src/figures/bland-altman-plot.js";

const OPTIONS = { mean: "Mean (mm)", difference: "Model − CT (mm)" };

describe("blandAltmanPlot", () => {
  const shown = blandAltman([20.1, 22.4, 25, 19.7, 30.2], [19.8, 22.9, 24.1, 19.9, 28.7]);
  const spec = blandAltmanPlot(shown, OPTIONS);

  it("draws differences against means, and bias and limits where they are", () => {
    const points = spec.data.find(
      ({ x }) => JSON.stringify(x) === JSON.stringify([...shown.means]),
    );
    expect(points!.y).toEqual([...shown.differences]);
    const heights = spec.data.map(({ y }) => JSON.stringify(y));
    for (const { value } of [shown.bias, shown.lowerLimit, shown.upperLimit]) {
      expect(heights).toContain(JSON.stringify([value, value]));
    }
  });

  it("says the numbers in words", () => {
    expect(spec.text.replaceAll("\u00a0", " ")).toMatch(
      /5 pairs\. Bias 0\.40 \(95 % CI −0\.61 to 1\.41\); lower limit −1\.19 .* 0 of 5 differences lie outside/,
    );
  });

  it("refuses columns of different lengths", () => {
    expect(() => blandAltmanPlot({ ...shown, means: [1] }, OPTIONS)).toThrow("got 1 and 5");
  });
});
