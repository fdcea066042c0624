import { neoLvotAreaMm2 } from "../../src/geometry/device/neo-lvot.js";
import {
  areaDerivedDiameterMm,
  perimeterDerivedDiameterMm,
} from "../../src/geometry/equivalent-diameter.js";
import {
  deviceCompression,
  oversizingByArea,
  oversizingByDiameter,
  oversizingByPerimeter,
} from "../../src/geometry/oversizing.js";
import type { ReferenceCase, ReferenceFamily } from "./reference.js";

type Numbers = Readonly<Record<string, number>>;

/** Oversizing, compression and the area that a mitral device leaves, per cent and mm². */
export const device: ReferenceFamily = {
  file: "device.json",
  cases: (
    json: Readonly<
      Record<"tavrOversizing" | "laaCompression" | "neoLvotCircles", readonly Numbers[]>
    >,
  ) => [
    ...json.tavrOversizing.map((one, i) =>
      caseOf(
        `oversizing ${i}`,
        one,
        ({ annulusArea: area, annulusPerimeter: perimeter, deviceDiameter: size }) => ({
          areaDerivedDiameter: areaDerivedDiameterMm(area!),
          perimeterDerivedDiameter: perimeterDerivedDiameterMm(perimeter!),
          oversizingByArea: 100 * oversizingByArea((Math.PI * size! ** 2) / 4, area!),
          oversizingByPerimeter: 100 * oversizingByPerimeter(Math.PI * size!, perimeter!),
          oversizingByAreaDerivedDiameter:
            100 * oversizingByDiameter(size!, areaDerivedDiameterMm(area!)),
        }),
      ),
    ),
    ...json.laaCompression.map((one, i) =>
      caseOf(`compression ${i}`, one, ({ nominal, deployed }) => ({
        compressionPercent: 100 * deviceCompression(nominal!, deployed!),
      })),
    ),
    ...json.neoLvotCircles.map((one, i) =>
      caseOf(`neo-LVOT ${i}`, one, ({ lvotRadius, deviceRadius, centreDistance }) => ({
        neoLvotArea: neoLvotAreaMm2(lvotRadius!, deviceRadius!, centreDistance!),
      })),
    ),
  ],
};

function caseOf(name: string, given: Numbers, compute: (given: Numbers) => Numbers): ReferenceCase {
  return {
    name,
    files: [],
    run: () =>
      Object.entries(compute(given)).map(([what, got]) => ({
        what,
        got,
        expected: given[what]!,
        relative: 1e-9,
        absolute: 1e-9,
      })),
  };
}
