import { type Dropped, type Plan, planReport } from "pinterest-reports/planner";
import type { ReportRequest } from "pinterest-reports/validators";
import { describe, expect, it } from "vitest";

const TODAY = "2024-06-15";
const BODY = {
  start_date: "2023-05-12",
  end_date: "2024-06-14",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
};

function planned(
  changes: object = {},
  options: { readonly splitTotal?: boolean } = {},
): Plan<ReportRequest> {
  return planReport({ ...BODY, ...changes }, { today: TODAY, ...options });
}

function windows({ requests }: Plan<ReportRequest>): readonly string[] {
  return requests.map(({ start_date, end_date }) => `${start_date}..${end_date}`);
}

function gone(dropped: readonly Dropped[]): readonly string[] {
  return dropped.map((part) =>
    "days" in part
      ? `${part.start_date}..${part.end_date} ${part.days} ${part.reason}`
      : `${part.field} ${part.values.join()} ${part.reason}`,
  );
}

describe("an unknown option", () => {
  it("is rejected, with a suggestion of the nearest name", () => {
    expect(() => planned({}, { toady: TODAY } as never)).toThrow(
      new TypeError("toady is not an option here; did you mean today?"),
    );
    expect(() => planned({}, { splitTotals: true } as never)).toThrow("did you mean splitTotal?");
  });
});

describe("a range of days", () => {
  it("needs three requests for 400 days, oldest first", () => {
    const plan = planned();
    expect(windows(plan)).toEqual([
      "2023-05-12..2023-11-13",
      "2023-11-14..2024-05-17",
      "2024-05-18..2024-06-14",
    ]);
    expect(plan).toMatchObject({ dropped: [], notes: [], problems: [] });
    expect(plan.requests[0]).toEqual({ ...BODY, end_date: "2023-11-13" });
  });

  it("needs a single request with the body itself if it fits", () => {
    expect(planned({ start_date: "2024-06-01" }).requests).toEqual([
      { ...BODY, start_date: "2024-06-01" },
    ]);
  });

  it("reaches 92 days back, in windows of 31 days, for product items", () => {
    const plan = planned({ level: "PRODUCT_ITEM" });
    expect(windows(plan)).toEqual([
      "2024-03-16..2024-04-15",
      "2024-04-16..2024-05-16",
      "2024-05-17..2024-06-14",
    ]);
    expect(gone(plan.dropped)).toEqual(["2023-05-12..2024-03-15 309 max-lookback-product-item"]);
  });

  it("reaches 8 days back, in windows of 3 days, for hourly reports", () => {
    const plan = planned({ granularity: "HOUR", end_date: TODAY });
    expect(windows(plan)).toEqual([
      "2024-06-08..2024-06-10",
      "2024-06-11..2024-06-13",
      "2024-06-14..2024-06-15",
    ]);
    expect(gone(plan.dropped)).toEqual(["2023-05-12..2024-06-07 393 max-lookback-hour"]);
  });

  it("respects both limits for hourly product items", () => {
    expect(windows(planned({ granularity: "HOUR", level: "PRODUCT_ITEM" }))).toEqual([
      "2024-06-08..2024-06-10",
      "2024-06-11..2024-06-13",
      "2024-06-14..2024-06-14",
    ]);
  });

  it.each([
    ["2021-12-15", []],
    ["2021-12-14", ["2021-12-14..2021-12-14 1 max-lookback-not-hour"]],
  ])(
    "from %s is cut if the strictest reading of the 914-day limit requires it",
    (start_date, dropped) => {
      const plan = planned({ start_date });
      expect(gone(plan.dropped)).toEqual(dropped);
      expect(plan.requests[0]?.start_date).toBe("2021-12-15");
    },
  );

  it("ends today if it reaches into the future", () => {
    const plan = planned({ start_date: "2024-06-10", end_date: "2024-06-20" });
    expect(windows(plan)).toEqual(["2024-06-10..2024-06-15"]);
    expect(gone(plan.dropped)).toEqual(["2024-06-16..2024-06-20 5 end-date-not-in-the-future"]);
  });

  it.each([
    [
      { start_date: "2024-06-16", end_date: "2024-06-20" },
      "2024-06-16..2024-06-20 5 start-date-not-in-the-future",
    ],
    [
      { start_date: "2030-01-01", end_date: "2030-01-01" },
      "2030-01-01..2030-01-01 1 start-date-not-in-the-future",
    ],
    [
      { start_date: "2019-01-01", end_date: "2019-12-31" },
      "2019-01-01..2019-12-31 365 max-lookback-not-hour",
    ],
  ])("produces no request and no problem if all of it is out of range: %j", (range, dropped) => {
    const plan = planned(range);
    expect(plan).toMatchObject({
      requests: [],
      notes: ["No days are left to request."],
      problems: [],
    });
    expect(gone(plan.dropped)).toEqual([dropped]);
  });
});

describe("the hours of a range", () => {
  it("are kept in the first and the last window", () => {
    const plan = planned({
      granularity: "HOUR",
      start_date: "2024-06-09",
      start_hour: 7,
      end_hour: 3,
    });
    expect(plan.requests.map(({ start_hour, end_hour }) => [start_hour, end_hour])).toEqual([
      [7, undefined],
      [undefined, 3],
    ]);
    expect(plan.requests.flatMap(Object.keys)).toHaveLength(12);
  });

  it("are dropped along with their day", () => {
    const plan = planned({
      granularity: "HOUR",
      start_date: "2024-06-01",
      end_date: "2024-06-20",
      start_hour: 7,
      end_hour: 3,
    });
    for (const request of plan.requests) expect(request).not.toHaveProperty("start_hour");
    for (const request of plan.requests) expect(request).not.toHaveProperty("end_hour");
    expect(plan.notes).toEqual([
      "start_hour is left out, because its day was dropped.",
      "end_hour is left out, because its day was dropped.",
    ]);
  });
});

describe("a range of weeks or months", () => {
  it("is cut on Mondays, and a note says that this is an assumption", () => {
    const plan = planned({ granularity: "WEEK" });
    expect(windows(plan)).toEqual([
      "2023-05-12..2023-11-12",
      "2023-11-13..2024-05-12",
      "2024-05-13..2024-06-14",
    ]);
    expect(plan.notes).toEqual([
      "Weeks are assumed to begin on Monday; Pinterest does not document this.",
    ]);
  });

  it("is split on the first of a month", () => {
    expect(windows(planned({ granularity: "MONTH" }))).toEqual([
      "2023-05-12..2023-10-31",
      "2023-11-01..2024-04-30",
      "2024-05-01..2024-06-14",
    ]);
  });

  it("loses a whole bucket that starts too early", () => {
    const plan = planned({
      granularity: "MONTH",
      start_date: "2021-11-20",
      end_date: "2022-02-10",
    });
    expect(windows(plan)).toEqual(["2022-01-01..2022-02-10"]);
    expect(gone(plan.dropped)).toEqual(["2021-11-20..2021-12-31 42 max-lookback-not-hour"]);
    expect(plan.notes).toEqual([
      "2021-12-15 to 2021-12-31 are left out, because the beginning of their month cannot be requested.",
    ]);
  });

  it("ends today instead of in the future", () => {
    expect(
      windows(planned({ granularity: "MONTH", start_date: "2024-06-01", end_date: "2024-06-30" })),
    ).toEqual(["2024-06-01..2024-06-15"]);
  });
});

describe("a total", () => {
  it("is not divided by default", () => {
    const plan = planned({ granularity: "TOTAL" });
    expect(plan).toMatchObject({ requests: [], dropped: [], notes: [] });
    expect(plan.problems).toMatchObject([
      { rule: "max-range-not-hour", severity: "error", path: "/end_date" },
    ]);
    expect(plan.problems[0]?.message).toMatch(
      /400 days .* at most 186 days.* rates, users and frequency cannot be summed.* splitTotal/,
    );
  });

  it("is divided on request, with a note about values that cannot be added up", () => {
    const plan = planned({ granularity: "TOTAL" }, { splitTotal: true });
    expect(windows(plan)).toEqual(windows(planned()));
    expect(plan.notes[0]).toMatch(
      /in 3 parts: counts and amounts can be summed, but rates, users and frequency cannot/,
    );
  });

  it("does not need `splitTotal` if it fits", () => {
    expect(planned({ granularity: "TOTAL", start_date: "2024-01-01" }).requests).toHaveLength(1);
  });

  it("has a note that it is incomplete if days are dropped", () => {
    expect(
      planned({
        granularity: "TOTAL",
        level: "PRODUCT_ITEM",
        start_date: "2024-03-01",
        end_date: "2024-04-10",
      }).notes,
    ).toEqual(["The total covers only the remaining days."]);
  });
});

describe("a body that is not plain data", () => {
  const revoked = Proxy.revocable({ ...BODY }, {});
  revoked.revoke();
  let read = 0;
  const second = Object.defineProperty({ ...BODY }, "end_date", {
    enumerable: true,
    get: () => (read++ === 0 ? BODY.end_date : "9999-12-31"),
  });
  const circle: Record<string, unknown> = { ...BODY };
  circle.columns = [circle];

  it.each<[string, unknown]>([
    ["a proxy that was revoked", revoked.proxy],
    [
      "a getter that throws",
      Object.defineProperty({ ...BODY }, "level", {
        enumerable: true,
        get: () => expect.unreachable(),
      }),
    ],
    ["a reference to itself", circle],
    ["a bigint", { ...BODY, columns: [1n] }],
  ])("causes a problem, not an exception, if it has %s", (_, body) => {
    expect(planReport(body, { today: TODAY })).toMatchObject({
      requests: [],
      problems: [{ rule: "unreadable", severity: "error" }],
    });
  });

  it.each([[undefined], [null], ["text"], [() => {}], [Symbol("x")], [[]]])(
    "causes a problem, not an exception, if it is %s",
    (body) => {
      const { requests, problems } = planReport(body, null as never);
      expect([requests, problems.length > 0]).toEqual([[], true]);
    },
  );

  it("is planned as it was at the time of the call", () => {
    expect(windows(planReport(second, { today: TODAY }))).toEqual(windows(planned()));
  });
});
