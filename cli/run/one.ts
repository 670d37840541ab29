import { loadClient } from "../modules.js";
import { progress } from "../progress.js";
import type { Row } from "../row.js";
import { type Access, type Body, type Entry, type Handle, withClient } from "../session.js";
import { Creation } from "./create.js";
import { keepHandle, type TakingUp } from "./handle-file.js";
import { type Output, writeRows } from "./output.js";

/** A report to make, or one that is being made already. */
export type Report = { readonly adAccountId: string; readonly body: Body } | { readonly handle: Handle };

export interface Carried {
  readonly report: Report;
  readonly output: Output;
  readonly takingUp: TakingUp;
  /** How long all of it may take. */
  readonly runDeadlineMs: number | undefined;
}

/** Carries one report from create, or from its handle, to its rows. Where it breaks off and the report may still be read, a handle stays. */
export async function runOne(access: Access, { report, output, takingUp, runDeadlineMs }: Carried): Promise<number> {
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
