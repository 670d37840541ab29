import { createHash } from "node:crypto";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { AuthError, InvalidArgumentError } from "../../../runtime/errors.js";
import {
  authorizationUrl,
  createCodeVerifier,
  exchangeCode,
} from "../../../runtime/support-client.js";
import { setting } from "../../support/flow.js";
import { type Answer, gate } from "../../support/gate.js";
import { CREDENTIALS } from "../../support/hints.js";

const APP = {
  clientId: "1234567",
  clientSecret: "app-secret-CANARY",
  redirectUri: "https://app.example/back?x=1",
  state: "s-1",
};

describe("an authorization code", () => {
  it("is requested on Pinterest's page, whatever the API description says", () => {
    const page = new URL(authorizationUrl({ ...APP, scopes: ["ads:read", "user_accounts:read"] }));
    expect(page.origin + page.pathname).toBe("https://www.pinterest.com/oauth/");
    expect(Object.fromEntries(page.searchParams)).toEqual({
      client_id: "1234567",
      redirect_uri: "https://app.example/back?x=1",
      response_type: "code",
      scope: "ads:read,user_accounts:read",
      state: "s-1",
    });
    expect(() => authorizationUrl({ ...APP, state: "" })).toThrow(TypeError);
    expect(() => authorizationUrl({ ...APP, redirectUri: "back" })).toThrow(TypeError);
  });

  it("is requested with a new challenge each time", async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => createCodeVerifier()));
    for (const { codeVerifier, codeChallenge } of made) {
      expect(codeVerifier).toMatch(/^[\w-]{43}$/);
      expect(codeChallenge).toBe(createHash("sha256").update(codeVerifier).digest("base64url"));
      const { searchParams } = new URL(authorizationUrl({ ...APP, codeChallenge }));
      expect(Object.fromEntries(searchParams)).toEqual({
        client_id: "1234567",
        redirect_uri: "https://app.example/back?x=1",
        response_type: "code",
        scope: "ads:read",
        code_challenge: codeChallenge,
        code_challenge_method: "S256",
        state: "s-1",
      });
    }
    expect(new Set(made.map(({ codeVerifier }) => codeVerifier)).size).toBe(20);
    expect(() => authorizationUrl({ ...APP, codeChallenge: "" })).toThrow(TypeError);
  });

  it("is exchanged for tokens", async () => {
    await using scene = await setting();
    const body = {
      access_token: "a",
      refresh_token: "r",
      expires_in: 60,
      refresh_token_expires_in: 120,
    };
    await using front = await gate(scene.server, { tokens: () => ({ status: 200, body }) });
    const callback = "https://app.example/back?x=1&code=c-CANARY&state=s-1";
    const tokens = await exchangeCode({
      ...APP,
      callback,
      baseUrl: front.url,
      clock: scene.server.clock,
      continuousRefresh: true,
    });
    expect({ ...tokens }).toMatchObject({
      accessToken: "a",
      refreshToken: "r",
      expiresAt: "2026-03-10T12:01:00.000Z",
      scope: null,
    });
    expect(front.tokenRequests.map(({ form }) => form)).toEqual([
      {
        grant_type: "authorization_code",
        code: "c-CANARY",
        redirect_uri: APP.redirectUri,
        continuous_refresh: "true",
      },
    ]);
  });

  it.each([
    ["https://app.example/back?code=c&state=another", "the callback has a different state"],
    ["https://app.example/back?code=c", "the callback has a different state"],
    ["https://app.example/back?state=s-1", "no code"],
    ["https://app.example/back?state=s-1&code=a%0d%0ab", "no code"],
    ["https://app.example/back?state=s-1&error=access_denied", "access was denied: access_denied"],
    ["https://app.example/back?state=s-1&error=%1b[31mred", "access was denied; nothing was sent"],
  ])("is not sent for %s", async (callback, words) => {
    await using scene = await setting();
    await using front = await gate(scene.server);
    const error = await exchangeCode({ ...APP, callback, baseUrl: front.url }).catch(
      (thrown) => thrown,
    );
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error.message).toContain(words);
    expect(front.tokenRequests).toEqual([]);
  });

  it("is read from the URL parts that a server receives", async () => {
    await using scene = await setting();
    await using front = await gate(scene.server, {
      tokens: () => ({ status: 200, body: { access_token: "a" } }),
    });
    await exchangeCode({
      ...APP,
      callback: "/back?x=1&code=c-CANARY&state=s-1",
      baseUrl: front.url,
      clock: scene.server.clock,
    });
    expect(front.tokenRequests[0]?.form.code).toBe("c-CANARY");
  });

  it("needs valid options, and otherwise causes an error that names the invalid one", async () => {
    const callback = "https://app.example/back?code=c&state=s-1";
    for (const name of ["clientId", "clientSecret", "redirectUri", "state", "codeVerifier"]) {
      const options = { ...APP, callback, [name]: "" };
      const error = await exchangeCode(options).catch((thrown) => thrown);
      expect([name, error instanceof TypeError, String(error.message).includes(name)]).toEqual([
        name,
        true,
        true,
      ]);
    }
    for (const name of ["clientId", "redirectUri", "state", "codeChallenge"])
      expect(() => authorizationUrl({ ...APP, [name]: "" }), name).toThrow(name);
  });

  it("is not shown in the error about an invalid URL", async () => {
    const error = await exchangeCode({
      ...APP,
      callback: "http://[?code=c-CANARY&state=s-1",
    }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(inspect(error)).not.toContain("CANARY");
  });

  it("is not sent again if it may already have been used, because it is valid only once", async () => {
    await using scene = await setting();
    await using front = await gate(scene.server, { tokens: () => ({ status: 500, body: "" }) });
    const callback = "https://app.example/back?code=c-CANARY&state=s-1";
    const error = await exchangeCode({
      ...APP,
      callback,
      baseUrl: front.url,
      clock: scene.server.clock,
    }).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: "api", status: 500 });
    expect(front.tokenRequests).toHaveLength(1);
  });

  describe("exchanging a code with a verifier", () => {
    const callback = "https://app.example/back?code=c-CANARY&state=s-1";

    async function sentFor(first: Answer): Promise<readonly boolean[]> {
      await using scene = await setting();
      const fine = { status: 200, body: { access_token: "a" } };
      await using front = await gate(scene.server, {
        tokens: (_, number) => (number === 1 ? first : fine),
      });
      const options = {
        ...APP,
        callback,
        codeVerifier: "v".repeat(43),
        baseUrl: front.url,
        clock: scene.server.clock,
      };
      await exchangeCode(options).catch(() => {});
      return front.tokenRequests.map(({ form }) => "code_verifier" in form);
    }

    it.each<[string, Answer, readonly boolean[]]>([
      [
        "sends it once if the verifier is accepted",
        { status: 200, body: { access_token: "a" } },
        [true],
      ],
      [
        "sends it again without the verifier if that field is unknown",
        { status: 400, body: { message: "unknown: code_verifier" } },
        [true, false],
      ],
      [
        "does not send it again if something else was rejected",
        { status: 400, body: { message: "no such code" } },
        [true],
      ],
      [
        "does not send it again after a server error",
        { status: 500, body: { message: "code_verifier" } },
        [true],
      ],
      [
        "does not send it again if the code is invalid",
        { status: 400, body: { error: "invalid_grant", message: "code_verifier" } },
        [true],
      ],
    ])("%s", async (_, first, sent) => {
      expect(await sentFor(first)).toEqual(sent);
    });
  });

  it("rejects with an AuthError that shows neither the code nor the app's secret", async () => {
    await using scene = await setting();
    const body = { code: 283, message: "bad code c-CANARY for app-secret-CANARY" };
    await using front = await gate(scene.server, { tokens: () => ({ status: 400, body }) });
    const callback = "https://app.example/back?code=c-CANARY&state=s-1";
    const error = await exchangeCode({ ...APP, callback, baseUrl: front.url }).catch(
      (thrown) => thrown,
    );
    expect(error).toBeInstanceOf(AuthError);
    expect(error.message).toBe(
      `POST /oauth/token returned 400: bad code [secret] for [secret] (code 283)${CREDENTIALS}`,
    );
  });
});
