export * from "./binomial-test.js";
export {
  type Proportion,
  type ProportionIntervals,
  proportion,
} from "./proportion.js";
