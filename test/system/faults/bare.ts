import {
  type ClientEvent,
  type ClientOptions,
  createClient,
  type FinishedReport,
  type ReportRequest,
} from "pinterest-reports";
import { createFakeClock, type FakeClock, type FakeServer } from "pinterest-reports/testing";
import { expect } from "vitest";
import {
  type Announced,
  type FileAnswer,
  type FileHost,
  fileHost,
  SIGNATURE,
  TOKEN,
} from "../../support/file-host.js";
import { account, all, body, CANARY, hides, type Row } from "./scene.js";

export interface BareTrial {
  readonly file: FileAnswer;
  readonly look?: (number: number) => Announced;
  readonly body?: Partial<ReportRequest>;
  readonly client?: Partial<ClientOptions>;
  /** How the report is read. Default: row by row. */
  readonly read?: (
    report: FinishedReport<Row>,
    scene: { readonly clock: FakeClock; readonly host: FileHost },
  ) => Promise<unknown>;
}

export interface BareOutcome {
  readonly value: unknown;
  readonly error: unknown;
  /** The Range header of each request to the file host. */
  readonly ranges: readonly (string | null)[];
  readonly slept: readonly number[];
  /** Each event about missing data, as `received` of `announced` bytes. */
  readonly less: readonly string[];
}

/**
 * Reads one report whose file comes from a bare HTTP server, as CSV by default. Fails if a secret
 * is exposed.
 */
export async function bare({
  file,
  look,
  body: change,
  client: options,
  read = all,
}: BareTrial): Promise<BareOutcome> {
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z", random: () => 0.5 });
  await using host = await fileHost(file, look);
  const events: ClientEvent[] = [];
  const common = {
    accessToken: CANARY,
    baseUrl: host.baseUrl,
    clock,
    timeoutMs: 60_000,
    onEvent: (event: ClientEvent) => events.push(event),
  };
  const client = createClient({ ...common, ...options } as ClientOptions);
  let [value, error]: [unknown, unknown] = [undefined, undefined];
  try {
    const report = await client.report.run(account, {
      ...body,
      report_format: "CSV",
      ...change,
    } as ReportRequest);
    value = await read(report as FinishedReport<Row>, { clock, host });
  } catch (thrown) {
    error = thrown;
  }
  const secrets = { requests: [{ query: { token: TOKEN, "X-Amz-Signature": SIGNATURE } }] };
  hides(secrets as object as FakeServer, [error, events, client]);
  const less = events.flatMap((event) =>
    event.type === "size-mismatch" ? [`${event.received} of ${event.announced}`] : [],
  );
  return {
    value,
    error,
    less,
    ranges: host.asked.map(({ range }) => range ?? null),
    slept: clock.slept,
  };
}

/** Expects the report to be read completely. */
export async function comes(trial: BareTrial): Promise<BareOutcome> {
  const outcome = await bare(trial);
  if (outcome.error !== undefined) throw outcome.error;
  return outcome;
}

/** Expects the report's file to be rejected with an error that matches. */
export async function refuses(trial: BareTrial, match: object = {}): Promise<BareOutcome> {
  const outcome = await bare(trial);
  expect(outcome.error).toMatchObject({ code: "download", handle: { token: TOKEN }, ...match });
  return outcome;
}
