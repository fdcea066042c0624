import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "@tslab/typescript-for-tslab";
import { PACKAGE_ROOT } from "../src/notebook/project.js";

/** A file of the repository, parsed. */
export interface SourceFile {
  /** Path from the root: `src/analysis/arm.ts`. */
  readonly path: string;
  readonly text: string;
  readonly ast: ts.SourceFile;
}

/** A use of another module: by import, require, or a search for the place of a package. */
export interface ModuleUse {
  readonly name: string;
  readonly how: "import" | "lookup";
}

/** Paths of files below a folder of the repository, sorted; none where there is no such folder. */
export function filesBelow(folder: string, ending: RegExp): string[] {
  try {
    return readdirSync(join(PACKAGE_ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && ending.test(entry.name))
      .map((entry) => relative(PACKAGE_ROOT, join(entry.parentPath, entry.name)))
      .sort();
  } catch {
    return [];
  }
}

export function readText(path: string): string {
  return readFileSync(join(PACKAGE_ROOT, path), "utf8");
}

export function parseFile(path: string): SourceFile {
  const text = readText(path);
  return { path, text, ast: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) };
}

/** Calls `visit` with every node of a file. */
export function walk(file: SourceFile, visit: (node: ts.Node) => void): void {
  const each = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, each);
  };
  each(file.ast);
}

/** Modules that a file uses, types included. */
export function moduleUses(file: SourceFile): ModuleUse[] {
  const uses: ModuleUse[] = [];
  const add = (node: ts.Node | undefined, how: ModuleUse["how"]): void => {
    if (node && ts.isStringLiteralLike(node)) uses.push({ name: node.text, how });
    else if (node && ts.isTemplateExpression(node)) uses.push({ name: node.head.text, how });
  };
  walk(file, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, "import");
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, "import");
    } else if (ts.isCallExpression(node)) {
      const { expression } = node;
      const imports =
        expression.kind === ts.SyntaxKind.ImportKeyword ||
        (ts.isIdentifier(expression) && expression.text === "require") ||
        (ts.isCallExpression(expression) && expression.expression.getText() === "createRequire");
      if (imports) add(node.arguments[0], "import");
      if (ts.isPropertyAccessExpression(expression) && expression.name.text === "resolve") {
        const from = expression.expression.getText();
        if (from === "require" || from.startsWith("createRequire("))
          add(node.arguments[0], "lookup");
      }
    }
  });
  return uses;
}

/** The package that a module name belongs to, `undefined` for files and for Node's own modules. */
export function packageOf(name: string): string | undefined {
  if (name.startsWith(".") || name.startsWith("/") || name.startsWith("node:")) return undefined;
  const parts = name.split("/");
  return parts.slice(0, name.startsWith("@") ? 2 : 1).join("/");
}

/** Declarations that a file exports by name. */
export function exportedDeclarations(file: SourceFile): { name: string; node: ts.Node }[] {
  return file.ast.statements.flatMap((node): { name: string; node: ts.Node }[] => {
    const isExported =
      ts.canHaveModifiers(node) &&
      ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(node)) {
      return node.declarationList.declarations.map(({ name }) => ({ name: name.getText(), node }));
    }
    const { name } = node as ts.DeclarationStatement;
    return [{ name: name?.getText() ?? "default", node }];
  });
}

/** Whether a doc comment stands right before a declaration. */
export function isDocumented({ text }: SourceFile, node: ts.Node): boolean {
  const last = ts.getLeadingCommentRanges(text, node.pos)?.at(-1);
  return last !== undefined && text.startsWith("/**", last.pos);
}

/** Names that a module gives, those that it passes on included, sorted. */
export function exportedNames(paths: readonly string[]): string[][] {
  const program = ts.createProgram(
    paths.map((path) => join(PACKAGE_ROOT, path)),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: [],
      noLib: true,
      skipLibCheck: true,
    },
  );
  const checker = program.getTypeChecker();
  return paths.map((path) => {
    const file = program.getSourceFile(join(PACKAGE_ROOT, path));
    const symbol = file && checker.getSymbolAtLocation(file);
    if (!symbol) throw new Error(`${path} is no module`);
    return checker
      .getExportsOfModule(symbol)
      .map(({ name }) => name)
      .sort();
  });
}

/** Files of code outside src/. */
export function otherCode(): string[] {
  return ["test", "scripts", "bench", "bin"].flatMap((folder) => filesBelow(folder, CODE));
}

/** Endings of files of code. */
const CODE = /\.(ts|mts|mjs|js)$/;

/** Citation keys of reports/references.bib. */
export function bibliography(): string[] {
  const entries = readText("reports/references.bib").matchAll(/^@\w+\{([^,\s]+),/gm);
  return [...entries].map(([, key]) => key!);
}

/** Keys in `[@a, p. 3; -@b]`, without references to figures and tables. */
export function citedKeys(cited: string): string[] {
  return [...cited.matchAll(/(?<![\w.])@([\w:-]*\w)/g)]
    .map(([, key]) => key!)
    .filter((key) => !/^(fig|tbl)-/.test(key));
}
