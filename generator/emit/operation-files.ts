import { literal, type View } from "../code.js";
import { hasRows } from "../lower/columns.js";
import type { Single } from "../model/model.js";
import { anyTyped } from "../rules/certain.js";
import { checkView } from "./check.js";
import type { FileView } from "./file.js";
import { callComment, callView, singleNames } from "./operation.js";
import { hasClient, namesOf, singleClientView } from "./operation-client.js";
import { rulesView } from "./rules.js";
import { hasStrict } from "./strict.js";
import { singleTypes, singleTypesView } from "./types.js";
import { validateView } from "./validate.js";

/** The operation that the runtime fetches tokens with. */
export const TOKENS = "oauth-token";

/** Which clients of single calls an entry makes, and which of their types it names. */
export function has(operations: readonly { readonly [name: string]: View }[]): { readonly [name: string]: boolean } {
  const plain = operations.filter((one) => one.hasClient === false);
  const some = (among: typeof operations, isPaged: boolean): boolean => among.some(({ paged }) => paged === isPaged);
  return {
    single: some(operations, false),
    singleNamed: some(plain, false),
    paged: some(operations, true),
    pagedNamed: some(plain, true),
    answered: operations.some(({ rowed }) => rowed === true),
  };
}

export function operationView(single: Single): { readonly [name: string]: View } {
  const parts = ["types", "call", "validate", "rules", "check", "client"];
  const folder = Object.fromEntries(parts.map((part) => [part, literal(`./operations/${single.name}/${part}.js`)]));
  return {
    ...singleNames(single),
    folder,
    doc: callComment(single),
    basic: single.call.basic === true,
    paged: single.pageOf !== null,
    items: namesOf(single.pageOf),
    typed: single.answer !== null,
    hasRules: single.rules.length > 0,
    typedRules: anyTyped(single.rules),
    hasClient: hasClient(single),
    rowed: hasRows(single),
    strict: hasStrict(single),
    types: singleTypes(single),
  };
}

export function operationFiles(single: Single, shared: { readonly [name: string]: View }): readonly FileView[] {
  const common = { ...shared, ...singleNames(single) };
  const file = (name: string, view: View, template = name): FileView => ({
    path: `operations/${single.name}/${name}.ts`,
    template,
    view: { ...common, ...(view as object) },
  });
  return [
    file("types", singleTypesView(single)),
    file("call", { ...callView(single), called: hasClient(single) && single.pageOf === null }),
    file("validate", validateView(single)),
    ...(single.rules.length > 0 ? [file("rules", rulesView(single))] : []),
    ...(anyTyped(single.rules) ? [file("check", checkView(single))] : []),
    ...(hasClient(single) ? [file("client", singleClientView(single), "single-client")] : []),
  ];
}
