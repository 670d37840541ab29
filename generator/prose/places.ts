import { below, entriesOf, isObject, type Json, listOf, own } from "../load/json.js";
import type { SlicedOperation } from "../load/slice.js";

/** A text of the description, and what it speaks about. */
export interface Place {
  /** What it speaks about, for people: `op.description`, `body:level`, `query:columns[]#schema`. */
  readonly loc: string;
  /** Its JSON pointer. */
  readonly at: string;
  readonly text: string;
  /** The field of the request that it belongs to, if it belongs to one. */
  readonly field: string | null;
}

/** A field of the request, body or query, with all the schemas that say something about it. */
export interface FieldNode {
  readonly name: string;
  readonly in: string;
  readonly nodes: readonly Json[];
}

/** All texts of an operation's request, and the fields that they speak about. */
export interface Texts {
  readonly places: readonly Place[];
  readonly fields: readonly FieldNode[];
}

/** Where a walk stands. */
interface Step {
  readonly at: string;
  readonly loc: string;
  readonly field: string | null;
  /** Marks a loc as speaking of a schema, where a parameter or the body itself has a text of its own beside it. */
  readonly suffix: string;
  /** References on the way here: a schema that holds itself is read once. */
  readonly through: readonly string[];
}

type Resolve = (reference: string) => Json | undefined;

/** Collects the texts of an operation in the description's order: the operation itself, its parameters, its body. */
export function textsOf(operation: SlicedOperation, resolve: Resolve): Texts {
  const walk = new Walk(resolve);
  const at = below("#", "paths", operation.path, operation.method);
  walk.text(operation.node, "summary", { at, loc: "op.summary", field: null, suffix: "", through: [] });
  walk.text(operation.node, "description", { at, loc: "op.description", field: null, suffix: "", through: [] });
  const ours = listOf(own(operation.node, "parameters"));
  for (const [index, parameter] of operation.shared.entries())
    walk.parameter(parameter, below("#", "paths", operation.path, "parameters", index));
  for (const [index, parameter] of ours.entries()) walk.parameter(parameter, below(at, "parameters", index));
  walk.body(own(operation.node, "requestBody"), below(at, "requestBody"));
  return { places: walk.places, fields: [...walk.fields.values()] };
}

class Walk {
  readonly places: Place[] = [];
  readonly fields = new Map<string, { name: string; in: string; nodes: Json[] }>();
  readonly #resolve: Resolve;
  readonly #seen = new Set<string>();

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
  }

  text(node: Json | undefined, key: string, step: Step): void {
    const text = own(node, key);
    const at = below(step.at, key);
    if (typeof text !== "string" || this.#seen.has(`${step.loc} ${at}`)) return;
    this.#seen.add(`${step.loc} ${at}`);
    this.places.push({ loc: step.loc, at, text, field: step.field });
  }

  parameter(given: Json, from: string): void {
    const [node, at] = this.#followed(given, from);
    const name = String(own(node, "name"));
    const where = String(own(node, "in"));
    const step: Step = { at, loc: `${where}:${name}`, field: name, suffix: "#schema", through: [] };
    this.text(node, "description", step);
    const schema = own(node, "schema") ?? own(Object.values(entriesOf(own(node, "content")))[0]?.[1], "schema");
    if (where === "query") this.#field(name, where, node);
    if (schema !== undefined) this.#schema(schema, { ...step, at: below(at, "schema") });
  }

  body(given: Json | undefined, from: string): void {
    if (given === undefined) return;
    const [node, at] = this.#followed(given, from);
    const step: Step = { at, loc: "body", field: null, suffix: "", through: [] };
    this.text(node, "description", step);
    for (const [type, media] of entriesOf(own(node, "content"))) {
      const schema = own(media, "schema");
      if (schema !== undefined) this.#schema(schema, { ...step, at: below(at, "content", type, "schema"), suffix: "#schema" });
    }
  }

  #followed(node: Json, at: string): readonly [Json | undefined, string] {
    const reference = own(node, "$ref");
    return typeof reference === "string" ? [this.#resolve(reference), reference] : [node, at];
  }

  #field(name: string, where: string, node: Json | undefined): void {
    const field = this.fields.get(name) ?? { name, in: where, nodes: [] };
    this.fields.set(name, field);
    if (node !== undefined) field.nodes.push(node);
  }

  #schema(node: Json, step: Step): void {
    if (step.field !== null && /^(?:body|query):[^.[\]]+$/.test(step.loc)) this.#field(step.field, step.loc.split(":")[0] ?? "", node);
    if (!isObject(node)) return;
    this.text(node, "title", { ...step, loc: `${step.loc}${step.suffix}#title` });
    this.text(node, "description", { ...step, loc: `${step.loc}${step.suffix}` });
    const reference = own(node, "$ref");
    if (typeof reference === "string" && !step.through.includes(reference)) {
      const target = this.#resolve(reference);
      if (target !== undefined) this.#schema(target, { ...step, at: reference, through: [...step.through, reference] });
    }
    for (const join of ["allOf", "oneOf", "anyOf"])
      for (const [index, part] of listOf(own(node, join)).entries()) this.#schema(part, { ...step, at: below(step.at, join, index) });
    this.#inside(node, { ...step, suffix: step.loc === "body" ? "" : step.suffix });
  }

  #inside(node: Json, step: Step): void {
    const items = own(node, "items");
    if (items !== undefined) this.#schema(items, { ...step, at: below(step.at, "items"), loc: `${step.loc}[]` });
    const more = own(node, "additionalProperties");
    if (isObject(more)) this.#schema(more, { ...step, at: below(step.at, "additionalProperties"), loc: `${step.loc}.*` });
    for (const [name, property] of entriesOf(own(node, "properties"))) {
      const loc = step.loc === "body" ? `body:${name}` : `${step.loc}.${name}`;
      // What is said of a part of a field is not said of the field.
      this.#schema(property, { ...step, at: below(step.at, "properties", name), loc, field: step.loc === "body" ? name : null });
    }
  }
}
