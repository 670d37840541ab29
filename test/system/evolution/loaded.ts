// Runs generated files. Files with the same code and imports are the same module, whatever their
// types and comments, so that results can be reused.

import { createHash } from "node:crypto";
import { posix } from "node:path";
import { transformSync } from "esbuild";
import * as support from "../../../runtime/support.js";

export type Exports = Readonly<Record<string, unknown>>;
type Files = ReadonlyMap<string, string>;

const IMPORT = /\brequire\("(\.\.?\/[^"]+)\.js"\)/g;
const keys = new WeakMap<Files, Map<string, string>>();
const codes = new Map<string, string>();
const modules = new Map<string, Exports>();

/** A file's code without types, as a CommonJS module. */
function codeOf(text: string): string {
  const code = codes.get(text) ?? transformSync(text, { loader: "ts", format: "cjs" }).code;
  codes.set(text, code);
  return code;
}

/** A key that is equal for two files with the same code and equal imports. */
export function keyOf(files: Files, path: string): string {
  const known = keys.get(files) ?? new Map<string, string>();
  keys.set(files, known);
  const found = known.get(path);
  if (found !== undefined) return found;
  // No file of an output imports itself, even indirectly; the empty key prevents endless recursion.
  known.set(path, "");
  const code = codeOf(files.get(path) ?? "");
  const imported = [...code.matchAll(IMPORT)].map(([, name = ""]) =>
    keyOf(files, posix.join(posix.dirname(path), `${name}.ts`)),
  );
  const key = createHash("sha256")
    .update(JSON.stringify([path, code, imported]))
    .digest("hex");
  known.set(path, key);
  return key;
}

/**
 * The exports of a generated file. Throws if it imports anything other than generated files and the
 * support module.
 */
export function loaded(files: Files, path: string): Exports {
  const key = keyOf(files, path);
  const known = modules.get(key);
  if (known !== undefined) return known;
  if (!files.has(path)) throw new Error(`generated code imports ${path}, which does not exist`);
  const code = codeOf(files.get(path) ?? "");
  const module: { exports: Exports } = { exports: {} };
  const required = (name: string): unknown => {
    if (name.startsWith("."))
      return loaded(files, posix.join(posix.dirname(path), name).replace(/\.js$/, ".ts"));
    if (name === "pinterest-reports/support") return support;
    throw new Error(`generated code imports ${name}`);
  };
  new Function("module", "exports", "require", code)(module, module.exports, required);
  modules.set(key, module.exports);
  return module.exports;
}
