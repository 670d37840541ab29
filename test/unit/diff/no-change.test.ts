import { describe, expect, it } from "vitest";
import { compareModels } from "../../../generator/diff/compare.js";
import type { Model } from "../../../generator/model/model.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { documentOf, type Edits, edited, list, modelOf, offers, text, values } from "./made-up.js";

const changes = (old: Model, now: Model): readonly unknown[] =>
  compareModels({ name: "1", model: old }, { name: "2", model: now }).changes.map(
    ({ path: place, text: said }) => [place, said],
  );

const reference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const by = values("NAME", "AGE");
const than: JsonObject = { type: "number" };
const filter: JsonObject = { type: "object", required: ["by"], properties: { by, than } };

describe.each<readonly [name: string, edits: Edits]>([
  [
    "an inline schema becomes a reference",
    { body: { filter: reference("Filter") }, schemas: { Filter: filter } },
  ],
  [
    "a schema is renamed",
    { body: { filter: reference("ThingFilterV2") }, schemas: { ThingFilterV2: filter } },
  ],
  [
    "a reference leads to a reference",
    {
      body: { filter: reference("Filter") },
      schemas: { Filter: { allOf: [reference("Inner")] }, Inner: filter },
    },
  ],
  [
    "a schema is split into the parts of an allOf",
    {
      body: {
        filter: {
          allOf: [
            { type: "object", required: ["by"], properties: { by } },
            { type: "object", properties: { than } },
          ],
        },
      },
    },
  ],
  [
    "required fields are listed in another part of an allOf",
    {
      body: { filter: { allOf: [reference("Fields"), { required: ["by"] }] } },
      schemas: { Fields: { type: "object", properties: { by, than } } },
    },
  ],
  [
    "an enum becomes a separate schema",
    {
      body: { filter: { ...filter, properties: { by: reference("By"), than } } },
      schemas: { By: by },
    },
  ],
  [
    "values and fields are reordered",
    {
      body: {
        filter: {
          required: ["by"],
          properties: { than, by: values("AGE", "NAME") },
          type: "object",
        },
      },
    },
  ],
  [
    "a value is listed twice",
    { body: { filter: { ...filter, properties: { by: values("NAME", "AGE", "NAME"), than } } } },
  ],
  [
    "a list of values is split in two",
    {
      body: {
        filter: { ...filter, properties: { by: { oneOf: [values("NAME"), values("AGE")] }, than } },
      },
    },
  ],
  [
    "a pattern is written differently",
    {
      body: {
        ids: list({ ...text, pattern: "^(?:[0-9])([0-9]*)$" }, { minItems: 1, maxItems: 100 }),
      },
    },
  ],
  [
    "two forms are identical, and one of them is a reference",
    { body: { filter: { oneOf: [filter, reference("Filter")] } }, schemas: { Filter: filter } },
  ],
  ["a form becomes a oneOf with a single form", { body: { filter: { oneOf: [filter] } } }],
  [
    "the schema of a field in a response becomes a separate schema",
    { item: { age: reference("Age") }, schemas: { Age: { type: "integer" } } },
  ],
  ["a parameter is moved to the path, for all its calls", { paths: (paths) => hoisted(paths) }],
  [
    "the body of a report becomes optional, although every client sends it",
    { paths: (paths) => withoutNeed(paths) },
  ],
  ["statuses are reordered", { poll: { report_status: values("READY", "BROKEN", "BUSY") } }],
])("%s", (_, edits) => {
  it("causes no change", () => {
    expect(changes(edited(), edited(edits))).toEqual([]);
    expect(changes(edited(edits), edited())).toEqual([]);
  });
});

/** Makes a report's body optional. */
function withoutNeed(paths: JsonObject): JsonObject {
  const path = "/accounts/{account_id}/things";
  const item = paths[path] as { readonly post: { readonly requestBody: JsonObject } };
  const { required: _, ...requestBody } = item.post.requestBody;
  return { ...paths, [path]: { ...item, post: { ...item.post, requestBody } } };
}

/** Moves the call's parameters to its path. */
function hoisted(paths: JsonObject): JsonObject {
  const item = paths["/accounts/{account_id}/animals"] as { readonly get: JsonObject };
  const { parameters = [], ...get } = item.get;
  return { ...paths, "/accounts/{account_id}/animals": { parameters, get } };
}

describe("the prose in a description", () => {
  const described = (description: string, ids: string): Model => {
    const document = documentOf({
      rules: [],
      body: {
        ids: {
          ...list({ ...text, pattern: "^\\d+$" }, { minItems: 1, maxItems: 100 }),
          description: ids,
        },
      },
    });
    const paths = document.paths as Record<
      string,
      { readonly post?: JsonObject; readonly get: JsonObject }
    >;
    const { post, get } = paths["/accounts/{account_id}/things"] as {
      readonly post: JsonObject;
      readonly get: JsonObject;
    };
    const prosaic = {
      ...document,
      paths: { ...paths, "/accounts/{account_id}/things": { get, post: { ...post, description } } },
    };
    return modelOf(contractOf(JSON.stringify(prosaic), offers).document);
  };
  const days = (amount: number): string =>
    `If grain is HOUR, you can request data for up to ${amount} days before today.`;
  const old = described(days(5), "The ids of things.");

  it("is read as rules", () => {
    expect(old.flows[0]?.rules.map(({ kind, when }) => [kind, when])).toEqual([
      ["max-lookback", [{ field: "grain", is: ["HOUR"] }]],
    ]);
  });

  it("causes no change if it is reworded", () => {
    const reworded =
      "If grain is HOUR, the furthest back you can pull data is 5 days before the current date in UTC time.";
    expect(changes(old, described(reworded, "Which things to show, by their ids."))).toEqual([]);
  });

  it("causes a change if its meaning changes", () => {
    expect(changes(old, described(days(7), "The ids of things."))).toEqual([
      ["max-lookback-hour", expect.stringMatching(/^rule looser: .* 7 days .*; was: .* 5 days /)],
    ]);
  });
});
