import type { SchemaOptions, StandardSchema } from "./violation.js";

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * A Standard Schema with a JSON Schema in `~standard.jsonSchema`. It follows Standard JSON Schema
 * v1 (https://standardschema.dev/json-schema).
 */
export interface StandardJsonSchema<Value> extends StandardSchema<Value> {
  readonly "~standard": StandardSchema<Value>["~standard"] & {
    readonly jsonSchema: {
      /**
       * Returns the JSON Schema of the request for `draft-2020-12` or `draft-07`. Throws a
       * `TypeError` for any other target. The result is a copy, so you may change it.
       */
      readonly input: (options: JsonSchemaOptions) => Record<string, unknown>;
      /** The same as `input`, because validation changes nothing. */
      readonly output: (options: JsonSchemaOptions) => Record<string, unknown>;
    };
  };
  with(options: SchemaOptions): StandardJsonSchema<Value>;
}

/** Options for Standard JSON Schema. */
export interface JsonSchemaOptions {
  readonly target: "draft-2020-12" | "draft-07" | (string & {});
  /** Not used. */
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

/**
 * Adds a JSON Schema (draft 2020-12) to a Standard Schema. Returns a new schema and leaves the
 * given one unchanged.
 */
export function withJsonSchema<Value>(
  schema: StandardSchema<Value>,
  jsonSchema: JsonSchema,
): StandardJsonSchema<Value> {
  const convert = ({ target }: JsonSchemaOptions): Record<string, unknown> => {
    if (target === "draft-2020-12") return structuredClone(jsonSchema);
    if (target !== "draft-07")
      throw new TypeError(
        `JSON Schema is available as draft-2020-12 and draft-07, not as ${target}`,
      );
    return {
      ...toDraft07(structuredClone(jsonSchema)),
      $schema: "http://json-schema.org/draft-07/schema#",
    };
  };
  return {
    "~standard": { ...schema["~standard"], jsonSchema: { input: convert, output: convert } },
    with: (options) => withJsonSchema(schema.with(options), jsonSchema),
  };
}

/** Keywords whose value maps names to schemas. */
const MAPS: readonly string[] = ["properties", "$defs"];
/** Keywords whose value contains no schema. */
const DATA: readonly string[] = ["enum", "const", "default", "required"];

/**
 * Converts a schema from draft 2020-12 to draft-07. In draft-07, definitions have a different name,
 * and keywords next to `$ref` are not allowed.
 */
function toDraft07(schema: JsonSchema): Record<string, unknown> {
  const { $ref, $defs, ...keywords } = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, convert(keyword, value)]),
  );
  const reference =
    typeof $ref === "string" ? { $ref: $ref.replace("#/$defs/", "#/definitions/") } : undefined;
  const result = { ...keywords, ...($defs !== undefined && { definitions: $defs }) };
  if (reference === undefined) return result;
  if (Object.keys(result).length === 0) return reference;
  return {
    ...result,
    allOf: [reference, ...(Array.isArray(keywords.allOf) ? keywords.allOf : [])],
  };
}

/** Converts the value of a keyword to draft-07, including the schemas inside it. */
function convert(keyword: string, value: unknown): unknown {
  if (DATA.includes(keyword) || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value))
    return value.map((item) => (typeof item === "object" ? toDraft07(item) : item));
  if (MAPS.includes(keyword))
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, convert("", item)]),
    );
  return toDraft07(value as JsonSchema);
}
