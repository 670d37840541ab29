import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const HOUSE = ["runtime", "generated", "generator", "cli"];

const ROOMS = ["jobs", "sync", "testing", "writers"];
const ENTRIES = [
  "generated/index.ts",
  "runtime/index.ts",
  ...ROOMS.map((room) => `runtime/${room}/index.ts`),
];

const files = HOUSE.flatMap((folder) => walk(folder)).filter((file) => file.endsWith(".ts"));
const sources = new Map(files.map((file) => [file, parse(file)]));
const written = files.filter((file) => !file.startsWith("generated/"));

describe("the names of files", () => {
  it("describe the content of the file", () => {
    const vague = [...files, ...walk("templates")].filter((file) =>
      /(^|\/)(utils?|helpers?|common|misc|shared|lib)(\/|\.|$)/.test(file),
    );
    expect(vague).toEqual([]);
  });

  it("do not include index.ts, except at entry points", () => {
    expect(
      files.filter((file) => basename(file) === "index.ts" && !ENTRIES.includes(file)),
    ).toEqual([]);
  });

  it("are kebab-case", () => {
    expect(written.filter((file) => !/^[a-z0-9-]+\.ts$/.test(basename(file)))).toEqual([]);
  });

  it("are listed at the package's entry points, and only types are re-exported with a star", () => {
    const stars = [...sources].filter(([, source]) =>
      source.statements.some(
        (line) => ts.isExportDeclaration(line) && !line.isTypeOnly && !line.exportClause,
      ),
    );
    // Two entry points combine several files, each of which lists its own exports.
    expect(
      stars
        .map(([file]) => file)
        .filter((file) => !["generated/data.ts", "runtime/support.ts"].includes(file)),
    ).toEqual([]);
  });
});

describe("an exported name", () => {
  it("is imported by another file", () => {
    const imported = new Set([...sources.values()].flatMap(importsOf));
    const exported = [...sources]
      // The support files export names for generated code and users.
      .filter(([file]) => written.includes(file) && !/^runtime\/support(-[\w-]+)?\.ts$/.test(file))
      .flatMap(([file, { statements }]) =>
        statements.flatMap(exportedNames).map((name) => `${file} ${name}`),
      );
    expect(exported.length).toBeGreaterThan(500);
    // There are many other files, so they are read only for the remaining names.
    const left = new Set(exported.filter((name) => !imported.has(name)));
    const outside = ["bench", "test", "docs", ".github"]
      .flatMap(walk)
      .filter((file) => /\.(tsx?|js)$/.test(file));
    for (const file of outside) {
      const text = read(file);
      if ([...left].some((name) => text.includes(name.split(" ")[1] ?? "")))
        for (const name of importsOf(parse(file))) left.delete(name);
    }
    expect([...left]).toEqual([]);
  });

  /** Functions, classes and values; types may be exported so that declarations can name them. */
  function exportedNames(statement: ts.Statement): readonly string[] {
    if (
      !(
        ts.canHaveModifiers(statement) &&
        statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
      )
    )
      return [];
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
      return statement.name === undefined ? [] : [statement.name.text];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : [],
    );
  }

  /**
   * What a file imports or re-exports, as file and name. For a module imported as a whole, all
   * members that the file uses.
   */
  function importsOf(source: ts.SourceFile): readonly string[] {
    const found: string[] = [];
    const add = (specifier: ts.Node | undefined, names: Iterable<string>): void => {
      if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
      const file = join(dirname(source.fileName), specifier.text)
        .replaceAll("\\", "/")
        .replace(/\.js$/, ".ts");
      for (const name of names) found.push(`${file} ${name}`);
    };
    const members = () =>
      new Set([...source.text.matchAll(/[.{,]\s*([\w$]+)/g)].map(([, name = ""]) => name));
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node)) {
        const bindings = node.importClause?.namedBindings;
        const isWhole = bindings !== undefined && ts.isNamespaceImport(bindings);
        add(
          node.moduleSpecifier,
          isWhole
            ? members()
            : (bindings?.elements ?? []).map(
                ({ name, propertyName }) => (propertyName ?? name).text,
              ),
        );
      } else if (
        ts.isExportDeclaration(node) &&
        node.exportClause !== undefined &&
        ts.isNamedExports(node.exportClause)
      )
        add(
          node.moduleSpecifier,
          node.exportClause.elements.map(({ name, propertyName }) => (propertyName ?? name).text),
        );
      else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
        add(node.arguments[0], members());
      else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
        add(node.argument.literal, members());
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  }
});

describe("a kind of rule", () => {
  const modules = walk("generator/rules")
    .filter((file) => /: RuleKind</.test(read(file)))
    .map((file) => basename(file, ".ts"));
  const listed = [...read("generator/rules/kinds.ts").matchAll(/from "\.\/([a-z-]+)\.js"/g)]
    .map(([, name = ""]) => name)
    .filter((name) => name !== "kind");
  const partials = walk("templates/rules").map((file) => basename(file, ".hbs"));
  const tests = walk("test/unit/rules")
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => basename(file, ".test.ts"));
  const kinds = [...new Set([...modules, ...listed, ...partials])].sort();

  it.each(kinds)("has a module, a line in kinds.ts, a partial and a test: %s", (kind) => {
    const missing = [
      modules.includes(kind) ? [] : [`generator/rules/${kind}.ts with a RuleKind`],
      listed.includes(kind) ? [] : ["a line in generator/rules/kinds.ts"],
      partials.includes(kind) ? [] : [`templates/rules/${kind}.hbs`],
      tests.includes(kind) ? [] : [`test/unit/rules/${kind}.test.ts`],
    ].flat();
    expect(missing).toEqual([]);
  });

  it.each(modules)("has the same name as its file: %s", (kind) => {
    expect(/^ {2}name: "([a-z-]+)",$/m.exec(read(`generator/rules/${kind}.ts`))?.[1]).toBe(kind);
  });
});

describe("generated/", () => {
  const header = read("templates/header.hbs").split("{{")[0]?.trim() ?? "";

  it("contains only generated files", () => {
    const foreign = walk("generated").filter(
      (file) =>
        !read(file)
          .slice(0, 300)
          .includes(header.replace(/^\/\/ /, "")),
    );
    expect(foreign).toEqual([]);
  });
});

function walk(folder: string): readonly string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  const found = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll("\\", "/"))
    .filter((file) => !file.includes("/node_modules/"))
    .sort();
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest);
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}
