import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { DownloadError, ReportFailedError } from "../../../runtime/errors.js";
import type { Fault } from "../../../runtime/testing/index.js";
import { account, all, bodyFor, createClient, type Setting, setting } from "../../support/flow.js";
import { DOWNLOADS } from "../../support/hints.js";
import { printed } from "../../support/printed.js";

const always = Number.POSITIVE_INFINITY;

async function reportOf(scene: Setting, change: { readonly report_format?: "JSON" | "CSV" } = {}) {
  return scene.client.report.run(account, { ...bodyFor(scene.server), ...change });
}

async function errorWith(...faults: readonly Fault[]) {
  // The timeout is short only if the test waits for it, so that a busy machine does not look like a
  // fault.
  const stalls = faults.some(({ name }) => name === "stalled-file");
  await using scene = await setting({ faults, polls: 0 }, { timeoutMs: stalls ? 250 : 10_000 });
  const error = await all((await reportOf(scene)).rows()).catch((thrown) => thrown);
  return { error, steps: scene.server.requests.map(({ step }) => step) };
}

describe("a download", () => {
  it("sends no token with the link", async () => {
    await using scene = await setting({ polls: 0 });
    await all((await reportOf(scene)).rows());
    const file = scene.server.requests.find(({ step }) => step === "file");
    expect(file?.headers).not.toHaveProperty("authorization");
    expect(JSON.stringify(file)).not.toContain(scene.server.accessToken);
  });

  it("requests a new link if the link is old", async () => {
    await using scene = await setting({ polls: 0 });
    const report = await reportOf(scene);
    await scene.server.clock.advance(280_000);
    expect(await all(report.rows())).not.toEqual([]);
    expect(scene.server.requests.map(({ step }) => step)).toEqual([
      "create",
      "poll",
      "poll",
      "file",
    ]);
  });

  it("requests a new link once if the link is rejected", async () => {
    await using scene = await setting({ polls: 0, faults: [{ name: "expired-link" }] });
    expect(await all((await reportOf(scene)).rows())).not.toEqual([]);
    expect(scene.server.requests.map(({ step }) => step)).toEqual([
      "create",
      "poll",
      "file",
      "poll",
      "file",
    ]);
  });

  it("gives up if the new link is rejected too", async () => {
    const { error, steps } = await errorWith({ name: "expired-link", times: always });
    expect(error).toBeInstanceOf(DownloadError);
    expect(error).toMatchObject({ code: "download", status: 403 });
    expect(error.message).toBe(
      `the host of the report file responded with 403: AccessDenied (after 0 rows)${DOWNLOADS}`,
    );
    expect(error.handle).toMatchObject({ adAccountId: account });
    expect(steps).toEqual(["create", "poll", "file", "poll", "file"]);
  });

  it("reports that the report itself has expired", async () => {
    await using scene = await setting({ polls: 0 });
    const report = await reportOf(scene);
    await scene.server.clock.advance(3_700_000);
    await expect(all(report.rows())).rejects.toBeInstanceOf(ReportFailedError);
  });

  it("retries if the file host is busy", async () => {
    const { error, steps } = await errorWith({ name: "slow-down" });
    expect(error).toHaveLength(16);
    expect(steps).toEqual(["create", "poll", "file", "file"]);
  });

  it("reports how many bytes of a truncated file it received", async () => {
    const { error } = await errorWith({ name: "short-file", value: 150, times: always });
    expect(error).toBeInstanceOf(DownloadError);
    expect(error).toMatchObject({ received: 150, rows: 1 });
    expect(error.expected).toBeGreaterThan(1_000);
    expect(error.message).toMatch(
      /^the report file ended after 150 of 1,\d\d\d bytes: .* \(after 1 row\) \(pinterest-reports explain \w+\)$/,
    );
  });

  it("gives up on a stalled file", async () => {
    const { error } = await errorWith({ name: "stalled-file", value: 150, times: always });
    expect(error).toMatchObject({ code: "download", received: 150, rows: 1 });
    expect(error.message).toMatch(/timeout: no data for 0.25 s/);
  });

  it("without a Content-Length, reports a file cut between rows as smaller than announced, and rejects one cut in the middle of a row", async () => {
    await using scene = await setting({ polls: 0 });
    const whole = await (await reportOf(scene, { report_format: "CSV" })).text();
    const size = new TextEncoder().encode(whole).length;
    const cut = whole.split("\r\n").slice(0, 3).join("\r\n").length + 2;
    const cutAt = (value: number) =>
      setting({ polls: 0, faults: [{ name: "short-file-without-length", value, times: always }] });
    await using behind = await cutAt(cut);
    const report = await reportOf(behind, { report_format: "CSV" });
    expect(report.size).toBe(size);
    expect(await all(report.rows())).toHaveLength(2);
    expect(await report.text()).toBe(whole.slice(0, cut));
    const told = {
      type: "size-mismatch",
      flow: "made-up",
      adAccountId: account,
      received: cut,
      announced: size,
    };
    expect(behind.events.filter(({ type }) => type === "size-mismatch")).toEqual([told, told]);
    await using within = await cutAt(cut - 3);
    const broken = await reportOf(within, { report_format: "CSV" });
    await expect(all(broken.rows())).rejects.toMatchObject({
      received: cut - 3,
      expected: size,
      rows: 1,
    });
    await expect(broken.text()).rejects.toMatchObject({ code: "download" });
  });

  it("yields no rows for a report without a file", async () => {
    await using scene = await setting({ polls: 0, faults: [{ name: "null-url" }] });
    const report = await reportOf(scene);
    expect(await all(report.rows())).toEqual([]);
    expect(await report.text()).toBe("");
    expect(scene.server.requests.filter(({ step }) => step === "file")).toEqual([]);
  });

  it.each(["", "{}", "[]", " \n", "\ufeff", '{"626700000001":[]}', '{"626700000001":null}'])(
    "yields no rows for %j",
    async (value) => {
      const { error } = await errorWith({ name: "other-file", value });
      expect(error).toEqual([]);
    },
  );

  it.each([
    ["<html></html>", "it is HTML or XML"],
    ['<?xml version="1.0"?><Error/>', "it is HTML or XML"],
    ["Internal error", 'JSON was requested, but it begins with "I"'],
    ["É", "JSON was requested, but it begins with the byte 0xc3"],
    ['{"code":12,"message":"Something went wrong"}', "it contains a value that is not a row"],
    ['{"1":[{"A":1}]}}', 'unexpected "}" after its end'],
    ['{"1":[{"A":1}', "it ends too early"],
  ])("fails for %j", async (value, words) => {
    const { error } = await errorWith({ name: "other-file", value });
    expect(error).toBeInstanceOf(DownloadError);
    expect(error.message).toContain(words);
  });

  it.each(["JSON", "CSV"] as const)(
    "fails for %s gzipped without a content-encoding, and shows none of its bytes",
    async (format) => {
      await using scene = await setting({
        faults: [{ name: "other-file", value: gzipSync("{}") }],
        polls: 0,
      });
      const error = await all((await reportOf(scene, { report_format: format })).rows()).catch(
        (thrown) => thrown,
      );
      expect(error).toBeInstanceOf(DownloadError);
      expect(error.message).toBe(
        `the report file is damaged after 0 rows: it is gzip, but the host does not declare it as such${DOWNLOADS}`,
      );
    },
  );

  it.each([
    ["", "is not a URL"],
    ["/metrics_report.txt", "is not a URL"],
    ["file:///etc/passwd", "is not https"],
    ["javascript:alert(1)", "is not https"],
    ["https://user:word@127.0.0.1:9/x", "contains a user name or password"],
  ])("does not follow the link %j", async (value, words) => {
    const { error, steps } = await errorWith({ name: "other-link", value });
    expect(error).toBeInstanceOf(DownloadError);
    expect(error.message).toContain(`it ${words}`);
    expect(steps).toEqual(["create", "poll"]);
  });

  it.each([
    "http://127.0.0.1:9/x?secret",
    "https://127.0.0.1:9/x?secret",
    "https://localhost:9/x?secret",
    "https://[::1]:9/x?secret",
    "https://[::ffff:127.0.0.1]:9/x?secret",
    "https://0x7f.1:9/x?secret",
    "https://localhost.:9/x?secret",
  ])("does not follow a link from a remote API to the local machine: %s", async (value) => {
    await using scene = await setting({ polls: 0, faults: [{ name: "other-link", value }] });
    const { server } = scene;
    const asked: string[] = [];
    const client = createClient({
      accessToken: server.accessToken,
      clock: server.clock,
      fetch: (url, init) => {
        asked.push(url);
        return server.fetch(url.replace("https://api.pinterest.com/v5", server.url), init);
      },
    });
    const report = await client.report.run(account, bodyFor(server));
    const error = await all(report.rows()).catch((thrown) => thrown);
    expect(error.message).toMatch(
      /the report's link is not followed: it (points into a private network|is not https)/,
    );
    expect(error.message).not.toContain("secret");
    expect(asked.every((url) => url.startsWith("https://api.pinterest.com/v5/"))).toBe(true);
  });

  // Other spellings of an address, which another parser may read as a different host.
  const spelled: readonly ((link: string) => string)[] = [
    (link) => ` ${link}`,
    (link) => `${link}\n`,
    (link) => link.replaceAll("/", "\\"),
    (link) => link.replace("://", ":"),
    (link) => link.replace("://", ":////"),
    (link) => link.replace("http", "h\ttt\np"),
    (link) => link.replace("127.0.0.1", "0x7f.1"),
    (link) => link.replace("127.0.0.1", "１２７。0.0.1"),
    (link) => link.replace("/file", "/x/..\\%2e%2E/file"),
    (link) => link.replace("?", "#@other.example/?"),
  ];

  it("requests exactly the link that was checked, however it was written, and never prints it", async () => {
    for (const spell of [(link: string) => link, ...spelled]) {
      const value = spell("http://127.0.0.1:9/file?CANARY=1");
      await using scene = await setting({ polls: 0, faults: [{ name: "other-link", value }] });
      const { server } = scene;
      const asked: string[] = [];
      const fetch = (url: string, init: RequestInit) => {
        if (url.startsWith(server.url)) return server.fetch(url, init);
        asked.push(url);
        return Promise.reject(new TypeError(`no way to ${url}, or ${value}`));
      };
      const client = createClient({
        accessToken: server.accessToken,
        baseUrl: server.url,
        clock: server.clock,
        fetch,
      });
      const report = await client.report.run(account, bodyFor(server));
      const error = await all(report.rows()).catch((thrown) => thrown);
      expect([value, [...new Set(asked)]]).toEqual([value, [new URL(value).href]]);
      expect(printed(error)).not.toContain("CANARY");
    }
  });

  it("follows a redirect after checking its target", async () => {
    // As long as the API says the file is.
    const file = '{"1":[{"A":1}]}'.padEnd(9_000);
    const trap = createServer((request, response) =>
      response.end(request.headers.authorization ? "" : file),
    );
    await new Promise<void>((resolve) => trap.listen(0, "127.0.0.1", resolve));
    const { port } = trap.address() as { port: number };
    const moved = await errorWith({ name: "file-moved", value: `http://127.0.0.1:${port}/` });
    expect(moved.error).toEqual([{ A: 1, CLICKS: 0 }]);
    await new Promise((resolve) => trap.close(resolve));
    const worse = await errorWith({ name: "file-moved", value: "file:///etc/passwd" });
    expect(worse.error.message).toContain("it is not https");
    const loop = await errorWith({ name: "file-moved", value: "", times: always });
    expect(loop.error).toMatchObject({ code: "download" });
  });

  it("starts over each time that its rows are iterated, even through the same iterable", async () => {
    await using scene = await setting({ polls: 0 });
    const report = await reportOf(scene);
    for (const items of [report.rows(), report.entries()]) {
      const first = await all<unknown>(items);
      expect(first).toHaveLength(16);
      expect(await all<unknown>(items)).toEqual(first);
    }
    expect(scene.server.requests.filter(({ step }) => step === "file")).toHaveLength(4);
  });

  it("stops if its reader stops", async () => {
    await using scene = await setting({ polls: 0, entities: 2_000 });
    const { server } = scene;
    let cancelled = false;
    let pieces = 0;
    const fetch = async (url: string, init: RequestInit) => {
      const response = await server.fetch(url, init);
      if (!url.includes("X-Amz") || response.body === null) return response;
      const reader = response.body.getReader();
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          const { done, value } = await reader.read();
          pieces++;
          if (done) controller.close();
          else controller.enqueue(value);
        },
        cancel: () => {
          cancelled = true;
        },
      });
      return new Response(body, response);
    };
    const client = createClient({
      accessToken: server.accessToken,
      baseUrl: server.url,
      clock: server.clock,
      fetch,
    });
    const report = await client.report.run(account, bodyFor(server));
    for await (const _ of report.rows()) break;
    expect(cancelled).toBe(true);
    expect(pieces).toBeLessThan(10);
  });

  it("writes to a temporary file, and renames the file at the end", async () => {
    await using scene = await setting({
      polls: 0,
      faults: [{ name: "short-file", skip: 1, times: always }],
    });
    const report = await reportOf(scene);
    const folder = await mkdtemp(join(tmpdir(), "pinterest-reports-"));
    try {
      const path = join(folder, "report.json");
      expect(await report.download(path)).toBe(report.size);
      const whole = await readFile(path, "utf8");
      expect(Object.keys(JSON.parse(whole))).toHaveLength(3);
      await writeFile(path, "before");
      await expect(report.download(path)).rejects.toMatchObject({
        code: "download",
        received: 100,
      });
      expect(await readFile(path, "utf8")).toBe("before");
      expect(await readdir(folder)).toEqual(["report.json"]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("adds the file's outer key to rows", async () => {
    await using scene = await setting({ polls: 0 });
    const entries = await all((await reportOf(scene)).entries());
    expect(entries[0]?.key).toBe("627052500001");
    const byDate = await scene.client.report.run(account, {
      ...bodyFor(scene.server),
      primary_sort: "BY_DATE",
    });
    expect((await all(byDate.entries())).map(({ key, row }) => key === row.DATE)).not.toContain(
      false,
    );
    const csv = await all((await reportOf(scene, { report_format: "CSV" })).entries());
    expect(csv[0]).toMatchObject({
      key: null,
      row: { "Campaign ID": "627052500001", "Organic pin ID": "217861707052500001" },
    });
  });
});
