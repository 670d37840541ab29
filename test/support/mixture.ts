import ts from "typescript";
import { prose } from "../../generator/code.js";
import { withGenerationImports } from "../../generator/emit/files.js";
import { renderer } from "../../generator/emit/render.js";
import { packageRoot } from "../../generator/workspace.js";

export type Files = ReadonlyMap<string, string>;

const HEADER = "// Generated from Pinterest's API description. Do not edit: run `pinterest-reports generate` again.\n\n";
const render = renderer(new URL("templates/", packageRoot));

/** Files whose texts are these numbers, as the pipeline ties them. */
export function generation(texts: Readonly<Record<string, number>>): Files {
  const { files, stamps } = withGenerationImports(
    new Map(
      Object.entries(texts).map(([path, value]) => [
        path,
        `${HEADER}/** A text. */\nexport const ${path.replace(/\W/g, "_")} = ${value};\n`,
      ]),
    ),
  );
  return new Map([
    ...files,
    ["generation.ts", render("generation", { mend: prose("run `pinterest-reports generate` again"), files: stamps })],
  ]);
}

export const differing = (one: Files, other: Files): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path));

/** What a run leaves that got so far: of these paths, the files of the other generation. */
export function mixture(from: Files, to: Files, done: readonly string[]): Files {
  const mixed = new Map(from);
  for (const path of done) {
    const text = to.get(path);
    if (text === undefined) mixed.delete(path);
    else mixed.set(path, text);
  }
  return mixed;
}

/** Whether the compiler takes all of them together; without its library, which none of them uses. */
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
  const program = ts.createProgram({ rootNames: [...files.keys()].map((path) => `/made/${path}`), options, host });
  // That there is no library is said once for each type which the compiler itself knows.
  return program.getSemanticDiagnostics().length + program.getSyntacticDiagnostics().length === 0;
}
