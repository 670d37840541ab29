import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { loadPrinter, schemaText } from "../../../generator/emit/schema.js";
import { type Problem, Problems } from "../../../generator/problem.js";

const require = createRequire(import.meta.url);

const name = { type: "string" };
const documentOf = (schema: object, openapi = "3.0.3") => ({
  openapi,
  info: { title: "", version: "1" },
  paths: {
    "/a": {
      get: {
        operationId: "a/get",
        responses: { "200": { description: "", content: { "application/json": { schema } } } },
      },
    },
  },
  components: { schemas: { Named: { type: "object", properties: { name } } } },
});
const document = documentOf({ $ref: "#/components/schemas/Named" });

it("schema.ts is printed with only openapi-typescript's printer, without loading its linter", () => {
  const loaded: string[] = [];
  const printer = loadPrinter((name) => {
    loaded.push(name);
    return require(name);
  });
  expect(schemaText(document, "// header", printer)).toContain(
    'readonly "application/json": components["schemas"]["Named"];',
  );
  expect(loaded.filter((name) => !name.startsWith("openapi-typescript/dist/"))).toEqual([
    "typescript",
  ]);
});

it.each(["MODULE_NOT_FOUND", "ERR_PACKAGE_PATH_NOT_EXPORTED"])(
  "schema.ts is the same if loading files of openapi-typescript fails with %s",
  (code) => {
    const printer = loadPrinter((name) => {
      if (name.includes("/")) throw Object.assign(new Error(name), { code });
      return require(name);
    });
    expect(schemaText(document, "// header", printer)).toBe(
      schemaText(document, "// header", loadPrinter()),
    );
  },
);

it.each(["typescript", "openapi-typescript"])(
  "the error names the two packages to install if %s is missing",
  (lost) => {
    const load = (error: Error) => (name: string) => {
      if (name.split("/")[0] === lost) throw error;
      return require(name);
    };
    const problem = problemOf(() =>
      loadPrinter(load(Object.assign(new Error("not there"), { code: "MODULE_NOT_FOUND" }))),
    );
    expect(problem).toMatchObject({
      where: "--schema",
      fix: expect.stringContaining("openapi-typescript@7 typescript@5"),
    });
    // A broken package is not a missing one.
    expect(() => loadPrinter(load(new SyntaxError("broken")))).toThrow("broken");
  },
);

it("the error for TypeScript 7 names its version", () => {
  const load = (name: string) => (name === "typescript" ? { version: "7.0.2" } : require(name));
  expect(problemOf(() => loadPrinter(load))?.what).toContain("TypeScript 7.0.2");
});

it("the error for unusable packages names the major versions that this repository uses", () => {
  const fix = problemOf(() => loadPrinter(() => ({})))?.fix;
  for (const name of ["openapi-typescript", "typescript"]) {
    const { version } = require(`${name}/package.json`);
    expect(fix).toContain(` ${name}@${version.split(".")[0]}`);
  }
});

it("a missing reference and an unsupported OpenAPI version cause errors", () => {
  expect(() =>
    schemaText(documentOf({ $ref: "#/components/schemas/Lost" }), "// header", loadPrinter()),
  ).toThrow("#/components/schemas/Lost");
  expect(() => schemaText(documentOf(name, "2.0"), "// header", loadPrinter())).toThrow(
    "OpenAPI 2.0 is not supported",
  );
});

function problemOf(load: () => unknown): Problem | undefined {
  try {
    load();
  } catch (error) {
    if (error instanceof Problems) return error.list[0];
    throw error;
  }
  return undefined;
}
