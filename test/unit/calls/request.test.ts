import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { createFullClient } from "../../../generated/calls.js";
import {
  ApiError,
  type CallSettings,
  createClient,
  InvalidArgumentError,
  RateLimitError,
} from "../../../generated/index.js";
import { createFakeClock } from "../../../generated/testing.js";
import { runs } from "../../support/effort.js";
import { answering } from "./scene.js";

const BASE = "https://api.pinterest.com/v5";

describe("a request by method and path", () => {
  it("is sent with the token, its query, its body and its headers", async () => {
    const { client, sent } = answering({ body: { id: "1" } });
    const query = { fields: ["a b", "c"], filter: { since: 1 }, none: undefined };
    const data = await client.request("POST", "/ad_accounts/549755885175/audiences", {
      query,
      body: { name: "é" },
      headers: { "x-a": "1" },
    });
    expect(data).toEqual({ id: "1" });
    expectTypeOf(data).toEqualTypeOf<unknown>();
    const [request] = sent;
    expect(request).toMatchObject({
      method: "POST",
      url: "/ad_accounts/549755885175/audiences?fields=a%20b&fields=c&filter%5Bsince%5D=1",
      body: '{"name":"é"}',
    });
    const headers = ["authorization", "content-type", "x-a"].map((name) =>
      request?.headers.get(name),
    );
    expect(headers).toEqual(["Bearer token", "application/json", "1"]);
  });

  it("is also sent by a client with other settings and by the full client", async () => {
    const { client, fetch, sent } = answering({ body: [] });
    await client.withOptions({ headers: { "x-a": "1" } }).request("DELETE", "/pins/1");
    await createFullClient({ accessToken: "token", fetch }).request("PUT", "/pins/1", { body: 5 });
    expect(
      sent.map(({ method, url, body, headers }) => [
        method,
        url,
        body,
        headers.get("x-a"),
        headers.get("content-type"),
      ]),
    ).toEqual([
      ["DELETE", "/pins/1", undefined, "1", null],
      ["PUT", "/pins/1", "5", null, "application/json"],
    ]);
  });

  it("returns any JSON as data, with exact ids, or null for an empty body", async () => {
    const client = answering(
      { text: '[{"PIN_ID":1,"n":12345678901234567890,"m":2}]' },
      { text: "" },
      { text: "7" },
    ).client;
    const rows = await client.request<{ readonly m: number }[]>("GET", "/rows");
    expectTypeOf(rows).toEqualTypeOf<{ readonly m: number }[]>();
    expect(rows).toEqual([{ PIN_ID: "1", n: "12345678901234567890", m: 2 }]);
    expect(await client.request("DELETE", "/rows")).toBeNull();
    expect(await client.request("GET", "/rows")).toBe(7);
    const none = createClient({
      accessToken: "t",
      fetch: async () => new Response(null, { status: 204 }),
    });
    const { data, response } = await none.request("DELETE", "/pins/1").withResponse();
    expect([data, response.status]).toEqual([null, 204]);
  });

  it("can have form data as its body", async () => {
    let type: string | null = null;
    let sent = "";
    const client = createClient({
      accessToken: "t",
      fetch: async (_, { body, headers }) => {
        type = new Headers(headers).get("content-type");
        sent = new TextDecoder().decode(body as ArrayBuffer);
        return Response.json({});
      },
    });
    const body = new FormData();
    body.set("name", "value");
    await client.request("POST", "/media", { body });
    expect(type).toMatch(/^multipart\/form-data; boundary=/);
    expect(sent).toContain('name="name"\r\n\r\nvalue');
  });

  it.each([
    ["GET", 503, 6],
    ["PUT", 503, 6],
    ["DELETE", 503, 6],
    ["POST", 503, 1],
    ["PATCH", 503, 1],
    ["POST", 429, 6],
    ["GET", 404, 1],
  ] as const)("%s with status %d is sent %d times in total", async (method, status, times) => {
    const { fetch, sent } = answering({ status, body: { code: 1, message: "no" } });
    const client = createClient({ accessToken: "t", fetch, clock: createFakeClock() });
    await expect(client.request(method, "/pins")).rejects.toMatchObject({
      code: status === 429 ? "rate_limit" : "api",
      status,
      apiMessage: "no",
    });
    expect(sent).toHaveLength(times);
  });

  it("rejects a 401 with an AuthError, and accepts the options of a call", async () => {
    const { client, sent } = answering({ status: 401, body: {} }, { status: 503, body: {} });
    await expect(client.request("GET", "/pins")).rejects.toMatchObject({ code: "auth" });
    await expect(client.request("GET", "/pins", { maxRetries: 1 })).rejects.toBeInstanceOf(
      ApiError,
    );
    expect(sent).toHaveLength(3);
    const stop = AbortSignal.abort(new Error("enough"));
    await expect(client.request("GET", "/pins", { signal: stop })).rejects.toThrow("enough");
    expect(sent).toHaveLength(3);
  });

  it("counts against the limit for all calls and against its own limit, which all ids in its path share", async () => {
    const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
    const paths: string[] = [];
    const fetch = async (url: string) => {
      paths.push(url.slice(BASE.length));
      return url.endsWith("/pins/1")
        ? Response.json({}, { status: 429, headers: { "retry-after": "3600" } })
        : Response.json({});
    };
    const client = createClient({
      accessToken: "t",
      clock,
      fetch,
      deadlineMs: 1_000,
      rateLimits: { "*": { requests: 3, perMs: 60_000 } },
    });
    await expect(client.request("GET", "/pins/1")).rejects.toMatchObject({ status: 429 });
    await expect(client.request("GET", "/pins/2")).rejects.toMatchObject({
      category: "GET /pins/*",
    });
    await client.request("GET", "/boards/2");
    await client.request("DELETE", "/pins/2");
    await expect(client.request("GET", "/boards/3")).rejects.toBeInstanceOf(RateLimitError);
    await expect(client.adAccounts()).rejects.toMatchObject({ category: "*" });
    expect(paths).toEqual(["/pins/1", "/boards/2", "/pins/2"]);
  });

  it("never leaves the base URL, whatever the path", async () => {
    const pieces = fc.constantFrom(
      "/",
      "..",
      ".",
      "%2e%2e",
      "%2E",
      "\\",
      "//",
      "@",
      ":",
      "evil.example",
      "a",
      "?",
      "#",
      "{id}",
      " ",
      "\t",
      "\n",
      "é",
      ";",
      "v5",
    );
    const path = fc.oneof(
      fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join("")),
      fc.string({ unit: "binary", maxLength: 12 }),
    );
    const ends = new Set<string>();
    const sent: string[] = [];
    const fetch = async (url: string) => {
      sent.push(url);
      return Response.json({});
    };
    const client = createClient({ accessToken: "t", fetch, rateLimits: false });
    await fc.assert(
      fc.asyncProperty(path, fc.boolean(), async (rest, isRooted) => {
        sent.length = 0;
        const error = await client.request("GET", isRooted ? `/${rest}` : rest).then(
          () => null,
          (thrown) => thrown,
        );
        if (error === null)
          expect(sent.map((url) => new URL(url).href.startsWith(`${BASE}/`))).toEqual([true]);
        else {
          expect(error).toBeInstanceOf(InvalidArgumentError);
          expect(error.message).toContain("nothing was sent");
          expect(sent).toEqual([]);
        }
        ends.add(error === null ? "sent" : error.message.slice(0, 11));
      }),
      {
        numRuns: runs(500),
        // At least one case for each end, whatever is drawn.
        examples: [
          ["a", true],
          ["a", false],
          ["../x", true],
        ],
      },
    );
    expect([...ends].toSorted()).toEqual(["sent", "the path mu", "the request"]);
  });

  it.each<[string, unknown, unknown, object, RegExp]>([
    [
      "a method that is none",
      "get",
      "/pins",
      {},
      /the method must be one of GET, PUT, POST, DELETE, PATCH; nothing was sent/,
    ],
    ["an inherited method", "constructor", "/pins", {}, /the method must be one of/],
    ["no path", "GET", undefined, {}, /the path must begin with \//],
    [
      "a path with a query",
      "GET",
      "/pins?a=1",
      {},
      /must not contain .*a query \(use the `query` option\); nothing was sent/,
    ],
    ["a placeholder", "GET", "/pins/{pin_id}", {}, /placeholders such as \{id\}/],
    [
      "a body of GET",
      "GET",
      "/pins",
      { body: {} },
      /a GET request cannot have a body; nothing was sent/,
    ],
    [
      "a body that is no JSON",
      "POST",
      "/pins",
      { body: { n: 1n } },
      /the body must be a FormData, or plain data that can be written as JSON; nothing was sent/,
    ],
    [
      "a body that JSON would lose",
      "POST",
      "/pins",
      { body: new URLSearchParams({ a: "1" }) },
      /the body must be a FormData, or plain data that can be written as JSON; nothing was sent/,
    ],
    [
      "a body of bytes",
      "POST",
      "/pins",
      { body: new Uint8Array(3) },
      /the body must be a FormData, or plain data that can be written as JSON; nothing was sent/,
    ],
    [
      "a Blob",
      "POST",
      "/pins",
      { body: new Blob(["abc"]) },
      /the body must be a FormData, or plain data that can be written as JSON; nothing was sent/,
    ],
    [
      "a function",
      "POST",
      "/pins",
      { body: () => 1 },
      /the body must be a FormData, or plain data that can be written as JSON; nothing was sent/,
    ],
    ["half a surrogate pair", "GET", "/pins", { query: { a: "\ud800" } }, /nothing was sent/],
    [
      "a header of the client's",
      "GET",
      "/pins",
      { headers: { authorization: "x" } },
      /headers: authorization is set by the client/,
    ],
    ["an option that is none", "GET", "/pins", { params: {} }, /params is not an option here/],
    [
      "a time out of range",
      "GET",
      "/pins",
      { timeoutMs: 0 } satisfies CallSettings,
      /timeoutMs must be/,
    ],
  ])("is rejected before anything is sent: %s", async (_, method, path, options, message) => {
    const { client, sent } = answering({ body: {} });
    await expect(client.request(method as "GET", path as string, options)).rejects.toThrow(message);
    expect(sent).toEqual([]);
  });

  it("uses only own properties of its options, and does not modify them", async () => {
    const { client, sent } = answering({ body: {} });
    await client.request(
      "POST",
      "/pins",
      Object.create({ query: { a: "1" }, body: {}, headers: { "x-a": "1" } }),
    );
    const options = Object.freeze({ query: Object.freeze({ a: "1" }) });
    await client.request("GET", "/pins", options);
    expect(sent.map(({ url, body, headers }) => [url, body, headers.get("x-a")])).toEqual([
      ["/pins", undefined, null],
      ["/pins?a=1", undefined, null],
    ]);
  });
});
