import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { jsonSchema } from "../../../generator/emit/json-schema.js";
import { lower } from "../../../generator/lower/lower.js";
import type { Operation } from "../../../generator/model/model.js";
import { parseOwnRules } from "../../../generator/parse/annotations.js";
import { parseFlows } from "../../../generator/parse/config.js";
import type { Contract } from "../../../generator/parse/contract.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { contractOf, type Pulled } from "../../../generator/prose/contract.js";
import { nestedRules } from "../../../generator/rules/nested.js";
import { noAnnotations } from "../../support/annotations.js";
import { describedBodies } from "../../support/described-bodies.js";
import { namedIn } from "../../support/exports/agree.js";
import { generatedFrom, validatorsOf } from "../../support/generated-code.js";

const text = (description = ""): JsonObject => ({ type: "string", description });
const cents = (description = ""): JsonObject => ({ type: "integer", description });
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const list = (items: JsonObject): JsonObject => ({ type: "array", items });

const TRACKING: JsonObject = {
  type: "object",
  properties: { url: text("Where a click is counted. At most 2,000 characters.") },
};
const AUDIENCE: JsonObject = {
  type: "object",
  description: "AGE_RANGES and YOUNGEST cannot be used at the same time.",
  properties: {
    AGE_RANGES: { ...list({ type: "string", enum: ["18-24", "25-34"] }), description: "Ages." },
    YOUNGEST: text("This field requires the OLDEST field."),
    OLDEST: text("The highest age."),
  },
};
const DROP: JsonObject = {
  type: "object",
  properties: {
    name: text("What it is called."),
    daily_cap: cents(
      "Most to spend in a day. This and `total_cap` cannot be set at the same time.",
    ),
    total_cap: cents("Most to spend in all."),
    mode: { type: "string", enum: ["EVEN", "FAST"], description: "How it is spent." },
    ends_at: text("The end. If `mode` is EVEN, `ends_at` is not allowed."),
    audience: ref("Audience"),
    trackers: { type: "object", additionalProperties: ref("Tracking") },
    parts: list(ref("Drop")),
  },
};

const flows = parseFlows("operations: all\n");
const operations = {
  "drops-create": { body: list(ref("Drop")) },
  "drops-update": { body: list(ref("Drop")), method: "patch" },
  // The body has a field of the parameter's name, so that it is a field itself.
  "named-create": {
    parameters: [{ name: "name", in: "query", schema: { type: "string" } }],
    body: ref("Drop"),
  },
  "many-create": {
    body: {
      type: "object",
      properties: { create: list(ref("Drop")), update: list(ref("DropUpdate")) },
    },
  },
  "bulk-upsert": { body: ref("BulkUpsertRequest") },
  "plans-create": { body: { type: "object", properties: { drop: ref("Drop"), note: text() } } },
};
const UPDATE: JsonObject = {
  allOf: [ref("Drop"), { type: "object", properties: { id: text() } }],
};
const schemas: JsonObject = {
  Drop: DROP,
  DropUpdate: UPDATE,
  BulkUpsertRequest: {
    type: "object",
    properties: {
      create: ref("BulkUpsertRequestCreate"),
      update: ref("BulkUpsertRequestUpdate"),
    },
  },
  BulkUpsertRequestCreate: { type: "object", properties: { drops: list(ref("Drop")) } },
  BulkUpsertRequestUpdate: { type: "object", properties: { drops: list(ref("DropUpdate")) } },
  Audience: AUDIENCE,
  Tracking: TRACKING,
};

function pulled(components = schemas, rules = "[]", acceptProposed = false): Pulled {
  const options = { ...flows, rules: parseOwnRules(rules), acceptProposed };
  return contractOf(describedBodies(operations, components), {
    ...options,
    prose: "tolerant",
    undecided: [],
  });
}

function contractFrom({ document, source }: Pick<Pulled, "document" | "source">, rules = "[]") {
  const annotations = { ...noAnnotations, flows, rules: parseOwnRules(rules) };
  return { document, source, annotations } as Contract;
}

const CONTRACT = contractFrom(pulled());
const check = validatorsOf(CONTRACT);
const found = (name: string, body: unknown) =>
  check(name)(body).map(({ path, message }) => `${path} ${message}`);

describe("a sentence about fields of an object inside a request", () => {
  it("creates a rule wherever a request contains the object, with the object's path", () => {
    const both = { daily_cap: 1, total_cap: 2 };
    expect(found("drops-create", { body: [{}, { name: "a" }, both] })).toEqual([
      "/body/2/daily_cap is not allowed when total_cap is given",
    ]);
    expect(found("plans-create", { drop: both })).toEqual([
      "/drop/daily_cap is not allowed when total_cap is given",
    ]);
    expect(found("named-create", { name: "a", body: both })).toEqual([
      "/body/daily_cap is not allowed when total_cap is given",
    ]);
  });

  it("leads only to a proposal if it is about just one use of a named schema", () => {
    const say = "`from_day` and `until_day` cannot be used together.";
    const span: JsonObject = {
      type: "object",
      properties: { from_day: text(), until_day: text() },
    };
    const read = (items: JsonObject): Pulled =>
      contractOf(
        describedBodies(
          {
            "shows-create": {
              body: {
                type: "object",
                properties: { spans: { type: "array", description: say, items } },
              },
            },
            "pauses-create": { body: ref("Span") },
          },
          { Span: span },
        ),
        { ...flows, prose: "tolerant", undecided: [] },
      );
    const validate = validatorsOf(contractFrom(read(span)));
    const both = { from_day: "a", until_day: "b" };
    expect(validate("shows-create")({ spans: [both] })).toHaveLength(1);
    const shared = read(ref("Span"));
    expect(shared.unread).toMatchObject([
      { subject: "schema:Span", text: say, proposed: [{ kind: "forbidden-when" }] },
    ]);
    expect(validatorsOf(contractFrom(shared))("pauses-create")(both)).toEqual([]);
  });

  it("can name the fields of a nested object", () => {
    const audience = { AGE_RANGES: ["18-24"], YOUNGEST: "20", OLDEST: "30" };
    expect(found("drops-create", { body: [{ audience }] })).toEqual([
      "/body/0/audience/AGE_RANGES is not allowed when YOUNGEST is given",
    ]);
    expect(found("plans-create", { drop: { audience: { YOUNGEST: "20" } } })).toEqual([
      "/drop/audience/OLDEST is required when YOUNGEST is given",
    ]);
  });

  it.each([
    ["This field requires the OLDEST field.", "The highest age.", true],
    ["The lowest age.", "If YOUNGEST is not set, OLDEST is required.", false],
  ] as const)(
    "counts null as absent, like Ajv with the exported schema: %s %s",
    (one, other, ifGiven) => {
      const clearable = (description: string): JsonObject => ({
        ...text(description),
        nullable: true,
      });
      const properties = { YOUNGEST: clearable(one), OLDEST: clearable(other) };
      const contract = contractFrom(
        pulled({ ...schemas, Audience: { ...AUDIENCE, properties } }, "[]", true),
      );
      const checkBody = validatorsOf(contract)("plans-create");
      const { operations } = lower(contract).model;
      const request = operations.find(({ name }) => name === "plans-create") as Operation;
      const accepts = new Ajv2020({ strict: false }).compile(jsonSchema(request));
      const values = [undefined, null, "20"];
      for (const youngest of values)
        for (const oldest of values) {
          const audience = {
            ...(youngest !== undefined && { YOUNGEST: youngest }),
            ...(oldest !== undefined && { OLDEST: oldest }),
          };
          const isRight = (youngest === "20") !== ifGiven || oldest === "20";
          const body = { drop: { audience } };
          expect([checkBody(body).length === 0, accepts(body)]).toEqual([isRight, isRight]);
        }
    },
  );

  it("can create a limit, which also appears in the type's comment", () => {
    const trackers = { "a/b": { url: "x".repeat(2001) }, c: { url: "x".repeat(2000) } };
    expect(found("drops-create", { body: [{ trackers }] })).toEqual([
      "/body/0/trackers/a~1b/url must have at most 2000 characters, not 2001",
    ]);
    const types = [...generatedFrom(CONTRACT)].find(([path]) => path === "schemas.ts")?.[1] ?? "";
    expect(types).toMatch(/2,?000 characters[^}]*\n\s+url\?: string;/);
  });

  it("is stored in the contract as data, and the same rules can be generated without the prose", () => {
    const again = contractOf(JSON.stringify(CONTRACT.document), { ...flows, prose: "tolerant" });
    const idsIn = (contract: Contract): readonly string[] =>
      lower(contract).model.operations.flatMap((one) =>
        nestedRules(one).map(({ rule, object }) => `${object.name} ${rule.id}`),
      );
    expect(idsIn(CONTRACT)).toContain("DropInput forbidden-when-daily-cap-with-total-cap");
    expect(idsIn(contractFrom(again))).toEqual(idsIn(CONTRACT));
    const { document } = pulled({ Drop: { ...DROP, "x-rules": [{ id: "own", kind: "nothing" }] } });
    expect(JSON.stringify(document)).not.toContain('"own"');
  });
});

describe("an update request", () => {
  it("is recognized by the name of its type, even in a call that also creates objects", () => {
    const audience = { YOUNGEST: "20" };
    const both = { daily_cap: 1, total_cap: 2 };
    expect(found("many-create", { create: [{ audience }], update: [{ audience }, both] })).toEqual([
      "/create/0/audience/OLDEST is required when YOUNGEST is given",
      "/update/1/daily_cap is not allowed when total_cap is given",
    ]);
  });

  it("is only a part of a bulk request that also creates objects", () => {
    const drops = [{ audience: { YOUNGEST: "20" } }];
    expect(found("bulk-upsert", { create: { drops }, update: { drops } })).toEqual([
      "/create/drops/0/audience/OLDEST is required when YOUNGEST is given",
    ]);
  });

  it("has the rules for updates in the JSON Schema of a bulk request, which says so", () => {
    const operation = lower(CONTRACT).model.operations.find(({ name }) => name === "bulk-upsert");
    const schema = jsonSchema(operation as Operation);
    const accepts = new Ajv2020({ strict: false }).compile(schema);
    const drops = [{ audience: { YOUNGEST: "20" } }];
    expect(accepts({ update: { drops } })).toBe(true);
    expect(accepts({ update: { drops: [{ daily_cap: 1, total_cap: 2 }] } })).toBe(false);
    const { rule } = check("bulk-upsert")({ create: { drops } })[0] ?? {};
    expect(namedIn(schema).loosened).toEqual([rule]);
  });

  it("can clear a field and set another that excludes it", () => {
    const clearable = {
      ...schemas,
      Drop: {
        ...DROP,
        properties: {
          ...(DROP.properties as JsonObject),
          daily_cap: {
            type: ["integer", "null"],
            description: "This and `total_cap` cannot be set at the same time.",
          },
          total_cap: {
            type: ["integer", "null"],
            description: "This and `daily_cap` cannot be set at the same time.",
          },
        },
      },
    };
    const contract = contractFrom(pulled(clearable));
    const validate = validatorsOf(contract);
    const ajv = new Ajv2020({ strict: false });
    const { model } = lower(contract);
    for (const name of ["drops-create", "drops-update"]) {
      const operation = model.operations.find((one) => one.name === name);
      const accepts = ajv.compile(jsonSchema(operation as Operation));
      for (const daily_cap of [undefined, null, 1])
        for (const total_cap of [undefined, null, 2]) {
          const drop = JSON.parse(JSON.stringify({ daily_cap, total_cap }));
          // Each of the two texts states it, and it is one fault.
          const faults = daily_cap != null && total_cap != null ? 1 : 0;
          expect(validate(name)({ body: [drop] })).toHaveLength(faults);
          expect(accepts({ body: [drop] })).toBe(faults === 0);
        }
    }
  });

  it("has a JSON Schema that rejects the same values", () => {
    const ajv = new Ajv2020({ strict: false });
    const { model } = lower(CONTRACT);
    const drops = [
      { audience: { YOUNGEST: "20" } },
      { audience: { YOUNGEST: "20", AGE_RANGES: ["18-24"], OLDEST: "30" } },
      { daily_cap: 1, total_cap: 2 },
      { ends_at: "x", mode: "EVEN" },
      { ends_at: "x" },
    ];
    const bodies: Readonly<Record<string, (drop: object) => unknown>> = {
      "drops-create": (drop) => ({ body: [drop] }),
      "drops-update": (drop) => ({ body: [{}, drop] }),
      "plans-create": (drop) => ({ drop }),
    };
    for (const operation of model.operations)
      for (const drop of bodies[operation.name] === undefined ? [] : drops) {
        const body = bodies[operation.name]?.(drop);
        expect(ajv.compile(jsonSchema(operation))(body), JSON.stringify(body)).toBe(
          check(operation.name)(body).length === 0,
        );
      }
  });

  it("can omit fields that a rule requires", () => {
    const audience = { YOUNGEST: "20" };
    expect(found("drops-update", { body: [{ audience }] })).toEqual([]);
    expect(found("drops-create", { body: [{ audience }] })).toHaveLength(1);
  });

  it("is rejected if it has two fields that exclude each other", () => {
    const body = [{ daily_cap: 1 }, { daily_cap: 1, total_cap: 2 }];
    expect(found("drops-update", { body })).toEqual([
      "/body/1/daily_cap is not allowed when total_cap is given",
    ]);
  });

  it("is only checked for the fields that it sends, without defaults", () => {
    const withDefault = {
      ...schemas,
      Drop: {
        ...DROP,
        properties: {
          ...(DROP.properties as JsonObject),
          mode: { type: "string", enum: ["EVEN", "FAST"], default: "EVEN" },
        },
      },
    };
    const validate = validatorsOf(contractFrom(pulled(withDefault)));
    const errors = (name: string, item: JsonObject) => validate(name)({ body: [item] }).length;
    expect(errors("drops-create", { ends_at: "x" })).toBe(1);
    expect(errors("drops-update", { ends_at: "x" })).toBe(0);
    expect(errors("drops-update", { ends_at: "x", mode: "EVEN" })).toBe(1);
    expect(errors("drops-update", { ends_at: "x", mode: "FAST" })).toBe(0);
  });
});

describe("a sentence in unfamiliar words about an object inside a request", () => {
  const unsure = {
    ...schemas,
    Tracking: {
      type: "object",
      properties: {
        url: text("The address. Always comes with a `label`."),
        label: text("Its name. Must be used together with `url`."),
      },
    },
  };
  const wrong = { drop: { trackers: { a: { label: "b" } } } };

  it("leads to a proposal, and to a rule if that is accepted", () => {
    const { unread } = pulled(unsure);
    expect(
      new Set(unread.flatMap(({ subject, proposed }) => (proposed.length > 0 ? subject : []))),
    ).toEqual(new Set(["schema:Tracking"]));
    const validate = validatorsOf(contractFrom(pulled(unsure, "[]", true)));
    expect(validate("plans-create")(wrong).map(({ path }) => path)).toEqual([
      "/drop/trackers/a/url",
    ]);
  });

  it("gets an entry for the schema that can be pasted into rules.yaml", () => {
    const { unread } = pulled(unsure);
    const lines = unread.flatMap(({ entries }) =>
      entries.filter(({ file }) => file === "rules.yaml").map(({ line }) => line),
    );
    const rules = `${[...new Set(lines)].join("\n")}\n`;
    expect(rules).toContain("operation: schema:Tracking");
    const after = pulled(unsure, rules);
    expect(after.unread.filter(({ proposed }) => proposed.length > 0)).toEqual([]);
    const contract = contractFrom(after, rules);
    const { notices } = lower(contract);
    expect(notices.filter(({ kind }) => kind === "dormant")).toEqual([]);
    const validate = validatorsOf(contract);
    expect(validate("plans-create")(wrong).map(({ path }) => path)).toEqual([
      "/drop/trackers/a/url",
    ]);
    expect(validate("drops-update")({ body: [wrong.drop] })).toEqual([]);
  });
});

/** A report whose body is this schema. */
function reportOf(body: JsonObject, components: JsonObject) {
  const json = (schema: JsonObject) => ({ content: { "application/json": { schema } } });
  const account = { name: "ad_account_id", in: "path", required: true, schema: text() };
  const token = { name: "token", in: "query", required: true, schema: text() };
  const answer = (properties: JsonObject) => ({
    "200": { description: "", ...json({ type: "object", properties }) },
  });
  const status = { type: "string", enum: ["IN_PROGRESS", "FINISHED", "FAILED"] };
  const description = {
    openapi: "3.0.3",
    info: { title: "Reports", version: "1.0.0" },
    servers: [{ url: "https://api.pinterest.com/v5" }],
    paths: {
      "/ad_accounts/{ad_account_id}/sums": {
        parameters: [account],
        post: {
          operationId: "sums/create",
          requestBody: { required: true, ...json(body) },
          responses: answer({ token: text(), report_status: status }),
        },
        get: {
          operationId: "sums/get",
          parameters: [token],
          responses: answer({ report_status: status, url: text() }),
        },
      },
    },
    components: { schemas: components },
  };
  const ofReport = parseFlows(`
flows: { sum: { create: sums/create, poll: sums/get } }
statuses: { pending: [IN_PROGRESS], done: [FINISHED], failed: [FAILED] }
`);
  const { document, source } = contractOf(
    JSON.stringify(description),
    { ...ofReport, prose: "tolerant" },
    new Map(),
  );
  return { document, source, annotations: { ...noAnnotations, flows: ofReport } } as Contract;
}

describe("a sentence about fields of a report", () => {
  const fields: JsonObject = {
    form: { type: "string" },
    level: { type: "string", enum: ["SUM", "PART"], description: "What a row is about." },
    ids: { ...list(text()), description: "This field is not allowed when level is SUM." },
  };
  const form = (more: JsonObject): JsonObject => ({
    type: "object",
    required: ["form"],
    properties: { ...fields, ...more },
  });
  const extended = (more: JsonObject): JsonObject => ({
    allOf: [ref("Base"), { type: "object", properties: more }],
  });
  const bodies: Readonly<Record<string, readonly [JsonObject, JsonObject]>> = {
    "one form": [form({ note: text() }), {}],
    "forms of a base": [
      ref("Base"),
      {
        Base: { ...form({}), discriminator: { propertyName: "form" } },
        First: extended({ note: text() }),
        Second: extended({ other: text() }),
      },
    ],
    "forms with a tag": [
      { oneOf: [ref("First"), ref("Second")], discriminator: { propertyName: "form" } },
      { First: form({ note: text() }), Second: form({ other: text() }) },
    ],
  };

  it.each(Object.keys(bodies))("is reported once for a body with %s", (name) => {
    const [body, components] = bodies[name] ?? [{}, {}];
    const contract = reportOf(body, components);
    const validate = validatorsOf(contract)("sum");
    const request = { form: "First", level: "SUM", ids: ["1"], note: "a" };
    expect(validate(request).map(({ path, message }) => `${path} ${message}`)).toEqual([
      "/ids is not allowed when level is SUM",
    ]);
    expect(validate({ ...request, level: "PART" })).toEqual([]);
  });
});
