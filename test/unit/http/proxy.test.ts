import { ProxyAgent, fetch as undiciFetch } from "undici";
import { describe, expect, it } from "vitest";
import { ConnectionError } from "../../../runtime/errors.js";
import type { Fetch } from "../../../runtime/http/fetch.js";
import { account, all, bodyFor, createClient, setting } from "../../support/flow.js";
import { proxy } from "../../support/proxy.js";

/** As in the documentation of the `fetch` option. */
function through(uri: string, token: string): Fetch {
  const dispatcher = new ProxyAgent({ uri, token });
  return (url, init) => undiciFetch(url, { ...init, dispatcher });
}

describe("a proxy", () => {
  it("is used for API calls and files if a custom fetch connects through it", async () => {
    await using scene = await setting();
    await using between = await proxy();
    const { accessToken, url, clock, requests } = scene.server;
    const fetch = through(between.url, `Basic ${btoa("user:word")}`);
    const client = createClient({ accessToken, baseUrl: url, clock, fetch });
    const report = await client.report.run(account, bodyFor(scene.server));
    expect(await all(report.rows())).toHaveLength(16);
    expect(new Set(between.asked).size).toBe(2);
    expect(between.asked).toContain(new URL(url).host);
    // The token goes through the tunnel, not to the proxy.
    expect(between.seen()).not.toContain(accessToken);
    expect(requests.every(({ headers }) => headers["proxy-authorization"] === undefined)).toBe(
      true,
    );
  });

  it("if it refuses the connection, causes a typed error that does not contain the proxy's password", async () => {
    await using scene = await setting({}, {});
    await using between = await proxy();
    const { accessToken, url, clock } = scene.server;
    const client = createClient({
      accessToken,
      baseUrl: url,
      clock,
      fetch: through(between.url, `Basic ${btoa("user:wrong")}`),
    });
    const handle = {
      version: 1,
      flow: "made-up",
      adAccountId: account,
      token: "abcdefgh",
      createdAt: "2026-03-10T12:00:00.000Z",
    } as const;
    const error = await client.report.poll(handle).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(`${error.message} ${error.cause.stack}`).not.toContain(btoa("user:wrong"));
    expect(error.message).toMatch(/Proxy response/);
    expect(error.sent).toBe(false);
  });
});

describe("a custom fetch", () => {
  it("is called without `this`", async () => {
    await using scene = await setting();
    const { accessToken, url, clock } = scene.server;
    let self: unknown = "not called";
    const fetch = function (this: unknown, address: string, init: RequestInit) {
      self = this;
      return globalThis.fetch(address, init);
    };
    await createClient({ accessToken, baseUrl: url, clock, fetch }).report.create(
      account,
      bodyFor(scene.server),
    );
    expect(self).toBeUndefined();
  });

  it.each([() => Promise.reject("a text"), () => Promise.resolve(undefined), () => "no promise"])(
    "causes a typed error if it fails or returns no Response",
    async (fetch) => {
      await using scene = await setting();
      const client = createClient({
        accessToken: "t",
        clock: scene.server.clock,
        fetch: fetch as never,
      });
      const handle = {
        version: 1,
        flow: "made-up",
        adAccountId: account,
        token: "abcdefgh",
        createdAt: "2026-03-10T12:00:00.000Z",
      } as const;
      await expect(client.report.poll(handle)).rejects.toBeInstanceOf(ConnectionError);
    },
  );
});
