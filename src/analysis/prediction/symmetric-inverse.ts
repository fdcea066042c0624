import { choleskyInverse } from "../../numeric/index.js";

/** A symmetric positive definite matrix inverted, and symmetric to the last bit; undefined when it is not definite. */
export function symmetricInverse(a: readonly (readonly number[])[]): number[][] | undefined {
  const inverse = choleskyInverse(symmetrised(a))?.inverse;
  return inverse === undefined ? undefined : symmetrised(inverse);
}

function symmetrised(a: readonly (readonly number[])[]): number[][] {
  return a.map((row, j) => row.map((value, k) => (value + a[k]![j]!) / 2));
}
