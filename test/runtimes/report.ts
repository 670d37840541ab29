// One report from create to rows, in whatever runtime this is bundled for. Tells what came of it.
import { createClient, type ReportRequest } from "pinterest-reports";

export interface Task {
  readonly url: string;
  readonly accessToken: string;
  /** How many rows the report has. */
  readonly rows: number;
  readonly body: ReportRequest;
}

/** `ok`, or what is wrong. */
export async function runReport({ url, accessToken, rows, body }: Task): Promise<string> {
  try {
    const client = createClient({ accessToken, baseUrl: url });
    const report = await client.report.run("549755885175", body);
    const seen: { readonly PIN_ID?: string; readonly CAMPAIGN_ID?: string }[] = [];
    for await (const row of report.rows()) seen.push(row);
    if (seen.length !== rows) return `${seen.length} rows came, not ${rows}`;
    if (seen[0]?.PIN_ID !== "217861700718936379") return `an id lost digits: ${seen[0]?.PIN_ID}`;
    const error = await createClient({ accessToken: "another", baseUrl: url })
      .report.run("549755885175", body)
      .catch((thrown: unknown) => thrown);
    return (error as { readonly code?: string }).code === "auth" ? "ok" : `a token that is refused gave ${String(error)}`;
  } catch (error) {
    return error instanceof Error ? `${error.stack ?? error.message} ${String(error.cause ?? "")}` : String(error);
  }
}
