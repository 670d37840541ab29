import { inspect } from "node:util";
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
import { account, all, bodyFor, flow, type Setting, setting } from "../../support/flow.js";

type Options = Parameters<typeof jsonClient>[0];

function clientOf({ server }: Pick<Setting, "server">, options: Partial<Options> = {}) {
  return jsonClient({ accessToken: server.accessToken, baseUrl: server.url, clock: server.clock, ...options }, flow);
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
    expect(await all(report.rows({ zeroFill: ["SPEND_IN_DOLLAR"] }))).toEqual(
      rows.map((row) => ({ ...(row as object), SPEND_IN_DOLLAR: 0 })),
    );
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

  it("reads no file above maxBytes", async () => {
    await using scene = await setting();
    const report = await clientOf(scene).run(account, bodyFor(scene.server));
    await expect(report.toArray({ maxBytes: 100 })).rejects.toThrow(/maxBytes is 100/);
    await expect(report.toArray({ maxBytes: Number.NaN })).rejects.toBeInstanceOf(RangeError);
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
