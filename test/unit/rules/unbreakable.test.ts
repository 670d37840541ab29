import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { kinds } from "../../../generator/rules/kinds.js";
import { many, runs } from "../../support/effort.js";
import { importedValidatorOf, type Validate } from "../../support/generated-code.js";
import { smallContract } from "../../support/small-contract.js";

const whole = (more: JsonObject): JsonObject => ({ type: "integer", ...more });
const text = (more: JsonObject = {}): JsonObject => ({ type: "string", ...more });
const list = (items: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: "array",
  items,
  ...more,
});

const DAYS = [
  text({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }),
  text({ format: "date" }),
  text({ format: "date-time" }),
  text({ pattern: "^\\d{8}$" }),
  text({ pattern: "^20[2-9]\\d-" }),
  text({ enum: ["2024-06-15"] }),
  text({ enum: ["2024-06-15", "2024-06-16", "soon"] }),
  text({ maxLength: 8 }),
];
const HOURS = [
  whole({ minimum: 0, maximum: 23 }),
  whole({ minimum: 5, maximum: 5 }),
  whole({ enum: [3, 5, 7] }),
  whole({ maximum: 4 }),
];

const SCORES: readonly JsonObject[] = [
  { type: "number", minimum: 0, maximum: 0.5 },
  { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 },
  { type: "number", minimum: 0.25, maximum: 0.25 },
];

/** The possible schemas of each field. The first accepts everything that the others accept. */
const SCHEMAS: Readonly<Record<string, readonly JsonObject[]>> = {
  start_date: [text(), ...DAYS],
  end_date: [text(), ...DAYS],
  start_hour: [whole({}), ...HOURS],
  end_hour: [whole({}), ...HOURS],
  score: [{ type: "number" }, ...SCORES],
  best_score: [{ type: "number" }, ...SCORES],
  granularity: [
    text({ enum: ["DAY", "HOUR", "WEEK"] }),
    text({ enum: ["DAY"] }),
    text({ enum: ["HOUR", "WEEK"] }),
  ],
  level: [
    text({ enum: ["A", "B", "C"] }),
    text({ enum: ["C"] }),
    text({ enum: ["A", "B"] }),
    { anyOf: [text({ enum: ["B"] }), text({ enum: ["C"] })] },
  ],
  combine: [
    { type: "boolean" },
    { type: "boolean", enum: [true] },
    { type: "boolean", enum: [false] },
  ],
  window: [whole({ enum: [1, 7, 30], default: 30 })],
  columns: [
    list(text({ enum: ["ID", "NAME", "SPEND"] })),
    list(text({ enum: ["SPEND"] })),
    list(text({ enum: ["ID", "SPEND"] }), { minItems: 1 }),
    list(text({ enum: ["ID", "NAME", "SPEND"] }), { maxItems: 0 }),
  ],
  ids: [list(text()), list(text(), { maxItems: 0 }), list(text({ pattern: "^\\d+$" }))],
  label: [text(), text({ enum: ["X"] }), text({ pattern: "^Z" })],
};
const NAMES = Object.keys(SCHEMAS);

const range = { start: "start_date", end: "end_date" };
const RULES: readonly JsonObject[] = [
  { kind: "date-format", field: "start_date" },
  { kind: "date-order", ...range },
  { kind: "not-after-today", field: "end_date", grace: 1 },
  { kind: "max-lookback", field: "start_date", amount: 90, unit: "day" },
  { kind: "max-range", ...range, amount: 2.5, unit: "year" },
  {
    kind: "max-range",
    ...range,
    amount: 3,
    unit: "day",
    when: [{ field: "granularity", is: ["HOUR"] }],
  },
  { kind: "min-range", ...range, amount: 7, unit: "day" },
  { kind: "min-date", field: "start_date", after: "2019-12-31" },
  { kind: "hour-order", ...range, startHour: "start_hour", endHour: "end_hour" },
  { kind: "number-order", lower: "start_hour", upper: "end_hour" },
  { kind: "number-order", lower: "start_hour", upper: "end_hour", apart: 5 },
  { kind: "number-order", lower: "score", upper: "best_score" },
  { kind: "forbidden-when", field: "label", when: [{ field: "level", is: ["A"] }] },
  { kind: "forbidden-when", field: "ids", when: [{ field: "label", present: false }] },
  { kind: "forbidden-when", field: "label", when: [{ field: "window", is: [30] }] },
  { kind: "only-when", field: "ids", when: [{ field: "granularity", is: ["DAY"] }] },
  { kind: "requires-value", field: "label", requires: { field: "level", is: ["A", "B"] } },
  { kind: "requires-present", field: "ids" },
  { kind: "requires-present", field: "ids", when: [{ field: "granularity", isNot: ["DAY"] }] },
  {
    kind: "forbidden-values-when",
    field: "columns",
    values: ["ID", "NAME"],
    when: [{ field: "level", isNot: ["A", "B"] }],
  },
  {
    kind: "forbidden-values-when",
    field: "level",
    values: ["A"],
    when: [{ field: "combine", is: [true] }],
  },
  { kind: "at-least-one-of", groups: [["ids"], ["label", "columns"]] },
  { kind: "no-data-when", field: "columns", when: [{ field: "combine", is: [false] }] },
  {
    kind: "no-data-when",
    field: "columns",
    values: ["SPEND"],
    when: [{ field: "granularity", isNot: ["WEEK"] }],
  },
  {
    kind: "known-combinations",
    fields: ["granularity", "level"],
    values: [
      ["DAY", "A"],
      ["DAY", "C"],
      ["HOUR", "C"],
      ["WEEK", "B"],
    ],
  },
  { kind: "known-combinations", fields: ["combine", "window"], values: [[true, 30]] },
  {
    kind: "inaccurate-when-older",
    field: "columns",
    values: ["NAME"],
    date: "start_date",
    amount: 90,
    unit: "day",
  },
].map((rule, index) => ({ id: `rule-${index}`, when: [], sources: [], ...rule }));

const TODAYS = ["2012-01-01", "2024-06-15", "2031-01-01"];
const SOME_DAYS = [
  "2016-05-05",
  "2019-12-31",
  "2020-02-02",
  "2024-06-01",
  "2024-06-15",
  "2024-06-16",
  "2024-06-18",
  "2029-01-01",
  "2032-01-01",
  "2024-02-30",
];
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  start_date: [...SOME_DAYS, "20240615", "2024-06-15T00:00:00Z", "soon", ""],
  end_date: [...SOME_DAYS, "20240615", "2024-06-15T00:00:00Z", "soon", ""],
  start_hour: [0, 3, 4, 5, 7],
  end_hour: [-1, 0, 3, 4, 5, 7],
  score: [0, 0.25, 0.3, 0.5, 0.75],
  best_score: [0, 0.1, 0.25, 0.4, 0.9],
  granularity: ["DAY", "HOUR", "WEEK"],
  level: ["A", "B", "C"],
  combine: [true, false],
  window: [1, 30],
  columns: [[], ["ID"], ["NAME"], ["SPEND"], ["ID", "SPEND"]],
  ids: [[], ["1"]],
  label: ["X", "Z"],
};

/**
 * A random body: for each field, its schema and whether it exists; and the variants of the body.
 */
interface Drawn {
  readonly schemas: readonly number[];
  readonly fates: readonly ("optional" | "required" | "gone" | "readOnly")[];
  readonly forms: readonly (0 | 1 | 2)[] | null;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  schemas: fc.tuple(...NAMES.map((name) => fc.nat({ max: (SCHEMAS[name]?.length ?? 1) - 1 }))),
  fates: fc.tuple(
    ...NAMES.map(() =>
      fc.oneof(
        { weight: 4, arbitrary: fc.constant("optional" as const) },
        { weight: 3, arbitrary: fc.constant("required" as const) },
        { weight: 1, arbitrary: fc.constantFrom("gone" as const, "readOnly" as const) },
      ),
    ),
  ),
  forms: fc.option(
    fc.tuple(...NAMES.map(() => fc.constantFrom(0 as const, 1 as const, 2 as const))),
    {
      nil: null,
    },
  ),
});

/** A body's schema as described, and as it applies to requests. */
function bodiesOf({ schemas, fates, forms }: Drawn): readonly [JsonObject, JsonObject] {
  const objectOf = (isSent: boolean, isIn: (index: number) => boolean): JsonObject => {
    const kept = NAMES.map((name, index) => ({ name, index, fate: fates[index] })).filter(
      ({ index, fate }) => fate !== "gone" && isIn(index) && !(isSent && fate === "readOnly"),
    );
    return {
      type: "object",
      properties: Object.fromEntries(
        kept.map(({ name, index, fate }) => [
          name,
          {
            ...SCHEMAS[name]?.[schemas[index] ?? 0],
            ...(fate === "readOnly" && { readOnly: true }),
          } as JsonObject,
        ]),
      ),
      required: kept.flatMap(({ name, fate }) => (fate === "required" ? [name] : [])),
      additionalProperties: false,
    };
  };
  return [false, true].map((isSent) =>
    forms === null
      ? objectOf(isSent, () => true)
      : {
          anyOf: [1, 2].map((form) =>
            objectOf(isSent, (index) => [0, form].includes(forms[index] ?? 0)),
          ),
        },
  ) as [JsonObject, JsonObject];
}

const ajv = addFormats.default(new Ajv2020({ strict: false }));

/**
 * Whether a schema accepts a body that breaks a rule. Tries many bodies with the rule's validator.
 */
function isBroken(rule: JsonObject, schema: JsonObject, breaks: Validate): boolean {
  const accepts = ajv.compile(schema);
  const fields = NAMES.filter((name) => JSON.stringify(rule).includes(`"${name}"`));
  const others = NAMES.filter((name) => !fields.includes(name));
  for (const body of bodies(fields.map((name) => [name, VALUES[name] ?? []])))
    for (const candidate of completed(body, others, schema))
      if (
        accepts(candidate) &&
        TODAYS.some((today) =>
          breaks(candidate, { today }).some((violation) => violation.rule === rule.id),
        )
      )
        return true;
  return false;
}

/** The body with the first valid value of each other field that a variant requires. */
function completed(
  body: JsonObject,
  others: readonly string[],
  schema: JsonObject,
): readonly JsonObject[] {
  const forms = (schema.anyOf ?? [schema]) as readonly JsonObject[];
  return forms.map((form) => {
    const properties = form.properties as JsonObject;
    const required = (form.required as readonly string[]).filter((name) => others.includes(name));
    return {
      ...body,
      ...Object.fromEntries(
        required.map((name) => {
          const fits = validatorOf(properties[name] as JsonObject);
          return [name, (VALUES[name] ?? []).find((value) => fits(value))];
        }),
      ),
    } as JsonObject;
  });
}

const compiled = new Map<string, (value: unknown) => boolean>();

function validatorOf(schema: JsonObject): (value: unknown) => boolean {
  const key = JSON.stringify(schema);
  const known = compiled.get(key) ?? ajv.compile(schema);
  compiled.set(key, known);
  return known;
}

function* bodies([first, ...others]: readonly (readonly [
  string,
  readonly unknown[],
])[]): Generator<JsonObject> {
  if (first === undefined) return yield {};
  const [name, values] = first;
  for (const body of bodies(others)) {
    yield body;
    for (const value of values) yield { ...body, [name]: value } as JsonObject;
  }
}

describe("a rule that requests with the described types can violate", () => {
  // Each rule gets its own validator, because a violation of one rule hides violations of rules
  // that follow from it.
  const validators = new Map<JsonObject, Validate>();
  beforeAll(async () => {
    const properties = Object.fromEntries(
      NAMES.map((name) => [name, SCHEMAS[name]?.[0] as JsonObject]),
    );
    for (const rule of RULES)
      validators.set(
        rule,
        await importedValidatorOf(
          smallContract({ body: { type: "object", properties }, rules: [rule] }),
        ),
      );
  });

  it("is tested for each kind", () => {
    expect(new Set(RULES.map(({ kind }) => kind))).toEqual(new Set(kinds.keys()));
  });

  it("is kept in the model, while any other rule is either reported once or already stated by the types", () => {
    const met = { listed: 0, unbreakable: 0 };
    fc.assert(
      fc.property(drawn, fc.nat({ max: RULES.length - 1 }), (draw, at) => {
        const rule = RULES[at] as JsonObject;
        // A field that is missing in some variants has no default.
        const hasDefault = JSON.stringify(rule).includes('"window"');
        const [described, sent] = bodiesOf(hasDefault ? { ...draw, forms: null } : draw);
        const { model, notices } = lower(smallContract({ body: described, rules: [rule] }), {
          undecided: [],
        });
        const isListed = model.flows.some(({ rules }) => rules.length > 0);
        const told = notices.filter(({ what }) =>
          what.startsWith(`a rule is not enforced: ${rule.id}: `),
        );
        const isStated = !isListed && told.length === 0;
        if (isStated) expect(rule.kind).toBe("requires-present");
        else if (!isListed) expect(told).toHaveLength(1);
        // A rule whose fields or values no longer exist is dropped, even if a body could still
        // break it.
        const isUnbreakable = told.some(({ what }) => what.includes("no request can break it"));
        if (isListed || isStated || isUnbreakable)
          expect(isListed, JSON.stringify([rule, sent, told])).toBe(
            isBroken(rule, sent, validators.get(rule) as Validate),
          );
        if (isListed) met.listed++;
        if (isUnbreakable) met.unbreakable++;
      }),
      { numRuns: runs(1_000, 80), seed: Number(process.env.SEED ?? 7) },
    );
    expect(Math.min(met.listed, met.unbreakable)).toBeGreaterThan(many(20, 5));
  });
});
