// One report from create to rows, in whatever runtime this is bundled for. Tells what came of it.
import { createClient, InvalidBodyError, type ReportRequest, refreshTokens, type Tokens, type Violation } from "pinterest-reports";

export interface Task {
  readonly url: string;
  readonly accessToken: string;
  /** The app that the server knows, and its refresh token. */
  readonly app: { readonly clientId: string; readonly clientSecret: string; readonly refreshToken: string };
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

/** Values that a console must not print member by member: one has a getter, the other secrets. */
export async function valuesToPrint({
  url,
  accessToken,
  app,
  body,
}: Task): Promise<{ readonly violation: Violation; readonly tokens: Tokens }> {
  const misspelt = { ...body, columns: ["CTRR"] as never[] };
  const error = await createClient({ accessToken, baseUrl: url })
    .report.create("549755885175", misspelt)
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof InvalidBodyError) || error.violations[0] === undefined) throw error;
  return { violation: error.violations[0], tokens: await refreshTokens({ ...app, baseUrl: url }) };
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
