import { basename, resolve } from "node:path";
import { InvalidInput } from "../../numeric/invalid-input.js";
import type { Vector3 } from "../vector.js";
import type { Volume, Voxels } from "../volume/volume.js";
import { quietly } from "./itk-noise.js";

/** What itk-wasm says of an image. */
interface ItkImage {
  readonly imageType: {
    readonly dimension: number;
    readonly componentType: string;
    readonly pixelType: string;
    readonly components: number;
  };
  readonly size: readonly number[];
  readonly spacing: readonly number[];
  readonly origin: readonly number[];
  readonly direction: Float64Array;
  readonly data: unknown;
}

/**
 * Reads an image file of one volume (NRRD, MetaImage) by itk-wasm, LPS frame.
 *
 * The packages load when the first image is read: they are ES modules with pipelines of megabytes.
 *
 * @throws InvalidInput when it cannot be read, has not three dimensions or more than one value a voxel
 */
export async function readItkImage(path: string): Promise<Volume> {
  const { readImageNode } = await import("@itk-wasm/image-io");
  const image = await named(path, "read", () => readImageNode(resolve(path)));
  return volumeOf(path, image as ItkImage);
}

/**
 * Decodes DICOM files of one plane each by itk-wasm, in the order given; slope and intercept are
 * applied. Where the slices lie is not asked here: itk-wasm takes uneven and tilted ones for even.
 *
 * @param size - columns and rows of every file
 * @returns (files × rows × columns)
 * @throws InvalidInput when they cannot be decoded or are of another size
 */
export async function readItkSlices(
  paths: readonly string[],
  [columns, rows]: readonly [number, number],
): Promise<Voxels> {
  const { readImageDicomFileSeriesNode } = await import("@itk-wasm/dicom");
  const where = paths.length === 1 ? paths[0]! : `${paths[0]} to ${basename(paths.at(-1)!)}`;
  const inputImages = paths.map((path) => resolve(path));
  const { outputImage } = await named(where, "read", () =>
    readImageDicomFileSeriesNode({ inputImages, singleSortedSeries: true }),
  );
  const image = outputImage as ItkImage;
  const voxels = ownVoxels(where, image.data);
  if (image.imageType.components !== 1 || voxels.length !== columns * rows * paths.length) {
    const got = `${image.size.join(" × ")} of ${image.imageType.components} values`;
    throw new InvalidInput(
      where,
      `needs ${columns} × ${rows} pixels a file; itk-wasm decodes ${got}`,
      "unreadable",
    );
  }
  return voxels;
}

/**
 * Writes a volume by itk-wasm in the format of the path's ending.
 *
 * @throws InvalidInput when it cannot be written
 */
export async function writeItkImage(path: string, volume: Volume): Promise<void> {
  const { writeImageNode } = await import("@itk-wasm/image-io");
  const { voxels } = volume;
  const componentType = COMPONENT_TYPES.get(voxels.constructor.name);
  const image = {
    imageType: { dimension: 3, componentType, pixelType: "Scalar", components: 1 },
    name: "volume",
    size: [...volume.dims],
    spacing: [...volume.spacing],
    origin: [...volume.origin],
    direction: ownBuffer(volume.direction),
    metadata: new Map(),
    data: ownBuffer(voxels),
  } as unknown as Parameters<typeof writeImageNode>[0];
  const absolute = resolve(path);
  await named(path, "written", () => writeImageNode(image, absolute, { useCompression: true }));
}

const COMPONENT_TYPES: ReadonlyMap<string, string> = new Map([
  ["Int8Array", "int8"],
  ["Uint8Array", "uint8"],
  ["Int16Array", "int16"],
  ["Uint16Array", "uint16"],
  ["Int32Array", "int32"],
  ["Uint32Array", "uint32"],
  ["Float32Array", "float32"],
  ["Float64Array", "float64"],
]);

/** itk-wasm sends the whole buffer behind an array, so that a view would be written from its start. */
function ownBuffer<T extends Voxels>(array: T): T {
  const isWhole = array.byteOffset === 0 && array.byteLength === array.buffer.byteLength;
  return isWhole && array.buffer instanceof ArrayBuffer ? array : (array.slice() as T);
}

/** An image of itk-wasm as a volume, in memory that is not shared. */
function volumeOf(where: string, image: ItkImage): Volume {
  const { dimension, components } = image.imageType;
  if (dimension !== 3 || components !== 1) {
    const got = `${dimension} dimensions and ${components} values a voxel`;
    throw new InvalidInput(
      where,
      `needs a volume of 3 dimensions and one value a voxel; got ${got}`,
      "not_scalar_volume",
    );
  }
  const three = (values: readonly number[]): Vector3 => [values[0]!, values[1]!, values[2]!];
  return {
    dims: three(image.size),
    spacing: three(image.spacing),
    origin: three(image.origin),
    direction: Float64Array.from(image.direction, (value) => value + 0),
    voxels: ownVoxels(where, image.data),
  };
}

/** itk-wasm may answer with shared memory, which other parts of a program cannot take over. */
function ownVoxels(where: string, data: unknown): Voxels {
  if (!ArrayBuffer.isView(data) || data instanceof DataView) {
    throw new InvalidInput(where, "needs voxels; got none", "unreadable");
  }
  if (data instanceof BigInt64Array || data instanceof BigUint64Array)
    return Float64Array.from(data, Number);
  const voxels = data as Voxels;
  return voxels.buffer instanceof ArrayBuffer ? voxels : voxels.slice();
}

/** itk-wasm throws bare numbers and texts of its own: say which file it was, and what it printed. */
async function named<T>(
  where: string,
  done: "read" | "written",
  act: () => Promise<T>,
): Promise<T> {
  const printed: string[] = [];
  try {
    return await quietly(act, printed);
  } catch (error) {
    const said = error instanceof Error ? [error.message] : printed;
    const reason = said.flatMap((text) => text.split("\n")).find((line) => line.trim() !== "");
    const because = reason === undefined ? "" : `: ${reason.trim()}`;
    throw new InvalidInput(where, `cannot be ${done} by itk-wasm${because}`, "unreadable");
  }
}
