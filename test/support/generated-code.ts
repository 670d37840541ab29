import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import type TypeScript from "typescript";
import { fileViews } from "../../generator/emit/files.js";
import { renderer } from "../../generator/emit/render.js";
import { lower } from "../../generator/lower/lower.js";
import type { Contract } from "../../generator/parse/contract.js";
import type { Home } from "../../generator/workspace.js";
import { packageRoot } from "../../generator/workspace.js";
import * as support from "../../runtime/support.js";
import type { ValidateOptions, Violation } from "../../runtime/validation/violation.js";

export type Validate = (body: unknown, options?: ValidateOptions) => readonly Violation[];

const render = renderer(new URL("templates/", packageRoot));

/**
 * All files that templates generate from a contract, by path. Runs the real stages except
 * openapi-typescript's.
 */
export function generatedFrom(
  contract: Contract,
  home: Home = "here",
): ReadonlyMap<string, string> {
  return new Map(
    fileViews(lower(contract).model, home).map(({ path, template, view }) => [
      path,
      render(template, view),
    ]),
  );
}

/** Generated files that a validator may import. */
const IMPORTED = /(?:^|\/)(?:checks|lists|column-kinds)\.[jt]s$/;

const digests = new WeakMap<ReadonlyMap<string, string>, string>();

/**
 * A key that is equal for two generated files with the same text and equal imports. Only for
 * validators and files that they import; null for other files.
 */
export function keyOf(files: ReadonlyMap<string, string>, path: string): string | null {
  if (!path.endsWith("/schema.ts") && !IMPORTED.test(path)) return null;
  let digest = digests.get(files);
  if (digest === undefined) {
    digest = createHash("sha256")
      .update(JSON.stringify([...files].filter(([name]) => IMPORTED.test(name))))
      .digest("hex");
    digests.set(files, digest);
  }
  return `${digest} ${files.get(path)}`;
}

/** What validators have imported so far, by path. */
const imports = new WeakMap<
  ReadonlyMap<string, string>,
  Map<string, Readonly<Record<string, unknown>>>
>();

/**
 * Runs a generated module without its types, and returns its exports. It may only import the
 * runtime's support module, generated lists and shared checks.
 */
export function exportsOf(
  files: ReadonlyMap<string, string>,
  path: string,
): Readonly<Record<string, unknown>> {
  const imported = imports.get(files) ?? new Map<string, Readonly<Record<string, unknown>>>();
  imports.set(files, imported);
  const known = imported.get(path);
  if (known !== undefined) return known;
  // Loaded lazily, because that takes a second and most tests of rules do not need it.
  const ts: typeof TypeScript = createRequire(import.meta.url)("typescript");
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(files.get(path) ?? "", { compilerOptions: options });
  const exports: Record<string, unknown> = {};
  const require = (name: string): unknown => {
    if (/(^|\/)support(-data\.js)?$/.test(name)) return support;
    if (IMPORTED.test(name))
      return exportsOf(files, posix.join(dirname(path), name).replace(/\.js$/, ".ts"));
    throw new Error(`generated code imports ${name}`);
  };
  new Function("exports", "require", outputText)(exports, require);
  if (IMPORTED.test(path)) imported.set(path, exports);
  return exports;
}

/** The validator generated for a contract's only flow, named `thing` by default. */
export function validatorOf(contract: Contract, name = "thing"): Validate {
  return validatorsOf(contract)(name);
}

/**
 * The validators generated for a contract, by the name of the report or call. Each is created when
 * it is first requested.
 */
export function validatorsOf(contract: Contract): (name: string) => Validate {
  const files = generatedFrom(contract);
  return (name) => {
    const path =
      [`${name}/schema.ts`, `operations/${name}/schema.ts`].find((path) => files.has(path)) ?? "";
    let validate: Validate | undefined;
    return (body, options) => {
      validate ??= validatorIn(exportsOf(files, path));
      return validate(body, options);
    };
  };
}

/**
 * Does the same, but the test runner loads the validator as if it were in another package,
 * importing the package's entries.
 */
export async function importedValidatorOf(contract: Contract): Promise<Validate> {
  const folder = mkdtempSync(join(tmpdir(), "pinterest-reports-"));
  try {
    const files = [...generatedFrom(contract, "elsewhere")].filter(
      ([path]) => path.endsWith("/schema.ts") || IMPORTED.test(path),
    );
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return validatorIn(await import(/* @vite-ignore */ join(folder, "thing/schema.ts")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function validatorIn(made: Readonly<Record<string, unknown>>): Validate {
  const found = Object.entries(made).find(([key]) => key.startsWith("validate"));
  if (found === undefined) throw new Error("no validator was generated");
  return found[1] as Validate;
}
