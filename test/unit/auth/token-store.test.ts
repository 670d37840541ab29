import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StoredTokens, TokenStore, Tokens } from "../../../runtime/auth/credentials.js";
import { AuthError, ConnectionError } from "../../../runtime/errors.js";
import { refreshTokens } from "../../../runtime/support-client.js";
import type { ClientEvent } from "../../../runtime/types.js";
import { account, bodyFor, type Client, createClient, setting } from "../../support/flow.js";
import { gate } from "../../support/gate.js";
import { type Strict, strict } from "../../support/strict-tokens.js";
import { APP } from "./grants.js";

/** An in-process store with an in-process lock. */
function shared(
  first: StoredTokens | null = null,
): { stored: StoredTokens | null; readonly lock: NonNullable<TokenStore["lock"]> } & TokenStore {
  let last: Promise<unknown> = Promise.resolve();
  const one = {
    stored: first,
    read: async () => one.stored,
    write: async (tokens: Tokens) => {
      one.stored = { ...tokens };
    },
    lock: (work: () => Promise<void>) => {
      last = last.then(work, work);
      return last;
    },
  };
  return one;
}

function clientOf(scene: Strict, tokens: TokenStore, more: object = {}): Client {
  return createClient({
    tokens,
    ...APP,
    baseUrl: scene.gate.url,
    clock: scene.back.server.clock,
    ...more,
  });
}

const create = (client: Client, scene: Strict, id = account) =>
  client.report.create(id, bodyFor(scene.back.server));

describe("clients that share a store", () => {
  it("always find a token, in whatever order they refresh: concurrently with a lock, or one after another without one", async () => {
    const rounds = fc.array(
      fc.record({
        client: fc.nat(2),
        revoked: fc.boolean(),
        calls: fc.integer({ min: 1, max: 3 }),
      }),
      {
        maxLength: 8,
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.boolean(), rounds, async (locked, turns) => {
        await using scene = await strict();
        const { lock, ...store } = shared({ refreshToken: "refresh-0" });
        const clients = [0, 1, 2].map(() => clientOf(scene, locked ? { ...store, lock } : store));
        await create(clients[0] as Client, scene);
        for (const { client, revoked, calls } of turns) {
          // A token that is rejected right after it was issued is rejected for another reason.
          await scene.back.server.clock.advance(31_000);
          if (revoked) scene.gate.valid.clear();
          // Two simultaneous calls from one client, and another client at the same time.
          const two = [clients[client], clients[(client + 1) % 3]] as readonly Client[];
          const all = (one: Client) =>
            Promise.all(Array.from({ length: calls }, () => create(one, scene)));
          if (locked) await Promise.all(two.map(all));
          else for (const one of two) await all(one);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("after a rejection, use the token that another client has stored instead of requesting a new one", async () => {
    await using scene = await strict();
    const store = shared({ accessToken: "old", refreshToken: "refresh-0" });
    const [one, other] = [
      clientOf(scene, store),
      clientOf(scene, store, { accessToken: "older", refreshToken: "void" }),
    ];
    await create(one, scene);
    await create(other, scene);
    expect(scene.gate.tokenRequests).toHaveLength(1);
    expect(store.stored).toMatchObject({
      accessToken: "access-1",
      refreshToken: "refresh-1",
      refreshTokenExpiresAt: "2026-05-09T12:00:00.000Z",
    });
  });

  it("read the store again if the refresh token is invalid, and a second time if there is no lock", async () => {
    let written = () => {};
    await using scene = await strict();
    const store = shared({ refreshToken: "void" });
    const reads: string[] = [];
    const slow = {
      write: store.write,
      read: async () => {
        reads.push("read");
        // Simulates another process that writes after the third read.
        if (reads.length === 4) store.stored = { refreshToken: "refresh-0" };
        written();
        return store.stored;
      },
    };
    await create(clientOf(scene, slow), scene);
    expect(scene.gate.tokenRequests.map(({ form }) => form.refresh_token)).toEqual([
      "void",
      "refresh-0",
    ]);
    written = () => {};
  });

  it("keep the refresh token if the response has no new one", async () => {
    const back = await setting();
    await using front = await gate(back.server, {
      tokens: () => ({ status: 200, body: { access_token: "a" } }),
    });
    front.valid.add("a");
    const store = shared({
      refreshToken: "stays",
      refreshTokenExpiresAt: "2026-05-01T00:00:00.000Z",
    });
    const client = createClient({
      tokens: store,
      ...APP,
      baseUrl: front.url,
      clock: back.server.clock,
    });
    await client.report.create(account, bodyFor(back.server));
    expect(store.stored).toMatchObject({
      accessToken: "a",
      refreshToken: "stays",
      refreshTokenExpiresAt: "2026-05-01T00:00:00.000Z",
    });
    await back[Symbol.asyncDispose]();
  });

  it("retry storing tokens, unless another client has stored newer ones", async () => {
    await using scene = await strict();
    const store = shared({ refreshToken: "refresh-0" });
    let full = true;
    const write = async (tokens: Tokens) => {
      if (full) throw new Error("disk full");
      await store.write(tokens);
    };
    const client = clientOf(scene, { ...store, write });
    await expect(create(client, scene)).rejects.toThrow("disk full");
    full = false;
    await create(client, scene);
    expect(store.stored).toMatchObject({ refreshToken: "refresh-1" });
    expect(scene.gate.tokenRequests).toHaveLength(1);

    full = true;
    await scene.back.server.clock.advance(31_000);
    scene.gate.valid.clear();
    await expect(create(client, scene)).rejects.toThrow("disk full");
    // Meanwhile, a person has logged in.
    store.stored = { accessToken: "access-new", refreshToken: "refresh-new" };
    scene.gate.valid.add("access-new");
    await create(client, scene);
    expect(scene.gate.tokenRequests).toHaveLength(2);
  });

  it.each<[string, Partial<TokenStore>, string]>([
    [
      "read() that never ends",
      { read: () => new Promise(() => {}) },
      "timeout: tokens.read() did not finish",
    ],
    [
      "write() that never ends",
      { write: () => new Promise(() => {}) },
      "timeout: tokens.write() did not finish",
    ],
    ["lock() that runs nothing", { lock: () => {} }, "tokens.lock() must run the function"],
    [
      "read() that returns a string",
      { read: () => "x" as never },
      "tokens.read() must return an object",
    ],
    [
      "a token with a line ending",
      { read: () => ({ refreshToken: "a\nNODE_OPTIONS=x" }) },
      "refreshToken of tokens.read() must be a string without",
    ],
    ["a store without tokens", { read: () => null }, "tokens.read() returned no refresh token"],
  ])(
    "report errors by rejecting the call and naming the method, without crashing the process: %s",
    async (what, odd, words) => {
      await using scene = await strict();
      const isEndless = what.includes("never ends");
      const client = clientOf(
        scene,
        { ...shared({ refreshToken: "refresh-0" }), ...odd },
        { timeoutMs: isEndless ? 1_000 : 120_000 },
      );
      await expect(create(client, scene)).rejects.toMatchObject({
        message: expect.stringContaining(words),
        ...(isEndless && { name: "ConnectionError", sent: false }),
      });
      expect(scene.back.server.requests).toEqual([]);
    },
  );

  it("ignore an expiry time that is not a string", async () => {
    await using scene = await strict();
    scene.gate.valid.add("stored");
    // Read as a date, this string would be a day in the year 2000.
    const stored = { accessToken: "stored", refreshToken: "refresh-0", expiresAt: 0 as never };
    await create(clientOf(scene, shared(stored)), scene);
    expect(scene.gate.tokenRequests).toEqual([]);
  });

  it.each([
    { tokens: {} },
    { tokens: null },
    { tokens: { read() {} } },
    { tokens: { read() {}, write() {}, lock: true } },
  ])("are rejected with an invalid store: %j", (wrong) => {
    expect(() => createClient({ ...APP, ...wrong } as never)).toThrow(TypeError);
  });

  it("do not refresh until the lock is granted, and let later calls share the wait if an earlier call gives up", async () => {
    const begun: string[] = [];
    await using scene = await strict({ meanwhile: () => begun.push("refreshed") });
    let give = (): unknown => undefined;
    const lock = (work: () => Promise<void>) =>
      new Promise<void>((resolve, reject) => {
        give = () => work().then(resolve, reject);
      });
    const stop = AbortSignal.timeout(300);
    const client = clientOf(scene, { ...shared({ refreshToken: "refresh-0" }), lock });
    await expect(
      client.report.create(account, bodyFor(scene.back.server), { signal: stop }),
    ).rejects.toMatchObject({
      name: "TimeoutError",
    });
    expect(begun).toEqual([]);
    // Later calls wait for the same turn.
    const later = create(client, scene);
    give();
    await later;
    expect(begun).toEqual(["refreshed"]);
  });
});

describe("a client whose tokens are permanently invalid", () => {
  it("reports a rejected refresh token once, and sends nothing more", async () => {
    await using scene = await strict();
    const events: ClientEvent[] = [];
    const store = shared({ accessToken: "old", refreshToken: "void" });
    const client = clientOf(scene, store, { onEvent: (event: ClientEvent) => events.push(event) });
    await Promise.all(
      [1, 2, 3].map((id) =>
        expect(create(client, scene, String(id))).rejects.toBeInstanceOf(AuthError),
      ),
    );
    const sent = scene.gate.answered.length;
    for (const id of ["4", "5"])
      await expect(create(client, scene, id)).rejects.toMatchObject({
        code: "auth",
        message: /invalid_grant/,
      });
    expect([scene.gate.answered.length, scene.gate.tokenRequests.length]).toEqual([sent, 1]);
    expect(events.filter(({ type }) => type === "access-lost")).toEqual([
      { type: "access-lost", message: expect.stringContaining("invalid_grant") },
    ]);
  });

  it("continues within 30 s after a new login or another process stores a refresh token", async () => {
    await using scene = await strict();
    const events: ClientEvent[] = [];
    const store = shared({ accessToken: "old", refreshToken: "void" });
    const client = clientOf(scene, store, { onEvent: (event: ClientEvent) => events.push(event) });
    await expect(create(client, scene)).rejects.toBeInstanceOf(AuthError);
    // The store is not read again right away.
    store.stored = { refreshToken: scene.gate.refreshToken() };
    await expect(create(client, scene)).rejects.toBeInstanceOf(AuthError);
    // The store still has the same token.
    store.stored = { refreshToken: "void" };
    await scene.back.server.clock.advance(31_000);
    await expect(create(client, scene)).rejects.toBeInstanceOf(AuthError);
    store.stored = { refreshToken: scene.gate.refreshToken() };
    await expect(create(client, scene)).rejects.toBeInstanceOf(AuthError);
    expect(scene.gate.tokenRequests).toHaveLength(1);
    await scene.back.server.clock.advance(31_000);
    await create(client, scene);
    expect(
      events
        .filter(({ type }) => type === "access-lost" || type === "refreshed")
        .map(({ type }) => type),
    ).toEqual(["access-lost", "refreshed"]);
  });

  it("reports an access token without a refresh token once, and sends nothing more", async () => {
    await using scene = await strict();
    const events: ClientEvent[] = [];
    const onEvent = (event: ClientEvent) => events.push(event);
    const client = createClient({
      accessToken: "void",
      baseUrl: scene.gate.url,
      clock: scene.back.server.clock,
      onEvent,
    });
    for (const id of ["1", "2", "3"])
      await expect(create(client, scene, id)).rejects.toBeInstanceOf(AuthError);
    expect(scene.gate.answered).toEqual([401]);
    expect(events.filter(({ type }) => type === "access-lost")).toHaveLength(1);
  });

  it("works until its access token expires if it cannot get another one", async () => {
    await using scene = await strict();
    const events: ClientEvent[] = [];
    const store = shared({
      accessToken: "a",
      expiresAt: "2026-03-10T13:00:00.000Z",
      refreshToken: "void",
    });
    scene.gate.valid.add("a");
    const client = clientOf(scene, store, { onEvent: (event: ClientEvent) => events.push(event) });
    await create(client, scene);
    await scene.back.server.clock.advance(3_400_000);
    await create(client, scene);
    expect(events.some(({ type }) => type === "access-lost")).toBe(false);
    await scene.back.server.clock.advance(3_600_000);
    await expect(create(client, scene)).rejects.toBeInstanceOf(AuthError);
    expect(events.filter(({ type }) => type === "access-lost")).toHaveLength(1);
  });
});

describe("refreshTokens", () => {
  it("returns new tokens for a refresh token, and rejects an invalid one with an AuthError", async () => {
    await using scene = await strict();
    const given = { ...APP, baseUrl: scene.gate.url, clock: scene.back.server.clock };
    const tokens = await refreshTokens({
      ...given,
      refreshToken: "refresh-0",
      continuousRefresh: true,
    });
    expect({ ...tokens }).toMatchObject({
      accessToken: "access-1",
      refreshToken: "refresh-1",
      refreshTokenExpiresAt: "2026-05-09T12:00:00.000Z",
    });
    expect(scene.gate.tokenRequests[0]?.form).toEqual({
      grant_type: "refresh_token",
      refresh_token: "refresh-0",
      continuous_refresh: "true",
    });
    await expect(refreshTokens({ ...given, refreshToken: "refresh-0" })).rejects.toBeInstanceOf(
      AuthError,
    );
    await expect(refreshTokens({ ...given, refreshToken: "" })).rejects.toBeInstanceOf(TypeError);
    await expect(
      refreshTokens({ ...given, refreshToken: "r", baseUrl: "http://127.0.0.1:9/v5" }),
    ).rejects.toBeInstanceOf(ConnectionError);
  });
});
