import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { Model } from "../../../generator/model/model.js";
import type { Contract } from "../../../generator/parse/contract.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { contractOfBodies } from "../../support/described-bodies.js";
import { answer, body, contract } from "../../support/every-shape.js";
import { validatorsOf } from "../../support/generated-code.js";

const text: JsonObject = { type: "string" };
const to = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const described: JsonObject = { description: "Described." };

/** Ways to use a named schema, by the keywords beside its reference. */
const USES: Readonly<Record<string, (reference: JsonObject) => JsonObject>> = {
  nothing: (reference) => reference,
  "a part": (reference) => ({ allOf: [reference] }),
  "a description": (reference) => ({ allOf: [reference], ...described }),
  null: (reference) => ({ allOf: [reference], nullable: true }),
  "a description and null": (reference) => ({ allOf: [reference], nullable: true, ...described }),
  "a deprecation": (reference) => ({ allOf: [reference], deprecated: true }),
  "two descriptions": (reference) => ({
    allOf: [{ allOf: [reference], ...described }],
    ...described,
  }),
  "a list": (reference) => ({ type: "array", items: { allOf: [reference], ...described } }),
  "a table": (reference) => ({
    type: "object",
    additionalProperties: { allOf: [reference], ...described },
  }),
  "an alternative": (reference) => ({ oneOf: [{ allOf: [reference], ...described }, text] }),
  "more fields": (reference) => ({
    allOf: [reference, { type: "object", properties: { more: text } }],
  }),
  "a field of it": (reference) => ({ ...reference, ...described }),
};

/** The schemas that a use can refer to. `stated` is the description of the field `a`. */
const SCHEMAS: Readonly<Record<string, (stated: string) => JsonObject>> = {
  "an object": (stated) => ({ Thing: fields(stated) }),
  "an alias": (stated) => ({ Thing: to("Own"), Own: fields(stated) }),
  "an object with a description": (stated) => ({
    Thing: { allOf: [to("Own")], ...described },
    Own: fields(stated),
  }),
  "an object that extends another": (stated) => ({
    Thing: { allOf: [to("Own"), { type: "object", properties: { more: text } }] },
    Own: fields(stated),
  }),
  alternatives: (stated) => ({
    Thing: { oneOf: [to("Own"), to("Other")] },
    Own: fields(stated),
    Other: fields(stated),
  }),
  "alternatives with a tag": (stated) => ({
    Thing: { oneOf: [to("Own"), to("Other")], discriminator: { propertyName: "kind" } },
    Own: fields(stated, { enum: ["Own"] }),
    Other: fields(stated, { enum: ["Other"] }),
  }),
  "an object in itself": (stated) => ({ Thing: fields(stated, { ...to("Thing") }) }),
};

function fields(stated: string, kind: JsonObject = { enum: ["P", "Q"] }): JsonObject {
  const properties = {
    a: { ...text, description: stated },
    b: text,
    kind: "$ref" in kind ? kind : { ...text, ...kind },
  };
  return { type: "object", required: ["kind"], properties };
}

function contractWith(
  stated: string,
  use: JsonObject,
  schemas: (stated: string) => JsonObject,
): Contract {
  const body: JsonObject = { type: "object", properties: { used: use, plain: to("Thing") } };
  return contractOfBodies(
    {
      "pins/create": { body: to("Outer") },
      "pins/send": { body: { type: "array", items: to("Outer") } },
    },
    { Outer: body, ...schemas(stated) },
    "3.0.3",
  );
}

/** All types of a model, without the additions of a rule. */
const typesOf = ({ operations, schemas }: Model): unknown =>
  JSON.parse(
    JSON.stringify(
      {
        operations: operations.map(({ body, objects, enums, unions }) => ({
          body,
          objects,
          enums,
          unions,
        })),
        schemas,
      },
      (key, value) => (key === "rules" || key === "description" ? undefined : value),
    ),
  );

describe.each(Object.entries(SCHEMAS))("a sentence about fields of %s", (_, schemas) => {
  it.each(Object.entries(USES))("changes no type if it is used with %s beside it", (_use, use) => {
    const [plain, ruled] = ["The first.", "Cannot be used with `b`."].map((stated) =>
      lower(contractWith(stated, use(to("Thing")), schemas)),
    );
    expect(JSON.stringify(ruled?.model)).toContain("forbidden-when-a-with-b");
    expect(typesOf(ruled?.model as Model)).toEqual(typesOf(plain?.model as Model));
    expect(JSON.stringify(ruled?.notices)).not.toContain("x-rules");
  });
});

describe("a rule beside a reference", () => {
  const rule: JsonObject = {
    id: "no-a-with-b",
    kind: "forbidden-when",
    field: "a",
    when: [{ field: "b", present: true }],
  };
  const thing = { type: "object", properties: { a: text, b: text } };
  const contractOf = (used: JsonObject): Contract => {
    const outer: JsonObject = { type: "object", properties: { plain: to("Thing"), used } };
    const call = {
      operationId: "pins/create",
      requestBody: body("application/json", to("Outer")),
      responses: answer(to("Outer")),
    };
    return contract({ "/pins": { post: call } }, { schemas: { Thing: thing, Outer: outer } });
  };
  const wrong = { a: "a", b: "b" };

  it("if the referenced schema lacks it, is checked only at that reference", () => {
    const contract = contractOf({ allOf: [to("Thing")], "x-rules": [rule] });
    const check = validatorsOf(contract)("pins-create");
    expect(check({ plain: wrong, used: wrong }).map(({ path }) => path)).toEqual(["/used/a"]);
    const { response } = lower(contract).model.schemas ?? {};
    expect(response?.objects.map(({ name }) => name)).toEqual(["Outer", "Thing"]);
  });

  it("is reported by its name if the schema is not an object", () => {
    const { notices } = lower(contractOf({ ...text, "x-rules": [rule] }));
    expect(notices.map(({ kind, what }) => `${kind}: ${what}`)).toEqual([
      "loosened: a rule is not enforced: no-a-with-b: its value is not treated as an object",
    ]);
  });
});
