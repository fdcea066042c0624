export { InvalidInput } from "./invalid-input.js";
