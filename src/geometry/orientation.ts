const EPSILON = 2 ** -53;
const BOUND_3D = (7 + 56 * EPSILON) * EPSILON; // [@shewchuk1997]
const BOUND_2D = (3 + 16 * EPSILON) * EPSILON;

/**
 * On which side of the plane through three points a fourth lies: the sign of the determinant of b − a,
 * c − a, d − a, exact for every double. Floating-point numbers decide where they can; where their error
 * could turn the sign, whole numbers do.
 *
 * @param p - (n × 3)
 * @param a - indices of points, as b, c and d
 * @returns 1 on the side of the normal (b − a) × (c − a), −1 on the other, 0 in the plane
 * @source [@shewchuk1997]
 */
export function sideOfPlane(p: Float64Array, a: number, b: number, c: number, d: number): number {
  const [ax, ay, az] = [p[3 * a]!, p[3 * a + 1]!, p[3 * a + 2]!];
  const ux = p[3 * b]! - ax;
  const uy = p[3 * b + 1]! - ay;
  const uz = p[3 * b + 2]! - az;
  const vx = p[3 * c]! - ax;
  const vy = p[3 * c + 1]! - ay;
  const vz = p[3 * c + 2]! - az;
  const wx = p[3 * d]! - ax;
  const wy = p[3 * d + 1]! - ay;
  const wz = p[3 * d + 2]! - az;
  const [vxwy, vywx] = [vx * wy, vy * wx];
  const [wxuy, wyux] = [wx * uy, wy * ux];
  const [uxvy, uyvx] = [ux * vy, uy * vx];
  const det = uz * (vxwy - vywx) + vz * (wxuy - wyux) + wz * (uxvy - uyvx);
  const permanent =
    Math.abs(uz) * (Math.abs(vxwy) + Math.abs(vywx)) +
    Math.abs(vz) * (Math.abs(wxuy) + Math.abs(wyux)) +
    Math.abs(wz) * (Math.abs(uxvy) + Math.abs(uyvx));
  if (permanent === 0 || Math.abs(det) > BOUND_3D * permanent) return Math.sign(det);
  return exactSide(p, a, b, c, d);
}

/**
 * To which side three points turn when one looks along an axis: exact as `sideOfPlane`.
 *
 * @param p - (n × 3)
 * @param a - indices of points, as b and c
 * @param axis - 0, 1 or 2, the coordinate that is left out
 * @returns 1 where a, b, c run anticlockwise in the other two coordinates in their cyclic order, −1
 *   where clockwise, 0 on a line
 * @source [@shewchuk1997]
 */
export function turnAlong(p: Float64Array, a: number, b: number, c: number, axis: number): number {
  const [x, y] = [(axis + 1) % 3, (axis + 2) % 3];
  const [ax, ay] = [p[3 * a + x]!, p[3 * a + y]!];
  const one = (p[3 * b + x]! - ax) * (p[3 * c + y]! - ay);
  const other = (p[3 * b + y]! - ay) * (p[3 * c + x]! - ax);
  const sum = Math.abs(one) + Math.abs(other);
  if (sum === 0 || Math.abs(one - other) > BOUND_2D * sum) return Math.sign(one - other);
  const [px, py, qx, qy, rx, ry] = wholeNumbers([
    ...[ax, ay, p[3 * b + x]!, p[3 * b + y]!, p[3 * c + x]!, p[3 * c + y]!],
  ]) as [bigint, bigint, bigint, bigint, bigint, bigint];
  return signOf((qx - px) * (ry - py) - (qy - py) * (rx - px));
}

function exactSide(p: Float64Array, a: number, b: number, c: number, d: number): number {
  const n = wholeNumbers([a, b, c, d].flatMap((i) => [p[3 * i]!, p[3 * i + 1]!, p[3 * i + 2]!]));
  const from = (i: number): [bigint, bigint, bigint] => [
    n[3 * i]! - n[0]!,
    n[3 * i + 1]! - n[1]!,
    n[3 * i + 2]! - n[2]!,
  ];
  const [[ux, uy, uz], [vx, vy, vz], [wx, wy, wz]] = [from(1), from(2), from(3)];
  return signOf(uz * (vx * wy - vy * wx) + vz * (wx * uy - wy * ux) + wz * (ux * vy - uy * vx));
}

const double = new DataView(new ArrayBuffer(8));

/** Doubles times the least power of two that makes them all whole. */
function wholeNumbers(values: readonly number[]): bigint[] {
  const parts = values.map((value) => {
    double.setFloat64(0, value);
    const high = double.getUint32(0);
    const biased = (high >>> 20) & 0x7ff;
    const fraction = (high & 0xfffff) * 2 ** 32 + double.getUint32(4);
    const mantissa = biased === 0 ? fraction : fraction + 2 ** 52;
    return { mantissa: value < 0 ? -mantissa : mantissa, exponent: Math.max(1, biased) };
  });
  const least = Math.min(
    ...parts.map(({ mantissa, exponent }) =>
      mantissa === 0 ? Number.POSITIVE_INFINITY : exponent,
    ),
  );
  return parts.map(({ mantissa, exponent }) =>
    mantissa === 0 ? 0n : BigInt(mantissa) << BigInt(exponent - least),
  );
}

function signOf(value: bigint): number {
  return value > 0n ? 1 : value < 0n ? -1 : 0;
}
