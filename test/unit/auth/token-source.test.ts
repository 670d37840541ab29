import { describe, expect, it } from "vitest";
import type { Credentials, StoredTokens, Tokens } from "../../../runtime/auth/credentials.js";
import { callbackTokenProvider, tokenProvider } from "../../../runtime/auth/token-provider.js";
import type { Clock } from "../../../runtime/clock.js";
import { type ApiError, AuthError } from "../../../runtime/errors.js";
import type { SharedOptions } from "../../../runtime/http/config.js";
import { resolveOptions } from "../../../runtime/http/resolve-options.js";
import { CREDENTIALS } from "../../support/hints.js";

const DATE = Date.parse("2026-03-10T12:00:00Z");
const DAY_MS = 86_400_000;
const APP = { clientId: "1234567", clientSecret: "app-secret" };
const noAnswer = () => new Promise<never>(() => {});
const refusedWith = (more: object): AuthError =>
  new AuthError("no", {
    status: 401,
    apiCode: null,
    apiMessage: "",
    body: null,
    requestId: null,
    retryAfterMs: null,
    ...more,
  });

/** Lets all work run that is ready to run. */
const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
};

/**
 * A clock that does not advance, and a transport that uses it. Records sleeps, and all events
 * except those of single requests.
 */
function standing() {
  let at = 0;
  const slept: number[] = [];
  const events: string[] = [];
  const sleep = async (ms: number) => {
    slept.push(ms);
    at += ms;
  };
  const clock: Clock = { now: () => at, date: () => DATE + at, random: () => 0, sleep };
  const onEvent = ({ type }: { readonly type: string }) => {
    if (type !== "request" && type !== "response") events.push(type);
  };
  const wire = resolveOptions({
    baseUrl: "http://127.0.0.1:9/v5",
    clock,
    onEvent,
  } as SharedOptions);
  const to = (ms: number): void => {
    at = ms;
  };
  return { wire, slept, events, to };
}

type Scene = ReturnType<typeof standing>;

/**
 * Tokens from an OAuth endpoint that responds by the number of the request. An error thrown by
 * `answer` becomes a response with its status and body.
 */
function asking(
  { wire }: Scene,
  answer: (number: number) => unknown,
  credentials: object = { refreshToken: "r0" },
) {
  const asked: string[] = [];
  const fetch = async (...args: ConstructorParameters<typeof Request>): Promise<Response> => {
    asked.push(new URLSearchParams(await new Request(...args).text()).get("refresh_token") ?? "");
    try {
      return Response.json(await answer(asked.length));
    } catch (error) {
      const { status, body } = error as ApiError;
      return Response.json(body, { status });
    }
  };
  const source = tokenProvider({ ...wire, fetch: fetch as typeof wire.fetch }, {
    ...APP,
    ...credentials,
  } as Credentials);
  return {
    source,
    asked,
    get: async () => source.get(undefined),
    renew: (refused: string, error = refusedWith({ apiCode: 2 })) =>
      source.renew(refused, { signal: undefined, error }),
  };
}

const numbered = (number: number, seconds?: number) => ({
  access_token: `a${number}`,
  refresh_token: `r${number}`,
  ...(seconds && { expires_in: seconds }),
});

describe("a requested token", () => {
  it.each<[number | undefined, number, number]>([
    [5, 2_500, 2_500],
    [20, 10_000, 10_000],
    [60, 30_000, 10_000],
    [600, 300_000, 10_000],
    [3_600, 300_000, 10_000],
    [2_592_000, 300_000, 10_000],
    [undefined, 300_000, 10_000],
  ])(
    "with a lifetime of %s s is refreshed %d ms early, and calls wait for a new one from %d ms before its expiry",
    async (seconds, aheadMs, lateMs) => {
      const lifeMs = seconds === undefined ? 30 * DAY_MS : seconds * 1_000;
      const ahead = standing();
      const held = asking(ahead, (number) => (number === 1 ? numbered(1, seconds) : noAnswer()));
      expect(await held.get()).toBe("a1");
      ahead.to(lifeMs - aheadMs - 1);
      expect([await held.get(), held.asked]).toEqual(["a1", ["r0"]]);
      if (aheadMs > lateMs) {
        ahead.to(lifeMs - aheadMs);
        expect(await held.get()).toBe("a1");
        await settled();
        expect(held.asked).toEqual(["r0", "r1"]);
        // The next token has already been requested, and this one is still valid.
        ahead.to(lifeMs - lateMs - 1);
        expect([await held.get(), held.asked.length]).toEqual(["a1", 2]);
      }
      const late = standing();
      const waited = asking(late, (number) => numbered(number, seconds));
      await waited.get();
      late.to(lifeMs - lateMs);
      expect([await waited.get(), waited.asked]).toEqual(["a2", ["r0", "r1"]]);
    },
  );

  it("is requested again after 30 seconds if an early refresh failed", async () => {
    const scene = standing();
    const one = asking(scene, (number) =>
      number === 1 ? numbered(1, 3_600) : Promise.reject({ status: 418, body: {} }),
    );
    await one.get();
    const ahead = 3_300_000;
    for (const [at, count] of [
      [ahead, 2],
      [ahead + 29_999, 2],
      [ahead + 30_000, 3],
      [ahead + 59_999, 3],
      [ahead + 60_000, 4],
    ] as const) {
      scene.to(at);
      expect(await one.get()).toBe("a1");
      await settled();
      expect([at, one.asked.length]).toEqual([at, count]);
    }
    expect(scene.events.filter((type) => type === "refresh-failed")).toHaveLength(3);
  });

  it("is replaced if it is rejected, unless it is less than 30 seconds old", async () => {
    const scene = standing();
    const one = asking(scene, (number) => numbered(number));
    expect(await one.get()).toBe("a1");
    scene.to(29_999);
    expect([await one.renew("a1"), one.asked.length]).toEqual([null, 1]);
    scene.to(30_000);
    expect([await one.renew("a1"), one.asked]).toEqual(["a2", ["r0", "r1"]]);
    // Calls that were sent with the old token get the new one.
    expect([await one.renew("a1"), one.asked.length]).toEqual(["a2", 2]);
  });

  it("is requested once for all waiting calls", async () => {
    const scene = standing();
    const one = asking(scene, async (number) => {
      await settled();
      return numbered(number);
    });
    expect(await Promise.all([1, 2, 3].map(() => one.get()))).toEqual(["a1", "a1", "a1"]);
    expect(one.asked).toEqual(["r0"]);
    expect(scene.events).toEqual(["refreshed"]);
  });

  it("keeps the previous refresh token if the response has no new one", async () => {
    const scene = standing();
    const one = asking(scene, (number) => ({ access_token: `a${number}`, expires_in: 60 }));
    await one.get();
    scene.to(60_000);
    expect([await one.get(), one.asked]).toEqual(["a2", ["r0", "r0"]]);
  });
});

describe("a rejected refresh", () => {
  it.each<[string, object, boolean]>([
    ["for the grant, which is void for good", { body: { error: "invalid_grant" } }, true],
    ["for the app", { body: { error: "invalid_client" } }, false],
  ])("%s", async (_, why, forGood) => {
    const scene = standing();
    const one = asking(scene, () => Promise.reject(refusedWith(why)));
    const failed = () => one.get().catch((error: unknown) => error);
    const first = await failed();
    expect(first).toBeInstanceOf(AuthError);
    for (const at of [0, 29_999]) {
      scene.to(at);
      const error = await failed();
      // Each call gets a separate error.
      expect([error instanceof AuthError, error === first, one.asked.length]).toEqual([
        true,
        false,
        1,
      ]);
    }
    scene.to(30_000);
    await failed();
    expect(one.asked).toHaveLength(forGood ? 1 : 2);
    expect(scene.events.filter((type) => type === "access-lost")).toHaveLength(forGood ? 1 : 0);
  });
});

describe("credentials", () => {
  it.each<[object, RegExp]>([
    [{}, /^accessToken is missing/],
    [{ accessToken: "" }, /^accessToken is empty/],
    [{ clientId: "1" }, /^clientSecret is missing/],
    [{ clientSecret: "s" }, /^clientId is missing/],
    [APP, /^refreshToken is missing/],
    [{ ...APP, refreshToken: "" }, /^refreshToken is empty/],
    [{ refreshToken: "r" }, /^clientId is missing/],
    [{ ...APP, refreshToken: "r", onTokens: 5 }, /^onTokens must be a function/],
    [{ ...APP, refreshToken: "r", accessToken: "a b" }, /^accessToken must be a string/],
    [{ tokens: { read: () => null, write: () => {} } }, /^clientId is missing/],
    [{ ...APP, tokens: {} }, /^tokens must have read\(\), which returns the newest tokens/],
    [
      { ...APP, tokens: { read: () => null } },
      /^tokens must have write\(\), which stores new ones/,
    ],
    [{ ...APP, tokens: null }, /^tokens must be an object/],
    [{ ...APP, tokens: 5 }, /^tokens must be an object/],
    [
      { ...APP, tokens: { read: () => null, write: () => {}, lock: 5 } },
      /^tokens.lock must be a function/,
    ],
  ])("are rejected before anything is sent if they are invalid: %j", (given, says) => {
    expect(() => tokenProvider(standing().wire, given as Credentials)).toThrow(says);
  });

  it("can include an access token and an app's id", async () => {
    const source = tokenProvider(standing().wire, { accessToken: "a", clientId: "1" } as never);
    expect(await source.get(undefined)).toBe("a");
  });

  it("provide a single token until it is rejected, then none, and report the rejection once", async () => {
    const scene = standing();
    const source = tokenProvider(scene.wire, { accessToken: "a" });
    expect(
      await source.renew("a", { signal: undefined, error: refusedWith({ apiCode: 3 }) }),
    ).toBeNull();
    expect(await source.get(undefined)).toBe("a");
    const error = refusedWith({ apiCode: 2 });
    for (let time = 0; time < 2; time++)
      expect(await source.renew("a", { signal: undefined, error })).toBeNull();
    expect(scene.events).toEqual(["access-lost"]);
    await expect(source.get(undefined)).rejects.toMatchObject({
      message: `no${CREDENTIALS}`,
      apiCode: 2,
    });
  });
});

describe("a token store", () => {
  it("returns a newer token until it is due for renewal", async () => {
    for (const [leftMs, taken] of [
      [300_001, true],
      [300_000, false],
      [-1, false],
    ] as const) {
      const scene = standing();
      const stored: StoredTokens = {
        accessToken: "s",
        refreshToken: "rs",
        expiresAt: new Date(DATE + leftMs).toISOString(),
      };
      const written: Tokens[] = [];
      const tokens = { read: () => stored, write: (all: Tokens) => void written.push(all) };
      const one = asking(scene, (number) => numbered(number), { tokens });
      // For a token with a short lifetime, the limit is half of that lifetime.
      const isTaken = leftMs > 0 && (taken || leftMs / 2 < 300_000);
      expect(await one.get()).toBe(isTaken ? "s" : "a1");
      expect(one.asked).toEqual(isTaken ? [] : ["rs"]);
      expect(written.map(({ refreshToken }) => refreshToken)).toEqual(isTaken ? [] : ["r1"]);
      expect(scene.events).toEqual([isTaken ? "reloaded" : "refreshed"]);
    }
  });

  it.each([true, false])(
    "is read again after an invalid grant, and once more a second later if it has no lock (lock: %s)",
    async (locked) => {
      const scene = standing();
      let reads = 0;
      const tokens = {
        read: () => {
          reads++;
          return { refreshToken: "void" };
        },
        write: () => {},
        ...(locked && { lock: (work: () => Promise<void>) => work() }),
      };
      const one = asking(
        scene,
        () => Promise.reject(refusedWith({ body: { error: "invalid_grant" } })),
        { tokens },
      );
      await expect(one.get()).rejects.toBeInstanceOf(AuthError);
      expect(one.asked).toEqual(["void"]);
      expect([reads, scene.slept]).toEqual(locked ? [3, []] : [4, [1_000]]);
    },
  );
});

describe("a token function", () => {
  it("is called at most once every 30 seconds for a rejected token, but each time if it returns the same token", async () => {
    const scene = standing();
    const asked: string[] = [];
    let next = "b";
    const source = callbackTokenProvider(scene.wire, ({ refused }) => {
      asked.push(refused ? "refused" : "asked");
      return refused ? next : "a";
    });
    const renew = (token: string) =>
      source.renew(token, { signal: undefined, error: refusedWith({}) });
    expect(await source.get(undefined)).toBe("a");
    for (const [at, count] of [
      [0, 1],
      [29_999, 1],
      [30_000, 2],
      [59_999, 2],
    ] as const) {
      scene.to(at);
      expect(await renew("a")).toBe("b");
      expect(asked.filter((one) => one === "refused")).toHaveLength(count);
    }
    next = "a";
    scene.to(100_000);
    for (const count of [3, 4]) {
      expect(await renew("a")).toBeNull();
      expect(asked.filter((one) => one === "refused")).toHaveLength(count);
    }
    next = "c";
    expect(await renew("b")).toBe("c");
    expect(await renew("a")).toBe("c");
    expect(asked.filter((one) => one === "refused")).toHaveLength(6);
  });
});
