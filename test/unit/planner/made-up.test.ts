import fc from "fast-check";
import {
  type Plan,
  type PlanFacts,
  plan,
  type Rule,
  type Violation,
} from "pinterest-reports/support";
import { describe, expect, it } from "vitest";
import { runs } from "../../support/effort.js";
import { buckets, date, day, minimum } from "./minimum.js";

// Rules and field names that no report in this package has. The planner only knows them as data.

const TODAY = "2026-03-08";

function rule(id: string, params: Rule["params"], more: Partial<Rule> = {}): Rule {
  const kind = id.replace(/-[a-z]$/, "");
  return { id, kind, severity: "error", message: "", when: [], params, sources: [], ...more };
}

const RANGE = { start: "from", end: "to" };

function planned(
  rules: readonly Rule[],
  body: object,
  facts: Partial<PlanFacts> = {},
): Plan<Readonly<Record<string, unknown>>> {
  const nothing = { validate: () => [], defaults: {}, lists: [], filters: [] };
  return plan({ ...nothing, rules, ...facts }, body, { today: TODAY });
}

function windows({ requests }: Plan<Readonly<Record<string, unknown>>>): readonly string[] {
  return requests.map(({ from, to }) => `${from}..${to}`);
}

describe("a minimum number of days", () => {
  const rules = [
    rule("min-range", { ...RANGE, amount: 7, unit: "day" }),
    rule("max-range", { ...RANGE, amount: 10, unit: "day" }),
  ];

  it("includes both ends, so that 7 days are rejected if the minimum is 8", () => {
    expect(windows(planned(rules, { from: "2026-01-01", to: "2026-01-08" }))).toEqual([
      "2026-01-01..2026-01-08",
    ]);
    const { requests, problems } = planned(rules, { from: "2026-01-01", to: "2026-01-07" });
    expect(requests).toEqual([]);
    expect(problems).toMatchObject([
      {
        rule: "min-range",
        severity: "error",
        path: "/to",
        message: "7 days cannot be split into requests of at least 8 days",
      },
    ]);
  });

  it("leaves enough days for the last request", () => {
    expect(windows(planned(rules, { from: "2026-01-01", to: "2026-01-22" }))).toEqual([]);
    expect(windows(planned(rules, { from: "2026-01-01", to: "2026-01-25" }))).toEqual([
      "2026-01-01..2026-01-09",
      "2026-01-10..2026-01-17",
      "2026-01-18..2026-01-25",
    ]);
  });

  it("is met with the fewest requests for any granularity, or rejected if that is impossible", () => {
    const numbers = fc.record({
      start: fc.integer({ min: day("2025-01-01"), max: day("2025-12-31") }),
      length: fc.integer({ min: 1, max: 120 }),
      least: fc.integer({ min: 1, max: 20 }),
      more: fc.integer({ min: 0, max: 50 }),
      granularity: fc.constantFrom("DAY", "WEEK", "MONTH"),
    });
    fc.assert(
      fc.property(numbers, ({ start, length, least, more, granularity }) => {
        const limits = [
          rule("max-range", { ...RANGE, amount: least + 1 + more, unit: "day" }),
          rule("min-range", { ...RANGE, amount: least, unit: "day" }),
        ];
        const byValue = { DAY: "day", WEEK: "week", MONTH: "month" } as const;
        const grouping = { grouping: { field: "by", buckets: byValue } };
        const { requests, problems } = planned(
          limits,
          { from: date(start), to: date(start + length - 1), by: granularity },
          grouping,
        );
        const sizes = buckets(start, start + length - 1, granularity).map((days) => days.length);
        const fewest = minimum(sizes, { least: least + 1, most: least + 1 + more });
        expect(requests.length > 0 ? requests.length : Number.POSITIVE_INFINITY).toBe(fewest);
        expect(problems).toHaveLength(requests.length > 0 ? 0 : 1);
        const days = requests.flatMap(({ from, to }) => [day(String(from)), day(String(to)) + 1]);
        expect([days[0] ?? start, days.at(-1) ?? start + length]).toEqual([start, start + length]);
        for (let at = 1; at + 1 < days.length; at += 2) expect(days[at]).toBe(days[at + 1]);
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe("a limit in years", () => {
  it("is 365 days for one year", () => {
    const rules = [rule("max-range", { ...RANGE, amount: 1, unit: "year" })];
    expect(windows(planned(rules, { from: "2023-01-01", to: "2024-01-01" }))).toEqual([
      "2023-01-01..2023-12-31",
      "2024-01-01..2024-01-01",
    ]);
  });

  it("is 912 days for two and a half years", () => {
    const { dropped } = planned(
      [
        rule("max-range", RANGE),
        rule("max-lookback", { field: "from", amount: 2.5, unit: "year" }),
      ],
      {
        from: "2020-01-01",
        to: "2026-03-01",
      },
    );
    expect(dropped).toMatchObject([{ end_date: date(day(TODAY) - 912), reason: "max-lookback" }]);
  });
});

describe("a rule about the earliest day", () => {
  it("makes the plan start on the day after its date, and the strictest of several rules applies", () => {
    const rules = [
      rule("date-order", RANGE),
      rule("min-date-a", { field: "from", after: "2024-03-16" }),
      rule(
        "min-date-b",
        { field: "from", after: "2025-04-01" },
        { when: [{ field: "by", is: ["BRAND"] }] },
      ),
    ];
    const range = { from: "2024-01-01", to: "2025-12-31" };
    expect(windows(planned(rules, range))).toEqual(["2024-03-17..2025-12-31"]);
    expect(windows(planned(rules, { ...range, by: "BRAND" }))).toEqual(["2025-04-02..2025-12-31"]);
    expect(windows(planned(rules, range, { defaults: { by: "BRAND" } }))).toEqual([
      "2025-04-02..2025-12-31",
    ]);
  });
});

describe("a time bucket", () => {
  const rules = [rule("max-range", { ...RANGE, amount: 20, unit: "day" })];
  const grouping = { field: "by", buckets: { MONTH: "month", TOTAL: "total" } } as const;

  it("is rejected if it is longer than a request may be", () => {
    const { problems } = planned(
      rules,
      { from: "2026-01-01", to: "2026-02-28", by: "MONTH" },
      { grouping },
    );
    expect(problems).toMatchObject([
      {
        rule: "max-range",
        message:
          "31 days do not fit into one request of at most 20 days, and a month is never split, because its row would cover only part of it",
      },
    ]);
  });

  it("is never cut if its length is unknown", () => {
    const body = { from: "2026-01-01", to: "2026-01-30", by: "FORTNIGHT" };
    expect(planned(rules, body, { grouping }).problems[0]?.message).toMatch(
      /it is not known where FORTNIGHT may be split$/,
    );
    expect(planned(rules, { ...body, to: "2026-01-20" }, { grouping }).requests).toHaveLength(1);
  });
});

describe("a list with minItems 2", () => {
  it("is split so that the last part has enough values", () => {
    const lists = [{ field: "skus", maxItems: 5, minItems: 2, splitsRows: false }];
    const { requests } = planned([], { skus: ["a", "b", "c", "d", "e", "f"] }, { lists });
    expect(requests).toEqual([{ skus: ["a", "b", "c", "d"] }, { skus: ["e", "f"] }]);
  });

  it("causes a problem if no division leaves enough values for each part", () => {
    const lists = [{ field: "skus", maxItems: 2, minItems: 2, splitsRows: false }];
    expect(planned([], { skus: ["a", "b", "c"] }, { lists }).problems).toMatchObject([
      { rule: "max-items", path: "/skus" },
    ]);
  });
});

describe("a range of ten thousand years", () => {
  it.each(["day", "month"] as const)("is split by %s", (bucket) => {
    const rules = [rule("max-range", { ...RANGE, amount: 500, unit: "day" })];
    const grouping = { field: "by", buckets: { X: bucket } };
    expect(
      planned(rules, { from: "0001-01-01", to: "9999-12-31", by: "X" }, { grouping }).requests
        .length,
    ).toBeGreaterThan(7000);
  });
});

describe("an inherited field of the body", () => {
  it("is ignored by the plan", () => {
    const lists = [{ field: "skus", maxItems: 2, minItems: 1, splitsRows: false }];
    expect(planned([], Object.create({ skus: ["a", "b", "c"] }), { lists }).requests).toEqual([{}]);
  });
});

describe("a request with made-up rules", () => {
  it("is sent once if no rule is about days", () => {
    expect(planned([], { from: "1990-01-01", to: "2026-01-01" }).requests).toHaveLength(1);
  });

  it("is rejected by its validator if planning cannot handle a rule", () => {
    const found: Violation = {
      rule: "odd",
      severity: "error",
      path: "/from",
      message: "is odd",
      params: {},
    };
    const rules = [rule("max-range", { ...RANGE, amount: 3, unit: "day" })];
    // Valid as a whole, but not in parts.
    const validate = (body: unknown) =>
      (body as { readonly to: string }).to === "2026-01-09" ? [] : [found];
    expect(planned(rules, { from: "2026-01-01", to: "2026-01-09" }, { validate })).toEqual({
      requests: [],
      dropped: [],
      notes: [],
      problems: [found],
    });
  });
});
