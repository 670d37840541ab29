import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportFacts } from "../../../generated/report/facts.js";
import { reportRules } from "../../../generated/rules.js";
import { validateReport } from "../../../generated/validators.js";
import { runs } from "../../support/effort.js";
import { read } from "../../support/second-reading.js";
import { daysAgo, TODAY } from "./body.js";

const defaults = new Map(
  reportFacts.body.fields.flatMap((field) =>
    field.default === undefined ? [] : [[field.name, field.default] as const],
  ),
);
const ruleIds = new Set(reportRules.map(({ id }) => id));

type Body = Readonly<Record<string, unknown>>;

/**
 * The rule violations that the generated validator finds, as `severity rule path`, sorted and
 * without duplicates.
 */
function generated(body: Body): readonly string[] {
  const found = validateReport(body, { today: TODAY }).filter(({ rule }) => ruleIds.has(rule));
  return [
    ...new Set(found.map(({ severity, rule, path }) => `${severity} ${rule} ${path}`)),
  ].sort();
}

const possible = (name: string): readonly unknown[] | undefined => {
  const values = valuesOf(name);
  return values.length === 0 ? undefined : values;
};

/** The violations that the plain reading of the rules finds. */
function plain(body: Body): readonly string[] {
  return [
    ...new Set(
      reportRules.flatMap((rule) => read(rule, body, { defaults, today: TODAY, possible })),
    ),
  ].sort();
}

// Every limit in the rules and the days around it. Bodies far from all limits would prove nothing.
const limits = [
  ...new Set(
    reportRules.flatMap(({ params }) => (typeof params.amount === "number" ? [params.amount] : [])),
  ),
];
const ages = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.constantFrom(...limits.flatMap((limit) => [limit - 1, limit, limit + 1])),
  fc.integer({ min: -400, max: 1200 }),
);
const days = fc.oneof(
  { weight: 20, arbitrary: ages.map(daysAgo) },
  fc.constantFrom("2024-02-30", "2023-02-29", "not a day", "2024-6-1", 20240601, null),
);
const valuesOf = (name: string): readonly unknown[] => {
  const type = reportFacts.body.fields.find((field) => field.name === name)?.type;
  const named = type?.kind === "array" ? type.items : type;
  return (
    reportFacts.enums.find((one) => named?.kind === "enum" && one.name === named.name)?.values ?? []
  );
};
// A group's name stands for its columns. This is one of them.
const barred = [
  ...reportRules.flatMap(({ params }) => (Array.isArray(params.values) ? params.values : [])),
  "TOTAL_CHECKOUT_ROAS",
];
const oneOf = (name: string) => fc.constantFrom(...valuesOf(name), ...valuesOf(name), "NONE");
const bodies: fc.Arbitrary<Body> = fc
  .record(
    {
      start_date: days,
      apart: fc.option(ages, { nil: null }),
      end_date: days,
      granularity: oneOf("granularity"),
      level: oneOf("level"),
      columns: fc.array(fc.constantFrom(...barred, "CTR", 7), { maxLength: 4 }),
      targeting_types: fc.oneof(
        fc.array(fc.constantFrom(...barred, "GENDER"), { maxLength: 3 }),
        fc.constantFrom(null, "GENDER"),
      ),
      combine_targeting_types: fc.constantFrom(true, false, "true"),
      ad_ids: fc.constantFrom(["1"], [], null),
      ad_statuses: fc.constantFrom(["PAUSED"], undefined),
      start_hour: fc.oneof(fc.integer({ min: 0, max: 23 }), fc.constantFrom("3", null)),
      end_hour: fc.integer({ min: 0, max: 23 }),
      click_window_days: oneOf("click_window_days"),
      engagement_window_days: oneOf("engagement_window_days"),
      view_window_days: oneOf("view_window_days"),
    },
    { requiredKeys: [] },
  )
  .map(({ apart, ...body }) =>
    apart == null || typeof body.start_date !== "string"
      ? body
      : { ...body, end_date: later(body.start_date, apart) },
  );

function later(date: string, days: number): string {
  const end = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(end.getTime())
    ? date
    : new Date(end.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

describe("the rules as data and the generated validator", () => {
  const seen = new Map<string, number>();

  it("find the same violations in bodies around the limits", () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const found = generated(body);
        for (const one of found) seen.set(one, (seen.get(one) ?? 0) + 1);
        // Compared as text first, because an assertion for each body takes longer than both
        // readings.
        if (found.join() !== plain(body).join()) expect(found).toEqual(plain(body));
      }),
      { numRuns: runs(20_000, 10_000), seed: Number(process.env.SEED ?? 7) },
    );
  });

  it("together find violations of every rule, and warnings for every window", () => {
    const fired = new Set([...seen.keys()].map((one) => one.split(" ")[1]));
    expect([...ruleIds].filter((id) => !fired.has(id))).toEqual([]);
    const windows = reportRules.filter(
      ({ kind, severity }) => ["max-range", "max-lookback"].includes(kind) && severity === "error",
    );
    const lacking = windows.flatMap(({ id }) =>
      ["error", "warning"].filter(
        (severity) => ![...seen.keys()].some((one) => one.startsWith(`${severity} ${id} `)),
      ),
    );
    expect(lacking).toEqual([]);
  });
});
