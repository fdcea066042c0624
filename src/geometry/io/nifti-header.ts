import { InvalidInput } from "../../numeric/invalid-input.js";
import type { GeometryIssue } from "../issue.js";
import type { Vector3 } from "../vector.js";
import type { VolumeGrid } from "../volume/volume.js";

/** What a NIfTI header says of the voxels. */
export interface NiftiHeader {
  readonly dims: readonly [number, number, number];
  readonly volumes: number; // 1 but for four dimensions and more
  readonly datatype: number; // NIfTI's code
  readonly isBigEndian: boolean;
  readonly offset: number; // bytes
  readonly slope: number;
  readonly intercept: number;
  /** (3 × 4) index → world, RAS mm. */
  readonly affine: readonly (readonly number[])[];
  readonly issues: readonly GeometryIssue[];
}

/** Bytes of the longest header. */
export const NIFTI_HEADER_BYTES = 540;
const SIZES = [348, 540] as const; // of NIfTI-1 and NIfTI-2
const TO_MM = new Map([
  [1, 1000],
  [2, 1],
  [3, 0.001],
]);
const SAME_MM = 1e-3;

/**
 * Reads the header of a NIfTI-1 or NIfTI-2 file.
 *
 * The affine is that of the sform, else of the qform, else the spacings alone.
 *
 * @param where - how refusals name the file
 * @throws InvalidInput when it is none, keeps its voxels in another file or has fewer than three dimensions
 * @source [@cox2004] the fields and the three ways to place a voxel
 */
export function niftiHeader(where: string, bytes: Uint8Array): NiftiHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = [true, false].find(
    (little) => bytes.length >= 348 && SIZES.some((size) => view.getInt32(0, little) === size),
  );
  if (isLittle === undefined) {
    throw new InvalidInput(where, "is no NIfTI file: its header has no size of one", "unreadable");
  }
  const isTwo = view.getInt32(0, isLittle) === 540;
  if (isTwo && bytes.length < 540) {
    throw new InvalidInput(where, "is truncated: its header is not whole", "truncated");
  }
  const magic = String.fromCharCode(...bytes.subarray(isTwo ? 4 : 344, isTwo ? 7 : 347));
  if (magic !== "n+1" && magic !== "n+2") {
    const said =
      "keeps no voxels in itself (no magic n+1 or n+2): not read; save it as one .nii file";
    throw new InvalidInput(where, said, "unreadable");
  }
  const real = (one: number, two: number): number =>
    isTwo ? view.getFloat64(two, isLittle) : view.getFloat32(one, isLittle);
  const short = (one: number, two: number): number =>
    isTwo ? view.getInt32(two, isLittle) : view.getInt16(one, isLittle);
  const reals = (one: number, two: number, count: number): number[] =>
    Array.from({ length: count }, (_, i) => real(one + 4 * i, two + 8 * i));
  const dim = Array.from({ length: 8 }, (_, i) =>
    isTwo ? Number(view.getBigInt64(16 + 8 * i, isLittle)) : view.getInt16(40 + 2 * i, isLittle),
  );
  const dims = dimsOf(where, dim);
  const pixdim = reals(76, 104, 8);
  const unitCode = (isTwo ? view.getInt32(500, isLittle) : view.getUint8(123)) & 7;
  const scale = TO_MM.get(unitCode) ?? 1;
  const issues: GeometryIssue[] = [];
  if (scale !== 1) {
    const unit = scale > 1 ? "metres" : "micrometres";
    issues.push({ code: "units", message: `its lengths are in ${unit}: taken to mm` });
  }
  const srows = [reals(280, 400, 4), reals(296, 432, 4), reals(312, 464, 4)];
  const quaternion = [...reals(256, 352, 3), ...reals(268, 376, 3)];
  const forms = { qform: short(252, 344), sform: short(254, 348) };
  const affine = affineOf(forms, pixdim, srows, quaternion, issues);
  const slope = real(112, 176);
  const isScaled = Number.isFinite(slope) && slope !== 0;
  const intercept = real(116, 184);
  return {
    ...dims,
    datatype: isTwo ? view.getInt16(12, isLittle) : view.getInt16(70, isLittle),
    isBigEndian: !isLittle,
    offset: Math.max(
      isTwo ? Number(view.getBigInt64(168, isLittle)) : view.getFloat32(108, isLittle),
      isTwo ? 544 : 352,
    ),
    slope: isScaled ? slope : 1,
    intercept: isScaled && Number.isFinite(intercept) ? intercept : 0,
    affine: affine.map((row) => row.map((value) => value * scale)),
    issues,
  };
}

function dimsOf(where: string, dim: readonly number[]): Pick<NiftiHeader, "dims" | "volumes"> {
  const count = dim[0]!;
  if (!(count >= 3 && count <= 7)) {
    throw new InvalidInput(where, `needs 3 dimensions; got ${count}`, "not_scalar_volume");
  }
  const sizes = dim.slice(1, count + 1);
  if (!sizes.every((size) => size > 0)) {
    throw new InvalidInput(
      where,
      `needs sizes above 0; got ${sizes.join(" × ")}`,
      "not_scalar_volume",
    );
  }
  return {
    dims: [sizes[0]!, sizes[1]!, sizes[2]!],
    volumes: sizes.slice(3).reduce((product, size) => product * size, 1),
  };
}

function affineOf(
  { qform, sform }: { qform: number; sform: number },
  pixdim: readonly number[],
  srows: readonly (readonly number[])[],
  quaternion: readonly number[],
  issues: GeometryIssue[],
): readonly (readonly number[])[] {
  const turned = qform > 0 ? quaternionAffine(pixdim, quaternion) : undefined;
  if (sform > 0) {
    const off = turned?.flatMap((row, a) => row.map((value, b) => Math.abs(value - srows[a]![b]!)));
    if (off?.some((mm) => mm > SAME_MM)) {
      const message = "its sform and its qform place voxels differently: the sform is taken";
      issues.push({ code: "two_orientations", message });
    }
    return srows;
  }
  if (turned !== undefined) return turned;
  const message =
    "it says not how its axes lie (no sform, no qform): taken as right, anterior, superior";
  issues.push({ code: "no_orientation", message });
  return [0, 1, 2].map((a) => [0, 1, 2, 3].map((b) => (a === b ? pixdim[a + 1]! : 0)));
}

/** The affine of the qform: a unit quaternion of which a ≥ 0 is left out, spacings, and an offset. */
function quaternionAffine(
  pixdim: readonly number[],
  [b = 0, c = 0, d = 0, x = 0, y = 0, z = 0]: readonly number[],
): readonly (readonly number[])[] {
  const a = Math.sqrt(Math.max(0, 1 - b * b - c * c - d * d));
  const left = pixdim[0]! < 0 ? -1 : 1; // the third axis turned round
  const [u, v, w] = [pixdim[1]!, pixdim[2]!, left * pixdim[3]!];
  return [
    [u * (a * a + b * b - c * c - d * d), v * 2 * (b * c - a * d), w * 2 * (b * d + a * c), x],
    [u * 2 * (b * c + a * d), v * (a * a + c * c - b * b - d * d), w * 2 * (c * d - a * b), y],
    [u * 2 * (b * d - a * c), v * 2 * (c * d + a * b), w * (a * a + d * d - b * b - c * c), z],
  ];
}

/**
 * The grid of a NIfTI file in the LPS frame: x and y change their sign.
 *
 * @throws InvalidInput when the axes are sheared, of no length or not finite
 */
export function niftiGrid(where: string, { dims, affine }: NiftiHeader): VolumeGrid {
  const lps = [0, 1, 2].map((a) => affine[a]!.map((value) => (a < 2 ? 0 - value : value + 0)));
  const column = (b: number): Vector3 => [lps[0]![b]!, lps[1]![b]!, lps[2]![b]!];
  const axes = [column(0), column(1), column(2)] as const;
  const spacing = axes.map((axis) => Math.hypot(...axis)) as unknown as Vector3;
  if (!lps.flat().every(Number.isFinite) || !spacing.every((mm) => mm > 0)) {
    const got = spacing.join(" × ");
    throw new InvalidInput(
      where,
      `needs finite axes; got spacings of ${got} mm`,
      "not_orthonormal",
    );
  }
  for (const [a, b] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    const cosine = axes[a].reduce((sum, value, i) => sum + value * axes[b][i]!, 0);
    const deg = (Math.acos(cosine / (spacing[a] * spacing[b])) * 180) / Math.PI;
    if (Math.abs(deg - 90) < 0.005) continue;
    const said = `axes ${"ijk"[a]} and ${"ijk"[b]} meet at ${deg.toFixed(2)}° (sheared)`;
    throw new InvalidInput(where, `needs perpendicular axes; ${said}`, "not_orthonormal");
  }
  return {
    dims,
    spacing,
    origin: column(3),
    direction: Float64Array.from(
      [0, 1, 2].flatMap((row) => axes.map((axis, a) => axis[row]! / spacing[a]!)),
    ),
  };
}
