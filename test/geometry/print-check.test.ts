import { describe, expect, it } from "vitest";
import { joinMeshes } from "../../src/geometry/mesh/closed.js";
import { printCheck } from "../../src/geometry/print-check.js";
import { bestPose } from "../../src/geometry/print-pose.js";
import { likelyUnits } from "../../src/geometry/print-units.js";
import { box, insideOut, moved, sphere } from "./solids.js";
import { straightTube } from "./tubes.js";

function failed(mesh: Parameters<typeof printCheck>[0], options = {}): string[] {
  return printCheck(mesh, options)
    .answers.filter(({ passed }) => !passed)
    .map(({ question }) => question);
}

const shell = joinMeshes(sphere(20, 40), insideOut(sphere(18, 40)));

describe("printCheck", () => {
  it("passes a hollow sphere, and says that its cavity is closed", () => {
    const checked = printCheck(shell);
    expect(checked.isPrintable).toBe(true);
    expect(checked.answers.find(({ question }) => question === "one-piece")!.message).toBe(
      "closed bodies: 1, closed cavities: 1",
    );
    expect(checked.thickness!.medianMm).toBeCloseTo(2, 1);
  });

  it("fails each question by itself", () => {
    expect(failed(straightTube(() => 10, 30, 10))).toEqual([
      "watertight",
      "solid",
      "one-piece",
      "wall",
    ]);
    expect(failed(insideOut(box([20, 20, 20])))).toEqual(["solid", "wall"]);
    expect(failed(joinMeshes(box([20, 20, 20]), box([20, 20, 20], [30, 0, 0])))).toEqual([
      "one-piece",
    ]);
    const overlapping = joinMeshes(box([20, 20, 20]), box([20, 20, 20], [10, 5, 5]));
    expect(failed(overlapping)).toEqual(["solid", "one-piece"]);
    expect(failed(box([20, 20, 0.5]))).toEqual(["wall"]);
    expect(failed(shell, { leastWallMm: 2.5 })).toEqual(["wall"]);
    expect(failed(box([300, 20, 20]))).toEqual(["build-volume"]);
    expect(failed(box([2, 3, 4]))).toEqual(["units"]);
  });

  it("estimates material and time by rules that stand in the result", () => {
    const { estimate } = printCheck(box([10, 20, 50]), {
      process: { layerHeightMm: 0.1, flowMm3PerS: 10, layerChangeS: 3, densityGPerCm3: 2 },
    });
    // It lies on its side: 10 mm high.
    expect(estimate).toMatchObject({ materialCm3: 10, massG: 20, layers: 100 });
    expect(estimate.timeMin).toBeCloseTo((10000 / 10 + 100 * 3) / 60, 12);
    expect(printCheck(straightTube(() => 10, 30, 10)).estimate.massG).toBeNaN();
  });

  it("does not depend on where the model lies", () => {
    const far = moved(shell, (x, y, z) => [y + 500, -x, z - 80]);
    const [here, there] = [printCheck(shell), printCheck(far)];
    expect(there.answers.map(({ passed }) => passed)).toEqual(
      here.answers.map(({ passed }) => passed),
    );
    expect(there.estimate.massG / here.estimate.massG).toBeCloseTo(1, 9);
    expect(there.thickness!.p1Mm).toBeCloseTo(here.thickness!.p1Mm, 6);
  });

  it("refuses what it cannot ask about", () => {
    const empty = { positions: new Float64Array(0), triangles: new Uint32Array(0) };
    expect(() => printCheck(empty)).toThrow("printCheck: needs a mesh with triangles; got none");
    expect(() => printCheck(shell, { buildMm: [250, 0, 210] })).toThrow(
      "needs depth above 0; got 0",
    );
    expect(() => printCheck(shell, { process: { flowMm3PerS: -1 } })).toThrow(
      "needs flowMm3PerS above 0",
    );
  });
});

describe("bestPose", () => {
  it("lays a model on the side that is the lowest and fits", () => {
    expect(bestPose([10, 20, 30], [100, 100, 100])).toMatchObject({
      fits: true,
      up: "x",
      heightMm: 10,
    });
    expect(bestPose([10, 20, 30], [25, 15, 100])).toMatchObject({ up: "z", sizeMm: [20, 10, 30] });
    expect(bestPose([10, 20, 300], [100, 100, 100])).toMatchObject({ fits: false, up: "z" });
  });
});

describe("likelyUnits", () => {
  it("asks which unit it is", () => {
    expect(likelyUnits(80)).toMatchObject({ isPlausible: true, candidates: [] });
    expect(likelyUnits(8).candidates).toEqual(["cm", "inch"]);
    expect(likelyUnits(0.1).candidates).toEqual(["m"]);
    expect(likelyUnits(5000).message).toContain("5000 mm, not that of a heart");
    expect(likelyUnits(80000).candidates).toEqual(["µm"]);
    expect(likelyUnits(0.0001).message).toContain("in no common unit");
  });
});
