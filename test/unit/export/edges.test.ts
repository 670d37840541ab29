import { describe, expect, it } from "vitest";
import { daysTable } from "../../../generator/export/markdown.js";
import { TODAY } from "../../support/exports/bodies.js";
import { readPlainly } from "../../support/exports/plain-reading.js";
import { firstOf, MADE_UP, type Made, madeFrom, VERSIONS } from "../../support/exports/versions.js";
import { brokenFormulas } from "../../support/formulas.js";

type Body = Readonly<Record<string, unknown>>;
type Row = readonly [
  rule: string,
  body: Body,
  error: string | null,
  warning: string | null,
  fine: string,
];

const report = firstOf(madeFrom(VERSIONS[0]?.[1]));
const dayly = { granularity: "DAY", level: "CAMPAIGN" };
const hourly = { granularity: "HOUR", level: "CAMPAIGN" };
const items = { granularity: "DAY", level: "PRODUCT_ITEM" };
const one = { start_date: "2024-06-15" };
const ever = { start_date: "2024-01-01" };

// On 2024-06-15, three consecutive days for the field that moves: the first is an error, the second
// is at the limit, and the third is valid.
const REPORT: readonly (readonly [field: string, ...Row])[] = [
  [
    "start_date",
    "max-lookback-not-hour",
    { ...dayly, end_date: "2021-12-14" },
    "2021-12-13",
    "2021-12-14",
    "2021-12-15",
  ],
  [
    "start_date",
    "max-lookback-hour",
    { ...hourly, end_date: "2024-06-08" },
    "2024-06-06",
    "2024-06-07",
    "2024-06-08",
  ],
  [
    "start_date",
    "max-lookback-product-item",
    { ...items, end_date: "2024-03-16" },
    "2024-03-14",
    "2024-03-15",
    "2024-03-16",
  ],
  [
    "end_date",
    "max-range-not-hour",
    { ...dayly, start_date: "2023-06-01" },
    "2023-12-05",
    "2023-12-04",
    "2023-12-03",
  ],
  [
    "end_date",
    "max-range-hour",
    { ...hourly, start_date: "2024-06-10" },
    "2024-06-14",
    "2024-06-13",
    "2024-06-12",
  ],
  [
    "end_date",
    "max-range-product-item",
    { ...items, start_date: "2024-04-01" },
    "2024-05-03",
    "2024-05-02",
    "2024-05-01",
  ],
  [
    "end_date",
    "dates-in-order",
    { ...dayly, start_date: "2024-06-01" },
    "2024-05-31",
    null,
    "2024-06-01",
  ],
  [
    "start_date",
    "start-date-not-in-the-future",
    { ...dayly, end_date: "2024-06-20" },
    "2024-06-17",
    "2024-06-16",
    "2024-06-15",
  ],
  [
    "end_date",
    "end-date-not-in-the-future",
    { ...dayly, ...one },
    null,
    "2024-06-16",
    "2024-06-15",
  ],
];

const EVERY_KIND: readonly (readonly [field: string, ...Row])[] = [
  ["other_date", "lookback-years", { mode: "DAY", ...one }, null, "2023-06-16", "2023-06-17"],
  [
    "other_date",
    "since",
    { mode: "DAY", window: 7, ...one },
    "2024-03-15",
    "2024-03-16",
    "2024-03-17",
  ],
  ["end_date", "shortest", { mode: "WEEK", ...ever }, "2024-01-06", "2024-01-07", "2024-01-08"],
  ["end_date", "future", { mode: "DAY", ...one }, "2024-06-18", "2024-06-17", "2024-06-15"],
];

describe("the validator around a limit", () => {
  it.each([
    ...REPORT.map((row) => [...row, report] as const),
    ...EVERY_KIND.map((row) => [...row, MADE_UP] as const),
  ])(
    "reports %s under the rule %s as an error, a warning or nothing, depending on the day",
    (field, rule, body, error, warning, fine, made) => {
      const verdicts = [error, warning, fine].map((day) =>
        day === null ? null : verdict(made, rule, { ...body, [field]: day }),
      );
      expect(verdicts).toEqual([
        error === null ? null : "error",
        warning === null ? null : "warning",
        "fine",
      ]);
    },
  );

  it("warns if the start and end hours of a single day are equal", () => {
    const hours = (start_hour: number, end_hour: number) => ({
      ...hourly,
      ...one,
      end_date: "2024-06-15",
      start_hour,
      end_hour,
    });
    expect(
      [hours(9, 8), hours(9, 9), hours(9, 10)].map((body) =>
        verdict(report, "hours-in-order", body),
      ),
    ).toEqual(["error", "warning", "fine"]);
  });

  it("warns about dates 365 to 366 days ago if the limit is a year", () => {
    const days = ["2023-06-15", "2023-06-16", "2023-06-17"].map((other_date) =>
      verdict(MADE_UP, "lookback-years", { ...one, mode: "DAY", other_date }),
    );
    expect(days).toEqual(["warning", "warning", "fine"]);
    expect(daysTable(MADE_UP.request)).toContain(
      "today − 365 days (2025-03-08) to today − 366 days (2025-03-07)",
    );
  });

  it.each([
    ...REPORT.map(([, rule]) => [rule, report] as const),
    ...EVERY_KIND.map(([, rule]) => [rule, MADE_UP] as const),
  ])("enforces a rule that is in the table of days: %s", (rule, { request }) => {
    expect(daysTable(request)).toContain(`| \`${rule}\` |`);
  });
});

/**
 * The validator's verdict for one rule. The rule's formula and a plain reading of the rule must
 * agree with it.
 */
function verdict({ request, validate }: Made, rule: string, body: Body): string {
  const found =
    validate(body, { today: TODAY }).find((violation) => violation.rule === rule)?.severity ??
    "fine";
  const others = [brokenFormulas(body, request, TODAY), readPlainly(body, request, TODAY)];
  for (const broken of others) {
    const severities = broken
      .map((line) => line.split(" "))
      .flatMap(([severity, id]) => (id === rule ? [severity] : []));
    expect(severities).toEqual(found === "fine" ? [] : [found]);
  }
  return found;
}
