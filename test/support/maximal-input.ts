// Creates the largest request that a description allows, without using the generator.

import {
  type Described,
  type Json,
  list,
  type Node,
  object,
  text,
  whole,
} from "./minimal-input.js";

// Characters that need encoding. `%` and `+` are included because encodings use them.
const AWKWARD = "a, b/c & d=ü+%20?#[]";

/** An input with all parameters, and a body with all fields. */
export function maximalInput(
  document: Node,
  { parameters, body }: Described,
  bodyField: string | null,
): Record<string, Json> {
  const input = Object.fromEntries(
    parameters.map((one) => [String(one.name), maximal(document, object(one.schema))]),
  );
  if (body === null) return input;
  const made = maximal(document, body);
  return bodyField === null ? { ...input, ...object(made) } : { ...input, [bodyField]: made };
}

/** The largest value for a schema: every field, the first variant, and two items if allowed. */
function maximal(document: Node, schema: Node): Json {
  const node = whole(document, schema);
  const {
    enum: values,
    type,
    properties,
    items,
    minItems,
    maxItems,
    minimum,
    exclusiveMinimum,
    additionalProperties,
  } = node;
  if (Array.isArray(values)) return values.find((value) => value !== null) ?? null;
  if (type === "array" || items !== undefined) {
    const each = whole(document, object(items));
    const count = Math.min(Math.max(2, Number(minItems ?? 0)), Number(maxItems ?? 2));
    const others = list(each.enum).filter((value) => value !== null);
    if (others.length > 0) return others.slice(0, count);
    return Array.from({ length: count }, () => maximal(document, object(items)));
  }
  if (type === "integer" || type === "number")
    return Number(minimum ?? 1) + (exclusiveMinimum === true ? 1 : 0);
  if (type === "boolean") return false;
  if (type === "string") return longText(node);
  const fields = Object.entries(object(properties)).filter(
    ([, field]) => whole(document, object(field)).readOnly !== true,
  );
  const made = Object.fromEntries(
    fields.map(([name, field]) => [name, maximal(document, object(field))]),
  );
  return typeof additionalProperties === "object"
    ? { ...made, "1": maximal(document, object(additionalProperties)) }
    : made;
}

function longText(node: Node): string {
  const { format, pattern, minLength, maxLength } = node;
  const isFree =
    format === undefined && pattern === undefined && Number(minLength ?? 0) <= AWKWARD.length;
  return isFree && Number(maxLength ?? 1e9) >= AWKWARD.length ? AWKWARD : text(node);
}
