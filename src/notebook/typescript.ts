import { createRequire } from "node:module";
import type compiler from "@tslab/typescript-for-tslab";

/**
 * The TypeScript that compiles notebooks: the copy that tslab ships. Lint, parameters and lineage read
 * cells with the same compiler that runs them.
 *
 * It is loaded by `require`: an `import` would first search its ten megabytes for the names that they
 * export, which takes Node longer than running them.
 */
export const ts: typeof compiler = createRequire(import.meta.url)("@tslab/typescript-for-tslab");

/** The types of the compiler that are named outside this file. */
export declare namespace ts {
  type CompilerOptions = compiler.CompilerOptions;
  type Expression = compiler.Expression;
  type Identifier = compiler.Identifier;
  type Node = compiler.Node;
  type Program = compiler.Program;
  type SourceFile = compiler.SourceFile;
  type TypeChecker = compiler.TypeChecker;
  type TypeNode = compiler.TypeNode;
}

/**
 * Lets the compiler of this process read the declarations of Node and of the language without their
 * documentation, which makes up half of them. For processes in which nobody asks for a tooltip: a kernel
 * starts a quarter of a second sooner.
 */
export function readTypesWithoutDocumentation(): void {
  const readFile = ts.sys.readFile;
  ts.sys.readFile = (path, encoding) => {
    const text = readFile.call(ts.sys, path, encoding);
    return text !== undefined && path.endsWith(".d.ts") ? withoutDocumentation(text) : text;
  };
}

/** A declaration file without the comments that begin a line with `/**`; what it declares stays. */
export function withoutDocumentation(text: string): string {
  return text.replace(/^[ \t]*\/\*\*[\s\S]*?\*\//gm, "");
}
