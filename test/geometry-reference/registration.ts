import {
  type PointRegistration,
  rigidRegistration,
  similarityRegistration,
} from "../../src/geometry/registration/point-registration.js";
import type { Compared, ReferenceFamily } from "./reference.js";

interface Fit {
  readonly rotation: readonly (readonly number[])[];
  readonly translation: readonly number[];
  readonly scale?: number;
  readonly rms: number;
}

interface Points {
  readonly id: number | string;
  readonly source: readonly (readonly number[])[] | string;
  readonly target: readonly (readonly number[])[];
  readonly rigid?: Fit;
  readonly similarity?: Fit;
}

/** Motions between paired points. */
export const registration: ReferenceFamily = {
  file: "registration.json",
  cases: (json: { readonly cases: readonly Points[] }) =>
    json.cases.flatMap(({ id, source, target, rigid, similarity }) => {
      if (typeof source === "string") return [];
      const [from, to] = [source, target].map((points) => Float64Array.from(points.flat()));
      return [
        {
          name: `case ${id}`,
          files: [],
          run: () => [
            ...(rigid === undefined ? [] : compare("rigid", rigidRegistration(from!, to!), rigid)),
            ...(similarity === undefined
              ? []
              : compare("similarity", similarityRegistration(from!, to!), similarity)),
          ],
        },
      ];
    }),
};

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
