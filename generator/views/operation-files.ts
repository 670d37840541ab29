import type { Single, Type } from "../model/model.js";
import { anyTyped } from "../rules/certain.js";
import { type Code, identifier, literal, type View } from "../text/code.js";
import { callDoc, callView, singleNames } from "./call.js";
import { checkView } from "./check.js";
import type { FileView } from "./file.js";
import { rulesView } from "./rules.js";
import { hasStrict } from "./strict.js";
import { answerName, singleTypes, singleTypesView } from "./types.js";
import { validateView } from "./validate.js";

/** The operation that the runtime fetches tokens with. */
export const TOKENS = "oauth-token";

/** Which clients of single calls an entry makes. */
export function has(operations: readonly { readonly [name: string]: View }[]): { readonly single: boolean; readonly paged: boolean } {
  return { single: operations.some(({ paged }) => paged === false), paged: operations.some(({ paged }) => paged === true) };
}

export function operationView(single: Single): { readonly [name: string]: View } {
  const parts = ["types", "call", "validate", "rules", "check"];
  const folder = Object.fromEntries(parts.map((part) => [part, literal(`./operations/${single.name}/${part}.js`)]));
  return {
    ...singleNames(single),
    folder,
    doc: callDoc(single),
    basic: single.call.basic === true,
    paged: single.pageOf !== null,
    typed: single.answer !== null,
    hasRules: single.rules.length > 0,
    typedRules: anyTyped(single.rules),
    strict: hasStrict(single),
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
    ...(anyTyped(single.rules) ? [file("check", singleCheckView(single))] : []),
  ];
}

/** The same rules as types, with the call that asks for them. */
function singleCheckView(single: Single): View {
  const { body, answer, pageOf } = single;
  const view = checkView(single) as { readonly typeNames: readonly Code[] };
  const shown = [...view.typeNames, ...(answer === null ? [] : [answerName(single)]), ...(pageOf === null ? [] : namesOf(pageOf))];
  return {
    ...view,
    typeNames: [...new Set(shown)].sort(),
    single: true,
    paged: pageOf !== null,
    doc: callDoc(single),
    bare: body.fields.every(({ required }) => !required),
  };
}

/** The name of the type that is imported for it, if it has one. */
function namesOf(type: Type): readonly Code[] {
  return "name" in type ? [identifier(type.name)] : [];
}
