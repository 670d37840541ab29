import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { ProxyAgent, fetch as undiciFetch } from "undici";
import { describe, expect, it } from "vitest";
import { ConnectionError } from "../../runtime/errors.js";
import { account, all, bodyFor, createClient, setting } from "./made-up/flow.js";

interface Proxy extends AsyncDisposable {
  readonly url: string;
  /** Where it was asked to lead to. */
  readonly asked: string[];
  /** All that went through it in clear. */
  seen(): string;
}

/** An HTTP proxy on this machine that makes tunnels, when it is shown the right password. */
async function proxy(): Promise<Proxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let text = "";
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on("connect", (request, front: Socket) => {
    asked.push(request.url ?? "");
    sockets.add(front.unref().on("error", () => {}));
    text += JSON.stringify(request.headers);
    if (request.headers["proxy-authorization"] !== `Basic ${btoa("user:word")}`) {
      front.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
      return;
    }
    const [host = "", port] = (request.url ?? "").split(":");
    const back = connect(Number(port), host, () => {
      front.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      front.pipe(back).pipe(front);
    });
    sockets.add(back.unref().on("error", () => front.destroy()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    seen: () => text,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** As the doc of the `fetch` option has it. */
function through(uri: string, token: string) {
  const dispatcher = new ProxyAgent({ uri, token });
  return (url: string, init: RequestInit) => undiciFetch(url, { ...init, dispatcher } as never) as unknown as Promise<Response>;
}

describe("a proxy", () => {
  it("is used for the API and for files, by a fetch of one's own", async () => {
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
    expect(requests.every(({ headers }) => headers["proxy-authorization"] === undefined)).toBe(true);
  });

  it("that refuses is a typed error without its password", async () => {
    await using scene = await setting({}, {});
    await using between = await proxy();
    const { accessToken, url, clock } = scene.server;
    const client = createClient({ accessToken, baseUrl: url, clock, fetch: through(between.url, `Basic ${btoa("user:wrong")}`) });
    const handle = { version: 1, flow: "made-up", adAccountId: account, token: "abcdefgh", createdAt: "2026-03-10T12:00:00.000Z" } as const;
    const error = await client.report.poll(handle).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(`${error.message} ${error.cause.stack}`).not.toContain(btoa("user:wrong"));
    expect(error.message).toMatch(/Proxy response/);
  });
});

describe("a fetch of one's own", () => {
  it("is called unbound, and may be replaced on the platform later", async () => {
    await using scene = await setting();
    const { accessToken, url, clock } = scene.server;
    let self: unknown = "not called";
    const fetch = function (this: unknown, address: string, init: RequestInit) {
      self = this;
      return globalThis.fetch(address, init);
    };
    await createClient({ accessToken, baseUrl: url, clock, fetch }).report.create(account, bodyFor(scene.server));
    expect(self).toBeUndefined();
  });

  it.each([() => Promise.reject("a text"), () => Promise.resolve(undefined), () => "no promise"])(
    "that misbehaves is a typed error",
    async (fetch) => {
      await using scene = await setting();
      const client = createClient({ accessToken: "t", clock: scene.server.clock, fetch: fetch as never });
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
