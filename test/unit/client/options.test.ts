import { readFile } from "node:fs/promises";
import { runInNewContext } from "node:vm";
import { describe, expect, it, onTestFinished } from "vitest";
import { InvalidArgumentError } from "../../../runtime/errors.js";
import { connect } from "../../../runtime/support-client.js";
import { account, all, bodyFor, createClient, setting } from "../../support/flow.js";

const { version } = JSON.parse(
  await readFile(new URL("../../../package.json", import.meta.url), "utf8"),
);

describe("client options", () => {
  it("can be an existing connection, which is used unchanged", () => {
    const connection = connect({ accessToken: "t" });
    expect(connect(connection)).toBe(connection);
  });

  it.each([
    "http://api.pinterest.com/v5",
    "ftp://127.0.0.1",
    "https://user:word@api.pinterest.com/v5",
    "https://api.pinterest.com/v5?x=1",
    "https://api.pinterest.com/v5#x",
    "api.pinterest.com",
    "",
  ])("reject the base URL %j", (baseUrl) => {
    expect(() => connect({ accessToken: "t", baseUrl })).toThrow(TypeError);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])(
    "reject a time limit of %d ms",
    async (ms) => {
      expect(() => connect({ accessToken: "t", timeoutMs: ms })).toThrow(RangeError);
      expect(() => connect({ accessToken: "t", deadlineMs: ms })).toThrow(RangeError);
      await using scene = await setting();
      await expect(
        scene.client.report.run(account, bodyFor(scene.server), { deadlineMs: ms }),
      ).rejects.toBeInstanceOf(RangeError);
      expect(scene.server.requests).toEqual([]);
    },
  );

  it("accept a base URL with trailing slashes", async () => {
    await using scene = await setting();
    const { server } = scene;
    const client = createClient({
      accessToken: server.accessToken,
      baseUrl: `${server.url}//`,
      clock: server.clock,
    });
    await client.report.create(account, bodyFor(server));
    expect(server.requests[0]?.path).toBe(`/v5/ad_accounts/${account}/reports`);
  });

  it("can include a token function, which is called before every request and whose token is checked", async () => {
    await using scene = await setting();
    const { server } = scene;
    let asked = 0;
    const client = createClient({
      accessToken: async () => (asked++ < 2 ? server.accessToken : "bad token"),
      baseUrl: server.url,
      clock: server.clock,
    });
    await expect(client.report.run(account, bodyFor(server))).rejects.toBeInstanceOf(TypeError);
    expect(server.requests).toHaveLength(2);
  });

  it.each<[unknown, string]>([
    [
      { accessToken: "" },
      "accessToken is empty: it needs the ads:read scope; `npx pinterest-reports login --help` explains how to get a token",
    ],
    [{ accessToken: null }, "accessToken is missing: it needs the ads:read scope"],
    [{ accessToken: undefined }, "no access token: set PINTEREST_ACCESS_TOKEN"],
    [
      {},
      "no access token: set PINTEREST_ACCESS_TOKEN, or pass accessToken; it needs the ads:read scope",
    ],
    [{ accessToken: "a b" }, "accessToken must be a string without spaces"],
    [
      { refreshToken: null, clientId: "1", clientSecret: "s" },
      "refreshToken is missing: `npx pinterest-reports login --help` explains how to get one",
    ],
    [{ refreshToken: "", clientId: "1", clientSecret: "s" }, "refreshToken is empty"],
    [{ refreshToken: "r", clientSecret: "s" }, "clientId is missing: it is on the app's page"],
    [
      { refreshToken: "r", clientId: "1", clientSecret: "s", onTokens: 5 },
      "onTokens must be a function",
    ],
    [null, "the options must be an object, such as { accessToken }"],
    [{ accessToken: "t", fetch: null }, "fetch must be a function"],
    [{ accessToken: "t", onEvent: 5 }, "onEvent must be a function"],
    [{ accessToken: "t", clock: {} }, "clock must have now()"],
    [{ accessToken: "t", tracer: {} }, "tracer must have startActiveSpan()"],
  ])("reject %j with a helpful message", (options, words) => {
    expect(() => connect(options as never)).toThrow(TypeError);
    expect(() => connect(options as never)).toThrow(words);
  });

  it("are read only from own properties", () => {
    const all = Object.prototype as { refreshToken?: string; timeoutMs?: number };
    try {
      Object.assign(all, { refreshToken: "evil", timeoutMs: 0 });
      expect(() => connect({ accessToken: "t" })).not.toThrow();
    } finally {
      delete all.refreshToken;
      delete all.timeoutMs;
    }
  });

  it("accept an application name for the user agent", async () => {
    await using scene = await setting({}, { userAgent: "my-app/1.0" });
    await scene.client.report.create(account, bodyFor(scene.server));
    expect(scene.server.requests[0]?.headers["user-agent"]).toBe(
      `pinterest-reports/${version} my-app/1.0`,
    );
    expect(() => connect({ accessToken: "t", userAgent: "a\nb" })).toThrow(TypeError);
  });

  it.each<[string, () => unknown]>([
    ["rejects", () => Promise.reject(new Error("no"))],
    [
      "throws",
      () => {
        throw new Error("no");
      },
    ],
    [
      "rejects with an error from another realm",
      runInNewContext("async () => { throw new Error('no') }"),
    ],
  ])("accept a listener that %s, without any effect on calls", async (_, listener) => {
    const unhandled: unknown[] = [];
    const note = (error: unknown) => unhandled.push(error);
    process.on("unhandledRejection", note);
    onTestFinished(() => void process.off("unhandledRejection", note));
    await using scene = await setting({}, { onEvent: listener });
    const body = bodyFor(scene.server);
    expect(await all((await scene.client.report.run(account, body)).rows())).not.toEqual([]);
    await all(
      scene.client.report.runAll([{ adAccountId: account, body }], {
        onProgress: listener,
        onEvent: listener,
      }),
    );
    await new Promise(setImmediate);
    expect(unhandled).toEqual([]);
  });
});

describe("a report handle", () => {
  const good = {
    version: 1,
    flow: "made-up",
    adAccountId: account,
    token: "abc",
    createdAt: "2026-03-10T12:00:00.000Z",
  };

  it.each<[string, unknown]>([
    ["null", null],
    ["one with a token that a URL cannot contain", { ...good, token: "abc\ud800" }],
    ["a string", JSON.stringify(good)],
    ["of a different version", { ...good, version: 2 }],
    ["of a different flow", { ...good, flow: "report" }],
    ["of an invalid account", { ...good, adAccountId: "../1" }],
    ["without a token", { ...good, token: "" }],
    ["one with a token that is not a string", { ...good, token: { toString: () => "abc" } }],
    ["one with a long token", { ...good, token: "a".repeat(40_000) }],
    ["without a valid date", { ...good, createdAt: "then" }],
    ["of an unknown format", { ...good, format: "XML" }],
    ["incomplete", { version: 1, flow: "made-up" }],
    ["inherited", Object.create(good)],
    ["only in a __proto__ property", JSON.parse(`{"__proto__":${JSON.stringify(good)}}`)],
    ["one with getters", Object.defineProperty({ ...good }, "token", { get: () => "abc" })],
  ])("is rejected before any request if it is %s", async (_, handle) => {
    await using scene = await setting();
    for (const method of ["poll", "resume"] as const) {
      const error = await scene.client.report[method](handle as never).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(InvalidArgumentError);
    }
    expect(scene.server.requests).toEqual([]);
  });

  it("contains the file's media type, so that an HTML page is an error even after resuming", async () => {
    await using scene = await setting({
      polls: 0,
      faults: [{ name: "other-file", value: "Internal error" }],
    });
    const { client, server } = scene;
    const handle = await client.report.create(account, bodyFor(server));
    const report = await client.report.resume(JSON.parse(JSON.stringify(handle)));
    await expect(all(report.rows())).rejects.toThrow(/JSON was requested/);
  });

  it("can have additional properties", async () => {
    await using scene = await setting();
    const look = await scene.client.report.poll({
      ...good,
      createdAt: "2026-03-10T11:59:00.000Z",
      more: 1,
    } as never);
    expect(look).toMatchObject({
      status: "DOES_NOT_EXIST",
      state: "failed",
      knownStatus: true,
      url: null,
      size: null,
    });
  });
});
