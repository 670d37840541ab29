import { jsonText, sanitize } from "../../generator/print.js";
import { dayNumber } from "../../runtime/validation/dates.js";
import { pluralize } from "../../runtime/validation/wording.js";
import { columnHint } from "../columns/hint.js";
import { checkBoth, type DayFlags, daysFrom, daysHint, withDays } from "../dates.js";
import { loadClient, loadPlanner } from "../modules.js";
import { DEFAULT_REPORT, functionOf, isReport } from "../requests.js";
import { EXIT } from "../terminal/exit-codes.js";
import { readBody } from "../terminal/input.js";
import type { Io } from "../terminal/io.js";
import { violationLine } from "../terminal/violation-line.js";

/** Arguments of `plan`. */
export interface PlanArguments {
  /** A file path, or `-` for stdin. */
  readonly from: string;
  /** The name of a report or of a synchronous call; default: `report`. */
  readonly of?: string;
  /** The day to use as today: `YYYY-MM-DD`, in UTC. Default: today. */
  readonly today?: string;
  /** Whether to split a report whose rows cover the whole range, as with granularity TOTAL. */
  readonly splitTotal: boolean;
  readonly json: boolean;
  /** Flags for days, which replace the body's days. Relative days count from `today`. */
  readonly days?: Omit<DayFlags, "today">;
  /** Whether to omit the number of requests. Dropped days and values are always printed. */
  readonly quiet?: boolean;
}

type Planners = Awaited<ReturnType<typeof loadPlanner>>;
type Request = Readonly<Record<string, unknown>>;
type Plan = Omit<ReturnType<Planners["planReport"]>, "requests"> & {
  readonly requests: readonly object[];
};
/** Plans the requests for a body. */
export type Planner = (body: unknown, options: Parameters<Planners["planReport"]>[1]) => Plan;

/**
 * Prints the requests that cover a body to stdout; sends nothing. Prints a table, with notes on
 * stderr; with `json`, prints the whole plan as JSON instead. `quiet` omits only the number of
 * requests. Resolves to 0 if there are requests, and to 1 if the body cannot be planned or no
 * requests are left. Throws `Usage` for an unknown `of`, invalid days, or only one of start and
 * end. Also throws `Usage` for a body that cannot be read, is empty or is not JSON.
 */
export async function plan(
  {
    from,
    of = DEFAULT_REPORT,
    today,
    splitTotal,
    json,
    days: dayFlags = {},
    quiet = false,
  }: PlanArguments,
  io: Io,
): Promise<number> {
  const planOne = functionOf<Planner>(await loadPlanner(), {
    prefix: "plan",
    name: of,
    what: "planned",
  });
  const days = daysFrom({ ...dayFlags, today });
  const ownBody = await readBody(from, io);
  checkBoth(ownBody, days);
  const body = withDays(ownBody, days);
  const planned = planOne(body, { splitTotal, ...(today === undefined ? {} : { today }) });
  const failed = planned.problems.some(({ severity }) => severity === "error");
  const count = planned.requests.length;
  if (json) io.stdout.write(`${jsonText(planned, 2)}\n`);
  else io.stdout.write(table(planned.requests as readonly Request[]));
  const outcome = failed
    ? "no plan"
    : count === 0
      ? "no requests: the rules do not allow any part of the body"
      : pluralize(count, "request");
  const lines = [...(json ? [] : planNotes(planned)), ...(quiet && count > 0 ? [] : [outcome])];
  if (!json || count === 0) for (const text of lines) io.stderr.write(`${sanitize(text)}\n`);
  const ofReport = of === DEFAULT_REPORT || (failed && isReport(of, await loadClient()));
  const hint =
    daysHint(body, planned.problems, ofReport) ?? (await columnHint(planned.problems, of));
  if (hint !== null) io.stderr.write(`  fix  ${hint}\n`);
  return count === 0 ? EXIT.refused : EXIT.done;
}

/** Lines about dropped parts, then notes about the rows, then problems. */
export function planNotes({ dropped, notes, problems }: Plan): readonly string[] {
  const droppedLines = dropped.map((part) => {
    const what =
      "days" in part
        ? `${part.start_date} to ${part.end_date}, ${pluralize(part.days, "day")}`
        : `${part.values.join(", ")} of ${part.field}`;
    return `dropped  ${what} [${part.reason}]`;
  });
  return [
    ...droppedLines,
    ...notes.map((note) => `note     ${note}`),
    ...problems.map(violationLine),
  ];
}

/**
 * One line per request: its days, and any other fields in which the requests differ. For a list,
 * shows only its length.
 */
function table(requests: readonly Request[]): string {
  const fields = differing(requests);
  const lines = requests.map((request) => {
    const cells = fields.map((field) => `${field} ${cellText(request[field])}`);
    return [...daysOf(request), ...cells].join("  ");
  });
  return lines.map((text) => `${sanitize(text)}\n`).join("");
}

/** The days of a request; empty if it has none. */
function daysOf({ start_date: start, end_date: end }: Request): readonly string[] {
  if (typeof start !== "string" || typeof end !== "string") return [];
  const days = dayNumber(end) - dayNumber(start) + 1;
  return [start, end, pluralize(days, "day").padStart(8)];
}

/** The fields that differ between the requests, except the days. */
function differing(requests: readonly Request[]): readonly string[] {
  const fields = new Set(requests.flatMap((request) => Object.keys(request)));
  const [first] = requests;
  return [...fields].filter(
    (field) =>
      field !== "start_date" &&
      field !== "end_date" &&
      requests.some((request) => request[field] !== first?.[field]),
  );
}

/**
 * A value for a table cell. A list is shown as its length in parentheses, a missing value as `-`.
 */
function cellText(value: unknown): string {
  return Array.isArray(value) ? `(${value.length})` : String(value ?? "-");
}
