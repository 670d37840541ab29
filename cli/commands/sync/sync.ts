import { jsonText, sanitize } from "../../../generator/print.js";
import { type Cause, type Problem, Problems } from "../../../generator/problem.js";
import { dayNumber, isoDay, utcToday } from "../../../runtime/validation/dates.js";
import { pluralize } from "../../../runtime/validation/wording.js";
import { daysFrom } from "../../dates.js";
import { loadSync, loadSyncDuckDB, loadSyncPostgres, loadSyncS3 } from "../../modules.js";
import { type Client, type SessionOptions, sessionOptionsFor, withClient } from "../../session.js";
import { EXIT, isTemporary } from "../../terminal/exit-codes.js";
import { clockOf, type Io } from "../../terminal/io.js";
import { fittedLines, isLive, type Progress, screenWidth } from "../../terminal/terminal.js";
import { usageError } from "../../terminal/usage.js";
import {
  countWithNoun,
  createManyProgress,
  failureLine,
  type ManyProgress,
  totalsText,
} from "../run/progress.js";
import { limitsFrom } from "../run/run.js";
import { columnKnowledge } from "../run/shown-run.js";
import { allowedFailures } from "../run/summary.js";
import { readConfig, type TargetConfig } from "./config.js";
import { LoadedTables, type SyncEvent } from "./loaded-tables.js";

/** Arguments of `sync`: the file, and the flags as strings. */
export interface SyncArguments {
  readonly from: string;
  readonly since?: string;
  /** Table names separated by commas. */
  readonly only?: string;
  readonly allowFailed?: string;
  readonly tokens?: string;
  readonly concurrency?: string;
  readonly deadline?: string;
  readonly giveUpAfter?: string;
  readonly rateLimit?: string;
  readonly full: boolean;
  readonly dryRun: boolean;
  readonly quiet: boolean;
  /** Whether to print the result, or the plan, as JSON. */
  readonly json: boolean;
}

type SyncOptions = Parameters<Client["report"]["sync"]>[0];
type SyncResult = Awaited<ReturnType<Client["report"]["sync"]>>;
type SyncPlan = SyncResult["plan"];
type SyncDays = SyncPlan["requests"][number];

/**
 * Loads the tables of a sync file and prints progress as `run` does. With `dryRun`, only prints the
 * plan to stdout, then resolves to 0.
 *
 * Resolves to 0 if everything was loaded, or if something was loaded and only allowed accounts
 * failed. Resolves to 3 if something was loaded but there were other failures. Resolves to 4 if
 * nothing was loaded and the same command may succeed later. Otherwise resolves to 1, for example
 * if the token has no ad account. If stopped by a signal, resolves to the signal's exit code.
 * Rejects with `Usage`, before anything is sent, for an invalid file or flag, or for tables that
 * `sync` does not support.
 */
export async function sync(args: SyncArguments, io: Io): Promise<number> {
  const { from, full, dryRun, quiet, json } = args;
  const selection = selectionFrom(args, io);
  const allowFailed =
    args.allowFailed === undefined ? undefined : allowedFailures(args.allowFailed);
  const { concurrency, deadlineMs, runDeadlineMs, rateLimits } = limitsFrom(args);
  const { target: config, options } = await readConfig(from, io);
  const session: SessionOptions = {
    ...(await sessionOptionsFor(args.tokens, io)),
    ...(rateLimits && { rateLimits }),
  };
  const progress = new SyncProgressLines(io, quiet || dryRun);
  const isShown = !quiet && !dryRun && isLive(io.stderr, io.env);
  const loaded = isShown ? await loadedTables(options) : null;
  const hooks = {
    io,
    progress,
    stopped: () => "stopped   run the same command again to continue\n",
    command: "sync" as const,
  };
  return withClient(session, hooks, async ({ client, signal }) => {
    const target = await targetFor(config);
    const loading: Promise<SyncResult> = client.report.sync({
      ...(options as Pick<SyncOptions, "tables">),
      target,
      ...selection,
      ...(concurrency !== undefined && { concurrency }),
      ...(deadlineMs !== undefined && { deadlineMs }),
      ...(runDeadlineMs !== undefined && { runDeadlineMs }),
      full,
      dryRun,
      signal,
      onProgress: (event) => {
        progress.onProgress(event);
        loaded?.add(event);
      },
      ...(loaded && { onRows: loaded.onRows }),
    });
    const result = await loading.catch((error: unknown) => {
      // The failures are printed below, with the command's own messages.
      if (isSyncError(error)) return error.result;
      throw signal.aborted ? error : targetProblem(error, config);
    });
    progress.end();
    const width = screenWidth(io.stderr);
    if (loaded !== null) io.stderr.write(fittedLines(loaded.text(width), width));
    const allows = (failed: ReadonlySet<string>): boolean =>
      result.loaded > 0 && allowFailed?.allows(failed) === true;
    if (json) io.stdout.write(`${jsonText(dryRun ? result.plan : result, 2)}\n`);
    const exit = dryRun
      ? printPlan(result.plan, io, json)
      : finished(result, {
          ...{ io, quiet, allows, printsFailures: progress.printsFailures },
          totals: () => progress.totals(),
          fix: "Run the same command again to load only what failed or may have changed.",
        });
    if (result.plan.accounts.length === 0 && result.failed.length === 0) throw noAccount();
    return exit;
  });
}

/** The tables to show at the end, with the columns requested for each. */
async function loadedTables({ tables }: Record<string, unknown>): Promise<LoadedTables> {
  const knowledge = await columnKnowledge();
  return new LoadedTables((name) => {
    const body = Object(Object(tables)[name]) as { readonly columns?: unknown };
    return { columns: Array.isArray(body.columns) ? body.columns : [], knowledge };
  });
}

/** Whether an error says that a sync failed. Such an error contains the sync's result. */
function isSyncError(error: unknown): error is { readonly result: SyncResult } {
  return (Object(error) as { readonly code?: unknown }).code === "sync_failed";
}

/**
 * Creates the error for a token without access to any ad account. It says that no tables were
 * changed.
 */
export function noAccount(): Problems {
  const problem: Problem = {
    what: "no account was loaded",
    where: "the token",
    why: "The token does not have access to any ad account.",
    fix: "`pinterest-reports doctor` shows what the token can do. The tables were not changed.",
  };
  return new Problems([problem]);
}

/**
 * Converts an error about an unusable target to `Problems`. Returns any other value unchanged.
 * `kind` is the kind of the `Problems`; default: `refused`.
 */
export function targetProblem(error: unknown, config: TargetConfig, kind?: Cause): unknown {
  const { code } = Object(error) as { readonly code?: unknown };
  if (!(error instanceof Error) || code !== "target_unavailable") return error;
  const where =
    "folder" in config
      ? config.folder
      : "duckdb" in config
        ? config.duckdb.path
        : "s3" in config
          ? `s3://${config.s3.bucket}`
          : "PostgreSQL";
  const fix =
    "Fix this problem and run the same command again. It continues where it stopped, and keeps the rows that are already loaded.";
  const what = "the tables cannot be written";
  return new Problems([{ what, where, why: error.message, fix }], kind);
}

/**
 * Creates the target that a sync file configures, but does not open it. Rejects with the
 * package's `InvalidArgumentError` for invalid options.
 */
export async function targetFor(config: TargetConfig): Promise<SyncOptions["target"]> {
  if ("folder" in config) return (await loadSync()).parquetFolder(config.folder);
  if ("duckdb" in config) return (await loadSyncDuckDB()).duckdb(config.duckdb);
  if ("s3" in config) {
    const { bucket, prefix, force_path_style: forcePathStyle = false, ...client } = config.s3;
    return (await loadSyncS3()).s3({
      bucket,
      client: { ...client, forcePathStyle },
      ...(prefix && { prefix }),
    });
  }
  return (await loadSyncPostgres()).postgres(config.postgres);
}

/**
 * The days and tables that `--since` and `--only` select. Omits a flag that is not set. `since`
 * becomes the first day; a span such as `30d` counts back from today (UTC). `only` becomes a list
 * of names, which are trimmed but not looked up. Throws `Usage` for an invalid value or an empty
 * name.
 */
export function selectionFrom(
  { since, only }: Pick<SyncArguments, "since" | "only">,
  io: Io,
): Pick<SyncOptions, "since" | "only"> {
  return {
    ...(since !== undefined && { since: firstDay(since, io) }),
    ...(only !== undefined && { only: namesIn(only) }),
  };
}

/** The first day to load. `--since` is a day, or a span before today such as `30d` or `4w`. */
function firstDay(since: string, io: Io): string {
  if (!Number.isNaN(dayNumber(since))) return since;
  const today = isoDay(utcToday(clockOf(io).date()));
  return daysFrom({ since, today }).start_date ?? today;
}

/** The names in a comma-separated list, trimmed. Throws `Usage` if one is empty. */
function namesIn(only: string): readonly string[] {
  const names = only.split(",").map((name) => name.trim());
  if (names.some((name) => name === ""))
    throw usageError("sync", `--only ${only} is not a comma-separated list of tables`);
  return names;
}

/**
 * Prints the plan to stdout, with one line for each report. With `json`, leaves this to the caller.
 * Prints notes, and the number of reports, accounts and lists, to stderr. Returns 0.
 */
function printPlan(plan: SyncPlan, io: Io, json: boolean): number {
  const lines = plan.requests.map(
    ({ adAccountId, table, from, to }) =>
      `${[adAccountId, table, from, to, daysText({ from, to })].join("  ")}\n`,
  );
  if (!json) io.stdout.write(lines.join(""));
  for (const text of [...backfillNotes(plan), ...planNotes(plan)]) io.stderr.write(`${text}\n`);
  const lists = plan.lists.length === 0 ? "" : `, ${countWithNoun(plan.lists.length, "list")}`;
  io.stderr.write(
    `${countWithNoun(plan.requests.length, "report")} for ${countWithNoun(plan.accounts.length, "account")}${lists}; no report was requested\n`,
  );
  return 0;
}

/** The number of days in a range, such as "7 days". */
function daysText({ from, to }: Pick<SyncDays, "from" | "to">): string {
  return pluralize(dayNumber(to) - dayNumber(from) + 1, "day");
}

/** Lines about the accounts and days whose rows the sync leaves unchanged. */
function planNotes({ outdated, unavailable, gone }: SyncPlan): readonly string[] {
  return [
    ...gone.map(
      (account) => `gone      ${account}: the token can no longer access it; its rows are kept`,
    ),
    ...byDays(outdated).map(
      (text) => `outdated  ${text}: loaded with a different body; --full reloads them`,
    ),
    ...byDays(unavailable).map((text) => `dropped   ${text}: Pinterest no longer has this data`),
  ];
}

/** Lines about days that are loaded again for a new column. */
function backfillNotes({ backfill }: SyncPlan): readonly string[] {
  if (backfill.length === 0) return [];
  const requests = countWithNoun(backfill.length, "additional report");
  const tables = [...new Set(backfill.map(({ table }) => table))].join(", ");
  return [`backfill  ${tables}: ${requests} for days that lack a column`];
}

/** The days of each table; accounts with the same days share a line. */
function byDays(all: readonly SyncDays[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { table, from, to } of all) {
    const key = `${table}, ${from} to ${to}, ${daysText({ from, to })}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => `${text} for ${countWithNoun(count, "account")}`);
}

interface Ending {
  readonly io: Io;
  readonly quiet: boolean;
  /** Whether each failed report was already printed when it failed. */
  readonly printsFailures: boolean;
  readonly totals: () => string;
  /** What to do about the failures. */
  readonly fix: string;
  readonly allows: (failed: ReadonlySet<string>) => boolean;
}

/**
 * Prints a sync's notes and failures to stderr, and returns its exit code. Leaves out failures that
 * were already printed. Without failures, or if all are allowed, prints the totals (not with
 * `quiet`) and returns 0. A failed entity list is never allowed, because `--allow-failed` is about
 * accounts. Otherwise prints `fix`, and returns 3 if something was loaded, 4 if all failures are
 * temporary, or 1.
 */
export function finished(
  { plan, failed, loaded }: SyncResult,
  { io, quiet, printsFailures, totals, allows, fix }: Ending,
): number {
  for (const text of planNotes(plan)) io.stderr.write(`${text}\n`);
  for (const { table, adAccountId, days, error } of failed) {
    if (days !== null && printsFailures) continue;
    const body = days === null ? undefined : { start_date: days.from, end_date: days.to };
    const why = sanitize(error.message);
    io.stderr.write(
      adAccountId === null
        ? `failed    ${table}: ${why}\n`
        : failureLine({ adAccountId, body }, `${table}: ${why}`, true),
    );
  }
  if (failed.length > 0) {
    const accounts = new Set(failed.flatMap(({ adAccountId }) => adAccountId ?? []));
    // A failed list does not belong to an account, so --allow-failed does not apply to it.
    const lists = new Set(
      failed.flatMap(({ adAccountId, table }) => (adAccountId === null ? [table] : [])),
    );
    const isAllowed = lists.size === 0 && allows(accounts);
    const allowed = isAllowed ? ", which --allow-failed allows" : "";
    const parts = [
      ...(accounts.size > 0
        ? [`${accounts.size} of ${countWithNoun(plan.accounts.length, "account")}`]
        : []),
      ...lists,
    ];
    io.stderr.write(
      `${isAllowed ? "warning" : "error"}  ${parts.join(" and ")} failed${allowed}. Their old rows were kept.\n`,
    );
    if (!isAllowed) {
      io.stderr.write(`  fix  ${fix}\n`);
      if (loaded > 0) return EXIT.leftOut;
      return failed.every(({ error }) => isTemporary(error)) ? EXIT.tryAgain : EXIT.refused;
    }
  }
  if (!quiet) io.stderr.write(`done      ${totals()}\n`);
  return 0;
}

/** Prints the progress of a sync. The reports are known only after planning. */
class SyncProgressLines implements Progress {
  readonly #io: Io;
  readonly #quiet: boolean;
  #lines: ManyProgress;
  /** Maps each of the plan's requests to the form that `run` uses. */
  #requests: ReadonlyMap<SyncDays, { readonly adAccountId: string; readonly body: object }> =
    new Map();

  constructor(io: Io, quiet: boolean) {
    this.#io = io;
    this.#quiet = quiet;
    this.#lines = createManyProgress([], io, { quiet: true });
  }

  /** Whether a failed report is printed when it fails. */
  get printsFailures(): boolean {
    return this.#lines.printsFailures;
  }

  readonly onEvent: Progress["onEvent"] = (event) => this.#lines.onEvent(event);

  /** Writes a permanent line. */
  print(text: string): void {
    this.#lines.print(text);
  }

  /** Ends the display. */
  end(): void {
    this.#lines.end();
  }

  /** The totals of all reports so far, as text. */
  totals(): string {
    return totalsText(this.#lines.totals());
  }

  /** Shows an event of the sync. The plan starts a new display. */
  onProgress(event: SyncEvent): void {
    if (event.type === "planned") {
      this.#lines.end();
      this.#requests = new Map(
        event.plan.requests.map((days) => [
          days,
          { adAccountId: days.adAccountId, body: { start_date: days.from, end_date: days.to } },
        ]),
      );
      this.#lines = createManyProgress([...this.#requests.values()], this.#io, {
        quiet: this.#quiet,
      });
      if (!this.#quiet) for (const text of backfillNotes(event.plan)) this.print(text);
      return;
    }
    if (event.type === "listed") return;
    if (event.type === "emptied") {
      const { adAccountId, table, from, to } = event.request;
      const why = "two consecutive reports had no rows, so the old rows were removed";
      const days = `${from} to ${to}, ${daysText({ from, to })}`;
      this.print(`emptied   ${adAccountId}, ${days}: ${table}: ${why}`);
      return;
    }
    const request = this.#requests.get(event.request);
    if (request === undefined) return;
    if (event.type === "loaded") this.#lines.done(request, event.rows);
    else if (event.type === "failed")
      this.#lines.failed(request, `${event.request.table}: ${sanitize(event.error.message)}`);
    else this.#lines.onProgress({ type: event.type, request, rows: event.rows });
  }
}
