import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import {
  isOwnLimits,
  LIMITS_PARAMETERS,
  OWN_LIMITS,
  parseLimits,
} from "../../../generator/lower/own-limits.js";
import {
  GIVEN_KINDS,
  parseColumns,
  parseDocs,
  parseOwnRules,
  parseRows,
  parseSkipped,
} from "../../../generator/parse/annotations.js";
import { parseFlows } from "../../../generator/parse/config.js";
import { Problems } from "../../../generator/problem.js";
import type { ParameterSchema, Shape } from "../../../generator/rules/kind.js";
import { kinds } from "../../../generator/rules/kinds.js";
import { parseRule } from "../../../generator/rules/parse.js";
import { COLUMN_KINDS } from "../../../runtime/validation/column-kinds.js";
import { inTurn, many } from "../../support/effort.js";

const SPEC = new URL("../../../spec/", import.meta.url);
const SOURCES = new URL("../../../generator/parse/", import.meta.url);

const NAMES = ["flows", "rules", "columns", "skipped", "docs", "rows"] as const;
type Name = (typeof NAMES)[number];

const ajv = formats.default(new Ajv({ allowUnionTypes: true }));
const fileOf = (name: Name) =>
  JSON.parse(readFileSync(new URL(`schemas/${name}.schema.json`, SPEC), "utf8"));
// Parts that the code defines come from the code and not from the file. A single run with `-u`,
// which writes the file, therefore passes.
const schemas = new Map(
  NAMES.map((name) => {
    const file = fileOf(name);
    if (name === "columns") return [name, withKindsOfColumns(file)];
    return [name, name === "rules" ? withKindsOfRules(file) : file];
  }),
);
const validators = new Map(NAMES.map((name) => [name, ajv.compile(schemas.get(name))]));
const isValid = (name: Name, value: unknown): boolean => validators.get(name)?.(value) === true;

/** Fails if the file differs from the code, or writes the file with `-u`. */
async function isWritten(name: Name): Promise<void> {
  const text = `${JSON.stringify(schemas.get(name), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(new URL(`schemas/${name}.schema.json`, SPEC).pathname);
}

// biome-ignore lint/suspicious/noExplicitAny: a file of JSON
function withKindsOfColumns(file: any): unknown {
  const { column } = file.definitions;
  const oneOf = GIVEN_KINDS.map((kind) => ({
    const: kind,
    description: COLUMN_KINDS[kind].meaning,
  }));
  const value = { oneOf, description: "The kind of its values." };
  const definitions = { column: { ...column, properties: { ...column.properties, value } } };
  return { ...file, definitions };
}

/** Each kind declares its parameters. The rest of the file is written by hand. */
// biome-ignore lint/suspicious/noExplicitAny: a file of JSON
function withKindsOfRules(file: any): unknown {
  const names = [...kinds.keys(), OWN_LIMITS];
  const common = ["kind", ...Object.keys(file.items.properties).filter((name) => name !== "kind")];
  const allOf = [...kinds.values()].map((kind) => ({
    if: { properties: { kind: { const: kind.name } }, required: ["kind"] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      properties: {
        ...Object.fromEntries(common.map((name) => [name, true])),
        ...(kind.severity !== undefined && { severity: { const: kind.severity } }),
        ...(kind.when === "allows" && { when: { type: "array", minItems: 1 } }),
        ...kind.parameters,
      },
      required: [
        ...Object.keys(kind.parameters).filter((name) => !kind.optional?.includes(name)),
        ...(kind.when === "allows" ? ["when"] : []),
      ],
      additionalProperties: false,
    },
  }));
  const limits = {
    if: { properties: { kind: { const: OWN_LIMITS } }, required: ["kind"] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      properties: {
        ...Object.fromEntries(
          common
            .filter((name) => !/^(?:severity|until|when)$/.test(name))
            .map((name) => [name, true]),
        ),
        ...LIMITS_PARAMETERS,
      },
      required: Object.keys(LIMITS_PARAMETERS),
      additionalProperties: false,
    },
  };
  const { kind, ...properties } = file.items.properties;
  const items = {
    ...file.items,
    properties: { ...properties, kind: { ...kind, enum: names } },
    allOf: [...allOf, limits],
  };
  return { ...file, items };
}

/** A request whose fields are lists of a few values, days or numbers, as the rule needs. */
const shape: Shape = {
  field: (name) => ({ name, type: { kind: "string" }, required: false, limits: {}, doc: "" }),
  values: () => ["A", "B"],
};

const PARSERS: Readonly<Record<Name, (text: string) => unknown>> = {
  flows: parseFlows,
  rules: (text) =>
    parseOwnRules(text).map((rule) =>
      isOwnLimits(rule) ? parseLimits(rule.entry) : parseRule(rule.entry, shape),
    ),
  columns: parseColumns,
  skipped: parseSkipped,
  docs: parseDocs,
  rows: parseRows,
};

const isParsed = (name: Name, value: unknown): boolean => refusalOf(name, value) === null;

/** The parser's error for a file with this content, or null if it is valid. */
function refusalOf(name: Name, value: unknown): string | null {
  try {
    PARSERS[name](stringify(value));
    return null;
  } catch (error) {
    if (error instanceof Problems || error instanceof TypeError) return error.message;
    throw error;
  }
}

// One entry of each kind, with every key in the schema.
const RULE = {
  operation: ["a/b", "c/d"],
  id: "a-rule",
  severity: "warning",
  reason: "Seen.",
  seenIn: "a guide",
  seenOn: "2026-11-29",
  sources: [],
};
const LIMIT = {
  operation: "schema:Ad",
  id: "limits-name",
  kind: "limits",
  reason: "Seen.",
  field: "name",
  limits: { maxLength: 80 },
};
const SAMPLES: Readonly<Record<Name, unknown>> = {
  flows: {
    flows: {
      report: { create: "a/create", poll: "a/get", required: true, headers: { "X-A": "1" } },
      other: {
        create: "b/create",
        poll: "b/get",
        account: { create: "advertiser", poll: "owner" },
        token: { from: "data.report_id", as: "id" },
        status: "state",
        link: "result.url",
        pending: ["QUEUED"],
        done: ["COMPLETED"],
        failed: ["BROKEN"],
      },
    },
    operations: {
      all: true,
      except: ["a/b"],
      boards: "boards/list",
      pins: { operation: "pins/list", prose: "certain", headers: { "X-A": "1" } },
      ads: {
        operation: "ads/list",
        cursor: { from: "page.next", as: "after" },
        items: "results",
      },
    },
    statuses: { pending: ["IN_PROGRESS"], done: ["FINISHED"], failed: ["FAILED"] },
  },
  rules: [
    {
      ...RULE,
      kind: "only-when",
      field: "level",
      when: [{ field: "granularity", is: ["A", 1, true] }],
    },
  ],
  columns: {
    columns: { SPEND: { value: "money", evidence: ["airbyte"], note: "Seen." } },
    added: { DATE: { value: "text", evidence: "unverified" } },
  },
  skipped: {
    skipped: [{ fingerprint: "0123456789abcdef", reason: "It does not reach us.", until: "5.1.0" }],
  },
  docs: { "a/b, c/d": { "": "Lists things.", "*.name": "What it is called." } },
  rows: {
    "a/create": {
      ACCOUNT: { ids: ["ACCOUNT_ID"], evidence: ["airbyte"] },
      CAMPAIGN: { ids: ["CAMPAIGN_ID"], within: "ACCOUNT", evidence: ["fivetran"] },
    },
  },
};

describe("the JSON Schemas of spec/", () => {
  it("exist for every file that people write", () => {
    expect(readdirSync(new URL("schemas/", SPEC)).sort()).toEqual(
      NAMES.map((name) => `${name}.schema.json`).sort(),
    );
  });

  it.each(NAMES)("accept the committed %s.yaml, which links to its schema for editors", (name) => {
    const text = readFileSync(new URL(`${name}.yaml`, SPEC), "utf8");
    const validate = validators.get(name);
    expect([validate?.(parse(text)), validate?.errors]).toEqual([true, null]);
    const [, named = ""] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
    expect([named, existsSync(new URL(named, SPEC))]).toEqual([
      `schemas/${name}.schema.json`,
      true,
    ]);
  });

  it.each(NAMES)("accept %s.yaml with every possible key, as the generator does", (name) => {
    expect([isValid(name, SAMPLES[name]), isParsed(name, SAMPLES[name])]).toEqual([true, true]);
  });

  it.each<[Name, unknown]>([
    ["flows", { flow: {} }],
    ["flows", { operations: { boards: { operation: "boards/list", sinc: "5.1.0" } } }],
    ["flows", { operations: { Boards: "boards/list" } }],
    ["flows", { operations: { boards: { operation: "boards/list", prose: "sure" } } }],
    ["flows", { flows: { report: { create: "a/create", pol: "a/get" } } }],
    ["flows", { operations: { ads: { operation: "ads/list", cursor: { form: "next" } } } }],
    ["flows", { operations: { ads: { operation: "ads/list", items: { from: "results" } } } }],
    ["flows", { operations: { boards: { operation: "boards/list", headers: { "X-A": 1 } } } }],
    ["flows", { operations: { boards: { operation: "boards/list", headers: { "X A": "1" } } } }],
    ["flows", { operations: { boards: { operation: "boards/list", headers: { "X-A": "1\n" } } } }],
    ["flows", { flows: { report: { create: "a/create", poll: "a/get", headers: ["X-A"] } } }],
    ["rules", [{ ...RULE, kind: "forbiden-when", field: "level" }]],
    ["rules", [{ ...RULE, kind: "forbidden-when", feild: "level" }]],
    [
      "rules",
      [
        {
          ...RULE,
          kind: "forbidden-when",
          field: "level",
          when: [{ field: "granularity", isnt: ["A"] }],
        },
      ],
    ],
    ["rules", [{ ...RULE, kind: "only-when", field: "level" }]],
    ["rules", [{ ...RULE, kind: "max-range", start: "a", end: "b", amount: 3, unit: "week" }]],
    ["rules", [{ ...RULE, severity: "info", kind: "forbidden-when", field: "level" }]],
    ["rules", [{ ...LIMIT, limits: {} }]],
    ["rules", [{ ...LIMIT, limits: { maxLenght: 80 } }]],
    ["rules", [{ ...LIMIT, limits: { items: { maxLength: "80" } } }]],
    ["rules", { ...RULE }],
    ["columns", { colums: {} }],
    ["columns", { columns: { SPEND: { value: "cash", evidence: "unverified" } } }],
    ["columns", { columns: { SPEND: { value: "money", evidence: ["hearsay"] } } }],
    ["columns", { columns: { SPEND: { value: "money" } } }],
    ["skipped", { skipped: [{ fingerprint: "0123456789abcdef", because: "Seen." }] }],
    ["skipped", { skipped: [{ fingerprint: "0123", reason: "Seen." }] }],
    ["skipped", {}],
    ["docs", { "a/b": { name: 1 } }],
    ["rows", { "a/create": { CAMPAIGN: { ids: ["CAMPAIGN_ID"], evidense: ["airbyte"] } } }],
  ])("reject a mistake in %s.yaml, as the generator does: %j", (name, value) => {
    expect([isValid(name, value), isParsed(name, value)]).toEqual([false, false]);
  });

  // A parser can know only the keys and values that occur in its source.
  it.each(NAMES)(
    "contain every key of %s.yaml that its parser accepts",
    (name) => {
      const code = name === "flows" ? "config.ts" : "annotations.ts";
      const words = [...new Set(wordsIn(readFileSync(new URL(code, SOURCES), "utf8")))];
      const names = objectsIn(SAMPLES[name]).flatMap(({ keys }) => keys);
      const plain = ["x/y", "5.1.0", true, 1, ["x/y"], ["A_B"], { a: "x/y" }, ...names];
      const all = [...plain, ...words, ...words.map((word) => [word])];
      const objects = inTurn(objectsIn(SAMPLES[name]), 0, 4);
      const beyond = objects.flatMap(({ at, keys, values: siblings }, turn) => {
        // Where users choose the names, a word from the parser is an ordinary name.
        const isOpen = ["chosen", "CHOSEN"].some((key) =>
          siblings.some((value) => isParsed(name, withKey(SAMPLES[name], at, key, value))),
        );
        const values = isOpen ? plain : all;
        return (
          inTurn(words, turn, 10)
            .filter((word) => !keys.includes(word))
            // Any value is allowed here, so there is no need to try them all.
            .filter(
              (word) =>
                !/unknown key|unknown keys|neither an operationId nor|needs `field` and one of/.test(
                  refusalOf(name, withKey(SAMPLES[name], at, word, "x/y")) ?? "",
                ),
            )
            .filter((word) => {
              const taken = values.find((value) =>
                isParsed(name, withKey(SAMPLES[name], at, word, value)),
              );
              return taken !== undefined && !isValid(name, withKey(SAMPLES[name], at, word, taken));
            })
            .map((word) => `${at.join(".")}.${word}`)
        );
      });
      expect(beyond).toEqual([]);
    },
    900_000,
  );
});

describe("the schema of columns.yaml", () => {
  // `-u` adds new kinds.
  it("contains the kinds of the table, each with its meaning", () => isWritten("columns"));
});

describe("the schema of rules.yaml", () => {
  interface Branch {
    readonly if: { readonly properties: { readonly kind: { readonly const: string } } };
    readonly then: {
      readonly properties: Readonly<Record<string, unknown>>;
      readonly required: readonly string[];
    };
  }
  const { items } = schemas.get("rules") as {
    readonly items: {
      readonly properties: { readonly kind: { readonly enum: readonly string[] } };
      readonly allOf: readonly Branch[];
    };
  };
  const branches = new Map(
    items.allOf.map((branch) => [branch.if.properties.kind.const, branch.then]),
  );
  const COMMON = [...Object.keys(RULE), "kind", "when", "until"];
  /** A value that matches a parameter's schema. */
  function sampleOf(schema: ParameterSchema): unknown {
    const {
      type,
      format,
      enum: values,
      items: item,
      minItems = 1,
      $ref: reference,
      examples,
    } = schema as Record<string, never>;
    if (examples !== undefined) return (examples as readonly unknown[])[0];
    if (reference !== undefined) return { field: "granularity", is: ["A"] };
    if (Array.isArray(values)) return values[0];
    if (type === "array") return Array.from({ length: minItems }, () => sampleOf(item ?? {}));
    return type === "string" ? (format === "date" ? "2024-02-29" : "level") : 1;
  }
  const entryOf = (kind: string): Record<string, unknown> => ({
    ...RULE,
    kind,
    when: [{ field: "granularity", ending: "A" }],
    ...Object.fromEntries(
      Object.entries(kinds.get(kind)?.parameters ?? {}).map(([name, schema]) => [
        name,
        sampleOf(schema),
      ]),
    ),
  });
  const paramsOf = (kind: string): readonly string[] =>
    Object.keys(branches.get(kind)?.properties ?? {}).filter((name) => !COMMON.includes(name));

  // `-u` adds the branches of new kinds.
  it("contains a branch for each kind, with the parameters that its module reads", () =>
    isWritten("rules"));

  it.each([...kinds.keys()])(
    "contains exactly the parameters for %s that its module reads",
    (name) => {
      const read = new Set<string>();
      const entry = new Proxy(entryOf(name), {
        get(target, key) {
          read.add(String(key));
          return Reflect.get(target, key);
        },
      });
      kinds.get(name)?.parse(entry, shape);
      expect([...read].filter((key) => !COMMON.includes(key)).sort()).toEqual(
        [...paramsOf(name)].sort(),
      );
    },
  );

  it.each([...kinds.keys()])("accepts and rejects the same rules of %s as the parser", (name) => {
    const whole = entryOf(name);
    expect([isValid("rules", [whole]), isParsed("rules", [whole])]).toEqual([true, true]);
    for (const key of Object.keys(whole)) {
      const { [key]: _, ...without } = whole;
      expect([key, isValid("rules", [without])]).toEqual([key, isParsed("rules", [without])]);
    }
    const odd = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.constant([]),
      fc.constant(["A"]),
      fc.constant({}),
      fc.constant(""),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...paramsOf(name), "kind", "severity", "when", "reason", "grace", "extra"),
        odd,
        (key, value) => {
          const changed = [{ ...whole, [key]: value }];
          // A schema may accept a mistake that only the parser can detect, but not the other way
          // round.
          if (isParsed("rules", changed))
            expect([key, value, isValid("rules", changed)]).toEqual([key, value, true]);
        },
      ),
      { numRuns: many(300, 20) },
    );
  });
});

function wordsIn(code: string): readonly string[] {
  return [...code.matchAll(/"([A-Za-z][\w-]{0,40})"|(?<=[{,] )([a-z]\w+)(?=[,:} ])/g)].map(
    ([, text, name]) => text ?? name ?? "",
  );
}

interface ObjectAt {
  readonly at: readonly (string | number)[];
  readonly keys: readonly string[];
  readonly values: readonly unknown[];
}

function objectsIn(value: unknown, at: readonly (string | number)[] = []): readonly ObjectAt[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, one]) =>
    objectsIn(one, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value)
    ? inner
    : [{ at, keys: Object.keys(value), values: Object.values(value) }, ...inner];
}

function withKey(
  value: unknown,
  at: readonly (string | number)[],
  key: string,
  added: unknown,
): unknown {
  const copy = structuredClone(value);
  const place = at.reduce<unknown>(
    (inner, step) => (inner as Record<string | number, unknown>)[step],
    copy,
  );
  (place as Record<string, unknown>)[key] = added;
  return copy;
}
