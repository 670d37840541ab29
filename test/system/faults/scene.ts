import { getEventListeners } from "node:events";
import {
  type ClientOptions,
  createClient,
  type FinishedReport,
  type ReportRequest,
  type ReportRow,
  type RunOptions,
} from "pinterest-reports";
import {
  createFakeClock,
  createFakeServer,
  type FakeServer,
  type FakeServerOptions,
} from "pinterest-reports/testing";
import { expect } from "vitest";
import { printed, recorder } from "../../support/printed.js";

export const CANARY = "pina_CANARY0123456789";
export const always: number = Number.POSITIVE_INFINITY;
export const account = "549755885175";

/** One fault of docs/faults.md and its expected result. */
export interface Case {
  readonly name: string;
  readonly run: () => Promise<void>;
}

export type Row = ReportRow<ReportRequest> & Readonly<Record<string, unknown>>;

export interface Trial extends FakeServerOptions {
  readonly client?: Partial<ClientOptions>;
  readonly body?: Partial<ReportRequest>;
  readonly run?: RunOptions;
  /** How the report is read. Default: row by row. */
  readonly read?: (report: FinishedReport<Row>) => Promise<Row[]>;
}

export interface Outcome {
  readonly rows: readonly Row[] | null;
  readonly error: unknown;
  readonly server: FakeServer;
  readonly steps: readonly string[];
  /** The longest waits, in milliseconds of the fake clock. */
  readonly slept: readonly number[];
}

export const body = {
  start_date: "2026-03-03",
  end_date: "2026-03-09",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: [
    "CAMPAIGN_ID",
    "CAMPAIGN_NAME",
    "PIN_ID",
    "PAID_IMPRESSION",
    "SPEND_IN_MICRO_DOLLAR",
    "SPEND_IN_DOLLAR",
  ],
} as const satisfies ReportRequest;

/**
 * Runs one report against a server with faults. Fails if a secret is exposed, whatever the result.
 */
export async function trial({
  client: options,
  body: change,
  run,
  read = all,
  ...serverOptions
}: Trial): Promise<Outcome> {
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z", random: () => 0.5 });
  await using server = await createFakeServer({
    accessToken: CANARY,
    clock,
    polls: 1,
    ...serverOptions,
  });
  const events: unknown[] = [];
  const { tracer, meter, told } = recorder();
  const common = {
    accessToken: CANARY,
    baseUrl: server.url,
    clock,
    timeoutMs: 60_000,
    tracer,
    meter,
    onEvent: (event: unknown) => events.push(event),
  };
  // Shorten the timeout only if the test waits for it, and never for a create with a response, so
  // that a busy machine does not look like a fault.
  const waited =
    serverOptions.faults?.filter(({ name }) => /silence|stalled|dribble/.test(name)) ?? [];
  const client = createClient({
    ...common,
    ...(waited.length > 0 && { timeoutMs: 250 }),
    ...options,
  } as ClientOptions);
  const patient = createClient({ ...common, ...options, timeoutMs: 60_000 } as ClientOptions);
  const apart =
    waited.length > 0 &&
    waited.every(({ on }) => on !== "create" && on !== "token") &&
    run === undefined;
  const signal = run?.signal ?? new AbortController().signal;
  let [rows, error]: [readonly Row[] | null, unknown] = [null, undefined];
  try {
    const asked = { ...body, ...change } as ReportRequest;
    const report = apart
      ? await client.report.resume<Row>(await patient.report.create(account, asked), { signal })
      : await client.report.run(account, asked, { ...run, signal });
    rows = await read(report as FinishedReport<Row>);
  } catch (thrown) {
    error = thrown;
  }
  hides(server, [error, events, told, client]);
  // A signal may be used for thousands of reports, so none may leave a listener on it.
  expect(getEventListeners(signal, "abort")).toEqual([]);
  // If the fault did not happen, the test would prove nothing.
  expect(server.pending).toEqual([]);
  return {
    rows,
    error,
    server,
    steps: server.requests.map(({ step }) => step),
    slept: clock.slept,
  };
}

/** Expects a complete report despite the fault: exactly the server's rows, and only one report. */
export async function heals(options: Trial): Promise<Outcome> {
  const outcome = await trial(options);
  if (outcome.error !== undefined) throw outcome.error;
  expect(outcome.rows).toEqual(expectedRows(outcome.server));
  expect(outcome.rows?.length).toBeGreaterThan(10);
  expect(creates(outcome)).toBe(1);
  return outcome;
}

/** Expects that the report fails with this error code, and that no second report is created. */
export async function fails(code: string, options: Trial, match: object = {}): Promise<Outcome> {
  const outcome = await trial(options);
  expect(outcome.error).toMatchObject({ code, ...match });
  expect(outcome.rows).toBeNull();
  expect(creates(outcome)).toBeLessThanOrEqual(1);
  return outcome;
}

export const creates = ({ steps }: Outcome): number =>
  steps.filter((step) => step === "create").length;

export async function all<Item>(report: { rows(): AsyncIterable<Item> }): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of report.rows()) list.push(item);
  return list;
}

/** The server's rows, read independently: ids are quoted before `JSON.parse` could round them. */
export function expectedRows(server: FakeServer): unknown[] {
  const poll = server.requests.find(({ step }) => step === "poll");
  const create = server.requests.find(({ step }) => step === "create");
  const { columns } = JSON.parse(create?.body ?? "{}") as ReportRequest;
  return withZeros(rowsOfJson(fileText(server, poll?.query.token ?? "")), columns);
}

/** The rows with the zeros that files omit, in the metric columns. */
export function withZeros(rows: readonly unknown[], columns = body.columns as readonly string[]) {
  const zeros = columns.filter((name) => /^(PAID_IMPRESSION|SPEND_IN_.*)$/.test(name));
  return rows.map((row) => ({
    ...Object.fromEntries(zeros.map((name) => [name, 0])),
    ...(row as object),
  }));
}

export function fileText(server: FakeServer, token: string): string {
  return Buffer.concat([...server.file(token)]).toString("utf8");
}

export function rowsOfJson(text: string): unknown[] {
  return Object.values(JSON.parse(text.replace(/"(\w+_ID)":(\d+)/g, '"$1":"$2"'))).flat();
}

/** Expects that no way to print these values exposes a token, a link or a report token. */
export function hides(server: FakeServer, values: readonly unknown[]): void {
  const text = values.map(printed).join("\n");
  const secrets = [
    CANARY,
    "X-Amz-Signature",
    "fake-client-secret",
    "fake-refresh-token",
    "fake-access-token-",
  ];
  const tokens = server.requests
    .flatMap(({ query }) => [query.token, query["X-Amz-Signature"]])
    .filter((token) => token !== undefined);
  for (const secret of [...secrets, ...tokens])
    expect(text.includes(secret), `a secret is exposed in ${text.slice(0, 2_000)}`).toBe(false);
}
