import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Journal, JournalEntry } from "../../../runtime/batch/journal.js";
import type { ReportItem, ReportTask, RunAllOptions } from "../../../runtime/batch/types.js";
import { jsonClient } from "../../../runtime/client/json-client.js";
import { jsonRunAll } from "../../../runtime/client/json-run-all.js";
import { InvalidArgumentError, InvalidBodyError } from "../../../runtime/errors.js";
import { connect, flowClient } from "../../../runtime/support-client.js";
import type { Fault } from "../../../runtime/testing/index.js";
import type { ClientEvent } from "../../../runtime/types.js";
import { account, all, bodyFor, flow, type Setting, setting } from "../../support/flow.js";

type Body = Parameters<(typeof flow)["validate"]>[0] & ReturnType<typeof bodyFor>;
type Task = ReportTask<Body>;
type Items = AsyncGenerator<ReportItem<Task, unknown>>;
type Run = (scene: Setting, requests: readonly Task[], options?: RunAllOptions<Task>) => Items;

const optionsOf = ({ server }: Setting) => ({ accessToken: server.accessToken, baseUrl: server.url, clock: server.clock });
const clientOf = (scene: Setting, onEvent: (event: ClientEvent) => unknown = () => {}) =>
  jsonClient({ ...optionsOf(scene), onEvent }, flow);

/** `runAll` of each of the two clients. */
const runs: Readonly<Record<"whole" | "small", Run>> = {
  whole: (scene, requests, options) => flowClient(connect(optionsOf(scene)), flow).runAll(requests, options),
  small: (scene, requests, options) => jsonRunAll(clientOf(scene), flow, requests, options),
};

/** Items without what differs between two servers: tokens and times of handles. Of an error, its class and code. */
const comparable = (items: readonly ReportItem<Task, unknown>[]) =>
  items.map((item) => {
    if (item.type === "row") return { type: item.type, row: item.row, key: item.key, keys: item.keys, tag: item.request.tag };
    const { type, rows, request } = item;
    return { type, rows, tag: request.tag, ...(type === "failed" && { name: item.error.name, code: Reflect.get(item.error, "code") }) };
  });

const tasks = ({ server }: Setting, count: number, more: object = {}): Task[] =>
  Array.from({ length: count }, (_, index) => ({ adAccountId: account, body: { ...bodyFor(server), ...more }, tag: `t${index}` }));

/** A journal in memory, whose entries pass through JSON as those of a file do. */
function journal(): Journal & { readonly entries: JournalEntry[] } {
  const entries: JournalEntry[] = [];
  return { entries, read: async () => [...entries], append: async (entry) => void entries.push(JSON.parse(JSON.stringify(entry))) };
}

const steps = ({ server }: Setting) => server.requests.map(({ step }) => step);

describe("many reports of a small client", () => {
  const inFault = fc.constantFrom<Fault["name"]>("html-error", "rate-limit", "cut-connection", "failed", "other-file", "short-file");

  it("yield the items of the whole client's runAll", async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.option(inFault),
      fc.constantFrom<"BY_ID" | "BY_DATE">("BY_ID", "BY_DATE"),
      fc.constantFrom<boolean | string[]>(false, true, ["CLICKS"]),
      async (count, fault, primary_sort, zeroFill) => {
        const end = async (run: Run) => {
          await using scene = await setting({ polls: 1, faults: fault === null ? [] : [{ name: fault }] });
          const options = { ordered: true, concurrency: 1, zeroFill };
          return comparable(await all(run(scene, tasks(scene, count, { primary_sort }), options)));
        };
        expect(await end(runs.small)).toEqual(await end(runs.whole));
      },
    );
    await fc.assert(property, { numRuns: 15 });
  });

  it("read a file of any size, as the whole client's runAll does", async () => {
    await using scene = await setting({ polls: 0 });
    const { server } = scene;
    const blank = new Uint8Array(1024 * 1024).fill(0x20);
    const fetch = async (url: string, init: object): Promise<Response> => {
      const response = await globalThis.fetch(url, init as RequestInit);
      if (server.requests.at(-1)?.step !== "file") return response;
      const text = await response.text();
      // Above the limit of `rows`, 100 MiB.
      const pieces = [text.slice(0, 1), ...Array.from({ length: 101 }, () => blank), text.slice(1)].values();
      const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
        const { done, value } = pieces.next();
        if (done) controller.close();
        else controller.enqueue(typeof value === "string" ? new TextEncoder().encode(value) : value);
      };
      return new Response(new ReadableStream({ pull }));
    };
    const client = jsonClient({ ...optionsOf(scene), fetch }, flow);
    const items = await all(jsonRunAll(client, flow, tasks(scene, 1)));
    expect(items.at(-1)).toMatchObject({ type: "done" });
    expect(items.length).toBeGreaterThan(1);
    const report = await client.run(account, bodyFor(server));
    await expect(report.toArray()).rejects.toThrow("maxBytes is 104,857,600");
  });

  it.each([
    ["whole", "small"],
    ["small", "whole"],
  ] as const)("continue with the journal of the other client: begun by the %s one", async (first, second) => {
    await using scene = await setting({ polls: 0 });
    const store = journal();
    const begun: string[] = [];
    for await (const { type } of runs[first](scene, tasks(scene, 3), { journal: store, concurrency: 1 })) {
      // The first is recorded as done when the next item is requested, here a row of the second.
      if (begun.includes("done")) break;
      begun.push(type);
    }
    const created = steps(scene).filter((step) => step === "create").length;
    const items = await all(runs[second](scene, tasks(scene, 3), { journal: store }));
    const ends = items.flatMap((item) => (item.type === "row" ? [] : [{ type: item.type, tag: item.request.tag, rows: item.rows }]));
    expect(ends.toSorted((a, b) => String(a.tag).localeCompare(String(b.tag)))).toEqual([
      { type: "skipped", tag: "t0", rows: 16 },
      { type: "done", tag: "t1", rows: 16 },
      { type: "done", tag: "t2", rows: 16 },
    ]);
    expect(created).toBe(2);
    expect(steps(scene).filter((step) => step === "create")).toHaveLength(3);
  });

  it("fail for CSV before anything is sent, also if the journal has such a report", async () => {
    await using scene = await setting({ polls: 0 });
    const requests = tasks(scene, 1, { report_format: "CSV" });
    const [item, ...others] = await all(runs.small(scene, requests));
    expect(others).toEqual([]);
    expect(item).toMatchObject({ type: "failed", handle: undefined, error: expect.any(InvalidArgumentError) });
    expect(steps(scene)).toEqual([]);
    const store = journal();
    for await (const { type } of runs.whole(scene, requests, { journal: store })) if (type === "row") break;
    const sent = steps(scene).length;
    const [resumed] = await all(runs.small(scene, requests, { journal: store }));
    expect(resumed).toMatchObject({ type: "failed", rows: 0, handle: { format: "CSV" }, error: expect.any(InvalidArgumentError) });
    expect(steps(scene)).toHaveLength(sent);
  });

  it("wait for room within the rate limits, which all runs of a client share", async () => {
    const waitsOf = async (runs: number): Promise<number> => {
      await using scene = await setting({ polls: 0 });
      let waits = 0;
      const client = clientOf(scene, (event) => event.type === "wait" && event.reason === "rate-limit" && waits++);
      const run = () => all(jsonRunAll(client, flow, tasks(scene, 60), { concurrency: 60 }));
      const ends = (await Promise.all(Array.from({ length: runs }, run))).flat().filter(({ type }) => type === "done");
      expect(ends).toHaveLength(60 * runs);
      return waits;
    };
    // 100 requests may be sent in a second.
    expect(await waitsOf(1)).toBe(0);
    expect(await waitsOf(2)).toBeGreaterThan(0);
  });

  it("throw one error if all bodies of a list are invalid, and take a client only", async () => {
    await using scene = await setting();
    await expect(all(runs.small(scene, tasks(scene, 2, { end_date: "2020-01-01" })))).rejects.toBeInstanceOf(InvalidBodyError);
    expect(() => jsonRunAll({}, flow, [])).toThrow(/neither a client nor a connection/);
    const shared = jsonRunAll(connect(optionsOf(scene)), flow, tasks(scene, 1));
    expect((await all(shared)).filter(({ type }) => type === "done")).toHaveLength(1);
  });
});
