// Runs a report from create to rows, and every other entry that runs in users' code, in the runtime
// that this file is bundled for. Returns the result.
import {
  createClient,
  InvalidBodyError,
  memoryState,
  type ReportRequest,
  refreshTokens,
  type Tokens,
  type Violation,
} from "pinterest-reports";
import { campaigns, createFullClient } from "pinterest-reports/calls";
import {
  columnLabels,
  reportLevelValues,
  reportRules,
  reportStandardSchema,
} from "pinterest-reports/data";
import { type RowSource, toCsv, toNdjson, toParquet } from "pinterest-reports/files";
import { planReport } from "pinterest-reports/planner";
import { type Cells, customTarget, parquetFolder, type TargetTable } from "pinterest-reports/sync";
import { createTable, describeRows } from "pinterest-reports/tables";
import { validateReport } from "pinterest-reports/validators";
import { validateCatalogReport } from "pinterest-reports/validators/catalog-report";
import { validateConversionProductReport } from "pinterest-reports/validators/conversion-product-report";
import { validateMmmReport } from "pinterest-reports/validators/mmm-report";
import { reportSchema } from "pinterest-reports/validators/report";
import { validateTemplateReport } from "pinterest-reports/validators/template-report";
import { systemClock } from "../../runtime/clock.js";

export interface Task {
  readonly url: string;
  readonly accessToken: string;
  /** The server's app, and its refresh token. */
  readonly app: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly refreshToken: string;
  };
  /** The expected rows, each as JSON. */
  readonly rows: readonly string[];
  readonly body: ReportRequest;
  /** The address of a server that accepts two creates, reads the third, and cuts its connection. */
  readonly breaking: string;
  /** A folder for files; unset if there is no file system. */
  readonly folder?: string;
  /**
   * Whether the platform itself repeats such a request, which cannot be prevented. Chromium does.
   */
  readonly resends?: boolean;
}

/**
 * Checks that a create has an unknown outcome if its connection is cut. A platform that repeats it
 * would create a second report.
 */
async function asksOnce({ breaking, accessToken, body, resends }: Task): Promise<string> {
  const client = createClient({ accessToken, baseUrl: breaking });
  const create = (day: string) =>
    client.report.create("549755885175", { ...body, start_date: day, end_date: day });
  await create("2026-03-03");
  await create("2026-03-04");
  const third = await create("2026-03-05").catch((thrown: unknown) => thrown);
  const { code } = third as { readonly code?: string };
  return code === "create_outcome_unknown" || resends === true
    ? "ok"
    : `after its connection broke, a create gave ${code ?? "a report, so it was sent again"}`;
}

/**
 * Loads the report with runAll and as CSV, and writes its rows in each format. Returns `ok` or an
 * error.
 */
async function readAndWritten({ url, accessToken, rows, body }: Task): Promise<string> {
  const client = createClient({ accessToken, baseUrl: url });
  const report = await client.report.run("549755885175", body);
  const list: RowSource = await report.toArray();
  const pieces: string[] = [];
  for await (const piece of toNdjson(list)) pieces.push(piece);
  if (pieces.join("") !== rows.map((row) => `${row}\n`).join(""))
    return `the written rows are ${pieces.join("")}`;
  const again: string[] = [];
  for await (const item of client.report.runAll([{ adAccountId: "549755885175", body }]))
    again.push(item.type === "row" ? JSON.stringify(item.row) : item.type);
  if (again.join() !== [...rows, "done"].join()) return `runAll gives ${again.join()}`;
  const csv = await client.report.run("549755885175", { ...body, report_format: "CSV" });
  const cells: unknown[] = [];
  for await (const { row } of csv.entries()) cells.push(row);
  if (cells.length !== rows.length) return `the CSV file has ${cells.length} rows`;
  const { columns = [] } = body;
  const lines: string[] = [];
  for await (const line of toCsv(list, { columns })) lines.push(line);
  if (lines.length !== rows.length + 1 || lines[0] !== `${columns.join(",")}\n`)
    return `their CSV is ${lines.join("")}`;
  let file = "";
  for await (const piece of toParquet(list)) file += String.fromCharCode(...piece);
  return /^PAR1.*PAR1$/s.test(file)
    ? "ok"
    : `their Parquet has ${file.length} bytes, and begins with ${file.slice(0, 4)}`;
}

/**
 * Syncs the report's days into memory, and into a folder if there is a file system. Returns `ok` or
 * an error.
 */
async function synced({ url, accessToken, rows, body, folder }: Task): Promise<string> {
  const { start_date: since, end_date, ...table } = body;
  // The day after the report's end date.
  const date = () => Date.parse(`${end_date}T12:00:00Z`) + 86_400_000;
  const client = createClient({ accessToken, baseUrl: url, clock: { ...systemClock, date } });
  const options = {
    tables: { campaign_days: table },
    accounts: ["549755885175"],
    entities: [],
    since,
  } as const;
  const tables = new Map<string, TargetTable>();
  const kept: string[] = [];
  const target = customTarget({
    name: "a list",
    open: async () => ({
      table: async (name) => tables.get(name) ?? null,
      ensureTable: async (table) => void tables.set(table.name, table),
      loadedAccounts: async () => [],
      loadedDays: async () => new Map(),
      hasRows: async () => false,
      async replace({ table }, cells: AsyncIterable<Cells>) {
        const ofSync = ["ad_account_id", "currency", "time_zone", "_loaded_at"];
        for await (const row of cells)
          if (table.name === "campaign_days") {
            const members = table.columns.flatMap(({ name, type }, at) => {
              const cell = row[at] ?? null;
              if (cell === null || ofSync.includes(name)) return [];
              return [[name.toUpperCase(), type === "decimal" ? Number(cell) : cell]];
            });
            kept.push(JSON.stringify(Object.fromEntries(members)));
          }
      },
      close: async () => {},
    }),
  });
  const result = await client.report.sync({ ...options, target });
  const ordered = (all: readonly string[]): string =>
    JSON.stringify(all.map((row) => Object.entries(JSON.parse(row) as object).sort()).sort());
  if (ordered(kept) !== ordered(rows))
    return `the synced rows are ${kept.join()}; ${JSON.stringify(result.failed)}`;
  if (folder === undefined) return "ok";
  const inFolder = { ...options, target: parquetFolder(folder) };
  const first = await client.report.sync(inFolder);
  const { plan } = await client.report.sync({ ...inFolder, lookbackDays: 0, dryRun: true });
  return first.rows === rows.length && plan.requests.length === 0
    ? "ok"
    : `the folder has ${first.rows} rows, and lacks ${plan.requests.length} reports`;
}

/** Calls lists by namespace, with a client and a full client. Returns `ok` or an error. */
async function lists({ url, accessToken }: Task): Promise<string> {
  const request = { ad_account_id: "549755885175", page_size: 2 };
  const options = { accessToken, baseUrl: url, shared: memoryState() };
  const all = await campaigns(createClient(options)).list.each(request).toArray();
  const others = await createFullClient(options).campaigns.list(request).toArray();
  const ids = [all, others].map((list) => list.map(({ id }) => id).join());
  return all.length > 2 && ids[0] === ids[1] ? "ok" : `campaigns are ${ids.join(" and ")}`;
}

/**
 * Calls functions that need no network: rules, plans, values, labels and schemas. Returns `ok` or
 * an error.
 */
function data({ body }: Task): string {
  const today = "2026-03-10";
  const isValid = !validateReport(body, { today }).some(({ severity }) => severity === "error");
  const { issues = [] } = reportStandardSchema
    .with({ today })
    ["~standard"].validate({ ...body, level: "PIN" }) as { issues?: object[] };
  const { requests } = planReport({ ...body, start_date: "2025-03-03" }, { today });
  const { $schema } = reportStandardSchema["~standard"].jsonSchema.input({ target: "draft-07" });
  const table = createTable(describeRows(body), { dialect: "duckdb", table: "rows" });
  const known =
    reportLevelValues.includes("CAMPAIGN") &&
    reportRules.length > 0 &&
    columnLabels.PIN_ID === "Pin id" &&
    table.includes('PRIMARY KEY ("campaign_id", "date")');
  const alone = [
    validateCatalogReport,
    validateConversionProductReport,
    validateMmmReport,
    validateTemplateReport,
  ];
  const checked = [
    reportSchema.with({ today })["~standard"].validate(body).issues === undefined,
    ...alone.map((validate) => validate([], { today }).some(({ rule }) => rule === "type")),
  ];
  const found = {
    isValid,
    issues: issues.length,
    requests: requests.length,
    $schema,
    known,
    checked,
  };
  return isValid &&
    issues.length > 0 &&
    requests.length > 1 &&
    $schema !== undefined &&
    known &&
    !checked.includes(false)
    ? "ok"
    : JSON.stringify(found);
}

/**
 * Values that a console must not print property by property, because one has a getter and the other
 * contains secrets.
 */
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

/** Runs all checks. Returns `ok` or an error. */
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
    if ((error as { readonly code?: string }).code !== "auth")
      return `a rejected token gave ${String(error)}`;
    for (const result of [
      data(task),
      await readAndWritten(task),
      await synced(task),
      await lists(task),
    ])
      if (result !== "ok") return result;
    return await asksOnce(task);
  } catch (error) {
    return error instanceof Error
      ? `${error.stack ?? error.message} ${String(error.cause ?? "")}`
      : String(error);
  }
}
