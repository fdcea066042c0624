export { toJson } from "./output.js";
export type { Answer, Statistic, Statistics } from "./statistic.js";
export { answer, STATISTICS } from "./statistics.js";
