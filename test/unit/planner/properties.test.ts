import fc from "fast-check";
import { planReport } from "pinterest-reports/planner";
import { type ReportRequest, validateReport } from "pinterest-reports/validators";
import { describe, expect, it } from "vitest";
import { runs } from "../../support/effort.js";
import { buckets, date, day, minimum } from "./minimum.js";

const TODAY = day("2024-06-15");
const LEVELS = [
  "CAMPAIGN",
  "PRODUCT_ITEM",
  "CAMPAIGN_TARGETING",
  "PRODUCT_ITEM_TARGETING",
  "KEYWORD",
];
const STATUSES = [
  "RUNNING",
  "PAUSED",
  "NOT_STARTED",
  "COMPLETED",
  "ADVERTISER_DISABLED",
  "ARCHIVED",
  "DRAFT",
  "DELETED_DRAFT",
];
const COLUMNS = ["CAMPAIGN_ID", "CTR", "AD_ID", "PIN_PROMOTION_NAME", "TOTAL_IMPRESSION_USER"];
const TYPES = [
  "KEYWORD",
  "APPTYPE",
  "GENDER",
  "LOCATION",
  "PLACEMENT",
  "COUNTRY",
  "MEDIA_TYPE",
  "AUDIENCE_MULTIPLIER",
];

const span = fc
  .record({
    back: fc.integer({ min: -20, max: 1100 }),
    length: fc.integer({ min: 0, max: 900 }),
    today: fc.integer({ min: -400, max: 400 }),
  })
  .map(({ back, length, today }) => {
    const start = TODAY + today - back;
    return { today: date(TODAY + today), start_date: date(start), end_date: date(start + length) };
  });
const near = fc
  .record({ back: fc.integer({ min: -3, max: 100 }), length: fc.integer({ min: 0, max: 100 }) })
  .map(({ back, length }) => ({
    today: date(TODAY),
    start_date: date(TODAY - back),
    end_date: date(TODAY - back + length),
  }));
const ids = fc
  .integer({ min: 1, max: 1300 })
  .map((count) => Array.from({ length: count }, (_, index) => String(1000 + index)));
const asked = fc.record({
  range: fc.oneof(span, near),
  granularity: fc.constantFrom("DAY", "HOUR", "WEEK", "MONTH", "TOTAL"),
  level: fc.constantFrom(...LEVELS),
  extra: fc.record(
    {
      columns: fc.subarray(COLUMNS, { minLength: 1 }).map((some) => ["SPEND_IN_DOLLAR", ...some]),
      campaign_ids: ids,
      campaign_statuses: fc.subarray(STATUSES, { minLength: 1 }),
      start_hour: fc.integer({ min: 0, max: 11 }),
      end_hour: fc.integer({ min: 12, max: 23 }),
    },
    { requiredKeys: ["columns"] },
  ),
  targeting_types: fc.option(
    fc.subarray(TYPES).map((some) => ["GEO", ...some]),
    { nil: undefined },
  ),
});
type Asked = typeof asked extends fc.Arbitrary<infer Value> ? Value : never;

/** A body without forbidden fields. Bodies with them are rejected, which other tests cover. */
function bodyOf({ range, granularity, level, extra, targeting_types }: Asked) {
  const { start_hour, end_hour, ...rest } = extra;
  const hours =
    granularity === "HOUR"
      ? {
          ...(start_hour !== undefined && { start_hour }),
          ...(end_hour !== undefined && { end_hour }),
        }
      : {};
  const types =
    targeting_types !== undefined && level.endsWith("_TARGETING") ? { targeting_types } : {};
  return {
    start_date: range.start_date,
    end_date: range.end_date,
    granularity,
    level,
    ...rest,
    ...hours,
    ...types,
  };
}

/** The days that the rules allow, written by hand. */
function limits({ granularity, level, range }: Asked) {
  const hour = granularity === "HOUR";
  // Beyond these limits, the targeting level of product items only causes a warning, but a plan
  // avoids warnings too.
  const item = level.startsWith("PRODUCT_ITEM");
  const most = hour ? 3 : item ? 31 : 186;
  const back = hour ? 8 : item ? 92 : 914;
  const today = day(range.today);
  return { most, earliest: today - back + 1, latest: today };
}

/** The available days, in buckets. A bucket that started too early is excluded. */
function allowed(one: Asked): readonly (readonly number[])[] {
  const { earliest, latest } = limits(one);
  const all = buckets(
    day(one.range.start_date),
    Math.min(day(one.range.end_date), latest),
    one.granularity,
  );
  return all.filter((days) => (days[0] ?? 0) >= earliest);
}

function daysOf({ start_date, end_date }: ReportRequest): readonly number[] {
  return Array.from(
    { length: day(end_date) - day(start_date) + 1 },
    (_, index) => day(start_date) + index,
  );
}

function windowsOf(requests: readonly ReportRequest[]): readonly ReportRequest[] {
  return [...new Map(requests.map((one) => [one.start_date, one])).values()];
}

const RUNS = { numRuns: runs(1500) };

describe("a plan", () => {
  it("contains only requests that the validator accepts", () => {
    fc.assert(
      fc.property(asked, (one) => {
        const { requests, problems } = planReport(bodyOf(one), {
          today: one.range.today,
          splitTotal: true,
        });
        // The requested columns do not matter to a plan.
        const found = [
          ...problems,
          ...requests.flatMap((request) => validateReport(request, { today: one.range.today })),
        ];
        const ofColumns = ["no-row-id", "reach-of-old-days"];
        expect(found.filter(({ rule }) => !ofColumns.includes(rule))).toEqual([]);
      }),
      RUNS,
    );
  });

  it("covers each available day once, oldest first, and lists the other days", () => {
    fc.assert(
      fc.property(asked, (one) => {
        const { requests, dropped } = planReport(bodyOf(one), {
          today: one.range.today,
          splitTotal: true,
        });
        const covered = windowsOf(requests).flatMap(daysOf);
        expect(covered).toEqual(allowed(one).flat());
        const gone = dropped.flatMap((part) => ("days" in part ? [part] : []));
        const left = gone.flatMap(({ start_date, end_date }) => [day(start_date), day(end_date)]);
        expect(gone.reduce((sum, { days }) => sum + days, covered.length)).toBe(
          day(one.range.end_date) - day(one.range.start_date) + 1,
        );
        for (const end of left) expect(covered).not.toContain(end);
      }),
      RUNS,
    );
  });

  it("has as few windows as possible", () => {
    fc.assert(
      fc.property(asked, (one) => {
        const { requests } = planReport(bodyOf(one), { today: one.range.today, splitTotal: true });
        const sizes = allowed(one).map((days) => days.length);
        expect(windowsOf(requests)).toHaveLength(minimum(sizes, limits(one)));
      }),
      { numRuns: runs(300) },
    );
  });

  it("never cuts a week or a month", () => {
    fc.assert(
      fc.property(asked, fc.constantFrom("WEEK", "MONTH"), (one, granularity) => {
        const grouped = { ...one, granularity };
        const { requests } = planReport(bodyOf(grouped), { today: one.range.today });
        for (const days of allowed(grouped)) {
          const holders = windowsOf(requests).filter((request) =>
            daysOf(request).some((each) => days.includes(each)),
          );
          expect(holders).toHaveLength(1);
        }
      }),
      RUNS,
    );
  });

  it("requests each day, id, status and type once, in as few parts as possible", () => {
    fc.assert(
      fc.property(asked, (one) => {
        const body = bodyOf(one);
        const { requests, dropped } = planReport(body, {
          today: one.range.today,
          splitTotal: true,
        });
        const barred = new Set(dropped.flatMap((part) => ("field" in part ? part.values : [])));
        const types = (body.targeting_types ?? []).filter((type) => !barred.has(type));
        const lists = {
          campaign_ids: body.campaign_ids ?? [],
          campaign_statuses: body.campaign_statuses ?? [],
          targeting_types: types,
        };
        const parts = Math.ceil(lists.campaign_ids.length / 500) || 1;
        const combined =
          parts *
          (Math.ceil(lists.campaign_statuses.length / 6) || 1) *
          (Math.ceil(types.length / 5) || 1);
        expect(requests).toHaveLength(windowsOf(requests).length * combined);
        for (const window of windowsOf(requests)) {
          const same = requests.filter(({ start_date }) => start_date === window.start_date);
          const cells = same.map((request) => cellsOf(request, lists));
          // The number of cells is as expected and no two requests share one, so each appears once.
          expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(
            cellsOf(lists, lists).count,
          );
          for (const [index, a] of cells.entries())
            for (const b of cells.slice(index + 1))
              expect(a.sets.some((set, at) => isApart(set, b.sets[at]))).toBe(true);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it("is the same every time and does not change the body", () => {
    fc.assert(
      fc.property(asked, (one) => {
        const body = bodyOf(one);
        const before = JSON.stringify(body);
        const [first, second] = [body, structuredClone(body)].map((each) =>
          planReport(each, { today: one.range.today }),
        );
        expect(JSON.stringify(second)).toBe(JSON.stringify(first));
        expect(JSON.stringify(body)).toBe(before);
      }),
      { numRuns: runs(300) },
    );
  });

  it("leaves its own requests unchanged when they are planned again", () => {
    fc.assert(
      fc.property(asked, (one) => {
        const options = { today: one.range.today, splitTotal: true };
        for (const request of planReport(bodyOf(one), options).requests)
          expect(planReport(request, options).requests).toEqual([request]);
      }),
      { numRuns: runs(300) },
    );
  });

  it("never throws for any input", () => {
    const fields = [
      "start_date",
      "end_date",
      "granularity",
      "level",
      "columns",
      "campaign_ids",
      "targeting_types",
      "start_hour",
      "today",
    ];
    const scrap = fc.oneof(
      fc.anything(),
      fc.constantFrom("2024-01-01", "0000-01-01", "9999-12-31", "DAY", "MONTH", "CAMPAIGN"),
      fc.constant(["CTR"]),
    );
    const body = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...fields), scrap));
    fc.assert(
      fc.property(body, scrap, (one, today) => {
        const { requests, problems } = planReport(one, { today: today as string });
        if (problems.some(({ severity }) => severity === "error")) expect(requests).toEqual([]);
      }),
      { numRuns: runs(3000) },
    );
  });
});

type Lists =
  | Pick<ReportRequest, "campaign_ids" | "campaign_statuses" | "targeting_types">
  | Readonly<Record<string, readonly string[]>>;

/**
 * What a request asks for: the values of each list, and the number of combinations. A list that is
 * not requested counts as one value.
 */
function cellsOf(request: Lists, asked: Readonly<Record<string, readonly string[]>>) {
  const sets = Object.keys(asked).map(
    (field) =>
      new Set<unknown>((request as Readonly<Record<string, readonly string[]>>)[field] ?? []),
  );
  return { sets, count: sets.reduce((product, { size }) => product * (size || 1), 1) };
}

function isApart(one: ReadonlySet<unknown>, other: ReadonlySet<unknown> | undefined): boolean {
  return one.size > 0 && ![...one].some((value) => other?.has(value));
}
