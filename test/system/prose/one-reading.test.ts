import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { lower } from "../../../generator/lower/lower.js";
import type { FlowsFile } from "../../../generator/parse/config.js";
import { readAnnotations } from "../../../generator/parse/contract.js";
import { parseYaml } from "../../../generator/parse/yaml.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { shippedFile } from "../../../generator/workspace.js";
import { descriptions, descriptionText, versions } from "../../support/descriptions.js";
import { many, runs, tried } from "../../support/effort.js";
import { cut, rewritings, rewritten, type Step, type Tree } from "./rewritings.js";

const annotations = readAnnotations(shippedFile);

/**
 * The rules and unread sentences that a description's prose produces, whatever the form of its
 * schemas.
 */
function readingOf(text: string, flows: FlowsFile) {
  const { document, source, unread } = contractOf(
    text,
    { ...flows, prose: "tolerant", acceptProposed: true, undecided: [] },
    annotations.skipped,
  );
  const { model } = lower(
    { document, source, annotations: { ...annotations, flows } },
    { undecided: [] },
  );
  const stated = Object.entries(document.paths as Tree).flatMap(([path, item]) =>
    Object.entries<Tree>(item).flatMap(([method, operation]) =>
      ((operation["x-rules"] ?? []) as readonly Tree[]).map(
        ({ id, kind, when, sources, ...params }) =>
          JSON.stringify([
            path,
            method,
            id,
            kind,
            when,
            sorted(params),
            [...new Set((sources as readonly Tree[]).map(({ fingerprint }) => fingerprint))].sort(),
          ]),
      ),
    ),
  );
  const lowered = [...model.flows, ...model.operations];
  return {
    stated: stated.sort(),
    enforced: lowered
      .flatMap(({ name, rules }) =>
        rules.map(({ id, kind, severity, when, params }) =>
          JSON.stringify([name, id, kind, severity, when, sorted(params)]),
        ),
      )
      .sort(),
    unread: [
      ...new Set(unread.map(({ operation, fingerprint }) => `${operation} ${fingerprint}`)),
    ].sort(),
  };
}

const sorted = (params: object): object => Object.fromEntries(Object.entries(params).sort());

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.tuple(
    fc.nat({ max: 999 }),
    fc.nat({ max: 9_999 }),
    fc.array(fc.nat({ max: 99 }), { minLength: 4, maxLength: 4 }),
  ),
  { minLength: 1, maxLength: 12 },
);

/**
 * Expects that random rewritings of a description produce the same reading. Returns the rewritings
 * that were used.
 */
function checkSame(description: Tree, flows: FlowsFile, numRuns: number): ReadonlySet<string> {
  const before = readingOf(JSON.stringify(description), flows);
  expect(before.enforced.length).toBeGreaterThan(3);
  const met = new Set<string>();
  fc.assert(
    fc.property(steps, fc.boolean(), (drawn, isYaml) => {
      const { document, names } = rewritten(description, drawn);
      for (const name of names) met.add(name.replace(/: [^:]*$/, ""));
      const text = isYaml
        ? stringify(document, { aliasDuplicateObjects: false })
        : JSON.stringify(document);
      expect(readingOf(text, flows), names.join("\n")).toEqual(before);
    }),
    { numRuns, seed: Number(process.env.SEED ?? 7) },
  );
  return met;
}

/**
 * Contains what Pinterest's reports lack, such as a body with several forms and a discriminator.
 */
const MADE_UP = `
openapi: 3.0.3
info: { title: Shops, version: 1.0.0 }
servers: [{ url: "https://api.pinterest.com/v5" }]
paths:
  "/shops/{shop}/questions":
    parameters:
      - { name: shop, in: path, required: true, schema: { type: string } }
    post:
      operationId: shop/ask
      description: |-
        Asks a question.
        - If grain is HOUR, you can request data for up to 5 days before today.
        - If tier is ITEM, shelf_ids and clerk_ids are not permitted.
      parameters:
        - { name: window, in: query, description: Maximum is 60., schema: { type: integer, maximum: 60 } }
      requestBody: { $ref: "#/components/requestBodies/Ask" }
      responses:
        "200": { description: Asked, content: { application/json: { schema: { type: object, properties: { token: { type: string } } } } } }
        default: { $ref: "#/components/responses/Trouble" }
  /parcels:
    post:
      operationId: parcel/send
      description: If kind is FRAGILE, notes are not permitted.
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/Parcel" } } }
      responses: { "204": { description: Sent } }
components:
  requestBodies:
    Ask: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Ask" } } } }
  responses:
    Trouble: { description: The list must not be empty. }
  schemas:
    Ask:
      type: object
      required: [start_date, end_date, grain, tier]
      properties:
        start_date: { type: string, description: "First day. Format: YYYY-MM-DD" }
        end_date: { type: string, description: Last day }
        grain: { description: How finely to count, allOf: [{ $ref: "#/components/schemas/Grain" }] }
        tier: { type: string, nullable: true, enum: [SHELF, ITEM] }
        shelf_ids: { type: array, items: { type: string, description: An id }, maxItems: 50 }
        clerk_ids: { type: array, nullable: true, items: { type: string } }
        columns: { type: array, items: { $ref: "#/components/schemas/Column" } }
    Grain: { type: string, description: Steps of time, enum: [HOUR, DAY] }
    Column: { type: string, enum: [SALES, CLERK_ID] }
    Parcel:
      oneOf: [{ $ref: "#/components/schemas/Plain" }, { $ref: "#/components/schemas/Dated" }]
      discriminator:
        propertyName: form
        mapping: { PLAIN: "#/components/schemas/Plain", DATED: "#/components/schemas/Dated" }
    Plain:
      type: object
      required: [form]
      properties:
        form: { type: string, enum: [PLAIN] }
        kind: { $ref: "#/components/schemas/Sort" }
        notes: { type: string, description: Words that come along }
    Dated:
      type: object
      required: [form, day]
      properties:
        form: { type: string, enum: [DATED] }
        kind: { $ref: "#/components/schemas/Sort" }
        day: { type: string, description: "The day. Format: YYYY-MM-DD" }
        hour: { type: integer, description: It must be odd unless the weather is fine. }
    Sort: { type: string, enum: [FRAGILE, STURDY] }
`;

it("a made-up description produces the same rules, however its schemas are written", () => {
  const flows: FlowsFile = {
    ...annotations.flows,
    flows: [],
    operations: [
      { name: "shop-ask", operation: "shop/ask" },
      { name: "parcel-send", operation: "parcel/send" },
    ],
  };
  const description = parseYaml(MADE_UP, "made up").value as Tree;
  const { enforced, unread } = readingOf(JSON.stringify(description), flows);
  expect(enforced.map((rule) => JSON.parse(rule)[1])).toEqual([
    "date-format-day",
    "forbidden-when-notes-fragile",
    "date-format-start-date",
    "forbidden-when-clerk-ids-item",
    "forbidden-when-shelf-ids-item",
    "max-lookback-hour",
  ]);
  expect(unread).toHaveLength(1);
  expect(checkSame(description, flows, runs(1_000, 150))).toEqual(new Set(Object.keys(rewritings)));
});

describe.skipIf(descriptions === null)(
  "a description produces the same rules, however its schemas are written (skipped without PINTEREST_SPECS)",
  () => {
    it.each(tried(versions))("%s", (version) => {
      const { flows } = annotations;
      const ids = flows.flows.flatMap(({ create, poll }) => [create, poll]);
      const whole = parseYaml(descriptionText(version), version).value as Tree;
      const present = JSON.stringify(whole.paths);
      checkSame(
        cut(whole, ids),
        {
          ...flows,
          flows: flows.flows.filter(({ create, poll }) =>
            [create, poll].every((id) => present.includes(JSON.stringify(id))),
          ),
          operations: [],
        },
        many(60, 2),
      );
    });
  },
);
