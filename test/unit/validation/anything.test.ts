import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { reportSchema, validateReport } from "../../../generated/validators.js";
import { runs } from "../../support/effort.js";
import { body, TODAY } from "./body.js";

const FIELDS = [
  "start_date",
  "end_date",
  "granularity",
  "level",
  "columns",
  "ad_ids",
  "targeting_types",
  "metrics_filters",
  "start_hour",
];

/** Checks that every violation states its rule, severity, path and a short message. */
function wellSaid(value: unknown): void {
  for (const one of validateReport(value, { today: TODAY })) {
    expect(one.rule).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(["error", "warning"]).toContain(one.severity);
    expect(one.path).toMatch(/^(\/([^~/]|~[01])*)*$/);
    expect(one.message.length).toBeGreaterThan(5);
    expect(one.message.length).toBeLessThan(500);
    expect(one.message).not.toContain("[object");
  }
}

describe("validateReport", () => {
  const anything = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  });

  it("never throws for any input", () => {
    fc.assert(
      fc.property(anything, (value) => {
        for (const { message } of validateReport(value, { today: TODAY }))
          expect(typeof message).toBe("string");
      }),
      { numRuns: runs(2000) },
    );
  });

  it("never throws for any value of a field, and describes the problem", () => {
    const record = fc.dictionary(fc.oneof(fc.constantFrom(...FIELDS), fc.string()), anything, {
      maxKeys: 8,
    });
    fc.assert(
      fc.property(record, (value) => {
        const violations = validateReport({ ...body, ...value }, { today: TODAY });
        for (const { message } of violations) expect(typeof message).toBe("string");
      }),
      { numRuns: runs(2000) },
    );
  });

  it.each([
    ["undefined", undefined],
    ["null", null],
    ["a text", "body"],
    ["a number", Number.NaN],
    ["a bigint", 1n],
    ["a symbol", Symbol("body")],
    ["a function", () => body],
    ["an array", [body]],
    ["a text object", Object("body")],
    ["a date", new Date(Number.NaN)],
    ["a map", new Map(Object.entries(body))],
  ])("never throws for %s instead of a body", (_, value) => {
    const violations = validateReport(value, { today: TODAY });
    expect(violations.some(({ severity }) => severity === "error")).toBe(true);
    for (const { message } of violations) expect(message).not.toBe("");
  });

  it("never throws for a body that contains itself", () => {
    const columns: unknown[] = ["CTR"];
    columns.push(columns);
    const cyclic: Record<string, unknown> = { ...body, columns };
    cyclic.metrics_filters = [cyclic];
    cyclic.level = cyclic;
    wellSaid(cyclic);
    expect(validateReport(cyclic, { today: TODAY }).map(({ path }) => path)).toContain(
      "/columns/1",
    );
  });

  it("never throws for unusual values instead of strings and numbers", () => {
    const odd = [
      Symbol("a"),
      10n,
      () => 1,
      Number.NaN,
      -0,
      Object.create(null),
      new Proxy([], {}),
      [undefined],
      [[]],
      "\ud800",
      "\0",
    ];
    for (const value of odd)
      for (const field of FIELDS)
        wellSaid({
          ...body,
          [field]: value,
          metrics_filters: [{ field: value, operator: value, values: [value] }],
        });
  });

  it("never throws for an invalid today, and reports it", () => {
    for (const today of ["", "today", "2024-02-30", "2024-6-15"])
      expect(validateReport(body, { today }).map(({ rule, severity }) => [rule, severity])).toEqual(
        [["today", "error"]],
      );
  });
});

describe("a valid body", () => {
  it("results in the same frozen, empty list each time", () => {
    const one = validateReport(body, { today: TODAY });
    expect(one).toEqual([]);
    expect(Object.isFrozen(one)).toBe(true);
    expect(validateReport({ ...body, granularity: "TOTAL" }, { today: TODAY })).toBe(one);
  });

  it("is not changed, and can be frozen, be a proxy, or have no prototype", () => {
    const before = JSON.stringify(body);
    const frozen = Object.freeze({ ...body, columns: Object.freeze([...body.columns]) });
    const bare = Object.assign(Object.create(null), body);
    const proxy = new Proxy({ ...body }, {});
    for (const one of [frozen, bare, proxy, Object.freeze(bare), JSON.parse(before)])
      expect(validateReport(one, { today: TODAY })).toEqual([]);
    expect(JSON.stringify(body)).toBe(before);
  });

  it("may have undefined fields", () => {
    expect(
      validateReport(
        { ...body, ad_ids: undefined, start_hour: undefined, nonsense: undefined },
        { today: TODAY },
      ),
    ).toEqual([]);
  });
});

describe("an inherited property", () => {
  const polluted = Object.prototype as unknown as Record<string, unknown>;
  // All files of a worker share the prototype, so leftovers would break other tests.
  afterEach(() => {
    for (const name of Object.keys(polluted)) delete polluted[name];
  });

  it("is not part of a body, even if Object.prototype is polluted", () => {
    polluted.ad_ids = ["not digits"];
    polluted.nonsense = true;
    expect(
      validateReport(
        {
          ...body,
          metrics_filters: [{ field: "SPEND_IN_DOLLAR", operator: "LESS_THAN", values: [1] }],
        },
        { today: TODAY },
      ),
    ).toEqual([]);
    polluted.granularity = "DAY";
    const { granularity: _, ...rest } = body;
    expect(validateReport(rest, { today: TODAY }).map(({ path, rule }) => [path, rule])).toEqual([
      ["/granularity", "required"],
    ]);
  });

  it("does not count as a field, unlike the own fields of a class instance", () => {
    class Defaults {
      get granularity(): string {
        return "DAY";
      }
    }
    const { granularity: _, ...rest } = body;
    expect(
      validateReport(Object.assign(Object.create(new Defaults()), rest), { today: TODAY }).map(
        ({ path }) => path,
      ),
    ).toEqual(["/granularity"]);
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "can also be an ordinary field of a body: %s",
    (name) => {
      const given = JSON.parse(`{ ${JSON.stringify(name)}: 1 }`);
      const violations = validateReport(
        Object.defineProperty({ ...body }, name, { value: given[name], enumerable: true }),
        { today: TODAY },
      );
      expect(violations.map(({ path, rule }) => [path, rule])).toEqual([
        [`/${name}`, "unknown-field"],
      ]);
    },
  );
});

describe("the Standard Schema", () => {
  it("validates like the validator, with errors only", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.record({ level: fc.anything(), columns: fc.array(fc.anything()) }),
        ),
        (value) => {
          const { issues } = reportSchema["~standard"].validate(value) as {
            readonly issues?: readonly unknown[];
          };
          const errors = validateReport(value).filter(({ severity }) => severity === "error");
          expect(issues?.length ?? 0).toBe(errors.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});

it("validateReport returns a violation for an unreadable body", () => {
  const body = {
    get columns() {
      throw new Error("not today");
    },
  };
  expect(validateReport(body)).toEqual([
    {
      rule: "unreadable",
      severity: "error",
      path: "",
      message: "cannot be read: not today",
      params: { reason: "not today" },
    },
  ]);
  expect(() => validateReport({}, null as never)).not.toThrow();
});
