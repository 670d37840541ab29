import { describe, expect, it } from "vitest";
import type { ClientOptions } from "../../../runtime/auth/credentials.js";
import type { JournalEntry } from "../../../runtime/batch/journal.js";
import { AuthError, CreateOutcomeUnknownError } from "../../../runtime/errors.js";
import type { FakeServerOptions } from "../../../runtime/testing/index.js";
import { many } from "../../support/effort.js";
import { all, bodyFor, createClient, type Setting, setting } from "../../support/flow.js";
import { createSteadyClock } from "../../support/steady-clock.js";

const always = Number.POSITIVE_INFINITY;
// Several times as many as run at once.
const MANY = many(300, 60);

interface Outage {
  /** The outage starts after this many creates, or after this many milliseconds. */
  readonly atCreate?: number;
  readonly from?: number;
  /** The duration in milliseconds. */
  readonly ms: number;
  readonly kind: "503" | "reset" | "refused" | "429";
}

interface Scene extends Setting {
  /** The number of creates during the outage. */
  readonly met: () => number;
}

/** A client whose calls meet an outage. The clock advances by itself. */
async function scene(
  { atCreate, from = always, ms, kind }: Outage,
  server: FakeServerOptions = {},
  options: Partial<ClientOptions> = {},
): Promise<Scene> {
  const clock = createSteadyClock({ start: "2026-03-10T12:00:00Z", random: () => 0.5 });
  const back = await setting({ clock, ...server });
  let [creates, began, met] = [0, from, 0];
  // Without a network, because the fake clock must not advance while a request is in flight.
  const fetch: ClientOptions["fetch"] = async (url, init) => {
    const create = init.method === "POST";
    if (create && ++creates === atCreate) began = clock.now();
    if (clock.now() < began || clock.now() >= began + ms || !url.includes("/ad_accounts/"))
      return back.server.fetch(url, init);
    if (create) met++;
    if (kind === "503" || kind === "429") return new Response("<html>", { status: Number(kind) });
    throw Object.assign(new Error(kind), {
      code: kind === "reset" ? "ECONNRESET" : "ECONNREFUSED",
    });
  };
  const { accessToken, url: baseUrl } = back.server;
  const rateLimits = { "*": { requests: 100, perMs: 1_000 } };
  const client = createClient({
    accessToken,
    baseUrl,
    clock,
    fetch,
    rateLimits,
    ...options,
  } as ClientOptions);
  return { ...back, client, met: () => met };
}

function tasks({ server }: Setting, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    adAccountId: String(1_000 + index),
    body: bodyFor(server),
  }));
}

async function outcome(one: Setting, count: number, options: object = {}) {
  const items = await all(one.client.report.runAll(tasks(one, count), options));
  const failed = items.filter((item) => item.type === "failed");
  return {
    done: items.filter(({ type }) => type === "done").length,
    failed: failed.map(({ error }) => error),
  };
}

describe(`a run of ${MANY} accounts in an outage`, () => {
  it.each(["503", "reset"] as const)(
    "loses only requests in flight, and no waiting ones, in a five-second outage: %s",
    async (kind) => {
      await using one = await scene({ atCreate: 50, ms: 5_000, kind });
      const { done, failed } = await outcome(one, MANY);
      // Twenty requests run at once. When one fails, no waiting request takes its place.
      expect(failed.length).toBeLessThanOrEqual(20);
      expect(failed.length).toBe(one.met());
      expect(one.met()).toBeGreaterThan(0);
      expect(done).toBe(MANY - failed.length);
      expect(failed.filter((error) => !(error instanceof CreateOutcomeUnknownError))).toEqual([]);
    },
  );

  it.each(["refused", "429"] as const)(
    "loses nothing in an outage of five seconds or a minute, because unaccepted requests wait again: %s",
    async (kind) => {
      for (const outage of [
        { from: 0, ms: 5_000 },
        { atCreate: 50, ms: 60_000 },
      ]) {
        await using one = await scene({ ...outage, kind });
        expect(await outcome(one, MANY)).toEqual({ done: MANY, failed: [] });
      }
    },
  );

  it("sends a create occasionally if the outage starts before there is a report to poll", async () => {
    await using one = await scene({ from: 0, ms: 5_000, kind: "503" });
    const { done, failed } = await outcome(one, MANY);
    expect(failed.length).toBeLessThanOrEqual(20 + 4);
    expect(done).toBe(MANY - failed.length);
  });
});

describe("a run of many reports", () => {
  it("loses none of the 20 reports it is waiting for in a minute of 503s", async () => {
    await using one = await scene({ from: 500, ms: 60_000, kind: "503" }, { polls: 3 });
    expect(await outcome(one, 20)).toEqual({ done: 20, failed: [] });
  });

  it("with a concurrency of one, loses one report in a nine-minute outage and only polls meanwhile", async () => {
    await using one = await scene(
      { atCreate: 10, ms: 540_000, kind: "503" },
      { polls: 0 },
      { rateLimits: { "*": { requests: 1, perMs: 1_000 } } },
    );
    const { done, failed } = await outcome(one, 30, { concurrency: 1 });
    expect(failed.length).toBe(1);
    expect(done).toBe(30 - failed.length);
  });

  it("ends even if an outage does not end", async () => {
    await using one = await scene({ atCreate: 30, ms: always, kind: "503" });
    const count = many(100, 50);
    const { done, failed } = await outcome(one, count);
    expect(done + failed.length).toBe(count);
    // Ten minutes of polls, then one create a minute.
    expect(one.server.clock.now()).toBeGreaterThan(600_000);
    await using refused = await scene({ atCreate: 30, ms: always, kind: "refused" });
    const other = await outcome(refused, count);
    expect(other.done + other.failed.length).toBe(count);
  });

  it("creates other reports while polls for a few accounts keep failing", async () => {
    const trouble = new Set(["1000", "1001"]);
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      const [, account = ""] = /ad_accounts\/(\d+)/.exec(url) ?? [];
      return init.method === "GET" && trouble.has(account)
        ? new Response("", { status: 500 })
        : globalThis.fetch(url, init);
    };
    // The other reports are ready at once, because the polls above advance the fake clock while
    // they wait.
    await using one = await setting({ polls: 0 }, { fetch } as Partial<ClientOptions>);
    const { done, failed } = await outcome(one, 60, { concurrency: 4 });
    expect(done).toBe(58);
    expect(failed).toMatchObject([{ code: "poll_timeout" }, { code: "poll_timeout" }]);
  });

  it("completes with a concurrency above the rate limit by polling before it starts more requests", async () => {
    const clock = createSteadyClock({ start: "2026-03-10T12:00:00Z" });
    const limit = { requests: 30, perMs: 60_000 };
    await using back = await setting({ clock, polls: 3, quotas: [limit] });
    // Without a network, because the fake clock must not advance while a request is in flight.
    const { accessToken, url: baseUrl, fetch } = back.server;
    await using one = await setting(
      { clock },
      { accessToken, baseUrl, fetch, rateLimits: { "*": limit } },
    );
    const { done, failed } = await outcome(one, 150, { concurrency: 10_000 });
    expect({ done, failed }).toEqual({ done: 150, failed: [] });
    // Each report takes a create and three polls.
    expect(clock.now()).toBeGreaterThan(1_100_000);
  });

  it("fails requests that would exceed a daily limit instead of waiting for the next day", async () => {
    await using one = await setting(
      { polls: 0 },
      { rateLimits: { "*": { requests: 20, perMs: 86_400_000 } } },
    );
    const { done, failed } = await outcome(one, 30, { concurrency: 5 });
    expect(done).toBeGreaterThanOrEqual(5);
    expect(
      failed.every((error) =>
        ["rate_limit", "poll_timeout"].includes((error as { code: string }).code),
      ),
    ).toBe(true);
    expect(one.server.clock.now()).toBeLessThan(3_600_000);
  });
});

describe("an invalid token", () => {
  const store = () => {
    const entries: JournalEntry[] = [];
    return {
      entries,
      read: async () => entries,
      append: async (entry: JournalEntry) => void entries.push(entry),
    };
  };
  const refusal = (code: number) =>
    new Response(JSON.stringify({ code, message: "no" }), { status: 401 });

  it("ends the run with its error: nothing more is sent, and the journal records the refusals", async () => {
    await using one = await setting({ polls: 0 });
    const journal = store();
    one.server.revoke();
    const run = all(one.client.report.runAll(tasks(one, 300), { journal }));
    await expect(run).rejects.toBeInstanceOf(AuthError);
    await expect(run).rejects.toMatchObject({ apiCode: 2 });
    expect(one.server.requests.length).toBeLessThanOrEqual(20);
    const whats = journal.entries.map(({ what }) => what);
    expect(whats.filter((what) => what === "intent").length).toBe(
      whats.filter((what) => what === "refused").length,
    );
    // With a valid token, the run continues normally.
    await using other = await setting({ polls: 0 });
    const items = await all(
      other.client.report.runAll(tasks(other, 40), {
        journal: { ...store(), read: async () => journal.entries },
      }),
    );
    expect(items.filter(({ type }) => type === "done")).toHaveLength(40);
  });

  it("ends the run at the next poll, and a later run continues the created reports", async () => {
    const journal = store();
    const clock = createSteadyClock({ start: "2026-03-10T12:00:00Z" });
    await using one = await setting({ clock, polls: 3 });
    let looks = 0;
    const fetch = (url: string, init: RequestInit) =>
      init.method === "GET" && ++looks > 30
        ? Promise.resolve(refusal(2))
        : globalThis.fetch(url, init);
    await using other = await setting({ clock }, {
      accessToken: one.server.accessToken,
      baseUrl: one.server.url,
      fetch,
    } as Partial<ClientOptions>);
    await expect(
      all(other.client.report.runAll(tasks(one, 60), { journal })),
    ).rejects.toBeInstanceOf(AuthError);
    const created = one.server.requests.filter(({ step }) => step === "create").length;
    expect(created).toBeLessThan(60);
    expect(
      (await outcome(one, 60, { journal: { ...journal, append: async () => {} } })).failed,
    ).toEqual([]);
    expect(one.server.requests.filter(({ step }) => step === "create")).toHaveLength(60);
  });

  it("also ends the run if it is a refresh token", async () => {
    await using one = await setting({ faults: [{ name: "refresh-refused", times: always }] });
    const { url: baseUrl, clock } = one.server;
    const credentials = {
      accessToken: undefined,
      refreshToken: "r-1",
      clientId: "1",
      clientSecret: "secret",
    };
    await using other = await setting({ clock }, {
      ...credentials,
      baseUrl,
    } as object as Partial<ClientOptions>);
    await expect(all(other.client.report.runAll(tasks(one, 50)))).rejects.toBeInstanceOf(AuthError);
    expect(one.server.requests.map(({ step }) => step)).toEqual(["token"]);
  });

  it.each([3, 7, 29])(
    "is not assumed after a 401 with code %d, which concerns a single account",
    async (code) => {
      await using one = await setting({ polls: 0 });
      const fetch = (url: string, init: RequestInit) =>
        url.includes("/1003/") ? Promise.resolve(refusal(code)) : globalThis.fetch(url, init);
      const { accessToken, url: baseUrl, clock } = one.server;
      await using other = await setting({ clock }, {
        accessToken,
        baseUrl,
        fetch,
      } as Partial<ClientOptions>);
      const { done, failed } = await outcome(other, 10);
      expect(done).toBe(9);
      expect(failed).toMatchObject([{ code: "auth", apiCode: code }]);
    },
  );
});
