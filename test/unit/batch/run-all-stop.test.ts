import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ClientOptions } from "../../../runtime/auth/credentials.js";
import type { JournalEntry } from "../../../runtime/batch/journal.js";
import { RunSignals } from "../../../runtime/batch/queue.js";
import { ConnectionError, InvalidArgumentError } from "../../../runtime/errors.js";
import type { FakeServerOptions } from "../../../runtime/testing/index.js";
import { all, bodyFor, type Setting, setting } from "../../support/flow.js";

const always = Number.POSITIVE_INFINITY;

function tasks({ server }: Pick<Setting, "server">, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    adAccountId: String(1_000 + index),
    body: bodyFor(server),
  }));
}

async function folder(): Promise<{ readonly journal: string } & AsyncDisposable> {
  const home = await mkdtemp(join(tmpdir(), "journal-"));
  return {
    journal: join(home, "run.ndjson"),
    [Symbol.asyncDispose]: () => rm(home, { recursive: true }),
  };
}

/**
 * A client whose first creates get their responses when `answer` is called, and later ones
 * immediately.
 */
async function slow(
  options: FakeServerOptions = {},
): Promise<Setting & { readonly answer: () => void; readonly waiting: () => number }> {
  let [waiting, answer] = [0, () => {}];
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const response = await globalThis.fetch(url, init);
    if (init.method === "POST") waiting++;
    if (init.method === "POST") await answered;
    return response;
  };
  const one = await setting({ polls: 0, ...options }, { fetch } as Partial<ClientOptions>);
  return Object.assign(one, { answer: () => answer(), waiting: () => waiting });
}

/** How many creates in a journal were started but have no result. */
async function open(journal: string): Promise<number> {
  const lines = (await readFile(journal, "utf8")).split("\n").filter(Boolean);
  const whats = lines.map((line) => (JSON.parse(line) as JournalEntry).what);
  const count = (what: string) => whats.filter((one) => one === what).length;
  return count("intent") - count("handle") - count("refused");
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 6_000 && !condition(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(condition()).toBe(true);
}

describe("a run that ends early", () => {
  it("records the responses to its creates and leaves nothing open if the reader stops", async () => {
    await using one = await setting({ polls: 0 }, { fetch: later } as Partial<ClientOptions>);
    await using home = await folder();
    let done = 0;
    for await (const item of one.client.report.runAll(tasks(one, 60), {
      ...home,
      concurrency: 10,
    })) {
      if (item.type === "done" && ++done === 5) break;
    }
    expect(await open(home.journal)).toBe(0);
    expect(existsSync(`${home.journal}.lock`)).toBe(false);
    const created = one.server.requests.filter(({ step }) => step === "create").length;
    expect(created).toBeLessThan(40);
    const again = await all(one.client.report.runAll(tasks(one, 60), { ...home, concurrency: 10 }));
    expect(again.filter(({ type }) => type === "failed")).toEqual([]);
    expect(one.server.requests.filter(({ step }) => step === "create")).toHaveLength(60);
  });

  it("also records the responses to its creates if its source fails", async () => {
    await using one = await slow();
    await using home = await folder();
    async function* source() {
      yield* tasks(one, 3);
      await until(() => one.waiting() === 3);
      setTimeout(one.answer, 50);
      throw new Error("the list broke off");
    }
    await expect(all(one.client.report.runAll(source(), home))).rejects.toThrow(
      "the list broke off",
    );
    expect(await open(home.journal)).toBe(0);
  });

  it("rejects immediately with the signal's reason, and return() waits until the responses are recorded", async () => {
    await using one = await slow();
    await using home = await folder();
    const stop = new AbortController();
    const items = one.client.report.runAll(tasks(one, 30), {
      ...home,
      concurrency: 5,
      signal: stop.signal,
    });
    const first = items.next().catch((reason: unknown) => reason);
    await until(() => one.waiting() === 5);
    stop.abort("enough");
    // No create has been answered yet.
    expect(await first).toBe("enough");
    expect(await open(home.journal)).toBe(5);
    await expect(all(one.client.report.runAll(tasks(one, 30), home))).rejects.toThrow(/in use/);
    one.answer();
    await items.return();
    expect(await open(home.journal)).toBe(0);
    const again = await all(one.client.report.runAll(tasks(one, 30), home));
    expect(again.filter(({ type }) => type === "done")).toHaveLength(30);
    expect(one.server.requests.filter(({ step }) => step === "create")).toHaveLength(30);
  });

  it("leaves creates open in the journal if they get no response within an attempt's time limit", async () => {
    await using one = await setting(
      { faults: [{ name: "silence", on: "create", times: always }] },
      { timeoutMs: 600 },
    );
    await using home = await folder();
    const items = one.client.report.runAll(tasks(one, 1), home);
    const first = items.next();
    await until(() => one.server.requests.length === 1);
    await items.return();
    expect((await first).done).toBe(true);
    expect(await open(home.journal)).toBe(1);
  });

  it("removes the journal's intent to create if the request was not sent", async () => {
    await using one = await setting();
    const entries: JournalEntry[] = [];
    let noted = () => {};
    const append = async (entry: JournalEntry) => {
      entries.push(entry);
      if (entry.what === "intent") await new Promise<void>((resolve) => (noted = resolve));
    };
    const items = one.client.report.runAll(tasks(one, 1), {
      journal: { read: async () => [], append },
    });
    const first = items.next();
    await until(() => entries.length === 1);
    const end = items.return();
    noted();
    await end;
    expect((await first).done).toBe(true);
    expect(entries.map(({ what }) => what)).toEqual(["intent", "refused"]);
    expect(one.server.requests).toEqual([]);
  });

  it("ends immediately without a journal, because there is nothing to record", async () => {
    await using one = await setting(
      { faults: [{ name: "silence", on: "create", times: always }] },
      { timeoutMs: 600_000 },
    );
    const items = one.client.report.runAll(tasks(one, 3));
    const first = items.next();
    await until(() => one.server.requests.length === 3);
    await items.return();
    expect((await first).done).toBe(true);
  });

  it.each([false, true])(
    "stops when its signal is aborted right after the start; with a journal: %s",
    async (journal) => {
      await using one = await setting({ polls: 0 });
      await using home = await folder();
      const stop = new AbortController();
      const items = one.client.report.runAll(tasks(one, 3), {
        signal: stop.signal,
        ...(journal && home),
      });
      const first = items.next().catch((reason: unknown) => reason);
      stop.abort("stop now");
      expect(await first).toBe("stop now");
      await items.return();
      expect(one.server.requests).toEqual([]);
      expect(existsSync(`${home.journal}.lock`)).toBe(false);
    },
  );

  it("stops for a signal while the journal is being read", async () => {
    await using one = await setting();
    const stop = new AbortController();
    const journal = { read: () => new Promise<never>(() => {}), append: async () => {} };
    const first = one.client.report.runAll(tasks(one, 1), { signal: stop.signal, journal }).next();
    setTimeout(() => stop.abort("stop now"), 20);
    await expect(first).rejects.toBe("stop now");
  });
});

describe("creates in flight when a run ends", () => {
  afterEach(() => vi.useRealTimers());

  it("have ten seconds to get a response, after which their outcome is unknown", () => {
    vi.useFakeTimers();
    const stops = new RunSignals(true);
    stops.stop("enough");
    const { signal, hardAbortSignal: cut } = stops.signals;
    expect([signal.reason, cut.aborted]).toEqual(["enough", false]);
    vi.advanceTimersByTime(9_999);
    expect(cut.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(cut.reason).toBeInstanceOf(ConnectionError);
    expect(cut.reason).toMatchObject({ sent: true });
  });

  it("cause no wait if no create is in flight", () => {
    vi.useFakeTimers();
    const stops = new RunSignals(true);
    stops.end();
    stops.stop("the iteration was ended early");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("are aborted immediately without a journal, but only after ten seconds if the run's deadline has passed", () => {
    vi.useFakeTimers();
    const [left, late] = [new RunSignals(false), new RunSignals(false)];
    left.stop("enough");
    expect(left.signals).toMatchObject({
      signal: { aborted: true },
      work: { aborted: true },
      hardAbortSignal: { aborted: true },
    });
    late.giveUp();
    expect(late.signals).toMatchObject({
      signal: { aborted: false },
      work: { aborted: true },
      hardAbortSignal: { aborted: false },
    });
    vi.advanceTimersByTime(10_000);
    expect(late.signals.hardAbortSignal.aborted).toBe(true);
  });
});

describe("invalid input to runAll", () => {
  const cyclic = (one: Setting): object => {
    const body: Record<string, unknown> = { ...bodyFor(one.server) };
    body.self = body;
    return { adAccountId: "5", body };
  };

  it.each([false, true])(
    "fails only the request that contains it; with a journal: %s",
    async (journal) => {
      await using one = await setting({ polls: 0 });
      await using home = await folder();
      const wrong = [
        cyclic(one),
        { adAccountId: "6", body: { x: 1n } },
        null,
        undefined,
        5,
        {},
      ] as never[];
      const good = tasks(one, 4);
      const items = await all(
        one.client.report.runAll([...wrong, ...good], { concurrency: 2, ...(journal && home) }),
      );
      const failed = items.filter((item) => item.type === "failed");
      expect(failed.map(({ request }) => request)).toEqual(expect.arrayContaining(wrong));
      expect(failed).toHaveLength(wrong.length);
      expect(failed.filter(({ error }) => !(error instanceof Error))).toEqual([]);
      expect(items.filter(({ type }) => type === "done")).toHaveLength(4);
    },
  );

  it.each([undefined, null, "abc", 5, {}])(
    "is rejected if the source contains no requests: %j",
    async (requests) => {
      await using one = await setting();
      await expect(all(one.client.report.runAll(requests as never))).rejects.toBeInstanceOf(
        InvalidArgumentError,
      );
    },
  );

  it.each([{ deadlineMs: -1 }, { deadlineMs: Number.NaN }])(
    "is rejected, and nothing is sent, with the options %j",
    async (options) => {
      await using one = await setting();
      await expect(all(one.client.report.runAll(tasks(one, 5), options))).rejects.toBeInstanceOf(
        RangeError,
      );
      expect(one.server.requests).toEqual([]);
    },
  );

  it.each(["", 5, {}, { read: async () => [] }])(
    "is rejected if the journal is %j",
    async (journal) => {
      await using one = await setting();
      await expect(
        all(one.client.report.runAll(tasks(one, 1), { journal: journal as never })),
      ).rejects.toBeInstanceOf(InvalidArgumentError);
    },
  );
});

describe("onEvent", () => {
  it("is called for the events of one runAll call, as is the client's own listener", async () => {
    await using one = await setting({ polls: 0 });
    const heard: string[] = [];
    await all(one.client.report.runAll(tasks(one, 2), { onEvent: ({ type }) => heard.push(type) }));
    expect(heard.filter((type) => type === "created")).toHaveLength(2);
    expect(one.events.filter(({ type }) => type === "created")).toHaveLength(2);
  });
});

async function later(url: string, init: RequestInit): Promise<Response> {
  const response = await globalThis.fetch(url, init);
  if (init.method === "POST") await new Promise((resolve) => setTimeout(resolve, 100));
  return response;
}
