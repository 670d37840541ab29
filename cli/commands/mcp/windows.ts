import { dayNumber, isoDay } from "../../../runtime/validation/dates.js";
import { usualLookback } from "../../../runtime/validation/lookback.js";
import type { Data } from "../../modules.js";
import type { Account } from "./folder.js";
import type { Body } from "./question.js";

const FIELDS = ["click_window_days", "engagement_window_days", "view_window_days"];

/**
 * How a report counts conversions: the attribution windows in days, and `conversion_report_time`.
 */
export type Attribution = Readonly<Record<string, unknown>>;

/**
 * The attribution that a body requests: the three windows in days, and `conversion_report_time`.
 * Missing or null fields have Pinterest's defaults.
 */
export function attributionOf(body: Body, data: Data): Attribution {
  const usual = defaultsOf(data);
  return Object.fromEntries(
    [...FIELDS, "conversion_report_time"].map((field) => [field, body[field] ?? usual(field)]),
  );
}

/**
 * Returns the first day of a body whose numbers may still change as of `today`, or null if all days
 * are final. The result is never before the body's start_date. The number of days before `today`
 * that may change is the longest attribution window plus one, but at least seven. A body with
 * `reporting_timezone` adds one more day.
 */
export function mayChangeFrom(body: Body, today: string, data: Data): string | null {
  const usual = defaultsOf(data);
  const windows = FIELDS.map((field) => ({ field, default: Number(usual(field)) }));
  const open = dayNumber(today) - usualLookback(windows, body);
  if (dayNumber(body.end_date) < open) return null;
  return isoDay(Math.max(open, dayNumber(body.start_date)));
}

/**
 * The time zone of a report's days, for display. `UTC` if the body has no reporting_timezone. For
 * the account's time zone, text such as `the ad account's time zone (Europe/Berlin)`. The text
 * lists each zone of the accounts once; a missing zone is `unknown`.
 */
export function timeZoneOf(body: Body, accounts: readonly Pick<Account, "time_zone">[]): string {
  if (body.reporting_timezone === undefined) return "UTC";
  if (body.reporting_timezone !== "AD_ACCOUNT_TIME_ZONE") return String(body.reporting_timezone);
  const zones = [...new Set(accounts.map(({ time_zone }) => time_zone ?? "unknown"))];
  return `the ad account's time zone (${zones.join(", ")})`;
}

/**
 * Returns a function that looks up the default of a request field. It returns undefined if there is
 * none.
 */
function defaultsOf({ reportJsonSchema }: Data): (field: string) => unknown {
  const { properties } = reportJsonSchema as {
    readonly properties: Readonly<Record<string, { readonly default?: unknown }>>;
  };
  return (field) => properties[field]?.default;
}
