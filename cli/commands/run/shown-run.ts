import { pluralize } from "../../../runtime/validation/wording.js";
import { daysOf } from "../../dates.js";
import { loadData } from "../../modules.js";
import type { ColumnKnowledge } from "../../overview/measures.js";
import { Overview } from "../../overview/overview.js";
import { commonCurrency, type PageAccount } from "../../overview/page.js";
import { overviewText } from "../../overview/text.js";
import type { Session } from "../../session.js";
import type { Io } from "../../terminal/io.js";
import { fittedLines, isLive, screenWidth } from "../../terminal/terminal.js";
import { adAccountsOf } from "../accounts.js";
import { timeZoneOf } from "../mcp/windows.js";
import type { Output, ShownRun } from "./output.js";

// Limits a page to about a megabyte, regardless of the number of columns.
const MAX_CELLS = 30_000;
const [MIN_ROWS, MAX_ROWS] = [50, 1_000];

/** What a run requested. */
export interface RequestedRun {
  /** The report's key in the client, such as `report`. */
  readonly key: string;
  readonly adAccountIds: readonly string[];
  /** The requests' bodies; empty if unknown. */
  readonly bodies: readonly unknown[];
  /** The columns that are known before the first row is read. */
  readonly columns: readonly string[];
  /** Sentences that say which data is missing. */
  readonly leftOut: readonly string[];
  readonly quiet: boolean;
}

/**
 * Creates the overview for a run's rows, and the facts for its page. Null if nothing would be
 * shown: the output is not a page, and `quiet` is set or `isLive` is false for stderr. Requests the
 * accounts' names and currencies from Pinterest if a page shows them, or if amounts from several
 * accounts are added up. If that request fails, only the ids are known. Rejects if the session is
 * aborted.
 */
export async function shownRunFor(
  run: RequestedRun,
  { format }: Pick<Output, "format">,
  session: Session,
  io: Io,
): Promise<ShownRun | null> {
  const isPage = format === "html";
  if (!isPage && (run.quiet || !isLive(io.stderr, io.env))) return null;
  const isAlone = run.adAccountIds.length === 1;
  const accounts =
    isPage || !isAlone
      ? await accountsOf(run.adAccountIds, session)
      : run.adAccountIds.map((id) => ({ id, time_zone: null }));
  const knowledge = await columnKnowledge();
  const { columns, bodies } = run;
  const most = Math.floor(MAX_CELLS / Math.max(columns.length, 1));
  const overview = new Overview({
    columns,
    knowledge,
    oneCurrency: isAlone || commonCurrency(accounts) !== null,
    rows: isPage ? Math.min(Math.max(most, MIN_ROWS), MAX_ROWS) : 0,
  });
  const schema = await requestSchema(run.key);
  const { granularity } = Object(bodies[0]) as { readonly granularity?: unknown };
  const facts = {
    accounts,
    days: daysOf(spanOf(bodies)),
    granularity: typeof granularity === "string" ? granularity : null,
    details: [...zonesOf(run, schema, accounts), ...detailsOf(run, schema)],
    leftOut: run.leftOut,
    requests: bodies,
    call: run.key,
    description: schema.description ?? "",
    knowledge,
  };
  return { overview, facts };
}

/**
 * Prints the overview at the end of a run to stderr. Prints nothing if `shown` is null, `quiet` is
 * set, or `isLive` is false for stderr.
 */
export function printShownRun(shown: ShownRun | null, quiet: boolean, io: Io): void {
  if (shown === null || quiet || !isLive(io.stderr, io.env)) return;
  const width = screenWidth(io.stderr);
  io.stderr.write(fittedLines(overviewText(shown.overview, { ...shown.facts, width }), width));
}

/**
 * Loads what is known about the columns of all reports. `facts` contains the kind of each column's
 * values, and `labels` contains each column's name in Ads Manager.
 */
export async function columnKnowledge(): Promise<ColumnKnowledge> {
  const { reportColumns, mmmReportColumns, conversionProductReportColumns, columnLabels } =
    await loadData();
  const facts = { ...reportColumns, ...mmmReportColumns, ...conversionProductReportColumns };
  return { facts, labels: columnLabels };
}

type KnownAccount = PageAccount & { readonly time_zone: string | null };

/** The accounts in the order of `ids`. Accounts that Pinterest does not list have only an id. */
async function accountsOf(
  ids: readonly string[],
  { client, signal }: Session,
): Promise<readonly KnownAccount[]> {
  const { all } = await adAccountsOf(client, signal).catch((error: unknown) => {
    // A page that lacks the accounts' names and currencies is better than no page.
    if (signal.aborted) throw error;
    return { all: [] };
  });
  const byId = new Map(all.map((account) => [account.id, account]));
  return ids.map((id) => {
    const { name, currency, time_zone } = byId.get(id) ?? {};
    return {
      id,
      name: textIn(name),
      currency: textIn(currency),
      time_zone: textIn(time_zone) ?? null,
    };
  });
}

/** The value if it is a string that is not empty; otherwise undefined. */
function textIn(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The first and last day in all bodies, as `start_date` and `end_date`. */
function spanOf(bodies: readonly unknown[]): object {
  const days = (name: string): readonly string[] =>
    bodies.flatMap((body) => textIn((Object(body) as Record<string, unknown>)[name]) ?? []).sort();
  return { start_date: days("start_date")[0], end_date: days("end_date").at(-1) };
}

const WINDOWS = [
  ["click_window_days", "after a click"],
  ["engagement_window_days", "after an engagement"],
  ["view_window_days", "after a view"],
] as const;

/** The parts of a request's JSON Schema that a page shows. */
interface RequestSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, { readonly default?: unknown }>>;
}

/** The JSON Schema of a report's request; empty if there is none. */
async function requestSchema(key: string): Promise<RequestSchema> {
  const data: Readonly<Record<string, unknown>> = await loadData();
  return Object(data[`${key}JsonSchema`]);
}

/** The time zone of the days, and the accounts' time zones if any of them is different. */
function zonesOf(
  { bodies: [body] }: RequestedRun,
  { properties = {} }: RequestSchema,
  accounts: readonly KnownAccount[],
): readonly (readonly [string, string])[] {
  // Only reports with a reporting_timezone say which time zone their days are in.
  const isKnown = body !== undefined && Object.hasOwn(properties, "reporting_timezone");
  const ofDays = isKnown ? timeZoneOf(Object(body), accounts) : "";
  const ofAccounts = [...new Set(accounts.flatMap(({ time_zone }) => time_zone ?? []))];
  const isShown = ofAccounts.some((zone) => !ofDays.includes(zone));
  return [
    ...(isKnown ? [["Days are in", ofDays] as const] : []),
    ...(isShown
      ? [
          [
            accounts.length > 1 ? "Accounts' time zones" : "Account's time zone",
            ofAccounts.join(", "),
          ] as const,
        ]
      : []),
  ];
}

/** The request's attribution settings, with Pinterest's defaults for missing fields. */
function detailsOf(
  { bodies: [body] }: RequestedRun,
  { properties = {} }: RequestSchema,
): readonly (readonly [string, string])[] {
  if (body === undefined) return [];
  const attributeOf = (name: string): { readonly value: unknown; readonly mark: string } => {
    const given = (body as Readonly<Record<string, unknown>>)[name];
    const mark = given === undefined ? " (default)" : "";
    return { value: given ?? properties[name]?.default, mark };
  };
  const windows = WINDOWS.flatMap(([name, after]) => {
    const { value, mark } = attributeOf(name);
    return typeof value === "number" ? [`${pluralize(value, "day")} ${after}${mark}`] : [];
  });
  const time = attributeOf("conversion_report_time");
  return [
    ...(windows.length === 0 ? [] : [["Attribution windows", windows.join(", ")] as const]),
    ...(time.value === undefined
      ? []
      : [["Conversions count at", `${time.value}${time.mark}`] as const]),
  ];
}
