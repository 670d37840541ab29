import { existsSync, readFileSync } from "node:fs";
import { allOffered, type Offered } from "../../../generator/export/rules.js";
import { lower } from "../../../generator/lower/lower.js";
import { parseFlows } from "../../../generator/parse/config.js";
import type { Contract } from "../../../generator/parse/contract.js";
import { readAnnotations } from "../../../generator/parse/contract.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { packageRoot, shippedFile } from "../../../generator/workspace.js";
import { type Validate, validatorsOf } from "../generated-code.js";
import { smallContract } from "../small-contract.js";

/** A contract's requests, each with its generated validator. */
export interface Made {
  readonly name: string;
  readonly request: Offered;
  readonly validate: Validate;
}

const annotations = readAnnotations(shippedFile);

/**
 * The versions whose exports are compared: this repository's two contracts, and a complete
 * description if available.
 */
export const VERSIONS: readonly (readonly [version: string, file: string | undefined])[] = [
  ["followed", here("spec/contract.yaml")],
  ["5.12.0", here("test/fixtures/contract-5.12.0.yaml")],
  ["5.16.0", process.env.PINTEREST_SPECS && `${process.env.PINTEREST_SPECS}/5.16.0.yaml`],
];

function here(path: string): string {
  return new URL(path, packageRoot).pathname;
}

/**
 * All requests that the generator makes from a contract or description, with the report first.
 * Empty if there is no file.
 */
export function madeFrom(file: string | undefined): readonly Made[] {
  if (!file || !existsSync(file)) return [];
  const { document, source } = contractOf(
    readFileSync(file, "utf8"),
    { ...annotations.flows, prose: "tolerant" },
    annotations.skipped,
  );
  return made({ document, source, annotations });
}

/**
 * All operations of a complete description, generated as in another repository. Empty if there is
 * no file.
 */
export function everythingFrom(file: string | undefined): readonly Made[] {
  if (!file || !existsSync(file)) return [];
  const flows = parseFlows("operations: all\n");
  const { document, source } = contractOf(
    readFileSync(file, "utf8"),
    { ...flows, prose: "tolerant" },
    annotations.skipped,
  );
  return made({ document, source, annotations: { ...annotations, flows } });
}

/** The first item. Throws if there is none. */
export function firstOf([first]: readonly Made[]): Made {
  if (first === undefined) throw new Error("nothing is offered");
  return first;
}

function made(contract: Contract): readonly Made[] {
  const validators = validatorsOf(contract);
  return allOffered(lower(contract).model).map((request) => ({
    name: request.name,
    request,
    validate: validators(request.name),
  }));
}

const day = { type: "string", pattern: "^(\\d{4})-(\\d{2})-(\\d{2})$" };
const range = { start: "start_date", end: "end_date" };

/**
 * A body with a field of every type and a rule of every kind. Some conditions involve fields that
 * have defaults or are optional.
 */
export const MADE_UP: Made = firstOf(
  made(
    smallContract({
      name: "made-up",
      body: {
        type: "object",
        required: ["start_date", "mode"],
        properties: {
          start_date: day,
          end_date: day,
          other_date: day,
          start_hour: { type: "integer", minimum: 0, maximum: 23 },
          end_hour: { type: "integer", minimum: 0, maximum: 23 },
          mode: { type: "string", enum: ["DAY", "HOUR", "WEEK"] },
          level: {
            type: "string",
            enum: ["CAMPAIGN", "ITEM", "AD_TARGETING", "ITEM_TARGETING", "KEY_TARGETING"],
          },
          sort: { type: "string", enum: ["BY_ID", "BY_DATE"], default: "BY_ID" },
          combine: { type: "boolean", default: false },
          window: { type: "integer", enum: [1, 7, 30], default: 30 },
          columns: {
            type: "array",
            minItems: 1,
            maxItems: 5,
            items: { type: "string", enum: ["ID", "NAME", "SPEND", "CLICKS"] },
          },
          // A limit for another type has no effect on a list.
          ids: { type: "array", maxLength: 2, items: { type: "string", pattern: "^\\d+$" } },
          label: { type: "string", nullable: true },
          in: { type: "string" },
          "x-y": { type: "string" },
          filters: {
            type: "array",
            items: {
              type: "object",
              required: ["value"],
              properties: { value: { type: "number" }, note: { type: "string", nullable: true } },
            },
          },
        },
      },
      rules: [
        { id: "format-start", kind: "date-format", field: "start_date" },
        { id: "format-end", kind: "date-format", field: "end_date" },
        { id: "order", kind: "date-order", ...range },
        { id: "future", kind: "not-after-today", field: "end_date", grace: 2 },
        {
          id: "lookback",
          kind: "max-lookback",
          when: [{ field: "mode", isNot: ["HOUR"] }],
          field: "start_date",
          amount: 90,
          unit: "day",
        },
        {
          id: "lookback-years",
          kind: "max-lookback",
          severity: "warning",
          field: "other_date",
          amount: 1,
          unit: "year",
        },
        {
          id: "longest",
          kind: "max-range",
          when: [{ field: "sort", is: ["BY_ID"] }],
          ...range,
          amount: 31,
          unit: "day",
        },
        {
          id: "shortest",
          kind: "min-range",
          when: [{ field: "mode", is: ["WEEK"] }],
          ...range,
          amount: 7,
          unit: "day",
        },
        {
          id: "since",
          kind: "min-date",
          when: [{ field: "window", isNot: [30] }],
          field: "other_date",
          after: "2024-03-16",
        },
        { id: "hours", kind: "hour-order", ...range, startHour: "start_hour", endHour: "end_hour" },
        {
          id: "no-ids",
          kind: "forbidden-when",
          when: [
            { field: "sort", is: ["BY_ID"] },
            { field: "level", isNot: ["ITEM"] },
          ],
          field: "ids",
        },
        {
          id: "no-in",
          kind: "forbidden-when",
          when: [{ field: "combine", isNot: [false] }],
          field: "in",
        },
        {
          id: "no-dash",
          kind: "forbidden-when",
          when: [{ field: "window", is: [1, 7] }],
          field: "x-y",
        },
        {
          id: "hour-only",
          kind: "only-when",
          when: [
            { field: "mode", is: ["HOUR"] },
            { field: "sort", isNot: ["BY_DATE"] },
          ],
          field: "start_hour",
        },
        {
          id: "label-level",
          kind: "requires-value",
          field: "label",
          requires: { field: "level", ending: "_TARGETING" },
        },
        {
          id: "window-sort",
          kind: "requires-value",
          field: "combine",
          requires: { field: "sort", is: ["BY_ID"] },
        },
        {
          id: "dash-needs-in",
          kind: "requires-present",
          when: [{ field: "x-y", present: true }],
          field: "in",
        },
        {
          id: "no-spend",
          kind: "forbidden-values-when",
          when: [
            { field: "level", is: ["ITEM"] },
            { field: "in", present: false },
          ],
          field: "columns",
          values: ["SPEND", "CLICKS"],
        },
        {
          id: "never-name",
          kind: "forbidden-values-when",
          severity: "warning",
          field: "columns",
          values: ["NAME"],
        },
        { id: "one-of", kind: "at-least-one-of", groups: [["ids"], ["columns", "in"]] },
        {
          id: "one-of-hourly",
          kind: "at-least-one-of",
          when: [{ field: "mode", is: ["HOUR"] }],
          groups: [["start_hour"], ["label"]],
        },
        {
          id: "known",
          kind: "known-combinations",
          fields: ["window", "sort", "combine"],
          values: [
            [30, "BY_ID", false],
            [30, "BY_ID", true],
            [30, "BY_DATE", false],
            [30, "BY_DATE", true],
            [7, "BY_ID", false],
            [7, "BY_DATE", false],
            [7, "BY_DATE", true],
            [1, "BY_ID", false],
            [1, "BY_DATE", false],
            [1, "BY_DATE", true],
          ],
          refused: [[1, "BY_ID", true]],
        },
        {
          id: "known-weekly",
          kind: "known-combinations",
          when: [{ field: "mode", is: ["WEEK"] }],
          fields: ["level", "window"],
          values: [
            ["ITEM", 7],
            ["ITEM", 30],
            ["CAMPAIGN", 1],
            ["CAMPAIGN", 30],
            ["AD_TARGETING", 30],
          ],
        },
        {
          id: "old-clicks",
          kind: "inaccurate-when-older",
          field: "columns",
          values: ["CLICKS"],
          date: "other_date",
          amount: 2,
          unit: "month",
        },
      ] as unknown as readonly JsonObject[],
    }),
  ),
);

/** A body whose rules refer to fields of an object by path. */
export const WITH_INNER_FIELDS: Made = firstOf(
  made(
    smallContract({
      name: "inner-fields",
      body: {
        type: "object",
        properties: {
          mode: { type: "string", enum: ["DAY", "HOUR", "WEEK"], default: "DAY" },
          label: { type: "string", nullable: true },
          place: {
            type: "object",
            nullable: true,
            properties: {
              kind: { type: "string", enum: ["SHOP", "SHELF", "CRATE"] },
              code: { type: "string", nullable: true },
              floor: { type: "integer", enum: [0, 1] },
              tags: { type: "array", items: { type: "string", enum: ["NEW", "SOLD"] } },
              owner: { type: "object", properties: { "full-name": { type: "string" } } },
            },
          },
        },
      },
      rules: [
        {
          id: "code-by-hour",
          kind: "requires-present",
          when: [
            { field: "place", present: true },
            { field: "mode", is: ["HOUR"] },
          ],
          field: "place.code",
        },
        {
          id: "crate-label",
          kind: "forbidden-when",
          when: [{ field: "place.kind", is: ["CRATE"] }],
          field: "label",
        },
        {
          id: "owner-by-day",
          kind: "only-when",
          when: [{ field: "mode", is: ["DAY"] }],
          field: "place.owner.full-name",
        },
        {
          id: "owner-kind",
          kind: "requires-value",
          field: "place.owner.full-name",
          requires: { field: "place.kind", is: ["SHOP", "SHELF"] },
        },
        {
          id: "floors-by-week",
          kind: "known-combinations",
          when: [{ field: "mode", is: ["WEEK"] }],
          fields: ["place.kind", "place.floor"],
          values: [
            ["SHOP", 0],
            ["SHELF", 1],
          ],
        },
        {
          id: "sold-by-week",
          kind: "forbidden-values-when",
          when: [{ field: "mode", is: ["WEEK"] }],
          field: "place.tags",
          values: ["SOLD"],
        },
        {
          id: "label-or-code",
          kind: "at-least-one-of",
          when: [{ field: "place.kind", isNot: ["SHOP"] }],
          groups: [["label"], ["place.code"]],
        },
      ] as unknown as readonly JsonObject[],
    }),
  ),
);
