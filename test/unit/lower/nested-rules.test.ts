import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { compareModels } from "../../../generator/diff/compare.js";
import { jsonSchema } from "../../../generator/emit/json-schema.js";
import { rulesPart } from "../../../generator/export/markdown.js";
import { lower } from "../../../generator/lower/lower.js";
import type { Operation } from "../../../generator/model/model.js";
import { withoutShared, withShared } from "../../../generator/model/written.js";
import { parseOwnRules } from "../../../generator/parse/annotations.js";
import type { Contract } from "../../../generator/parse/contract.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { nestedRules } from "../../../generator/rules/nested.js";
import { contractOfBodies } from "../../support/described-bodies.js";
import { exportsOf, generatedFrom, validatorsOf } from "../../support/generated-code.js";

const PIN: JsonObject = {
  type: "object",
  properties: {
    link: { type: "string" },
    alt_text: { type: "string" },
    parts: { type: "array", items: { $ref: "#/components/schemas/Pin" } },
  },
};

const list = (name: string): JsonObject => ({
  type: "object",
  properties: { pins: { type: "array", items: { $ref: `#/components/schemas/${name}` } } },
});

function contractWith(keywords: JsonObject): Contract {
  return contractOfBodies(
    {
      "pins/create": { body: list("Pin") },
      "pins/update": { body: list("Pin"), method: "patch" },
      "boards/create": {
        body: { type: "object", properties: { cover: { $ref: "#/components/schemas/Pin" } } },
      },
    },
    { Pin: { ...PIN, ...keywords } },
  );
}

const STATED = contractWith({ dependentRequired: { link: ["alt_text"] } });
const { model } = lower(STATED);
const operation = (name: string, of = model): Operation => {
  const found = of.operations.find(({ call }) => call.id === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const ID = "requires-present-alt-text-with-link";

describe("a rule of a shared schema", () => {
  it("belongs to its type rather than to the operations, and survives being written to model.json", () => {
    const { objects = [] } = model.schemas?.request ?? {};
    expect(objects.flatMap(({ rules = [] }) => rules.map(({ id }) => id))).toEqual([ID]);
    for (const { rules } of model.operations) expect(rules).toEqual([]);
    const rulesIn = ({ operations }: Pick<typeof model, "operations">) =>
      operations.map((one) => nestedRules(one).map(({ rule }) => rule.id));
    expect(rulesIn(withShared(withoutShared(model)))).toEqual([[ID], [ID], [ID]]);
  });

  it("is checked wherever the schema is used, with the path of that location", () => {
    const check = validatorsOf(STATED);
    const wrong = { link: "a" };
    expect(check("pins-create")({ pins: [{}, wrong, wrong] }).map(({ path }) => path)).toEqual([
      "/pins/1/alt_text",
      "/pins/2/alt_text",
    ]);
    expect(check("boards-create")({ cover: wrong })).toEqual([
      {
        rule: ID,
        severity: "error",
        path: "/cover/alt_text",
        message: "is required when link is given",
        params: { field: "alt_text", when: [{ field: "link", present: true }] },
      },
    ]);
  });

  it("is part of each operation's data, and names its type", () => {
    const files = generatedFrom(STATED);
    const [path = ""] = [...files.keys()].filter((file) => /boards-create\/rules\.ts$/.test(file));
    expect(Object.values(exportsOf(files, path))).toEqual([
      [expect.objectContaining({ id: ID, object: "Pin", kind: "requires-present" })],
    ]);
    expect(rulesPart(operation("boards/create"))).toContain(
      `| \`${ID}\` | error | in each \`Pin\`: alt_text is required when link is given | description: \`dependentRequired\` |`,
    );
  });

  it("is part of the JSON Schema", () => {
    const ajv = new Ajv2020({ strict: false });
    for (const name of ["pins/create", "pins/update"]) {
      const accepts = ajv.compile(jsonSchema(operation(name)));
      expect(accepts({ pins: [{ alt_text: "a" }, {}, { link: "a", alt_text: "a" }] })).toBe(true);
      expect(accepts({ pins: [{ link: "a" }] })).toBe(false);
    }
  });

  it("is part of the JSON Schema of a request with alternatives, even if the rule is about a single field", () => {
    const text = { type: "string" };
    const alternative = (field: string): JsonObject => ({
      type: "object",
      required: [field],
      properties: { start: text, [field]: text },
    });
    const contract = contractOfBodies({
      "shows/create": {
        body: { type: "object", oneOf: [alternative("city"), alternative("link")] },
      },
    });
    const rule = { operation: "shows/create", kind: "date-format", field: "start" };
    const rules = parseOwnRules(JSON.stringify([{ ...rule, id: "start-day", reason: "Days." }]));
    const stated = { ...contract, annotations: { ...contract.annotations, rules } };
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const accepts = ajv.compile(jsonSchema(operation("shows/create", lower(stated).model)));
    const validate = validatorsOf(stated)("shows-create");
    for (const start of ["2026-02-01", "2026-02-30"]) {
      expect(accepts({ city: "Rome", start })).toBe(start === "2026-02-01");
      expect(validate({ city: "Rome", start }).length === 0).toBe(start === "2026-02-01");
    }
  });

  it("appears in a comparison only at its first location", () => {
    const { model: without } = lower(contractWith({}));
    const changes = (from: typeof model, to: typeof model) =>
      compareModels({ name: "old", model: from }, { name: "new", model: to }).changes.map(
        ({ flow, path, step, text }) => ({
          flow,
          path,
          step,
          text,
        }),
      );
    expect(changes(without, model)).toContainEqual({
      flow: "pins-create",
      path: `pins[] ${ID}`,
      step: "major",
      text: "new rule: alt_text is required when link is given",
    });
    expect(changes(model, without).map(({ text }) => text)).toContain(
      "rule removed: alt_text is required when link is given",
    );
  });
});
