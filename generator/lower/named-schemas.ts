import { stepsOf } from "../../runtime/validation/pointer.js";
import { Diagnostics } from "../diagnostics.js";
import type { Model, NamedTypes, Type } from "../model/model.js";
import { namedIn } from "../model/written.js";
import type { Annotations } from "../parse/contract.js";
import { componentsOf } from "./components.js";
import { type Node, type SchemaContext, type SharedTypes, startSchemaContext } from "./context.js";
import { flatten } from "./flatten.js";
import type { Names, SchemaNames } from "./names.js";
import { isList, newType } from "./schema.js";

/** Whether a type is sent to the API or returned by it. */
type Side = "request" | "response";

/**
 * The type of a named schema, all types that this type uses (including itself), and the findings
 * about the schema.
 */
interface SharedType {
  readonly type: Type;
  readonly types: Pick<SchemaContext, "enums" | "objects" | "unions">;
  readonly diagnostics: Diagnostics;
}

/**
 * Creates the types of a description's named schemas, each when it is first used.
 *
 * A schema has one type for all operations, or one for requests and one for responses if these
 * differ. The result does not depend on which operation comes first. In a cycle of schemas, each
 * schema gets its own types for the other schemas.
 */
export class SharedSchemas implements SharedTypes {
  readonly #document: Node;
  readonly #docs: Annotations["docs"];
  readonly #names: SchemaNames;
  readonly #components: ReturnType<typeof componentsOf>;
  readonly #made = new Map<string, SharedType>();
  /** The findings already added to each collector. */
  readonly #reported = new WeakMap<Diagnostics, Set<string>>();

  /**
   * `docs` contains our own documentation, keyed by operation or schema. The key of a schema is
   * `schema:`, followed by its name.
   */
  constructor(document: Node, names: Names, docs: Annotations["docs"]) {
    this.#document = document;
    this.#docs = docs;
    this.#components = componentsOf(document);
    this.#names = names.reserveSchemas(this.#components.keys());
  }

  typeOf(reference: string, context: SchemaContext): Type | null {
    const component = this.#components.get(reference);
    if (component === undefined) return null;
    const within = context.root === undefined ? undefined : this.#components.get(context.root);
    if (component.cycle === within?.cycle) return null;
    const side = context.omits === "writeOnly" ? "response" : "request";
    const key = `${side} ${reference}`;
    const made = this.#made.get(key) ?? this.#make(reference, side, component.differsBySide);
    this.#made.set(key, made);
    for (const list of ["enums", "objects", "unions"] as const)
      addMissing(context[list] as { readonly name: string }[], made.types[list]);
    this.#addFindings(made.diagnostics, context.diagnostics);
    return made.type;
  }

  /** Creates the type of a schema for one side, and collects its findings. */
  #make(reference: string, side: Side, differsBySide: boolean): SharedType {
    const diagnostics = new Diagnostics();
    const names = this.#names.of(reference, differsBySide && side === "request");
    const sentences = this.#docs.get(`schema:${stepsOf(reference).at(-1)}`) ?? new Map();
    const docs = new Map([...sentences].map(([path, doc]) => [`${names.root}.${path}`, doc]));
    const context: SchemaContext = {
      ...startSchemaContext({ document: this.#document, names, docs, diagnostics }),
      omits: side === "request" ? "readOnly" : "writeOnly",
      typesByRef: new Map(),
      shared: this,
      root: reference,
    };
    const flat = flatten(this.#document, { $ref: reference }, reference, diagnostics);
    const type = newType(flat, isList(flat) ? [names.root, "item"] : [names.root], context);
    return { type, types: context, diagnostics };
  }

  /** Adds the findings that the collector `to` does not have yet. */
  #addFindings({ problems, notices }: Diagnostics, to: Diagnostics): void {
    const reported = this.#reported.get(to) ?? new Set();
    this.#reported.set(to, reported);
    const isNew = (finding: object): boolean => {
      const key = JSON.stringify(finding);
      return !reported.has(key) && reported.add(key) !== undefined;
    };
    to.add({ problems: problems.filter(isNew), notices: notices.filter(isNew) });
  }

  /** The shared types that these operations use. If there are none, `schemas` is absent. */
  schemasOf(operations: readonly NamedTypes[]): Pick<Model, "schemas"> {
    const used = new Set(operations.flatMap(namedIn).map(({ name }) => name));
    const of = (side: Side): NamedTypes => {
      const made = [...this.#made].flatMap(([key, { types }]) =>
        key.startsWith(side) ? [types] : [],
      );
      const unions = byName(
        made.flatMap((types) => types.unions),
        used,
      );
      return {
        objects: byName(
          made.flatMap(({ objects }) => objects),
          used,
        ),
        enums: byName(
          made.flatMap(({ enums }) => enums),
          used,
        ),
        ...(unions.length > 0 && { unions }),
      };
    };
    const schemas = { request: of("request"), response: of("response") };
    return Object.values(schemas).flatMap(namedIn).length === 0 ? {} : { schemas };
  }
}

/** Appends the types whose names are not in the list yet. */
function addMissing(
  list: { readonly name: string }[],
  types: readonly { readonly name: string }[],
): void {
  const known = new Set(list.map(({ name }) => name));
  list.push(...types.filter(({ name }) => !known.has(name)));
}

/** The types in `used`, sorted by name. If several have the same name, the last one is returned. */
function byName<Named extends { readonly name: string }>(
  types: readonly Named[],
  used: ReadonlySet<string>,
): readonly Named[] {
  const all = new Map(types.map((type) => [type.name, type]));
  return [...all.values()]
    .filter(({ name }) => used.has(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
