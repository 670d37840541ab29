import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as entry from "../../../generated/files.js";
import { createClient } from "../../../generated/index.js";
import { createReportClient } from "../../../generated/report-client.js";
import { createFakeServer } from "../../../generated/testing.js";
import { jsonClient } from "../../../runtime/client/json-client.js";
import { MOST_BYTES } from "../../../runtime/download/download.js";
import { connect, flowClient, flowFiles, RateLimitError } from "../../../runtime/support-client.js";
import { type Fault, faultNames, faults } from "../../../runtime/testing/index.js";
import type { ClientEvent, FinishedReport } from "../../../runtime/types.js";
import { runs } from "../../support/effort.js";
import { account, all, bodyFor, flow, type Setting, setting } from "../../support/flow.js";

type Options = Parameters<typeof jsonClient>[0];
type Report = FinishedReport<unknown>;

const optionsOf = ({ server }: Pick<Setting, "server">) => ({ accessToken: server.accessToken, baseUrl: server.url, clock: server.clock });
const smallOf = (scene: Pick<Setting, "server">, options: Partial<Options> = {}) => jsonClient({ ...optionsOf(scene), ...options }, flow);

/** Single reports of the small client, and those of the whole one, with their events. */
const clients = {
  small: (scene: Setting, onEvent: Options["onEvent"]) => flowFiles(smallOf(scene, { onEvent } as Options), flow),
  whole: (scene: Setting, onEvent: Options["onEvent"]) => flowClient(connect({ ...optionsOf(scene), onEvent } as Options), flow),
};

/** Each method that reads a file. */
const readings: Readonly<Record<string, (report: Report, folder: string) => Promise<unknown>>> = {
  rows: async (report) => all(report.rows()),
  toArray: async (report) => report.toArray(),
  entries: async (report) => all(report.entries()),
  text: async (report) => report.text(),
  json: async (report) => report.json(),
  download: async (report, folder) => {
    const path = join(folder, "file");
    const bytes = await report.download(path);
    return { bytes, text: await readFile(path, "utf8") };
  },
};

async function withFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "files-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How one reading ends, without the path of the folder. */
async function endOf(name: keyof typeof clients, { fault, format, reading }: Case): Promise<unknown> {
  await using scene = await setting({ polls: 1, faults: fault === null ? [] : [fault] });
  const events: ClientEvent[] = [];
  const body = { ...bodyFor(scene.server), report_format: format };
  const end = await withFolder(async (folder) => {
    const report: Promise<Report> = clients[name](scene, (event) => events.push(event)).run(account, body);
    return report
      .then((ready) => readings[reading]?.(ready, folder))
      .catch(({ name, code, message }) => ({ name, code, message: String(message).replaceAll(folder, "") }));
  });
  const requests = scene.server.requests.map(({ step, headers }) => ({ step, range: headers.range, agent: headers["user-agent"] }));
  return { end, requests, events: events.map(({ type }) => type) };
}

interface Case {
  readonly fault: Fault | null;
  readonly format: "JSON" | "CSV";
  readonly reading: string;
}

// Calls have tests of their own: those of the whole client also wait for room within the rate limits. A stall takes real time.
const inFiles = faultNames.filter((name) => faults[name].on.includes("file") && !/^(stalled-file|silence|dribble)$/.test(name));

describe("files by the small client", () => {
  it("end as those of the whole client: rows, bytes, errors, requests and events, for any fault of a file, format and way of reading", async () => {
    const ends = new Set<string>();
    const cases = fc.record({
      fault: fc.option(
        fc.constantFrom(...inFiles).map((name): Fault => ({ name, on: "file" })),
        { freq: 8 },
      ),
      format: fc.constantFrom<Case["format"]>("JSON", "CSV"),
      reading: fc.constantFrom(...Object.keys(readings)),
    });
    await fc.assert(
      fc.asyncProperty(cases, async (one) => {
        const small = await endOf("small", one);
        expect(small).toEqual(await endOf("whole", one));
        ends.add(`${one.format} ${one.reading}`);
      }),
      { numRuns: runs(40) },
    );
    expect(ends.size).toBeGreaterThan(6);
  });

  it("read CSV that the small client alone refuses", async () => {
    await using scene = await setting();
    const client = smallOf(scene);
    const body = { ...bodyFor(scene.server), report_format: "CSV" } as const;
    await expect(client.run(account, body)).rejects.toThrow(/reads JSON reports only, .*, which the entry files reads; nothing was sent/);
    const files = flowFiles(client, flow);
    const report = await files.run(account, body);
    expect(await report.text()).toMatch(/^"?Date/i);
    expect(await report.toArray()).toHaveLength(16);
    await expect(client.resume(report.handle)).rejects.toThrow(/reads JSON reports only/);
  });

  it("resume what the small client created", async () => {
    await using scene = await setting();
    const client = smallOf(scene);
    const files = flowFiles(client, flow);
    const handle = await client.create(account, bodyFor(scene.server));
    expect(await files.poll(handle)).toMatchObject({ state: "pending" });
    expect(await (await files.resume(handle)).toArray()).toEqual(await (await client.resume(handle)).toArray());
  });

  it.each(["JSON", "CSV"] as const)("are saved as Pinterest made them, resumed where they broke off: %s", async (report_format) => {
    await using scene = await setting({ polls: 0, faults: [{ name: "flaky-file", value: 500 }] });
    const report = await flowFiles(smallOf(scene), flow).run(account, { ...bodyFor(scene.server), report_format });
    await withFolder(async (folder) => {
      const path = join(folder, "report");
      const saved = await report.download(path);
      const text = await readFile(path, "utf8");
      expect(Buffer.byteLength(text)).toBe(saved);
      expect(text).toBe(await report.text());
    });
    const ranges = scene.server.requests.flatMap(({ step, headers }) => (step === "file" ? [headers.range] : []));
    const [first, ...others] = ranges.slice(0, ranges.indexOf(undefined, 1));
    expect(first).toBeUndefined();
    expect(others).toEqual(others.map((_, index) => `bytes=${500 * (index + 1)}-`));
    expect(others.length).toBeGreaterThan(0);
  });

  it.each([
    ["JSON", ["{", '"1":[{"DATE":"2026-03-03","CAMPAIGN_ID":1,"PIN_ID":1}],', '"2":[{"DATE":"2026-03-03","CAMPAIGN_ID":2,"PIN_ID":2}]}']],
    ["CSV", ["Date,Campaign ID\r\n", "2026-03-03,1\r\n", "2026-03-03,2\r\n"]],
  ] as const)("of any size are read as they arrive, and not held in memory: %s", async (format, [start, row, end]) => {
    await using scene = await setting({ polls: 0 });
    const bytesOf = (text: string) => new TextEncoder().encode(text);
    // A row, and white space.
    const piece = bytesOf(row + (format === "JSON" ? " " : "\n").repeat(1024 * 1024));
    const count = MOST_BYTES / (1024 * 1024) + 1;
    let served = 0;
    const fetch: NonNullable<Options["fetch"]> = async (url, init) => {
      if (url.startsWith(`${scene.server.url}/`)) return globalThis.fetch(url, init as RequestInit);
      served = -1;
      const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
        const at = served++;
        controller.enqueue(at === -1 ? bytesOf(start) : at === count ? bytesOf(end) : piece);
        if (at === count) controller.close();
      };
      return new Response(new ReadableStream({ pull }, { highWaterMark: 0 }));
    };
    const client = smallOf(scene, { fetch });
    const report = await flowFiles(client, flow).run(account, { ...bodyFor(scene.server), report_format: format });
    let read = 0;
    let most = 0;
    for await (const _ of report.rows()) most = Math.max(most, served - read++);
    expect(read).toBe(count + 1);
    // Pieces that were fetched before their rows were read.
    expect(most).toBeLessThan(5);
    await expect(report.text()).rejects.toThrow("maxBytes is 104,857,600");
  });

  it("have the settings of their client and of each call", async () => {
    await using scene = await setting({ faults: [{ name: "rate-limit", on: "create", times: 9 }] });
    const events: ClientEvent[] = [];
    let sent = 0;
    const fetch: NonNullable<Options["fetch"]> = (url, init) => {
      sent++;
      return globalThis.fetch(url, init as RequestInit);
    };
    const client = smallOf(scene, { fetch, validate: "warn", onEvent: (event) => events.push(event) });
    const files = flowFiles(client, flow);
    const bad = { ...bodyFor(scene.server), end_date: "2020-01-01" };
    await expect(files.create(account, bad, { maxRetries: 0, headers: { "x-team": "a" } })).rejects.toMatchObject({ code: "api" });
    expect(sent).toBe(1);
    expect(scene.server.requests[0]?.headers).toMatchObject({ "x-team": "a", authorization: `Bearer ${scene.server.accessToken}` });
    expect(events.map(({ type }) => type)).toContain("violations");
    await expect(files.create(account, bad, { validate: "error" })).rejects.toMatchObject({ code: "invalid_body" });
  });

  it("wait for room within the rate limits if their client has them", async () => {
    await using scene = await setting();
    const rateLimits = { made_up: { requests: 1, perMs: 60_000 } };
    const whole = connect({ ...optionsOf(scene), rateLimits, deadlineMs: 1_000 });
    const create = () => flowFiles(whole, flow).create(account, bodyFor(scene.server));
    await create();
    await expect(create()).rejects.toBeInstanceOf(RateLimitError);
    await flowFiles(smallOf(scene), flow).create(account, bodyFor(scene.server));
  });

  it("show no token when they are printed", async () => {
    await using scene = await setting();
    const files = flowFiles(smallOf(scene), flow);
    const report = await files.run(account, bodyFor(scene.server));
    const shown = inspect([files, report], { depth: 9, getters: true, showHidden: true }) + JSON.stringify([files, report]);
    expect(shown).not.toMatch(new RegExp(`${scene.server.accessToken}|${report.handle.token}|X-Amz`));
  });

  it("need a client", () => {
    expect(() => flowFiles({}, flow)).toThrow(new TypeError("neither a client nor a connection: make one with createClient()"));
  });
});

describe("the entry of files", () => {
  it("has one function for each report, whose handles are those of the whole client", async () => {
    await using server = await createFakeServer();
    const options = { accessToken: server.accessToken, baseUrl: server.url, clock: server.clock };
    const small = createReportClient(options);
    const whole = createClient(options);
    const { reportFiles, RateLimitError: limitError, ...others } = entry;
    expect(limitError).toBe(RateLimitError);
    expect(Object.keys(others).toSorted()).toEqual([
      "catalogReportFiles",
      "conversionProductReportFiles",
      "mmmReportFiles",
      "templateReportFiles",
    ]);
    const day = (ago: number) => new Date(server.clock.date() - ago * 86_400_000).toISOString().slice(0, 10);
    const handle = await whole.report.create(account, {
      start_date: day(7),
      end_date: day(1),
      granularity: "DAY",
      level: "CAMPAIGN",
      columns: ["CAMPAIGN_ID"],
      report_format: "CSV",
    });
    const [row] = await (await reportFiles(small).resume(handle)).toArray();
    expect(row).toBeDefined();
    // Each takes the handles of its own report.
    for (const filesOf of Object.values(others)) await expect(filesOf(small).resume(handle)).rejects.toThrow(/handle/);
    expect(await reportFiles(whole).poll(handle)).toMatchObject({ state: "done" });
  });
});
