import { join } from "node:path";
import ts from "typescript";
import { blocksOf } from "../support/markdown.js";
import { ENTRIES, type Packed, ROOT, typesOf } from "./packed.js";

/** A public name, or a member of one, with the file that declares it. */
export interface Declared {
  readonly name: string;
  readonly file: string;
  /** The text that an editor shows; empty if there is none. */
  readonly doc: string;
  /** The texts of its `@throws`. */
  readonly throws: readonly string[];
  /** The programs of its `@example`. */
  readonly examples: readonly string[];
}

/**
 * All exports of the package's entries, and the members of exported interfaces and classes, as an
 * editor reads the packed types.
 */
export function declaredBy({ installed }: Packed): readonly Declared[] {
  // openapi-typescript's output has its own comments.
  const entries = ENTRIES.filter((entry) => entry !== "pinterest-reports/schema");
  const files = entries.map((entry) => join(installed, typesOf(entry)));
  const options = {
    module: ts.ModuleKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    typeRoots: [join(ROOT, "node_modules/@types")],
  };
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const found = new Map<ts.Symbol, Declared>();
  for (const file of files) {
    const entry = checker.getSymbolAtLocation(program.getSourceFile(file) as ts.SourceFile);
    for (const one of checker.getExportsOfModule(entry as ts.Symbol)) {
      const symbol = one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one;
      if (found.has(symbol)) continue;
      found.set(symbol, declared(symbol, one.name, checker));
      for (const member of membersOf(symbol, checker)) {
        if (!found.has(member))
          found.set(member, declared(member, `${one.name}.${member.name}`, checker));
      }
    }
  }
  return [...found.values()];
}

function membersOf(symbol: ts.Symbol, checker: ts.TypeChecker): readonly ts.Symbol[] {
  const own = (symbol.declarations ?? []).flatMap((one) =>
    ts.isTypeAliasDeclaration(one) && ts.isTypeLiteralNode(one.type)
      ? [...one.type.members]
      : ts.isInterfaceDeclaration(one) || ts.isClassDeclaration(one)
        ? [...one.members]
        : [],
  );
  // Members of a base type, such as the columns of a table.
  const declared = symbol.declarations?.some(
    (one) => ts.isInterfaceDeclaration(one) && one.heritageClauses !== undefined,
  )
    ? checker.getDeclaredTypeOfSymbol(symbol).getProperties()
    : [];
  const symbols = own.flatMap((node) =>
    "symbol" in node && node.symbol ? [node.symbol as ts.Symbol] : [],
  );
  return [...new Set([...symbols, ...declared])].filter(
    ({ name, declarations: [first] = [] }) =>
      !name.startsWith("__") && first !== undefined && !isPrivate(first),
  );
}

function isPrivate(node: ts.Declaration): boolean {
  return (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Private) !== 0;
}

function declared(symbol: ts.Symbol, name: string, checker: ts.TypeChecker): Declared {
  const tags = symbol.getJsDocTags(checker);
  return {
    name,
    file: symbol.declarations?.[0]?.getSourceFile().fileName.replace(/^.*\/dist\//, "") ?? "",
    doc: ts
      .displayPartsToString(symbol.getDocumentationComment(checker))
      .trim()
      .replace(/(?<=\S)\n(?=\S)/g, " "),
    throws: tags
      .filter(({ name: tag }) => tag === "throws")
      .map(({ text }) => ts.displayPartsToString(text)),
    examples: tags
      .filter(({ name: tag }) => tag === "example")
      .flatMap(({ text }) => blocksOf(`${ts.displayPartsToString(text)}\n`))
      .map(({ text }) => text),
  };
}
