import ts from "typescript";
import type { Contract } from "../../generator/load/contract.js";
import { lower } from "../../generator/lower/lower.js";
import { own } from "../../generator/place.js";
import { renderer } from "../../generator/render.js";
import { files } from "../../generator/views/files.js";
import * as support from "../../runtime/support.js";
import type { ValidateOptions, Violation } from "../../runtime/violation.js";

export type Validate = (body: unknown, options?: ValidateOptions) => readonly Violation[];

const render = renderer(new URL("templates/", own));

/** All that templates make of a contract, by path: the real stages, without openapi-typescript's. */
export function generatedFrom(contract: Contract): ReadonlyMap<string, string> {
  return new Map(files(lower(contract), "here").map(({ path, template, view }) => [path, render(template, view)]));
}

/** Runs a generated module: its types go, and all it may import is the runtime's support. */
export function exportsOf(text: string): Readonly<Record<string, unknown>> {
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
  const made = exportsOf(generatedFrom(contract).get(`${name}/validate.ts`) ?? "");
  const found = Object.entries(made).find(([key]) => key.startsWith("validate"));
  if (found === undefined) throw new Error("no validator was generated");
  return found[1] as Validate;
}
