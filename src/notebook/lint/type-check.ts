import { join, sep } from "node:path";
import { ts } from "../typescript.js";
import type { JoinedCells } from "./joined.js";

type Program = ts.Program;
type SourceFile = ts.SourceFile;

/** Joined notebooks as one strictly checked program. */
export interface CheckedCells {
  readonly program: Program;
  /** The module of each notebook, in the order given. */
  readonly files: readonly SourceFile[];
}

/**
 * A strict program over notebooks, each a module of its own, as if it stood in the project's root.
 *
 * The kernel checks one cell at a time and not strictly; here a parameter without a type, a value that may
 * be undefined or a name that is declared twice is an error.
 */
export function checkCells(root: string, notebooks: readonly JoinedCells[]): CheckedCells {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    esModuleInterop: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    types: ["node"],
    typeRoots: [join(root, "node_modules", "@types")],
  };
  const folder = root.split(sep).join("/"); // as TypeScript writes paths
  const virtual = new Map<string, string>();
  notebooks.forEach(({ source }, i) => {
    virtual.set(`${folder}/__notebook_${i}__.ts`, source);
  });
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getCurrentDirectory = () => root;
  host.fileExists = (path) => virtual.has(path) || fileExists.call(host, path);
  host.readFile = (path) => virtual.get(path) ?? readFile.call(host, path);
  host.getSourceFile = (path, language, ...rest) => {
    const source = virtual.get(path);
    return source === undefined
      ? getSourceFile.call(host, path, language, ...rest)
      : ts.createSourceFile(path, source, language, true);
  };
  const program = ts.createProgram([...virtual.keys()], options, host);
  return { program, files: [...virtual.keys()].map((path) => program.getSourceFile(path)!) };
}

/** Type errors of one module: line from 0 and the whole message. */
export function typeErrors(
  program: Program,
  file: SourceFile,
): { readonly line: number; readonly message: string }[] {
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
    ({ start = 0, messageText }) => ({
      line: file.getLineAndCharacterOfPosition(start).line,
      message: ts.flattenDiagnosticMessageText(messageText, "; "),
    }),
  );
}
