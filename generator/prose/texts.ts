import { below } from "../../runtime/validation/pointer.js";
import { Diagnostics } from "../diagnostics.js";
import { endOfReferences, followReference, isNode, type Node } from "../lower/context.js";
import { flatten } from "../lower/flatten.js";
import { jsonSchema, type OperationNode, parametersIn } from "../lower/operation.js";
import { bodyOf, holdsBodyWhole } from "../lower/request.js";
import { type Form, formsOf } from "../lower/schema.js";
import { entriesOf, getOwn, type Json, listOf, originOf } from "../parse/json.js";
import type { SlicedOperation } from "../parse/slice.js";
import type { Holder, LocatedText, ObjectScope } from "./sentences.js";

/** The current position in a request. */
interface Place {
  readonly label: string;
  readonly field: string | null;
  /**
   * Suffix of the label for a schema's description. It distinguishes this description from the
   * description of the parameter or body.
   */
  readonly suffix: string;
  /** References followed so far, so that a schema that contains itself is only read once. */
  readonly through: ReadonlySet<string>;
  /** The object inside the request that contains this position; absent for the request itself. */
  readonly object?: ObjectScope;
  /** The objects that enclose this field, up to the nearest list. Empty if this is not a field. */
  readonly holders: readonly Holder[];
}

/**
 * The description texts of an operation.
 *
 * They are summaries, descriptions, titles, and explanations of values. The operation's own texts
 * come first, then the texts of its parameters and of the body as the client sends it. Texts
 * outside the request come last: texts of tags, external documents and responses. Descriptions
 * inside responses are left out. `document` is the slice that contains the operation. The texts and
 * their pointers come from the original description. `isReport`: whether the operation creates a
 * report. The fields of such an operation are the body's fields, even if the body has several
 * forms.
 */
export function textsOf(
  { tags = [] }: Pick<SlicedOperation, "tags">,
  operation: OperationNode,
  document: Node,
  { isReport = false }: { readonly isReport?: boolean } = {},
): readonly LocatedText[] {
  const walk = new Walk(document, holdsBodyWhole(operation, document, { withBody: isReport }));
  const whole: Place = {
    label: "op",
    field: null,
    suffix: "",
    through: new Set(),
    holders: [],
  };
  const body = bodyOf(operation, { document, diagnostics: new Diagnostics() });
  const held = body === null ? [] : heldBy(body.node, document);
  walk.text(operation.node, "summary", { ...whole, label: "op.summary" });
  walk.text(operation.node, "description", { ...whole, label: "op.description", held });
  for (const { node } of parametersIn(operation, document)) walk.parameter(node);
  if (isNode(operation.node.requestBody))
    walk.text(followReference(document, operation.node.requestBody), "description", {
      ...whole,
      label: "body",
    });
  if (body !== null) walk.schema(body.node, { ...whole, label: "body", suffix: "#schema" });
  for (const [pointer, tag] of tags)
    walk.aside({ pointer, node: tag }, `tag:${String(getOwn(tag, "name"))}`);
  const { pointer = operation.pointer, node = null } = originOf(operation.node) ?? {};
  const links = getOwn(node, "externalDocs") ?? null;
  walk.aside({ pointer: below(pointer, "externalDocs"), node: links }, "op.externalDocs");
  const { responses } = operation.node;
  for (const [status, response] of Object.entries(isNode(responses) ? responses : {}))
    if (isNode(response))
      // A response that only refers to itself has no text; it is rejected when a client is
      // generated.
      walk.aside(originOf(endOfReferences(document, response)), `response:${status}`);
  return walk.texts;
}

interface OwnPlace extends Omit<Place, "through" | "object"> {
  readonly objects: readonly ObjectScope[];
  readonly held?: readonly ObjectScope[];
}

class Walk {
  readonly texts: LocatedText[] = [];
  readonly #document: Node;
  readonly #holdsBody: boolean;
  readonly #seen = new Set<string>();

  /**
   * `holdsBody`: whether one field of the request contains the whole body. The body is then an
   * object inside the request.
   */
  constructor(document: Node, holdsBody: boolean) {
    this.#document = document;
    this.#holdsBody = holdsBody;
  }

  /** Adds the text under `key` in the node of the description that `facts` come from. */
  text(
    facts: Node,
    key: string,
    {
      label,
      field,
      objects,
      held = [],
      holders = [],
    }: Pick<LocatedText, "label" | "field" | "objects" | "held" | "holders">,
  ): void {
    const origin = originOf(facts);
    const text = getOwn(origin?.node, key);
    if (origin === undefined || typeof text !== "string") return;
    const pointer = below(origin.pointer, key);
    const places = {
      ...(objects && { objects }),
      ...(held.length > 0 && { held }),
      ...(holders.length > 1 && { holders }),
    };
    this.#add({ label, pointer, text, field, ...places });
  }

  #add(text: LocatedText): void {
    const key = `${text.label} ${text.pointer}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.texts.push(text);
  }

  parameter(parameter: Node): void {
    const name = String(parameter.name);
    const label = `${String(parameter.in)}:${name}`;
    this.text(parameter, "description", { label, field: name });
    const schema = schemaOf(parameter);
    if (schema !== undefined)
      this.schema(schema, {
        label,
        field: name,
        suffix: "#schema",
        through: new Set(),
        holders: [],
      });
  }

  aside(
    origin: { readonly pointer: string; readonly node: Json } | undefined,
    label: string,
  ): void {
    const text = getOwn(origin?.node, "description");
    if (origin === undefined || typeof text !== "string") return;
    const pointer = below(origin.pointer, "description");
    this.texts.push({ label, pointer, text, field: null, isAside: true });
  }

  schema(schema: Node, place: Place): void {
    const flat = flatten(this.#document, schema, "", new Diagnostics());
    const followed = [...flat.references, ...flat.bases];
    if (followed.some((reference) => place.through.has(reference)))
      this.#ownTexts(schema, { ...place, objects: place.object ? [place.object] : [] });
    else this.#form({ flat, through: place.through }, place);
  }

  #form(form: Form, place: Omit<Place, "through">): void {
    const { parts, references, bases, properties } = form.flat;
    const inside = { ...place, through: new Set([...form.through, ...references, ...bases]) };
    const isInside = place.label !== "body" || this.#holdsBody;
    const isObject = isInside && properties.size > 0;
    const objects = [
      ...(isObject ? [{ form, field: null }] : []),
      ...(place.object ? [place.object] : []),
    ];
    for (const part of parts) {
      // A schema's description is about its own fields, no matter where it is referenced.
      const isReferred = isObject && !isWithin(part, parts[0]);
      this.#ownTexts(part, {
        ...place,
        objects: isReferred ? objects.slice(0, 1) : objects,
        held: scopesOf(itemsOf(form, this.#document)),
      });
    }
    for (const part of parts) this.#inside(part, inside, form);
    // A path cannot say which of several forms the object has.
    for (const inner of formsOf(form, this.#document)) this.#form(inner, { ...place, holders: [] });
  }

  #ownTexts(part: Node, place: OwnPlace): void {
    const { field, objects, held = [], holders } = place;
    const label = `${place.label}${place.suffix}`;
    const about = { field, ...(objects.length > 0 && { objects }), held, holders };
    this.text(part, "title", { ...about, label: `${label}#title` });
    this.text(part, "description", { ...about, label });
    this.#valueTexts(part, place);
  }

  /**
   * Adds the descriptions of individual values. They are in the order of the enum or keyed by
   * value.
   */
  #valueTexts(part: Node, { label, suffix, field, objects }: OwnPlace): void {
    const { pointer, node = null } = originOf(part) ?? {};
    if (pointer === undefined) return;
    const add = (value: string, text: Json | undefined, at: string): void => {
      if (typeof text === "string" && text.trim() !== "")
        this.#add({
          label: `${label}${suffix}#${value}`,
          pointer: at,
          text: `${value} - ${text}`,
          field,
          ...(objects.length > 0 && { objects }),
        });
    };
    for (const [steps, texts] of [
      [["x-enum-descriptions"], getOwn(node, "x-enum-descriptions")],
      [["x-enumDescriptions"], getOwn(node, "x-enumDescriptions")],
      [["x-ms-enum", "values"], getOwn(getOwn(node, "x-ms-enum"), "values")],
    ] as const) {
      const at = below(pointer, ...steps);
      const values = listOf(getOwn(node, "enum"));
      for (const [index, text] of listOf(texts).entries())
        add(
          String(getOwn(text, "value") ?? values[index]),
          getOwn(text, "description") ?? text,
          below(at, index),
        );
      for (const [value, text] of entriesOf(texts)) add(value, text, below(at, value));
    }
    // Alternatives with one value each, which a slice turns into an enum.
    for (const join of ["oneOf", "anyOf"])
      if (part[join] === undefined && Array.isArray(part.enum))
        for (const [index, member] of listOf(getOwn(node, join)).entries())
          add(
            String(getOwn(member, "const") ?? listOf(getOwn(member, "enum"))[0]),
            getOwn(member, "description"),
            below(pointer, join, index, "description"),
          );
  }

  #inside(
    { items, additionalProperties: values, properties }: Node,
    place: Place,
    form: Form,
  ): void {
    const { label, suffix, holders } = place;
    const isBody = label === "body";
    const inner = { ...place, suffix: isBody ? "" : suffix, holders: [] };
    const isRequest = isBody && !this.#holdsBody;
    if (isNode(items)) this.schema(items, { ...inner, label: `${label}[]` });
    if (isNode(values)) this.schema(values, { ...inner, label: `${label}.*` });
    for (const [name, property] of Object.entries(isNode(properties) ? properties : {}))
      if (isNode(property))
        this.schema(property, {
          ...inner,
          label: isBody ? `body:${name}` : `${label}.${name}`,
          // A description of part of a field is not about the field.
          field: isBody ? name : null,
          ...(!isRequest && { object: { form, field: name } }),
          holders: [{ form: isRequest ? null : form, field: name }, ...holders],
        });
  }
}

const scopesOf = (forms: readonly Form[]): readonly ObjectScope[] =>
  forms.map((form) => ({ form, field: null }));

function formOf(schema: Node, document: Node): Form {
  return { flat: flatten(document, schema, "", new Diagnostics()), through: new Set() };
}

/** The objects in a list or among the values of an object, including nested lists. */
function itemsOf(form: Form, document: Node, depth = 0): readonly Form[] {
  const { items, additionalProperties: values } = form.flat.keywords;
  return [items, values].filter(isNode).flatMap((schema) => {
    const inner = formOf(schema, document);
    const forms = [inner, ...formsOf(inner, document)];
    const objects = forms.filter(({ flat }) => flat.properties.size > 0);
    return objects.length > 0 || depth > 1 ? objects : itemsOf(inner, document, depth + 1);
  });
}

/** The objects that a body contains, as list items or in its fields. */
function heldBy(body: Node, document: Node): readonly ObjectScope[] {
  const form = formOf(body, document);
  const inFields = [...form.flat.properties.values()].flatMap(({ node }) => {
    const inner = formOf(node, document);
    return inner.flat.properties.size > 0 ? [inner] : itemsOf(inner, document);
  });
  return scopesOf([...itemsOf(form, document), ...inFields]);
}

/** Whether part of a schema is written inside the schema, not elsewhere in the description. */
function isWithin(part: Node, whole: Node | undefined): boolean {
  const [inner, outer] = [originOf(part), originOf(whole)];
  return inner !== undefined && outer !== undefined && inner.pointer.startsWith(outer.pointer);
}

/**
 * The schema of a parameter, including one that is sent as JSON. References are not followed. It is
 * `{}` for JSON without a schema, and undefined for other parameters without one.
 */
export function schemaOf(parameter: Node): Node | undefined {
  return isNode(parameter.schema) ? parameter.schema : jsonSchema(parameter);
}
