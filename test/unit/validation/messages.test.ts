import { describe, expect, it } from "vitest";
import {
  formatViolation,
  reportSchema,
  type Violation,
  validateReport,
} from "../../../generated/validators.js";
import { body, TODAY } from "./body.js";

const said = (more: object) =>
  validateReport({ ...body, ...more }, { today: TODAY }).map(formatViolation);

describe("a message of the validator", () => {
  it("suggests the right value for an almost right one", () => {
    expect(said({ granularity: "WEEKLY" })).toEqual([
      '/granularity: must be one of TOTAL, DAY, HOUR, WEEK, MONTH, not "WEEKLY"; did you mean WEEK? [enum]',
    ]);
    expect(said({ granularity: "day" })[0]).toContain("did you mean DAY?");
    expect(said({ report_format: "XLSX" })).toEqual([
      '/report_format: must be one of JSON, CSV, not "XLSX" [enum]',
    ]);
  });

  it("stays short for one misspelled column out of hundreds, and suggests the right column", () => {
    const [message = "", ...others] = said({ columns: ["CAMPAIGN_ID", "SPEND_IN_DOLAR"] });
    expect(others).toEqual([]);
    expect(message).toMatch(
      /^\/columns\/1: must be one of \d{3} values, not "SPEND_IN_DOLAR"; did you mean SPEND_IN_DOLLAR\? \[enum\]$/,
    );
    expect(message.length).toBeLessThan(500);
  });

  it("suggests the nearest field for an unknown field", () => {
    expect(said({ campaign_id: ["1"] })).toEqual([
      "/campaign_id: is not a field of the request; did you mean campaign_ids? [unknown-field]",
    ]);
    expect(said({ adGroupIds: ["1"] })).toEqual([
      "/adGroupIds: is not a field of the request; did you mean ad_group_ids? [unknown-field]",
    ]);
    expect(said({ "quite/other~thing": 1 })).toEqual([
      "/quite~1other~0thing: is not a field of the request [unknown-field]",
    ]);
    expect(
      said({ metrics_filters: [{ field: "SPEND_IN_DOLLAR", operator: "LESS_THAN", value: [1] }] }),
    ).toEqual([
      "/metrics_filters/0/value: is not a field of the request; did you mean values? [unknown-field]",
      "/metrics_filters/0/values: is required [required]",
    ]);
  });

  it("stays short for a huge value", () => {
    const [message = ""] = said({ level: "X".repeat(100_000) });
    expect(message.length).toBeLessThan(500);
    expect((said({ ["y".repeat(10_000)]: 1 })[0] ?? "").replaceAll(/y+/g, "")).toBe(
      "/: is not a field of the request [unknown-field]",
    );
  });

  it("states the limit and the actual value", () => {
    expect(said({ ad_ids: [] })).toEqual(["/ad_ids: must have at least 1 item, not 0 [min-items]"]);
    expect(said({ ad_ids: Array.from({ length: 501 }, (_, at) => `${at}`) })).toEqual([
      "/ad_ids: must have at most 500 items, not 501 [max-items]",
    ]);
    expect(said({ ad_ids: ["1", "1a", ""] })).toEqual([
      '/ad_ids/1: must consist of digits, not "1a" [pattern]',
      '/ad_ids/2: must consist of digits, not "" [pattern]',
    ]);
    expect(said({ ad_ids: [626735565838] })).toEqual([
      "/ad_ids/0: must be a string of digits, not 626735565838 [type]",
    ]);
    expect(
      said({
        granularity: "HOUR",
        start_date: "2024-06-14",
        end_date: "2024-06-15",
        start_hour: 24,
      }),
    ).toEqual(["/start_hour: must be at most 23, not 24 [maximum]"]);
    expect(said({ click_window_days: 2 })).toEqual([
      "/click_window_days: must be one of 0, 1, 7, 14, 30, 60, not 2 [enum]",
    ]);
    expect(said({ click_window_days: "45" })).toEqual([
      '/click_window_days: must be one of 0, 1, 7, 14, 30, 60, not "45"; a string is not converted to the number 45 [enum]',
    ]);
    const [violation] = validateReport({ ...body, click_window_days: " 45" });
    expect(violation?.params).toMatchObject({ textOf: 45, received: " 45" });
    expect(said({ level: "45" }).join()).not.toContain("converted");
    expect(said({ combine_targeting_types: "true" })).toEqual([
      '/combine_targeting_types: must be true or false, not "true"; a string is not converted to true [type]',
    ]);
  });

  it("is returned for every problem at once: first those of fields, then those of rules", () => {
    const { granularity: _, ...rest } = body;
    const all = validateReport(
      {
        ...rest,
        level: "PRODUCT_ITEM",
        columns: ["AD_GROUP_ID"],
        ad_ids: "1",
        start_date: "2024-02-30",
        end_date: "2024-6-1",
      },
      { today: TODAY },
    );
    expect(all.map(({ rule, path }) => `${path} ${rule}`)).toEqual([
      "/end_date pattern",
      "/ad_ids type",
      "/granularity required",
      "/ad_ids forbidden-when-ad-ids-product-item",
      "/start_date date-format-start-date",
    ]);
  });
});

describe("a violation", () => {
  const [violation] = validateReport({ ...body, level: "CAMPAIGNS" }, { today: TODAY });

  it("is plain data that can be serialized", () => {
    expect(JSON.parse(JSON.stringify(violation))).toEqual({
      rule: "enum",
      severity: "error",
      path: "/level",
      message: expect.stringContaining("did you mean CAMPAIGN?"),
      params: { count: 13, receivedType: "string", received: "CAMPAIGNS", nearest: "CAMPAIGN" },
    });
    expect({ ...violation }).toHaveProperty("message");
  });
});

describe("the Standard Schema", () => {
  const { version, vendor, validate } = reportSchema["~standard"];

  it("is version 1 and names its vendor", () => {
    expect({ version, vendor }).toEqual({ version: 1, vendor: "pinterest-reports" });
  });

  it("returns the value unchanged, or issues whose paths are lists of segments", () => {
    // This uses the machine's clock, so all days must be close to today.
    const today = new Date().toISOString().slice(0, 10);
    const value = { ...body, start_date: today, end_date: today };
    expect(validate(value)).toEqual({ value });
    expect((validate(value) as { readonly value: unknown }).value).toBe(value);
    expect(validate({ ...value, columns: ["CTR", "CRT"], "a/b": 1 })).toEqual({
      issues: [
        {
          message: expect.stringContaining("did you mean CTR?"),
          path: ["columns", 1],
          rule: "enum",
          params: expect.any(Object),
        },
        {
          message: expect.stringContaining("is not a field"),
          path: ["a/b"],
          rule: "unknown-field",
          params: {},
        },
      ],
    });
    expect(validate(null)).toEqual({
      issues: [
        {
          message: "must be an object, not null",
          path: [],
          rule: "type",
          params: { expected: "object", receivedType: "null", received: null },
        },
      ],
    });
  });

  it("returns no issue for warnings", () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const value = { ...body, start_date: tomorrow, end_date: tomorrow };
    expect(validateReport(value).map(({ severity }) => severity)).toContain("warning");
    expect(validate(value)).toEqual({ value });
  });

  const early = { ...body, start_date: "2024-06-16", end_date: "2024-06-16" };

  it("passes warnings to onWarnings after each validation, or an empty list", () => {
    const calls: (readonly string[])[] = [];
    const onWarnings = (warnings: readonly Violation[]) =>
      void calls.push(warnings.map(({ rule, severity }) => `${severity} ${rule}`));
    const schema = reportSchema.with({ today: TODAY, onWarnings });
    expect(schema["~standard"].validate(early)).toEqual({ value: early });
    expect(schema["~standard"].validate(body)).toEqual({ value: body });
    expect(schema["~standard"].validate({ ...early, level: "X" }).issues).toHaveLength(1);
    const warnings = validateReport(early, { today: TODAY }).map(
      ({ rule, severity }) => `${severity} ${rule}`,
    );
    expect(warnings.length).toBeGreaterThan(0);
    expect(calls).toEqual([warnings, [], warnings]);
  });

  it("accepts options from the calling library, and uses those of `with` as defaults", () => {
    const called: number[] = [];
    const schema = reportSchema.with({
      today: "2024-01-01",
      onWarnings: ({ length }) => void called.push(length),
    });
    expect(schema["~standard"].validate(body).issues?.map(({ rule }) => rule)).toEqual([
      "start-date-not-in-the-future",
    ]);
    expect(schema["~standard"].validate(body, { libraryOptions: { today: TODAY } })).toEqual({
      value: body,
    });
    expect(called).toHaveLength(2);
  });

  it("keeps the options of an earlier `with` unless they are replaced", () => {
    const called: string[] = [];
    const first = reportSchema.with({
      today: "2024-01-01",
      onWarnings: ({ length }) => void called.push(`first ${length}`),
    });
    const second = first.with({ today: TODAY });
    expect(second["~standard"].validate(body)).toEqual({ value: body });
    expect(called).toEqual(["first 0"]);
    second
      .with({ onWarnings: ({ length }) => void called.push(`third ${length}`) })
      ["~standard"].validate(body);
    expect(called).toEqual(["first 0", "third 0"]);
    expect(first["~standard"].validate(body).issues).toHaveLength(1);
  });

  it("uses the message that the `message` option returns", () => {
    const schema = reportSchema.with({
      today: TODAY,
      message: ({ rule, params }) => `${rule}: ${params.nearest}`,
    });
    expect(
      schema["~standard"]
        .validate({ ...body, level: "CAMPAIGNS" })
        .issues?.map(({ message }) => message),
    ).toEqual(["enum: CAMPAIGN"]);
  });
});
