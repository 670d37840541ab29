import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createClient as createGeneratedClient } from "../../../generated/index.js";
import { ApiError, ConnectionError, CreateOutcomeUnknownError } from "../../../runtime/errors.js";
import type { Fault } from "../../../runtime/testing/index.js";
import { runs } from "../../support/effort.js";
import { account, bodyFor, createClient, setting } from "../../support/flow.js";
import { CREDENTIALS } from "../../support/hints.js";

async function errorOf(...faults: readonly Fault[]) {
  await using scene = await setting({ faults });
  const { client, server } = scene;
  const handle = await client.report.create(account, bodyFor(server));
  const error = await client.report.poll(handle).catch((thrown) => thrown);
  return {
    error,
    attempts: server.requests.filter(({ step }) => step === "poll").length,
    slept: server.clock.slept,
  };
}

const always = Number.POSITIVE_INFINITY;

describe("a response to a request", () => {
  it("causes an error that says what failed, where, and the API's message", async () => {
    const { error, attempts } = await errorOf({ name: "token-refused" });
    expect(error).toBeInstanceOf(ApiError);
    expect(error.message).toBe(
      `GET /ad_accounts/549755885175/reports returned 401: Authentication failed. (code 2) [request 1234567890123456]${CREDENTIALS}`,
    );
    expect(error).toMatchObject({
      code: "auth",
      status: 401,
      apiCode: 2,
      requestId: "1234567890123456",
      retryAfterMs: null,
    });
    expect(error.body).toEqual({ code: 2, message: "Authentication failed.", status: "failure" });
    expect(attempts).toBe(1);
  });

  it("passes its headers to the error, which does not print them and hides the request's secrets", async () => {
    await using scene = await setting();
    const fetch = async (_: string, { headers }: RequestInit) => {
      const echo = new Headers(headers).get("authorization") ?? "";
      return Response.json(
        { code: 3 },
        { status: 403, headers: { "X-RateLimit-Remaining": "7", "x-echo": echo } },
      );
    };
    const client = createClient({
      accessToken: "pina_CANARY0123456789",
      fetch,
      clock: scene.server.clock,
    });
    const error = await client.report
      .create(account, bodyFor(scene.server))
      .catch((thrown) => thrown);
    expect(
      ["x-ratelimit-remaining", "x-echo", "x-none"].map((name) => error.headers.get(name)),
    ).toEqual(["7", "Bearer [secret]", null]);
    expect(Object.fromEntries(error.headers)).toMatchObject({
      "x-ratelimit-remaining": "7",
      "x-echo": "Bearer [secret]",
    });
    expect(inspect(error)).not.toContain("headers");
    expect(JSON.parse(JSON.stringify(error))).not.toHaveProperty("headers");
  });

  it("passes individual headers to the error on request if its headers cannot be listed", async () => {
    await using scene = await setting();
    const { body } = Response.json({ code: 3 });
    const headers = { get: (name: string) => (name === "x-a" ? "1" : null) };
    const client = createClient({
      accessToken: "t",
      fetch: async () => ({ ok: false, status: 403, headers, body }),
      clock: scene.server.clock,
    });
    const error = await client.report
      .create(account, bodyFor(scene.server))
      .catch((thrown) => thrown);
    expect(error).toMatchObject({ code: "api", status: 403 });
    expect([error.headers.get("x-a"), ...error.headers]).toEqual(["1"]);
  });

  it("is not needed to create an ApiError, which then has no headers", () => {
    const failure = {
      status: 403,
      apiCode: null,
      apiMessage: "",
      body: "",
      requestId: null,
      retryAfterMs: null,
    };
    const { headers } = new ApiError("refused", failure);
    expect([headers.get("date"), headers.has("date"), ...headers]).toEqual([null, false]);
  });

  it("causes an ordinary error if it has no body", async () => {
    const { error } = await errorOf({ name: "empty-400" });
    expect(error).toMatchObject({ code: "api", status: 400, apiCode: null, body: "" });
    expect(error.message).toBe(
      "GET /ad_accounts/549755885175/reports returned 400 with an empty body",
    );
  });

  it("causes an error with its type and first characters if it is an HTML page", async () => {
    const { error } = await errorOf({ name: "html-response" });
    expect(error.message).toMatch(
      /returned 200 with text\/html, which is not JSON: "<!DOCTYPE html><html>/,
    );
    expect(error.status).toBe(200);
  });

  it.each<[string, string, number | null]>([
    [
      '{"code":29,"message":"Not permitted","message_detail":"Ask the owner"}',
      ": Not permitted: Ask the owner (code 29)",
      29,
    ],
    ['{"code":"29","message":"Not permitted"}', ": Not permitted (code 29)", 29],
    ['{"detail":"Your app may not do this"}', ": Your app may not do this", null],
    ['{"errors":[{"message":"Nope"}]}', ": Nope", null],
    ['{"errors":["Nope"]}', ": Nope", null],
    ['{"error":{"message":"Nope"}}', ": Nope", null],
    ['{"error":"invalid_scope","error_description":"ads:read"}', ": invalid_scope: ads:read", null],
    ['"Forbidden by policy"', ": Forbidden by policy", null],
    ['{"why":"Because"}', ': "{\\"why\\":\\"Because\\"}"', null],
    ['{"code":29,"message":""}', ': "{\\"code\\":29,\\"message\\":\\"\\"}" (code 29)', 29],
    ["null", ': "null"', null],
    ["  ", " with an empty body", null],
    ['{"message":"bad\\u001b[2J\\r\\nfake\\u202e"}', ": bad [2J fake ", null],
  ])("causes an error with the reason, if there is one: %s", async (value, words, apiCode) => {
    await using scene = await setting();
    const fetch = async () =>
      new Response(value, { status: 403, headers: { "content-type": "application/json" } });
    const client = createClient({ accessToken: "t", fetch, clock: scene.server.clock });
    const error = await client.report
      .create(account, bodyFor(scene.server))
      .catch((thrown) => thrown);
    expect(error.message).toBe(
      `POST /ad_accounts/549755885175/reports returned 403${words} (pinterest-reports explain api)`,
    );
    expect(error.apiCode).toBe(apiCode);
  });

  it("is not treated as a redirect if its status is 304", async () => {
    await using scene = await setting();
    const fetch = async () => new Response(null, { status: 304 });
    const client = createClient({ accessToken: "t", fetch, clock: scene.server.clock });
    await expect(client.report.create(account, bodyFor(scene.server))).rejects.toThrow(
      "returned 304 with an empty body",
    );
  });

  it("is not a report if it denies access, even if its code means a server error", async () => {
    await using scene = await setting({ faults: [{ name: "wrong-shape" }] });
    const fetch = async () =>
      new Response('{"code":12,"message":"Something went wrong on our end."}', { status: 401 });
    const client = createClient({ accessToken: "t", fetch, clock: scene.server.clock });
    await expect(client.report.create(account, bodyFor(scene.server))).rejects.toMatchObject({
      code: "auth",
      status: 401,
    });
  });

  it.each([
    ["empty-response", undefined, "returned 200 with an empty body"],
    ["wrong-shape", "[]", "with JSON that is not an object"],
    ["wrong-shape", "null", "with JSON that is not an object"],
    ["wrong-shape", "{", "which is not JSON"],
    ["wrong-shape", "{}", "without a report status"],
    ["wrong-shape", '{"report_status":5}', "without a report status"],
    ["wrong-shape", '{"report_status":"FINISHED","url":5}', "with a link that is not a string"],
  ] as const)("causes an error if it has the fault %s %s", async (name, value, words) => {
    const { error } = await errorOf(value === undefined ? { name } : { name, value });
    expect(error).toBeInstanceOf(ApiError);
    expect(error.message).toContain(words);
  });

  it("after a create, causes an error if it has no report token", async () => {
    await using scene = await setting({
      faults: [{ name: "wrong-shape", on: "create", value: '{"report_status":"IN_PROGRESS"}' }],
    });
    await expect(scene.client.report.create(account, bodyFor(scene.server))).rejects.toThrow(
      /returned 200 without a report token/,
    );
  });

  it.each([
    [
      '{"data":{"report_status":"IN_PROGRESS"}}',
      "returned 200 without a report token, but with data, data.report_status",
    ],
    ['{"token":null,"size":1}', "returned 200 without a report token, but with token, size"],
    [
      '{"token":"","data":{"token":""}}',
      "returned 200 without a report token, but with token, data, data.token",
    ],
    [
      '{"code":3,"message":"Ask later","data":null}',
      "returned 200 without a report token, but with code, message, data: Ask later (code 3)",
    ],
    ["{}", "returned 200 without a report token ["],
    [`{"${"x".repeat(41)}":1,"a b":{"c\\u001b":1}}`, "returned 200 without a report token ["],
    [
      `{"a":{"b":{"c":{"d":{"token":"${"t".repeat(9)}"}}}}}`,
      "returned 200 without a report token, but with a, a.b",
    ],
    [
      JSON.stringify(Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`f${at}`, at]))),
      "but with f0, f1, f2, f3, f4, f5, f6, f7, f8, f9 [",
    ],
  ])("to a create causes an error that names its fields: %s", async (value, words) => {
    await using scene = await setting({ faults: [{ name: "wrong-shape", on: "create", value }] });
    const error = await scene.client.report
      .create(account, bodyFor(scene.server))
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(CreateOutcomeUnknownError);
    expect(String(error.cause?.message ?? error.message)).toContain(words);
  });

  it.each([
    '{"token":"abc","report_status":"IN_PROGRESS","message":null}',
    '{"token":"abc"}',
    '{"code":0,"message":null,"data":{"token":"abc","report_status":"IN_PROGRESS"}}',
    '{"token":null,"report_status":"IN_PROGRESS","data":{"token":"abc"}}',
    '{"result":{"token":"abc"},"report_status":null}',
    '{"paging":{"token":"other"},"report":{"token":"abc","report_status":"IN_PROGRESS"}}',
    '{"data":[{"token":"abc","report_status":"IN_PROGRESS"}]}',
    '{"data":{"report":{"job":{"token":"abc"}}}}',
    '{"__proto__":{"token":"abc"}}',
  ])("after a create, counts as a created report if it has a token: %s", async (value) => {
    await using scene = await setting({ faults: [{ name: "wrong-shape", on: "create", value }] });
    const handle = await scene.client.report.create(account, bodyFor(scene.server));
    expect(handle.token).toBe("abc");
    const [created] = scene.events.filter(({ type }) => type === "created");
    expect(created).toMatchObject({
      status: value.includes("IN_PROGRESS") ? "IN_PROGRESS" : "",
      message: "",
    });
  });

  it.each([
    ['{"token":77}', "77"],
    ['{"token":12345678901234567890123}', "12345678901234567890123"],
    [
      '{"note":"\\"token\\": 9007199254740993}", "data": {"token" : 9007199254740993 }}',
      "9007199254740993",
    ],
    ['{"data":{"token":"abc","message":"Soon"}}', "abc"],
  ])(
    "after a create, is read even if the token is a number or there is a message: %s",
    async (value, token) => {
      await using scene = await setting({ faults: [{ name: "wrong-shape", on: "create", value }] });
      expect((await scene.client.report.create(account, bodyFor(scene.server))).token).toBe(token);
      const [created] = scene.events.filter(({ type }) => type === "created");
      expect(created).toMatchObject({ message: value.includes("Soon") ? "Soon" : "" });
    },
  );

  it.each([
    [
      '{"report_status":"FINISHED","url":"https://a.example/f","size":3}',
      { status: "FINISHED", url: "https://a.example/f", size: 3 },
    ],
    [
      '{"data":{"report_status":"FINISHED","url":"https://a.example/f","size":3}}',
      { status: "FINISHED", url: "https://a.example/f", size: 3 },
    ],
    [
      '{"report_status":"FINISHED","data":{"url":"https://a.example/f"}}',
      { status: "FINISHED", url: "https://a.example/f", size: null },
    ],
    [
      '{"report_status":"FINISHED","url":null,"data":{"url":"https://a.example/f"}}',
      { status: "FINISHED", url: null, size: null },
    ],
    [
      '{"report_status":"FINISHED","links":{"url":"https://a.example/help"}}',
      { status: "FINISHED", url: null, size: null },
    ],
    [
      '{"report_status":null,"report":{"report_status":"FINISHED","url":"https://a.example/f"}}',
      { status: "FINISHED", url: "https://a.example/f", size: null },
    ],
    ['{"report_status":null,"url":null}', { status: "null", url: null, size: null }],
    [
      '{"code":0,"data":{"report_status":"IN_PROGRESS","url":null,"size":null}}',
      { status: "IN_PROGRESS", url: null, size: null },
    ],
    ...['"5"', "true", "{}", "[5]", "-1", "1.5", "1e300"].map((size): [string, object] => [
      `{"report_status":"FINISHED","url":null,"size":${size}}`,
      { status: "FINISHED", url: null, size: null },
    ]),
  ])("to a poll is read according to its content: %s", async (value, seen) => {
    await using scene = await setting({ faults: [{ name: "wrong-shape", value }] });
    const handle = await scene.client.report.create(account, bodyFor(scene.server));
    const look = await scene.client.report.poll(handle);
    expect({ status: look.status, url: look.url, size: look.size }).toEqual(seen);
  });

  it("after a create, results in a report or a typed error for any JSON, and its token is found in any usual field", async () => {
    await using scene = await setting();
    const name = fc.oneof(
      fc.constantFrom("token", "report_status", "data", "message", "__proto__", "constructor"),
      fc.string(),
    );
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean());
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { depthSize: "small" },
        leaf,
        fc.array(tie("json"), { maxLength: 3 }),
        fc.dictionary(name, tie("json"), { maxKeys: 4 }),
      ),
    }));
    const place = fc.array(fc.constantFrom("data", "result", "report", "__proto__"), {
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(name, json, { maxKeys: 4 }),
        place,
        fc.boolean(),
        async (noise, path, isThere) => {
          const text = JSON.stringify(noise);
          const found = path.reduceRight(
            (inner, key) => `{"code":0,${JSON.stringify(key)}:${inner}}`,
            '{"token":"the-token","report_status":"IN_PROGRESS"}',
          );
          const fetch = async () =>
            new Response(isThere ? found : text, {
              status: 201,
              headers: { "content-type": "application/json" },
            });
          const client = createClient({ accessToken: "t", fetch, clock: scene.server.clock });
          const outcome = await client.report
            .create(account, bodyFor(scene.server))
            .catch((thrown) => thrown);
          if (isThere) expect(outcome).toMatchObject({ token: "the-token" });
          else if (!(outcome instanceof CreateOutcomeUnknownError))
            expect(outcome.token.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is not followed if it is a redirect", async () => {
    const { error, attempts } = await errorOf({ name: "redirect" });
    expect(error.message).toMatch(/returned 302 with a redirect, which is not followed/);
    expect(attempts).toBe(1);
  });

  it("can have additional properties", async () => {
    const { error } = await errorOf({
      name: "wrong-shape",
      value: '{"report_status":"IN_PROGRESS","new":{"a":1}}',
    });
    expect(error).toMatchObject({
      status: "IN_PROGRESS",
      state: "pending",
      knownStatus: true,
      url: null,
      size: null,
    });
  });

  it.each([500, 502, 503, 504])("causes a retry if its status is %i", async (value) => {
    const { error, attempts } = await errorOf({ name: "html-error", value });
    expect(error).toMatchObject({ status: "IN_PROGRESS" });
    expect(attempts).toBe(2);
  });

  it.each([403, 404, 409, 418, 422, 501, 505])(
    "causes no retry if its status is %i",
    async (value) => {
      const { error, attempts } = await errorOf({ name: "refusal", value });
      expect(error).toMatchObject({ code: "api", status: value });
      expect(attempts).toBe(1);
    },
  );

  it("causes an error if every attempt fails", async () => {
    const { error, attempts } = await errorOf({ name: "html-error", times: always });
    expect(error).toMatchObject({ code: "api", status: 500 });
    expect(attempts).toBe(6);
  });

  it.each(["\xff", "a\xc3", "\xed\xa0\x80"])(
    "must be UTF-8 after a synchronous call: %j",
    async (letters) => {
      const fetch = async () =>
        new Response(
          Buffer.from(`{"items":[{"id":"1","name":"${letters}"}],"bookmark":null}`, "latin1"),
        );
      const client = createGeneratedClient({ accessToken: "t", fetch });
      await expect(client.adAccounts()).rejects.toThrow("with bytes that are not UTF-8");
    },
  );

  it("is parsed as JSON, with integers too large for a double as strings", async () => {
    const integer = fc.oneof(
      fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }),
      fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n }),
    );
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        '": 12345678901234567890,',
        "[12345678901234567890]",
        '\\": 9007199254740993',
      ),
    );
    const leaf = fc.oneof(
      integer,
      text,
      fc.double({ noInteger: true, noNaN: true, noDefaultInfinity: true }),
    );
    const { json } = fc.letrec<{ json: unknown }>((tie) => ({
      json: fc.oneof(
        { depthSize: "small" },
        leaf,
        fc.array(tie("json"), { maxLength: 3 }),
        fc.dictionary(text, tie("json"), { maxKeys: 3, noNullPrototype: true }),
      ),
    }));
    /** A value as JSON, with all digits of each integer. */
    const printed = (value: unknown): string => {
      if (typeof value === "bigint") return String(value);
      if (Array.isArray(value)) return `[${value.map(printed).join(" ,\n")}]`;
      if (typeof value !== "object" || value === null) return JSON.stringify(value);
      const members = Object.entries(value).map(
        ([name, member]) => `${JSON.stringify(name)} : ${printed(member)}`,
      );
      return `{${members.join(",")}}`;
    };
    const expected = (_: string, value: unknown) =>
      typeof value !== "bigint"
        ? value
        : BigInt.asIntN(54, value) === value && value !== -(2n ** 53n)
          ? Number(value)
          : String(value);
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        const fetch = async () => new Response(`{"items":[],"more": ${printed(value)}}`);
        const client = createGeneratedClient({ accessToken: "t", fetch });
        expect(JSON.stringify(await client.adAccounts())).toBe(
          JSON.stringify({ items: [], more: value }, expected),
        );
      }),
      { numRuns: runs(2_000) },
    );
  });

  it("is only partly read if it is too long", async () => {
    await using scene = await setting();
    let sent = 0;
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull: (controller) => {
          sent += 16_384;
          controller.enqueue(new Uint8Array(16_384).fill(0x61));
        },
      });
    const fetch = async () => new Response(endless(), { status: 400 });
    const client = createClient({ accessToken: "t", fetch, clock: scene.server.clock });
    const error = await client.report
      .create(account, bodyFor(scene.server))
      .catch((thrown) => thrown);
    // The text as far as it was read, except for the end, which might contain half a secret.
    expect(error.body.length).toBeGreaterThan(65_000);
    expect(error.body.length).toBeLessThan(65_536);
    expect(sent).toBeLessThan(200_000);
    expect(error.message.length).toBeLessThan(500);
  });

  it("can be many megabytes long after a synchronous call, and the error gives its size if it is too long", async () => {
    const row = JSON.stringify({
      CAMPAIGN_ID: "626735565838",
      DATE: "2026-03-09",
      SPEND_IN_DOLLAR: 1.5,
    });
    let rows = 100_000;
    const megabyte = new Uint8Array(1024 * 1024).fill(0x20);
    let sent = 0;
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull: (controller) => {
          sent++;
          controller.enqueue(megabyte);
        },
      });
    const fetch = async () =>
      new Response(rows === 0 ? endless() : `[${Array(rows).fill(row).join(",")}]`);
    const client = createGeneratedClient({ accessToken: "t", fetch });
    const asked = {
      ad_account_id: account,
      campaign_ids: ["626735565838"],
      columns: ["SPEND_IN_DOLLAR"],
      granularity: "DAY",
    } as const;
    const days = {
      start_date: new Date(Date.now() - 8e7).toISOString().slice(0, 10),
      end_date: new Date().toISOString().slice(0, 10),
    };
    expect(await client.campaignAnalytics({ ...asked, ...days })).toHaveLength(rows);
    rows = 0;
    const error = await client.campaignAnalytics({ ...asked, ...days }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error.message).toMatch(/returned 200 with more than 64 MiB, which exceeds the limit$/);
    expect(sent).toBeLessThan(70);
  });

  it("times out if its body stalls", async () => {
    await using scene = await setting();
    const fetch = async () =>
      new Response(
        new ReadableStream({ start: (one) => one.enqueue(new TextEncoder().encode("{")) }),
      );
    const client = createClient({
      accessToken: "t",
      fetch,
      clock: scene.server.clock,
      timeoutMs: 20,
    });
    const handle = {
      version: 1,
      flow: "made-up",
      adAccountId: account,
      token: "x",
      createdAt: "2026-03-10T12:00:00Z",
    } as const;
    const error = await client.report.poll(handle).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toMatch(/received no response: timeout: no data for 0.02 s/);
  });

  it.each([
    ["rejects with a string", () => Promise.reject("no")],
    ["returns nothing", () => Promise.resolve(undefined)],
    ["returns something else", () => Promise.resolve({ ok: true })],
  ])("causes a typed error if fetch %s", async (_, fetch) => {
    await using scene = await setting();
    const client = createClient({
      accessToken: "t",
      fetch: fetch as never,
      clock: scene.server.clock,
    });
    await expect(client.report.create(account, bodyFor(scene.server))).rejects.toMatchObject({
      code: "create_outcome_unknown",
    });
  });

  it("is requested by calling fetch without `this`", async () => {
    await using scene = await setting();
    const { server } = scene;
    const seen: unknown[] = [];
    const fetch = function (this: unknown, url: string, init: RequestInit) {
      seen.push(this);
      return server.fetch(url, init);
    };
    const client = createClient({
      accessToken: server.accessToken,
      baseUrl: server.url,
      fetch,
      clock: server.clock,
    });
    await client.report.create(account, bodyFor(server));
    expect(seen).toEqual([undefined]);
  });
});
