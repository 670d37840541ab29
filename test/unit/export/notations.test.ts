import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { jsonSchema } from "../../../generator/emit/json-schema.js";
import { firstOf, MADE_UP, madeFrom, VERSIONS } from "../../support/exports/versions.js";

const report = firstOf(madeFrom(VERSIONS[0]?.[1]));

interface Part {
  readonly $comment: string;
}

function part(id: string): Part {
  return (jsonSchema(MADE_UP.request).allOf as readonly Part[]).find(({ $comment }) =>
    $comment.startsWith(`${id}: `),
  ) as Part;
}

describe("JSON Schema", () => {
  it.each([report, MADE_UP])(
    "is valid according to the meta-schema and in Ajv's strict mode: $name",
    ({ request }) => {
      const ajv = addFormats.default(
        new Ajv2020({ strict: true, strictTypes: true, strictRequired: true }),
      );
      expect(ajv.validateSchema(jsonSchema(request)), JSON.stringify(ajv.errors)).toBe(true);
      expect(() => ajv.compile(jsonSchema(request))).not.toThrow();
    },
  );

  it("names the rules that it cannot express, and those that only warn", () => {
    const { $comment } = jsonSchema(MADE_UP.request);
    expect($comment).toContain(
      "Rules that JSON Schema cannot express: order, future, lookback, longest, shortest, since and hours.",
    );
    expect($comment).toContain(
      "Rules that are left out because they only warn: lookback-years, never-name and old-clicks.",
    );
  });

  it("contains the name of every rule", () => {
    for (const { request } of [report, MADE_UP]) {
      const text = JSON.stringify(jsonSchema(request));
      for (const { id } of request.rules) expect(text).toMatch(new RegExp(`\\b${id}\\b`));
    }
  });

  it("states a date's format in the field", () => {
    expect(
      (jsonSchema(MADE_UP.request).properties as Readonly<Record<string, unknown>>).start_date,
    ).toEqual({
      type: "string",
      pattern: "^(\\d{4})-(\\d{2})-(\\d{2})$",
      format: "date",
      $comment: "format-start: start_date must be a valid date (YYYY-MM-DD)",
    });
  });

  it("does not require a field whose default meets the condition", () => {
    expect(part("no-ids")).toMatchObject({
      if: {
        allOf: [
          { properties: { sort: { enum: ["BY_ID"] } } },
          { properties: { level: { not: { enum: ["ITEM"] } } } },
        ],
      },
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema
      then: { properties: { ids: false } },
    });
    expect(JSON.stringify(part("no-ids"))).not.toContain("required");
  });

  it("requires a field whose default does not meet the condition", () => {
    expect(part("no-dash")).toMatchObject({
      if: { properties: { window: { enum: [1, 7] } }, required: ["window"] },
    });
  });

  it("lists the groups of fields if at least one group is required", () => {
    const present = (field: string) => ({ properties: { [field]: true }, required: [field] });
    expect(part("one-of")).toEqual({
      $comment: "one-of: requires ids, or columns and in",
      anyOf: [present("ids"), { allOf: [present("columns"), present("in")] }],
    });
  });

  it("reports an error at the field and at the item", () => {
    const accepts = addFormats
      .default(new Ajv2020({ allErrors: true }))
      .compile(jsonSchema(report.request));
    const body = {
      start_date: "2024-06-01",
      end_date: "2024-06-02",
      granularity: "DAY",
      level: "PRODUCT_ITEM",
    };
    expect(accepts({ ...body, columns: ["CTR", "AD_ID"], ad_ids: ["1"], start_hour: 3 })).toBe(
      false,
    );
    expect(accepts.errors?.map(({ instancePath }) => instancePath)).toEqual(
      expect.arrayContaining(["/columns/1", "/ad_ids", "/start_hour"]),
    );
  });
});
