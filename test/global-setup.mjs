import { build } from "../scripts/setup.mjs";

/** Tests start processes, which run what is built: it has to be what stands in src/. */
export function setup() {
  build();
}
