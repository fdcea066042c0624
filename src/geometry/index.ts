export {
  areaDerivedDiameterMm,
  eccentricityIndex,
  perimeterDerivedDiameterMm,
} from "./equivalent-diameter.js";
export {
  coverIndex,
  deviceCompression,
  oversizingByArea,
  oversizingByDiameter,
  oversizingByPerimeter,
  sizeMismatchMm,
} from "./oversizing.js";
