import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { connect, exchangeCode, refreshTokens } from "../../../runtime/support-client.js";
import { runs } from "../../support/effort.js";
import { account, bodyFor, createClient, setting } from "../../support/flow.js";

const VARIABLES = {
  PINTEREST_ACCESS_TOKEN: "env-access",
  PINTEREST_REFRESH_TOKEN: "env-refresh",
  PINTEREST_APP_ID: "env-id",
  PINTEREST_APP_SECRET: "env-secret",
};

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe("environment variables", () => {
  it("supply the token and the base URL of a client without options", async () => {
    await using scene = await setting();
    vi.stubEnv("PINTEREST_ACCESS_TOKEN", scene.server.accessToken);
    vi.stubEnv("PINTEREST_API_BASE_URL", scene.server.url);
    const handle = await createClient().report.create(
      account,
      bodyFor({ clock: { ...scene.server.clock, date: Date.now } }),
    );
    expect(handle.adAccountId).toBe(account);
    expect(scene.server.requests[0]?.headers.authorization).toBe(
      `Bearer ${scene.server.accessToken}`,
    );
  });

  it("supply the refresh token and the app's credentials", async () => {
    const { requests, fetch } = recording();
    stub({ ...VARIABLES, PINTEREST_ACCESS_TOKEN: "" });
    await createClient({ fetch })
      .report.create(account, bodyFor({ clock: { date: Date.now } as never }))
      .catch(() => {});
    expect(requests[0]).toEqual({
      authorization: `Basic ${btoa("env-id:env-secret")}`,
      body: expect.stringContaining("refresh_token=env-refresh"),
    });
  });

  it.each<[Record<string, string>, object, RegExp]>([
    [{}, {}, /^no access token: set PINTEREST_ACCESS_TOKEN, or pass accessToken; .{1,150}$/],
    [
      { PINTEREST_ACCESS_TOKEN: "a b" },
      {},
      /^PINTEREST_ACCESS_TOKEN must be a string without spaces/,
    ],
    [
      { PINTEREST_REFRESH_TOKEN: "r" },
      {},
      /^PINTEREST_REFRESH_TOKEN is set, but PINTEREST_APP_ID is not: it is on the app's page/,
    ],
    [
      { PINTEREST_REFRESH_TOKEN: "r", PINTEREST_APP_ID: "1" },
      {},
      /^PINTEREST_REFRESH_TOKEN is set, but PINTEREST_APP_SECRET is not/,
    ],
    [
      { PINTEREST_ACCESS_TOKEN: "a" },
      { clientId: "1", clientSecret: "s" },
      /^clientId needs a refresh token: set PINTEREST_/,
    ],
    [
      { PINTEREST_ACCESS_TOKEN: "a", PINTEREST_APP_ID: "1", PINTEREST_APP_SECRET: "s" },
      { onTokens: () => {} },
      /^onTokens needs a refresh token/,
    ],
    [
      { PINTEREST_ACCESS_TOKEN: "a" },
      { continuousRefresh: true },
      /^continuousRefresh needs a refresh token/,
    ],
    [{ PINTEREST_ACCESS_TOKEN: "a" }, { accessToken: null }, /^accessToken is missing/],
    [{ PINTEREST_ACCESS_TOKEN: "a" }, { accessToken: "" }, /^accessToken is empty/],
    [
      { PINTEREST_API_BASE_URL: "http://api.example" },
      { accessToken: "a" },
      /^PINTEREST_API_BASE_URL must be https/,
    ],
  ])(
    "reject %j with the options %j in a short error that shows no value",
    (variables, options, message) => {
      stub(variables);
      const error = thrownBy(() => connect(options as never));
      expect(error).toBeInstanceOf(TypeError);
      expect((error as Error).message).toMatch(message);
    },
  );

  // The guide's rules say which token is sent first.
  it("never override an option, and are never mixed with tokens from another source", async () => {
    const subset = fc.subarray(Object.keys(VARIABLES) as (keyof typeof VARIABLES)[]);
    const options = fc.record(
      {
        accessToken: fc.constant("own-access"),
        refreshToken: fc.constant("own-refresh"),
        clientId: fc.constant("own-id"),
        clientSecret: fc.constant("own-secret"),
        continuousRefresh: fc.boolean(),
        onTokens: fc.constant(() => {}),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(subset, options, async (names, given) => {
        vi.unstubAllEnvs();
        stub(Object.fromEntries(names.map((name) => [name, VARIABLES[name]])));
        const { requests, fetch } = recording();
        const expected = firstAuthorization(new Set(names), given);
        const client = () =>
          createClient({ ...given, fetch, baseUrl: "https://api.example" } as never);
        if (expected === null) {
          expect(thrownBy(client)).toBeInstanceOf(TypeError);
          return;
        }
        await client()
          .report.create(account, {} as never, { validate: false })
          .catch(() => {});
        expect(requests[0]).toEqual(expected);
      }),
      { numRuns: runs(2_000, 250) },
    );
  });

  it("supply the address of the OAuth endpoint for exchangeCode and refreshTokens", async () => {
    vi.stubEnv("PINTEREST_API_BASE_URL", "https://other.example/v5");
    const { addresses, fetch } = recording();
    const app = { clientId: "1", clientSecret: "s", fetch } as const;
    const callback = "https://app.example/?code=c&state=s";
    await exchangeCode({ ...app, redirectUri: "https://app.example/", state: "s", callback }).catch(
      () => {},
    );
    await refreshTokens({ ...app, refreshToken: "r" }).catch(() => {});
    expect(addresses).toEqual(Array(2).fill("https://other.example/v5/oauth/token"));
  });

  it("do not override a baseUrl option", async () => {
    vi.stubEnv("PINTEREST_API_BASE_URL", "https://other.example");
    const { addresses, fetch } = recording();
    const options = { accessToken: "t", fetch } as const;
    await createClient({ ...options, baseUrl: "https://api.example" })
      .report.create(account, {} as never, { validate: false })
      .catch(() => {});
    await createClient(options)
      .report.create(account, {} as never, { validate: false })
      .catch(() => {});
    expect(addresses.map((address) => new URL(address).host)).toEqual([
      "api.example",
      "other.example",
    ]);
  });

  it.each<[string, unknown]>([
    ["no process", undefined],
    ["a process without variables", {}],
    ["an element named process", { env: null }],
    [
      "variables that throw when they are read",
      {
        env: new Proxy(
          {},
          {
            getOwnPropertyDescriptor: () => {
              throw new Error("NotCapable");
            },
          },
        ),
      },
    ],
    [
      "a process that may not be read",
      Object.defineProperty({}, "env", {
        get: () => {
          throw new Error("NotCapable");
        },
      }),
    ],
  ])("may be unavailable: %s", (_, value) => {
    stub(VARIABLES);
    vi.stubGlobal("process", value);
    const error = thrownBy(() => connect());
    const own = thrownBy(() => connect({ accessToken: "t" }));
    vi.unstubAllGlobals();
    expect([String(error).slice(0, 26), own]).toEqual(["TypeError: no access token", null]);
  });

  it("are not read from Object.prototype", () => {
    stub({});
    const objects = Object.prototype as { PINTEREST_ACCESS_TOKEN?: string };
    try {
      objects.PINTEREST_ACCESS_TOKEN = "evil";
      expect(() => connect()).toThrow("no access token");
    } finally {
      delete objects.PINTEREST_ACCESS_TOKEN;
    }
  });
});

/** The credentials in the first request; null if the client cannot be created. */
function firstAuthorization(
  variables: ReadonlySet<string>,
  given: {
    readonly accessToken?: string;
    readonly refreshToken?: string;
    readonly clientId?: string;
    readonly clientSecret?: string;
  },
): object | null {
  const hasToken = given.accessToken !== undefined || given.refreshToken !== undefined;
  const refreshes = ["clientId", "clientSecret", "continuousRefresh", "onTokens"].some(
    (name) => name in given,
  );
  const has = (name: string) => !hasToken && variables.has(name);
  const refreshToken =
    given.refreshToken ?? (has("PINTEREST_REFRESH_TOKEN") ? "env-refresh" : undefined);
  const isRefreshed = refreshToken !== undefined || (refreshes && !hasToken);
  const accessToken =
    given.accessToken ??
    (has("PINTEREST_ACCESS_TOKEN") && !(refreshes && refreshToken === undefined)
      ? "env-access"
      : undefined);
  if (!isRefreshed) return accessToken === undefined ? null : bearer(accessToken);
  const clientId = given.clientId ?? (variables.has("PINTEREST_APP_ID") ? "env-id" : undefined);
  const clientSecret =
    given.clientSecret ?? (variables.has("PINTEREST_APP_SECRET") ? "env-secret" : undefined);
  if (refreshToken === undefined || clientId === undefined || clientSecret === undefined)
    return null;
  if (accessToken !== undefined) return bearer(accessToken);
  return {
    authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}`,
    body: expect.stringContaining(`refresh_token=${refreshToken}`),
  };
}

function bearer(token: string): object {
  return { authorization: `Bearer ${token}`, body: expect.any(String) };
}

/** A `fetch` that records requests and rejects them. */
function recording() {
  const requests: object[] = [];
  const addresses: string[] = [];
  const fetch = async (
    url: string,
    init: { readonly headers?: unknown; readonly body?: unknown } = {},
  ) => {
    addresses.push(url);
    requests.push({
      authorization: new Headers(init.headers as Record<string, string>).get("authorization"),
      body: String(init.body),
    });
    return Response.json({ code: 2, message: "no" }, { status: 400 });
  };
  return { requests, addresses, fetch };
}

function stub(variables: Readonly<Record<string, string>>): void {
  for (const name of [...Object.keys(VARIABLES), "PINTEREST_API_BASE_URL"])
    vi.stubEnv(name, variables[name]);
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}
