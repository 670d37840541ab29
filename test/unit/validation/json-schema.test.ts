import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as schemas from "../../../generated/json-schema.js";
import { validateReport } from "../../../generated/validators.js";
import * as values from "../../../generated/values.js";
import { jsonSchema } from "../../../generator/emit/json-schema.js";
import { camel } from "../../../generator/lower/names.js";
import type { Model } from "../../../generator/model/model.js";
import { withShared } from "../../../generator/model/written.js";
import { packageRoot } from "../../../generator/workspace.js";
import {
  type JsonSchema,
  type StandardJsonSchema,
  withJsonSchema,
} from "../../../runtime/validation/json-schema.js";
import { runs } from "../../support/effort.js";
import { body, TODAY } from "./body.js";

const model: Pick<Model, "flows" | "operations"> = withShared(
  JSON.parse(readFileSync(new URL("generated/model.json", packageRoot), "utf8")),
);
const requests = [...model.flows, ...model.operations].map(
  (request) => [request.name, request] as const,
);
const exported = schemas as unknown as Readonly<Record<string, JsonSchema>>;
const standard = schemas as unknown as Readonly<Record<string, StandardJsonSchema<unknown>>>;

describe.each(requests)("the JSON Schema of %s", (name, request) => {
  const own = exported[`${camel(name)}JsonSchema`] as JsonSchema;
  const { jsonSchema: converter, validate } = (
    standard[`${camel(name)}StandardSchema`] as StandardJsonSchema<unknown>
  )["~standard"];

  it("equals the JSON Schema built from the model, except for the order of long lists", () => {
    const sorted = (schema: object) =>
      JSON.stringify(schema, (key, value) => (key === "enum" ? value.toSorted() : value));
    expect(sorted(own)).toBe(sorted(jsonSchema(request)));
  });

  it("equals the copies that the Standard Schema returns for input and output", () => {
    for (const convert of [converter.input, converter.output]) {
      const copy = convert({ target: "draft-2020-12" });
      expect(copy).toEqual(own);
      expect(copy).not.toBe(own);
    }
    expect(typeof validate).toBe("function");
    expect(() => converter.input({ target: "openapi-3.0" })).toThrow(TypeError);
  });

  it("is also valid in draft-07 in strict mode", () => {
    const ajv = addFormats.default(
      new Ajv({ strict: true, strictTypes: true, strictRequired: true }),
    );
    expect(() => ajv.compile(converter.input({ target: "draft-07" }))).not.toThrow();
  });
});

describe("the JSON Schema of a report", () => {
  const { jsonSchema: converter } = schemas.reportStandardSchema["~standard"];
  const compile = (ajv: Ajv | Ajv2020, target: string) =>
    addFormats.default(ajv).compile(converter.input({ target }));
  const newer = compile(new Ajv2020(), "draft-2020-12");
  const older = compile(new Ajv(), "draft-07");

  it("has the same result in both drafts, and rejects no body that the validator accepts", () => {
    const odd = fc.constantFrom<unknown>(null, "", "7", 7, -1, true, [], {}, ["A"], undefined);
    const bodies = fc.record({
      level: fc.oneof(fc.constantFrom(...values.reportLevelValues), odd),
      granularity: fc.oneof(fc.constantFrom(...values.reportGranularityValues), odd),
      columns: fc.oneof(
        fc.array(fc.constantFrom(...values.reportColumnValues, "NONE"), { maxLength: 3 }),
        odd,
      ),
      click_window_days: fc.oneof(fc.constantFrom(...values.reportClickWindowDaysValues), odd),
      targeting_types: fc.oneof(
        fc.array(fc.constantFrom(...values.reportTargetingTypeValues), { maxLength: 3 }),
        odd,
      ),
      ad_ids: fc.constantFrom(["1"], undefined),
      start_hour: fc.constantFrom(0, 25, undefined),
    });
    fc.assert(
      fc.property(bodies, (drawn) => {
        const whole = JSON.parse(JSON.stringify({ ...body, ...drawn }));
        expect(older(whole)).toBe(newer(whole));
        if (validateReport(whole, { today: TODAY }).every(({ severity }) => severity === "warning"))
          expect(newer(whole)).toBe(true);
      }),
      { numRuns: runs(1_000) },
    );
  });

  it("is the same whatever the options of the validator", () => {
    const schema = schemas.reportStandardSchema.with({ today: TODAY });
    expect(schema["~standard"].jsonSchema.input({ target: "draft-2020-12" })).toEqual(
      schemas.reportJsonSchema,
    );
    expect(schema["~standard"].validate(body)).toEqual({ value: body });
  });
});

describe("a JSON Schema for draft-07", () => {
  it("has no keyword beside a reference, and keeps fields and values that are named like keywords", () => {
    const schema = {
      properties: {
        $defs: { $ref: "#/$defs/$ref", description: "One." },
        enum: { $ref: "#/$defs/$ref" },
        plain: { enum: [{ $ref: "a" }] },
      },
      $defs: { $ref: { const: { $defs: 1 } } },
    };
    const { jsonSchema: converter } = withJsonSchema(schemas.reportStandardSchema, schema)[
      "~standard"
    ];
    expect(converter.input({ target: "draft-07" })).toEqual({
      $schema: "http://json-schema.org/draft-07/schema#",
      properties: {
        $defs: { description: "One.", allOf: [{ $ref: "#/definitions/$ref" }] },
        enum: { $ref: "#/definitions/$ref" },
        plain: { enum: [{ $ref: "a" }] },
      },
      definitions: { $ref: { const: { $defs: 1 } } },
    });
  });
});

describe("the exported values", () => {
  it.each(requests)("match the enums of %s", (_, request) => {
    const lists = values as unknown as Readonly<Record<string, readonly unknown[]>>;
    const found = request.enums.flatMap(({ name, values: all }) => {
      const list = lists[`${camel(name)}Values`];
      return list === undefined ? [] : [[list.toSorted(), [...all].toSorted()] as const];
    });
    for (const [list, all] of found) expect(list).toEqual(all);
    const fields = request.body.fields.filter(({ type }) => type.kind === "enum");
    expect(found.length).toBeGreaterThanOrEqual(
      new Set(fields.map(({ type }) => "name" in type && type.name)).size,
    );
  });
});
