import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";
import { command, ROOT } from "./packed.js";

const folder = mkdtempSync(join(tmpdir(), "types-"));
let count = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The remaining files, with `entry.d.ts` as the entry, and the compiler's messages about them. */
async function joined(files: Readonly<Record<string, string>>) {
  const dist = join(folder, String(count++));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), text);
  }
  const entry = join(dist, "generated/entry.d.ts");
  const script = `import { joinTypes } from ${JSON.stringify(pathToFileURL(join(ROOT, "build-types.js")))}; joinTypes(${JSON.stringify(dist)}, [${JSON.stringify(entry)}]);`;
  expect(
    await command(process.execPath, ["--input-type=module", "-e", script], ROOT),
  ).toMatchObject({ exit: 0, stderr: "" });
  const left = readdirSync(dist, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"))
    .sort();
  const program = ts.createProgram({
    rootNames: left.map((path) => join(dist, path)),
    options: {
      strict: true,
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      types: [],
      noEmit: true,
    },
  });
  const errors = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const symbol = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  const exported = symbol === undefined ? [] : checker.getExportsOfModule(symbol);
  const types = exported.map((one) => {
    const type = checker.getTypeOfSymbol(one);
    return `${one.name}: ${checker.typeToString(type, undefined, ts.TypeFormatFlags.InTypeAlias | ts.TypeFormatFlags.NoTruncation)}`;
  });
  return { left, errors, types, text: (path: string) => readFileSync(join(dist, path), "utf8") };
}

describe("the types in a folder", () => {
  it("are bundled into one file that imports each external name once, and nothing from the folder", async () => {
    const { left, errors, types, text } = await joined({
      "generated/entry.d.ts": `import { type A } from "./room/a.js";\nexport { type B as C } from "./room/deep/b.js";\nexport declare const a: A["b"]["shared"];\nexport declare const d: import("./room/a.js").A;\n`,
      "generated/room/a.d.ts": `import { type Shared } from "../../runtime/shared.js";\nimport type { B } from "./deep/b.js";\n/** Of a. */\nexport interface A { b: B; shared: Shared }\n`,
      "generated/room/deep/b.d.ts": `import type { Shared } from "../../../runtime/shared.js";\nimport type { A as Other } from "../a.js";\nexport interface B { a: Other; shared: Shared }\ntype Hidden = 1;\nexport {};\n`,
      "runtime/shared.d.ts": `export type Shared = "shared";\n`,
    });
    expect({ left, errors, types }).toEqual({
      left: ["generated/entry.d.ts", "generated/room/index.d.ts", "runtime/shared.d.ts"],
      errors: [],
      types: ["C: any", 'a: "shared"', "d: A"],
    });
    expect(text("generated/room/index.d.ts").match(/import .*shared/g)).toHaveLength(1);
    expect(text("generated/room/index.d.ts")).toContain("/** Of a. */");
  });

  it("stay in separate files if a declaration, an import or a global gives a name a second meaning", async () => {
    const { left, errors, types } = await joined({
      "generated/entry.d.ts": `import type { A } from "./room/a.js";\nimport type { B } from "./room/b.js";\nimport type { C } from "./room/c.js";\nexport declare const a: A["name"];\nexport declare const b: B["name"];\nexport declare const c: C["date"];\nexport declare const e: import("./room/e.js").E["name"];\n`,
      "generated/room/a.d.ts": `type Name = "a";\nexport interface A { name: Name; at: Date }\nexport {};\n`,
      "generated/room/b.d.ts": `type Name = "b";\nexport interface B { name: Name }\nexport {};\n`,
      "generated/room/c.d.ts": `type Date = "c";\nexport interface C { date: Date }\nexport {};\n`,
      "generated/room/d.d.ts": `export interface D { name: string }\n`,
      "generated/room/e.d.ts": `import type { Name } from "../names.js";\nexport interface E { name: Name }\n`,
      "generated/names.d.ts": `export type Name = "e";\n`,
    });
    expect(left).toEqual([
      "generated/entry.d.ts",
      "generated/names.d.ts",
      "generated/room/b.d.ts",
      "generated/room/c.d.ts",
      "generated/room/e.d.ts",
      "generated/room/index.d.ts",
    ]);
    expect({ errors, types }).toEqual({
      errors: [],
      types: ['a: "a"', 'b: "b"', 'c: "c"', 'e: "e"'],
    });
  });

  it("are bundled into one file if two imports of a name refer to the same declaration", async () => {
    const { left, errors } = await joined({
      "generated/entry.d.ts": `export type { A } from "./room/a.js";\nexport type { B } from "./room/b.js";\n`,
      "generated/again.d.ts": `export { type Thing } from "./thing.js";\n`,
      "generated/thing.d.ts": `export interface Thing { a: 1 }\n`,
      "generated/room/a.d.ts": `import type { Thing } from "../again.js";\nexport type A = Thing;\n`,
      "generated/room/b.d.ts": `import type { Thing } from "../thing.js";\nexport type B = Thing;\n`,
    });
    expect({ left, errors }).toEqual({
      left: [
        "generated/again.d.ts",
        "generated/entry.d.ts",
        "generated/room/index.d.ts",
        "generated/thing.d.ts",
      ],
      errors: [],
    });
  });
});
