import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customTarget } from "../../../generated/sync.js";
import { memoryState } from "../../../runtime/shared-state/memory.js";
import { folderTarget } from "../../../runtime/sync/folder.js";
import { s3Target } from "../../../runtime/sync/s3.js";
import type { Target } from "../../../runtime/sync/target.js";
import { transpiled } from "../../support/consumer.js";
import { isLong, many } from "../../support/effort.js";
import { type Moto, moto, NO_MOTO, SKIPPED_S3 } from "../../support/moto.js";
import { killedBucket } from "../../support/s3-kills.js";
import { clientOptions } from "../../support/s3-place.js";
import { LOCK, type S3Store, s3Store } from "../../support/s3-stores.js";
import { type Fault, type Passing, way } from "../../support/s3-way.js";
import { CAMPAIGN_DAYS, syncSetting } from "../../support/sync.js";
import { twoServers } from "../../support/sync-kills.js";
import { targetChecks } from "../../support/target-checks.js";
import { ACCOUNT, cellsIn, DAILY, DAYS, opened, row, stream } from "../../support/target-store.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

/** Few enough days that each request can fail once. */
const FEW = { days: 1, since: "2026-06-10" };

/** Syncs the accounts on several days in a row. Each day restates earlier rows. */
async function nights(
  target: Target,
  { accounts = 2, days = 2, since = "2026-06-01" } = {},
): Promise<void> {
  await using setting = await syncSetting({ accounts, restated: 0.05 });
  for (let day = 0; day < days; day++) {
    const { failed } = await setting.client.report.sync({
      target: customTarget(target),
      tables: { campaign_days: CAMPAIGN_DAYS },
      entities: ["campaigns"],
      ...(day === 0 && { since }),
    });
    expect(failed).toEqual([]);
    await setting.nextDay();
  }
}

/** The files of a folder by path. */
function filesIn(folder: URL): ReadonlyMap<string, Buffer> {
  const paths = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()
    : [];
  return new Map(
    paths.flatMap((path) => {
      const file = new URL(path, folder);
      return statSync(file).isFile() ? [[path, readFileSync(file)]] : [];
    }),
  );
}

/** Expects the bucket and the folder to contain the same files, byte for byte. */
async function expectSame(store: S3Store, folder: URL): Promise<number> {
  const files = filesIn(folder);
  expect(
    [...filesIn(await store.asFolder())].filter(([path, bytes]) => !files.get(path)?.equals(bytes)),
  ).toEqual([]);
  expect((await store.keys()).filter((key) => key !== LOCK)).toEqual([...files.keys()].toSorted());
  return files.size;
}

describe.skipIf(NO_MOTO !== null)(`a bucket as a target${SKIPPED_S3}`, () => {
  let server: Moto;
  let folder: URL;

  beforeAll(async () => {
    server = await moto();
    folder = temporaryFolder();
    await nights(folderTarget(folder), FEW);
  });
  afterAll(() => server[Symbol.asyncDispose]());

  for (const { name, run } of targetChecks({ createStore: () => s3Store(server.url) }))
    it(name, run);

  it(
    "has the same files as a folder, byte for byte, after a year of 10 accounts and the following nights",
    async () => {
      const accounts = isLong ? 10 : many(5, 2);
      const year = { accounts, since: "2025-06-15", days: isLong ? 4 : 2 };
      const [store, whole] = [await s3Store(server.url), temporaryFolder()];
      await nights(folderTarget(whole), year);
      await nights(store.target(), year);
      expect(await expectSame(store, whole)).toBeGreaterThan(accounts * 300);
    },
    isLong ? 3_600_000 : 300_000,
  );

  it("needs one write request per day, and lists only the files of the loaded accounts", async () => {
    await using path = await way(server.url);
    const store = await s3Store(server.url, { endpoint: path.url });
    await nights(store.target(), { days: 1 });
    path.passed.length = 0;
    await nights(store.target(), { days: 1 });
    const keysOf = (methods: string, part: RegExp) =>
      path.passed.filter(({ method, key }) => method === methods && part.test(key));
    const days = keysOf("PUT", /partition_day/).map(({ key }) => key.replace(/\?.*/, ""));
    expect(days.length).toBeGreaterThan(20);
    expect(new Set(days).size).toBe(days.length);
    // An account's stamps are removed before its days are written, and are written again
    // afterwards.
    expect(keysOf("PUT", /_sync\/campaign_days\/\d+\.json/)).toHaveLength(2 * 2);
    const lists = keysOf("GET", /list-type=2/).map(
      ({ key }) => new URLSearchParams(key.replace(/^\?/, "")).get("prefix") ?? "",
    );
    const ofTable = lists.filter((prefix) => prefix.startsWith("ads/eu/campaign_days"));
    expect(ofTable.toSorted()).toEqual([
      "ads/eu/campaign_days/partition_account=549755885175/",
      "ads/eu/campaign_days/partition_account=549755885176/",
    ]);
  });

  describe("a bucket whose requests fail", () => {
    const FAULTS: readonly Fault[] = ["503", "503 after", "cut request", "cut", "cut answer"];
    // Most of the time, the store's client is waiting for its next attempt.
    it.concurrent.each(FAULTS)(
      "has the same files as a folder if each request fails once with %s",
      async (fault) => {
        await using path = await way(server.url);
        const met = new Set<string>();
        path.onRequest = ({ method, key }: Passing) => {
          const request = `${method} ${key}`;
          if (met.has(request)) return null;
          met.add(request);
          return fault;
        };
        const store = await s3Store(server.url, { endpoint: path.url });
        await nights(store.target(), FEW);
        expect(met.size).toBeGreaterThan(30);
        await expectSame(store, folder);
      },
    );

    it("ends the run with the store's error if requests fail repeatedly", async () => {
      await using path = await way(server.url);
      const store = await s3Store(server.url, { endpoint: path.url });
      path.onRequest = () => "503";
      const client = { ...clientOptions(path.url), maxAttempts: 2 };
      const { bucket, prefix } = JSON.parse(store.location);
      await expect(s3Target({ bucket, prefix, client }).open()).rejects.toMatchObject({
        code: "target_unavailable",
        message: expect.stringMatching(/^s3:\/\/reports-[\d-]+\/ads\/eu: SlowDown: Reduce/),
      });
    });

    it("is named in the error if it does not exist", async () => {
      const missing = s3Target({ bucket: "missing", client: clientOptions(server.url) });
      await expect(missing.open()).rejects.toThrow(/^s3:\/\/missing: NoSuchBucket: /);
    });

    it("ends the run with an error that says what to set if its store has no host name for each bucket", async () => {
      const error = new Error("getaddrinfo ENOTFOUND ads.s3.example.com");
      const client = { send: () => Promise.reject(error) };
      await expect(s3Target({ bucket: "ads", client }).open()).rejects.toThrow(
        /^s3:\/\/ads: .* ENOTFOUND ads\.s3\.example\.com; .* set forcePathStyle: true \(in a sync file: force_path_style: true\)$/,
      );
    });

    it("ends the run with an error about the target if its credentials have expired", async () => {
      const error = Object.assign(new Error("The provided token has expired."), {
        name: "ExpiredToken",
        $metadata: { httpStatusCode: 400 },
      });
      const client = { send: () => Promise.reject(error) };
      await expect(s3Target({ bucket: "ads", client }).open()).rejects.toMatchObject({
        code: "target_unavailable",
        message: "s3://ads: ExpiredToken: The provided token has expired.",
      });
    });

    it("leaves no old stamp on new rows if a put succeeds but reports an error", async () => {
      await using path = await way(server.url);
      const store = await s3Store(server.url, { endpoint: path.url });
      const client = { ...clientOptions(path.url), maxAttempts: 1 };
      const { bucket, prefix } = JSON.parse(store.location);
      const target = () => s3Target({ bucket, prefix, client });
      const window = { table: DAILY, adAccountId: ACCOUNT, days: { from: DAYS[0], to: DAYS[0] } };
      await opened(target(), async (session) => {
        await session.ensureTable(DAILY);
        await session.replace({ ...window, stamp: "old" }, stream([row(ACCOUNT, DAYS[0], "1")]));
      });
      await opened(target(), async (session) => {
        await session.ensureTable(DAILY);
        path.onRequest = ({ key }) => (/partition_day/.test(key) ? "cut" : null);
        const rows = stream([row(ACCOUNT, DAYS[0], "2")]);
        await expect(session.replace({ ...window, stamp: "new" }, rows)).rejects.toMatchObject({
          code: "target_unavailable",
        });
      });
      path.onRequest = () => null;
      expect((await cellsIn(store, DAILY)).map((cells) => cells[2])).toEqual(["2"]);
      await opened(target(), async (session) => {
        expect([...(await session.loadedDays(DAILY.name, ACCOUNT))]).toEqual([]);
      });
    });
  });

  it("has each window either entirely old or entirely new after a kill between two requests, and the next run loads the rest", async () => {
    await using servers = await twoServers();
    const child = transpiled(fileURLToPath(new URL("sync-child.ts", import.meta.url)));
    const bucket = await killedBucket(servers, { url: server.url, child });
    const kills = many(bucket.requests, 6);
    const renewed: number[] = [];
    for (let kill = 0; kill < kills; kill++)
      renewed.push(await bucket.killedAt(1 + Math.floor((kill * bucket.requests) / kills)));
    expect(renewed[0]).toBe(0);
    expect(Math.max(...renewed)).toBeGreaterThan(5);
    expect(new Set(renewed).size).toBeGreaterThan(2);
  });

  describe("a bucket with one writer at a time", () => {
    it("names the process that is writing", async () => {
      const store = await s3Store(server.url);
      await opened(store.target(), async () => {
        await expect(store.target().open()).rejects.toThrow(
          new RegExp(
            `/ads/eu is in use by process ${process.pid} on .*: wait until that run has ended. If no run is active, remove s3://.*/ads/eu/_sync/\\.lock; nothing was sent$`,
          ),
        );
      });
      await opened(store.target(), async () => {});
    });

    it("lets one of many simultaneous runs write, and rejects the others", async () => {
      const store = await s3Store(server.url);
      const runs = await Promise.allSettled(Array.from({ length: 8 }, () => store.target().open()));
      const open = runs.flatMap((run) => (run.status === "fulfilled" ? [run.value] : []));
      expect(open).toHaveLength(1);
      await open[0]?.close();
    });

    const held = (text: string, more: object) =>
      JSON.stringify({ ...JSON.parse(text), id: "other", place: "elsewhere", ...more });

    it("respects the lock of a process on another machine for two minutes, measured by the store's clock", async () => {
      const store = await s3Store(server.url);
      await opened(store.target(), async () => {});
      const text = new TextDecoder().decode(await store.get(LOCK));
      await store.put(LOCK, held(text, { host: "a.example", pid: 7, isReleased: false }));
      await expect(store.target().open()).rejects.toThrow(/in use by process 7 on a\.example/);
      await using early = await way(server.url, { laterMs: 110_000 });
      await using late = await way(server.url, { laterMs: 125_000 });
      const at = (endpoint: string) => {
        const { bucket, prefix } = JSON.parse(store.location);
        return s3Target({ bucket, prefix, client: clientOptions(endpoint) });
      };
      await expect(at(early.url).open()).rejects.toThrow(/in use by process 7/);
      await opened(at(late.url), async () => {});
    });

    it("is rejected if its lock object is not a valid lock", async () => {
      const store = await s3Store(server.url);
      await store.put(LOCK, "notes");
      await expect(store.target().open()).rejects.toThrow(/_sync\/\.lock is not a sync lock/);
    });

    // The process is stopped, or the machine sleeps; only the second clock runs during sleep.
    it.each([
      ["its own clock", performance],
      ["the date", Date],
    ])(
      "is left unchanged by a suspended run after another run has taken over (suspension noticed by %s)",
      async (_, clock) => {
        const store = await s3Store(server.url);
        await opened(store.target(), async (session) => {
          await session.ensureTable(DAILY);
        });
        const first = await store.target().open();
        const text = new TextDecoder().decode(await store.get(LOCK));
        await store.put(LOCK, held(text, {}));
        const { now } = clock;
        const later = now.call(clock) + 60_000;
        try {
          clock.now = () => later;
          const days = { from: DAYS[0], to: DAYS[0] };
          const window = { table: DAILY, adAccountId: ACCOUNT, days, stamp: "late" };
          await expect(first.replace(window, stream([row(ACCOUNT, DAYS[0], "1")]))).rejects.toThrow(
            /another run, which began while this one was suspended/,
          );
        } finally {
          clock.now = now;
        }
        await first.close();
        expect(await store.keys(DAILY.name)).toEqual([]);
        expect(new TextDecoder().decode(await store.get(LOCK))).toContain('"other"');
      },
    );

    it.each(["ignored", "unknown"] as const)(
      "needs shared state if write conditions are %s, and then rejects a second run with an error that names the first run's lease",
      async (conditions) => {
        await using unconditional = await way(server.url, { conditions });
        const endpoint = unconditional.url;
        const store = await s3Store(server.url, { endpoint });
        await expect(store.target().open()).rejects.toThrow(
          /ads\/eu: the store ignores If-None-Match or If-Match, so two runs could write at the same time: if you call sync from code, pass the `shared` option/,
        );
        expect(await store.keys()).toEqual([]);
        const shared = memoryState();
        const { bucket, prefix } = JSON.parse(store.location);
        const target = () => s3Target({ bucket, prefix, client: clientOptions(endpoint), shared });
        await opened(target(), async () => {
          await expect(target().open()).rejects.toThrow(
            /in use by another run: wait until that run has ended\. That run holds the lease in .*, because the store does not support conditional writes/,
          );
        });
        await opened(target(), async () => {});
        expect(await store.keys()).toEqual([]);
      },
    );
  });

  it("does not delay an aborted run, even if it does not respond", async () => {
    await using path = await way(server.url);
    const store = await s3Store(server.url, { endpoint: path.url });
    const stop = new AbortController();
    const reason = new Error("stopped");
    const session = await store.target().open({ signal: stop.signal });
    await session.ensureTable(DAILY);
    path.onRequest = ({ key }) => (/partition_day/.test(key) ? new Promise(() => {}) : null);
    const days = { from: DAYS[0], to: DAYS[0] };
    const window = { table: DAILY, adAccountId: ACCOUNT, days, stamp: "new" };
    const replacing = session.replace(window, stream([row(ACCOUNT, DAYS[0], "1")]));
    setTimeout(() => stop.abort(reason), 200);
    await expect(replacing).rejects.toBe(reason);
    await expect(session.table(DAILY.name)).rejects.toBe(reason);
    await session.close();
    await opened(store.target(), async (next) => {
      expect([...(await next.loadedDays(DAILY.name, ACCOUNT))]).toEqual([]);
    });
  });

  describe("a bucket in a store that ignores conditions", () => {
    for (const { name, run } of targetChecks({
      createStore: async () => {
        const unconditional = await way(server.url, { conditions: "ignored" });
        return s3Store(server.url, { endpoint: unconditional.url, shared: memoryState() });
      },
    }))
      it(`works with shared state: ${name}`, run);
  });
});
