import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createFakeClock } from "../../../runtime/testing/index.js";
import type { ClientEvent } from "../../../runtime/types.js";
import { account, bodyFor, createClient, setting } from "../../support/flow.js";
import { printed } from "../../support/printed.js";

const LOOK = JSON.stringify({ report_status: "FINISHED", url: null, size: null });
const head = { ok: true, status: 200, headers: new Headers() };
const bytes = new TextEncoder().encode(LOOK);
const fails = () => {
  throw new Error("evil");
};

async function read(): Promise<Response> {
  const response = new Response(LOOK);
  await response.text();
  return response;
}

const handle = {
  version: 1,
  flow: "made-up",
  adAccountId: account,
  token: "x",
  createdAt: "2026-03-10T12:00:00Z",
} as const;

/** A body with these chunks, and its `cancel` function. */
function body(pieces: readonly unknown[], cancel: () => unknown = async () => {}): object {
  let at = 0;
  return {
    cancel,
    getReader: () => ({
      cancel,
      read: async () => ({ done: at === pieces.length, value: pieces[at++] }),
    }),
  };
}

describe("a custom fetch", () => {
  const bad: readonly (readonly [string, () => unknown, string])[] = [
    ["nothing", () => undefined, "fetch did not return a Response"],
    ["a string", () => "ok", "fetch did not return a Response"],
    ["no status", () => ({ ...head, status: "200", body: null }), "it has no status"],
    ["no headers", () => ({ ok: true, status: 200, body: null }), "it has no headers"],
    [
      "a node-fetch body",
      () => ({ ...head, body: Readable.from([LOOK]) }),
      "its body is not a ReadableStream",
    ],
    [
      "a mock with json() alone",
      () => ({ ...head, json: async () => ({}) }),
      "its body is not a ReadableStream",
    ],
    ["a body that has been read", read, "whose body has already been read"],
    ...[LOOK, 5, undefined, bytes.buffer, new DataView(bytes.buffer), new Uint16Array(4)].map(
      (piece) =>
        [
          `${Object.prototype.toString.call(piece)} in place of bytes`,
          () => ({ ...head, body: body([piece]) }),
          "does not consist of bytes",
        ] as const,
    ),
    [
      "a status that is not a number",
      () => ({ ...head, status: Number.NaN, body: null }),
      "it has no status",
    ],
    [
      "headers that throw",
      () => ({ ...head, headers: { get: fails }, body: null }),
      "whose headers cannot be read",
    ],
    [
      "a response that followed a redirect",
      () => Object.defineProperty(new Response(LOOK), "redirected", { value: true }),
      "followed a redirect",
    ],
  ];
  it.each(bad)(
    "causes an error if it returns %s: the call is not retried, and a create's outcome is unknown",
    async (_, give, words) => {
      await using scene = await setting();
      let calls = 0;
      const fetch = async () => {
        calls++;
        return give();
      };
      const client = createClient({
        accessToken: "t",
        fetch: fetch as never,
        clock: scene.server.clock,
      });
      const error = await client.report.resume(handle).catch((thrown) => thrown);
      expect(error).toMatchObject({ code: "connection", message: expect.stringContaining(words) });
      await expect(client.report.create(account, bodyFor(scene.server))).rejects.toMatchObject({
        code: "create_outcome_unknown",
      });
      expect(calls).toBe(2);
    },
  );

  const url = "https://files.example.com/report";
  const looks = (file: () => unknown) => async (address: string) =>
    (address === url
      ? file()
      : new Response(JSON.stringify({ report_status: "FINISHED", url, size: null }))) as Response;

  it.each(bad)(
    "causes an error without a retry if it returns %s for a file",
    async (_, give, words) => {
      let calls = 0;
      const fetch = looks(() => {
        calls++;
        return give();
      });
      const client = createClient({
        accessToken: "t",
        fetch,
        clock: createFakeClock({ start: "2026-03-10T12:00:00Z" }),
      });
      const report = await client.report.resume(handle);
      const error = await report.text().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({
        code: "download",
        message: expect.stringContaining(words),
        handle,
      });
      expect(calls).toBe(1);
    },
  );

  it.each<[string, () => unknown]>([
    ["returns nothing", () => undefined],
    ["throws", fails],
    ["rejects", async () => fails()],
  ])(
    "is accepted if it returns a body whose cancel() %s, even in an error response",
    async (_, cancel) => {
      for (const [status, outcome] of [
        [200, LOOK] as const,
        [404, "responded with 404"] as const,
      ]) {
        const fetch = looks(() => ({ ...head, status, body: body([bytes], cancel) }));
        const client = createClient({
          accessToken: "t",
          fetch,
          clock: createFakeClock({ start: "2026-03-10T12:00:00Z" }),
        });
        const report = await client.report.resume(handle);
        expect(await report.text().catch((error: Error) => error.message)).toContain(outcome);
      }
    },
  );

  it("is accepted if it returns a Response from another realm", async () => {
    await using scene = await setting();
    const foreign = Object.setPrototypeOf({ ...head, body: new Response(LOOK).body }, null);
    const client = createClient({
      accessToken: "t",
      fetch: async () => foreign,
      clock: scene.server.clock,
    });
    expect((await client.report.poll(handle)).status).toBe("FINISHED");
  });
});

describe("an error from a custom fetch", () => {
  const getter = () => {
    throw new Error("evil");
  };
  it.each<[string, unknown]>([
    ["undefined", undefined],
    ["a string", "no"],
    ["a value that cannot be converted to a string", { toString: getter }],
    [
      "an error whose message cannot be read",
      Object.defineProperty(new Error("x"), "message", { get: getter }),
    ],
    [
      "an error whose code cannot be read",
      Object.defineProperty(new Error("x"), "code", { get: getter }),
    ],
    ["an error that is its own cause", Object.assign(new Error("x"), { cause: null })],
  ])("is a typed error: %s", async (_, thrown) => {
    if (thrown instanceof Error && "cause" in thrown) thrown.cause = thrown;
    await using scene = await setting();
    const events: ClientEvent[] = [];
    const client = createClient({
      accessToken: "pina_CANARY",
      fetch: () => Promise.reject(thrown),
      clock: scene.server.clock,
      onEvent: (event) => events.push(event),
    });
    const error = await client.report.create(account, bodyFor(scene.server)).catch((one) => one);
    expect(error.code).toBe("create_outcome_unknown");
    expect(printed([error, events])).not.toContain("CANARY");
  });

  // However a proxy or a wrapper quotes the link's parts.
  it.each<[string, (query: string) => string]>([
    ["its query", (query) => query],
    ["one of the query's values, encoded", (query) => `bad value ${query.split("=").at(-1)}`],
    [
      "one of the query's values, decoded",
      (query) => `bad value ${new URLSearchParams(query).get("sig")}`,
    ],
    [
      "the whole query as JSON",
      (query) => JSON.stringify(Object.fromEntries(new URLSearchParams(query))),
    ],
  ])("shows no part of a link: %s", async (_, words) => {
    const query = "X-Amz-Credential=CANARY%2Fone&Policy=CANARY-two&sig=CANARY%2Bthree%3D";
    const url = `https://files.example.com/report?${query}`;
    const fetch = async (address: string) => {
      if (address.startsWith(url.slice(0, 20))) throw new Error(words(query));
      return new Response(JSON.stringify({ report_status: "FINISHED", url, size: null }));
    };
    const clock = createFakeClock({ start: "2026-03-10T12:00:00Z", random: () => 0.5 });
    const client = createClient({ accessToken: "t", fetch, clock });
    const report = await client.report.resume(handle);
    const error = await report.text().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "download" });
    expect(printed(error)).not.toContain("CANARY");
  });
});
