import type { EnumType, ObjectType, Type, UnionType } from "../model/model.js";
import type { Diagnostics } from "../tolerance.js";
import type { TypeNames } from "./names.js";
import type { Node } from "./node.js";

/** The input and the results of lowering schemas. */
export interface SchemaContext {
  readonly document: Node;
  readonly names: TypeNames;
  /** Our own sentence about a field, by its path from the body: `start_date`, `metrics_filters.values`. */
  readonly docs: ReadonlyMap<string, string>;
  readonly enums: EnumType[];
  readonly objects: ObjectType[];
  readonly unions: UnionType[];
  /** Findings; one collector for each entry of the flows file. */
  readonly diagnostics: Diagnostics;
  /** Fields with this keyword are left out: `readOnly` in a request, `writeOnly` in a response. */
  readonly without?: "readOnly" | "writeOnly";
  /** References that are being lowered, to detect recursion. */
  readonly open: ReadonlySet<string>;
  /** Types by reference. If set, a schema that is referenced again is the same type. */
  readonly met?: Map<string, Type>;
}

/** A context without results. */
export function startSchemaContext({
  document,
  names,
  docs,
  diagnostics,
}: Pick<SchemaContext, "document" | "names" | "docs" | "diagnostics">): SchemaContext {
  return { document, names, docs, diagnostics, enums: [], objects: [], unions: [], open: new Set() };
}

/** The description's text about a part; empty if there is none. */
export function described(words: string): { readonly description?: string } {
  return words === "" ? {} : { description: words };
}
