import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { systemClock } from "../../../runtime/clock.js";
import {
  CreateOutcomeUnknownError,
  DownloadError,
  RunDeadlineError,
} from "../../../runtime/errors.js";
import type { ClientEvent } from "../../../runtime/support-client.js";
import type { FinishedReport, ReportHandle } from "../../../runtime/types.js";
import {
  account,
  all,
  bodyFor,
  CLOSED_PORT,
  createClient,
  type Setting,
  setting,
} from "../../support/flow.js";
import { gate } from "../../support/gate.js";

const DAY = {
  start_date: "2026-03-03",
  end_date: "2026-03-09",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID"],
} as const;
const tasks = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ adAccountId: String(1_000 + index), body: DAY }));

/** A client on the machine's clock, with a server whose reports never finish. */
async function slow(): Promise<Setting & { readonly own: Setting["client"] }> {
  const scene = await setting({ faults: [{ name: "slow", value: 60_000 }] });
  const clock = { ...systemClock, random: () => 0, date: () => scene.server.clock.date() };
  return {
    ...scene,
    own: createClient({ accessToken: scene.server.accessToken, baseUrl: scene.server.url, clock }),
  };
}

// Values of runDeadlineMs. On a busy machine the first calls may take longer than the shorter
// times.
const TIMES = [1_500, 8_000, 30_000, 120_000] as const;

/**
 * Runs with one time after another, and returns the first result that `hasPassed` accepts, or else
 * the last result. A failing test therefore takes the sum of the times, by default up to 160 s.
 */
async function untilPassed<Result>(
  run: (runDeadlineMs: number) => Promise<Result>,
  hasPassed: (result: Result) => boolean,
  [first, ...longer]: readonly [number, ...number[]] = TIMES,
): Promise<Result> {
  let result = await run(first);
  for (const ms of longer) {
    if (hasPassed(result)) break;
    result = await run(ms);
  }
  return result;
}

// Each test waits on the machine's clock.
describe.concurrent("a run with runDeadlineMs", () => {
  it("ends at the deadline even if the API is unavailable, and lists every unfinished request", async () => {
    const baseUrl = `http://127.0.0.1:${CLOSED_PORT}/v5`;
    // Back-off is so long that no request times out before the deadline.
    const clock = { ...systemClock, random: () => 0.9 };
    const client = createClient({ accessToken: "a", baseUrl, clock, validate: false });
    const items = await untilPassed(
      (runDeadlineMs) => all(client.report.runAll(tasks(300), { runDeadlineMs, concurrency: 20 })),
      (ended) =>
        ended.every(
          (item) => item.type === "failed" && (item.error as RunDeadlineError).reason !== null,
        ),
    );
    expect(items.map(({ type, request }) => [type, request.adAccountId]).sort()).toEqual(
      tasks(300).map(({ adAccountId }) => ["failed", adAccountId]),
    );
    const errors = items.map((item) => (item.type === "failed" ? item.error : null));
    for (const error of errors) expect(error).toBeInstanceOf(RunDeadlineError);
    for (const error of errors)
      expect(error).toMatchObject({
        code: "run_deadline",
        state: "waiting",
        reason: "no response",
        handle: undefined,
      });
    expect(new Set(errors).size).toBe(300);
  });

  it("reports how many requests are waiting, and why, while the API fails", async () => {
    await using back = await setting();
    await using front = await gate(back.server, {
      before: () => ({ status: 503, body: "<html>" }),
    });
    const run = async (runDeadlineMs: number) => {
      const events: ClientEvent[] = [];
      const client = createClient({
        accessToken: "a",
        baseUrl: front.url,
        onEvent: (event) => events.push(event),
        validate: false,
      });
      const items = await all(client.report.runAll(tasks(300), { runDeadlineMs, concurrency: 20 }));
      return { items, runDeadlineMs, held: events.filter((event) => event.type === "paused") };
    };
    const { items, held, runDeadlineMs } = await untilPassed(run, (ended) => ended.held.length > 0);
    const errors = items.map((item) =>
      item.type === "failed" ? (item.error as { readonly code: string }) : null,
    );
    const waited = errors.filter((error) => error?.code === "run_deadline");
    for (const error of waited) expect(error).toMatchObject({ state: "waiting", reason: "503" });
    expect(held.length).toBeGreaterThan(0);
    for (const { message, ms } of held)
      expect([message, ms <= runDeadlineMs]).toEqual(["503", true]);
    // Requests that were in flight at the start of the outage may have created a report. All others
    // wait until the end.
    expect(held.at(-1)?.waiting).toBeGreaterThanOrEqual(waited.length);
    expect(
      waited.length + errors.filter((error) => error?.code === "create_outcome_unknown").length,
    ).toBe(300);
    expect(waited.length).toBeGreaterThan(250);
  });

  it("returns handles for the created reports, and sends no more requests after the deadline", async () => {
    const run = async (runDeadlineMs: number) => {
      await using one = await slow();
      const items = await all(one.own.report.runAll(tasks(12), { runDeadlineMs, concurrency: 4 }));
      const failed = items.flatMap((item) => (item.type === "failed" ? [item] : []));
      const creates = one.server.requests.filter(({ step }) => step === "create").length;
      return { failed, made: failed.filter(({ handle }) => handle !== undefined), creates };
    };
    // With fewer creates, the time was too short to tell.
    const { failed, made, creates } = await untilPassed(run, (ended) => ended.creates >= 4);
    expect(failed).toHaveLength(12);
    expect(made.map(({ error }) => error)).toEqual(
      made.map(() => expect.objectContaining({ state: "created" })),
    );
    for (const { error, handle, request } of made) {
      expect((error as RunDeadlineError).handle).toBe(handle);
      expect(handle?.adAccountId).toBe(request.adAccountId);
    }
    expect([made.length, creates]).toEqual([4, 4]);
  });

  it("continues from its journal without creating any report twice", async () => {
    const folder = await mkdtemp(join(tmpdir(), "runs-"));
    await using one = await slow();
    const journal = join(folder, "journal");
    const first = await all(
      one.own.report.runAll(tasks(6), { runDeadlineMs: 2_000, concurrency: 3, journal }),
    );
    expect(first.map(({ type }) => type)).toEqual(Array(6).fill("failed"));
    await one.server.clock.advance(60_000);
    const then = await all(one.client.report.runAll(tasks(6), { journal }));
    expect(then.filter(({ type }) => type === "done")).toHaveLength(6);
    const creates = one.server.requests
      .filter(({ step }) => step === "create")
      .map(({ path }) => path);
    expect(creates).toHaveLength(new Set(creates).size);
    await rm(folder, { recursive: true });
  });

  it("stops downloading at the deadline even if the reader is slow", async () => {
    const run = async (runDeadlineMs: number) => {
      await using one = await setting({ bytes: 20_000_000 });
      let rows = 0;
      for await (const item of one.client.report.runAll(
        [{ adAccountId: account, body: bodyFor(one.server) }],
        { runDeadlineMs },
      )) {
        if (item.type !== "row") return item;
        if (rows++ === 0) await new Promise((resolve) => setTimeout(resolve, runDeadlineMs + 500));
      }
      return null;
    };
    const item = await untilPassed(run, (ended) => ended !== null && ended.rows > 0);
    expect(item).toMatchObject({
      type: "failed",
      error: { code: "run_deadline", state: "reading" },
    });
    expect(item?.rows).toBeGreaterThan(0);
  });

  it("reads no more requests from an iterable after the deadline, even if the iterable hangs", async () => {
    await using one = await slow();
    let given = 0;
    async function* source() {
      for (const task of tasks(2)) {
        given++;
        yield task;
      }
      await new Promise(() => {});
    }
    const items = await all(
      one.own.report.runAll(source(), { runDeadlineMs: 800, concurrency: 3 }),
    );
    expect([given, items.map(({ type }) => type)]).toEqual([2, ["failed", "failed"]]);
  });

  it("yields exactly one result for each request, whatever the outage or deadline", async () => {
    const stops = fc.record({
      failing: fc.array(fc.constantFrom(200, 503, 429, 0), { maxLength: 8 }),
      ms: fc.integer({ min: 1, max: 400 }),
    });
    await fc.assert(
      fc.asyncProperty(
        stops,
        fc.integer({ min: 1, max: 5 }),
        async ({ failing, ms }, concurrency) => {
          await using one = await slow();
          let asked = 0;
          const fetch = async (url: string, init: object) => {
            const status = failing[asked++ % Math.max(failing.length, 1)] ?? 200;
            if (status === 0) throw Object.assign(new Error("refused"), { code: "ECONNREFUSED" });
            return status === 200
              ? globalThis.fetch(url, init as RequestInit)
              : new Response("<html>", { status });
          };
          const client = createClient({
            accessToken: one.server.accessToken,
            baseUrl: one.server.url,
            fetch,
            validate: false,
          });
          const items = await all(
            client.report.runAll(tasks(9), { runDeadlineMs: ms, concurrency }),
          );
          expect(items.map(({ request }) => request.adAccountId).sort()).toEqual(
            tasks(9).map(({ adAccountId }) => adAccountId),
          );
          const handles = items.flatMap((item) =>
            item.type === "failed" && item.handle ? [item.handle.token] : [],
          );
          const creates = one.server.requests.filter(({ step }) => step === "create").length;
          expect(new Set(handles).size).toBe(creates);
        },
      ),
      { numRuns: 12 },
    );
  });

  it.each([0, -1, Number.NaN, 2 ** 31, "5"])(
    "rejects an invalid time: %s",
    async (runDeadlineMs) => {
      await using one = await setting();
      await expect(
        all(one.client.report.runAll([], { runDeadlineMs: runDeadlineMs as number })),
      ).rejects.toBeInstanceOf(RangeError);
    },
  );
});

describe("a run stopped by runDeadlineMs", () => {
  it("waits for the response to an in-flight create for at most ten seconds", async () => {
    const wait = globalThis.setTimeout;
    // Shortens ten seconds to half a second.
    const shortened = (act: () => void, ms?: number, ...values: []) =>
      wait(act, ms === 10_000 ? 500 : ms, ...values);
    vi.spyOn(globalThis, "setTimeout").mockImplementation(shortened as typeof wait);
    const back = await setting();
    await using front = await gate(back.server, {
      before: ({ method, path }) =>
        method === "POST" && path.includes("/1001/") ? null : undefined,
    });
    front.valid.add("a");
    const client = createClient({ accessToken: "a", baseUrl: front.url, validate: false });
    const unknown = (items: readonly { readonly type: string; readonly error?: unknown }[]) =>
      items.filter(({ error }) => error instanceof CreateOutcomeUnknownError);
    const items = await untilPassed(
      (runDeadlineMs) => all(client.report.runAll(tasks(2), { runDeadlineMs, concurrency: 2 })),
      (ended) => unknown(ended).length === 1,
      [500, 2_000, 9_000, 40_000],
    );
    // The other report is done, or was created and has a handle.
    expect(unknown(items)).toHaveLength(1);
    expect(items.filter(({ type }) => type === "done" || type === "failed")).toHaveLength(2);
    await back[Symbol.asyncDispose]();
    vi.restoreAllMocks();
  });
});

/** A finished report whose file the function writes. */
async function fileOf(
  write: (send: (text: string) => void) => unknown,
): Promise<{ readonly report: FinishedReport<object> } & AsyncDisposable> {
  const back = await setting();
  const timers: NodeJS.Timeout[] = [];
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/file")) return void write((text) => response.write(text));
    const { port } = server.address() as AddressInfo;
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({
        report_status: "FINISHED",
        url: `http://127.0.0.1:${port}/file?secret`,
        size: 100_000_000,
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const client = createClient({
    accessToken: "a",
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v5`,
  });
  const handle = {
    version: 1,
    flow: "made-up",
    adAccountId: account,
    token: "t",
    createdAt: new Date().toISOString(),
  } as ReportHandle;
  const report = (await client.report.resume(handle)) as FinishedReport<object>;
  return {
    report,
    [Symbol.asyncDispose]: async () => {
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await back[Symbol.asyncDispose]();
    },
  };
}

/** Some rows at first, then one every 20 ms: it never stalls, and never ends. */
function drip(send: (text: string) => void): void {
  send('{"1":[');
  const timer = setInterval(() => send('{"CAMPAIGN_ID":"1"},'), 20);
  setTimeout(() => clearInterval(timer), 20_000).unref();
  timer.unref();
}

describe("a download with limits", () => {
  const ways: Readonly<
    Record<string, (report: FinishedReport<object>, options: object) => Promise<unknown>>
  > = {
    rows: async (report, options) => all(report.rows(options)),
    entries: async (report, options) => all(report.entries(options)),
    toArray: (report, options) => report.toArray(options),
    text: (report, options) => report.text(options),
    json: (report, options) => report.json(options),
    download: async (report, options) => {
      const folder = await mkdtemp(join(tmpdir(), "limits-"));
      await writeFile(join(folder, "rows.json"), "old");
      try {
        return await report.download(join(folder, "rows.json"), options);
      } finally {
        // The old file is still there, and nothing is left next to it.
        expect(await readdir(folder)).toEqual(["rows.json"]);
        expect(await readFile(join(folder, "rows.json"), "utf8")).toBe("old");
        await rm(folder, { recursive: true });
      }
    },
  };

  it.concurrent.each(Object.keys(ways))(
    "stops at deadlineMs even if data is still arriving: %s",
    async (way) => {
      await using one = await fileOf(drip);
      const error = await ways[way]?.(one.report, { deadlineMs: 2_000, maxBytes: 1e9 }).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(DownloadError);
      expect(error).toMatchObject({
        message: expect.stringMatching(
          /^the download took longer than deadlineMs \(2 s\): [\d,]+ of 100,000,000 bytes received/,
        ),
      });
      expect((error as DownloadError).received).toBeGreaterThan(0);
      expect((error as DownloadError).handle).toMatchObject({ token: "t" });
    },
  );

  it.each(Object.keys(ways))("stops after maxBytes: %s", async (way) => {
    await using one = await fileOf(drip);
    const error = await ways[way]?.(one.report, { maxBytes: 300 }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(DownloadError);
    expect(String(error)).toContain("maxBytes is 300");
  });

  it("counts the reader's own time toward deadlineMs", async () => {
    await using one = await fileOf(drip);
    const reading = (async () => {
      for await (const _ of one.report.rows({ deadlineMs: 300 }))
        await new Promise((resolve) => setTimeout(resolve, 500));
    })();
    await expect(reading).rejects.toMatchObject({
      code: "download",
      message: expect.stringContaining("deadlineMs"),
    });
  });

  it("rejects with the caller's reason if the caller aborts first, and leaves no timer", async () => {
    await using one = await fileOf(drip);
    const stop = new AbortController();
    const reason = new Error("enough");
    setTimeout(() => stop.abort(reason), 100);
    await expect(one.report.text({ deadlineMs: 60_000, signal: stop.signal })).rejects.toBe(reason);
    for await (const _ of one.report.rows({ deadlineMs: 60_000 })) break;
    expect(
      process.getActiveResourcesInfo().filter((name) => name === "Timeout").length,
    ).toBeLessThan(20);
  });

  it.each([{ deadlineMs: 0 }, { deadlineMs: Number.NaN }, { maxBytes: 0 }, { maxBytes: -1 }])(
    "rejects an invalid limit: %j",
    async (wrong) => {
      await using one = await fileOf(drip);
      for (const way of ["toArray", "text", "json", "download"])
        await expect(ways[way]?.(one.report, wrong)).rejects.toBeInstanceOf(RangeError);
      expect(() => one.report.rows(wrong)).toThrow(RangeError);
    },
  );
});
