import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readVolume } from "../../../src/geometry/io/read-volume.js";
import type { VolumeFile } from "../../../src/geometry/io/volume-file.js";
import { norm, type Vector3 } from "../../../src/geometry/vector.js";
import { connectedComponents } from "../../../src/geometry/volume/components.js";
import { cropVolume } from "../../../src/geometry/volume/crop.js";
import { sampleAtIndex } from "../../../src/geometry/volume/sample.js";
import { thresholdMask } from "../../../src/geometry/volume/threshold.js";
import { type Volume, voxelToWorld, worldToVoxel } from "../../../src/geometry/volume/volume.js";
import { pathOf } from "../../geometry-reference/reference.js";
import { dicomFile, pixels16 } from "./dicom-file.js";

const root = mkdtempSync(join(tmpdir(), "ostia-scan-"));
afterAll(() => rmSync(root, { recursive: true }));

let scans = 0;

/** How a scanner goes through the body: tilt of its gantry and heights of its slices along the table. */
interface Scan {
  readonly tiltDeg: number;
  readonly heights: readonly number[]; // mm along z
  readonly columns: number;
  readonly rows: number;
  readonly pixelMm: number;
  readonly origin: readonly [number, number]; // x and y of the first pixel
}

/** Scans a body of known values (HU) into a folder of DICOM files. */
function scan(body: (point: Vector3) => number, how: Scan): string {
  const folder = join(root, `scan-${++scans}`);
  mkdirSync(folder);
  const { tiltDeg, heights, columns, rows, pixelMm, origin } = how;
  const [c, s] = [Math.cos((tiltDeg * Math.PI) / 180), Math.sin((tiltDeg * Math.PI) / 180)];
  for (const [k, z] of heights.entries()) {
    const values = Array.from({ length: rows * columns }, (_, at) => {
      const [i, j] = [(at % columns) * pixelMm, Math.floor(at / columns) * pixelMm];
      return Math.round(body([origin[0] + i, origin[1] + j * c, z - j * s]));
    });
    const file = dicomFile({
      rows,
      columns,
      position: [...origin, z],
      orientation: [1, 0, 0, 0, c, -s],
      pixelSpacing: [pixelMm, pixelMm],
      pixels: pixels16(values),
      padding: -2000,
    });
    writeFileSync(join(folder, `${String(k).padStart(3, "0")}.dcm`), file);
  }
  return folder;
}

/** Spheres in air, with the edge that half a voxel's blur gives. */
const SPHERES = [
  { centre: [0, 0, 0], diameterMm: 25 },
  { centre: [26, 8, 12], diameterMm: 16 },
  { centre: [-24, -6, 14], diameterMm: 12 },
] as const;

function phantom([x, y, z]: Vector3): number {
  const edge = 0.5; // mm
  const depth = Math.max(
    ...SPHERES.map(
      ({ centre: c, diameterMm }) => diameterMm / 2 - norm([x - c[0], y - c[1], z - c[2]]),
    ),
  );
  return -1000 + 1100 * Math.min(1, Math.max(0, depth / (2 * edge) + 0.5));
}

/** Diameters of the balls whose volumes the parts above half way have, mm, the largest first. */
function diametersMm(volume: Volume, thresholdHu: number): number[] {
  const { components } = connectedComponents(thresholdMask(volume, thresholdHu, 3000), 6);
  return components
    .map(({ volumeMm3 }) => 2 * Math.cbrt((3 * volumeMm3) / (4 * Math.PI)))
    .filter((diameter) => diameter > 5)
    .sort((a, b) => b - a);
}

const steps = (first: number, ...gaps: readonly number[]): number[] => {
  const heights = [first];
  for (const gap of gaps) heights.push(heights.at(-1)! + gap);
  return heights;
};

const GRID = { columns: 96, rows: 80, pixelMm: 0.8, origin: [-38, -32] } as const;
const straight: Scan = { ...GRID, tiltDeg: 0, heights: steps(-20, ...Array(46).fill(1)) };

describe("readVolume of slices on no regular grid", () => {
  it("refuses a tilted series by the name of its slices, and gives linear values back exactly", async () => {
    const ramp = ([x, y, z]: Vector3): number => Math.round(10 * x) + 20 * y + 30 * z;
    // Whole pixels and heights, so that the ramp is stored without rounding.
    const tilted = scan((p) => ramp(p), {
      ...GRID,
      pixelMm: 1,
      tiltDeg: 18.5,
      heights: steps(0, 4, 4, 4, 4),
    });
    await expect(readVolume(tilted)).rejects.toThrow(
      "needs slices on a regular grid; slices are tilted by 18.50° against the way they follow each other, from 000.dcm at (-38, -32, 0) mm to 004.dcm at (-38, -32, 16) mm; { resample: true } resamples them",
    );
    const { volume, issues } = await readVolume(tilted, { resample: true });
    expect(issues.map(({ code }) => code)).toEqual(["resampled"]);
    expect(volume.dims[2]).toBe(5);
    expect(volume.spacing[2]).toBeCloseTo(4 * Math.cos((18.5 * Math.PI) / 180), 9);
    expectValues(volume, ramp, 0.6); // stored as whole numbers
  });

  it("puts unevenly spaced slices where they are", async () => {
    const ramp = ([x, y, z]: Vector3): number => 4 * x - 3 * y + 50 * z;
    const how = { ...GRID, pixelMm: 1, tiltDeg: 0, heights: steps(0, 1, 3, 2, 2, 5) };
    const { volume, issues } = await readVolume(scan(ramp, how), { resample: true });
    expect(volume.dims).toEqual([96, 80, 14]);
    expect(volume.spacing[2]).toBe(1);
    expect(issues[0]!.message).toContain(
      "slices lie 1.000 to 5.000 mm apart: 5.000 mm between 004.dcm at (-38, -32, 8) mm and 005.dcm at (-38, -32, 13) mm",
    );
    expectValues(volume, ramp, 0);
  });

  it("moves slices that lie aside back to their places", async () => {
    const folder = join(root, "aside");
    mkdirSync(folder);
    const ramp = (x: number, y: number, z: number): number => 4 * x + 8 * y + 16 * z;
    const shifts = [0, 0.5, -1.25, 2];
    for (const [k, shift] of shifts.entries()) {
      const pixels = pixels16(
        Array.from({ length: 12 }, (_, i) => ramp((i % 4) + shift, Math.floor(i / 4) - shift, k)),
      );
      writeFileSync(join(folder, `${k}`), dicomFile({ pixels, position: [shift, -shift, k] }));
    }
    const { volume } = await readVolume(folder, { resample: true });
    expect(volume.dims).toEqual([8, 7, 4]);
    expect(volume.origin).toEqual([-1.25, -2, 0]);
    expectValues(volume, ([x, y, z]) => ramp(x, y, z), 1e-4, 0);
  });

  it("measures the spheres of one phantom alike from scans of any geometry, within 0.3 mm", async () => {
    const expected = SPHERES.map(({ diameterMm }) => diameterMm);
    const uneven = steps(
      -24,
      ...Array.from({ length: 40 }, (_, k) => [1, 1.3, 0.9, 1.7, 1.1][k % 5]!),
    );
    const tilts = { ...GRID, rows: 96, origin: [-38, -38] } as const;
    const scans: readonly Scan[] = [
      straight,
      { ...tilts, tiltDeg: 18.5, heights: steps(-34, ...Array(60).fill(1.2)) },
      { ...tilts, tiltDeg: -18.5, heights: steps(-34, ...Array(60).fill(1.2)) },
      { ...GRID, tiltDeg: 0, heights: uneven },
      {
        ...tilts,
        tiltDeg: 12,
        heights: steps(
          -30,
          ...Array.from({ length: 50 }, (_, k) => [1, 1.3, 0.9, 1.7, 1.1][k % 5]!),
        ),
      },
    ];
    for (const how of scans) {
      const { volume } = await readVolume(scan(phantom, how), { resample: true });
      const got = diametersMm(volume, -450);
      expect(got.length).toBe(3);
      got.forEach((diameter, i) => {
        expect(Math.abs(diameter - expected[i]!)).toBeLessThan(0.3);
      });
    }
  });
});

const PHANTOM = pathOf("data/open/dicom/phantom_ct_5mm");
const without = existsSync(PHANTOM) ? "" : ` (without ${PHANTOM})`;

describe(`the ball of the head phantom${without}`, () => {
  // A ball of 25 mm by its largest section; its middle by the sections around.
  const CENTRE: Vector3 = [-23.5, 82.2, 776];

  const ballMm = ({ volume }: VolumeFile): number => {
    const at = (offset: number): Vector3 => {
      const index = worldToVoxel(volume, CENTRE);
      return index.map((value, a) =>
        Math.round(value + offset / volume.spacing[a]!),
      ) as unknown as Vector3;
    };
    return diametersMm(cropVolume(volume, at(-16), at(16)), -450)[0]!;
  };

  it.skipIf(without !== "")(
    "has one diameter in the scan and in tilted and uneven scans of what it shows",
    async () => {
      const original = await readVolume(PHANTOM);
      const body = (point: Vector3): number => {
        const value = sampleAtIndex(original.volume, worldToVoxel(original.volume, point));
        return Number.isNaN(value) ? -1000 : value;
      };
      const first = ballMm(original);
      const around = { columns: 110, rows: 110, pixelMm: 0.451171875, origin: [-48, 57] } as const;
      const gaps = Array.from({ length: 16 }, (_, k) => [4, 4, 7, 3][k % 4]!);
      for (const tiltDeg of [0, 18.5, -18.5]) {
        const folder = scan(body, { ...around, tiltDeg, heights: steps(740, ...gaps) });
        await expect(readVolume(folder)).rejects.toThrow("needs slices on a regular grid");
        const again = ballMm(await readVolume(folder, { resample: true }));
        expect(Math.abs(again - first)).toBeLessThan(0.5); // of slices 5 mm apart
        expect(Math.abs(again - 25)).toBeLessThan(1);
      }
    },
  );
});

/** Holds voxels inside the slices against a function of the world, but for a rim. */
function expectValues(
  volume: Volume,
  value: (point: Vector3) => number,
  within: number,
  rim = 0,
): void {
  const [ni, nj, nk] = volume.dims;
  let least = 0; // what stands outside the slices where there is no padding value
  for (const voxel of volume.voxels) least = Math.min(least, voxel);
  let compared = 0;
  for (let k = 0; k < nk; k++) {
    for (let j = rim; j < nj - rim; j++) {
      for (let i = rim; i < ni - rim; i++) {
        const got = volume.voxels[(k * nj + j) * ni + i]!;
        if (got === least || got === -2000) continue; // outside the slices
        compared++;
        const off = Math.abs(got - value(voxelToWorld(volume, [i, j, k])));
        if (off > within + 1e-3) expect({ i, j, k, off }).toEqual({ i, j, k, off: 0 });
      }
    }
  }
  expect(compared).toBeGreaterThan(ni * nj * nk * 0.1);
}
