import type { Single } from "../model/model.js";
import { literal, type View } from "../text/code.js";
import { callDoc, callView, singleNames } from "./call.js";
import type { FileView } from "./file.js";
import { rulesView } from "./rules.js";
import { singleTypes, singleTypesView } from "./types.js";
import { validateView } from "./validate.js";

/** The operation that the runtime fetches tokens with. */
export const TOKENS = "oauth-token";

/** Which clients of single calls an entry makes. */
export function has(operations: readonly { readonly [name: string]: View }[]): { readonly single: boolean; readonly paged: boolean } {
  return { single: operations.some(({ paged }) => paged === false), paged: operations.some(({ paged }) => paged === true) };
}

export function operationView(single: Single): { readonly [name: string]: View } {
  const parts = ["types", "call", "validate", "rules"];
  const folder = Object.fromEntries(parts.map((part) => [part, literal(`./operations/${single.name}/${part}.js`)]));
  return {
    ...singleNames(single),
    folder,
    doc: callDoc(single),
    basic: single.call.basic === true,
    paged: single.pageOf !== null,
    typed: single.answer !== null,
    hasRules: single.rules.length > 0,
    types: singleTypes(single),
  };
}

export function operationFiles(single: Single, shared: { readonly [name: string]: View }): readonly FileView[] {
  const common = { ...shared, ...singleNames(single) };
  const file = (name: string, view: View): FileView => ({
    path: `operations/${single.name}/${name}.ts`,
    template: name,
    view: { ...common, ...(view as object) },
  });
  return [
    file("types", singleTypesView(single)),
    file("call", callView(single)),
    file("validate", validateView(single)),
    ...(single.rules.length > 0 ? [file("rules", rulesView(single))] : []),
  ];
}
