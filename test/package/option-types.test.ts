import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { reportStandardSchema } from "../../generated/data.js";
import { toCsv, toParquet } from "../../generated/files.js";
import {
  authorizationUrl,
  type ClientEvent,
  type ClientOptions,
  createClient,
  exchangeCode,
  memoryState,
  refreshTokens,
} from "../../generated/index.js";
import { createJobs, startWorker } from "../../generated/jobs.js";
import { planReport } from "../../generated/planner.js";
import { parquetFolder, planSync, runTask } from "../../generated/sync.js";
import { duckdb } from "../../generated/sync-duckdb.js";
import { postgres } from "../../generated/sync-postgres.js";
import { s3 } from "../../generated/sync-s3.js";
import { createTable, describeRows } from "../../generated/tables.js";
import { createFakeClock, createFakeServer } from "../../generated/testing.js";
import { reportSchema, validateReport } from "../../generated/validators/report.js";
import { redisState } from "../../runtime/shared-state/redis.js";
import { LAST_WEEK } from "../support/last-week.js";
import { type OptionalProperty, optionalProperties } from "./option-types.js";
import { typesOf } from "./packed.js";

const ACCOUNT = "549755885175";
const ENTITIES = { entities: 2, accounts: 1, seed: 7 };

/** Options that are all undefined, for any function. */
type Unset = Readonly<Record<string, undefined>>;

/** The result of using the package: a value, or the message of an error. */
async function outcomeOf(use: (none: Unset) => unknown, none: Unset): Promise<unknown> {
  try {
    return await use(none);
  } catch (error) {
    return String(error);
  }
}

/** The items of a client's work on a fake server, with all options of `work`. */
async function onServer(
  work: (client: ReturnType<typeof createClient>) => Promise<unknown>,
  options: object = {},
): Promise<unknown> {
  await using server = await createFakeServer(ENTITIES);
  const events: ClientEvent["type"][] = [];
  const { accessToken, url: baseUrl, clock } = server;
  const client = createClient({
    ...options,
    ...{ accessToken, baseUrl, clock, onEvent: ({ type }) => events.push(type) },
  } as ClientOptions);
  const result = await work(client);
  return {
    result,
    events,
    requests: server.requests.map(({ method, path }) => `${method} ${path}`),
  };
}

async function listed<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function* rows(): AsyncGenerator<object> {
  yield { CAMPAIGN_ID: "1", SPEND_IN_DOLLAR: 1.5, note: "=1" };
}

const app = { clientId: "app", clientSecret: "secret" };
const answered = async (): Promise<Response> =>
  Response.json({ access_token: "made", refresh_token: "next", expires_in: 60, scope: "ads:read" });
const answers = { fetch: answered, clock: createFakeClock({ start: "2026-03-08" }) };
const folder = (): string => mkdtempSync(join(tmpdir(), "undefined-"));
const signIn = { redirectUri: "https://example.com/back", state: "state" };

/** Each use of options: the types whose properties it passes, and the call. */
const USES: readonly (readonly [types: string, use: (none: Unset) => unknown])[] = [
  [
    "SharedOptions LogOptions AccessCredentials",
    (none) => onServer((client) => client.adAccounts(), none),
  ],
  ["FetchOptions", (none) => onServer((client) => client.adAccounts(), { fetchOptions: none })],
  [
    "RefreshCredentials RefreshOptions StoredCredentials EnvironmentCredentials SharedOptions",
    async (none) => {
      const { fetch } = await tokenFetch();
      return createClient({ ...none, ...app, refreshToken: "first", fetch }).adAccounts();
    },
  ],
  [
    "TokenStore",
    async (none) => {
      const { fetch } = await tokenFetch();
      const store = { read: () => ({ refreshToken: "first" }), write: () => {} };
      return createClient({ ...app, tokens: { ...none, ...store }, fetch }).adAccounts();
    },
  ],
  [
    "RequestSettings EventOptions CreateOptions",
    (none) => onServer((client) => client.adAccounts({}, none)),
  ],
  [
    "RequestOptions RequestSettings EventOptions CreateOptions",
    (none) =>
      onServer((client) => client.request("GET", "/ad_accounts", without(none, "validate"))),
  ],
  ["ToArrayOptions", (none) => onServer((client) => client.adAccounts().toArray(none))],
  [
    "RunOptions WaitOptions CreateOptions EventOptions RequestSettings",
    (none) =>
      onServer(async (client) => (await client.report.run(ACCOUNT, LAST_WEEK, none)).toArray()),
  ],
  [
    "ResumeOptions AbortOptions WaitOptions",
    (none) =>
      onServer(async (client) => {
        const handle = await client.report.create(ACCOUNT, LAST_WEEK, none);
        await client.report.poll(handle, none);
        return (await client.report.resume(handle, none)).text();
      }),
  ],
  [
    "RowsOptions DownloadOptions AbortOptions",
    (none) =>
      onServer(async (client) => {
        const report = await client.report.run(ACCOUNT, {
          ...LAST_WEEK,
          columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
        });
        return [
          await listed(report.rows(none)),
          await report.toArray(none),
          await report.text(without(none, "zeroFill", "exact", "columnNames")),
        ];
      }),
  ],
  [
    "RunAllOptions RowsOptions WaitOptions CreateOptions EventOptions RequestSettings",
    (none) =>
      onServer(async (client) => {
        const requests = [{ adAccountId: ACCOUNT, body: LAST_WEEK }];
        return (await listed(client.report.runAll(requests, none))).map(({ type }) => type);
      }),
  ],
  [
    "SyncOptions",
    (none) =>
      onServer(async (client) => {
        const tables = {
          days: { granularity: "DAY", level: "CAMPAIGN", columns: ["CAMPAIGN_ID"] },
        };
        const target = parquetFolder(folder());
        const result = await client.report.sync({ ...none, tables, target } as never);
        return [result.loaded, result.failed, result.plan.requests.length];
      }),
  ],
  [
    "PlanSyncOptions SyncOptions",
    (none) =>
      onServer(async (client) => {
        const tables = {
          days: { granularity: "DAY", level: "CAMPAIGN", columns: ["CAMPAIGN_ID"] },
        };
        return planSync({ ...none, tables, target: parquetFolder("here"), client } as never);
      }),
  ],
  [
    "RunTaskOptions",
    (none) =>
      onServer(async (client) =>
        runTask({} as never, { ...none, target: parquetFolder("here"), client }),
      ),
  ],
  [
    "AcquireOptions",
    async (none) => {
      const lease = await memoryState().acquire("key", none);
      await lease?.release();
      return lease !== null;
    },
  ],
  ["AuthorizationUrlOptions", (none) => authorizationUrl({ ...none, ...signIn, clientId: "app" })],
  [
    "ExchangeCodeOptions SharedOptions LogOptions",
    (none) => {
      const callback = "https://example.com/back?state=state&code=code";
      return exchangeCode({ ...none, ...app, ...signIn, callback, ...answers });
    },
  ],
  [
    "RefreshTokensOptions SharedOptions LogOptions",
    (none) => refreshTokens({ ...none, ...app, refreshToken: "first", ...answers }),
  ],
  ["ValidateOptions", (none) => validateReport({ ...LAST_WEEK, level: "X" }, none)],
  [
    "SchemaOptions ValidateOptions",
    (none) => {
      const schema = reportSchema.with({ message: () => "own", onWarnings: () => {} });
      const validated = schema.with(none)["~standard"];
      return validated.validate({ level: "X" }, { libraryOptions: none });
    },
  ],
  [
    "JsonSchemaOptions",
    (none) =>
      reportStandardSchema["~standard"].jsonSchema.input({ ...none, target: "draft-2020-12" })
        .properties,
  ],
  ["PlanOptions", (none) => planReport(LAST_WEEK, none)],
  ["DescribeOptions", (none) => describeRows(LAST_WEEK, none).columns],
  [
    "CreateTableOptions",
    (none) =>
      createTable(describeRows(LAST_WEEK), { ...none, dialect: "postgresql", table: "days" }),
  ],
  ["CsvOptions ColumnOptions", (none) => listed(toCsv(rows(), none))],
  ["ParquetOptions ColumnOptions", (none) => listed(toParquet(rows(), none))],
  ["DuckDBOptions", (none) => duckdb({ ...none, path: "days.duckdb" })],
  ["PostgresOptions", (none) => postgres(none)],
  ["S3Options", (none) => s3({ ...none, bucket: "days" })],
  ["RedisStateOptions", (none) => redisState(none).name],
  [
    "JobsOptions QueueOptions AddOptions",
    async (none) => {
      const jobs = createJobs({
        ...without(none, "run"),
        connection: "redis://127.0.0.1:1",
      });
      return [await jobs.addReports([], picked(none, ["run"])), Object.keys(jobs)];
    },
  ],
  [
    "WorkerOptions QueueOptions",
    (none) =>
      // Rejected after its options have been read, because this client has no shared state.
      startWorker({
        ...none,
        connection: "redis://127.0.0.1:1",
        client: createClient({ accessToken: "token" }),
      } as never),
  ],
  [
    "FakeServerOptions",
    async (none) => {
      await using server = await createFakeServer({ ...none, seed: 7 });
      const client = createClient({
        accessToken: server.accessToken,
        baseUrl: server.url,
        clock: server.clock,
      });
      return await (await client.report.run(ACCOUNT, LAST_WEEK)).text();
    },
  ],
  [
    "FakeApp Fault Quota FakeAccount",
    async (none) => {
      const fakeApp = { ...app, refreshToken: "first" };
      await using server = await createFakeServer({
        app: { ...picked(none, ["expiresIn"]), ...fakeApp },
        faults: [{ ...picked(none, FAULT), name: "expired-link" }] as never,
        quotas: [{ ...picked(none, ["steps", "announce"]), requests: 9, perMs: 1_000 }],
        accounts: [{ ...picked(none, ["id", "name", "currency", "time_zone", "country"]) }],
      });
      return server.pending.map(({ name }) => name);
    },
  ],
  ["FakeClockOptions", (none) => [createFakeClock({ ...none, start: "2026-03-08" }).date()]],
];

const FAULT = ["account", "on", "times", "skip", "value", "headers"];

function picked(none: Unset, names: readonly string[]): Unset {
  return Object.fromEntries(names.filter((name) => name in none).map((name) => [name, undefined]));
}

function without(none: Unset, ...names: readonly string[]): Unset {
  return Object.fromEntries(Object.entries(none).filter(([name]) => !names.includes(name)));
}

/** A `fetch` of an API whose tokens last for a minute. */
async function tokenFetch(): Promise<{ readonly fetch: (url: string) => Promise<Response> }> {
  return {
    fetch: async (url) =>
      url.includes("/oauth/token") ? answered() : Response.json({ items: [], bookmark: null }),
  };
}

let all: readonly OptionalProperty[] = [];

beforeAll(() => {
  const { installed } = inject("packed");
  all = optionalProperties((entry) => join(installed, typesOf(entry)));
});

describe("an option set to undefined", () => {
  it("compiles under exactOptionalPropertyTypes, for each option of the package", () => {
    expect(all.length).toBeGreaterThan(150);
    expect(all.filter(({ admitsUndefined }) => !admitsUndefined).map(({ name }) => name)).toEqual(
      [],
    );
  });

  it.each(USES)("is treated as not given: %s", async (types, use) => {
    const names = types
      .split(" ")
      .flatMap((type) => all.filter(({ name }) => name.startsWith(`${type}.`)))
      .map(({ name }) => name.slice(name.indexOf(".") + 1));
    expect(names.length).toBeGreaterThan(0);
    const none = Object.fromEntries(names.map((name) => [name, undefined]));
    expect(await outcomeOf(use, none)).toEqual(await outcomeOf(use, {}));
  });

  it("is tested for each options type", () => {
    const tried = new Set(USES.flatMap(([types]) => types.split(" ")));
    const types = new Set(all.map(({ name }) => name.slice(0, name.indexOf("."))));
    // Anonymous option types, and signals that only targets receive.
    types.delete("options");
    expect([...types].filter((type) => !tried.has(type))).toEqual([]);
  });

  it("is also allowed for the token, which is then read from the environment", () => {
    const variable: string | undefined = process.env.PINTEREST_NO_SUCH_VARIABLE;
    expect(() => createClient({ accessToken: variable })).toThrow(/^no access token/);
    expect(() => createClient({ refreshToken: variable, ...app })).toThrow(
      /^clientId needs a refresh token/,
    );
  });
});
