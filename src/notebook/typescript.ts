/**
 * The TypeScript that compiles notebooks: the copy that tslab ships. Lint, parameters and lineage read
 * cells with the same compiler that runs them.
 */
import ts from "@tslab/typescript-for-tslab";

export { ts };
