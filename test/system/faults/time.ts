import { type ClientOptions, createClient, type ReportRequest } from "pinterest-reports";
import { planReport } from "pinterest-reports/planner";
import { createFakeServer, type FakeClock } from "pinterest-reports/testing";
import { expect, vi } from "vitest";
import { createSteadyClock } from "../../support/steady-clock.js";
import {
  account,
  all,
  always,
  body,
  CANARY,
  type Case,
  expectedRows,
  fails,
  heals,
} from "./scene.js";

const HOUR_MS = 3_600_000;
// Jumps of the wall clock while a report is pending: an hour forward, three days back, and so on.
const JUMPS = [HOUR_MS, -72 * HOUR_MS, 300_000, -HOUR_MS, 72 * HOUR_MS];

/** A clock whose wall time jumps at each sleep. */
function jumping(clock: FakeClock): NonNullable<ClientOptions["clock"]> {
  let naps = 0;
  return {
    now: () => clock.now(),
    date: () => clock.date() + (JUMPS[naps % JUMPS.length] ?? 0) * Math.min(1, naps),
    random: () => 0.5,
    sleep: async (ms, signal) => {
      await clock.sleep(ms, signal);
      naps++;
    },
  };
}

const start = () => createSteadyClock({ start: "2026-03-10T12:00:00Z" });

/** Time zones where the date or the daylight saving time differs. */
const ZONES: readonly (readonly [zone: string, minutesAtNoonOfMarch10: number])[] = [
  ["Pacific/Kiritimati", -840],
  ["Pacific/Pago_Pago", 660],
  ["Europe/Berlin", -60],
  ["America/New_York", 240],
  ["Asia/Kathmandu", -345],
  ["UTC", 0],
];

/** Calls `find` in each time zone, and returns the results. */
async function inZones<Value>(find: () => Value | Promise<Value>): Promise<readonly Value[]> {
  const before = process.env.TZ;
  const found: Value[] = [];
  try {
    for (const [zone, minutes] of ZONES) {
      process.env.TZ = zone;
      expect(new Date("2026-03-10T12:00:00Z").getTimezoneOffset()).toBe(minutes);
      found.push(await find());
    }
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
  return found;
}

/** Requests a report at this time. Returns its rows, or the code of the error. */
async function asked(
  at: string,
  change: Partial<ReportRequest>,
): Promise<readonly unknown[] | string> {
  const clock = createSteadyClock({ start: at });
  await using server = await createFakeServer({
    accessToken: CANARY,
    clock,
    polls: 0,
    entities: 9,
  });
  const client = createClient({ accessToken: CANARY, baseUrl: server.url, clock });
  try {
    const rows = await all(
      await client.report.run(account, { ...body, ...change } as ReportRequest),
    );
    expect(rows).toEqual(expectedRows(server));
    return rows;
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
}

const dates = (rows: unknown) =>
  [...new Set((rows as { readonly DATE: string }[]).map(({ DATE }) => DATE))].sort();

/** Clock changes and time zones. */
export const time: readonly Case[] = [
  {
    name: "C1 waits do not change if the wall clock jumps while a report is pending",
    async run() {
      const [set, steady] = [start(), start()];
      const slow = { polls: 6 } as const;
      await heals({ ...slow, client: { clock: jumping(set) } });
      await heals({
        ...slow,
        client: { clock: { ...jumping(steady), date: () => steady.date() } },
      });
      expect(set.slept.length).toBeGreaterThan(4);
      expect(set.slept).toEqual(steady.slept);
    },
  },
  {
    name: "C1 the deadline does not depend on the wall clock",
    async run() {
      const clock = start();
      await fails("poll_timeout", { polls: always, client: { clock: jumping(clock) } });
      expect(clock.now()).toBe(600_000);
    },
  },
  {
    name: "C1 the age of a link does not depend on the wall clock",
    async run() {
      for (const [passed, files] of [
        [100_000, ["file"]],
        [280_000, ["poll", "file"]],
      ] as const) {
        const clock = start();
        const wall = jumping(clock);
        const read = async (report: Parameters<typeof all>[0]) => {
          await wall.sleep(passed);
          return (await all(report)) as never;
        };
        const { steps } = await heals({ client: { clock: wall }, read });
        expect(steps).toEqual(["create", "poll", ...files]);
      }
    },
  },
  {
    name: "C1 a report is read even if the system's wall clock jumps",
    async run() {
      let looks = 0;
      const real = Date.now;
      const spy = vi
        .spyOn(Date, "now")
        .mockImplementation(() => real() + (JUMPS[looks++ % JUMPS.length] ?? 0));
      try {
        await using server = await createFakeServer({
          accessToken: CANARY,
          clock: start(),
          polls: 2,
        });
        const client = createClient({ accessToken: CANARY, baseUrl: server.url, validate: false });
        expect(await all(await client.report.run(account, body))).toEqual(expectedRows(server));
        expect(looks).toBeGreaterThan(2);
      } finally {
        spy.mockRestore();
      }
    },
  },
  {
    name: "C2 in every time zone, the earliest allowed day is computed in UTC and only changes at midnight UTC",
    async run() {
      const oldest = {
        start_date: "2023-09-08",
        end_date: "2023-09-08",
        columns: ["CAMPAIGN_ID"],
      } as const;
      const found = await inZones(async () => [
        dates(await asked("2026-03-10T00:00:00Z", oldest)),
        dates(await asked("2026-03-10T23:59:59.999Z", oldest)),
        await asked("2026-03-11T00:00:00Z", oldest),
      ]);
      for (const one of found)
        expect(one).toEqual([["2023-09-08"], ["2023-09-08"], "invalid_body"]);
    },
  },
  {
    name: "C2 rows have the requested days, even when daylight saving time begins",
    async run() {
      const night = { start_date: "2026-03-28", end_date: "2026-03-30" } as const;
      const found = await inZones(() => asked("2026-04-01T12:00:00Z", night));
      for (const rows of found) expect(rows).toEqual(found[0]);
      expect(dates(found[0])).toEqual(["2026-03-28", "2026-03-29", "2026-03-30"]);
    },
  },
  {
    name: "C2 a long range is split at the same days in every time zone",
    async run() {
      const long = { ...body, start_date: "2024-02-20", end_date: "2026-03-09" } as const;
      const found = await inZones(() =>
        planReport(long, { today: "2026-03-10" }).requests.map((one) => [
          one.start_date,
          one.end_date,
        ]),
      );
      for (const spans of found) expect(spans).toEqual(found[0]);
      const days = (found[0] ?? []).map(([first, last]) =>
        [first, last].map((day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000),
      );
      expect(days.length).toBeGreaterThan(3);
      for (const [index, [first]] of days.entries())
        if (index > 0) expect(first).toBe((days[index - 1]?.[1] ?? 0) + 1);
    },
  },
  {
    name: "C2 29 February is only valid in leap years",
    async run() {
      const leap = (year: number) =>
        asked(`${year}-03-02T12:00:00Z`, {
          start_date: `${year}-02-29`,
          end_date: `${year}-03-01`,
        });
      const found = await inZones(async () => [dates(await leap(2028)), await leap(2027)]);
      for (const one of found) expect(one).toEqual([["2028-02-29", "2028-03-01"], "invalid_body"]);
      expect(
        dates(
          await asked("2028-03-02T12:00:00Z", { start_date: "2028-02-28", end_date: "2028-03-01" }),
        ),
      ).toHaveLength(3);
    },
  },
];
