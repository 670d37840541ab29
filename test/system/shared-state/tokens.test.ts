import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createFakeServer, type FakeServer } from "../../../generated/testing.js";
import { type Clock, systemClock } from "../../../runtime/clock.js";
import { type Running, start } from "../../support/consumer.js";
import { NO_REDIS, redis } from "../examples/redis.js";

const USER = fileURLToPath(new URL("token-user.ts", import.meta.url));
const APP = { clientId: "app", clientSecret: "secret", refreshToken: "refresh-0" };
// Long enough to find out which process is waiting for the response.
const SLOW_MS = 3_000;

/**
 * Starts a proxy for the server that delays the third response of the OAuth endpoint. Returns the
 * proxy's address.
 */
async function delayed(
  server: FakeServer<Clock>,
): Promise<{ readonly url: string; close(): void }> {
  let times = 0;
  const front = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method = "GET", url = "", headers } = incoming;
    const body = Buffer.concat(chunks).toString();
    const sending = {
      method,
      headers: headers as Record<string, string>,
      ...(body !== "" && { body }),
    };
    const reply = await server.fetch(new URL(url, server.url), sending);
    const text = await reply.text();
    if (url.endsWith("/oauth/token") && ++times === 3)
      await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
    response.writeHead(reply.status, { "content-type": "application/json" }).end(text);
  });
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(front.address() as AddressInfo).port}/v5`,
    close: () => front.close().closeAllConnections(),
  };
}

async function scene({ isDelayed }: { readonly isDelayed: boolean }) {
  const server = await createFakeServer({ clock: systemClock, app: { ...APP, expiresIn: 4 } });
  const front = isDelayed ? await delayed(server) : { url: server.url, close() {} };
  const store = await redis();
  const users: Running[] = [];
  const env = {
    PINTEREST_API_BASE_URL: front.url,
    PINTEREST_REFRESH_TOKEN: APP.refreshToken,
    PINTEREST_APP_ID: APP.clientId,
    PINTEREST_APP_SECRET: APP.clientSecret,
    REDIS_URL: store.url,
  };
  return {
    server,
    users,
    begin(): void {
      users.push(start(USER, { env: { ...env, NAME: `user-${users.length}` } }));
    },
    /** Resolves once the endpoint has received this many token requests. */
    async asked(times: number): Promise<void> {
      while (server.requests.filter(({ step }) => step === "token").length < times)
        await new Promise((resolve) => setTimeout(resolve, 20));
    },
    /** Stops all processes, and returns what each printed. */
    async end(): Promise<readonly string[]> {
      for (const user of users) user.kill("SIGTERM");
      return (await Promise.all(users.map(({ ended }) => ended))).map(
        ({ stdout, stderr }) => stdout + stderr,
      );
    },
    async [Symbol.asyncDispose]() {
      for (const user of users) user.kill("SIGKILL");
      await Promise.all(users.map(({ ended }) => ended));
      front.close();
      await server.close();
      await store[Symbol.asyncDispose]();
    },
  };
}

/** The refresh tokens that the processes sent, in order. */
const sent = (server: Awaited<ReturnType<typeof scene>>["server"]): readonly string[] =>
  server.requests
    .filter(({ step }) => step === "token")
    .map(({ body }) => new URLSearchParams(body).get("refresh_token") ?? "");

describe.skipIf(NO_REDIS !== null)(
  NO_REDIS === null
    ? "processes with one refresh token"
    : `processes with one refresh token: ${NO_REDIS}`,
  () => {
    it.concurrent("refresh one at a time, and no call of any process fails", async () => {
      await using at = await scene({ isDelayed: false });
      for (let number = 0; number < 4; number++) at.begin();
      await at.asked(6);
      const printed = await at.end();
      expect(printed.join("")).not.toMatch(/failed/);
      expect(new Set(sent(at.server)).size).toBe(sent(at.server).length);
      for (const text of printed) expect(text).toMatch(/^(refreshed|reloaded)$/m);
    });

    it.concurrent.for(["SIGKILL", "SIGSTOP"] as const)(
      "continue when the refreshing process receives %s, and nothing it does later invalidates a token",
      async (signal) => {
        await using at = await scene({ isDelayed: true });
        for (let number = 0; number < 3; number++) at.begin();
        // The endpoint's third response is slow, so one of the processes holds the lease meanwhile.
        await at.asked(3);
        const agent = at.server.requests.filter(({ step }) => step === "token")[2]?.headers[
          "user-agent"
        ];
        const holder = at.users.findIndex((_, number) => agent?.endsWith(`user-${number}`));
        expect(holder).toBeGreaterThanOrEqual(0);
        at.users[holder]?.kill(signal);
        // Another process waits until the lease ends, and then refreshes.
        await at.asked(5);
        if (signal === "SIGSTOP") at.users[holder]?.kill("SIGCONT");
        await at.asked(7);
        const printed = await at.end();
        expect(printed.join("")).not.toMatch(/invalid_grant|access-lost/);
        const living = printed.filter((_, number) => number !== holder || signal === "SIGSTOP");
        for (const text of living) expect(text).toMatch(/^\d+ calls$/m);
        for (const text of living.filter((_, number) => number !== holder))
          expect(text).not.toMatch(/failed:/);
      },
    );
  },
);
