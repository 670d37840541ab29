import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkSecret, type TokenStore } from "../../../runtime/auth/credentials.js";
import {
  basicAuth,
  checkApp,
  isCredentialFailure,
  isGrantRefused,
  requestTokens,
} from "../../../runtime/auth/token-endpoint.js";
import { SharedTokens } from "../../../runtime/auth/token-store.js";
import { ApiError, AuthError, ConnectionError } from "../../../runtime/errors.js";
import type { CallConfig, SharedOptions } from "../../../runtime/http/config.js";
import { resolveOptions } from "../../../runtime/http/resolve-options.js";
import { setting } from "../../support/flow.js";
import { type Answer, gate } from "../../support/gate.js";
import { NETWORK } from "../../support/hints.js";

const APP = { clientId: "1234567", clientSecret: "app-secret" };
const GRANTS = [
  { grant_type: "refresh_token", refresh_token: "r" },
  { grant_type: "authorization_code", code: "c", redirect_uri: "https://app.example/" },
] as const;

interface Came {
  readonly sent: number;
  /** The access token, or the error. */
  readonly outcome: unknown;
}

/**
 * Exchanges a token with an OAuth endpoint that returns this response first and a successful one
 * the second time.
 */
async function exchanged(
  form: (typeof GRANTS)[number],
  first: Answer,
  always = false,
): Promise<Came> {
  await using scene = await setting();
  const fine = { status: 200, body: { access_token: "a" } };
  await using front = await gate(scene.server, {
    tokens: (_, number) => (number === 1 || always ? first : fine),
  });
  const wire = resolveOptions({ baseUrl: front.url, clock: scene.server.clock } as SharedOptions);
  const outcome = await requestTokens(wire, { app: APP, form }).then(
    ({ accessToken }) => accessToken,
    (error: unknown) => error,
  );
  return { sent: front.tokenRequests.length, outcome };
}

describe("an OAuth request whose response has no tokens", () => {
  const html = (status: number, headers: Readonly<Record<string, string>> = {}): Answer => ({
    status,
    body: "<html>",
    headers: { "content-type": "text/html", ...headers },
  });
  const statuses = [400, 401, 403, 404, 408, 418, 429, 499, 500, 501, 503, 505];

  it.each(statuses)(
    "is retried after an HTML page with status %d only if that is safe and useful",
    async (status) => {
      const isGone = status === 501 || status === 505;
      for (const form of GRANTS) {
        const repeatable = form.grant_type === "refresh_token";
        // A rate-limited request was not accepted, so the code is still valid. Any other HTML page
        // comes from a proxy.
        const again = status === 429 || (repeatable && !isGone);
        const { sent, outcome } = await exchanged(form, html(status));
        expect([form.grant_type, sent]).toEqual([form.grant_type, again ? 2 : 1]);
        if (again) expect(outcome).toBe("a");
        else expect(outcome).toMatchObject({ status, body: "<html>" });
      }
    },
  );

  it.each(statuses)(
    "is retried after an HTML page with status %d and Retry-After only if the status allows it",
    async (status) => {
      const again =
        status === 429 || status === 408 || (status >= 500 && status !== 501 && status !== 505);
      const { sent, outcome } = await exchanged(GRANTS[0], html(status, { "retry-after": "2" }));
      expect(sent).toBe(again ? 2 : 1);
      if (!again) expect(outcome).toMatchObject({ status, retryAfterMs: 2_000 });
    },
  );

  it.each(statuses)(
    "is retried after JSON with status %d only if the status allows it",
    async (status) => {
      const again =
        status === 429 || status === 408 || (status >= 500 && status !== 501 && status !== 505);
      const { sent, outcome } = await exchanged(GRANTS[0], { status, body: { error: "no" } });
      expect(sent).toBe(again ? 2 : 1);
      if (!again) expect(outcome).toBeInstanceOf(ApiError);
    },
  );

  it("ends in an error with the HTML page's text if every attempt returns the page", async () => {
    const { sent, outcome } = await exchanged(GRANTS[0], html(403), true);
    expect(sent).toBe(6);
    expect(outcome).toBeInstanceOf(ApiError);
    expect(outcome).not.toBeInstanceOf(ConnectionError);
    expect(outcome).toMatchObject({ status: 403, body: "<html>" });
  });
});

describe("an OAuth response with tokens", () => {
  const DATE = Date.parse("2026-03-10T12:00:00Z");

  async function tokensIn(body: unknown) {
    await using scene = await setting();
    await using front = await gate(scene.server, { tokens: () => ({ status: 200, body }) });
    const wire = resolveOptions({ baseUrl: front.url, clock: scene.server.clock } as SharedOptions);
    return await requestTokens(wire, { app: APP, form: GRANTS[0] });
  }

  it.each<[unknown, number | null]>([
    [60, 60],
    ["60", 60],
    [0.5, 0.5],
    [9_999_999_999, 9_999_999_999],
    [1e10, null],
    ["9999999999", 9_999_999_999],
    ["10000000000", null],
    ["0", null],
    [0, null],
    [-1, null],
    ["-1", null],
    ["1.5", null],
    ["60s", null],
    ["x60", null],
    ["", null],
    [true, null],
    [null, null],
    [undefined, null],
    [["60"], null],
  ])(
    "provides both expiry times for lifetimes of %j seconds, or null if the lifetimes are invalid",
    async (seconds, lives) => {
      const { expiresAt, refreshTokenExpiresAt } = await tokensIn({
        access_token: "a",
        expires_in: seconds,
        refresh_token_expires_in: seconds,
      });
      const at = lives === null ? null : new Date(DATE + lives * 1_000).toISOString();
      expect([expiresAt, refreshTokenExpiresAt]).toEqual([at, at]);
    },
  );

  const LONGEST = 16_384;
  it("is accepted with values of the maximum length, and rejected if one is longer", async () => {
    const whole = await tokensIn({
      access_token: "a".repeat(LONGEST),
      refresh_token: "r".repeat(LONGEST),
      scope: "s".repeat(LONGEST),
    });
    expect([whole.accessToken, whole.refreshToken, whole.scope].map((one) => one?.length)).toEqual([
      LONGEST,
      LONGEST,
      LONGEST,
    ]);
    expect(
      (await tokensIn({ access_token: "a", scope: "s".repeat(LONGEST + 1) })).scope,
    ).toBeNull();
    await expect(tokensIn({ access_token: "a".repeat(LONGEST + 1) })).rejects.toThrow(
      "without an access token",
    );
    const words =
      "with a refresh token that contains characters not allowed in a header or a token file";
    await expect(
      tokensIn({ access_token: "a", refresh_token: "r".repeat(LONGEST + 1) }),
    ).rejects.toThrow(words);
    await expect(tokensIn({ access_token: "a", refresh_token: false })).rejects.toThrow(words);
  });

  it("has the tokens at the top level or in `data`", async () => {
    expect(await tokensIn({ access_token: "a", data: { access_token: "b" } })).toMatchObject({
      accessToken: "a",
    });
    expect(await tokensIn({ refresh_token: "r", data: { access_token: "b" } })).toMatchObject({
      accessToken: "b",
      refreshToken: null,
    });
    for (const data of [null, "access_token", 5, ["a"]])
      await expect(tokensIn({ data })).rejects.toThrow("without an access token");
  });
});

describe("an error about credentials", () => {
  const facts = {
    status: 401,
    apiMessage: "",
    requestId: null,
    apiCode: null,
    body: null,
    retryAfterMs: null,
  };

  it.each<[object, { readonly void: boolean; readonly dead: boolean }]>([
    [{}, { void: false, dead: false }],
    [{ apiCode: 2 }, { void: false, dead: true }],
    [{ apiCode: 3 }, { void: false, dead: false }],
    [{ apiCode: 283 }, { void: true, dead: true }],
    [
      { apiCode: 283, retryAfterMs: 5 },
      { void: false, dead: false },
    ],
    [{ body: { error: "invalid_grant" } }, { void: true, dead: true }],
    [
      { body: { error: "invalid_grant" }, retryAfterMs: 5 },
      { void: false, dead: false },
    ],
    [{ body: { error: "invalid_client" } }, { void: false, dead: true }],
    [{ body: { error: "invalid_scope" } }, { void: false, dead: false }],
    [{ body: "invalid_grant" }, { void: false, dead: false }],
  ])("says whether the grant or the credentials are rejected: %j", (more, says) => {
    const error = new AuthError("no", { ...facts, ...more });
    expect({ void: isGrantRefused(error), dead: isCredentialFailure(error) }).toEqual(says);
    // Other errors do not mean that the credentials are rejected, whatever they contain.
    for (const other of [new ApiError("no", { ...facts, ...more }), new Error("no"), null])
      expect([isGrantRefused(other), isCredentialFailure(other)]).toEqual([false, false]);
  });

  it.each([
    [
      "accessToken",
      ": it needs the ads:read scope; `npx pinterest-reports login --help` explains how to get a token",
    ],
    ["refreshToken", ": `npx pinterest-reports login --help` explains how to get one"],
    ["clientId", ": it is on the app's page at developers.pinterest.com"],
    ["clientSecret", ": it is on the app's page at developers.pinterest.com"],
    ["state", ": `crypto.randomUUID()` creates one"],
    ["codeChallenge", ": `createCodeVerifier()` creates one"],
    ["codeVerifier", ": `createCodeVerifier()` creates one"],
    ["another", ""],
  ])("says where to get them: %s", (name, way) => {
    for (const none of [undefined, null])
      expect(() => checkSecret(name, none)).toThrow(new TypeError(`${name} is missing${way}`));
    expect(() => checkSecret(name, "")).toThrow(new TypeError(`${name} is empty${way}`));
    const words = `${name} must be a string without spaces, line breaks or other characters that a header cannot contain`;
    for (const odd of [" ", "a ", "\na", "a\u007f", "é", 5, {}])
      expect(() => checkSecret(name, odd)).toThrow(new TypeError(words));
    expect(checkSecret(name, "!az~")).toBe("!az~");
  });

  it("shows no secret, plain or URL-encoded", () => {
    const { authorize: access, renew } = basicAuth({ clientId: "id", clientSecret: "a/b" }, [
      "c d",
      undefined,
      "",
      5,
    ]);
    const encoded = btoa("id:a/b");
    expect(access()).toEqual({
      header: `Basic ${encoded}`,
      secrets: [encoded, "a/b", "a%2Fb", "c d", "c%20d"],
    });
    return expect(renew(access() as never, null as never)).resolves.toBe(false);
  });

  it("says that clientId must not contain a colon", () => {
    expect(() => checkApp({ clientId: "a:b", clientSecret: "s" })).toThrow(
      "clientId must not contain a colon",
    );
    expect(checkApp({ clientId: "ab", clientSecret: "s:t" })).toEqual({
      clientId: "ab",
      clientSecret: "s:t",
    });
  });
});

describe("a store's lock", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  const TIMEOUT_MS = 1_000;
  const LIMIT_MS = 31_000;
  const shared = (lock: TokenStore["lock"]) =>
    new SharedTokens({ timeoutMs: TIMEOUT_MS } as CallConfig, {
      read: () => null,
      write: () => {},
      ...(lock && { lock }),
    });
  const settled = (work: Promise<unknown>) =>
    work.then(
      (value) => value,
      (error: unknown) => error,
    );

  it("is waited for only as long as another process's refresh can take", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2 * LIMIT_MS }),
        fc.integer({ min: 0, max: 2 * LIMIT_MS }),
        async (turnMs, workMs) => {
          const began: number[] = [];
          const work = async () => {
            began.push(turnMs);
            await new Promise((resolve) => setTimeout(resolve, workMs));
            return "done";
          };
          const lock = async (run: () => Promise<void>) => {
            await new Promise((resolve) => setTimeout(resolve, turnMs));
            await run();
          };
          const outcome = settled(shared(lock).withLock(work));
          await vi.advanceTimersByTimeAsync(5 * LIMIT_MS);
          const late = turnMs >= LIMIT_MS;
          // Once the work has started, it may take as long as it needs.
          expect(began).toEqual(late ? [] : [turnMs]);
          if (late)
            expect(await outcome).toMatchObject({
              message: `timeout: tokens.lock() did not acquire the lock within 31 s${NETWORK}`,
              sent: false,
            });
          else expect(await outcome).toBe("done");
          expect(vi.getTimerCount()).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("ends the wait immediately and leaves no timer if it fails or does not run the work", async () => {
    const none = await settled(shared(() => {}).withLock(async () => "done"));
    expect(none).toBeInstanceOf(TypeError);
    const broken = await settled(
      shared(() => Promise.reject(new Error("no lock"))).withLock(async () => "done"),
    );
    expect(broken).toMatchObject({ message: "no lock" });
    const failed = await settled(
      shared((run) => run()).withLock(() => Promise.reject(new Error("no work"))),
    );
    expect(failed).toMatchObject({ message: "no work" });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is optional", async () => {
    expect(await shared(undefined).withLock(async () => "done")).toBe("done");
    expect([shared(undefined).locks, shared(() => {}).locks]).toEqual([false, true]);
  });
});
