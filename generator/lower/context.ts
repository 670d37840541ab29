import type { EnumType, ObjectType, Type, UnionType } from "../model/model.js";
import type { Diagnostics } from "../tolerance.js";
import type { TypeNames } from "./names.js";
import type { Node } from "./node.js";

/** What lowering a schema needs and gathers. */
export interface SchemaContext {
  readonly document: Node;
  readonly names: TypeNames;
  /** Our own sentence about a field, by its path from the body: `start_date`, `metrics_filters.values`. */
  readonly docs: ReadonlyMap<string, string>;
  readonly enums: EnumType[];
  readonly objects: ObjectType[];
  readonly unions: UnionType[];
  /** Gets what is met on the way; one for each entry of the flows file. */
  readonly diagnostics: Diagnostics;
  /** What marks a field that does not belong: `readOnly` in a request, `writeOnly` in an answer. */
  readonly without?: "readOnly" | "writeOnly";
  /** The references that lead to the schema in hand. */
  readonly open: ReadonlySet<string>;
  /** The types of schemas that were met by reference; where they are kept, one that comes again is the same type. */
  readonly met?: Map<string, Type>;
}

/** A lowering that has found nothing yet. */
export function startSchemaContext({
  document,
  names,
  docs,
  diagnostics,
}: Pick<SchemaContext, "document" | "names" | "docs" | "diagnostics">): SchemaContext {
  return { document, names, docs, diagnostics, enums: [], objects: [], unions: [], open: new Set() };
}

/** The description's words about a part, where there are any. */
export function described(words: string): { readonly description?: string } {
  return words === "" ? {} : { description: words };
}
