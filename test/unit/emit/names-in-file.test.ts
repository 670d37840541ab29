import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { expect, it } from "vitest";
import { namesIn, wrapLines } from "../../../generator/emit/render.js";

const GENERATED = new URL("../../../generated/", import.meta.url);
// schema.ts is printed by openapi-typescript.
const files = readdirSync(GENERATED, { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith(".ts") && path !== "schema.ts",
);

it.each(files)("namesIn finds the same names in %s as a parser", (path) => {
  const file = readFileSync(new URL(path, GENERATED), "utf8");
  const { local, exported, members } = namesIn(file);
  const found = { local: [] as string[], exported: [] as string[], members: [] as string[][] };
  for (const statement of ts.createSourceFile(path, file, ts.ScriptTarget.Latest, true)
    .statements) {
    // These names are declared in another file.
    if (ts.isExportDeclaration(statement) && statement.exportClause === undefined) continue;
    if (
      ts.isImportDeclaration(statement) &&
      statement.importClause?.namedBindings &&
      ts.isNamedImports(statement.importClause.namedBindings)
    )
      found.local.push(
        ...statement.importClause.namedBindings.elements.map(({ name }) => name.text),
      );
    // These names are listed by the file that declares them.
    else if (ts.isExportDeclaration(statement) && statement.exportClause === undefined) continue;
    else if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    )
      found.exported.push(...statement.exportClause.elements.map(({ name }) => name.text));
    else {
      const names = ts.isVariableStatement(statement)
        ? statement.declarationList.declarations.map(({ name }) => name.getText())
        : [
            (statement as ts.DeclarationStatement).name?.getText() ??
              expect.fail(`${path}: ${statement.getText().slice(0, 80)}`),
          ];
      found.local.push(...names);
      if (ts.isInterfaceDeclaration(statement))
        found.members.push(
          statement.members.flatMap(({ name }) =>
            name !== undefined && ts.isIdentifier(name) ? [name.text] : [],
          ),
        );
      if (
        ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
      )
        found.exported.push(...names);
    }
  }
  expect([[...local].sort(), [...exported].sort()], path).toEqual([
    found.local.sort(),
    found.exported.sort(),
  ]);
  const some = (names: readonly string[]): boolean => names.length > 0;
  expect(members.filter(some), path).toEqual(found.members.filter(some));
});

it("namesIn finds a name after `as` on its own line", () => {
  const list = `export { ${"A".repeat(80)} as ${"b".repeat(80)}, C } from "./lists.js";\n`;
  const broken = wrapLines(list);
  expect(broken.split("\n").slice(0, 3)).toEqual([
    "export {",
    `  ${"A".repeat(80)}`,
    `    as ${"b".repeat(80)},`,
  ]);
  expect(namesIn(broken)).toEqual(namesIn(list));
  expect(namesIn(broken).exported).toEqual(["b".repeat(80), "C"]);
});
