import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { durationText } from "../../../runtime/validation/wording.js";
import type { Row } from "../../../runtime/writers/row.js";
import { loadClient } from "../../modules.js";
import {
  type Body,
  type Client,
  type ClientModule,
  type Handle,
  type Session,
  type SessionOptions,
  withClient,
} from "../../session.js";
import { inputName, readInput } from "../../terminal/input.js";
import { fullPath, type Io } from "../../terminal/io.js";
import { type ClientEvent, createProgress, stopwatch } from "../../terminal/terminal.js";
import { Usage } from "../../terminal/usage.js";
import { type Output, writeRows } from "./output.js";
import { countWithNoun } from "./progress.js";
import { columnKnowledge, printShownRun, shownRunFor } from "./shown-run.js";
import { type RunResult, type SummaryFile, withSummary } from "./summary.js";

// Maximum wait for the response with a report's handle after an interruption.
const RESPONSE_WAIT_MS = 10_000;

class Creation {
  #sent = false;
  #inFlight = false;
  readonly #signal: AbortSignal;

  /**
   * Aborting `signal` stops the creation: at once if no request is in flight, otherwise when the
   * response arrives, or after 10 s.
   */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Whether a request was sent, which means that Pinterest may have received it. */
  get wasSent(): boolean {
    return this.#sent;
  }

  /**
   * Creates the report and resolves to its handle. Rejects with the client's error, or with the
   * aborted signal's reason.
   */
  async create(client: Client, { key, adAccountId, body }: NewReport): Promise<Handle> {
    const stop = new AbortController();
    const abort = (): void => stop.abort(this.#signal.reason);
    let timer: NodeJS.Timeout | undefined;
    const onAbort = (): void => {
      if (this.#inFlight) timer = setTimeout(abort, RESPONSE_WAIT_MS);
      else abort();
    };
    const onEvent = (event: ClientEvent): void => {
      if (event.type === "request" && event.method === "POST" && event.path !== "/oauth/token")
        this.#sent = this.#inFlight = true;
      // Pinterest temporarily rejected the last request, so none is in flight until the next
      // attempt.
      if (event.type !== "wait") return;
      this.#inFlight = false;
      if (this.#signal.aborted) abort();
    };
    this.#signal.throwIfAborted();
    this.#signal.addEventListener("abort", onAbort, { once: true });
    try {
      // The body need not be validated here, because the client validates it before anything is
      // sent.
      return await client[key].create(adAccountId, body, { signal: stop.signal, onEvent });
    } finally {
      clearTimeout(timer);
      this.#signal.removeEventListener("abort", onAbort);
    }
  }
}

/** How to resume a report. */
export interface ResumeHint {
  /** The folder for the handle, which is the output's folder; if undefined, the working folder. */
  readonly folder: string | undefined;
  /** The file that already contains the handle. */
  readonly existingFile?: string | undefined;
  /** The whole shell command that resumes from a handle in this file. */
  readonly command: (file: string) => string;
}

/**
 * Stores the handle in a new file. Returns a message with the command that resumes the report. The
 * file is in the hint's folder or, if that fails, in the temporary folder. Only the file's owner
 * can read it. If no file can be written, the message contains the handle. With `existingFile`,
 * writes nothing and returns the command for that file. Synchronous, because the process may be
 * about to exit.
 */
function keepHandle(
  handle: Handle,
  { folder, existingFile, command }: ResumeHint,
  io: Pick<Io, "cwd">,
): string {
  if (existingFile !== undefined) return resumeText(command(existingFile));
  const json = JSON.stringify(handle);
  const name = `report-${handle.adAccountId}-${handle.createdAt.replace(/[-:.]/g, "")}`;
  let why = "";
  const names = [`${name}.handle.json`, `${name}-${crypto.randomUUID()}.handle.json`];
  for (const file of [folder ?? "", tmpdir()].flatMap((parent) =>
    names.map((base) => join(parent, base)),
  )) {
    try {
      // Never overwrites a file or follows a link.
      writeFileSync(fullPath(file, io), `${json}\n`, { mode: 0o600, flag: "wx" });
      return resumeText(command(file));
    } catch (error) {
      why ||= (error as Error).message;
    }
  }
  return `its handle cannot be stored (${why}); pass it within an hour to  ${command("-")}\n${json}\n`;
}

/** A line with the command that resumes a report. */
function resumeText(command: string): string {
  return `resume it within an hour with  ${command}\n`;
}

/**
 * Reads a stored handle from a file, or from stdin for `-`. Does not validate the handle. Rejects
 * with `Usage` if the file or stdin cannot be read or is not JSON.
 */
export async function readHandle(from: string, io: Io): Promise<Handle> {
  const text = await readInput(from, "the handle", io);
  try {
    return JSON.parse(text);
  } catch {
    throw new Usage(
      `${inputName(from)} is not a report handle`,
      "Pass the handle file of a stopped run.",
    );
  }
}

/** A report to create. `key` names the kind of report in the client. */
export interface NewReport {
  readonly key: "report";
  readonly adAccountId: string;
  readonly body: Body;
}

/** A report to create, or the handle of an existing one. */
export type Report = NewReport | { readonly key: NewReport["key"]; readonly handle: Handle };

/** A report to run, with its output and options. */
export interface SingleRun {
  readonly report: Report;
  readonly output: Output;
  readonly resumeHint: ResumeHint;
  /** Notes from the plan, such as days that it leaves out. */
  readonly notes: readonly string[];
  /** Whether requested numbers that are missing from a row become 0. */
  readonly zeroFill: boolean;
  /** Maximum total duration, in milliseconds. */
  readonly runDeadlineMs: number | undefined;
  /** Where to write the summary of the run; default: nowhere. */
  readonly summary?: SummaryFile | undefined;
  /** Whether to print only warnings and failures. */
  readonly quiet?: boolean;
}

/**
 * The client's `zeroFill` option: false, or omitted if `zeroFill` is true. An explicit true would
 * cause an error for a file that cannot be zero-filled.
 */
export function zeroFillOption(zeroFill: boolean): { readonly zeroFill?: false } {
  return zeroFill ? {} : { zeroFill };
}

/** Whether this format keeps amounts of money as exact decimals: true for Parquet and HTML. */
export function isExact(format: string): boolean {
  return format === "parquet" || format === "html";
}

/** The client's `exact` option: all money columns for Parquet and HTML, otherwise unset. */
export async function exactOption(format: string): Promise<{ readonly exact?: readonly string[] }> {
  if (!isExact(format)) return {};
  const { facts } = await columnKnowledge();
  const money = Object.entries(facts).filter(([, { value }]) => /money$/.test(value));
  return { exact: money.map(([name]) => name) };
}

/**
 * Creates a report, or continues one from its handle, and writes the report's rows. If the run
 * stops or fails while the report can still be read, stores the handle and prints the command that
 * resumes the report. The handle is stored in the output's folder or, if that fails, in the
 * temporary folder. Resolves to 0, to 4 if the same command may succeed later, or to 1 after any
 * other error. If stopped by a signal, resolves to the signal's exit code. Throws `Usage` for an
 * invalid argument, and `Problems` if the summary cannot be written.
 */
export async function runOne(options: SessionOptions, single: SingleRun, io: Io): Promise<number> {
  const { report, output, resumeHint, zeroFill, runDeadlineMs, summary, quiet = false } = single;
  const module = await loadClient();
  const progress = createProgress(io, { quiet });
  const elapsed = stopwatch(io);
  let rowCount = 0;
  let thrown: unknown;
  let handle = "handle" in report ? report.handle : undefined;
  let creation: Creation | undefined;
  const stopped = (): string => {
    if (handle !== undefined)
      return `stopped; Pinterest continues to generate the report.\n${keepHandle(handle, resumeHint, io)}`;
    const noResponse = creation?.wasSent === true;
    return noResponse
      ? "stopped before Pinterest responded: a report may have been created\n"
      : "stopped before a report was created\n";
  };
  const failed = (error: unknown): string => {
    thrown = error;
    const isOver = (error as { readonly code?: unknown }).code === "report_failed";
    return handle === undefined || isOver ? "" : keepHandle(handle, resumeHint, io);
  };
  const countRows = async function* (read: AsyncIterable<Row>): AsyncGenerator<Row> {
    for await (const row of read) {
      rowCount++;
      yield row;
    }
  };
  const work = async (session: Session): Promise<number> => {
    const { client } = session;
    const runTimeout = runDeadlineMs === undefined ? undefined : AbortSignal.timeout(runDeadlineMs);
    const signal =
      runTimeout === undefined ? session.signal : AbortSignal.any([session.signal, runTimeout]);
    let state: DeadlineFacts["state"] = "waiting";
    try {
      if ("body" in report) {
        creation = new Creation(signal);
        handle = await creation.create(client, report);
      }
      if (handle === undefined) return 1;
      state = "created";
      const finished = await client[report.key].resume<Row>(handle, { signal });
      if (output.destination.kind !== "file") progress.end();
      state = "reading";
      const exact = await exactOption(output.format);
      const rows = finished.rows({ signal, ...zeroFillOption(zeroFill), ...exact });
      const { columns } = rows;
      const requested = {
        key: report.key,
        adAccountIds: [handle.adAccountId],
        bodies: "body" in report ? [report.body] : [],
        leftOut: single.notes,
      };
      const shown = await shownRunFor(
        { ...requested, columns, quiet },
        output,
        { client, signal },
        io,
      );
      await writeRows(countRows(rows), output, { columns, signal, io, shown });
      progress.end();
      printShownRun(shown, quiet, io);
      if (!quiet)
        io.stderr.write(
          `done      ${countWithNoun(rowCount, "row")}, ${durationText(elapsed())}\n`,
        );
      return 0;
    } catch (error) {
      if (runDeadlineMs === undefined || session.signal.aborted || runTimeout?.aborted !== true)
        throw error;
      const isUnconfirmed = handle === undefined && creation?.wasSent === true;
      throw new module.RunDeadlineError({
        ms: runDeadlineMs,
        state: isUnconfirmed ? "sent" : state,
      });
    }
  };
  const resultOf = (exitCode: number): Omit<RunResult, "exitCode"> => {
    const { adAccountId } = "handle" in report ? report.handle : report;
    const failures =
      thrown === undefined
        ? []
        : [{ adAccountId, body: "body" in report ? report.body : undefined, error: thrown }];
    const accounts = {
      total: 1,
      done: exitCode === 0 ? 1 : 0,
      skipped: 0,
      failed: failures.length,
    };
    return { accounts, rows: exitCode === 0 ? rowCount : 0, failures };
  };
  return withSummary(
    summary,
    () => withClient(options, { io, progress, stopped, failed }, work),
    resultOf,
  );
}

type DeadlineFacts = ConstructorParameters<ClientModule["RunDeadlineError"]>[0];
