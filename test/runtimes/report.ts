// One report from create to rows, in whatever runtime this is bundled for. Tells what came of it.
import { createClient, type ReportRequest } from "pinterest-reports";

export interface Task {
  readonly url: string;
  readonly accessToken: string;
  /** The rows that the report has, each as JSON. */
  readonly rows: readonly string[];
  readonly body: ReportRequest;
}

/** `ok`, or what is wrong. */
export async function runReport({ url, accessToken, rows, body }: Task): Promise<string> {
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
    return (error as { readonly code?: string }).code === "auth" ? "ok" : `a token that is refused gave ${String(error)}`;
  } catch (error) {
    return error instanceof Error ? `${error.stack ?? error.message} ${String(error.cause ?? "")}` : String(error);
  }
}
