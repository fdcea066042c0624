import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readMesh } from "../../../src/geometry/io/read-mesh.js";
import { meshTopology } from "../../../src/geometry/mesh/topology.js";
import { checkMesh } from "../../../src/geometry/mesh/triangle-mesh.js";
import { type Random, seeded } from "../../../src/numeric/index.js";
import { InvalidInput } from "../../../src/numeric/invalid-input.js";
import { READERS, SAMPLES } from "./mesh-samples.js";

const folder = mkdtempSync(join(tmpdir(), "ostia-read-mesh-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Mutated files in all; scripts/fuzz-meshes.mjs asks for more. */
const MUTATIONS = Number(process.env.OSTIA_FUZZ_MESHES ?? 2000);
const SLOWEST_MS = 10_000;
const MOST_BYTES = 2 ** 31;
/** What headers are made to promise. */
const LIES = ["0", "1", "-1", "7", "255", "65536", "1000000000", "4294967295", "4294967297"].concat(
  ["1e15", "9007199254740991", "1e400", "NaN", "2.5", "constructor", ""],
);

describe("readMesh", () => {
  it.each(SAMPLES)("reads $format ($name) by the ending of its name", ({ format, bytes }) => {
    const path = join(folder, `model.${format.toUpperCase()}`);
    writeFileSync(path, bytes);
    const { mesh, format: found } = readMesh(path);
    expect(found).toBe(format);
    expect(meshTopology(mesh)).toMatchObject({ isWatertight: true, isConsistentlyWound: true });
  });

  it("refuses other endings, and what cannot be read", () => {
    expect(() => readMesh("model.step")).toThrow(
      "needs a mesh file (stl, ply, obj, off, vtk, vtp)",
    );
    expect(() => readMesh("model")).toThrow('got ""');
    expect(() => readMesh("constructor")).toThrow("needs a mesh file");
    expect(() => readMesh(join(folder, "none.stl"))).toThrow("cannot be read: ENOENT");
    expect(() => readMesh(join(folder))).toThrow("needs a mesh file");
  });

  it(`ends in a mesh or a message for ${MUTATIONS} spoiled files`, { timeout: 3_600_000 }, () => {
    const random = seeded(20261123);
    let refused = 0;
    let slowest = 0;
    for (let i = 0; i < MUTATIONS; i++) {
      const { format, name, bytes } = SAMPLES[i % SAMPLES.length]!;
      const spoiled = mutated(bytes, random);
      const started = performance.now();
      try {
        const { mesh } = READERS[format]("spoiled", spoiled);
        checkMesh("spoiled", mesh);
      } catch (error) {
        if (!(error instanceof InvalidInput)) {
          throw new Error(`mutation ${i} of ${format} (${name})`, { cause: error });
        }
        refused++;
      }
      slowest = Math.max(slowest, performance.now() - started);
    }
    expect(refused).toBeGreaterThan(MUTATIONS / 4);
    expect(slowest).toBeLessThan(SLOWEST_MS);
    expect(1024 * process.resourceUsage().maxRSS).toBeLessThan(MOST_BYTES);
  });
});

/** One to three changes: bits, cuts, blocks that change places or come twice, numbers that lie. */
function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  let spoiled: Uint8Array = Uint8Array.from(bytes);
  const below = (n: number): number => Math.floor(random.uniform() * n);
  for (let change = below(3); change >= 0; change--) {
    const length = spoiled.length;
    const early = random.uniform() < 0.5 ? Math.min(length, 400) : length; // in the header, half of them
    switch (below(6)) {
      case 0:
        for (let i = below(4); i >= 0; i--) {
          const at = below(early);
          if (at < length) spoiled[at]! ^= 1 << below(8);
        }
        break;
      case 1:
        spoiled = spoiled.slice(0, below(length));
        break;
      case 2: {
        const [from, to, size] = [below(length), below(length), below(64)];
        const block = spoiled.slice(from, from + size);
        spoiled.copyWithin(from, to, to + size);
        spoiled.set(block.subarray(0, Math.max(0, length - to)), to);
        break;
      }
      case 3: {
        const [from, size] = [below(length), below(200)];
        spoiled = Uint8Array.from([...spoiled.subarray(0, from + size), ...spoiled.subarray(from)]);
        break;
      }
      case 4:
        spoiled = withLie(spoiled, early, LIES[below(LIES.length)]!, below(40));
        break;
      default: {
        // Four bytes of a count, all ones or another size.
        const at = below(Math.max(1, early - 4));
        spoiled.subarray(at, at + 4).fill([0, 1, 127, 255][below(4)]!);
      }
    }
  }
  return spoiled;
}

/** The n-th number of the text put in place of another. */
function withLie(bytes: Uint8Array, within: number, lie: string, n: number): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  const numbers = [...text.slice(0, within).matchAll(/[\d.]+/g)];
  const chosen = numbers[n % Math.max(1, numbers.length)];
  if (chosen === undefined) return bytes;
  const end = chosen.index + chosen[0].length;
  return Uint8Array.from(
    Buffer.from(`${text.slice(0, chosen.index)}${lie}${text.slice(end)}`, "latin1"),
  );
}
