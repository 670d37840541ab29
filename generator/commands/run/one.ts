import { type Access, type Body, type Handle, withClient } from "../client.js";
import { progress } from "../progress.js";
import type { Row } from "../row.js";
import { folderOf } from "./destination.js";
import { keepHandle } from "./handle-file.js";
import { type Output, writeRows } from "./output.js";

/** A report to make, or one that is being made already. */
export type Report = { readonly adAccountId: string; readonly body: Body } | { readonly handle: Handle };

/** Carries one report from create, or from its handle, to its rows. When it is stopped, a handle stays. */
export function runOne(access: Access, report: Report, output: Output): Promise<number> {
  const shown = progress();
  let handle = "handle" in report ? report.handle : undefined;
  let asked = false;
  // A create that was sent has perhaps been heard, although nobody has waited for the answer.
  const watched = {
    ...shown,
    onEvent: (event: Parameters<typeof shown.onEvent>[0]) => {
      asked ||= event.type === "request" && event.method === "POST" && event.path.endsWith("/reports");
      shown.onEvent(event);
    },
  };
  const stopped = async (): Promise<string> => {
    if (handle !== undefined) return `stopped; the report goes on being made.\n${await keepHandle(handle, folderOf(output.destination))}`;
    return asked ? "stopped before Pinterest had answered, so a report may have been created\n" : "stopped before a report was created\n";
  };
  const failed = async ({ code }: { readonly code: string }): Promise<string> =>
    code === "poll_timeout" && handle !== undefined ? keepHandle(handle, folderOf(output.destination)) : "";
  return withClient(access, { shown: watched, stopped, failed }, async ({ client, signal }) => {
    // The client validates the body before anything is sent, so that it needs no shape before.
    if ("body" in report) handle = await client.report.create(report.adAccountId, report.body, { signal });
    if (handle === undefined) return 1;
    const finished = await client.report.resume<Row>(handle, { signal });
    if (output.destination.kind !== "file") shown.end();
    await writeRows(finished.rows({ signal }), output, { columns: columnsOf(finished.handle), signal });
    return 0;
  });
}

/** The columns that every row may have. A CSV file has its own names for them, so there its header alone counts. */
export function columnsOf({ format, columns = [] }: Pick<Handle, "format" | "columns">): readonly string[] {
  return format === "CSV" ? [] : columns;
}
