import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as validators from "../../../generated/validators.js";
import type { Model, Request, Type } from "../../../generator/model/model.js";
import { withShared } from "../../../generator/model/written.js";
import { packageRoot } from "../../../generator/workspace.js";
import type { ValidateOptions, Violation } from "../../../runtime/validation/violation.js";
import { runs } from "../../support/effort.js";
import { body, daysAgo, TODAY } from "./body.js";

type Validate = (body: unknown, options?: ValidateOptions) => readonly Violation[];

const model: Pick<Model, "flows" | "operations"> = withShared(
  JSON.parse(readFileSync(new URL("generated/model.json", packageRoot), "utf8")),
);

/** The validator for a request, by the request's name in spec/flows.yaml. */
function validatorOf({ name }: Request): Validate {
  const words = name.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return (validators as unknown as Readonly<Record<string, Validate>>)[
    `validate${words.join("")}`
  ] as Validate;
}

const odd = fc.constantFrom<unknown>(
  null,
  "",
  "7",
  " 7 ",
  "true",
  "0x10",
  "DAYS",
  7,
  -1,
  1.5,
  Number.NaN,
  10n,
  true,
  [],
  {},
  ["A", "A"],
  [7],
);
const day = fc.oneof(
  fc.integer({ min: -40, max: 1_200 }).map(daysAgo),
  fc.constantFrom("2024-02-30", "2024-6-1"),
);

/** Values that are valid or nearly valid for a type. */
function valuesOf(type: Type, request: Request): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case "enum": {
      const values = request.enums.find(({ name }) => name === type.name)?.values ?? [];
      return fc.constantFrom(
        ...values,
        ...values.slice(0, 3).map((value) => `${value}S`),
        ...values.slice(0, 3).map(String),
      );
    }
    case "array":
      return fc.array(fc.oneof({ weight: 5, arbitrary: valuesOf(type.items, request) }, odd), {
        maxLength: 4,
      });
    case "nullable":
      return valuesOf(type.of, request);
    case "integer":
    case "number":
      return fc.oneof(fc.integer({ min: -5, max: 300 }), fc.integer().map(String));
    case "boolean":
      return fc.constantFrom(true, false, "false");
    case "string":
      return fc.oneof(day, fc.string(), fc.constantFrom("9".repeat(30)));
    default:
      return odd;
  }
}

/** Bodies with some of a request's fields, and sometimes an unknown field. */
function bodiesOf(request: Request): fc.Arbitrary<unknown> {
  const fields = request.body.fields.map(({ name, type }): [string, fc.Arbitrary<unknown>] => [
    name,
    fc.oneof({ weight: 6, arbitrary: /date/.test(name) ? day : valuesOf(type, request) }, odd),
  ]);
  return fc.record(Object.fromEntries([...fields, ["start_dat", odd]]), { requiredKeys: [] });
}

/** All values in data, at any depth. */
function leaves(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap(leaves)
    : [String(value)];
}

/** Capitalized words in messages that are not names. */
const WORDS = ["UTC", "YYYY", "MM", "DD", "NaN"];

/** The names, numbers and quoted texts in a message. */
function factsIn(message: string): readonly string[] {
  const quoted = message.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  const rest = quoted.reduce((text, part) => text.replace(part, ""), message);
  const names = rest.match(/[A-Z_][A-Z0-9_]+|[a-z]+(?:_[a-z]+)+|\d+(?:,\d{3})*/g) ?? [];
  return [
    ...quoted.map((part) => JSON.parse(part)),
    ...names.map((name) => name.replaceAll(",", "")).filter((name) => !WORDS.includes(name)),
  ];
}

/**
 * Facts in a violation's message that its params lack. Also a message that starts with the field in
 * its path.
 */
function faultsIn({ message, params, path }: Violation): readonly string[] {
  const known = leaves(params);
  const field = path.slice(1).replace(/\/.*/, "");
  const unknown = factsIn(message).filter((fact) => !known.some((leaf) => leaf.includes(fact)));
  return [
    ...unknown.map((fact) => `${message}: ${fact}`),
    ...(field !== "" && message.startsWith(`${field} `) ? [`${path}: ${message}`] : []),
  ];
}

describe("a violation", () => {
  it.each([...model.flows, ...model.operations].map((request) => [request.name, request] as const))(
    "of %s has all names and numbers of its message in its params, as plain data, except for the field",
    (_, request) => {
      const validate = validatorOf(request);
      fc.assert(
        fc.property(bodiesOf(request), (drawn) => {
          const found = validate(drawn, { today: TODAY });
          const params = found.map((one) => one.params);
          expect(JSON.parse(JSON.stringify(params))).toEqual(params);
          expect(found.flatMap(faultsIn)).toEqual([]);
        }),
        { numRuns: runs(1_000) },
      );
    },
  );

  it("contains the rule's own params, its conditions and the received value", () => {
    const paramsOf = (more: object) =>
      validators
        .validateReport({ ...body, ...more }, { today: TODAY })
        .map(({ rule, params }) => [rule, params]);
    const hour = [{ field: "granularity", is: ["HOUR"] }];
    expect(paramsOf({ granularity: "HOUR", start_date: daysAgo(6), end_date: daysAgo(1) })).toEqual(
      [
        [
          "max-range-hour",
          { start: "start_date", end: "end_date", amount: 3, unit: "day", when: hour, days: 5 },
        ],
      ],
    );
    expect(paramsOf({ level: "PRODUCT_ITEM", columns: ["AD_GROUP_ID", "AD_ID"] })).toEqual([
      [
        "forbidden-values-when-columns-product-item",
        { value: "AD_ID", field: "columns", when: [{ field: "level", is: ["PRODUCT_ITEM"] }] },
      ],
    ]);
    expect(paramsOf({ start_date: daysAgo(1), end_date: daysAgo(2) })).toEqual([
      [
        "dates-in-order",
        {
          start: "start_date",
          end: "end_date",
          seenIn: "pinterest/api-quickstart",
          seenOn: "2026-11-24",
        },
      ],
    ]);
  });
});

describe("a number or boolean that is written as a string", () => {
  const messageOf = (more: object) =>
    validators.validateReport({ ...body, ...more }, { today: TODAY }).map(({ message }) => message);
  const hours = { granularity: "HOUR", start_date: "2024-06-14", end_date: "2024-06-15" };

  it("is reported and not converted", () => {
    expect(messageOf({ ...hours, start_hour: "7" })).toEqual([
      'must be a whole number, not "7"; a string is not converted to the number 7',
    ]);
    expect(messageOf({ click_window_days: "7" })).toEqual([
      'must be one of 0, 1, 7, 14, 30, 60, not "7"; a string is not converted to the number 7',
    ]);
    expect(messageOf({ combine_targeting_types: "false" })).toEqual([
      'must be true or false, not "false"; a string is not converted to false',
    ]);
    expect(
      messageOf({
        metrics_filters: [{ field: "SPEND_IN_DOLLAR", operator: "LESS_THAN", values: ["1.5"] }],
      }),
    ).toEqual(['must be a number, not "1.5"; a string is not converted to the number 1.5']);
  });

  it("is only mentioned if the value in the string would be valid", () => {
    const metrics_filters = [{ field: "SPEND_IN_DOLLAR", operator: "LESS_THAN", values: ["true"] }];
    expect(messageOf({ metrics_filters })).toEqual(['must be a number, not "true"']);
  });

  it.each(["07", " 7 ", "+7", "7.0"])("is read as a decimal number: %j", (text) => {
    expect(messageOf({ click_window_days: text })).toEqual([
      `must be one of 0, 1, 7, 14, 30, 60, not ${JSON.stringify(text)}; a string is not converted to the number 7`,
    ]);
  });

  it.each(["8", "45", "-7", "7.5"])(
    "is also reported if a different number is expected: %j",
    (text) => {
      expect(messageOf({ click_window_days: text })).toEqual([
        `must be one of 0, 1, 7, 14, 30, 60, not "${text}"; a string is not converted to the number ${text}`,
      ]);
    },
  );

  it.each(["0x7", "07x", "7e999", "true"])(
    "causes no hint if it is not a decimal number: %j",
    (text) => {
      expect(messageOf({ click_window_days: text })).toEqual([
        `must be one of 0, 1, 7, 14, 30, 60, not ${JSON.stringify(text)}`,
      ]);
    },
  );

  it("is treated as ordinary text if it would not be allowed as a number either", () => {
    expect(messageOf({ ...hours, start_hour: "7.5" })).toEqual([
      'must be a whole number, not "7.5"',
    ]);
    expect(messageOf({ ...hours, start_hour: "7e999" })).toEqual([
      'must be a whole number, not "7e999"',
    ]);
    const long = messageOf({
      metrics_filters: [
        { field: "SPEND_IN_DOLLAR", operator: "LESS_THAN", values: ["9".repeat(400)] },
      ],
    });
    expect(long).toEqual([`must be a number, not "${"9".repeat(60)}…"`]);
    expect(messageOf({ ...hours, start_hour: "" })).toEqual(['must be a whole number, not ""']);
    expect(messageOf({ combine_targeting_types: "1" })).toEqual(['must be true or false, not "1"']);
    expect(messageOf({ level: "7" })[0]).not.toContain("converted");
  });

  it("is distinguished from a bigint", () => {
    expect(messageOf({ click_window_days: 7n })).toEqual([
      "must be one of 0, 1, 7, 14, 30, 60, not 7n",
    ]);
  });
});
