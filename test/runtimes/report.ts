// One report from create to rows, in whatever runtime this is bundled for. Tells what came of it.
import { createClient, type ReportRequest } from "pinterest-reports";

export interface Task {
  readonly url: string;
  readonly accessToken: string;
  /** The rows that the report has, each as JSON. */
  readonly rows: readonly string[];
  readonly body: ReportRequest;
  /** A server that takes two creates and breaks the connection at the third, when it has read it. */
  readonly breaking: string;
  /** Whether the platform sends such a request again by itself, and nothing can keep it from that: Chromium does. */
  readonly resends?: boolean;
}

/** Whether a create whose connection breaks is in doubt, as it must be: a platform that sends it again by itself would make a second report. */
async function asksOnce({ breaking, accessToken, body, resends }: Task): Promise<string> {
  const client = createClient({ accessToken, baseUrl: breaking });
  const create = (day: string) => client.report.create("549755885175", { ...body, start_date: day, end_date: day });
  await create("2026-03-03");
  await create("2026-03-04");
  const third = await create("2026-03-05").catch((thrown: unknown) => thrown);
  const { code } = third as { readonly code?: string };
  return code === "create_outcome_unknown" || resends === true
    ? "ok"
    : `a create whose connection broke gave ${code ?? "a report: it was sent again"}`;
}

/** `ok`, or what is wrong. */
export async function runReport(task: Task): Promise<string> {
  const { url, accessToken, rows, body } = task;
  try {
    const client = createClient({ accessToken, baseUrl: url });
    const report = await client.report.run("549755885175", body);
    const seen: string[] = [];
    for await (const row of report.rows()) seen.push(JSON.stringify(row));
    const wrong = rows.findIndex((row, index) => row !== seen[index]);
    if (wrong !== -1) return `row ${wrong} is ${seen[wrong]}, not ${rows[wrong]}`;
    if (seen.length !== rows.length) return `${seen.length} rows came, not ${rows.length}`;
    const error = await createClient({ accessToken: "another", baseUrl: url })
      .report.run("549755885175", body)
      .catch((thrown: unknown) => thrown);
    if ((error as { readonly code?: string }).code !== "auth") return `a token that is refused gave ${String(error)}`;
    return await asksOnce(task);
  } catch (error) {
    return error instanceof Error ? `${error.stack ?? error.message} ${String(error.cause ?? "")}` : String(error);
  }
}
