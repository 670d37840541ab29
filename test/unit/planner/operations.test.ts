import fc from "fast-check";
import * as planners from "pinterest-reports/planner";
import {
  type Plan,
  planMultiPinAnalytics,
  planUserAnalytics,
  planUserTopPins,
} from "pinterest-reports/planner";
import * as validators from "pinterest-reports/validators";
import { describe, expect, it } from "vitest";
import { buckets, date, day, minimum } from "./minimum.js";

interface Call {
  readonly name: string;
  /** Whether it has a range of days that a rule limits. */
  readonly dated: boolean;
  /** Required fields other than the days. */
  readonly more: Readonly<Record<string, unknown>>;
  /** Lists that may be too long. */
  readonly lists: Readonly<Record<string, number>>;
  readonly grouped: boolean;
  /** The maximum number of days in hourly reports. For other reports it is 90. */
  readonly hours: number;
  /** Whether future days cause a warning. */
  readonly past: boolean;
}

const ads = { ad_account_id: "1", columns: ["CTR"] };
const split = { ...ads, targeting_types: ["GENDER"] };
const metrics = { metric_types: ["IMPRESSION"] };
const grouped = { dated: true, grouped: true, hours: 3, past: true };
const daily = { dated: true, lists: {}, grouped: false, hours: 90 };
const listed = {
  dated: false,
  more: { ad_account_id: "1" },
  grouped: false,
  hours: 90,
  past: false,
};
const first = { ...daily, past: false, more: { sort_by: "IMPRESSION" } };

// Written by hand from the description.
const CALLS: readonly Call[] = [
  { ...grouped, name: "AdAccountAnalytics", more: ads, lists: {}, hours: 90 },
  { ...grouped, name: "CampaignAnalytics", more: ads, lists: { campaign_ids: 250 } },
  { ...grouped, name: "AdGroupAnalytics", more: ads, lists: { ad_group_ids: 250 } },
  {
    ...grouped,
    name: "AdAnalytics",
    more: ads,
    lists: { ad_ids: 250, campaign_ids: 250, pin_ids: 100 },
  },
  { ...grouped, name: "ProductGroupAnalytics", more: ads, lists: { product_group_ids: 250 } },
  {
    ...grouped,
    name: "AdPinAnalytics",
    more: { ...ads, campaign_id: "1" },
    lists: { pin_ids: 100 },
  },
  { ...grouped, name: "AdAccountTargetingAnalytics", more: split, lists: {} },
  { ...grouped, name: "CampaignTargetingAnalytics", more: split, lists: { campaign_ids: 250 } },
  { ...grouped, name: "AdGroupTargetingAnalytics", more: split, lists: { ad_group_ids: 250 } },
  { ...grouped, name: "AdTargetingAnalytics", more: split, lists: { ad_ids: 250 } },
  { ...daily, name: "PinAnalytics", more: { ...metrics, pin_id: "1" }, past: true },
  { ...daily, name: "MultiPinAnalytics", more: metrics, lists: { pin_ids: 100 }, past: false },
  { ...daily, name: "UserAnalytics", more: {}, past: false },
  { ...first, name: "UserTopPins" },
  { ...first, name: "UserTopVideoPins" },
  { ...listed, name: "Campaigns", lists: { campaign_ids: 250 } },
  // At most one of these lists is allowed.
  { ...listed, name: "AdGroups", lists: { ad_group_ids: 250 } },
  { ...listed, name: "Ads", lists: { ad_ids: 250 } },
  { ...listed, name: "Keywords", lists: { ad_group_ids: 250 } },
  { ...listed, name: "ProductGroups", lists: { product_group_promotion_ids: 250 } },
];

type Body = Readonly<Record<string, unknown>>;
type Request = Body & { readonly start_date: string; readonly end_date: string };
interface Options {
  readonly today?: string;
  readonly splitTotal?: boolean;
}

const planOf = ({ name }: Call): ((body: Body, options: Options) => Plan<Request>) =>
  Reflect.get(planners, `plan${name}`);
const judgeOf = ({ name }: Call): ((body: Body, options: Options) => readonly unknown[]) =>
  Reflect.get(validators, `validate${name}`);

const TODAY = day("2024-06-15");

interface Asked {
  readonly today: number;
  readonly start: number;
  readonly end: number;
  readonly granularity: string;
  readonly counts: readonly number[];
}

const asked: fc.Arbitrary<Asked> = fc
  .record({
    today: fc.integer({ min: TODAY - 400, max: TODAY + 400 }),
    back: fc.oneof(fc.integer({ min: -5, max: 12 }), fc.integer({ min: -5, max: 130 })),
    length: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 300 })),
    granularity: fc.constantFrom("DAY", "HOUR", "WEEK", "MONTH", "TOTAL"),
    counts: fc.array(fc.integer({ min: 1, max: 560 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ back, length, today, ...rest }) => ({
    ...rest,
    today,
    start: today - back,
    end: today - back + length,
  }));

const ids = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => String(1000 + index));

function bodyOf(
  { dated, more, lists, grouped }: Call,
  { start, end, granularity, counts }: Asked,
): Body {
  const values = Object.keys(lists).map((field, index) => [field, ids(counts[index] ?? 1)]);
  const days = dated && { start_date: date(start), end_date: date(end) };
  return { ...more, ...days, ...(grouped && { granularity }), ...Object.fromEntries(values) };
}

/** The available days, in buckets. A bucket that started too early is excluded. */
function allowed(
  call: Call,
  { today, start, end, granularity }: Asked,
): readonly (readonly number[])[] {
  const earliest = today - (call.grouped && granularity === "HOUR" ? 8 : 90) + 1;
  const last = call.past ? Math.min(end, today) : end;
  return buckets(start, last, call.grouped ? granularity : "DAY").filter(
    (days) => (days[0] ?? 0) >= earliest,
  );
}

function daysOf({ start_date, end_date }: Request): readonly number[] {
  return Array.from(
    { length: day(end_date) - day(start_date) + 1 },
    (_, index) => day(start_date) + index,
  );
}

const windowsOf = (requests: readonly Request[]): readonly Request[] => [
  ...new Map(requests.map((one) => [one.start_date, one])).values(),
];

it("there is a planner for every call that limits its range of days or the length of a list", () => {
  const reports = ["Report", "TemplateReport", "MmmReport", "ConversionProductReport"];
  expect(Object.keys(planners).sort()).toEqual(
    [...reports, ...CALLS.map(({ name }) => name)].map((name) => `plan${name}`).sort(),
  );
});

describe.each(CALLS.map((call) => [call.name, call] as const))("a plan of %s", (_, call) => {
  it("contains only requests that the validator accepts", () => {
    fc.assert(
      fc.property(asked, (one) => {
        const today = date(one.today);
        const { requests, problems } = planOf(call)(bodyOf(call, one), { today, splitTotal: true });
        expect(problems).toEqual([]);
        for (const request of requests) expect(judgeOf(call)(request, { today })).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it.skipIf(!call.dated)(
    "covers each available day once, oldest first, in as few windows as possible, and lists the other days",
    () => {
      fc.assert(
        fc.property(asked, (one) => {
          const { requests, dropped } = planOf(call)(bodyOf(call, one), {
            today: date(one.today),
            splitTotal: true,
          });
          const windows = windowsOf(requests);
          const days = allowed(call, one);
          expect(windows.flatMap(daysOf)).toEqual(days.flat());
          const gone = dropped.reduce((sum, part) => sum + ("days" in part ? part.days : 0), 0);
          expect(days.flat().length + gone).toBe(one.end - one.start + 1);
          const sizes = days.map(({ length }) => length);
          expect(windows).toHaveLength(
            minimum(sizes, { most: call.grouped && one.granularity === "HOUR" ? call.hours : 90 }),
          );
        }),
        { numRuns: 200 },
      );
    },
  );

  it.skipIf(Object.keys(call.lists).length === 0)(
    "requests every value of a list once per window, in as few parts as possible",
    () => {
      fc.assert(
        fc.property(asked, (one) => {
          const body = bodyOf(call, one);
          const { requests } = planOf(call)(body, { today: date(one.today), splitTotal: true });
          const windows = windowsOf(requests);
          const parts = Object.entries(call.lists).map(([field, most]) =>
            Math.ceil((body[field] as readonly string[]).length / most),
          );
          const product = parts.reduce((all, count) => all * count, 1);
          expect(requests).toHaveLength(windows.length * product);
          for (const window of windows) {
            const same = requests.filter(({ start_date }) => start_date === window.start_date);
            const cells = same.map((request) =>
              Object.keys(call.lists).map((field) => request[field] as readonly string[]),
            );
            // Each list is split into as few parts as possible. Together, the parts are the whole
            // list, and each combination of parts appears once.
            Object.keys(call.lists).forEach((field, at) => {
              const different = [
                ...new Map(cells.map((lists) => [lists[at]?.join(), lists[at] ?? []])).values(),
              ];
              expect(different).toHaveLength(parts[at] ?? 0);
              expect(different.flat()).toEqual(body[field]);
            });
            expect(new Set(cells.map((lists) => JSON.stringify(lists))).size).toBe(product);
          }
        }),
        { numRuns: 60 },
      );
    },
  );
});

const PAGED = CALLS.filter(({ dated }) => !dated);

it.each(PAGED.map((call) => [call.name, call] as const))(
  "a bookmark of %s is allowed only in a single request",
  (_, call) => {
    const [field = "", most = 0] = Object.entries(call.lists)[0] ?? [];
    const bodyWith = (count: number): Body => ({
      ...call.more,
      [field]: ids(count),
      bookmark: "page-2",
    });
    expect(planOf(call)(bodyWith(most), {}).requests).toEqual([bodyWith(most)]);
    const { requests, problems } = planOf(call)(bodyWith(most + 1), {});
    expect(requests).toEqual([]);
    expect(problems).toMatchObject([
      { rule: "split-bookmark", path: "/bookmark", params: { requests: 2 } },
    ]);
  },
);

describe("a call with one result for all days", () => {
  const range = { start_date: "2024-06-01", end_date: "2024-10-01", sort_by: "IMPRESSION" };
  const today = "2024-06-15";

  it("is divided only on request", () => {
    const { requests, problems } = planUserTopPins(range, { today });
    expect(requests).toEqual([]);
    expect(problems).toMatchObject([{ rule: "max-range", severity: "error", path: "/end_date" }]);
    expect(problems[0]?.message).toContain(
      "several responses cannot be combined into one for all days",
    );
  });

  it("has a note about the division", () => {
    const { requests, notes } = planUserTopPins(range, { today, splitTotal: true });
    expect(requests.map(({ start_date, end_date }) => `${start_date}..${end_date}`)).toEqual([
      "2024-06-01..2024-08-29",
      "2024-08-30..2024-10-01",
    ]);
    expect(notes).toEqual([
      "The response comes in 2 parts, each for its own days; they cannot be combined.",
    ]);
  });

  it("has a note that it is incomplete if days are dropped", () => {
    const { requests, notes } = planUserTopPins(
      { ...range, start_date: "2024-01-01", end_date: "2024-06-01" },
      { today },
    );
    expect(requests).toMatchObject([{ start_date: "2024-03-18", end_date: "2024-06-01" }]);
    expect(notes).toEqual(["The response covers only the remaining days."]);
  });

  it("has a note if it also returns results by day", () => {
    const { requests, notes } = planUserAnalytics(
      { start_date: "2024-06-01", end_date: "2024-10-01" },
      { today },
    );
    expect(requests).toHaveLength(2);
    expect(notes).toEqual([
      "summary_metrics: each response covers only the days of its own request.",
    ]);
  });

  it("can also have a list that is split across requests", () => {
    const pins = {
      start_date: "2024-06-01",
      end_date: "2024-06-02",
      metric_types: ["IMPRESSION"] as const,
      pin_ids: ids(101),
    };
    expect(
      planMultiPinAnalytics(pins, { today }).requests.map(({ pin_ids }) => pin_ids.length),
    ).toEqual([100, 1]);
  });
});
