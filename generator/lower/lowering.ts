import type { EnumType, ObjectType, Type, UnionType } from "../model/model.js";
import type { Problem } from "../problem.js";
import type { TypeNames } from "./names.js";
import type { Node } from "./node.js";

/** What lowering a schema needs and gathers. */
export interface Lowering {
  readonly document: Node;
  readonly names: TypeNames;
  /** Our own sentence about a field, by its path from the body: `start_date`, `metrics_filters.values`. */
  readonly docs: ReadonlyMap<string, string>;
  readonly enums: EnumType[];
  readonly objects: ObjectType[];
  readonly unions: UnionType[];
  readonly problems: Problem[];
  /** What marks a field that does not belong: `readOnly` in a request, `writeOnly` in an answer. */
  readonly without?: "readOnly" | "writeOnly";
  /** The required fields that were left out for it. */
  readonly lacking?: string[];
  /** The references that lead to the schema in hand. */
  readonly open: ReadonlySet<string>;
  /** The types of schemas that were met by reference; where they are kept, one that comes again is the same type. */
  readonly met?: Map<string, Type>;
}

/** A lowering that has found nothing yet. */
export function startLowering({ document, names, docs, problems }: Pick<Lowering, "document" | "names" | "docs" | "problems">): Lowering {
  return { document, names, docs, problems, enums: [], objects: [], unions: [], open: new Set() };
}

export function refuse({ problems }: Pick<Lowering, "problems">, what: string, where: string): void {
  problems.push({
    what: `the generator does not know what to make of: ${what}`,
    where,
    why: "Types and checks that guess would lie.",
    fix: "A newer version of the generator may know it; in its own repository, teach generator/lower/schema.ts to read it, with a scenario.",
  });
}
