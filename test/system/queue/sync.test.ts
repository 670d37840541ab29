import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../../generated/index.js";
import { createJobs, startWorker, type WorkerEvent } from "../../../generated/jobs.js";
import { postgres } from "../../../generated/sync-postgres.js";
import { createFakeServer } from "../../../generated/testing.js";
import { systemClock } from "../../../runtime/clock.js";
import { memoryState } from "../../../runtime/workers/memory.js";
import { NO_POSTGRES } from "../../support/postgres.js";
import { type PostgresStores, postgresStores } from "../../support/postgres-stores.js";
import { sortedRows } from "../../support/sync.js";
import { NO_REDIS, type Redis, redis } from "../examples/redis.js";

const SYNC = {
  tables: {
    campaign_days: { level: "CAMPAIGN", granularity: "DAY", columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "CLICKTHROUGH_1"] },
    ad_days: { level: "PIN_PROMOTION", granularity: "DAY", columns: ["PIN_PROMOTION_ID", "SPEND_IN_DOLLAR"] },
  },
  lookbackDays: 5,
} as const;
const TABLES = ["campaign_days", "ad_days", "ad_accounts", "campaigns", "ad_groups", "ads"];

const skipped = NO_REDIS ?? NO_POSTGRES;

describe.skipIf(skipped !== null)(skipped === null ? "a sync as jobs" : `a sync as jobs: ${skipped}`, () => {
  let stores: PostgresStores;
  let server: Redis;

  beforeAll(async () => {
    [stores, server] = await Promise.all([postgresStores(), redis()]);
  });
  afterAll(() => Promise.all([stores[Symbol.asyncDispose](), server[Symbol.asyncDispose]()]));

  const contents = async (schema: string) => {
    const tables = [];
    for (const table of TABLES)
      tables.push((await stores.reader.query<Record<string, unknown>>(`SELECT * FROM "${schema}"."${table}"`)).rows);
    return tables.map(sortedRows);
  };

  it("leaves the tables that one process leaves, whichever worker loads which part, and reads no part twice", async () => {
    await using api = await createFakeServer({ polls: 1, accounts: 6, entities: 4, clock: systemClock });
    const client = createClient({ baseUrl: api.url, accessToken: api.accessToken });
    const [alone, divided] = [stores.store(), stores.store()];
    await client.report.sync({ ...SYNC, target: postgres({ connection: stores.url, schema: alone.schema }) });
    const count = api.requests.filter(({ step }) => step === "create").length;
    const events: WorkerEvent[] = [];
    const shared = memoryState();
    const location = { connection: server.url, queue: "sync" };
    const jobs = createJobs(location);
    expect(await jobs.addSync(SYNC)).toBe(await jobs.addSync(SYNC));
    const workers = Array.from({ length: 3 }, () =>
      startWorker({
        ...{ ...location, client, shared, concurrency: 3, onEvent: (event) => events.push(event) },
        target: postgres({ connection: stores.url, schema: divided.schema }),
      }),
    );
    const parts = 12 + 1 + 18;
    const done = () => events.filter(({ type }) => type === "done").length;
    while (done() < parts + 1 && !events.some(({ type }) => type === "failed")) await new Promise((resolve) => setTimeout(resolve, 20));
    await Promise.all(workers.map((worker) => worker.close()));
    await jobs.close();
    expect(events.filter(({ type }) => type !== "done")).toEqual([]);
    expect(events.some(({ message }) => /^campaign_days of \d+, \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d: done, \d+ rows$/.test(message))).toBe(
      true,
    );
    expect(api.requests.filter(({ step }) => step === "create")).toHaveLength(2 * count);
    expect(await contents(divided.schema)).toEqual(await contents(alone.schema));
  });
});
