import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JournalEntry } from "../../../runtime/batch/journal.js";
import type { ReportProgress } from "../../../runtime/batch/types.js";
import {
  ApiError,
  CreateOutcomeUnknownError,
  InvalidArgumentError,
  InvalidBodyError,
  ReportFailedError,
} from "../../../runtime/errors.js";
import { createFakeClock } from "../../../runtime/testing/index.js";
import { account, all, bodyFor, type Setting, setting } from "../../support/flow.js";
import { NO_PROCESS } from "../../support/no-process.js";

const always = Number.POSITIVE_INFINITY;
const ids = (count: number) => Array.from({ length: count }, (_, index) => String(1_000 + index));

function tasks({ server }: Setting, count: number) {
  return ids(count).map((adAccountId) => ({
    adAccountId,
    body: bodyFor(server),
    tag: `t${adAccountId}`,
  }));
}

/** The number of creates for each account. */
function creates({ server }: Setting): readonly number[] {
  const paths = server.requests.filter(({ step }) => step === "create").map(({ path }) => path);
  return [...new Set(paths)].map((path) => paths.filter((one) => one === path).length);
}

async function folder(): Promise<{ readonly journal: string } & AsyncDisposable> {
  const home = await mkdtemp(join(tmpdir(), "journal-"));
  return {
    journal: join(home, "run.ndjson"),
    [Symbol.asyncDispose]: () => rm(home, { recursive: true }),
  };
}

describe("invalid bodies in a list", () => {
  const invalid = ({ server }: Setting) => ({ ...bodyFor(server), end_date: "2020-01-01" });

  it("end the run with one error, before anything is sent, if no body is valid", async () => {
    await using scene = await setting();
    const body = invalid(scene);
    const items = scene.client.report.runAll(
      ids(300).map((adAccountId) => ({ adAccountId, body })),
    );
    await expect(items.next()).rejects.toThrow(
      /^report body of all 300 requests breaks 1 rule: .*end_date/,
    );
    const others = scene.client.report.runAll(
      ids(2).map((adAccountId) => ({ adAccountId, body: invalid(scene) })),
    );
    await expect(others.next()).rejects.toThrow(
      /^report body of the first request \(all 2 are invalid\) breaks 1 rule: /,
    );
    expect(scene.server.requests).toEqual([]);
  });

  it("are reported as failed items if another body is valid, and that body is sent", async () => {
    await using scene = await setting();
    const requests = ids(3).map((adAccountId, index) => ({
      adAccountId,
      body: index === 1 ? bodyFor(scene.server) : invalid(scene),
    }));
    const ends = (await all(scene.client.report.runAll(requests))).filter(
      ({ type }) => type !== "row",
    );
    expect(ends.map(({ type, request }) => `${request.adAccountId} ${type}`).sort()).toEqual([
      "1000 failed",
      "1001 done",
      "1002 failed",
    ]);
  });

  it("end the run if several requests share the same invalid body, even if other bodies are valid", async () => {
    await using scene = await setting();
    const body = invalid(scene);
    const requests = ids(300).map((adAccountId, index) => ({
      adAccountId,
      body: index === 0 ? bodyFor(scene.server) : body,
    }));
    await expect(scene.client.report.runAll(requests).next()).rejects.toThrow(
      /^report body of 299 of 300 requests breaks 1 rule: .*end_date/,
    );
    expect(scene.server.requests).toEqual([]);
  });

  it.each(["a generator", "an async generator"])(
    "end the run, before anything is sent, if the first request of %s has an invalid body",
    async (kind) => {
      await using scene = await setting();
      await using home = await folder();
      const body = invalid(scene);
      let isClosed = false;
      function* requests() {
        try {
          for (const adAccountId of ids(300))
            yield { adAccountId, body: adAccountId === "1000" ? body : bodyFor(scene.server) };
        } finally {
          isClosed = true;
        }
      }
      async function* asynchronous() {
        yield* requests();
      }
      for (const options of [{}, home]) {
        isClosed = false;
        const items = scene.client.report.runAll(
          kind === "a generator" ? requests() : asynchronous(),
          options,
        );
        await expect(items.next()).rejects.toThrow(
          /^report body of the first request breaks 1 rule: .*end_date/,
        );
        await items.return();
        expect(isClosed).toBe(true);
      }
      expect(scene.server.requests).toEqual([]);
    },
  );

  it("are reported as failed items if an iterable yields them after a valid body, or with validate: false", async () => {
    await using scene = await setting();
    const bodies = [bodyFor(scene.server), invalid(scene), bodyFor(scene.server)];
    const requests = new Set(
      bodies.map((body, index) => ({ adAccountId: String(1_000 + index), body })),
    );
    const ends = (await all(scene.client.report.runAll(requests))).filter(
      ({ type }) => type !== "row",
    );
    expect(ends.map(({ type, request }) => `${request.adAccountId} ${type}`).sort()).toEqual([
      "1000 done",
      "1001 failed",
      "1002 done",
    ]);
    await all(
      scene.client.report.runAll(new Set([{ adAccountId: "1000", body: invalid(scene) }]), {
        validate: false,
      }),
    );
    expect(scene.server.requests.filter(({ step }) => step === "create")).toHaveLength(3);
  });

  it("are reported as failed items if the journal has entries of an earlier run", async () => {
    await using scene = await setting();
    await using home = await folder();
    const [done, ...others] = ids(3).map((adAccountId, index) => ({
      adAccountId,
      body: index === 0 ? bodyFor(scene.server) : invalid(scene),
    }));
    await all(scene.client.report.runAll(done === undefined ? [] : [done], home));
    const items = await all(scene.client.report.runAll(others, home));
    expect(items).toMatchObject(
      others.map(() => ({ type: "failed", error: { code: "invalid_body" } })),
    );
  });

  it("are sent unchanged without validation", async () => {
    await using scene = await setting();
    const items = await all(
      scene.client.report.runAll([{ adAccountId: "1", body: invalid(scene) }], { validate: false }),
    );
    expect(items.map((item) => item.type === "failed" && item.error)).toEqual([
      expect.any(ApiError),
    ]);
  });
});

describe("runAll", () => {
  it("streams the rows of all requests, each with its request, and reports how each request ended", async () => {
    await using scene = await setting();
    const requests = tasks(scene, 30);
    const items = await all(scene.client.report.runAll(requests));
    for (const request of requests) {
      const own = items.filter((item) => item.request === request);
      const done = own.at(-1);
      expect(done).toMatchObject({
        type: "done",
        rows: own.length - 1,
        handle: { adAccountId: request.adAccountId },
      });
      // No account has another account's rows.
      const file = Buffer.concat([
        ...scene.server.file(done?.type === "done" ? (done.handle?.token ?? "") : ""),
      ]).toString();
      const clicks = Object.values(
        JSON.parse(file) as Record<string, { readonly CLICKS: number }[]>,
      ).flat();
      expect(own.flatMap((item) => (item.type === "row" ? [Object(item.row).CLICKS] : []))).toEqual(
        clicks.map(({ CLICKS }) => CLICKS),
      );
    }
    expect(new Set(items.map(({ request }) => request)).size).toBe(30);
  });

  it("fills in zeros, and requests no report whose zeros it could not fill in", async () => {
    await using scene = await setting();
    const body = {
      ...bodyFor(scene.server),
      columns: ["CAMPAIGN_ID", "CLICKS", "SPEND_IN_DOLLAR"],
    } as const;
    const requests = [
      { adAccountId: account, body },
      { adAccountId: "1000", body: { ...body, report_format: "CSV" as const } },
    ];
    const clicks = async (zeroFill: boolean) => {
      const items = await all(scene.client.report.runAll(requests.slice(0, 1), { zeroFill }));
      return items.flatMap((item) => (item.type === "row" ? [Object(item.row).CLICKS] : []));
    };
    const plain = await clicks(false);
    expect(plain).toContain(undefined);
    expect(await clicks(true)).toEqual(plain.map((count) => count ?? 0));
    const created = scene.server.requests.filter(({ step }) => step === "create").length;
    const refused = await all(scene.client.report.runAll(requests.slice(1), { zeroFill: true }));
    expect(refused).toMatchObject([
      { type: "failed", error: { code: "invalid_argument" }, handle: undefined },
    ]);
    expect(scene.server.requests.filter(({ step }) => step === "create")).toHaveLength(created);
  });

  it("reports an invalid body before columns that zeroFill cannot fill", async () => {
    await using scene = await setting();
    const valid = bodyFor(scene.server);
    const bodies = [
      { ...valid, end_date: "2020-01-01", columns: ["CAMPAIGN ID"] as never[] },
      valid,
    ];
    const requests = bodies.map((body) => ({ adAccountId: account, body }));
    const items = await all(
      scene.client.report.runAll(requests, { zeroFill: true, ordered: true }),
    );
    expect(items.filter(({ type }) => type !== "row")).toMatchObject([
      { type: "failed", request: requests[0], error: { code: "invalid_body" } },
      { type: "done", request: requests[1] },
    ]);
  });

  it("sends each request as it was when read, even if the source changes it afterwards", async () => {
    await using scene = await setting();
    await using home = await folder();
    const days = ["2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06", "2026-03-07"];
    // The same object each time, as in a loop that changes its dates.
    function* source() {
      const request = { adAccountId: "1000", body: { ...bodyFor(scene.server) } };
      for (const [index, start_date] of days.entries()) {
        request.adAccountId = String(1_000 + index);
        request.body = Object.assign(request.body, { start_date });
        yield request;
      }
    }
    for (const options of [{}, home]) {
      const before = scene.server.requests.length;
      await all(scene.client.report.runAll(source(), options));
      const sent = scene.server.requests.slice(before).filter(({ step }) => step === "create");
      const asked = sent.map(
        ({ path, body }) => `${/\d{4}/.exec(path)?.[0]} ${JSON.parse(body).start_date}`,
      );
      expect(asked.sort()).toEqual(days.map((day, index) => `${1_000 + index} ${day}`));
    }
    // The journal identifies each request by what was sent, so nothing is created twice.
    const items = await all(scene.client.report.runAll(source(), home));
    expect(items.map(({ type }) => type)).toEqual(days.map(() => "skipped"));
  });

  it("reads requests lazily, with at most the given concurrency", async () => {
    await using scene = await setting();
    let under = 0;
    let most = 0;
    async function* source() {
      for (const task of tasks(scene, 12)) {
        most = Math.max(most, ++under);
        yield task;
      }
    }
    const onProgress = ({ type }: { readonly type: string }) => {
      if (type === "done") under--;
    };
    const items = await all(scene.client.report.runAll(source(), { concurrency: 3, onProgress }));
    expect(items.filter(({ type }) => type === "done")).toHaveLength(12);
    // A request is read when there is room for it, possibly before the reader has taken the
    // previous result.
    expect(most).toBeLessThanOrEqual(4);
  });

  it("keeps the order on request", async () => {
    await using scene = await setting({ faults: [{ name: "rate-limit", on: "create", times: 3 }] });
    const requests = tasks(scene, 20);
    const items = await all(
      scene.client.report.runAll(requests, { ordered: true, concurrency: 7 }),
    );
    const order = [...new Set(items.map(({ request }) => request))];
    expect(order).toEqual(requests);
    const changes = items.filter((item, index) => item.request !== items[index - 1]?.request);
    expect(changes).toHaveLength(20);
  });

  it("isolates failures, and yields their errors", async () => {
    await using scene = await setting({ faults: [{ name: "refusal", on: "create", value: 403 }] });
    const body = bodyFor(scene.server);
    const requests = [
      { adAccountId: "1", body },
      { adAccountId: "..", body },
      { adAccountId: "3", body: { ...body, end_date: "2020-01-01" } },
      { adAccountId: "4", body },
    ];
    const items = await all(scene.client.report.runAll(requests, { concurrency: 1 }));
    const ends = items.filter(({ type }) => type !== "row");
    expect(ends.map(({ type }) => type)).toEqual(["failed", "failed", "failed", "done"]);
    const errors = ends.map((item) => (item.type === "failed" ? item.error : null));
    expect(errors[0]).toBeInstanceOf(ApiError);
    expect(errors[0]).toMatchObject({ status: 403 });
    expect(errors[1]).toBeInstanceOf(InvalidArgumentError);
    expect(errors[2]).toBeInstanceOf(InvalidBodyError);
  });

  it("yields the handle of a report that failed later, and the rows before the failure", async () => {
    await using scene = await setting({
      polls: 0,
      faults: [{ name: "short-file", value: 900, times: always }],
    });
    const [failed] = (await all(scene.client.report.runAll(tasks(scene, 1)))).slice(-1);
    expect(failed).toMatchObject({
      type: "failed",
      handle: { adAccountId: "1000" },
      error: { code: "download" },
    });
  });

  it("reports the progress of each request", async () => {
    await using scene = await setting({ entities: 200 });
    const told: ReportProgress<unknown>[] = [];
    const stubborn = (progress: ReportProgress<unknown>) => {
      told.push(progress);
      throw new Error("a listener that fails does no harm");
    };
    await all(scene.client.report.runAll(tasks(scene, 1), { onProgress: stubborn }));
    const types = told.map(({ type }) => type);
    expect(types.filter((type) => type !== "rows")).toEqual([
      "created",
      "waiting",
      "downloading",
      "done",
    ]);
    expect(told.find(({ type }) => type === "rows")).toMatchObject({ rows: 1_000 });
  });

  it("stops all requests when the reader stops reading", async () => {
    await using scene = await setting({ polls: 2 });
    let closed = false;
    function* source() {
      try {
        for (;;) yield { adAccountId: "1", body: bodyFor(scene.server) };
      } finally {
        closed = true;
      }
    }
    for await (const item of scene.client.report.runAll(source(), { concurrency: 5 }))
      if (item.type === "row") break;
    expect(closed).toBe(true);
    // Requests in flight may still arrive, but a run that continued would send more.
    let seen = -1;
    for (let tries = 0; tries < 40 && seen !== scene.server.requests.length; tries++) {
      seen = scene.server.requests.length;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(scene.server.requests.length).toBe(seen);
  });

  it("stops immediately with the abort reason, at any step, even if the source hangs", async () => {
    await using scene = await setting({ faults: [{ name: "silence", on: "poll", times: always }] });
    const stop = new AbortController();
    const reason = new Error("enough");
    async function* source() {
      yield* tasks(scene, 3);
      await new Promise(() => {});
    }
    setTimeout(() => stop.abort(reason), 60);
    await expect(all(scene.client.report.runAll(source(), { signal: stop.signal }))).rejects.toBe(
      reason,
    );
  });

  it("rejects with the error of a failing source", async () => {
    await using scene = await setting();
    async function* source() {
      yield* tasks(scene, 1);
      throw new Error("the list broke off");
    }
    await expect(all(scene.client.report.runAll(source()))).rejects.toThrow("the list broke off");
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    "rejects a concurrency of %d",
    async (concurrency) => {
      await using scene = await setting();
      await expect(
        all(scene.client.report.runAll(tasks(scene, 1), { concurrency })),
      ).rejects.toBeInstanceOf(RangeError);
    },
  );

  it("recreates an expired report only if asked to", async () => {
    await using scene = await setting({ faults: [{ name: "failed", value: "EXPIRED", times: 1 }] });
    const [first] = await all(scene.client.report.runAll(tasks(scene, 1), { recreate: true }));
    expect(first?.type).toBe("row");
    expect(scene.server.requests.filter(({ step }) => step === "create")).toHaveLength(2);
  });

  it.each([
    [true, "done", 2],
    [false, "failed", 1],
  ])(
    "with `recreate: %s`, marks as %s a report that expired just before its first row",
    async (recreate, end, count) => {
      const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
      await using scene = await setting({ clock });
      let hours = 0;
      const onProgress = ({ type }: { type: string }) =>
        type === "downloading" && hours++ === 0 && clock.advance(3_700_000);
      const items = await all(
        scene.client.report.runAll(tasks(scene, 1), { recreate, onProgress }),
      );
      expect(items.at(-1)?.type).toBe(end);
      expect(scene.server.requests.filter(({ step }) => step === "create")).toHaveLength(count);
    },
  );
});

describe("a journal", () => {
  it("lets a second run skip completed reports, continue created ones, and create nothing twice", async () => {
    await using scene = await setting();
    await using home = await folder();
    const requests = tasks(scene, 6);
    // The reader stops halfway.
    let done = 0;
    for await (const item of scene.client.report.runAll(requests, { ...home, concurrency: 3 })) {
      if (item.type === "done" && ++done === 3) break;
    }
    const items = await all(scene.client.report.runAll(requests, { ...home, concurrency: 3 }));
    const ends = items.filter(({ type }) => type !== "row").map(({ type }) => type);
    expect(ends.filter((type) => type === "skipped").length).toBeGreaterThanOrEqual(2);
    expect(ends).toHaveLength(6);
    const unknown = items.filter(
      (item) => item.type === "failed" && !(item.error instanceof CreateOutcomeUnknownError),
    );
    expect(unknown).toEqual([]);
    expect(Math.max(...creates(scene))).toBe(1);
    const third = await all(scene.client.report.runAll(requests, home));
    expect(third.filter(({ type }) => type === "row")).toEqual([]);
  });

  it("is a file of JSON lines that only its owner can read, with the intent written before a create and the handle after it", async () => {
    await using scene = await setting();
    await using home = await folder();
    let before: readonly JournalEntry[] = [];
    const fetch = async (url: string, init: RequestInit) => {
      if (init.method === "POST") before = await lines(home.journal);
      return globalThis.fetch(url, init);
    };
    await using other = await setting({}, { fetch });
    await all(other.client.report.runAll(tasks(other, 1), home));
    expect(before.map(({ what }) => what)).toEqual(["intent"]);
    const entries = await lines(home.journal);
    expect(entries.map(({ what }) => what)).toEqual(["intent", "handle", "done"]);
    expect(entries[1]?.handle).toMatchObject({ adAccountId: "1000" });
    expect(scene.server.requests).toEqual([]);
  });

  it("reports a create with an unknown outcome, and repeats it only if asked to", async () => {
    await using scene = await setting({ faults: [{ name: "cut-connection", on: "create" }] });
    await using home = await folder();
    const requests = tasks(scene, 1);
    for (const _ of [1, 2]) {
      const [item] = await all(scene.client.report.runAll(requests, home));
      expect(item).toMatchObject({ type: "failed", error: { code: "create_outcome_unknown" } });
    }
    expect(creates(scene)).toEqual([1]);
    const items = await all(
      scene.client.report.runAll(requests, { ...home, recreateUnknown: true }),
    );
    expect(items.at(-1)).toMatchObject({ type: "done" });
    expect(creates(scene)).toEqual([2]);
  });

  it("allows a refused create to be retried", async () => {
    await using scene = await setting({ faults: [{ name: "refusal", on: "create", value: 403 }] });
    await using home = await folder();
    const requests = tasks(scene, 1);
    expect((await all(scene.client.report.runAll(requests, home))).map(({ type }) => type)).toEqual(
      ["failed"],
    );
    expect((await all(scene.client.report.runAll(requests, home))).at(-1)?.type).toBe("done");
  });

  it("recognizes a request regardless of the order of its members, and distinguishes tag, body, account and repetitions", async () => {
    await using scene = await setting({ polls: 0 });
    await using home = await folder();
    const body = bodyFor(scene.server);
    const turned = Object.fromEntries(Object.entries(body).reverse()) as typeof body;
    const one = { adAccountId: "1", body };
    await all(scene.client.report.runAll([one, one], home));
    const again = await all(
      scene.client.report.runAll([{ ...one, body: turned }, one, { ...one, tag: "a" }, one], home),
    );
    const ends = again.filter(({ type }) => type !== "row").map(({ type }) => type);
    expect(ends.sort()).toEqual(["done", "done", "skipped", "skipped"]);
  });

  it("repairs a last line that a crash cut off, and rejects a file that is damaged elsewhere", async () => {
    await using scene = await setting();
    await using home = await folder();
    const requests = tasks(scene, 1);
    await all(scene.client.report.runAll(requests, home));
    const whole = await readFile(home.journal, "utf8");
    await writeFile(home.journal, `${whole}{"version":1,"at":"20`);
    expect((await all(scene.client.report.runAll(requests, home))).map(({ type }) => type)).toEqual(
      ["skipped"],
    );
    expect(await readFile(home.journal, "utf8")).toBe(whole);
    await writeFile(home.journal, `nonsense\n${whole}`);
    await expect(all(scene.client.report.runAll(requests, home))).rejects.toThrow(
      /run\.ndjson:1 is not a journal entry/,
    );
  });

  it("allows one run at a time, and rejects a second one before anything is sent, unless the first process has died", async () => {
    await using scene = await setting();
    await using home = await folder();
    const first = scene.client.report.runAll(tasks(scene, 2), home);
    await first.next();
    await expect(all(scene.client.report.runAll(tasks(scene, 2), home))).rejects.toThrow(
      /in use by process \d+ .*run\.ndjson\.lock; nothing was sent/,
    );
    expect(Math.max(...creates(scene))).toBe(1);
    await first.return();
    expect(existsSync(`${home.journal}.lock`)).toBe(false);
    await writeFile(
      `${home.journal}.lock`,
      JSON.stringify({ pid: NO_PROCESS, host: hostname(), id: "gone" }),
    );
    expect(
      (await all(scene.client.report.runAll(tasks(scene, 2), home))).filter(
        ({ type }) => type === "failed",
      ),
    ).toEqual([]);
    expect(existsSync(`${home.journal}.lock`)).toBe(false);
  });

  it.each([
    ["from another machine", { pid: 1, host: "elsewhere" }],
    ["by a process whose id another process now has", { pid: process.ppid, host: hostname() }],
  ])("can be used if its lock, held %s, is old", async (_, holder) => {
    await using scene = await setting();
    await using home = await folder();
    await writeFile(`${home.journal}.lock`, JSON.stringify({ ...holder, id: "far" }));
    await expect(all(scene.client.report.runAll(tasks(scene, 1), home))).rejects.toThrow(
      `in use by process ${holder.pid} on ${holder.host}`,
    );
    const long = new Date(Date.now() - 600_000);
    await utimes(`${home.journal}.lock`, long, long);
    expect((await all(scene.client.report.runAll(tasks(scene, 1), home))).at(-1)?.type).toBe(
      "done",
    );
  });

  it("ends the run before anything is sent if it cannot be written", async () => {
    await using scene = await setting();
    const broken = { read: async () => [], append: () => Promise.reject(new Error("disk full")) };
    await expect(
      all(scene.client.report.runAll(tasks(scene, 3), { journal: broken })),
    ).rejects.toThrow("disk full");
    expect(scene.server.requests).toEqual([]);
  });

  it.each<[string, () => Promise<void>]>([
    ["rejects", () => Promise.reject(new Error("disk full"))],
    [
      "throws",
      () => {
        throw new Error("disk full");
      },
    ],
  ])(
    "ends the run if it %s when a report is created, which leaves the outcome unknown",
    async (_, fail) => {
      await using scene = await setting();
      const entries: JournalEntry[] = [];
      const broken = {
        read: async () => entries,
        append: (entry: JournalEntry) =>
          entry.what === "handle" ? fail() : Promise.resolve(void entries.push(entry)),
      };
      await expect(
        all(scene.client.report.runAll(tasks(scene, 1), { journal: broken })),
      ).rejects.toThrow("disk full");
      expect(entries.map(({ what }) => what)).toEqual(["intent"]);
      const [item] = await all(scene.client.report.runAll(tasks(scene, 1), { journal: broken }));
      expect(item?.type === "failed" && item.error).toBeInstanceOf(CreateOutcomeUnknownError);
      expect(creates(scene)).toEqual([1]);
    },
  );

  it.each<[string, unknown]>([
    ["for another account", { adAccountId: "9" }],
    ["for no account", { adAccountId: undefined }],
    ["for another flow", { flow: "other" }],
    ["null", null],
  ])(
    "fails a request whose recorded handle is %s, so that it does not get another report's rows",
    async (_, change) => {
      await using scene = await setting();
      const entries: JournalEntry[] = [];
      const journal = {
        read: async () => entries,
        append: async (entry: JournalEntry) => void entries.push(entry),
      };
      for await (const { type } of scene.client.report.runAll(tasks(scene, 2), {
        journal,
        concurrency: 1,
      }))
        if (type === "done") break;
      const at = entries.findIndex(({ what }) => what === "handle");
      const mixed = entries.slice(0, at + 1).map(({ handle, ...entry }) => ({
        ...entry,
        ...(handle && { handle: change && { ...handle, ...change } }),
      }));
      const again = { ...journal, read: async () => mixed as JournalEntry[] };
      const sent = scene.server.requests.length;
      const [item] = await all(scene.client.report.runAll(tasks(scene, 1), { journal: again }));
      expect(item).toMatchObject({ type: "failed", error: { code: "invalid_argument" }, rows: 0 });
      expect(scene.server.requests.length).toBe(sent);
    },
  );

  it.each([[undefined], [5_000]])(
    "completes the run even if it cannot be closed, with runDeadlineMs %s",
    async (runDeadlineMs) => {
      await using scene = await setting();
      const close = () => Promise.reject(new Error("not closed"));
      const journal = { read: async () => [], append: async () => {}, close };
      const types: string[] = [];
      const run = (async () => {
        const options = runDeadlineMs === undefined ? { journal } : { journal, runDeadlineMs };
        for await (const { type } of scene.client.report.runAll(tasks(scene, 3), options))
          types.push(type);
      })();
      await expect(run).rejects.toThrow("not closed");
      expect(types.filter((type) => type === "done")).toHaveLength(3);
    },
  );

  it("can be any object with synchronous methods", async () => {
    await using scene = await setting();
    const entries: JournalEntry[] = [];
    // As in plain JavaScript, where no type requires promises.
    const journal = {
      read: () => entries,
      append: (entry: JournalEntry) => void entries.push(entry),
    } as never;
    expect(
      (await all(scene.client.report.runAll(tasks(scene, 2), { journal }))).filter(
        ({ type }) => type === "done",
      ),
    ).toHaveLength(2);
    expect(entries.map(({ what }) => what).sort()).toEqual([
      "done",
      "done",
      "handle",
      "handle",
      "intent",
      "intent",
    ]);
  });

  it("repeats the failure recorded by an earlier run, without a new report", async () => {
    await using scene = await setting({ faults: [{ name: "failed", value: "FAILED" }] });
    await using home = await folder();
    for (const _ of [1, 2]) {
      const [item] = await all(scene.client.report.runAll(tasks(scene, 1), home));
      expect(item?.type === "failed" && item.error).toBeInstanceOf(ReportFailedError);
    }
    expect(creates(scene)).toEqual([1]);
  });
});

async function lines(path: string): Promise<readonly JournalEntry[]> {
  const text = await readFile(path, "utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
