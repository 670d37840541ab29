import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ApiError,
  CreateOutcomeUnknownError,
  DownloadError,
  InvalidArgumentError,
  InvalidBodyError,
  PinterestReportsError,
} from "../../../generated/index.js";
import * as small from "../../../generated/report-client.js";
import { jsonClient } from "../../../runtime/client/json-client.js";
import type { Fault } from "../../../runtime/testing/index.js";
import type { ClientEvent } from "../../../runtime/types.js";
import type { RowSource } from "../../../runtime/writers/source.js";
import { toCsv } from "../../../runtime/writers/text.js";
import { runs } from "../../support/effort.js";
import { account, all, bodyFor, createClient, flow, type Setting, setting } from "../../support/flow.js";

type Options = Parameters<typeof jsonClient>[0];

function clientOf({ server }: Pick<Setting, "server">, options: Partial<Options> = {}) {
  return jsonClient({ accessToken: server.accessToken, baseUrl: server.url, clock: server.clock, ...options }, flow);
}

/** A `fetch` whose file has these bytes and headers, and whose finished report announces this size. */
function serving(
  { server }: Pick<Setting, "server">,
  {
    bytes,
    headers = {},
    size,
  }: { readonly bytes: Uint8Array<ArrayBuffer>; readonly headers?: Record<string, string>; readonly size: number | null },
): NonNullable<Options["fetch"]> {
  return async (url, init) => {
    if (!url.startsWith(`${server.url}/`)) return new Response(bytes, { headers });
    const response = await globalThis.fetch(url, init as RequestInit);
    const status = (await response.json()) as object;
    return Response.json("url" in status ? { ...status, size } : status);
  };
}

const steps = (requests: readonly { readonly step: string }[]) => requests.map(({ step }) => step);
const faults = (...list: readonly Fault[]) => ({ faults: list });

describe("a client of one report", () => {
  it("goes from create to rows, and fills in what a row lacks", async () => {
    await using scene = await setting();
    const report = await clientOf(scene).run(account, bodyFor(scene.server));
    const rows = await report.toArray();
    expect(rows).toHaveLength(16);
    expect(rows[0]).toMatchObject({ CAMPAIGN_ID: "627052500001", PIN_ID: "217861707052500001", DATE: "2026-03-03" });
    expect(await all(report.rows({ zeroFill: ["CLICKS"] }))).toEqual(rows.map((row) => ({ CLICKS: 0, ...(row as object) })));
    await expect(report.toArray({ zeroFill: ["CLICKZ"] })).rejects.toThrow("CLICKZ was not requested; did you mean CLICKS?");
    expect(steps(scene.server.requests)).toEqual(["create", "poll", "poll", "file", "file"]);
  });

  it("resumes what the whole client created, and the other way round", async () => {
    await using scene = await setting();
    const client = clientOf(scene);
    const made = await client.create(account, bodyFor(scene.server));
    expect(await client.poll(made)).toMatchObject({ state: "pending" });
    const rows = await (await scene.client.report.resume(made)).toArray();
    const handle = JSON.parse(JSON.stringify(await scene.client.report.create(account, bodyFor(scene.server))));
    expect(await (await client.resume(handle)).toArray()).toEqual(rows);
  });

  it("sends nothing for an invalid body, an invalid account or a CSV report", async () => {
    await using scene = await setting();
    const client = clientOf(scene);
    const body = bodyFor(scene.server);
    await expect(client.run(account, { ...body, end_date: "2020-01-01" })).rejects.toBeInstanceOf(InvalidBodyError);
    await expect(client.run("../1", body)).rejects.toBeInstanceOf(InvalidArgumentError);
    await expect(client.run(account, { ...body, report_format: "CSV" })).rejects.toThrow(/reads JSON reports only.*nothing was sent/);
    const csv = {
      version: 1,
      flow: "made-up",
      adAccountId: account,
      token: "t",
      createdAt: "2026-03-10T12:00:00Z",
      format: "CSV",
    } as const;
    await expect(client.resume(csv)).rejects.toThrow(/reads JSON reports only.*nothing was sent/);
    await expect(client.resume({ version: 1 } as never)).rejects.toBeInstanceOf(InvalidArgumentError);
    expect(scene.server.requests).toEqual([]);
  });

  it("never sends a create again whose response was lost", async () => {
    await using scene = await setting(faults({ name: "cut-connection", on: "create" }));
    await expect(clientOf(scene).run(account, bodyFor(scene.server))).rejects.toBeInstanceOf(CreateOutcomeUnknownError);
    expect(steps(scene.server.requests)).toEqual(["create"]);
  });

  it("waits as long as Retry-After states, and polls on through an outage", async () => {
    await using scene = await setting(
      faults({ name: "rate-limit", on: "create", value: 7 }, { name: "html-error", on: "poll", value: 503, times: 3 }),
    );
    const events: ClientEvent[] = [];
    const report = await clientOf(scene, { onEvent: (event) => events.push(event) }).run(account, bodyFor(scene.server));
    expect(await report.toArray()).toHaveLength(16);
    const [first] = events.filter((event) => event.type === "wait");
    expect(first).toMatchObject({ reason: "retry", message: "429" });
    expect(first?.ms).toBeGreaterThanOrEqual(7_000);
    expect(events.filter(({ type }) => type === "poll-failed")).toHaveLength(3);
  });

  it("asks for a new link once the old one has expired", async () => {
    await using scene = await setting(faults({ name: "expired-link" }));
    const report = await clientOf(scene).run(account, bodyFor(scene.server));
    expect(await report.toArray()).toHaveLength(16);
    expect(steps(scene.server.requests)).toEqual(["create", "poll", "poll", "file", "poll", "file"]);
  });

  it.each<Fault>([
    { name: "short-file", times: 9 },
    { name: "short-file-without-length", times: 9 },
    { name: "short-file-with-length", times: 9 },
    { name: "cut-gzip-file", times: 9 },
  ])("yields no row of a truncated file: $name", async (fault) => {
    await using scene = await setting(faults(fault));
    const report = await clientOf(scene).run(account, bodyFor(scene.server));
    const error = await report.toArray().catch((thrown) => thrown);
    expect(error).toBeInstanceOf(DownloadError);
    expect(error.handle).toEqual(report.handle);
  });

  it("has the rows of the whole client, or an error of the same class and code, for any file, length and announced size", async () => {
    const row = '{"1":[{"DATE":"2026-03-03","CAMPAIGN_ID":627052500001,"CLICKS":2}]}';
    const texts = fc.oneof(
      fc.constantFrom(
        "",
        " ",
        "\n",
        "\r\n\t ",
        "\ufeff",
        "\ufeff\n",
        "\u00a0",
        "\u3000\n",
        "{}",
        "[]",
        "null",
        "<html>",
        "A,B\n1,2\n",
        "A,B\n1",
      ),
      fc.constantFrom(row, `\ufeff${row}`, `${row}\n`, `${row}\u00a0`, row + row),
      fc.nat(row.length).map((end) => row.slice(0, end)),
    );
    const files = fc.record({ text: texts, hasLength: fc.boolean(), size: fc.constantFrom(null, 0, 1, 60, 1_000) });
    const ends = new Set<string>();
    await fc.assert(
      fc.asyncProperty(files, async ({ text, hasLength, size }) => {
        const bytes = new TextEncoder().encode(text);
        const headers = hasLength ? { "content-length": String(bytes.length) } : {};
        const [small, whole] = await Promise.all(
          [jsonClient, (options: Options) => createClient(options).report as unknown as ReturnType<typeof clientOf>].map(async (make) => {
            await using scene = await setting({ polls: 0 });
            const { server } = scene;
            const events: ClientEvent[] = [];
            const fetch = serving(scene, { bytes, headers, size });
            const onEvent = (event: ClientEvent) => void events.push(event);
            const client = make({ accessToken: server.accessToken, baseUrl: server.url, clock: server.clock, fetch, onEvent }, flow);
            const report = await client.run(account, bodyFor(server));
            const end = await report.toArray().catch(({ name, code }) => ({ name, code }));
            return { end, files: events.filter(({ type }) => type === "download" || type === "size-mismatch") };
          }),
        );
        expect(small?.end).toEqual(whole?.end);
        if (Array.isArray(small?.end)) expect(small).toEqual(whole);
        ends.add(Array.isArray(small?.end) ? `${small.end.length} rows` : "error");
      }),
      { numRuns: runs(100) },
    );
    expect([...ends].toSorted()).toEqual(["0 rows", "1 rows", "error"]);
  });

  it.each(["", "\n", "\ufeff"])("reports that %j is fewer bytes than were announced, and so is no empty report", async (value) => {
    await using scene = await setting();
    const bytes = new TextEncoder().encode(value);
    for (const [headers, requests] of [
      [{ "content-length": String(bytes.length) }, 1],
      [{}, 6],
    ] as const) {
      const serve = serving(scene, { bytes, headers, size: 1_000 });
      let files = 0;
      const fetch: typeof serve = (url, init) => {
        if (!url.startsWith(`${scene.server.url}/`)) files++;
        return serve(url, init);
      };
      const report = await clientOf(scene, { fetch }).run(account, bodyFor(scene.server));
      await expect(report.toArray()).rejects.toThrow("and is empty; the API announced more (after 0 rows)");
      // A file with all bytes that its host states is not requested again.
      expect(files).toBe(requests);
    }
  });

  it("reads no file above maxBytes", async () => {
    await using scene = await setting();
    const report = await clientOf(scene).run(account, bodyFor(scene.server));
    await expect(report.toArray({ maxBytes: 100 })).rejects.toThrow(/maxBytes is 100/);
    await expect(report.toArray({ maxBytes: Number.NaN })).rejects.toBeInstanceOf(RangeError);
  });

  it("has the columns of the whole client's rows, which writers put in order, also for a report without rows", async () => {
    for (const value of ["{}", '{"1":[{"CLICKS":2,"CAMPAIGN_ID":1,"DATE":"2026-03-03"}]}']) {
      await using scene = await setting(faults({ name: "other-file", value, times: 9 }));
      const small = await clientOf(scene).run(account, bodyFor(scene.server));
      const whole = await scene.client.report.resume(small.handle);
      expect(small.rows().columns).toEqual(["CAMPAIGN_ID", "PIN_ID", "CLICKS"]);
      const [csv, expected] = await Promise.all(
        [small, whole].map(async (report) => (await all(toCsv(report.rows() as RowSource))).join("")),
      );
      expect(csv).toBe(expected);
      expect(csv).toMatch(/^CAMPAIGN_ID,PIN_ID,CLICKS/);
    }
  });

  it("ends the iteration at once when a loop is left while the file arrives, without an error, and closes the download", async () => {
    await using scene = await setting();
    let closed = false;
    let begun = (): void => {};
    const arriving = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const cancel = () => {
      closed = true;
    };
    // A file that never ends.
    const body = () => new ReadableStream({ pull: () => begun(), cancel }, { highWaterMark: 0 });
    const fetch: NonNullable<Options["fetch"]> = async (url, init) =>
      url.startsWith(`${scene.server.url}/`) ? globalThis.fetch(url, init as RequestInit) : new Response(body());
    const report = await clientOf(scene, { fetch }).run(account, bodyFor(scene.server));
    const iterator = report.rows()[Symbol.asyncIterator]();
    const pending = iterator.next();
    await arriving;
    expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
    expect(await pending).toEqual({ done: true, value: undefined });
    expect(closed).toBe(true);
    // An abort by the caller still rejects with its reason.
    const stop = new AbortController();
    const aborted = report.toArray({ signal: stop.signal });
    stop.abort(new Error("enough"));
    await expect(aborted).rejects.toThrow("enough");
    await expect(report.toArray({ signal: stop.signal })).rejects.toThrow("enough");
  });

  it("ends at once on an abort, with its reason: while it polls, and between rows", async () => {
    await using scene = await setting({ polls: 1e6 });
    const stop = new AbortController();
    const reason = new Error("enough");
    const onEvent = ({ type }: ClientEvent) => type === "poll" && stop.abort(reason);
    await expect(clientOf(scene).run(account, bodyFor(scene.server), { signal: stop.signal, onEvent })).rejects.toBe(reason);
    await using ready = await setting();
    const report = await clientOf(ready).run(account, bodyFor(ready.server));
    const later = new AbortController();
    const read = async () => {
      for await (const _ of report.rows({ signal: later.signal })) later.abort(reason);
    };
    await expect(read()).rejects.toBe(reason);
  });

  it.each<Fault>([
    { name: "redirect", on: "create", times: 9 },
    { name: "redirect-307", on: "poll", times: 9 },
    { name: "file-moved", times: 1 },
    { name: "other-link", value: "https://files.example/f" },
    { name: "other-link", value: "http://169.254.169.254/latest" },
  ])("sends the token to the API alone: $name $value", async (fault) => {
    await using scene = await setting(faults(fault));
    const sent: string[] = [];
    const fetch: NonNullable<Options["fetch"]> = async (url, init) => {
      if (JSON.stringify(init.headers).includes(scene.server.accessToken)) sent.push(url);
      if (!new URL(url).host.startsWith("127.0.0.1")) return new Response("{}");
      return globalThis.fetch(url, init as RequestInit);
    };
    const client = clientOf(scene, { fetch });
    const end = await client
      .run(account, bodyFor(scene.server))
      .then((report) => report.toArray())
      .catch((error) => error);
    expect(sent.filter((url) => !url.startsWith(`${scene.server.url}/`))).toEqual([]);
    expect(sent.length).toBeGreaterThan(0);
    if (fault.on !== undefined) expect(end).toBeInstanceOf(PinterestReportsError);
  });

  it("shows neither token nor link when it, its reports or its errors are printed", async () => {
    await using scene = await setting(faults({ name: "wrong-shape", on: "poll", skip: 2, value: '{"message":"fake-access-token"}' }));
    const client = clientOf(scene);
    const report = await client.run(account, bodyFor(scene.server));
    const error = await client.poll(report.handle).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    const shown = inspect([client, report, error], { depth: 9, getters: true, showHidden: true }) + JSON.stringify([client, report, error]);
    expect(shown).not.toMatch(/fake-access-token|X-Amz/);
    expect(shown).not.toContain(report.handle.token);
    expect(inspect(client)).toBe("ReportClient { flow: 'made-up' }");
    const { token: _, ...handle } = report.handle;
    const printed = inspect({ handle, size: report.size, requestId: report.requestId }, { depth: 9 });
    expect(inspect(report, { depth: 9 })).toBe(`JsonReport ${printed}`);
  });

  it.each([
    [{}, /accessToken is missing/],
    [{ accessToken: "" }, /accessToken is empty/],
    [{ accessToken: "a\nb" }, /accessToken must be a string/],
    [{ accessToken: "x", baseUrl: "http://api.pinterest.com/v5" }, /baseUrl must be https/],
    [{ accessToken: "x", fetch: 1 }, /fetch must be a function/],
    [{ accessToken: "x", deadlineMs: 0 }, /deadlineMs must be/],
    [null, /options must be an object/],
  ])("refuses the options %j", (options, message) => {
    expect(() => jsonClient(options as never, flow)).toThrow(message);
  });
});

describe("the entry of small clients", () => {
  it("has one for each report, and the errors of the whole client", () => {
    const makers = Object.keys(small).filter((name) => name.startsWith("create"));
    expect(makers.toSorted()).toEqual([
      "createCatalogReportClient",
      "createConversionProductReportClient",
      "createMmmReportClient",
      "createReportClient",
      "createTemplateReportClient",
    ]);
    expect(small.ApiError).toBe(ApiError);
    expect(small.DownloadError).toBe(DownloadError);
  });
});
