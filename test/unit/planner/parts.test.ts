import fc from "fast-check";
import {
  type Plan,
  type PlanFacts,
  plan,
  type Rule,
  type Violation,
} from "pinterest-reports/support";
import { describe, expect, it } from "vitest";
import {
  applicableRules,
  boundsDays,
  boundsOf,
  rangeFields,
} from "../../../runtime/planner/bounds.js";
import type { Body, PlanContext } from "../../../runtime/planner/types.js";
import { edgeFrom, edgesOf } from "../../../runtime/planner/windows.js";
import { holds } from "../../../runtime/validation/rule.js";
import { date, day } from "./minimum.js";

const TODAY = "2026-03-08";
const RANGE = { start: "from", end: "to" };

function rule(id: string, params: Rule["params"], more: Partial<Rule> = {}): Rule {
  const kind = id.replace(/-[a-z]$/, "");
  return { id, kind, severity: "error", message: "", when: [], params, sources: [], ...more };
}

const NO_FACTS: PlanFacts = { rules: [], validate: () => [], defaults: {}, lists: [], filters: [] };

function planned(
  facts: Partial<PlanFacts>,
  body: unknown,
  options: object = {},
): Plan<Readonly<Record<string, unknown>>> {
  return plan({ ...NO_FACTS, ...facts }, body, { today: TODAY, ...options });
}

const askedOf = (rules: readonly Rule[], body: Body = {}): PlanContext => ({
  body,
  facts: { ...NO_FACTS, rules },
  today: day(TODAY),
  splitTotal: false,
});
const found = (id: string, severity: Violation["severity"], path = "/x"): Violation =>
  ({ rule: id, severity, path, message: `${id} of ${path}` }) as Violation;

describe("a condition of a rule", () => {
  const value = fc.constantFrom<string | number | boolean>("a", "b", 1, true);
  const values = fc.uniqueArray(value, { minLength: 1, maxLength: 3 });
  const given = fc.option(value, { nil: undefined });

  it("checks the field's value or default, but counts only a value in the body as present", () => {
    fc.assert(
      fc.property(values, given, given, fc.boolean(), (some, written, assumed, present) => {
        const body = written === undefined ? {} : { x: written };
        const defaults = assumed === undefined ? {} : { x: assumed };
        const seen = written ?? assumed;
        const among = some.some((one) => one === seen);
        expect(holds({ field: "x", is: some }, body, defaults)).toBe(among);
        expect(holds({ field: "x", isNot: some }, body, defaults)).toBe(!among);
        expect(holds({ field: "x", present }, body, defaults)).toBe(
          (written !== undefined) === present,
        );
      }),
    );
  });

  it("must be met along with all others, for every kind of rule", () => {
    const [a, b] = [
      { field: "x", is: ["a"] },
      { field: "y", present: true },
    ];
    const rules = [
      rule("min-date-a", {}, { when: [a, b] }),
      rule("min-date-b", {}, { when: [a] }),
      rule("max-range", {}),
      rule("min-date", {}),
    ];
    const ids = (body: Body) =>
      applicableRules(askedOf(rules, body), "min-date").map(({ id }) => id);
    expect(ids({ x: "a", y: 1 })).toEqual(["min-date-a", "min-date-b", "min-date"]);
    expect(ids({ x: "a" })).toEqual(["min-date-b", "min-date"]);
    expect(ids({ y: 1 })).toEqual(["min-date"]);
  });
});

describe("the days that the rules allow", () => {
  it("are calculated from the fields of the range and of its hours, if a rule names them", () => {
    const hours = rule("hour-order", { ...RANGE, startHour: "first", endHour: "last" });
    expect(rangeFields([])).toBeNull();
    expect(
      rangeFields([
        rule("max-range", { start: "from" }),
        rule("max-range", { end: "to" }),
        rule("max-range", { start: 1, end: "to" }),
      ]),
    ).toBeNull();
    expect(rangeFields([rule("x", { field: "y" }), rule("date-order", RANGE)])).toEqual({
      ...RANGE,
      startHour: null,
      endHour: null,
    });
    expect(rangeFields([hours])).toEqual({ ...RANGE, startHour: "first", endHour: "last" });
  });

  it("are not calculated from a rule about the fields of an object inside the request", () => {
    const range = rule("date-order", RANGE);
    const nested = rule("hour-order", { ...RANGE, startHour: "first", endHour: "last" });
    const none = { ...RANGE, startHour: null, endHour: null };
    expect(rangeFields([{ ...nested, object: "Part" }])).toBeNull();
    expect(rangeFields([range, { ...nested, object: "Part" }])).toEqual(none);
  });

  const fields = { ...RANGE, startHour: null, endHour: null };

  it("depend on a rule if it is about the range and its kind limits days", () => {
    for (const kind of ["max-lookback", "min-date", "not-after-today", "max-range"]) {
      for (const params of [RANGE, { field: "from" }, { field: "to" }])
        expect(boundsDays(rule(kind, params), fields)).toBe(true);
      expect(boundsDays(rule(kind, { field: "other" }), fields)).toBe(false);
    }
    for (const kind of ["min-range", "date-order", "forbidden-when"])
      expect(boundsDays(rule(kind, RANGE), fields)).toBe(false);
  });

  it("are limited by the strictest rule of each kind (the first, if several are equal), and not by rules about other fields", () => {
    const length = fc.integer({ min: 1, max: 6 });
    const of = (kind: string, numbers: readonly number[], params: (number: number) => object) =>
      numbers.map((number, index) =>
        rule(kind, params(number) as Rule["params"], { id: `${kind} ${index}` }),
      );
    const some = fc.array(length, { maxLength: 3 });
    fc.assert(
      fc.property(
        some,
        some,
        some,
        some,
        fc.constantFrom("from", "to", "other"),
        (lookback, after, longest, shortest, field) => {
          const rules = [
            ...of("max-lookback", lookback, (amount) => ({
              field,
              amount: amount * 100,
              unit: "day",
            })),
            ...of("min-date", after, (at) => ({ field, after: date(day(TODAY) - at * 100) })),
            ...of("max-range", longest, (amount) => ({ ...RANGE, amount, unit: "day" })),
            ...of("min-range", shortest, (amount) => ({ ...RANGE, amount, unit: "month" })),
          ];
          const bounds = boundsOf(askedOf(rules), fields);
          const first = (numbers: readonly number[], pick: (...all: number[]) => number) =>
            numbers.indexOf(pick(...numbers));
          const near =
            [...lookback, ...after].length === 0 || field === "other"
              ? null
              : Math.min(...lookback, ...after);
          const reason =
            near === null
              ? ""
              : lookback.includes(near)
                ? `max-lookback ${lookback.indexOf(near)}`
                : `min-date ${after.indexOf(near)}`;
          expect(bounds.earliest).toEqual(
            near === null ? null : { day: day(TODAY) - near * 100 + 1, reason },
          );
          expect(bounds.longest).toEqual(
            longest.length === 0
              ? null
              : { days: Math.min(...longest), reason: `max-range ${first(longest, Math.min)}` },
          );
          const most = Math.max(...shortest);
          const days = Math.ceil((most * 366) / 12) + 2;
          expect(bounds.shortest).toEqual(
            shortest.length === 0
              ? null
              : { days, reason: `min-range ${first(shortest, Math.max)}` },
          );
          expect([bounds.latest, bounds.latestStart]).toEqual([null, null]);
        },
      ),
    );
  });

  it("end today for both date fields even if a rule limits only one of them", () => {
    const [start, end, other] = ["from", "to", "other"].map((field) =>
      rule("not-after-today", { field }, { id: field }),
    ) as [Rule, Rule, Rule];
    const at = (reason: string) => ({ day: day(TODAY), reason });
    expect(boundsOf(askedOf([start, end]), fields)).toMatchObject({
      latestStart: at("from"),
      latest: at("to"),
    });
    expect(boundsOf(askedOf([end]), fields)).toMatchObject({
      latestStart: at("to"),
      latest: at("to"),
    });
    expect(boundsOf(askedOf([start]), fields)).toMatchObject({
      latestStart: at("from"),
      latest: at("from"),
    });
    expect(boundsOf(askedOf([other]), fields)).toMatchObject({ latestStart: null, latest: null });
  });
});

describe("the days at which a range may be divided", () => {
  it("are the first days of time buckets, and a total has none", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: day("2023-12-01"), max: day("2025-03-01") }),
        fc.nat(90),
        fc.constantFrom("day", "week", "month", "total"),
        (first, more, bucket) => {
          const begins = (at: number): boolean => {
            const of = new Date(date(at));
            return (
              bucket === "day" ||
              (bucket === "week" && of.getUTCDay() === 1) ||
              (bucket === "month" && of.getUTCDate() === 1)
            );
          };
          const within = Array.from({ length: more }, (_, index) => first + 1 + index).filter(
            begins,
          );
          expect(edgesOf(first, first + more, bucket as "day")).toEqual([
            first,
            ...within,
            first + more + 1,
          ]);
          const next = Array.from({ length: 40 }, (_, index) => first + index).find(begins);
          expect(edgeFrom(first, bucket as "day")).toBe(bucket === "total" ? first : next);
        },
      ),
    );
  });
});

describe("a plan", () => {
  const body = { from: "2026-03-01", to: "2026-03-05" };

  it("is the unchanged body without notes if no rule is about days", () => {
    const nothing = { dropped: [], notes: [], problems: [] };
    expect(planned({}, body)).toEqual({ requests: [body], ...nothing });
    for (const odd of [null, "x", [1], 5])
      expect(planned({}, odd)).toEqual({ requests: [], ...nothing });
  });

  it("is rejected only for problems that planning cannot fix", () => {
    const lists = [{ field: "a/b", maxItems: 9, minItems: 1, splitsRows: true }];
    const rules = [
      rule("max-range", { ...RANGE, amount: 9, unit: "day" }),
      rule("forbidden-values-when", { field: "l" }),
      rule("forbidden-when", { field: "x" }),
      rule("min-date-b", { field: "other" }),
    ];
    // These violations concern the body, not a single request.
    const toldOf = (one: Violation) => {
      let calls = 0;
      return planned({ rules, lists, validate: () => (calls++ === 0 ? [one] : []) }, body);
    };
    for (const [id, path] of [
      ["max-range", "/to"],
      ["forbidden-values-when", "/l"],
      ["max-items", "/a~1b"],
    ] as const)
      expect(toldOf(found(id, "error", path))).toMatchObject({ requests: [body], problems: [] });
    for (const [id, path] of [
      ["forbidden-when", "/x"],
      ["max-items", "/other"],
      ["min-date-b", "/other"],
      ["required", "/x"],
    ] as const) {
      expect(toldOf(found(id, "error", path))).toMatchObject({
        requests: [],
        problems: [{ rule: id, path }],
      });
      expect(toldOf(found(id, "warning", path))).toMatchObject({ requests: [body], problems: [] });
    }
  });

  it("reports each violation in its requests once, and is rejected if one of them is an error", () => {
    const lists = [{ field: "ids", maxItems: 1, minItems: 1, splitsRows: true }];
    const long = { ...body, ids: ["1", "2", "3"] };
    const of = (severity: Violation["severity"]) => (request: unknown) =>
      (request as typeof long).ids.length === 3
        ? []
        : [found("odd", severity), found("odd", "warning", "/y"), found("even", "warning")];
    expect(planned({ lists, validate: of("warning") }, long)).toMatchObject({
      requests: [{ ids: ["1"] }, { ids: ["2"] }, { ids: ["3"] }],
    });
    for (const severity of ["warning", "error"] as const) {
      const { requests, problems } = planned({ lists, validate: of(severity) }, long);
      expect(problems).toEqual([
        found("odd", severity),
        found("odd", "warning", "/y"),
        found("even", "warning"),
      ]);
      expect(requests).toHaveLength(severity === "error" ? 0 : 3);
    }
  });

  it("is limited to a sensible number of requests", () => {
    const lists = [{ field: "ids", maxItems: 1, minItems: 1, splitsRows: true }];
    const of = (count: number) =>
      planned({ lists }, { ids: Array.from({ length: count }, (_, index) => index) });
    expect([of(10_000).requests.length, of(10_000).problems]).toEqual([10_000, []]);
    expect(of(10_001)).toMatchObject({
      requests: [],
      problems: [
        {
          rule: "too-many-requests",
          path: "",
          message: "would take 10001 requests; at most 10000 are planned",
        },
      ],
    });
  });

  it("has at most one request if the body has a bookmark that is not null", () => {
    const facts = {
      lists: [{ field: "ids", maxItems: 1, minItems: 1, splitsRows: true }],
      bookmark: "page",
    };
    expect(planned(facts, { ids: [1], page: "a" }).requests).toEqual([{ ids: [1], page: "a" }]);
    expect(planned(facts, { ids: [1, 2], page: null }).requests).toHaveLength(2);
    expect(planned(facts, { ids: [1, 2], page: "a" })).toMatchObject({
      requests: [],
      problems: [
        {
          rule: "split-bookmark",
          path: "/page",
          message: "must be omitted: it belongs to one request, but this body needs 2 requests",
        },
      ],
    });
  });

  it("divides each list of strings or numbers, and keeps any other list", () => {
    const lists = [
      { field: "ids", maxItems: 2, minItems: 1, splitsRows: true },
      { field: "words", maxItems: 2, minItems: 1, splitsRows: false },
    ];
    expect(planned({ lists }, { ids: [1, "2", 3], words: ["a", "b"] }).requests).toEqual([
      { ids: [1, "2"], words: ["a", "b"] },
      { ids: [3], words: ["a", "b"] },
    ]);
    expect(planned({ lists }, { ids: [1, 2, 3] }).notes).toEqual([
      "ids: 3 values in 2 parts; all rows for a value are in the same part.",
    ]);
    for (const ids of [[1, 2, true], [{}, {}, {}], "abc", { length: 3 }])
      expect(planned({ lists }, { ids }).requests).toEqual([{ ids }]);
    expect(planned({ lists }, { ids: [1, 1, "1"] })).toMatchObject({
      requests: [{ ids: [1, "1"] }],
      notes: ["ids: 1 repeated value is left out."],
    });
    expect(planned({ lists }, { ids: [1, 1, 1] }).notes).toEqual([
      "ids: 2 repeated values are left out.",
    ]);
  });

  it("does not divide a list whose values belong together, and says why", () => {
    const together = { field: "mix", is: [true] };
    const lists = [{ field: "ids", maxItems: 2, minItems: 1, splitsRows: true, together }];
    const why =
      "has 3 items, but at most 2 are allowed, and the list cannot be split while mix combines all values in one breakdown";
    expect(planned({ lists }, { ids: [1, 2, 3], mix: true })).toMatchObject({
      requests: [],
      problems: [{ rule: "max-items", path: "/ids", message: why }],
    });
    expect(planned({ lists, defaults: { mix: true } }, { ids: [1, 2, 3] }).requests).toEqual([]);
    expect(planned({ lists }, { ids: [1, 2, 3] }).requests).toHaveLength(2);
    const odd = [{ field: "ids", maxItems: 2, minItems: 2, splitsRows: true }];
    expect(planned({ lists: odd }, { ids: [1, 2, 3] }).problems[0]?.message).toBe(
      "has 3 items, but at most 2 are allowed, and the list cannot be split evenly",
    );
  });

  it("drops forbidden values and lists each dropped value once, but keeps them if none would be left or they belong together", () => {
    const barring = rule("forbidden-values-when", { field: "ids", values: [1, 2] });
    const together = { field: "mix", is: [true] };
    const lists = [{ field: "ids", maxItems: 9, minItems: 1, splitsRows: true, together }];
    const of = (more: object) => planned({ rules: [barring], lists }, more);
    expect(of({ ids: [1, 3, 2, 4] })).toMatchObject({
      requests: [{ ids: [3, 4] }],
      dropped: [{ field: "ids", values: [1, 2], reason: "forbidden-values-when" }],
    });
    for (const same of [{ ids: [1, 2] }, { ids: [1, 3], mix: true }, { ids: [3] }, {}])
      expect(of(same)).toMatchObject({ requests: [same], dropped: [] });
    // The same for a field that is not a list.
    expect(planned({ rules: [barring] }, { ids: [1, 3, 1] })).toMatchObject({
      requests: [{ ids: [3] }],
      dropped: [{ values: [1] }],
    });
    expect(
      planned(
        { rules: [rule("forbidden-values-when", { field: "ids", values: 1 })] },
        { ids: [1, 3] },
      ).dropped,
    ).toEqual([]);
  });

  describe("a plan for a range of days", () => {
    const rules = [
      rule("max-range", { ...RANGE, amount: 10, unit: "day" }),
      rule("max-lookback", { field: "from", amount: 30, unit: "day" }),
      rule("not-after-today", { field: "to" }),
    ];
    const hours = rule("hour-order", { ...RANGE, startHour: "first", endHour: "last" });
    const by = {
      field: "by",
      buckets: { DAY: "day", WEEK: "week", MONTH: "month", TOTAL: "total" },
    } as const;
    const span = (from: string, to: string, more: object = {}) => ({ from, to, ...more });

    it("has the first hour in the first window and the last hour in the last, if their days are requested", () => {
      const whole = planned(
        { rules: [...rules, hours] },
        span("2026-02-20", "2026-03-05", { first: 3, last: 4 }),
      );
      expect(whole.requests).toEqual([
        { ...span("2026-02-20", "2026-03-01"), first: 3 },
        { ...span("2026-03-02", "2026-03-05"), last: 4 },
      ]);
      expect(whole.notes).toEqual([]);
      const clipped = planned(
        { rules: [...rules, hours] },
        span("2026-01-01", "2026-03-20", { first: 3, last: 4 }),
      );
      expect(clipped.notes).toEqual([
        "first is left out, because its day was dropped.",
        "last is left out, because its day was dropped.",
      ]);
      for (const request of clipped.requests) expect(Object.keys(request)).toEqual(["from", "to"]);
      expect(planned({ rules: [...rules, hours] }, span("2026-01-01", "2026-03-20")).notes).toEqual(
        [],
      );
      const one = span("2026-03-01", "2026-03-05", { first: 3, last: 4 });
      expect(planned({ rules: [...rules, hours] }, one).requests).toEqual([one]);
    });

    it("lists the dropped days at either end, and says if none are left", () => {
      expect(planned({ rules }, span("2026-01-01", "2026-03-20")).dropped).toEqual([
        { start_date: "2026-01-01", end_date: "2026-02-06", days: 37, reason: "max-lookback" },
        { start_date: "2026-03-09", end_date: "2026-03-20", days: 12, reason: "not-after-today" },
      ]);
      expect(planned({ rules }, span("2026-02-07", "2026-03-08")).dropped).toEqual([]);
      for (const [from, to, days, reason] of [
        ["2026-03-09", "2026-03-20", 12, "not-after-today"],
        ["2026-01-01", "2026-01-05", 5, "max-lookback"],
      ] as const) {
        const none = planned({ rules, filters: ["x"] }, span(from, to, { x: 1 }));
        expect(none).toMatchObject({
          requests: [],
          problems: [],
          dropped: [{ start_date: from, end_date: to, days, reason }],
          notes: ["No days are left to request."],
        });
      }
    });

    it("leaves out the rest of a bucket that started too early, with a note", () => {
      const unlimited = [rule("date-order", RANGE), ...rules.slice(1)];
      const month = planned(
        { rules: unlimited, grouping: by },
        span("2026-01-01", "2026-03-08", { by: "MONTH" }),
      );
      expect(month.requests).toEqual([span("2026-03-01", "2026-03-08", { by: "MONTH" })]);
      expect(month.notes).toEqual([
        "2026-02-07 to 2026-02-28 are left out, because the beginning of their month cannot be requested.",
      ]);
      const none = planned(
        { rules: unlimited, grouping: by },
        span("2026-01-01", "2026-02-20", { by: "MONTH" }),
      );
      expect(none.requests).toEqual([]);
      expect(none.notes).toHaveLength(2);
      const out = planned(
        { rules: unlimited, grouping: by },
        span("2026-01-01", "2026-02-05", { by: "MONTH" }),
      );
      expect(out.notes).toEqual(["No days are left to request."]);
    });

    it.each<[string, object, object, readonly string[]]>([
      [
        "WEEK",
        span("2026-02-20", "2026-03-08"),
        {},
        ["Weeks are assumed to begin on Monday; Pinterest does not document this."],
      ],
      ["WEEK", span("2026-03-02", "2026-03-08"), {}, []],
      [
        "WEEK",
        span("2026-03-02", "2026-03-10"),
        {},
        ["Weeks are assumed to begin on Monday; Pinterest does not document this."],
      ],
      ["DAY", span("2026-02-20", "2026-03-10"), {}, []],
      [
        "TOTAL",
        span("2026-03-02", "2026-03-10"),
        {},
        ["The total covers only the remaining days."],
      ],
      ["TOTAL", span("2026-03-02", "2026-03-08"), { splitTotal: true }, []],
      [
        "TOTAL",
        span("2026-02-20", "2026-03-10"),
        { splitTotal: true },
        [
          "The total covers only the remaining days.",
          "The total comes in 2 parts: counts and amounts can be summed, but rates, users and frequency cannot.",
        ],
      ],
    ])("has the right notes for %s %j %j", (value, asked, options, notes) => {
      expect(planned({ rules, grouping: by }, { ...asked, by: value }, options).notes).toEqual(
        notes,
      );
      expect(
        planned({ rules, grouping: by, defaults: { by: value } }, asked, options).notes,
      ).toEqual(notes);
    });

    it("is divided only on request if all days have one result", () => {
      const undivided = { rules, undivided: true } as const;
      expect(planned(undivided, span("2026-02-20", "2026-03-08"))).toMatchObject({
        requests: [],
        problems: [
          {
            rule: "max-range",
            path: "/to",
            message:
              "17 days do not fit into one request of at most 10 days, and several responses cannot be combined into one for all days; splitTotal: true requests them anyway",
          },
        ],
      });
      const split = planned(undivided, span("2026-02-20", "2026-03-10"), { splitTotal: true });
      expect(split.requests).toHaveLength(2);
      expect(split.notes).toEqual([
        "The response covers only the remaining days.",
        "The response comes in 2 parts, each for its own days; they cannot be combined.",
      ]);
      expect(
        planned({ rules, grouping: by }, span("2026-02-20", "2026-03-08", { by: "TOTAL" }))
          .problems[0]?.message,
      ).toMatch(
        /and several totals cannot be combined into one, because rates, users and frequency cannot be summed; splitTotal: true splits the total anyway$/,
      );
    });

    it("has a note that sums and filters apply to each request, if there are several", () => {
      const facts = { rules, totals: ["sum"], filters: ["filter", "other"] };
      const several = planned(facts, span("2026-02-20", "2026-03-08", { filter: 1 }));
      expect(several.notes).toEqual([
        "sum: each response covers only the days of its own request.",
        "filter: applied to each request separately, so the matching rows may differ from those of a single report.",
      ]);
      expect(planned(facts, span("2026-03-02", "2026-03-08", { filter: 1 })).notes).toEqual([]);
    });
  });
});
