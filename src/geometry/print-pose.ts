/** How a model stands in a printer. */
export interface PrintPose {
  readonly fits: boolean;
  readonly up: "x" | "y" | "z"; // the axis of the model that points upwards
  readonly sizeMm: readonly [number, number, number]; // width, depth and height as it stands
  readonly heightMm: number;
}

const AXES = ["x", "y", "z"] as const;

/**
 * Which axis of a model should point upwards: of the ways in which it fits the printer the lowest, for
 * that is the quickest print; where none fits, the model's own z.
 *
 * @param sizeMm - along the model's axes
 * @param buildMm - width, depth and height of the printer's room; the model may be turned about the vertical by a right angle
 */
export function bestPose(
  sizeMm: readonly [number, number, number],
  buildMm: readonly [number, number, number],
): PrintPose {
  const poses = [2, 1, 0].flatMap((up) => {
    const [a, b] = [sizeMm[(up + 1) % 3]!, sizeMm[(up + 2) % 3]!];
    return [
      [a, b],
      [b, a],
    ].map(([width, depth]) => poseOf(AXES[up]!, [width!, depth!, sizeMm[up]!], buildMm));
  });
  const [best] = poses.filter(({ fits }) => fits).sort((p, q) => p.heightMm - q.heightMm);
  return best ?? poses[0]!;
}

function poseOf(
  up: PrintPose["up"],
  sizeMm: readonly [number, number, number],
  buildMm: readonly number[],
): PrintPose {
  const fits = sizeMm.every((side, axis) => side <= buildMm[axis]!);
  return { fits, up, sizeMm, heightMm: sizeMm[2] };
}
