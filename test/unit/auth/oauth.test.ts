import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Tokens } from "../../../runtime/auth/credentials.js";
import { ApiError, AuthError, ConnectionError } from "../../../runtime/errors.js";
import { connect } from "../../../runtime/support-client.js";
import { account, bodyFor, createClient, setting } from "../../support/flow.js";
import { type GateOptions, refusal } from "../../support/gate.js";
import { CREDENTIALS } from "../../support/hints.js";
import { APP, scene, until } from "./grants.js";

const DAY_MS = 86_400_000;
const stray: unknown[] = [];
const note = (reason: unknown) => stray.push(reason);
beforeEach(() => {
  stray.length = 0;
  process.on("unhandledRejection", note);
});
afterEach(async () => {
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", note);
  // A failure in the background never ends the process.
  expect(stray).toEqual([]);
});

describe("a refresh token", () => {
  it("is exchanged on the first call, using HTTP Basic and a form body", async () => {
    await using one = await scene();
    await one.client.report.run(account, bodyFor(one.back.server));
    expect(one.gate.tokenRequests).toEqual([
      {
        authorization: `Basic ${btoa(`${APP.clientId}:${APP.clientSecret}`)}`,
        type: "application/x-www-form-urlencoded",
        form: { grant_type: "refresh_token", refresh_token: "refresh-0-CANARY" },
      },
    ]);
  });

  it("is also read from a response that wraps it in an envelope", async () => {
    const tokens = {
      access_token: "wrapped",
      expires_in: 3600,
      refresh_token: "refresh-1",
      token_type: "bearer",
    };
    await using one = await scene(
      {},
      { tokens: () => ({ status: 200, body: { code: 0, data: tokens } }) },
    );
    one.gate.valid.add("wrapped");
    await one.client.report.create(account, bodyFor(one.back.server));
    expect(one.gate.tokenRequests).toHaveLength(1);
  });

  it("can be requested as a continuous token", async () => {
    await using one = await scene({ continuousRefresh: true });
    await one.client.report.create(account, bodyFor(one.back.server));
    expect(one.gate.tokenRequests[0]?.form.continuous_refresh).toBe("true");
  });

  it("is not used while the access token is valid", async () => {
    await using one = await scene({ accessToken: "given" });
    one.gate.valid.add("given");
    await one.client.report.run(account, bodyFor(one.back.server));
    expect(one.gate.tokenRequests).toEqual([]);
  });

  it("is exchanged before the access token expires, without making any call wait", async () => {
    await using one = await scene(
      {},
      { tokens: (_, number) => (number === 2 ? null : undefined) },
      {},
    );
    const { client, back, gate: front } = one;
    const handle = await client.report.create(account, bodyFor(back.server));
    await back.server.clock.advance(30 * DAY_MS - 200_000);
    // The second exchange hangs, but the poll does not wait for it.
    expect(await client.report.poll(handle)).toMatchObject({ state: "failed" });
    await until(() => front.tokenRequests.length === 2);
  });

  it("is exchanged before a call if the access token has expired", async () => {
    await using one = await scene();
    const { client, back, gate: front } = one;
    const handle = await client.report.create(account, bodyFor(back.server));
    await back.server.clock.advance(31 * DAY_MS);
    await client.report.poll(handle);
    expect(front.tokenRequests.map(({ form }) => form.refresh_token)).toEqual([
      "refresh-0-CANARY",
      "refresh-1-CANARY",
    ]);
    expect(front.answered).not.toContain(401);
  });
});

describe("a 401 response", () => {
  it("causes one refresh but no second report if it arrives during the wait for a report (A1)", async () => {
    await using one = await scene({}, {}, { polls: 3 });
    const { client, back, gate: front } = one;
    const handle = await client.report.create(account, bodyFor(back.server));
    await back.server.clock.advance(60_000);
    front.valid.clear();
    await client.report.resume(handle);
    expect(front.tokenRequests).toHaveLength(2);
    expect(back.server.requests.filter(({ step }) => step === "create")).toHaveLength(1);
  });

  it("causes one refresh and one retry of a create, because a rejected token creates no report", async () => {
    await using one = await scene({ accessToken: "old" });
    await one.client.report.create(account, bodyFor(one.back.server));
    expect(one.gate.answered).toEqual([401, 200]);
    expect(one.back.server.requests.map(({ step }) => step)).toEqual(["create"]);
  });

  it("causes a single refresh for 50 simultaneous calls (A2)", async () => {
    await using one = await scene({ accessToken: "old" });
    const accounts = Array.from({ length: 50 }, (_, index) => String(1_000 + index));
    await Promise.all(accounts.map((id) => one.client.report.create(id, bodyFor(one.back.server))));
    expect(one.gate.answered.filter((status) => status === 401).length).toBeGreaterThan(1);
    expect(one.gate.tokenRequests).toHaveLength(1);
  });

  it.each([400, 401])(
    "causes an immediate AuthError if the refresh token is rejected (%d invalid_grant), without looping (A3)",
    async (status) => {
      await using one = await scene(
        {},
        {
          tokens: () => ({
            status,
            body: { error: "invalid_grant", error_description: "it was revoked" },
          }),
        },
      );
      for (const _ of [1, 2, 3]) {
        const error = await one.client.report
          .create(account, bodyFor(one.back.server))
          .catch((thrown) => thrown);
        expect(error).toBeInstanceOf(AuthError);
        expect(error).toBeInstanceOf(ApiError);
        expect(error.message).toBe(
          `POST /oauth/token returned ${status}: invalid_grant: it was revoked${CREDENTIALS}`,
        );
        expect(error).toMatchObject({ code: "auth", status });
      }
      expect(one.gate.tokenRequests).toHaveLength(1);
      expect(one.back.server.clock.slept).toEqual([]);
    },
  );

  it.each([400, 401])(
    "causes no AuthError if the OAuth endpoint fails with %d and Pinterest's code for a server error (A4)",
    async (status) => {
      const fault = {
        status,
        body: { code: 12, message: "Something went wrong on our end. Sorry about that." },
      };
      await using one = await scene({}, { tokens: () => fault });
      const error = await one.client.report
        .create(account, bodyFor(one.back.server))
        .catch((thrown) => thrown);
      expect(error).not.toBeInstanceOf(AuthError);
      expect(error).toMatchObject({ code: "api", status, apiCode: 12 });
    },
  );

  it("fails each waiting call with a separate error if the OAuth endpoint keeps returning 500 (A4)", async () => {
    await using one = await scene(
      {},
      { tokens: () => ({ status: 500, body: "<html>", headers: { "content-type": "text/html" } }) },
    );
    const waiting = Array.from({ length: 20 }, (_, index) =>
      one.client.report.create(String(index), bodyFor(one.back.server)),
    );
    const errors = (await Promise.allSettled(waiting)).map((one) =>
      one.status === "rejected" ? one.reason : null,
    );
    expect(new Set(errors).size).toBe(20);
    for (const error of errors)
      expect(error).toMatchObject({ code: "api", status: 500, message: errors[0].message });
    expect(one.gate.tokenRequests).toHaveLength(6);
  });

  it("causes a timeout if the OAuth endpoint is silent, and the create is never sent (A4)", async () => {
    await using one = await scene({ timeoutMs: 300 }, { tokens: () => null });
    const waiting = [1, 2, 3].map((id) =>
      one.client.report.create(String(id), bodyFor(one.back.server)).catch((error) => error),
    );
    const errors = await Promise.all(waiting);
    for (const error of errors) expect(error).toBeInstanceOf(ConnectionError);
    expect(one.gate.tokenRequests).toHaveLength(6);
    expect(one.back.server.requests).toEqual([]);
  });

  it("causes an AuthError after a refresh, without a second refresh even for later calls (A5)", async () => {
    await using one = await scene({}, { before: () => refusal(401, 2, "Authentication failed.") });
    for (const _ of [1, 2]) {
      await expect(
        one.client.report.create(account, bodyFor(one.back.server)),
      ).rejects.toBeInstanceOf(AuthError);
    }
    expect(one.gate.tokenRequests).toHaveLength(1);
  });

  it("causes an AuthError if the client has a fixed access token", async () => {
    await using one = await setting({ faults: [{ name: "token-refused", on: "create" }] });
    await expect(one.client.report.create(account, bodyFor(one.server))).rejects.toBeInstanceOf(
      AuthError,
    );
  });

  it("makes the client call the token function once more, and retry once with a different token", async () => {
    await using one = await setting();
    const asked: boolean[] = [];
    const accessToken = ({ refused }: { readonly refused: boolean }) => {
      asked.push(refused);
      return asked.includes(true) ? one.server.accessToken : "old";
    };
    const client = createClient({ accessToken, baseUrl: one.server.url, clock: one.server.clock });
    await client.report.create(account, bodyFor(one.server));
    expect(asked).toEqual([false, true]);
    const stubborn = createClient({
      accessToken: () => "old",
      baseUrl: one.server.url,
      clock: one.server.clock,
    });
    await expect(stubborn.report.create(account, bodyFor(one.server))).rejects.toBeInstanceOf(
      AuthError,
    );
  });
});

describe("onTokens", () => {
  it("is called with the new refresh token and awaited before the access token is used (A6)", async () => {
    const order: string[] = [];
    const told: Tokens[] = [];
    const onTokens = async (tokens: Tokens) => {
      told.push(tokens);
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push("kept");
    };
    const onEvent = ({ type }: { readonly type: string }) =>
      type === "created" && order.push("created");
    await using one = await scene({ onTokens, onEvent });
    await one.client.report.create(account, bodyFor(one.back.server));
    expect(order).toEqual(["kept", "created"]);
    expect({ ...told[0] }).toEqual({
      accessToken: "access-1",
      expiresAt: "2026-04-09T12:00:00.000Z",
      refreshToken: "refresh-1-CANARY",
      refreshTokenExpiresAt: "2026-05-09T12:00:00.000Z",
      scope: "ads:read",
    });
    expect(inspect(told[0])).toBe("[Tokens: not shown]");
    expect(JSON.parse(JSON.stringify(told[0])).refreshToken).toBe("refresh-1-CANARY");
  });
});

describe("an OAuth response with an invalid value", () => {
  const members = [
    "access_token",
    "refresh_token",
    "scope",
    "expires_in",
    "refresh_token_expires_in",
  ] as const;
  const odd = [
    ...["\n", "\r", "\u0000", "\t", "\u007f", "\u0085", "\u2028", "é", "\ud800"].map(
      (sign) => `a${sign}NODE_OPTIONS=--inspect`,
    ),
    ...["x".repeat(20_000), 5, -1, true, ["a"], { toString: "a" }],
  ];
  const good = {
    access_token: "access-1",
    refresh_token: "refresh-1",
    scope: "ads:read",
    expires_in: 60,
    refresh_token_expires_in: 60,
  };

  it.each(members)("results in an error, or in tokens without that value: %s", async (member) => {
    for (const value of odd) {
      const told: Tokens[] = [];
      const tokens = () => ({ status: 200, body: { ...good, [member]: value } });
      await using one = await scene({ onTokens: (given) => void told.push(given) }, { tokens });
      one.gate.valid.add("access-1");
      const thrown: unknown = await one.client.report
        .create(account, bodyFor(one.back.server))
        .catch((error: unknown) => error);
      if (member.endsWith("_token")) {
        expect(thrown).toBeInstanceOf(ApiError);
        expect(told).toEqual([]);
        expect(inspect(thrown, { depth: 9 })).not.toMatch(/NODE_OPTIONS|xxxx/);
      } else {
        expect(told).toHaveLength(1);
        for (const kept of Object.values(told[0] ?? {}))
          expect(kept === null || /^[\x20-\x7e]{1,16384}$/.test(kept)).toBe(true);
      }
    }
  });

  it.each([null, ""])(
    "is accepted if an optional value is %j, which is read as null",
    async (value) => {
      const told: Tokens[] = [];
      const tokens = () => ({
        status: 200,
        body: { access_token: "access-1", refresh_token: value, scope: value, expires_in: value },
      });
      await using one = await scene({ onTokens: (given) => void told.push(given) }, { tokens });
      one.gate.valid.add("access-1");
      await one.client.report.create(account, bodyFor(one.back.server));
      expect(told).toMatchObject([
        { accessToken: "access-1", refreshToken: null, scope: null, expiresAt: null },
      ]);
    },
  );
});

describe("a secret", () => {
  it.each<[string, NonNullable<GateOptions["tokens"]>]>([
    [
      "a refusal",
      (_, __) => ({
        status: 400,
        body: { code: 1, message: "bad app-secret-CANARY refresh-0-CANARY" },
      }),
    ],
    [
      "a token response without an access token",
      () => ({ status: 200, body: { refresh_token: "refresh-9-CANARY", message: "x-CANARY" } }),
    ],
    ["a token response that is not JSON", () => ({ status: 200, body: "access_token=CANARY" })],
    [
      "an error page",
      () => ({
        status: 500,
        body: `${btoa(`${APP.clientId}:${APP.clientSecret}`)} app-secret-CANARY`,
      }),
    ],
  ])("does not appear after %s", async (_, tokens) => {
    const events: unknown[] = [];
    await using one = await scene({ onEvent: (event) => events.push(event) }, { tokens });
    const error = await one.client.report
      .create(account, bodyFor(one.back.server))
      .catch((thrown) => thrown);
    const shown = [
      error.message,
      error.stack,
      inspect(error, { depth: 9, showHidden: true }),
      JSON.stringify(error),
      JSON.stringify(events),
    ];
    expect(error).toBeInstanceOf(ApiError);
    expect(shown.join()).not.toContain("CANARY");
    expect(shown.join()).not.toContain(btoa(`${APP.clientId}:${APP.clientSecret}`));
  });

  it.each([
    { refreshToken: "r\n" },
    { refreshToken: "" },
    { clientSecret: "a b-CANARY" },
    { clientId: "1:2" },
    { accessToken: "CANARY\r\n" },
  ])("is rejected without being shown if it is invalid: %j", (wrong) => {
    let error: unknown;
    try {
      connect({ refreshToken: "r", ...APP, ...wrong });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(TypeError);
    expect(inspect(error)).not.toContain("CANARY");
  });

  it.each(["clientId", "clientSecret", "refreshToken"])(
    "is rejected if it is not a string, in an error that names the credential: %s",
    (name) => {
      expect(() => connect({ refreshToken: "r", ...APP, [name]: 5 as never })).toThrow(
        new RegExp(`^${name} `),
      );
    },
  );

  it("does not appear in the client, its connection or an error about its options", async () => {
    await using one = await scene();
    await one.client.report.create(account, bodyFor(one.back.server));
    const connection = connect({ refreshToken: "refresh-0-CANARY", ...APP });
    const shown = [one.client, one.client.report, connection].map(
      (value) => inspect(value, { depth: 9, showHidden: true }) + JSON.stringify(value),
    );
    expect(shown.join()).not.toMatch(/CANARY|access-1/);
  });

  it("is sent only where it belongs: the app's secret to the OAuth endpoint, tokens to the API", async () => {
    await using one = await scene();
    await one.client.report.run(account, bodyFor(one.back.server));
    for (const { path, query, headers, body } of one.back.server.requests) {
      expect(JSON.stringify([path, query, headers, body])).not.toContain("CANARY");
    }
  });
});
