import { sanitize } from "../../../generator/print.js";
import { knownColumns } from "../../../runtime/rows/columns.js";
import type { Row } from "../../../runtime/writers/row.js";
import { daysOf } from "../../dates.js";
import { loadClient, type ReportItem } from "../../modules.js";
import { DEFAULT_REPORT } from "../../requests.js";
import {
  type Body,
  type Client,
  type ClientModule,
  type Handle,
  type Session,
  type SessionOptions,
  withClient,
} from "../../session.js";
import { folderOf } from "../../terminal/destination.js";
import { EXIT, isTemporary } from "../../terminal/exit-codes.js";
import { clockOf, type Io } from "../../terminal/io.js";
import { shellCommand } from "../../terminal/shell-command.js";
import { isComplete, RunJournal } from "./journal.js";
import { type Output, type ShownRun, writeStored } from "./output.js";
import {
  countWithNoun,
  createManyProgress,
  failureLine,
  type ManyProgress,
  totalsText,
} from "./progress.js";
import { type RowFile, RowStore, shortKey } from "./row-store.js";
import { printShownRun, type RequestedRun, shownRunFor } from "./shown-run.js";
import { exactOption, isExact, type NewReport, zeroFillOption } from "./single-report.js";
import { type AllowedFailures, type SummaryFile, withSummary } from "./summary.js";

/** A failed request and the reason. */
export interface Failure {
  readonly task: Task;
  readonly error: unknown;
  readonly why: string;
  /** Whether the report may have been created despite the error. */
  readonly unknown: boolean;
  /**
   * Set if the run's deadline passed before the report was ready. Describes the API's outage at
   * that time (`no response` or an error), or is empty if there was none. Null for any other
   * failure.
   */
  readonly givenUp: string | null;
}

/** The facts about a run that failure messages need. */
export interface RunFacts {
  readonly accounts: number;
  readonly spans: number;
  readonly journal: string | undefined;
  readonly allowFailed?: AllowedFailures | undefined;
}

/**
 * Describes the failure of a task. `givenUp` is set if the run's deadline passed. Throws a
 * `TypeError` if `error` is null or undefined.
 */
function failureOf(task: Task, error: unknown): Failure {
  const { code, reason } = error as { readonly code?: unknown; readonly reason?: unknown };
  const givenUp = code !== "run_deadline" ? null : typeof reason === "string" ? reason : "";
  return {
    task,
    error,
    why: errorText(error),
    unknown: code === "create_outcome_unknown",
    givenUp,
  };
}

/**
 * The message of an error or other thrown value, safe to print on one line. Control characters
 * become `\u` escapes.
 */
function errorText(error: unknown): string {
  return sanitize(error instanceof Error ? error.message : String(error));
}

/**
 * A line for each failed request. If the run requests several date ranges, the line includes the
 * request's range. Empty if there are no failures, or if `progress` printed each failure as it
 * occurred.
 */
function failureLines(
  failures: readonly Failure[],
  { spans }: RunFacts,
  { printsFailures }: ManyProgress,
): string {
  return printsFailures
    ? ""
    : failures.map(({ task, why }) => failureLine(task, why, spans > 1)).join("");
}

/**
 * The error message for a run with failures, or a warning if the failures are allowed. Says how
 * many accounts and reports failed, how many were unfinished when the run's time limit was reached,
 * what was written, and what to do. `completed` is the number of completed requests. `failures`
 * must not be empty.
 */
function failureSummary(failures: readonly Failure[], facts: RunFacts, completed: number): string {
  const { accounts, spans } = facts;
  const count = new Set(failures.map(({ task }) => task.adAccountId)).size;
  const reports =
    spans > 1 ? `, ${failures.length} of ${countWithNoun(accounts * spans, "report")}` : "";
  const writtenText =
    completed === 0 ? "Nothing was written." : "The rows of the other reports were written.";
  const isAllowed = areAllowed(failures, facts, completed);
  const fixes = isAllowed ? [] : fixesOf(failures, facts);
  const late = failures.filter(({ givenUp }) => givenUp !== null);
  const why = late.find(({ givenUp }) => givenUp !== "")?.givenUp ?? null;
  const out =
    why === null
      ? ""
      : why === "no response"
        ? ", because Pinterest was not responding"
        : `, because Pinterest was responding with ${sanitize(why)}`;
  const waits = late.length === 1 ? "1 report was" : `${countWithNoun(late.length, "report")} were`;
  const gaveUp =
    late.length === 0 ? "" : ` ${waits} not finished when the run's time limit was reached${out}.`;
  const severity = isAllowed ? "warning" : "error";
  const allowedText = isAllowed ? `, which --allow-failed ${facts.allowFailed?.text} allows` : "";
  return `${severity}  ${count} of ${countWithNoun(accounts, "account")} failed${reports}${allowedText}.${gaveUp} ${writtenText}\n${fixes.map((fix) => `  fix  ${fix}\n`).join("")}`;
}

/**
 * Whether the run counts as done despite these failures. Never if every request failed, because
 * then no output is written. `completed` is the number of completed requests.
 */
function areAllowed(
  failures: readonly Failure[],
  { allowFailed }: RunFacts,
  completed: number,
): boolean {
  if (failures.length === 0) return true;
  return (
    completed > 0 &&
    allowFailed?.allows(new Set(failures.map(({ task }) => task.adAccountId))) === true
  );
}

/** The number of created reports, as a clause. */
function wereCreated(count: number): string {
  return count === 1 ? "1 report was created" : `${countWithNoun(count, "report")} were created`;
}

/** What to do about the failures, in sentences. */
function fixesOf(failures: readonly Failure[], { journal }: RunFacts): readonly string[] {
  const unknown = failures.filter((failure) => failure.unknown).length;
  const known = failures.length - unknown;
  if (journal === undefined) {
    const second =
      unknown > 0
        ? ` It is unknown whether ${wereCreated(unknown)}: running the same command again may create a duplicate.`
        : "";
    return [`With --journal FILE, the same command would only retry what failed.${second}`];
  }
  return [
    ...(known > 0
      ? [
          `Run the same command again to retry only ${unknown > 0 ? countWithNoun(known, "report") : "what failed"}.`,
        ]
      : []),
    ...(unknown > 0
      ? [
          `It is unknown whether ${wereCreated(unknown)}: with --recreate-unknown, the same command creates ${unknown === 1 ? "it" : "them"}, possibly a second time.`,
        ]
      : []),
    keptText(journal),
  ];
}

/** Says which files a run with a journal leaves behind, and which command removes them. */
function keptText(journal: string): string {
  return `${journal} and ${journal}.rows are kept for this. To remove them, run \`${finishCommand(journal)}\`.`;
}

/** The command that removes a journal and its rows. */
function finishCommand(journal: string): string {
  return shellCommand(["pinterest-reports", "run", "--journal", journal, "--finish"]);
}

/** The requests in a run, and where to store their rows and failures. */
export interface CollectOptions
  extends Pick<ManyOptions, "report" | "withAccountColumn" | "zeroFill"> {
  readonly output: Output;
  readonly io: Pick<Io, "clock">;
  readonly tasks: readonly Task[];
  readonly store: RowStore;
  readonly journal: RunJournal | null;
  readonly progress: ManyProgress;
  readonly recreateUnknown: boolean;
  readonly concurrency?: number | undefined;
  readonly runDeadlineMs?: number | undefined;
  /** The failures so far. The list is up to date even if the run is stopped. */
  readonly failures: Failure[];
  /** The handles of the completed reports. */
  readonly handles: Handle[];
}

/**
 * Requests the reports of all tasks and stores their rows in `store`. The rows of each request are
 * stored completely or not at all. Adds to `failures` and `handles`. Skips a request whose rows an
 * earlier run stored. Requests an earlier run's report once more if that report failed or its rows
 * were removed. Does not reject if a report fails. Rejects if `signal` aborts, and for disk or
 * journal errors.
 */
async function collect(
  client: Client,
  collecting: CollectOptions,
  signal: AbortSignal,
): Promise<void> {
  const clock = clockOf(collecting.io);
  const end = clock.now() + (collecting.runDeadlineMs ?? Number.POSITIVE_INFINITY);
  const retried = await collectOnce(client, collecting, signal);
  // A report that an earlier run created may have failed on Pinterest's side. Such a report is
  // requested only once more, because another failure may be permanent.
  if (retried.length === 0) return;
  const runDeadlineMs = collecting.runDeadlineMs && Math.max(end - clock.now(), 1);
  await collectOnce(client, { ...collecting, tasks: retried, last: true, runDeadlineMs }, signal);
}

interface PassOptions extends CollectOptions {
  /** Whether this is the last pass, after which nothing is requested again. */
  readonly last?: boolean;
}

/** Processes the requests once; returns the ones to send again. */
async function collectOnce(
  client: Client,
  collecting: PassOptions,
  signal: AbortSignal,
): Promise<readonly Task[]> {
  const { tasks, journal, progress, recreateUnknown, concurrency, runDeadlineMs } = collecting;
  const options = {
    ...zeroFillOption(collecting.zeroFill),
    ...(await exactOption(collecting.output.format)),
    ...(journal !== null && { journal: storeOf(journal) }),
    ...(concurrency !== undefined && { concurrency }),
    ...(runDeadlineMs !== undefined && { runDeadlineMs }),
  };
  const items = client[collecting.report.key].runAll(tasks, {
    signal,
    recreate: true,
    recreateUnknown,
    onProgress: progress.onProgress,
    ...options,
  });
  const files = new OpenRowFiles(collecting.store);
  const retried: Task[] = [];
  try {
    for await (const item of collecting.withAccountColumn ? ofOneAccount(items, journal) : items) {
      const { request } = item;
      if (item.type === "row")
        await (files.open(request) ?? (await files.begin(request))).add(item.row as Row);
      // The journal records `done` when the next item is requested, so the rows must be stored by
      // then.
      else if (item.type === "done")
        await (files.open(request) ?? (await files.begin(request))).keep();
      else if (item.type === "failed") await files.open(request)?.drop();
      if (item.type !== "row") files.end(request);
      if (item.type === "done") {
        collecting.handles.push(item.handle);
        progress.done(request, item.rows);
      } else if (item.type === "skipped" || item.type === "failed") {
        if (await recordEnd(item, collecting)) retried.push(request);
      }
    }
  } finally {
    // Also waits after an abort, because requests in progress may still be recorded.
    await items.return(undefined).catch(() => {});
    await files.drop();
  }
  return retried;
}

type Item = ReportItem<Task, unknown>;

/**
 * Yields the items. If a row belongs to another account, skips the rest of the row's report, which
 * then counts as failed. The journal forgets the report, so a later run requests it again.
 */
async function* ofOneAccount(
  items: AsyncIterable<Item>,
  journal: RunJournal | null,
): AsyncGenerator<Item> {
  const { DownloadError } = await loadClient();
  const rowCounts = new Map<Task, number>();
  const foreign = new Map<Task, Error>();
  for await (const item of items) {
    const { request } = item;
    const error = foreign.get(request);
    if (item.type !== "row") {
      rowCounts.delete(request);
      yield error === undefined
        ? item
        : { type: "failed", request, error, handle: undefined, rows: item.rows };
    } else if (error === undefined) {
      const rows = rowCounts.get(request) ?? 0;
      const problem = foreignAccount(item.row as Row, request);
      if (problem === null) yield item;
      else foreign.set(request, new DownloadError(`row ${rows + 1} ${problem}`, { rows }));
      rowCounts.set(request, rows + 1);
    }
  }
  for (const { key } of foreign.keys()) await journal?.forget(key);
}

type EndedRequest = { readonly request: Task; readonly rows: number } & (
  | { readonly type: "skipped" }
  | { readonly type: "failed"; readonly error: unknown }
);

/** Records the end of a request; returns whether to send it again. */
async function recordEnd(
  ended: EndedRequest,
  { store, journal, progress, failures, last = false }: PassOptions,
): Promise<boolean> {
  const { request } = ended;
  if (ended.type === "skipped" && (await store.has(request.name))) {
    progress.skipped(request, ended.rows);
    return false;
  }
  const isOver =
    ended.type === "skipped" ||
    (ended.error as { readonly code?: unknown }).code === "report_failed";
  if (isOver) await journal?.forget(request.key);
  if (isOver && !last && journal?.had(request.key)) {
    progress.requestedAgain(
      request,
      ended.type === "failed" ? errorText(ended.error) : "its rows have been removed",
    );
    return true;
  }
  const failure = failureOf(
    request,
    ended.type === "failed" ? ended.error : new Error("its rows have been removed"),
  );
  failures.push(failure);
  progress.failed(request, failure.why);
  return false;
}

/**
 * The journal as the client's store, without `close`, because the code that opened the journal
 * closes it.
 */
function storeOf(journal: RunJournal): Pick<RunJournal, "read" | "append"> {
  return { read: () => journal.read(), append: (note) => journal.append(note) };
}

/** The row files that are currently being written. */
class OpenRowFiles {
  readonly #store: RowStore;
  readonly #open = new Map<Task, RowFile>();

  constructor(store: RowStore) {
    this.#store = store;
  }

  /** The file that is open for a task; undefined if there is none. */
  open(task: Task): RowFile | undefined {
    return this.#open.get(task);
  }

  /** Opens a file for a task's rows. */
  async begin(task: Task): Promise<RowFile> {
    const file = await this.#store.write(task.name);
    this.#open.set(task, file);
    return file;
  }

  /** Forgets a task's file, which the caller has closed. */
  end(task: Task): void {
    this.#open.delete(task);
  }

  /** Closes and removes all open files. */
  async drop(): Promise<void> {
    for (const file of this.#open.values()) await file.drop();
    this.#open.clear();
  }
}

/** A request in a run: a report for one account. */
export interface Task {
  readonly adAccountId: string;
  readonly body: Body;
  /** The request's key in a journal, which is the same in every run. */
  readonly key: string;
  /** The name of the request's row file. */
  readonly name: string;
  /**
   * Identifies the options with which the rows are read, because one journal can contain rows that
   * were read with different options.
   */
  readonly tag?: string;
}

/**
 * One task for each account and body of the report `flow`. All bodies for the first account come
 * first, then all bodies for the next. `journalKey` computes each task's key; the task's name
 * contains part of the key.
 */
async function tasksOf(
  { report: { name: flow }, accounts, bodies, zeroFill }: ManyOptions,
  { format }: Output,
  journalKey: ClientModule["journalKey"],
): Promise<readonly Task[]> {
  // Rows read with different options are stored separately.
  const tags = [...(zeroFill ? [] : ["no-zero-fill"]), ...(isExact(format) ? ["exact"] : [])];
  const tag = tags.length === 0 ? {} : { tag: tags.join(" ") };
  const pairs = accounts.flatMap((adAccountId) =>
    bodies.map((body) => ({ adAccountId, body, ...tag })),
  );
  return Promise.all(
    pairs.map(async (pair) => {
      const key = await journalKey({ flow, ...pair });
      return { ...pair, key, name: `${pair.adAccountId}-${shortKey(key)}` };
    }),
  );
}

/**
 * The column with a row's account. Pinterest uses the same name, so some reports already contain
 * this column.
 */
export const ACCOUNT_COLUMN = "AD_ACCOUNT_ID";

/** The requests in a run with many reports, and the run's limits. */
export interface ManyOptions {
  /** The report's name, and its property in the client. */
  readonly report: { readonly name: string; readonly key: NewReport["key"] };
  readonly accounts: readonly string[];
  /** One body for each span of days. */
  readonly bodies: readonly Body[];
  /** Notes from the plan, such as days that it leaves out. */
  readonly notes: readonly string[];
  /** Whether to add the account column to rows. */
  readonly withAccountColumn: boolean;
  /** Whether requested numbers that are missing from a row become 0. */
  readonly zeroFill: boolean;
  readonly journal: string | undefined;
  readonly recreateUnknown: boolean;
  /** Maximum number of reports in progress at once. By default, the client decides. */
  readonly concurrency?: number | undefined;
  /** Maximum duration of the whole run, in milliseconds. */
  readonly runDeadlineMs?: number | undefined;
  /** Failures that do not make the run fail. Default: none. */
  readonly allowFailed?: AllowedFailures | undefined;
  /** Where to write the summary of the run; default: nowhere. */
  readonly summary?: SummaryFile | undefined;
  /** Whether to print only warnings and failures. */
  readonly quiet?: boolean;
}

interface Run {
  readonly io: Io;
  readonly many: ManyOptions;
  readonly facts: RunFacts;
  readonly tasks: readonly Task[];
  readonly store: RowStore;
  readonly journal: RunJournal | null;
  readonly progress: ManyProgress;
  readonly output: Output;
  readonly failures: Failure[];
  readonly handles: Handle[];
}

/**
 * Requests a report for each account and body, and writes the rows to one output. With `journal`,
 * continues the recorded run and removes its entries after success. Sends nothing if the recorded
 * run was complete, its output file is unchanged, and only its cleanup was interrupted. Each
 * failure is printed only once (on a terminal, at the end), and the rows of the other reports are
 * written. If all reports fail, nothing is written.
 *
 * Resolves to 0 if all reports succeed, or if `allowFailed` allows the failures. Resolves to 3 if
 * only some succeed. If none succeeds, resolves to 4 if the same command may succeed later,
 * otherwise to 1. If stopped by a signal, resolves to the signal's exit code. Throws `Usage` if the
 * journal or the folder for rows cannot be used, and `Problems` if the summary cannot be written.
 */
export async function runMany(
  options: SessionOptions,
  many: ManyOptions,
  output: Output,
  io: Io,
): Promise<number> {
  const module = await loadClient();
  const tasks = await tasksOf(many, output, module.journalKey);
  const keys = tasks.map(({ key }) => key);
  const journal =
    many.journal === undefined ? null : await RunJournal.open(module, many.journal, keys, io);
  let store: RowStore | undefined;
  try {
    if (journal?.completedRun && (await isComplete(journal.completedRun, keys, fileOf(output)))) {
      io.stderr.write(completedText(many.journal));
      await journal.clearEmpty();
      const { length: total } = many.accounts;
      await many.summary?.write({
        exitCode: 0,
        accounts: { total, done: total, skipped: total, failed: 0 },
        rows: 0,
        failures: [],
      });
      return 0;
    }
    store =
      journal === null
        ? await RowStore.temporary(folderOf(output.destination), io)
        : await RowStore.persistent(journal.rows);
    if (journal !== null && many.quiet !== true)
      io.stderr.write(otherRunsText(journal, many.journal));
    const progress = createManyProgress(tasks, io, many);
    const { allowFailed } = many;
    const facts = {
      accounts: many.accounts.length,
      spans: many.bodies.length,
      journal: many.journal,
      allowFailed,
    };
    return await processRun(options, {
      io,
      many,
      facts,
      tasks,
      store,
      journal,
      progress,
      output,
      failures: [],
      handles: [],
    });
  } finally {
    await journal?.close();
    if (journal === null) await store?.remove();
  }
}

/** The output's path with all links resolved; null if the output is not a file. */
function fileOf({ destination }: Output): string | null {
  return destination.kind === "file" ? destination.real : null;
}

/**
 * Collects the rows of all requests, finishes the run, and writes the summary. Resolves to the exit
 * code.
 */
async function processRun(options: SessionOptions, run: Run): Promise<number> {
  const { io, many, facts, progress, failures, journal, store } = run;
  const stopped = (): string =>
    failureLines(failures, facts, progress) + stoppedText(progress, many);
  let isWritten = true;
  let thrown: unknown;
  const failed = (error: unknown): string => {
    thrown = error;
    const lines = failureLines(failures, facts, progress);
    if (journal !== null) return lines + stoppedText(progress, many);
    return isWritten
      ? lines
      : `${lines}the received rows are in ${store.retain()}, one file per report. Delete them after use.\n`;
  };
  const work = (): Promise<number> =>
    withClient(options, { io, progress, stopped, failed }, async ({ client, signal }) => {
      await collect(client, { ...run, ...many, journal }, signal);
      progress.end();
      isWritten = false;
      return finish(run, { client, signal });
    });
  return withSummary(many.summary, work, () => {
    const { accounts: total, rows, done, skipped, failed: failedCount } = progress.totals();
    return {
      ...{ rows, error: thrown },
      accounts: { total, done, skipped, failed: failedCount },
      failures: failures.map(({ task: { adAccountId, body }, error }) => ({
        adAccountId,
        body,
        error,
      })),
    };
  });
}

/**
 * Writes the complete rows, cleans up the journal after success, and prints failures and counts.
 * Resolves to 0 if there are no failures or all failures are allowed. Otherwise, resolves to 3 if
 * any report is complete, to 4 if the same command may succeed later, or to 1.
 */
async function finish(run: Run, session: Session): Promise<number> {
  const { io, many, facts, tasks, store, journal, progress, output, failures, handles } = run;
  const failed = new Set(failures.map(({ task }) => task));
  const completed = tasks.filter((task) => !failed.has(task));
  const [{ report_format: format = "JSON", columns: requested = [] } = {}] = many.bodies;
  // All bodies request the same columns. If this run created no report, any other columns are found
  // in the stored rows. Only the body of an ad report sets the file's format.
  const isKnown = many.report.name === DEFAULT_REPORT;
  const file = handles[0] ?? { ...(isKnown && { format }), columns: requested };
  const columns = knownColumns(file);
  let shown: ShownRun | null = null;
  if (completed.length > 0) {
    const isFirst =
      many.withAccountColumn &&
      !columns.includes(ACCOUNT_COLUMN) &&
      !(await hasAccountColumn(completed, store));
    const all = isFirst ? [ACCOUNT_COLUMN, ...columns] : columns;
    const requested = { ...requestedIn(completed, run), columns: all };
    shown = await shownRunFor(requested, output, session, io);
    const rowsOptions = { columns: all, signal: session.signal, io, shown };
    await writeStored(() => rowsOf(completed, store, many.withAccountColumn), output, rowsOptions);
  }
  printShownRun(shown, many.quiet === true, io);
  if (failures.length > 0)
    io.stderr.write(
      failureLines(failures, facts, progress) + failureSummary(failures, facts, completed.length),
    );
  const isDone = areAllowed(failures, facts, completed.length);
  const names = tasks.map(({ name }) => name);
  const outdated = isDone ? await journal?.clear(names, fileOf(output)) : 0;
  if (outdated && many.quiet !== true) {
    const text = `removed ${countWithNoun(outdated, "request")} from other runs, with their rows, because they were more than 24 hours old`;
    io.stderr.write(`journal   ${many.journal}: ${text}\n`);
  }
  if (many.quiet !== true) io.stderr.write(`done      ${totalsText(progress.totals())}\n`);
  if (isDone) return EXIT.done;
  if (completed.length > 0) return EXIT.leftOut;
  return failures.every(({ error }) => isTemporary(error)) ? EXIT.tryAgain : EXIT.refused;
}

/** What an overview shows about the completed and the failed requests. */
function requestedIn(
  completed: readonly Task[],
  { many: { report, bodies, notes, quiet = false }, failures }: Run,
): Omit<RequestedRun, "columns"> {
  return {
    key: report.key,
    adAccountIds: [...new Set(completed.map(({ adAccountId }) => adAccountId))],
    bodies,
    leftOut: [
      ...notes,
      ...failures.map(({ task: { adAccountId, body }, why }) => {
        const days = bodies.length > 1 ? daysOf(body) : null;
        return `Ad account ${adAccountId}${days === null ? "" : `, ${days}`}: ${why}`;
      }),
    ],
    quiet,
  };
}

/**
 * Why a row does not belong to the request's account. Null if the row belongs to the account, or if
 * the row has no account id.
 */
function foreignAccount(row: Row, { adAccountId }: Pick<Task, "adAccountId">): string | null {
  const own = Object.hasOwn(row, ACCOUNT_COLUMN) ? row[ACCOUNT_COLUMN] : undefined;
  if (own === undefined || own === adAccountId) return null;
  return `has ${ACCOUNT_COLUMN} ${JSON.stringify(String(own).slice(0, 40))}, but the report is for ad account ${adAccountId}`;
}

/** Whether the stored reports already contain the account column. Only checks the first row. */
async function hasAccountColumn(
  tasks: readonly Pick<Task, "name">[],
  store: Pick<RowStore, "read">,
): Promise<boolean> {
  for (const { name } of tasks)
    for await (const row of store.read(name)) return Object.hasOwn(row, ACCOUNT_COLUMN);
  return false;
}

/**
 * The stored rows of the tasks, in order. With `withAccountColumn`, the account's id becomes the
 * first column of rows that have no account column. Throws a system error if a task has no stored
 * rows.
 */
export async function* rowsOf(
  tasks: readonly Pick<Task, "adAccountId" | "name">[],
  store: Pick<RowStore, "read">,
  withAccountColumn: boolean,
): AsyncGenerator<Row> {
  for (const { adAccountId, name } of tasks) {
    for await (const row of store.read(name))
      yield !withAccountColumn || Object.hasOwn(row, ACCOUNT_COLUMN)
        ? row
        : { [ACCOUNT_COLUMN]: adAccountId, ...row };
  }
}

/** The counts of a run that ended early, and how to continue it. */
function stoppedText(progress: ManyProgress, { journal }: ManyOptions): string {
  const totals = `stopped   ${totalsText(progress.totals())}\n`;
  if (journal !== undefined)
    return `${totals}Run the same command again to continue. ${keptText(journal)}\n`;
  return `${totals}Nothing was written. With --journal FILE, the same command could have continued.\n`;
}

/**
 * A message about other runs' requests in the journal; empty if there are none. It helps a user who
 * meant to continue a run but changed its days or body.
 */
function otherRunsText(
  { counts: { otherRuns, outdated, thisRun } }: RunJournal,
  named: string | undefined,
): string {
  if (otherRuns === 0) return "";
  const none = thisRun === 0 ? " and none from this run" : "";
  const fate =
    outdated === 0
      ? "they are kept"
      : "requests more than 24 hours old are removed when this run succeeds";
  return `journal   ${named} has ${countWithNoun(otherRuns, "request")} from other runs${none}; ${fate}. To remove all of them, run \`${finishCommand(named ?? "")}\`.\n`;
}

/** A message about a run that was killed after it had written all rows. */
function completedText(named: string | undefined): string {
  return `journal   ${named}: this run had finished, but was killed while it was removing its journal entries. They have now been removed. The run's rows are in the output file.\n          If you run the same command again, it creates new reports.\n`;
}
