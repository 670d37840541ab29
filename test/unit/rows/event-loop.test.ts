import { describe, expect, it } from "vitest";
import { withTimeout } from "../../../runtime/clock.js";
import { DownloadError } from "../../../runtime/errors.js";
import { account, bodyFor, createClient, setting } from "../../support/flow.js";

const MB = 1024 * 1024;
const TURN = 256 * 1024;

const FILES = {
  "JSON rows": `{"1":[${'{"CAMPAIGN_ID":"1","DATE":"2026-03-03","CLICKS":1},'.repeat(50_000)}{"CAMPAIGN_ID":"1","DATE":"2026-03-03"}]}`,
  "CSV rows": `CAMPAIGN_ID,DATE\n${"1,2026-03-03\n".repeat(150_000)}`,
  "empty lines": `CAMPAIGN_ID,DATE\n${"\n".repeat(2 * MB)}`,
  "one long text": `CAMPAIGN_ID,DATE\n1,"${"x".repeat(2 * MB)}"\n`,
  "white space between rows": `{"1":[${" ".repeat(2 * MB)}]}`,
} as const;

describe.each(Object.entries(FILES))("a file in memory, read as %s", (_, file) => {
  const bytes = new TextEncoder().encode(file);

  it("lets other work run after every 256 KiB", async () => {
    await using scene = await read(bytes);
    let turns = 0;
    let reading = true;
    const count = () => {
      turns++;
      if (reading) setImmediate(count);
    };
    setImmediate(count);
    for await (const _ of scene.report.rows());
    reading = false;
    expect(turns).toBeGreaterThanOrEqual(Math.floor(bytes.length / TURN) - 1);
  });

  it("can be aborted long before its end", async () => {
    await using scene = await read(bytes);
    const stop = new AbortController();
    const reason = new Error("stopped");
    let taken = 0;
    const rows = (async () => {
      for await (const _ of scene.report.rows({ signal: stop.signal }))
        if (taken++ === 0) setImmediate(() => stop.abort(reason));
    })();
    // If a file has no rows, the abort does not wait for one.
    setImmediate(() => setImmediate(() => stop.abort(reason)));
    await expect(rows).rejects.toBe(reason);
    expect(taken).toBeLessThan(30_000);
  });
});

it.each([
  ["CSV of 20,000 columns", `${",".repeat(20_000)}\n`, /more than 10,000 columns/],
  [
    "JSON with a row of 20,000",
    `[{${Array.from({ length: 20_000 }, (_, index) => `"C${index}":1`).join()}}]`,
    /more than 10,000 columns/,
  ],
  ["white space in place of a file", " ".repeat(20_000), /more than 16 KiB of white space/],
])(
  "a file that exceeds a reader's limit is rejected with the limit's name: %s",
  async (_, file, says) => {
    await using scene = await read(new TextEncoder().encode(file));
    const error: unknown = await (async () => {
      for await (const _ of scene.report.rows());
    })().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DownloadError);
    expect((error as Error).message).toMatch(says);
  },
);
const EMPTY: Readonly<Record<string, (report: Report) => Promise<unknown>>> = {
  "rows()": async (report) => {
    for await (const _ of report.rows());
  },
  "text()": (report) => report.text(),
  "rows() whose columnNames do not come": async (report) => {
    for await (const _ of report.rows({
      columnNames: () => new Promise(() => {}),
      deadlineMs: 200,
    }));
  },
  "text() with a deadline": (report) => report.text({ deadlineMs: 200 }),
};

it.each(Object.keys(EMPTY))(
  "a file of endless empty chunks times out because no data arrives: %s",
  async (name) => {
    const empty = new ReadableStream<Uint8Array>(
      { pull: (controller) => controller.enqueue(new Uint8Array(0)) },
      { highWaterMark: 0 },
    );
    await using scene = await read(empty, { timeoutMs: 500 });
    await expect(EMPTY[name]?.(scene.report)).rejects.toBeInstanceOf(DownloadError);
  },
);

it("data that arrived while the thread was blocked is read, however long that took", async () => {
  const limits = { ms: 10, signal: undefined };
  // Starts after the timers phase, so that timers run again before the pending data is read.
  await new Promise(setImmediate);
  const work = withTimeout(
    () => new Promise((resolve) => setImmediate(() => resolve("here"))),
    limits,
  );
  for (const end = performance.now() + 50; performance.now() < end; );
  expect(await work).toBe("here");
  await expect(withTimeout(() => new Promise(() => {}), limits)).rejects.toThrow(
    "timeout: no data for 0.01 s",
  );
});

it("a response of endless empty chunks causes an error", async () => {
  const empty = () =>
    new ReadableStream<Uint8Array>(
      { pull: (controller) => controller.enqueue(new Uint8Array(0)) },
      { highWaterMark: 0 },
    );
  for (const status of [200, 400]) {
    await using scene = await setting();
    const fetch = async () => new Response(empty(), { status });
    const client = createClient({
      accessToken: "t",
      fetch,
      clock: scene.server.clock,
      timeoutMs: 50,
    });
    await expect(client.report.create(account, bodyFor(scene.server))).rejects.toThrow(
      /received no response: timeout: no data for 0\.05 s; /,
    );
  }
});

type Report = Awaited<ReturnType<typeof read>>["report"];

/** A report whose file is in memory, so reading it needs no connection. */
async function read(
  bytes: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  options: { readonly timeoutMs?: number } = {},
) {
  const scene = await setting({ polls: 0 });
  const { server } = scene;
  const isFile = (url: string) => !url.startsWith(`${server.url}/`);
  const fetch = (url: string, init: object) =>
    isFile(url) ? Promise.resolve(new Response(bytes)) : globalThis.fetch(url, init);
  const known = {
    accessToken: server.accessToken,
    baseUrl: server.url,
    clock: server.clock,
    fetch,
  };
  const { version, flow, adAccountId, token, createdAt } = await createClient(known).report.create(
    account,
    bodyFor(server),
  );
  // Nothing is known about the file, so its first character decides its format.
  const handle = { version, flow, adAccountId, token, createdAt } as const;
  return {
    report: await createClient({ ...known, ...options }).report.resume(handle),
    [Symbol.asyncDispose]: () => scene[Symbol.asyncDispose](),
  };
}
