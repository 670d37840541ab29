import { loadData } from "../../../modules.js";
import { accountsFrom, type Context, today } from "../context.js";
import { withMemory } from "../duckdb.js";
import type { Account, TableFacts } from "../folder.js";
import { type Made, makeReport } from "../make-report.js";
import { type Asked, ask, type Body, requireRequests } from "../question.js";
import { runSql } from "../run-sql.js";
import { columnsOf, loadInto, quoted, type Table } from "../tables.js";
import {
  ANY_OBJECT,
  BODY,
  type Call,
  COUNT,
  DATA_NOTE,
  listOf,
  objectSchema,
  Refused,
  TEXT,
  type Tool,
} from "../tool.js";
import { attributionOf, mayChangeFrom, timeZoneOf } from "../windows.js";

const FIRST_ROWS = 5;
const WAIT_SECONDS = 50;
const LONGEST_WAIT_SECONDS = 3_600;
const CONCURRENCY = 4;

/**
 * Creates the tool that makes a table with the rows of one or more accounts. It checks and plans
 * the body, and makes or reuses the reports. If the reports are not ready after `wait_seconds`
 * (default: 50), it returns the status `pending`. It throws `Refused` for an invalid body, an
 * unknown account, or more than `maxReports` reports.
 */
export function reportTool(context: Context): Tool {
  return {
    name: "report",
    title: "Make a report",
    description:
      "Makes a table of ad performance for one or more accounts. Checks the body, splits long ranges, requests the reports, waits, and stores all rows for the query tool. Repeating a call reuses or continues the same report, even after an interruption. Returns columns, totals, first rows, and which days may still change. If status is pending, call again with the same arguments.",
    input: objectSchema(
      {
        accounts: { ...listOf(TEXT), description: "Ids or exact names" },
        body: BODY,
        fresh: {
          type: "boolean",
          description: "Reload days that may have changed since the last report",
        },
        recreate_unknown: {
          type: "boolean",
          description: "Set this only if an error tells you to",
        },
        wait_seconds: {
          ...{ ...COUNT, minimum: 0, maximum: LONGEST_WAIT_SECONDS },
          description: `Default: ${WAIT_SECONDS}`,
        },
      },
      ["fresh", "recreate_unknown", "wait_seconds"],
    ),
    output: objectSchema(
      {
        status: { enum: ["ready", "pending"] },
        message: TEXT,
        table: TEXT,
        row_count: COUNT,
        columns: listOf(objectSchema({ name: TEXT, type: TEXT, unit: TEXT }, ["unit"])),
        totals: listOf(ANY_OBJECT),
        first_rows: listOf(ANY_OBJECT),
        accounts: listOf(ANY_OBJECT),
        requests: listOf(ANY_OBJECT),
        attribution: ANY_OBJECT,
        time_zone: TEXT,
        may_change_from: { type: ["string", "null"] },
        dropped: listOf(TEXT),
        notes: listOf(TEXT),
      },
      [
        "table",
        "row_count",
        "columns",
        "totals",
        "first_rows",
        "accounts",
        "requests",
        "attribution",
        "time_zone",
        "may_change_from",
        "dropped",
        "notes",
      ],
    ),
    async run(args, call) {
      const { fresh = false, recreate_unknown = false, wait_seconds = WAIT_SECONDS } = args;
      const body = args.body as Body;
      const asked = await ask(body, today(context));
      requireRequests(asked);
      const accounts = await accountsFrom(context, args.accounts as string[], call.signal);
      const count = accounts.length * asked.requests.length;
      if (count > context.maxReports)
        throw new Refused(
          `this needs ${count} reports, but a call can make at most ${context.maxReports}: pass fewer accounts or a shorter range`,
        );
      const wanted = accounts.flatMap((account) =>
        asked.requests.map((request) => ({
          ...{ account, body: request, fresh: fresh === true },
          recreateUnknown: recreate_unknown === true,
        })),
      );
      const made = await makeAll(context, wanted, call, Number(wait_seconds) * 1_000);
      if (made === null)
        return {
          status: "pending",
          message:
            "Pinterest is still generating the data. Call the report tool again with the same arguments to continue: nothing is requested twice.",
        };
      return answer(context, { body, asked, accounts, made });
    },
  };
}

/**
 * Makes all reports. Resolves to null if they are not ready after `waitMs`, but waits longer while
 * a download is in progress.
 */
async function makeAll(
  context: Context,
  wanted: readonly Parameters<typeof makeReport>[1][],
  { signal, progress }: Call,
  waitMs: number,
): Promise<readonly Made[] | null> {
  const stop = new AbortController();
  const stopped = new Error("not ready in time");
  const steps = new Map<number, string>();
  const isReading = (): boolean =>
    [...steps.values()].some((step) => step === "downloading" || step === "rows");
  const timer = setTimeout(function check() {
    if (isReading()) timer.refresh();
    else stop.abort(stopped);
  }, waitMs);
  const onCancel = (): void => stop.abort(signal.reason);
  signal.addEventListener("abort", onCancel, { once: true });
  if (signal.aborted) onCancel();
  const made: Made[] = [];
  let [next, done] = [0, 0];
  const work = async (): Promise<void> => {
    for (let at = next++; at < wanted.length; at = next++) {
      const report = wanted[at];
      if (report === undefined) return;
      made[at] = await makeReport(context, report, {
        signal: stop.signal,
        onStep: (step) => {
          steps.set(at, step);
          progress(done, wanted.length, `${report.account.id}: ${step}`);
        },
      });
      steps.delete(at);
      progress(++done, wanted.length, `${report.account.id}: ready`);
    }
  };
  try {
    const workers = Array.from({ length: Math.min(CONCURRENCY, wanted.length) }, work);
    const [failed] = (await Promise.allSettled(workers)).filter(
      (outcome) => outcome.status === "rejected",
    );
    if (failed === undefined) return made;
    if (failed.reason === stopped) return null;
    throw failed.reason;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onCancel);
  }
}

interface Finished {
  readonly body: Body;
  readonly asked: Asked;
  readonly accounts: readonly Account[];
  readonly made: readonly Made[];
}

/** Stores the table, and describes it for the agent. */
async function answer(
  context: Context,
  { body, asked, accounts, made }: Finished,
): Promise<object> {
  const reports = made.map(({ facts }) => facts);
  const ids = reports.map(({ id }) => id);
  const facts: TableFacts = { version: 1, name: await tableName(body, ids), body, reports: ids };
  await context.folder.writeTable(facts);
  const columns = await columnsOf(body);
  const data = await loadData();
  const figures = await figuresOf(context, { facts, reports }, columns);
  const open = made.flatMap(({ facts: { body: request, made_at } }) => {
    const from = mayChangeFrom(request, made_at.slice(0, "2026-01-01".length), data);
    return from === null ? [] : [from];
  });
  return {
    status: "ready",
    message: `Query the table ${facts.name} with SQL. ${DATA_NOTE}`,
    table: facts.name,
    columns: columns.map(({ name, type, unit }) => ({
      name,
      type,
      ...(unit !== null && { unit }),
    })),
    ...figures,
    accounts,
    requests: made.map(({ facts: { account, body: request, made_at }, reused }) => ({
      ad_account_id: account.id,
      body: request,
      made_at,
      reused,
    })),
    attribution: attributionOf(body, data),
    time_zone: timeZoneOf(body, accounts),
    may_change_from: open.sort()[0] ?? null,
    dropped: asked.dropped,
    notes: [
      "A day or entity without a row had no activity.",
      ...asked.notes,
      ...asked.faults.map(({ path, message, fix }) => `${path} ${message}. Fix: ${fix}`),
    ],
  };
}

/** A table name that depends only on the reports. */
async function tableName(body: Body, ids: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(ids.join(" "));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = [...digest.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${body.level ?? "rows"}_${body.granularity}_${hex}`.toLowerCase().replace(/\W/g, "_");
}

/** The number of rows, the sums of additive columns for each account, and the first rows. */
function figuresOf(
  context: Context,
  table: Table,
  columns: Awaited<ReturnType<typeof columnsOf>>,
): Promise<{
  readonly row_count: number;
  readonly totals: readonly object[];
  readonly first_rows: readonly object[];
}> {
  const sums = columns.flatMap(({ name, adds }) =>
    adds ? [`sum(${quoted(name)}) AS ${quoted(name)}`] : [],
  );
  const name = quoted(table.facts.name);
  const caps = { rows: context.maxReports, characters: 20_000 };
  return withMemory(new AbortController().signal, async (memory) => {
    await loadInto(memory, context, [table]);
    const select = `SELECT ${["ad_account_id", "currency", ...sums].join(", ")} FROM ${name}`;
    const totals = await runSql(memory, `${select} GROUP BY ALL ORDER BY ALL`, caps);
    const first = await runSql(memory, `FROM ${name} LIMIT ${FIRST_ROWS}`, caps);
    return {
      row_count: table.reports.reduce((sum, { rows }) => sum + rows, 0),
      totals: sums.length === 0 ? [] : objects(totals),
      first_rows: objects(first),
    };
  });
}

/** Rows as objects, keyed by column name. */
function objects({ columns, rows }: Awaited<ReturnType<typeof runSql>>): readonly object[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at]])));
}
