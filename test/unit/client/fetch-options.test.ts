import { describe, expect, it } from "vitest";
import { createClient, type FetchOptions } from "../../../generated/index.js";
import { createFakeServer, type FakeServer } from "../../../generated/testing.js";
import { LAST_WEEK } from "../../support/last-week.js";

const ACCOUNT = "549755885175";

/** A client of a server, and the arguments of each call of its `fetch`. */
function recorded(server: FakeServer, fetchOptions?: FetchOptions) {
  const inits: Readonly<Record<string, unknown>>[] = [];
  const client = createClient({
    refreshToken: "first",
    clientId: "app",
    clientSecret: "secret",
    baseUrl: server.url,
    clock: server.clock,
    fetch: (url, init) => {
      inits.push({ url, ...init });
      return server.fetch(url, init);
    },
    fetchOptions,
  });
  return { client, inits };
}

const app = { clientId: "app", clientSecret: "secret", refreshToken: "first" };

describe("fetchOptions", () => {
  it("are used for every request: tokens, calls, polls and downloads", async () => {
    await using server = await createFakeServer({ app });
    const dispatcher = { name: "a proxy" };
    const { client, inits } = recorded(server, { dispatcher, keepalive: false });
    await client.adAccounts();
    await client.request("GET", "/ad_accounts");
    await (await client.report.run(ACCOUNT, LAST_WEEK)).text();
    const steps = server.requests.map(({ step }) => step);
    expect(new Set(steps)).toEqual(new Set(["token", "accounts", "create", "poll", "file"]));
    expect(inits).toHaveLength(steps.length);
    for (const init of inits) {
      expect(init).toMatchObject({ keepalive: false, redirect: "manual" });
      expect(init.dispatcher).toBe(dispatcher);
    }
  });

  it("that are passed to a call are merged with the client's own for every request of that call", async () => {
    await using server = await createFakeServer({ app });
    const { client, inits } = recorded(server, { dispatcher: "client", cf: "client" });
    await client.adAccounts();
    inits.length = 0;
    await client.adAccounts({}, { fetchOptions: { dispatcher: "call" } });
    const fetchOptions = { dispatcher: "run" };
    await (await client.report.run(ACCOUNT, LAST_WEEK, { fetchOptions })).text();
    await client.withOptions({ fetchOptions: { dispatcher: "other" } }).adAccounts();
    await client.adAccounts({}, { fetchOptions: { dispatcher: undefined } });
    expect([...new Set(inits.map(({ dispatcher }) => dispatcher))]).toEqual([
      "call",
      "run",
      "other",
      "client",
    ]);
    expect(inits.every(({ cf }) => cf === "client")).toBe(true);
  });

  it("keep a Deno HTTP client, which a proxy needs", async () => {
    await using server = await createFakeServer({ app });
    const { client, inits } = recorded(server, { client: "of a proxy" });
    await client.report.create(ACCOUNT, LAST_WEEK);
    expect(inits.map((init) => init.client)).toEqual(["of a proxy", "of a proxy"]);
    const fetchOptions = { client: "of the call's proxy" };
    await client.report.create(ACCOUNT, LAST_WEEK, { fetchOptions });
    expect(inits.at(-1)?.client).toBe("of the call's proxy");
  });

  it.each(["method", "headers", "body", "redirect", "signal"])(
    "are rejected if they contain %s, which the client sets",
    async (name) => {
      await using server = await createFakeServer({ app });
      const fetchOptions = { [name]: "own" } as never;
      const message = `fetchOptions: ${name} is set by the client`;
      const { client } = recorded(server);
      expect(() => recorded(server, fetchOptions)).toThrow(new TypeError(message));
      expect(() => client.withOptions({ fetchOptions })).toThrow(new TypeError(message));
      await expect(client.adAccounts({}, { fetchOptions })).rejects.toThrow(message);
      await expect(client.report.run(ACCOUNT, LAST_WEEK, { fetchOptions })).rejects.toThrow(
        message,
      );
      expect(server.requests).toEqual([]);
    },
  );

  it("must be an object", async () => {
    await using server = await createFakeServer({ app });
    for (const fetchOptions of [null, "proxy", []])
      expect(() => recorded(server, fetchOptions as never)).toThrow(
        "fetchOptions must be an object",
      );
  });
});
