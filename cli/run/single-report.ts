import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inputName, readInput } from "../input.js";
import { loadClient } from "../modules.js";
import type { Row } from "../row.js";
import { type Access, type Body, type Client, type Entry, type Handle, withClient } from "../session.js";
import { type ClientEvent, progress } from "../terminal.js";
import { Usage } from "../usage.js";
import { type Output, writeRows } from "./output.js";

// So long an answer is waited for that would bring a report's handle.
const PATIENCE_MS = 10_000;

/** A report that is being asked for. */
export class Creation {
  #asked = false;
  #open = false;
  readonly #signal: AbortSignal;

  /** Stops at the signal: at once where nothing is under way, else when the answer is there, or long overdue. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Whether Pinterest has perhaps heard of it. */
  get asked(): boolean {
    return this.#asked;
  }

  async create(client: Client, { adAccountId, body }: { readonly adAccountId: string; readonly body: Body }): Promise<Handle> {
    const stop = new AbortController();
    const end = (): void => stop.abort(this.#signal.reason);
    let timer: NodeJS.Timeout | undefined;
    const hear = (): void => {
      if (this.#open) timer = setTimeout(end, PATIENCE_MS);
      else end();
    };
    const onEvent = (event: ClientEvent): void => {
      if (event.type === "request" && event.path.endsWith("/reports")) this.#asked = this.#open = true;
      // It was refused for now: nobody answers before it is asked again.
      if (event.type !== "wait") return;
      this.#open = false;
      if (this.#signal.aborted) end();
    };
    this.#signal.throwIfAborted();
    this.#signal.addEventListener("abort", hear, { once: true });
    try {
      // The client validates the body before anything is sent, so that it needs no shape before.
      return await client.report.create(adAccountId, body, { signal: stop.signal, onEvent });
    } finally {
      clearTimeout(timer);
      this.#signal.removeEventListener("abort", hear);
    }
  }
}

/** How a report is taken up again. */
export interface ResumeHint {
  /** Where the handle is kept: beside the output, or here. */
  readonly folder: string | undefined;
  /** The file that has it already. */
  readonly kept?: string | undefined;
  /** The whole command for a handle in this file, for a shell. */
  readonly command: (file: string) => string;
}

/**
 * Writes the handle to a file of its own, which only its owner may read, and says how to go on; where it cannot, it is shown. All at once: the
 * process may be about to end.
 */
export function keepHandle(handle: Handle, { folder, kept, command }: ResumeHint): string {
  if (kept !== undefined) return resumeWords(command(kept));
  const json = JSON.stringify(handle);
  const name = `report-${handle.adAccountId}-${handle.createdAt.replace(/[-:.]/g, "")}`;
  let why = "";
  const names = [`${name}.handle.json`, `${name}-${crypto.randomUUID()}.handle.json`];
  for (const file of [folder ?? "", tmpdir()].flatMap((one) => names.map((each) => join(one, each)))) {
    try {
      // Never into what stands there, or through a link.
      writeFileSync(file, `${json}\n`, { mode: 0o600, flag: "wx" });
      return resumeWords(command(file));
    } catch (error) {
      why ||= (error as Error).message;
    }
  }
  return `its handle cannot be kept (${why}); give it within the hour to  ${command("-")}\n${json}\n`;
}

function resumeWords(command: string): string {
  return `resume it within the hour with  ${command}\n`;
}

/** A handle that was kept, not yet checked. */
export async function readHandle(from: string): Promise<Handle> {
  const text = await readInput(from, "the handle");
  try {
    return JSON.parse(text);
  } catch {
    throw new Usage(`${inputName(from)} is not a report handle`, "Give the file that a stopped run has named.");
  }
}

/** A report to make, or one that is being made already. */
export type Report = { readonly adAccountId: string; readonly body: Body } | { readonly handle: Handle };

export interface SingleRun {
  readonly report: Report;
  readonly output: Output;
  readonly takingUp: ResumeHint;
  /** How long all of it may take. */
  readonly runDeadlineMs: number | undefined;
}

/** Carries one report from create, or from its handle, to its rows. Where it breaks off and the report may still be read, a handle stays. */
export async function runOne(access: Access, { report, output, takingUp, runDeadlineMs }: SingleRun): Promise<number> {
  const entry = await loadClient();
  const shown = progress();
  let handle = "handle" in report ? report.handle : undefined;
  let creation: Creation | undefined;
  const stopped = (): string => {
    if (handle !== undefined) return `stopped; the report goes on being made.\n${keepHandle(handle, takingUp)}`;
    const unheard = creation?.asked === true;
    return unheard ? "stopped before Pinterest had answered, so a report may have been created\n" : "stopped before a report was created\n";
  };
  const failed = (error: unknown): string => {
    const isOver = (error as { readonly code?: unknown }).code === "report_failed";
    return handle === undefined || isOver ? "" : keepHandle(handle, takingUp);
  };
  return withClient(access, { shown, stopped, failed }, async (session) => {
    const { client } = session;
    const late = runDeadlineMs === undefined ? undefined : AbortSignal.timeout(runDeadlineMs);
    const signal = late === undefined ? session.signal : AbortSignal.any([session.signal, late]);
    let state: Facts["state"] = "waiting";
    try {
      if ("body" in report) {
        creation = new Creation(signal);
        handle = await creation.create(client, report);
      }
      if (handle === undefined) return 1;
      state = "created";
      const finished = await client.report.resume<Row>(handle, { signal });
      if (output.destination.kind !== "file") shown.end();
      state = "reading";
      await writeRows(finished.rows({ signal }), output, { columns: columnsOf(finished.handle), signal });
      return 0;
    } catch (error) {
      if (runDeadlineMs === undefined || session.signal.aborted || late?.aborted !== true) throw error;
      const unanswered = handle === undefined && creation?.asked === true;
      throw new entry.RunDeadlineError({ ms: runDeadlineMs, state: unanswered ? "unanswered" : state });
    }
  });
}

type Facts = ConstructorParameters<Entry["RunDeadlineError"]>[0];

/**
 * The columns that are known before any row: those that were asked for, then those that every row has by itself. So a report without rows has
 * the columns of the day before. A CSV file has its own names for them, so there its header alone counts.
 */
export function columnsOf({ format, columns = [], certain = [] }: Pick<Handle, "format" | "columns" | "certain">): readonly string[] {
  return format === "CSV" ? [] : [...new Set([...columns, ...certain])];
}

/** Words as a command that a shell takes apart into the same words. */
export function shellCommand(words: readonly string[]): string {
  return words.map(quoted).join(" ");
}

function quoted(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return process.platform === "win32" ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`;
}
