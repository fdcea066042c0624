import { InvalidInput } from "../../numeric/invalid-input.js";

/** How the bytes of voxels stand in a file. */
export type Packing = "plain" | "deflated" | "hex" | "text";

const DEFLATE_RATIO = 1032; // the most that deflate packs: 258 bytes in two bits

/**
 * Refuses a header that promises more bytes of voxels than the file can hold, before memory is taken.
 *
 * @param promised - bytes of the voxels; of text, their number
 * @param there - bytes of the file that may hold them
 * @throws InvalidInput when they cannot be there
 */
export function checkPromise(
  where: string,
  promised: number,
  there: number,
  packing: Packing,
): void {
  const most = {
    plain: there,
    deflated: DEFLATE_RATIO * there,
    hex: there / 2,
    text: (there + 1) / 2, // a digit and a blank each
  }[packing];
  if (Number.isSafeInteger(promised) && promised <= most) return;
  const what = packing === "text" ? "numbers" : "bytes";
  const rest = packing === "plain" ? "" : `, which cannot hold them (${packing})`;
  throw new InvalidInput(
    where,
    `is truncated: its header promises ${promised} ${what}; ${Math.max(0, there)} bytes are there${rest}`,
    "truncated",
  );
}
