export { type Design, type PowerCurve, powerCurve } from "./power-curve.js";
