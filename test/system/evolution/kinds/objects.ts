// Edits to the structure of schemas: references, inlining, composition and alternatives.

import {
  child,
  copyOf,
  type Draft,
  isTree,
  listed,
  type Place,
  pointer,
  rename,
  type Tree,
  tree,
  type Value,
} from "../draft.js";
import { type Kind, kind, lives, ofField, ofSchema } from "../kind.js";

const REFERENCE = "#/components/schemas/";

const isObject = (place: Place, draft: Draft): boolean => isTree(draft.held(place).properties);

/** Whether a schema only lists fields, so that it can be split. */
const isPlainObject = (place: Place, draft: Draft): boolean => {
  const held = draft.held(place);
  return (
    isObject(place, draft) &&
    ["allOf", "oneOf", "anyOf", "discriminator"].every((key) => held[key] === undefined)
  );
};

const isReference = ({ holder, key }: Place): boolean => typeof tree(holder[key]).$ref === "string";

const written = ({ holder, key }: Place): Tree => tree(holder[key]);

/** Visits every object in the document. */
function everyTree(document: Value, visit: (node: Tree) => void): void {
  if (Array.isArray(document)) for (const one of document) everyTree(one, visit);
  if (!isTree(document)) return;
  visit(document);
  for (const one of Object.values(document)) everyTree(one, visit);
}

/** Renames a component, and all references to it. */
export function renameSchema(draft: Draft, before: string, after: string): void {
  rename(child(child(draft.document, "components"), "schemas"), before, after);
  const [from, to] = [`${REFERENCE}${before}`, pointer("#", "components", "schemas", after)];
  everyTree(draft.document, (node) => {
    for (const [key, value] of Object.entries(node)) {
      if (value === from) node[key] = to;
      else if (key === "mapping" && isTree(value))
        for (const [one, target] of Object.entries(value))
          if (target === before) value[one] = after;
    }
  });
}

function renamed(
  name: string,
  says: string,
  after: (before: string, draft: Draft) => string,
): Kind {
  return ofSchema(
    name,
    says,
    (place) => isReference(place) && String(written(place).$ref).startsWith(REFERENCE),
    (place, draft) => {
      const before = String(written(place).$ref).slice(REFERENCE.length);
      renameSchema(draft, before, after(before, draft));
    },
  );
}

/** Splits an object's fields in two, each half with its part of `required`. */
function halves({ properties, required }: Tree): readonly [Tree, Tree] {
  const entries = Object.entries(tree(properties));
  const half = (some: typeof entries): Tree => {
    const names = listed(required).filter((name) => some.some(([one]) => one === name));
    return {
      type: "object",
      properties: Object.fromEntries(some),
      ...(names.length > 0 && { required: names }),
    };
  };
  const middle = Math.ceil(entries.length / 2);
  return [half(entries.slice(0, middle)), half(entries.slice(middle))];
}

/** Two variants of an object: the original, and one with another field. */
function alternatives(place: Place, draft: Draft, by: string | null): Tree {
  const held = copyOf(draft.held(place));
  const properties = tree(held.properties);
  const first: Tree = { ...held, properties: { ...properties } };
  const second: Tree = {
    ...copyOf(held),
    properties: { ...copyOf(properties), only_of_second: { type: "string" } },
  };
  if (by === null) {
    second.required = [...listed(held.required), "only_of_second"];
    return { oneOf: [first, second] };
  }
  for (const member of [first, second]) {
    (member.properties as Tree)[by] = { type: "string" };
    member.required = [...listed(member.required), by];
  }
  const names = ["FirstOfTwo", "SecondOfTwo"].map((name, index) =>
    draft.component("schemas", name, index === 0 ? first : second),
  );
  return {
    oneOf: names.map(($ref) => ({ $ref })),
    discriminator: { propertyName: by, mapping: { FIRST: names[0] ?? "", SECOND: names[1] ?? "" } },
  };
}

export const objectKinds: readonly Kind[] = [
  ofSchema(
    "schema-extracted",
    "a schema moves into the components",
    (place) => !isReference(place),
    (place, draft) => {
      place.holder[place.key] = {
        $ref: draft.component("schemas", "ExtractedOne", copyOf(written(place))),
      };
    },
  ),
  ofSchema("schema-inlined", "a referenced schema is inlined", isReference, (place, draft) => {
    place.holder[place.key] = copyOf(draft.held(place));
  }),
  renamed("schema-renamed", "a schema is renamed", (before) => `${before}V2`),
  renamed("schema-renamed-to-odd", "a schema gets a name that is not an identifier", (_, draft) =>
    draft.random.of([
      "Pinterest.Lib.Thing",
      "some-thing",
      "9Lives",
      "class",
      "a_b.c-d",
      "toString",
      "Request",
    ]),
  ),
  ofSchema(
    "reference-to-reference",
    "a component refers to another component",
    isReference,
    (place, draft) => {
      place.holder[place.key] = {
        $ref: draft.component("schemas", "OtherName", copyOf(written(place))),
      };
    },
  ),
  ofSchema(
    "reference-in-all-of",
    "a reference is wrapped in `allOf` to add a description",
    isReference,
    (place, draft) => {
      place.holder[place.key] = { allOf: [copyOf(written(place))], description: "More words." };
      if (draft.random.coin()) (place.holder[place.key] as Tree).nullable = true;
    },
  ),
  ofSchema(
    "reference-with-siblings",
    "a description is next to a reference",
    isReference,
    (place, draft) => {
      Object.assign(written(place), {
        description: "More words.",
        ...(draft.random.coin() ? { deprecated: true } : { title: "Title" }),
      });
    },
  ),
  ofSchema(
    "wrapped-in-all-of",
    "a schema is the only part of `allOf`",
    () => true,
    (place) => {
      place.holder[place.key] = { allOf: [copyOf(written(place))] };
    },
  ),
  ofSchema(
    "wrapped-in-one-of",
    "a schema is the only member of `oneOf`",
    () => true,
    (place, draft) => {
      place.holder[place.key] = {
        [draft.random.coin() ? "oneOf" : "anyOf"]: [copyOf(written(place))],
      };
    },
  ),
  ofSchema("all-of-split", "an object is split into two parts", isPlainObject, (place, draft) => {
    const held = draft.held(place);
    const [first, second] = halves(copyOf(held));
    for (const key of ["properties", "required", "type"]) delete held[key];
    held.allOf = [
      first,
      draft.random.coin() ? { $ref: draft.component("schemas", "SecondHalf", second) } : second,
    ];
  }),
  ofSchema(
    "all-of-split-beside",
    "an object has a base and additional fields",
    isPlainObject,
    (place, draft) => {
      const held = draft.held(place);
      const [first, second] = halves(copyOf(held));
      for (const key of ["properties", "required"]) delete held[key];
      Object.assign(held, second, {
        allOf: [{ $ref: draft.component("schemas", "CommonBase", first) }],
      });
    },
  ),
  ofSchema(
    "all-of-empty",
    "`allOf` of nothing",
    () => true,
    (place, draft) => {
      draft.held(place).allOf = draft.random.coin() ? [] : [{}];
    },
  ),
  ofSchema("all-of-repeats", "`allOf` has the same part twice", isPlainObject, (place) => {
    place.holder[place.key] = { allOf: [copyOf(written(place)), copyOf(written(place))] };
  }),
  ofSchema(
    "all-of-disagrees",
    "two parts of `allOf` limit a field differently",
    isPlainObject,
    (place, draft) => {
      const held = draft.held(place);
      const [name, field] = Object.entries(tree(held.properties))[0] ?? ["nothing", {}];
      const other = copyOf(draft.followed(field));
      other.description = "Said again";
      if (other.type === "string" && other.enum === undefined) other.maxLength = 400;
      if (other.type === "array") other.maxItems = 40;
      held.allOf = [{ type: "object", properties: { [name]: other } }];
    },
  ),
  ofSchema(
    "one-of-objects",
    "an object becomes one of two variants",
    (place, draft) => isPlainObject(place, draft) && place.side !== "parameter",
    (place, draft) => {
      place.holder[place.key] = alternatives(place, draft, null);
    },
  ),
  ofSchema(
    "one-of-by-discriminator",
    "an object becomes one of two variants with a discriminator",
    (place, draft) => isPlainObject(place, draft) && place.side !== "parameter",
    (place, draft) => {
      place.holder[place.key] = alternatives(place, draft, "sort_of_thing");
    },
  ),
  ofSchema(
    "one-of-without-mapping",
    "a discriminator without a mapping uses schema names",
    (place, draft) => isPlainObject(place, draft) && place.side !== "parameter",
    (place, draft) => {
      const made = alternatives(place, draft, "sort_of_thing");
      delete (made.discriminator as Tree).mapping;
      place.holder[place.key] = made;
    },
  ),
  ofSchema(
    "one-of-partly-mapped",
    "a discriminator maps only one of two variants",
    (place, draft) => isPlainObject(place, draft) && place.side !== "parameter",
    (place, draft) => {
      const made = alternatives(place, draft, "sort_of_thing");
      delete ((made.discriminator as Tree).mapping as Tree).SECOND;
      place.holder[place.key] = made;
    },
  ),
  ofSchema("one-of-with-null", "`oneOf` has an object and null", isPlainObject, (place) => {
    place.holder[place.key] = {
      oneOf: [copyOf(written(place)), { type: "object", nullable: true, enum: [null] }],
    };
  }),
  ofSchema(
    "discriminator-alone",
    "a discriminator has no variants",
    isPlainObject,
    (place, draft) => {
      const held = draft.held(place);
      child(held, "properties").sort_of_thing = { type: "string" };
      held.required = [...listed(held.required), "sort_of_thing"];
      held.discriminator = { propertyName: "sort_of_thing" };
    },
  ),
  ofSchema(
    "discriminator-removed",
    "a discriminator is removed",
    (place, draft) => isTree(draft.held(place).discriminator),
    (place, draft) => {
      delete draft.held(place).discriminator;
    },
  ),
  ofSchema(
    "discriminator-grows",
    "a variant is added",
    (place, draft) => isTree(tree(draft.held(place).discriminator).mapping),
    (place, draft) => {
      const held = draft.held(place);
      const { propertyName, mapping } = tree(held.discriminator);
      const made = {
        type: "object",
        properties: { [String(propertyName)]: { type: "string" }, newest: { type: "integer" } },
      };
      const $ref = draft.component("schemas", "NewestOfAll", made);
      tree(mapping).NEWEST = $ref;
      if (Array.isArray(held.oneOf)) held.oneOf.push({ $ref });
    },
  ),
  ofSchema(
    "one-of-shrinks",
    "a variant is removed",
    (place, draft) => listed(draft.held(place).oneOf).length > 1,
    (place, draft) => {
      const held = draft.held(place);
      const gone = listed(held.oneOf).pop();
      const mapping = tree(tree(held.discriminator).mapping);
      for (const [key, target] of Object.entries(mapping))
        if (target === tree(gone).$ref) delete mapping[key];
    },
  ),
  ofSchema("recursive-field", "an object contains itself", isObject, (place, draft) => {
    const inner = isReference(place)
      ? copyOf(written(place))
      : { $ref: draft.component("schemas", "Recursive", draft.held(place)) };
    if (!isReference(place)) place.holder[place.key] = copyOf(inner);
    child(draft.held(place), "properties").parent_of_this = inner;
  }),
  ofSchema("recursive-list", "an object contains a list of itself", isObject, (place, draft) => {
    const inner = isReference(place)
      ? copyOf(written(place))
      : { $ref: draft.component("schemas", "Recursive", draft.held(place)) };
    if (!isReference(place)) place.holder[place.key] = copyOf(inner);
    child(draft.held(place), "properties").children_of_this = { type: "array", items: inner };
  }),
  ofSchema("recursive-by-two", "two objects contain each other", isObject, (place, draft) => {
    const inner = isReference(place)
      ? copyOf(written(place))
      : { $ref: draft.component("schemas", "OneOfBoth", draft.held(place)) };
    if (!isReference(place)) place.holder[place.key] = copyOf(inner);
    const other = draft.component("schemas", "OtherOfBoth", {
      type: "object",
      properties: { back: inner, more: { type: "object", additionalProperties: copyOf(inner) } },
    });
    child(draft.held(place), "properties").other_of_both = { $ref: other };
  }),
  ofSchema(
    "recursive-all-of",
    "an object is a part of itself, which has no effect",
    (place, draft) => isPlainObject(place, draft) && isReference(place),
    (place, draft) => {
      draft.held(place).allOf = [copyOf(written(place))];
    },
  ),
  ofSchema("additional-true", "additional fields are allowed", isObject, (place, draft) => {
    draft.held(place).additionalProperties = true;
  }),
  ofSchema("additional-false", "additional fields are forbidden", isObject, (place, draft) => {
    draft.held(place).additionalProperties = false;
  }),
  ofSchema(
    "additional-schema",
    "additional fields contain numbers",
    // In one part, the fields of the other parts would count as additional ones; in a composed
    // object, the fields of its parts would.
    (place, draft) => isPlainObject(place, draft) && !/\/allOf\/\d+$/.test(place.at),
    (place, draft) => {
      draft.held(place).additionalProperties = draft.random.coin()
        ? { type: "number" }
        : { type: "object", properties: { amount: { type: "number" } } };
    },
  ),
  ofSchema(
    "additional-removed",
    "`additionalProperties` is removed",
    (place, draft) => draft.held(place).additionalProperties !== undefined,
    (place, draft) => {
      delete draft.held(place).additionalProperties;
    },
  ),
  ofSchema(
    "additional-empty",
    "additional fields accept anything, with the schema `{}`",
    isObject,
    (place, draft) => {
      draft.held(place).additionalProperties = {};
    },
  ),
  ofSchema(
    "property-counts",
    "an object has a limited number of fields",
    isObject,
    (place, draft) => {
      Object.assign(draft.held(place), { minProperties: 1, maxProperties: 900 });
    },
  ),
  ofSchema(
    "object-type-removed",
    "an object loses its type",
    isObject,
    (place, draft) => void delete draft.held(place).type,
  ),
  ofSchema("object-nullable", "an object may be null", isPlainObject, (place, draft) => {
    const isWhole = place.key === "schema" && place.side === "request";
    draft.held(place).nullable = true;
    return isWhole ? lives(place.at) : undefined;
  }),
  ofSchema("nested-deeply", "objects are nested twelve levels deep", isObject, (place, draft) => {
    let inner: Tree = { type: "object", properties: { last: { type: "string" } } };
    for (let step = 0; step < 12; step += 1)
      inner = { type: "object", properties: { [`step_${step}`]: inner } };
    child(draft.held(place), "properties").nested_deeply = inner;
  }),
  ofSchema(
    "object-titled",
    "titles, descriptions and examples are everywhere",
    isObject,
    (place, draft) => {
      Object.assign(draft.held(place), {
        title: "A thing: a `thing`",
        description: "Words */ and \u0024{more} `words`.",
        example: { a: 1 },
        externalDocs: { url: "https://example.com" },
        xml: { name: "thing" },
      });
    },
  ),
  ofSchema(
    "unknown-keyword",
    "a schema has an unknown keyword",
    () => true,
    (place, draft) => {
      const held = draft.held(place);
      Object.assign(
        held,
        draft.random.coin()
          ? { instructions: "Say it twice." }
          : { deprecatedBy: { version: 6 }, "vendor:note": true },
      );
    },
  ),
  ofSchema(
    "unknown-extension",
    "a schema has an extension key",
    () => true,
    (place, draft) => {
      Object.assign(draft.held(place), {
        "x-internal-note": "Ask the ads team before you change this.",
        "x-since": "5.30",
        "x-list": [{ of: "things" }, 3],
      });
    },
  ),
  ofField(
    "field-of-two-objects",
    "a field becomes one of two objects",
    (field, draft) => isPlainObject(field, draft) && field.depth > 0,
    (field) => {
      field.holder[field.key] = {
        anyOf: [
          copyOf(written(field)),
          { type: "object", properties: { plain: { type: "string" } }, required: ["plain"] },
        ],
      };
    },
  ),
  kind("unused-schemas", "there are unused schemas", (draft) => {
    const at = draft.component("schemas", "Unused", {
      type: "array",
      items: { $ref: "#/components/schemas/Unused" },
      weird: { $ref: "#/nowhere" },
    });
    return lives(at);
  }),
  kind("components-sorted", "the components are reordered", (draft) => {
    const components = child(draft.document, "components");
    for (const [section, names] of Object.entries(components))
      components[section] = Object.fromEntries(
        Object.entries(tree(names)).toSorted(([one], [other]) => (one < other ? -1 : 1)),
      );
    return lives("#/components");
  }),
];
