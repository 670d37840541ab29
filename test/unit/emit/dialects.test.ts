import { beforeAll, describe, expect, it } from "vitest";
import { parseFlows } from "../../../generator/parse/config.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { build } from "../../../generator/pipeline.js";
import type { Notice } from "../../../generator/problem.js";
import { Problems } from "../../../generator/problem.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { noAnnotations } from "../../support/annotations.js";
import { answer, described, text, to, written } from "../../support/dialect.js";
import { type Validate, validatorsOf } from "../../support/generated-code.js";

describe("an OpenAPI 3.2 description with every tolerated feature", () => {
  let notices: readonly Notice[];
  let validate: Validate;
  beforeAll(async () => {
    const flows = parseFlows("operations: all\n");
    const { document, source, notices: met, leftOut } = contractOf(written, flows);
    const annotations = { ...noAnnotations, flows };
    const contract = {
      document,
      source,
      annotations,
      findings: { problems: [], notices: met, leftOut },
    };
    validate = validatorsOf(contract)("things-make");
    ({ notices } = await build(contract, "elsewhere"));
  });

  it("produces a validator that accepts what the description allows, and rejects everything else", () => {
    const said = (body: object) => validate(body).map(({ rule, path }) => `${rule} ${path}`);
    const thing = {
      "account-id": 3,
      name: null,
      ghost: 1,
      kind: "THING",
      size: 5,
      place: { city: "A" },
      places: ["a", 1],
      tree: { left: { left: 7 } },
    };
    expect(
      said({
        ...thing,
        animal: { kind: "DOG", name: "Rex" },
        names: { "x-a": "b" },
        maybe: [],
        anything: null,
        "ad-ids": ["A"],
        ad_ids: ["B"],
      }),
    ).toEqual([]);
    const wrong = {
      ...thing,
      size: 0,
      kind: "OTHER",
      nothing: 1,
      "ad-ids": ["B"],
      names: { "x-a": 1 },
      places: [1, 2, 3],
    };
    expect(said(wrong).toSorted()).toEqual(
      [
        "enum /kind",
        "exclusive-minimum /size",
        "max-items /places",
        "type /names/x-a",
        "enum /ad-ids/0",
        "unknown-field /nothing",
      ].toSorted(),
    );
    expect(said({})).toEqual(["required /account-id", "required /name", "required /ghost"]);
  });

  it("is generated, with a notice that locates each loosened or omitted part", () => {
    expect(
      [...new Set(notices.map(({ kind, what }) => `${kind}: ${what}`))].sort(),
    ).toMatchInlineSnapshot(`
      [
        "left out: lost/get: the target of a reference does not exist: #/components/schemas/Nowhere",
        "left out: moved/get: the operation declares another server: https://elsewhere.example",
        "loosened: #/components/schemas/Tree contains itself; deeper levels are not checked",
        "loosened: \`maximum\` has an invalid value and is ignored",
        "loosened: \`patternProperties\` is not checked",
        "loosened: \`prefixItems\` is not checked by position: all items of the list share one type",
        "loosened: a pattern is not checked: its running time is not provably linear",
        "loosened: an optional parameter is left out, because the client cannot send it: X-Trace, in header",
        "loosened: ghost is required but not described, so any value is accepted",
        "loosened: the discriminator kind does not identify each member of a union; members are distinguished by their structure",
        "loosened: the target of a discriminator does not exist: #/components/schemas/Hound",
        "loosened: the target of a reference does not exist, so any value is accepted: #/components/schemas/Nowhere",
      ]
    `);
    for (const { where } of notices) expect(where).toMatch(/^#\//);
  });

  it("produces the same output whatever the order of its schemas", async () => {
    const { components, ...rest } = JSON.parse(written);
    const turned = JSON.stringify({
      ...rest,
      components: {
        ...components,
        schemas: Object.fromEntries(Object.entries(components.schemas).reverse()),
      },
    });
    const flows = parseFlows("operations: all\n");
    const names = (from: string) =>
      Object.keys(
        (contractOf(from, flows).document.components as { schemas: object }).schemas,
      ).sort();
    expect(names(turned)).toEqual(names(written));
  });
});

describe("a part that openapi-typescript cannot read", () => {
  const flows = parseFlows("operations: all\n");
  const annotations = { ...noAnnotations, flows };
  const empty = { "204": { description: "Fine" } };
  const get = (operationId: string, responses: JsonObject): JsonObject => ({
    get: { operationId, responses },
  });
  const built = (paths: JsonObject, schemas: JsonObject) => {
    const pulled = contractOf(
      JSON.stringify({ ...described, paths, components: { schemas } }),
      flows,
    );
    const { source, notices, leftOut } = pulled;
    // The document as in a contract that lost a schema.
    const document = JSON.parse(
      JSON.stringify(pulled.document).replaceAll(
        '"#/components/schemas/A"',
        '"#/components/schemas/Lost"',
      ),
    );
    return build(
      { document, source, annotations, findings: { problems: [], notices, leftOut } },
      "elsewhere",
      { schema: true },
    );
  };
  const schemas = { A: text, B: { type: "object", properties: { a: to("A") } } };

  it("is omitted along with its operation", async () => {
    const { model, output, notices } = await built(
      { "/a": get("a/get", { "200": answer(to("B")) }), "/b": get("b/get", empty) },
      schemas,
    );
    expect(model.operations.map(({ name }) => name)).toEqual(["b-get"]);
    expect(notices.map(({ kind }) => kind)).toEqual(["left out"]);
    expect(output.get("schema.ts")).toContain('"/b"');
    expect(output.get("schema.ts")).not.toContain("a/get");
  });

  it("leaves schema.ts without types if its operation is still generated", async () => {
    const error = { "400": answer(to("B")) };
    const { model, output, notices } = await built(
      { "/a": get("a/get", { ...empty, ...error }) },
      schemas,
    );
    expect(model.operations).toHaveLength(1);
    expect(notices.map(({ what }) => what)).toEqual([
      expect.stringMatching(/^schema\.ts has no types: openapi-typescript cannot read/),
    ]);
    expect(output.get("schema.ts")).toContain("export type paths = Record<string, never>;");
  });
});

it("many references to a missing target are reported as one problem that lists some of their locations", () => {
  const paths = Object.fromEntries(
    [..."abcdef"].map((name) => [
      `/${name}`,
      { get: { operationId: name, responses: { "200": answer(to("Gone")) } } },
    ]),
  );
  const flows = parseFlows(
    `operations: { ${[..."abcdef"].map((name) => `${name}: ${name}`).join(", ")} }\n`,
  );
  try {
    contractOf(JSON.stringify({ ...described, paths, components: {} }), flows);
    expect.unreachable();
  } catch (error) {
    const { list } = error as Problems;
    expect(list.map(({ what }) => what)).toEqual([
      "the target of a reference does not exist: #/components/schemas/Gone",
    ]);
    expect(list[0]?.notes?.map(([, value]) => value)).toEqual([
      ...["b", "c", "d"].map(
        (name) => `#/paths/~1${name}/get/responses/200/content/application~1json/schema/$ref`,
      ),
      "2 more places",
    ]);
    expect(error).toBeInstanceOf(Problems);
  }
});
