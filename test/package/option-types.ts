import { join } from "node:path";
import ts from "typescript";
import { ENTRIES, ROOT } from "./packed.js";

/** An optional property of options that users pass. */
export interface OptionalProperty {
  /** For example `ClientOptions.baseUrl`. */
  readonly name: string;
  readonly file: string;
  readonly admitsUndefined: boolean;
}

/** Names of types and parameters that contain options. */
const OPTION_TYPE = /(?:Options|Settings|Credentials)$/;
const OPTION_PARAMETER = /^(?:options|settings|limits)$/;

/**
 * The optional properties of all option types, including the plain objects in them. Option types
 * are exported types and parameter types with matching names, but not a tracer's. `typesOf` is an
 * entry's types file.
 */
export function optionalProperties(
  typesOf: (entry: string) => string,
): readonly OptionalProperty[] {
  const files = ENTRIES.filter((entry) => entry !== "pinterest-reports/schema").map(typesOf);
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    exactOptionalPropertyTypes: true,
    typeRoots: [join(ROOT, "node_modules/@types")],
  });
  const checker = program.getTypeChecker();
  const found = new Map<ts.Node, OptionalProperty>();
  const seen = new Set<ts.Type>();
  const visited = new Set<ts.Type>();

  /** Whether it belongs to the package rather than to a request or response of the API. */
  const isOwn = ({ fileName }: ts.SourceFile): boolean => /\/dist\/runtime\//.test(fileName);

  const addOptions = (type: ts.Type, name: string): void => {
    if (seen.has(type)) return;
    seen.add(type);
    if (type.isUnionOrIntersection()) {
      for (const one of type.types) addOptions(one, name);
      return;
    }
    const owner = type.aliasSymbol?.name ?? type.symbol?.name ?? name;
    for (const { type: item } of checker.getIndexInfosOfType(type)) addOptions(item, name);
    for (const property of type.getProperties()) {
      const [declaration] = property.declarations ?? [];
      if (
        property.name.startsWith("__") ||
        declaration === undefined ||
        !ts.isPropertySignature(declaration) ||
        declaration.type === undefined ||
        !isOwn(declaration.getSourceFile())
      )
        continue;
      const value = checker.getTypeFromTypeNode(declaration.type);
      if (declaration.questionToken !== undefined && !found.has(declaration)) {
        const parent = ts.isInterfaceDeclaration(declaration.parent)
          ? declaration.parent.name.text
          : owner.replace(/^__type$/, name);
        found.set(declaration, {
          name: `${parent}.${property.name}`,
          file: declaration.getSourceFile().fileName,
          admitsUndefined: admitsUndefined(value),
        });
      }
      addOptions(value, `${owner}.${property.name}`);
    }
  };

  const visit = (type: ts.Type): void => {
    if (visited.has(type) || type.symbol?.name === "Tracer") return;
    visited.add(type);
    if (type.isUnionOrIntersection()) for (const one of type.types) visit(one);
    for (const signature of type.getCallSignatures()) {
      for (const parameter of signature.getParameters()) {
        const { valueDeclaration: node } = parameter;
        if (node === undefined || !isIn(node)) continue;
        const value = checker.getTypeOfSymbolAtLocation(parameter, node);
        if (OPTION_PARAMETER.test(parameter.name)) addOptions(value, parameter.name);
      }
      visit(signature.getReturnType());
    }
    for (const property of type.getProperties()) {
      const [node] = property.declarations ?? [];
      if (node !== undefined && isIn(node))
        visit(checker.getTypeOfSymbolAtLocation(property, node));
    }
  };
  const isIn = (node: ts.Node): boolean =>
    /\/(?:runtime|generated)\//.test(node.getSourceFile().fileName);

  for (const file of files) {
    const entry = checker.getSymbolAtLocation(program.getSourceFile(file) as ts.SourceFile);
    for (const one of checker.getExportsOfModule(entry as ts.Symbol)) {
      const symbol = one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one;
      const isType = (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) !== 0;
      const [node] = symbol.declarations ?? [];
      if (node === undefined) continue;
      if (isType && OPTION_TYPE.test(one.name))
        addOptions(checker.getDeclaredTypeOfSymbol(symbol), one.name);
      visit(
        isType
          ? checker.getDeclaredTypeOfSymbol(symbol)
          : checker.getTypeOfSymbolAtLocation(symbol, node),
      );
    }
  }
  return [...found.values()];
}

function admitsUndefined(type: ts.Type): boolean {
  if (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return true;
  return type.isUnion() && type.types.some(admitsUndefined);
}
