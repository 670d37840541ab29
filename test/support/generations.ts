import ts from "typescript";

export type Files = ReadonlyMap<string, string>;

const HEADER =
  "// Generated from Pinterest's API description. Do not edit: run `pinterest-reports generate` again.\n\n";

/**
 * Generated files that export these numbers. None of them imports another, so any combination
 * compiles.
 */
export function generation(values: Readonly<Record<string, number>>): Files {
  return new Map(
    Object.entries(values).map(([path, value]) => [
      path,
      `${HEADER}export const ${path.replace(/\W/g, "_")} = ${value};\n`,
    ]),
  );
}

export const differing = (one: Files, other: Files): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => one.get(path) !== other.get(path),
  );

/** Whether all files compile together, without the standard library, which they do not use. */
export function compiles(files: Files): boolean {
  const options = {
    noLib: true,
    noUnusedLocals: true,
    verbatimModuleSyntax: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const text = (path: string): string | undefined =>
    path === "/made/package.json" ? '{ "type": "module" }' : files.get(path.replace("/made/", ""));
  host.fileExists = (path) => text(path) !== undefined;
  host.readFile = text;
  host.directoryExists = (path) => path.startsWith("/made");
  host.getSourceFile = (path, version) => {
    const found = text(path);
    return found === undefined ? undefined : ts.createSourceFile(path, found, version);
  };
  const program = ts.createProgram({
    rootNames: [...files.keys()].map((path) => `/made/${path}`),
    options,
    host,
  });
  // The compiler reports the missing library once for each of its own types.
  return program.getSemanticDiagnostics().length + program.getSyntacticDiagnostics().length === 0;
}
