import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { generated, put, smallDescription } from "../../support/small-description.js";

const POST = ["paths", "/boards", "post"];
const REFERENCE = { $ref: "#/components/schemas/Endless" };
const OBJECT = { type: "object", properties: { size: { type: "integer" } } };

/** Schemas by name; `Endless` is a variant of itself. */
const loops: Readonly<Record<string, (join: string) => JsonObject>> = {
  "by its own name": (join) => ({ Endless: { [join]: [OBJECT, REFERENCE] } }),
  "by a reference to itself": (join) => ({
    Endless: { [join]: [OBJECT, { $ref: "#/components/schemas/Alias" }] },
    Alias: REFERENCE,
  }),
  "by the forms of a form": (join) => ({
    Endless: { [join]: [OBJECT, { $ref: "#/components/schemas/Form" }] },
    Form: { [join]: [{ type: "string" }, REFERENCE] },
  }),
  "by a form that extends it": (join) => ({
    Endless: { [join]: [OBJECT, { allOf: [REFERENCE, OBJECT] }] },
  }),
  "by a form of a form that extends it": (join) => ({
    Endless: { [join]: [OBJECT, { [join]: [{ type: "string" }, { allOf: [REFERENCE, OBJECT] }] }] },
  }),
  "by a form within which it is a base": (join) => ({
    Endless: { [join]: [OBJECT, { $ref: "#/components/schemas/Form" }] },
    Form: { allOf: [REFERENCE, OBJECT] },
  }),
};

/** Places of a schema in an operation. */
const places: Readonly<Record<string, (schema: Json) => Json>> = {
  body: (schema) => put(smallDescription, [...POST, "requestBody"], json(schema)),
  field: (schema) =>
    put(smallDescription, [...POST, "requestBody"], json({ ...OBJECT, properties: { a: schema } })),
  items: (schema) =>
    put(
      smallDescription,
      [...POST, "requestBody"],
      json({ ...OBJECT, properties: { a: { type: "array", items: schema } } }),
    ),
  parameter: (schema) =>
    put(smallDescription, [...POST, "parameters"], [{ name: "a", in: "query", schema }]),
  header: (schema) =>
    put(
      smallDescription,
      [...POST, "parameters"],
      [{ name: "X-A", in: "header", required: true, schema: { allOf: [schema], default: "b" } }],
    ),
};

const json = (schema: Json): JsonObject => ({ content: { "application/json": { schema } } });

describe.each(Object.keys(loops))("a schema that is a variant of itself, %s,", (loop) => {
  it.each(
    Object.keys(places).flatMap((place) =>
      ["oneOf", "anyOf"].map((join) => [place, join] as const),
    ),
  )("is read completely as a %s with %s", async (place, join) => {
    const description = places[place]?.(REFERENCE);
    const schemas = { ...smallDescription.components.schemas, ...loops[loop]?.(join) };
    const { problems, said } = await generated(
      put(description, ["components", "schemas"], schemas),
    );
    expect(problems).toEqual([]);
    // If one variant accepts the header, nothing is lost.
    if (place !== "header") expect(said).not.toEqual([]);
  });
});
