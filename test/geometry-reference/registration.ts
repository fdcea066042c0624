import { readMesh } from "../../src/geometry/io/read-mesh.js";
import { weldMesh } from "../../src/geometry/mesh/weld.js";
import { icpRegistration } from "../../src/geometry/registration/icp.js";
import {
  type PointRegistration,
  rigidRegistration,
  similarityRegistration,
} from "../../src/geometry/registration/point-registration.js";
import { type Compared, pathOf, type ReferenceCase, type ReferenceFamily } from "./reference.js";

interface Fit {
  readonly rotation: readonly (readonly number[])[];
  readonly translation: readonly number[];
  readonly scale?: number;
  readonly rms: number;
}

interface Points {
  readonly id: number | string;
  readonly source: readonly (readonly number[])[] | string;
  readonly target: readonly (readonly number[])[] | string;
  readonly trueRotation?: readonly (readonly number[])[];
  readonly trueTranslation?: readonly number[];
  readonly rigid?: Fit;
  readonly similarity?: Fit;
}

const ICP_RMS_MM = 0.02;
const ICP_ANGLE_DEG = 0.1;

/** Motions between paired points, and between surfaces. */
export const registration: ReferenceFamily = {
  file: "registration.json",
  cases: (json: { readonly cases: readonly Points[] }) =>
    json.cases.map((one) => {
      const { id, source, target, rigid, similarity } = one;
      if (typeof source === "string" || typeof target === "string") return icpCase(one);
      const [from, to] = [source, target].map((points) => Float64Array.from(points.flat()));
      return {
        name: `case ${id}`,
        files: [],
        run: () => [
          ...(rigid === undefined ? [] : compare("rigid", rigidRegistration(from!, to!), rigid)),
          ...(similarity === undefined
            ? []
            : compare("similarity", similarityRegistration(from!, to!), similarity)),
        ],
      };
    }),
};

/** All vertices of one surface laid on another, held against the motion that was put in. */
function icpCase({ id, source, target, trueRotation, trueTranslation }: Points): ReferenceCase {
  const files = [String(source), String(target)];
  return {
    name: `case ${id}`,
    files,
    run: () => {
      const [from, to] = files.map((file) => weldMesh(readMesh(pathOf(file)).mesh).mesh);
      const { transform, rmsMm } = icpRegistration(from!.positions, to!);
      // The angle of R Rᵗ(true): its trace is 1 + 2 cos.
      const trace = trueRotation!.flat().reduce((sum, r, i) => sum + r * transform.rotation[i]!, 0);
      const angleDeg = (Math.acos(Math.min(1, (trace - 1) / 2)) * 180) / Math.PI;
      return [
        { what: "rms", got: rmsMm, expected: 0, absolute: ICP_RMS_MM },
        { what: "angle", got: angleDeg, expected: 0, absolute: ICP_ANGLE_DEG },
        ...trueTranslation!.map((value, i) => ({
          what: `translation[${i}]`,
          got: transform.translation[i]!,
          expected: value,
          absolute: ICP_RMS_MM,
        })),
      ];
    },
  };
}

function compare(what: string, got: PointRegistration, expected: Fit): Compared[] {
  const { rotation, translation, scale } = got.transform;
  return [
    ...expected.rotation.flat().map((value, i) => ({
      what: `${what}, rotation[${i}]`,
      got: rotation[i]!,
      expected: value,
      absolute: 1e-9,
    })),
    ...expected.translation.map((value, i) => ({
      what: `${what}, translation[${i}]`,
      got: translation[i]!,
      expected: value,
      absolute: 1e-7,
    })),
    { what: `${what}, scale`, got: scale, expected: expected.scale ?? 1, relative: 1e-9 },
    {
      what: `${what}, rms`,
      got: got.rmsMm,
      expected: expected.rms,
      relative: 1e-6,
      absolute: 1e-8,
    },
  ];
}
