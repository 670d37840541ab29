import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SharedStateError } from "../../../runtime/errors.js";
import { memoryState } from "../../../runtime/shared-state/memory.js";
import type { SharedState } from "../../../runtime/shared-state/state.js";
import type { ClientEvent } from "../../../runtime/types.js";
import { many } from "../../support/effort.js";
import { account, bodyFor, type Client, createClient, setting } from "../../support/flow.js";
import { type Strict, strict } from "../../support/strict-tokens.js";
import { APP } from "../auth/grants.js";

const create = (client: Client, scene: Strict) =>
  client.report.create(account, bodyFor(scene.back.server));

function clientOf(scene: Strict, shared: SharedState, more: object = {}): Client {
  const { clock } = scene.back.server;
  return createClient({
    shared,
    refreshToken: "refresh-0",
    ...APP,
    baseUrl: scene.gate.url,
    clock,
    ...more,
  });
}

/** A state that can be made unavailable, or that ignores the next `failures` calls. */
function breakable(state: SharedState): SharedState & { isAway: boolean; failures: number } {
  const reach = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (broken.isAway || broken.failures-- > 0)
      throw new SharedStateError("the memory did not respond");
    return work();
  };
  const broken = {
    name: state.name,
    isAway: false,
    failures: 0,
    acquire: (...args: Parameters<SharedState["acquire"]>) => reach(() => state.acquire(...args)),
    read: (key: string) => reach(() => state.read(key)),
    take: (...args: Parameters<SharedState["take"]>) => reach(() => state.take(...args)),
    pause: (...args: Parameters<SharedState["pause"]>) => reach(() => state.pause(...args)),
    close: () => state.close(),
  };
  return broken;
}

describe("clients with one shared state", () => {
  it("refresh their tokens in any order, and never use a refresh token twice", async () => {
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
      fc.asyncProperty(rounds, async (turns) => {
        await using scene = await strict();
        const shared = memoryState({ clock: scene.back.server.clock });
        const clients = [0, 1, 2].map(() => clientOf(scene, shared));
        await Promise.all(clients.map((client) => create(client, scene)));
        for (const { client, revoked, calls } of turns) {
          await scene.back.server.clock.advance(31_000);
          if (revoked) scene.gate.valid.clear();
          await Promise.all(
            Array.from({ length: calls }, (_, at) =>
              create(clients[(client + at) % 3] as Client, scene),
            ),
          );
        }
        const forms = scene.gate.tokenRequests.map(({ form }) => form.refresh_token);
        expect(new Set(forms).size).toBe(forms.length);
      }),
      { numRuns: many(100, 10) },
    );
  });

  it("form a separate group for each refresh token that they start with", async () => {
    const state = memoryState();
    const keys: string[] = [];
    const shared: SharedState = {
      ...breakable(state),
      acquire: (key, options) => {
        keys.push(key);
        return state.acquire(key, options);
      },
    };
    await using scene = await strict();
    await create(clientOf(scene, shared), scene);
    await expect(
      create(clientOf(scene, shared, { refreshToken: "another" }), scene),
    ).rejects.toThrow("invalid_grant");
    expect(new Set(keys).size).toBe(2);
    expect(keys.join()).not.toMatch(/refresh-0|another/);
  });

  it("stay within a quota that the server does not announce, and would exceed it without sharing", async () => {
    const run = async (
      isShared: boolean,
    ): Promise<{ readonly statuses: readonly number[]; readonly done: number }> => {
      const statuses: number[] = [];
      await using back = await setting({
        quotas: [{ requests: 10, perMs: 60_000, announce: "none" }],
      });
      const { server } = back;
      const { clock } = server;
      const shared = memoryState({ clock });
      const onEvent = (event: ClientEvent): void => {
        if (event.type === "response") statuses.push(event.status);
      };
      const rateLimits = { made_up: { requests: 10, perMs: 60_000 } };
      const options = {
        accessToken: server.accessToken,
        fetch: server.fetch,
        baseUrl: server.url,
        clock,
        rateLimits,
        onEvent,
      };
      const clients = [0, 1, 2].map(() =>
        createClient({ ...options, ...(isShared && { shared }) }),
      );
      const body = bodyFor(server);
      const runs = clients.flatMap((client) =>
        Array.from({ length: 6 }, () => client.report.create(account, body)),
      );
      const done = await Promise.allSettled(runs);
      return { statuses, done: done.filter(({ status }) => status === "fulfilled").length };
    };
    const together = await run(true);
    expect(together.done).toBe(18);
    expect(together.statuses.filter((status) => status === 429)).toEqual([]);
    expect((await run(false)).statuses.filter((status) => status === 429).length).toBeGreaterThan(
      0,
    );
  });

  it("all wait if a response tells one of them to wait", async () => {
    let refused = 0;
    await using back = await setting();
    const { clock, url, fetch: original, accessToken } = back.server;
    const memory = memoryState({ clock });
    let paused = (): void => {};
    const pausing = new Promise<void>((resolve) => (paused = resolve));
    const shared = {
      ...breakable(memory),
      pause: (category: string, ms: number) => memory.pause(category, ms).then(paused),
    };
    const fetch = async (address: string | URL, init?: object): Promise<Response> => {
      if (refused++ === 0)
        return Response.json(
          { code: 8, message: "slow down" },
          { status: 429, headers: { "retry-after": "30" } },
        );
      return original(address as never, init as never) as unknown as Promise<Response>;
    };
    const options = { accessToken, baseUrl: url, clock, fetch: fetch as never, shared };
    const [first, second] = [createClient(options), createClient(options)];
    const began = clock.now();
    const running = first.report.create(account, bodyFor(back.server));
    await pausing;
    await second.report.create(account, bodyFor(back.server));
    expect(clock.now() - began).toBeGreaterThanOrEqual(30_000);
    await running;
  });
});

describe("an unreachable shared state", () => {
  it("stops all requests and refreshes, with one event, until it is back", async () => {
    await using scene = await strict();
    const { server } = scene.back;
    const shared = breakable(memoryState({ clock: server.clock }));
    const events: ClientEvent[] = [];
    const client = clientOf(scene, shared, { onEvent: (event: ClientEvent) => events.push(event) });
    const handle = await create(client, scene);
    shared.isAway = true;
    const created = (): number => server.requests.filter(({ step }) => step === "create").length;
    const before = created();
    const sent = server.requests.length;
    const waiting = create(client, scene);
    const polling = Array.from({ length: 5 }, () => client.report.poll(handle));
    while (!events.some(({ type }) => type === "shared-unavailable"))
      await new Promise((resolve) => setTimeout(resolve, 1));
    expect(server.requests).toHaveLength(sent);
    expect(events.filter(({ type }) => type === "shared-unavailable")).toHaveLength(1);
    shared.isAway = false;
    await Promise.all([waiting, ...polling]);
    expect(created()).toBe(before + 1);
    expect(events.filter(({ type }) => type === "shared-available")).toHaveLength(1);
    shared.isAway = true;
    await server.clock.advance(31_000);
    scene.gate.valid.clear();
    const refreshes = scene.gate.tokenRequests.length;
    await expect(client.report.poll(handle)).rejects.toThrow("the memory did not respond");
    expect(scene.gate.tokenRequests).toHaveLength(refreshes);
    // A wait for a report survives such an outage.
    shared.isAway = false;
    shared.failures = 20;
    await client.report.resume(handle, { deadlineMs: 600_000 });
  });

  it("fails a create at its deadline with the state's error, without sending a request", async () => {
    await using scene = await strict();
    const { server } = scene.back;
    const shared = breakable(memoryState({ clock: server.clock }));
    const client = clientOf(scene, shared, { deadlineMs: 5_000 });
    await create(client, scene);
    shared.isAway = true;
    const created = server.requests.filter(({ step }) => step === "create").length;
    await expect(create(client, scene)).rejects.toMatchObject({ code: "connection", sent: false });
    expect(server.requests.filter(({ step }) => step === "create")).toHaveLength(created);
  });
});

describe("a shared state that does not respond", () => {
  it("counts as unreachable after the time limit of an attempt", async () => {
    await using scene = await strict();
    const { server } = scene.back;
    const memory = memoryState({ clock: server.clock });
    let hangs = false;
    const shared: SharedState = {
      ...breakable(memory),
      take: (uses, options) => (hangs ? new Promise(() => {}) : memory.take(uses, options)),
    };
    const events: ClientEvent[] = [];
    const client = clientOf(scene, shared, {
      onEvent: (event: ClientEvent) => events.push(event),
      timeoutMs: 300,
    });
    const handle = await create(client, scene);
    hangs = true;
    const polling = client.report.poll(handle);
    while (!events.some(({ type }) => type === "shared-unavailable"))
      await new Promise((resolve) => setTimeout(resolve, 1));
    hangs = false;
    await polling;
    expect(events).toContainEqual({
      type: "shared-unavailable",
      message: expect.stringContaining("did not respond in time"),
    });
  });
});

describe("the shared option", () => {
  it.each([null, {}, "redis://127.0.0.1", { acquire() {} }])(
    "rejects an invalid state: %j",
    (shared) => {
      expect(() => createClient({ accessToken: "a", shared: shared as never })).toThrow(TypeError);
    },
  );
});
