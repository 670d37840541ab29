import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type TypeScript from "typescript";
import { files, type Home } from "../../generator/emit/files.js";
import { renderer } from "../../generator/emit/render.js";
import { lower } from "../../generator/lower/lower.js";
import type { Contract } from "../../generator/parse/contract.js";
import { packageRoot } from "../../generator/workspace.js";
import * as support from "../../runtime/support.js";
import type { ValidateOptions, Violation } from "../../runtime/validation/violation.js";

export type Validate = (body: unknown, options?: ValidateOptions) => readonly Violation[];

const render = renderer(new URL("templates/", packageRoot));

/** All that templates make of a contract, by path: the real stages, without openapi-typescript's. */
export function generatedFrom(contract: Contract, home: Home = "here"): ReadonlyMap<string, string> {
  return new Map(files(lower(contract).model, home).map(({ path, template, view }) => [path, render(template, view)]));
}

/** Runs a generated module: its types go, and all it may import is the runtime's support. */
export function exportsOf(text: string): Readonly<Record<string, unknown>> {
  // Loaded when it is needed: it takes a second, and most tests of rules do without.
  const ts: typeof TypeScript = createRequire(import.meta.url)("typescript");
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(text, { compilerOptions: options });
  const exports: Record<string, unknown> = {};
  const require = (name: string): unknown => {
    if (/(^|\/)support(\.js)?$/.test(name)) return support;
    throw new Error(`generated code imports ${name}`);
  };
  new Function("exports", "require", outputText)(exports, require);
  return exports;
}

/** The validator that is generated for a contract's only flow, called `thing` unless the contract says otherwise. */
export function validatorOf(contract: Contract, name = "thing"): Validate {
  return validatorsOf(contract)(name);
}

/** The validators that are generated for a contract, by the names of its reports and calls; each is made when it is first called. */
export function validatorsOf(contract: Contract): (name: string) => Validate {
  const files = generatedFrom(contract);
  return (name) => {
    const text = files.get(`${name}/validate.ts`) ?? files.get(`operations/${name}/validate.ts`) ?? "";
    let validate: Validate | undefined;
    return (body, options) => {
      validate ??= validatorIn(exportsOf(text));
      return validate(body, options);
    };
  };
}

/** The same, loaded by the test runner as if it stood in a package of its own: what it imports are the package's entries. */
export async function importedValidatorOf(contract: Contract): Promise<Validate> {
  const folder = mkdtempSync(join(tmpdir(), "pinterest-reports-"));
  try {
    const file = join(folder, "validate.ts");
    writeFileSync(file, generatedFrom(contract, "elsewhere").get("thing/validate.ts") ?? "");
    return validatorIn(await import(/* @vite-ignore */ file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function validatorIn(made: Readonly<Record<string, unknown>>): Validate {
  const found = Object.entries(made).find(([key]) => key.startsWith("validate"));
  if (found === undefined) throw new Error("no validator was generated");
  return found[1] as Validate;
}
