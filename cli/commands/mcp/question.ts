import { pluralize } from "../../../runtime/validation/wording.js";
import { searchColumns } from "../../columns/search.js";
import type { Data } from "../../modules.js";
import { loadData, loadPlanner } from "../../modules.js";
import { Refused } from "./tool.js";

/** The body of a report, as sent by the caller. */
export type Body = Readonly<Record<string, unknown>>;

/** A problem with a body, and how to fix it. */
export interface Fault {
  readonly severity: "error" | "warning";
  readonly path: string;
  readonly message: string;
  readonly rule: string;
  readonly fix: string;
}

/** The result of checking a body: its faults, and the requests for each account. */
export interface Asked {
  readonly faults: readonly Fault[];
  /** Empty if any fault has severity `error`, or if the whole body is dropped. */
  readonly requests: readonly Body[];
  /** Says which days and values no request covers. */
  readonly dropped: readonly string[];
  readonly notes: readonly string[];
}

type Plan = ReturnType<Awaited<ReturnType<typeof loadPlanner>>["planReport"]>;
type Violation = Plan["problems"][number];

/**
 * Validates and plans a body as of the day `today` (YYYY-MM-DD); sends nothing. If the body is
 * invalid or has a `report_format`, `requests` is empty and `faults` contains the reasons. `faults`
 * also contains warnings. If all parts of the body are dropped, `requests` is empty too.
 */
export async function ask(body: Body, today: string): Promise<Asked> {
  const [{ planReport }, data] = await Promise.all([loadPlanner(), loadData()]);
  const own = body.report_format === undefined ? [] : [FORMAT];
  const plan = planReport(body, { today });
  const isPlanned = plan.requests.length > 0 && own.length === 0;
  const faults = plan.problems.map((violation) => faultOf(violation, body, data));
  return {
    faults: [...own, ...faults],
    requests: isPlanned ? (plan.requests as readonly object[] as readonly Body[]) : [],
    dropped: plan.dropped.map((part) =>
      "days" in part
        ? `${part.start_date} to ${part.end_date}: ${pluralize(part.days, "day")} cannot be requested [${part.reason}]`
        : `${part.values.join(", ")} of ${part.field} [${part.reason}]`,
    ),
    notes: plan.notes,
  };
}

/**
 * Throws `Refused` if there are no requests to send; otherwise does nothing.
 *
 * The message lists all errors in the body and their fixes. If the body has no errors, the message
 * lists the dropped days and values.
 */
export function requireRequests({ faults, requests, dropped }: Asked): void {
  if (requests.length > 0) return;
  const errors = faults.filter(({ severity }) => severity === "error");
  const lines = [
    ...errors.map(({ path, message, fix }) => `${path || "body"} ${message}. Fix: ${fix}`),
    ...(errors.length === 0 ? dropped : []),
  ];
  throw new Refused(`Nothing was sent. Change the body:\n${lines.join("\n")}`);
}

const FORMAT: Fault = {
  severity: "error",
  path: "/report_format",
  message: "is set by this tool",
  rule: "format",
  fix: "remove report_format",
};

/** A violation with a fix, with long texts truncated. */
function faultOf(violation: Violation, body: Body, data: Data): Fault {
  const { severity, path, message, rule } = violation;
  const fix = fixOf(violation, body, data);
  return { ...{ severity, path: cut(path), message: cut(message), rule }, fix: cut(fix) };
}

const LONGEST_TEXT = 500;

/** Truncates text that may quote the body. */
function cut(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

/** Other names that agents use for levels. */
const LEVELS: Readonly<Record<string, string>> = {
  ACCOUNT: "ADVERTISER",
  AD: "PIN_PROMOTION",
  ADS: "PIN_PROMOTION",
  ADSET: "AD_GROUP",
  AD_ACCOUNT: "ADVERTISER",
};

/** How to fix a violation, as a clause. */
function fixOf({ path, rule, message, params }: Violation, body: Body, data: Data): string {
  const { nearest, allowed, textOf, missing } = params as Readonly<Record<string, unknown>>;
  if (path === "") return "nothing to change, unless Pinterest rejects the body";
  const [field = "", index] = path.slice(1).split("/");
  const given = body[field];
  const value = index !== undefined && Array.isArray(given) ? given[Number(index)] : given;
  if (textOf !== undefined) return `use the number ${textOf}`;
  if (rule === "enum" && field === "columns") return columnFix(String(value), data);
  if (rule === "enum" && field === "level") return levelFix(String(value), nearest, data);
  if (rule === "unknown-field")
    return nearest === undefined ? `remove ${field}` : `rename ${field} to ${nearest}`;
  if (nearest !== undefined) return `use "${nearest}"`;
  if (Array.isArray(allowed)) return `use one of ${allowed.join(", ")}`;
  if (value === undefined) return `add ${field}`;
  if (Array.isArray(missing)) return `add ${missing.flat().join(" or ")} to columns`;
  if (rule === "type" && /array/.test(message)) return `use [${JSON.stringify(value)}]`;
  if (rule === "type" && typeof value === "number") return `use "${value}"`;
  if (/YYYY-MM-DD/.test(message)) return dateFix(String(value));
  if (/splitTotal: true/.test(message))
    return "use granularity DAY or MONTH, and sum the columns that can be summed; or request fewer days";
  return `change ${field} to follow the rule`;
}

/** The fix for an invalid date. */
function dateFix(text: string): string {
  const [, year, month, day] = /^(\d{4})\D(\d\d)\D(\d\d)$/.exec(text) ?? [];
  return year === undefined ? "write it as YYYY-MM-DD" : `use "${year}-${month}-${day}"`;
}

/**
 * The fix for an unknown level. Uses `nearest` unless the level is a known alias of another level.
 */
function levelFix(level: string, nearest: unknown, data: Data): string {
  const meant = LEVELS[level.toUpperCase()] ?? nearest;
  return meant === undefined ? `use one of ${data.reportLevelValues.join(", ")}` : `use "${meant}"`;
}

const SUGGESTED = 3;

/** The fix for an unknown column. */
function columnFix(name: string, data: Data): string {
  if (name === "DATE") return "remove DATE from columns: rows have it, unless granularity is TOTAL";
  const { names } = searchColumns(name.replaceAll("_", " "), data);
  const found = names.slice(0, SUGGESTED);
  return found.length === 0
    ? "search for its name with the columns tool"
    : `use one of ${found.join(", ")}, or search with the columns tool`;
}
