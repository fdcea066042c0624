import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readVolume } from "../../../src/geometry/io/read-volume.js";
import { writeVolume } from "../../../src/geometry/io/write-volume.js";
import { checkVolume, type Volume } from "../../../src/geometry/volume/volume.js";
import { InvalidInput } from "../../../src/numeric/invalid-input.js";
import { seeded } from "../../../src/numeric/random.js";
import { dicomFile, pixels16 } from "./dicom-file.js";
import { mutated } from "./mutated-bytes.js";

/** Mutants of all originals together; `scripts/mutate-volumes.mjs` asks for more. */
const MUTANTS = Number(process.env.GEOMETRY_MUTANTS ?? 1000);
const SEED = Number(process.env.GEOMETRY_MUTANTS_SEED ?? 20_240_611);
const LONGEST_MS = 10_000;
const MOST_BYTES = 2 ** 31; // of memory

const RLE = "test/reference/data/dicom/pydicom/MR_small_RLE.dcm";
const folder = mkdtempSync(join(tmpdir(), "ostia-mutants-"));
const originals: { name: string; bytes: Uint8Array }[] = [];

beforeAll(async () => {
  const volume: Volume = {
    dims: [8, 9, 10],
    spacing: [0.5, 0.75, 2],
    origin: [1, 2, 3],
    direction: Float64Array.of(0, 1, 0, 1, 0, 0, 0, 0, 1),
    voxels: Int16Array.from({ length: 720 }, (_, i) => (i * 37) % 1000),
  };
  for (const name of ["a.nrrd", "a.nii", "a.nii.gz", "a.mha"]) {
    await writeVolume(join(folder, name), volume);
    originals.push({ name, bytes: readFileSync(join(folder, name)) });
  }
  const pixels = pixels16(Array.from({ length: 12 }, (_, i) => i * 100));
  const image = { pixels, thickness: 2, intercept: -1024, slope: 1 };
  const frames = [{ position: [0, 0, 0] }, { position: [0, 0, 2] }];
  originals.push(
    { name: "explicit.dcm", bytes: dicomFile(image) },
    { name: "implicit.dcm", bytes: dicomFile({ ...image, transferSyntax: "1.2.840.10008.1.2" }) },
    {
      name: "deflated.dcm",
      bytes: dicomFile({ ...image, transferSyntax: "1.2.840.10008.1.2.1.99" }),
    },
    { name: "frames.dcm", bytes: dicomFile({ frames }) },
    { name: "rle.dcm", bytes: readFileSync(RLE) },
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("readVolume", () => {
  it(`ends in a message or a volume for ${MUTANTS} mutated files`, {
    timeout: 3_600_000,
  }, async () => {
    const random = seeded(SEED);
    const faults: string[] = [];
    let refused = 0;
    for (let i = 0; i < MUTANTS; i++) {
      const { name, bytes } = originals[i % originals.length]!;
      const mutant = mutated(bytes, random);
      const path = join(folder, `mutant-${name}`);
      writeFileSync(path, mutant.bytes);
      const start = performance.now();
      try {
        const { volume } = await readVolume(path);
        checkVolume("mutant", volume);
      } catch (error) {
        refused++;
        const isSaid = error instanceof InvalidInput && error.message.length < 1000;
        if (!isSaid) faults.push(`${i} ${name}, ${mutant.how}: ${String(error).slice(0, 200)}`);
      }
      const ms = performance.now() - start;
      if (ms > LONGEST_MS) faults.push(`${i} ${name}, ${mutant.how}: ${ms} ms`);
    }
    expect(faults).toEqual([]);
    expect(refused).toBeGreaterThan(MUTANTS / 4);
    expect(refused).toBeLessThan(MUTANTS);
    // Of the whole process; the kernel counts kilobytes.
    expect(process.resourceUsage().maxRSS * 1024).toBeLessThan(MOST_BYTES);
  });
});
