import { describe, expect, it } from "vitest";
import { daysFrom, daysOf, withDays } from "../../../cli/dates.js";

describe("the date flags", () => {
  it.each([
    [{ since: "1d", today: "2026-03-01" }, "2026-02-28", "2026-02-28"],
    [{ since: "30d", today: "2026-03-31" }, "2026-03-01", "2026-03-30"],
    [{ since: "4w", today: "2026-03-29" }, "2026-03-01", "2026-03-28"],
    [{ lastMonth: true, today: "2026-01-31" }, "2025-12-01", "2025-12-31"],
    [{ lastMonth: true, today: "2024-03-01" }, "2024-02-01", "2024-02-29"],
    [{ start: "2026-03-01", end: "2026-03-01" }, "2026-03-01", "2026-03-01"],
  ])("select the right range for %j", (flags, start_date, end_date) => {
    expect(daysFrom(flags)).toEqual({ start_date, end_date });
  });

  it("count back from yesterday in UTC", () => {
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    expect(daysFrom({ since: "1d" })).toEqual({ start_date: yesterday, end_date: yesterday });
  });

  it.each([
    ["2026-03-31", "2026-02-01", "2026-02-28"],
    ["2024-03-01", "2024-02-01", "2024-02-29"],
    ["2026-01-01", "2025-12-01", "2025-12-31"],
    ["0050-02-01", "0050-01-01", "0050-01-31"],
  ])("select the month before %s as the last month", (today, start_date, end_date) => {
    expect(daysFrom({ lastMonth: true, today })).toEqual({ start_date, end_date });
  });

  it("replace the body's start or end day, and keep the other day", () => {
    expect(withDays({ level: "AD", end_date: "x" }, daysFrom({ start: "2026-03-01" }))).toEqual({
      level: "AD",
      start_date: "2026-03-01",
      end_date: "x",
    });
    expect(withDays([], daysFrom({ since: "1d" }))).toEqual([]);
  });

  it("print the range and its number of days", () => {
    expect(daysOf({ start_date: "2026-02-28", end_date: "2026-03-01" })).toBe(
      "2026-02-28 to 2026-03-01, 2 days",
    );
    expect(daysOf({ start_date: "2026-02-28" })).toBeNull();
  });

  it.each([
    [{ since: "0d" }, "--since 0d is not a valid number of days"],
    [{ since: "30" }, "--since 30 is not a valid number of days"],
    [{ since: "99999d" }, "--since 99999d is not a valid number of days"],
    [{ since: "1d", lastMonth: true }, "cannot be combined"],
    [{ since: "1d", end: "2026-03-01" }, "cannot be combined"],
    [{ start: "2026-03-02", end: "2026-03-01" }, "--start 2026-03-02 is after --end 2026-03-01"],
    [{ start: "2026-02-30" }, "--start 2026-02-30 is not a date"],
    [{ end: "tomorrow" }, "--end tomorrow is not a date"],
    [{ since: "1d", today: "1.3.2026" }, "--today 1.3.2026 is not a date"],
  ])("are rejected if invalid: %j", (flags, message) => {
    expect(() => daysFrom(flags)).toThrow(message);
  });
});
