import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  daysToRead,
  fingerprintOf,
  rangesOf,
  stampOf,
  unavailableStamp,
} from "../../../runtime/sync/days.js";
import { isoDay } from "../../../runtime/validation/dates.js";
import { runs } from "../../support/effort.js";

const FIRST = 20_000;

const NOW = { columns: ["a", "b"], settings: "now" };
/** The known bodies: the one of this run, and an earlier one with other settings. */
const BODIES = {
  body: "body",
  requested: NOW,
  earlierBodies: { body: NOW, former: { columns: ["a", "b"], settings: "then" } },
  backfill: true,
  isListed: true,
};

interface Run {
  /** Days since the previous run. */
  readonly pause: number;
  readonly full: boolean;
  /** Days whose report fails, as offsets from the first loaded day. */
  readonly fails: readonly number[];
}

const runsOfTable = fc.array(
  fc.record({
    pause: fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 50 })),
    full: fc.boolean(),
    fails: fc.array(fc.nat({ max: 20 }), { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 12 },
);

/**
 * Simulates the runs. For each run, `check` gets the day on which each day was last loaded, and the
 * days that the run loaded.
 */
function simulate(
  runsToMake: readonly Run[],
  {
    lookback,
    begin,
    since,
  }: {
    readonly lookback: number;
    readonly begin: number | undefined;
    readonly since: number | undefined;
  },
  check: (state: {
    readonly today: number;
    readonly readOn: ReadonlyMap<number, number>;
    readonly read: readonly number[];
    readonly run: Run;
  }) => void,
): void {
  const readOn = new Map<number, number>();
  let today = FIRST;
  for (const run of runsToMake) {
    today += run.pause;
    const loaded = new Map([...readOn].map(([day, on]) => [isoDay(day), stampOf("body", on)]));
    const { read: ranges } = daysToRead({
      loaded,
      ...BODIES,
      today,
      lookback,
      begin,
      since,
      full: run.full,
    });
    const read = ranges.flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, at) => first + at),
    );
    check({ today, readOn, read, run });
    for (const [at, day] of read.entries()) if (!run.fails.includes(at)) readOn.set(day, today);
  }
}

describe("the days to load", () => {
  const settings = fc.record({
    lookback: fc.nat({ max: 40 }),
    since: fc.option(fc.integer({ min: FIRST - 60, max: FIRST + 20 }), { nil: undefined }),
    begin: fc.option(fc.integer({ min: FIRST - 60, max: FIRST }), { nil: undefined }),
  });

  it("include all missing days, and all days that may have changed since they were loaded", () => {
    fc.assert(
      fc.property(runsOfTable, settings, (made, setting) => {
        simulate(made, setting, ({ today, readOn, read, run }) => {
          const begin =
            setting.since ??
            Math.min(
              setting.begin ?? today,
              today - Math.max(1, setting.lookback),
              ...readOn.keys(),
            );
          const days = new Set([
            ...readOn.keys(),
            ...Array.from({ length: Math.max(0, today - begin) }, (_, at) => begin + at),
          ]);
          const expected = [...days].filter((day) => {
            const on = readOn.get(day);
            // Conversions can be attributed to a day for this many days afterwards.
            return day < today && (on === undefined || run.full || on < day + setting.lookback);
          });
          expect(read).toEqual(expected.toSorted((a, b) => a - b));
        });
      }),
      { numRuns: runs(500) },
    );
  });

  it("ignore stored rows whose day is invalid, not yet over or too old", () => {
    const year = fc.constantFrom("0001", "0000", "1500", "9999", "20000", "+20000", "-0001");
    const wrongDays = fc.oneof(
      year.map((text) => `${text}-06-15`),
      fc.integer({ min: 0, max: 10_000 }).map((ahead) => isoDay(FIRST + ahead)),
      fc.integer({ min: 1_001, max: FIRST + 100_000 }).map((ago) => isoDay(FIRST - ago)),
      fc.constantFrom("2024-02-30", "2024-2-3", "", "Infinity", "infinity", "-infinity", "NaN"),
      fc.string(),
    );
    const stamps = fc.oneof(
      fc.constantFrom(stampOf("body", FIRST - 1), stampOf("former", FIRST - 1)),
      wrongDays.map((day) => `body ${day}`),
    );
    const days = fc.integer({ min: FIRST - 60, max: FIRST - 1 }).map(isoDay);
    const rows = (of: fc.Arbitrary<string>) =>
      fc.array(fc.tuple(of, stamps), { maxLength: 20 }).map((entries) => new Map(entries));
    fc.assert(
      fc.property(rows(days), rows(wrongDays), settings, fc.boolean(), (good, wrong, set, full) => {
        const context = { ...set, ...BODIES, today: FIRST, full };
        const expected = daysToRead({ ...context, loaded: good });
        expect(daysToRead({ ...context, loaded: new Map([...wrong, ...good]) })).toEqual(expected);
        expect(daysToRead({ ...context, loaded: new Map([...good, ...wrong]) })).toEqual(expected);
      }),
      { numRuns: runs(500) },
    );
  });

  it("are limited to 1,000, whatever the table's first day is", () => {
    const begins = fc.oneof(
      fc.integer({ min: -800_000, max: FIRST + 10_000_000 }),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
    );
    fc.assert(
      fc.property(begins, fc.nat({ max: 40 }), fc.boolean(), (begin, lookback, full) => {
        const none = { ...BODIES, today: FIRST, since: undefined, loaded: new Map() };
        const { read } = daysToRead({ ...none, begin, lookback, full });
        const asked = Number.isNaN(begin) ? FIRST : begin;
        const first = Math.min(Math.max(asked, FIRST - 1_000), FIRST - Math.max(1, lookback));
        expect(read).toEqual([{ first, last: FIRST - 1 }]);
      }),
      { numRuns: runs(300) },
    );
  });

  it("form ranges that are as long as possible", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 60 })), (days) => {
        const sorted = days.toSorted((a, b) => a - b);
        const ranges = rangesOf(sorted);
        expect(
          ranges.flatMap(({ first, last }) =>
            Array.from({ length: last - first + 1 }, (_, at) => first + at),
          ),
        ).toEqual(sorted);
        for (const [at, range] of ranges.entries())
          expect(range.first).toBeGreaterThan((ranges[at - 1]?.last ?? -2) + 1);
      }),
    );
  });

  it("count as outdated if they are final and were loaded with another body", () => {
    const loaded = new Map(
      Array.from({ length: 10 }, (_, at) => [
        isoDay(FIRST - 10 + at),
        stampOf("former", FIRST - 1),
      ]),
    );
    const context = {
      loaded,
      ...BODIES,
      today: FIRST,
      lookback: 3,
      begin: undefined,
      since: undefined,
    };
    expect(daysToRead({ ...context, full: false })).toEqual({
      read: [{ first: FIRST - 3, last: FIRST - 1 }],
      backfill: [],
      outdated: [{ first: FIRST - 10, last: FIRST - 4 }],
    });
    expect(daysToRead({ ...context, full: true })).toEqual({
      read: [{ first: FIRST - 10, last: FIRST - 1 }],
      backfill: [],
      outdated: [],
    });
  });

  it("are loaded again if they lack a column, even if an earlier body requested other columns", () => {
    const columns = fc.subarray(["a", "b", "c", "d"]);
    const body = fc.record({ columns, settings: fc.constantFrom("now", "then") });
    fc.assert(
      fc.property(body, fc.option(body), fc.boolean(), (requested, former, backfill) => {
        const days = daysToRead({
          loaded: new Map([[isoDay(FIRST - 9), stampOf("former", FIRST - 1)]]),
          ...{ body: "body", requested, earlierBodies: former === null ? {} : { former } },
          ...{
            today: FIRST,
            lookback: 1,
            begin: undefined,
            since: FIRST - 1,
            full: false,
            backfill,
            isListed: true,
          },
        });
        const range = [{ first: FIRST - 9, last: FIRST - 9 }];
        const lacks = !requested.columns.every((name) => former?.columns.includes(name));
        const isOther = lacks || (former !== null && former.settings !== requested.settings);
        expect(days.backfill).toEqual(lacks && backfill ? range : []);
        const isKept = former !== null || requested.columns.length > 0;
        if (isKept) expect(days.outdated).toEqual(isOther && !(lacks && backfill) ? range : []);
      }),
    );
  });

  it("include days for which Pinterest no longer had data when they were requested", () => {
    const loaded = new Map([[isoDay(FIRST - 40), unavailableStamp(FIRST - 1)]]);
    const days = { ...BODIES, loaded, today: FIRST, lookback: 1, begin: FIRST - 40 };
    expect(daysToRead({ ...days, since: undefined, full: false })).toMatchObject({
      read: [{ first: FIRST - 40, last: FIRST - 1 }],
      outdated: [],
    });
  });

  it("include days whose record is of an unknown format, as from a later version", () => {
    const loaded = new Map([[isoDay(FIRST - 40), "of a later version"]]);
    const { read } = daysToRead({
      loaded,
      ...BODIES,
      today: FIRST,
      lookback: 1,
      begin: undefined,
      since: FIRST - 1,
      full: false,
    });
    expect(read.at(0)).toEqual({ first: FIRST - 40, last: FIRST - 40 });
  });

  it("include days that were loaded by a process whose clock was ahead", () => {
    const loaded = new Map(
      [FIRST, FIRST + 1].map((on, at) => [isoDay(FIRST - 40 + at), stampOf("body", on)]),
    );
    const context = {
      loaded,
      ...BODIES,
      today: FIRST,
      lookback: 1,
      begin: undefined,
      since: FIRST - 1,
      full: false,
    };
    expect(daysToRead(context).read).toEqual([
      { first: FIRST - 39, last: FIRST - 39 },
      { first: FIRST - 1, last: FIRST - 1 },
    ]);
  });
});

it("the fingerprint of a body ignores only the order of its properties and lists", async () => {
  const body = { level: "CAMPAIGN", columns: ["A", "B"], filters: [{ x: 1, y: 2 }] };
  const same = { filters: [{ y: 2, x: 1 }], columns: ["B", "A"], level: "CAMPAIGN" };
  expect(await fingerprintOf(same)).toBe(await fingerprintOf(body));
  for (const other of [
    { ...body, level: "AD" },
    { ...body, columns: ["A", "C"] },
    { ...body, filters: [{ x: 2, y: 2 }] },
  ])
    expect(await fingerprintOf(other)).not.toBe(await fingerprintOf(body));
  expect(await fingerprintOf(body)).toMatch(/^[0-9a-f]{16}$/);
});
