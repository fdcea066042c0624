import { isAbsolute, resolve } from "node:path";
import { InvalidInput } from "../../numeric/invalid-input.js";
import type { Vector3 } from "../vector.js";
import type { Volume, Voxels } from "../volume/volume.js";

/** What itk-wasm says of an image. */
interface ItkImage {
  readonly imageType: {
    readonly dimension: number;
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
 * Reads an image file of one volume (NRRD, NIfTI, MetaImage, VTK) by itk-wasm, LPS frame.
 *
 * The packages load when the first image is read: they are ES modules with pipelines of megabytes.
 *
 * @throws InvalidInput when it cannot be read, has not three dimensions or more than one value a voxel
 */
export async function readItkImage(path: string): Promise<Volume> {
  const { readImageNode } = await import("@itk-wasm/image-io");
  const image = await named(path, () => readImageNode(isAbsolute(path) ? path : resolve(path)));
  return volumeOf(path, image as ItkImage);
}

/** An image of itk-wasm as a volume, in memory that is not shared. */
export function volumeOf(where: string, image: ItkImage): Volume {
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

/** itk-wasm throws bare numbers and texts of its own: say which file it was. */
async function named<T>(where: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const said = error instanceof Error ? error.message : `itk-wasm stopped with ${String(error)}`;
    throw new InvalidInput(
      where,
      `cannot be read as an image: ${said.split("\n")[0]}`,
      "unreadable",
    );
  }
}
