import { describe, expect, it } from "vitest";
import type { Tokens } from "../../../runtime/auth/credentials.js";
import { type RefreshingTokenOptions, refreshingToken } from "../../../runtime/auth/refreshing-token.js";
import { jsonClient } from "../../../runtime/client/json-client.js";
import { AuthError } from "../../../runtime/errors.js";
import { account, bodyFor, createClient, flow } from "../../support/flow.js";
import { APP, type Scene, scene } from "./grants.js";

/** A source of tokens before the gate, by its clock. */
const sourceOf = ({ gate, back }: Scene, options: Partial<RefreshingTokenOptions> = {}) =>
  refreshingToken({
    refreshToken: "refresh-0-CANARY",
    ...APP,
    baseUrl: gate.url,
    clock: back.server.clock,
    ...options,
  });

const clientOf = ({ gate, back }: Scene, accessToken: Parameters<typeof jsonClient>[0]["accessToken"]) =>
  jsonClient({ accessToken, baseUrl: gate.url, clock: back.server.clock }, flow);

const refreshTokens = ({ gate }: Scene) => gate.tokenRequests.map(({ form }) => form.refresh_token);

describe("a refreshing token", () => {
  it("is fetched at the first call, and used by all calls of a small client", async () => {
    await using one = await scene();
    const saved: Tokens[] = [];
    const client = clientOf(one, sourceOf(one, { onTokens: (tokens) => saved.push(tokens) }));
    expect(one.gate.tokenRequests).toEqual([]);
    const reports = await Promise.all([1, 2, 3].map(() => client.run(account, bodyFor(one.back.server))));
    expect(await reports[0]?.toArray()).toHaveLength(16);
    expect(refreshTokens(one)).toEqual(["refresh-0-CANARY"]);
    expect(saved.map(({ refreshToken }) => refreshToken)).toEqual(["refresh-1-CANARY"]);
  });

  it("is renewed once for all calls whose token was rejected", async () => {
    await using one = await scene();
    one.gate.valid.add("given");
    const client = clientOf(one, sourceOf(one, { accessToken: "given" }));
    const body = bodyFor(one.back.server);
    await client.create(account, body);
    expect(one.gate.tokenRequests).toEqual([]);
    one.gate.valid.clear();
    await Promise.all([1, 2, 3].map(() => client.create(account, body)));
    expect(refreshTokens(one)).toEqual(["refresh-0-CANARY"]);
    expect(one.gate.answered.toSorted()).toEqual([200, 200, 200, 200, 401, 401, 401]);
  });

  it("serves both clients, and a caller that does not name the rejected token", async () => {
    await using one = await scene();
    const accessToken = sourceOf(one);
    const options = { accessToken, baseUrl: one.gate.url, clock: one.back.server.clock };
    await createClient(options).report.create(account, bodyFor(one.back.server));
    await clientOf(one, accessToken).create(account, bodyFor(one.back.server));
    expect(one.gate.tokenRequests).toHaveLength(1);
    await one.back.server.clock.sleep(31_000);
    expect(await accessToken({ refused: true })).toBe("access-2");
    // Rejected before the renewal: the newer token is the answer.
    expect(await accessToken({ refused: true, token: "access-1" })).toBe("access-2");
    expect(one.gate.tokenRequests).toHaveLength(2);
  });

  it("fails each call with an error of its own when the refresh token is void", async () => {
    const body = { error: "invalid_grant", code: 283, message: "void" };
    await using one = await scene({}, { tokens: () => ({ status: 400, body }) });
    const client = clientOf(one, sourceOf(one));
    const failures = await Promise.all([1, 2].map(() => client.create(account, bodyFor(one.back.server)).catch((error: unknown) => error)));
    for (const error of failures) expect(error).toBeInstanceOf(AuthError);
    expect(failures[0]).not.toBe(failures[1]);
    expect(one.gate.answered).toEqual([]);
    expect(one.gate.tokenRequests).toHaveLength(1);
  });

  it("takes the tokens of a store", async () => {
    await using one = await scene();
    one.gate.valid.add("stored");
    const tokens = { read: () => ({ accessToken: "stored", refreshToken: "refresh-0-CANARY" }), write: () => {} };
    const accessToken = refreshingToken({ ...APP, tokens, baseUrl: one.gate.url, clock: one.back.server.clock });
    await clientOf(one, accessToken).create(account, bodyFor(one.back.server));
    expect(one.gate.tokenRequests).toEqual([]);
  });

  it.each([
    [{}, /refreshToken is missing/],
    [{ refreshToken: "r", clientId: undefined }, /clientId is missing/],
    [{ refreshToken: "r", baseUrl: "http://api.pinterest.com" }, /baseUrl must be https/],
    [{ refreshToken: "r", fetch: 1 }, /fetch must be a function/],
    [{ refreshToken: "r", timeoutMs: 0 }, /timeoutMs must be/],
    [{ refreshToken: "r", refreshtoken: "r" }, /refreshtoken.* is not an option here/],
  ])("refuses the options %j", (options, message) => {
    expect(() => refreshingToken({ ...APP, ...options } as never)).toThrow(message);
  });
});

describe("a function as access token of a small client", () => {
  it("is called before every request, and once more with the token that was rejected", async () => {
    await using one = await scene();
    one.gate.valid.add("new");
    const requests: unknown[] = [];
    const client = clientOf(one, (request) => {
      requests.push(request);
      return request.refused ? "new" : "old";
    });
    await client.create(account, bodyFor(one.back.server));
    expect(requests).toEqual([{ refused: false }, { refused: true, token: "old" }]);
    expect(one.gate.answered).toEqual([401, 200]);
  });

  it("that returns the rejected token again ends the call with the error", async () => {
    await using one = await scene();
    let calls = 0;
    const client = clientOf(one, async () => {
      calls++;
      return "old";
    });
    await expect(client.create(account, bodyFor(one.back.server))).rejects.toBeInstanceOf(AuthError);
    expect([calls, one.gate.answered]).toEqual([2, [401]]);
  });

  it("fails the call, before it is sent, with its own error, or for a token that no header can contain", async () => {
    await using one = await scene();
    const body = bodyFor(one.back.server);
    const own = new Error("no vault");
    await expect(clientOf(one, () => Promise.reject(own)).create(account, body)).rejects.toBe(own);
    await expect(clientOf(one, () => "a b").create(account, body)).rejects.toThrow(/accessToken must be a string/);
    await expect(clientOf(one, () => undefined as never).create(account, body)).rejects.toThrow(/accessToken is missing/);
    expect(one.gate.answered).toEqual([]);
  });
});
