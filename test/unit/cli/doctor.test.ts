import { mkdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { shellCommand } from "../../../cli/terminal/shell-command.js";
import { createFakeClock } from "../../../generated/testing.js";
import { place } from "../../support/cli-fake-server.js";
import { gate } from "../../support/gate.js";
import { command } from "../../support/in-process.js";

interface Finding {
  readonly state: string;
  readonly subject: string;
  readonly message: string;
  readonly fix: string | null;
}

const APP = {
  clientId: "app-id",
  clientSecret: "the-secret-of-the-app",
  refreshToken: "the-refresh-token",
};
const REFRESH = {
  ...{
    PINTEREST_ACCESS_TOKEN: "",
    PINTEREST_APP_ID: APP.clientId,
    PINTEREST_APP_SECRET: APP.clientSecret,
  },
  PINTEREST_REFRESH_TOKEN: APP.refreshToken,
};
const NEW_TOKENS = {
  ...{
    access_token: "new-access-token",
    refresh_token: "new-refresh-token",
    token_type: "bearer",
    scope: "ads:read",
  },
  ...{ expires_in: 1_000, refresh_token_expires_in: 10_000_000 },
};
const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000 + 60_000).toISOString();

/** The findings by subject. */
function findingsIn(stdout: string): Readonly<Record<string, Finding>> {
  return Object.fromEntries(
    (JSON.parse(stdout) as readonly Finding[]).map((found) => [found.subject, found]),
  );
}

describe("doctor", () => {
  it("finds no problem with a valid token, and does not show it", async () => {
    await using made = await place({
      quotas: [{ requests: 1_000, perMs: 60_000, steps: ["accounts"] }],
    });
    const { exit, stdout, stderr } = await made.call(["doctor"]);
    expect({ exit, stderr }, stdout).toEqual({ exit: 0, stderr: "" });
    expect(stdout.split("\n").map((line) => line.trim())).toEqual([
      "ok        token          an access token, from the environment",
      "ok        access         Pinterest accepts the token",
      "ok        scopes         ads:read, which is required to list accounts; an access token does not show its other scopes",
      "unknown   refresh token  no refresh token is set, and an access token expires 30 days after it is issued",
      "fix: Get a new token with `pinterest-reports login --tokens FILE`, which stores one that is refreshed automatically.",
      "ok        accounts       3 ad accounts; roles: OWNER in 3",
      "ok        rate limits    1000 calls per minute; 999 left now (for calls that list accounts; reports have their own limit)",
      "unknown   clock          the response has no Date header",
      "",
    ]);
    expect(stdout).not.toContain(made.server.accessToken);
  });

  const dayOf = (days: number): string => inDays(days).slice(0, 10);
  it.each([
    [inDays(100), 0, "ok", "it expires in 100 days", null],
    [
      inDays(5),
      0,
      "warning",
      `it expires on ${dayOf(5)}, in 5 days`,
      "To get a new one, run `pinterest-reports login`.",
    ],
    [
      inDays(-2),
      1,
      "broken",
      `it expired on ${dayOf(-2)}`,
      "To get a new one, run `pinterest-reports login`.",
    ],
  ])(
    "says how long the refresh token remains valid: %s",
    async (expires, code, state, message, fix) => {
      await using made = await place({ app: APP });
      // An access token is not refreshed, so the date in the environment remains valid.
      const env = {
        ...REFRESH,
        PINTEREST_ACCESS_TOKEN: made.server.accessToken,
        PINTEREST_REFRESH_TOKEN_EXPIRES_AT: expires,
      };
      const { exit, stdout, stderr } = await made.call(["doctor", "--format", "json"], { env });
      expect({ exit, stderr }).toEqual({ exit: code, stderr: "" });
      expect(findingsIn(stdout)["refresh token"]).toEqual({
        state,
        subject: "refresh token",
        message,
        fix,
      });
    },
  );

  it("counts the refresh token's remaining days by the command's clock, and quotes the token file's name", async () => {
    await using made = await place({ app: APP });
    const clock = createFakeClock();
    const expires = new Date(clock.date() + 3 * 86_400_000).toISOString();
    await writeFile(
      join(made.folder, "my tokens.env"),
      `PINTEREST_ACCESS_TOKEN=${made.server.accessToken}\nPINTEREST_REFRESH_TOKEN=${APP.refreshToken}\nPINTEREST_REFRESH_TOKEN_EXPIRES_AT=${expires}\n`,
      { mode: 0o600 },
    );
    const env = { ...REFRESH, PINTEREST_REFRESH_TOKEN: "" };
    const message = `expires on ${expires.slice(0, 10)}, in 3 days`;
    const fix = `get a new one, run \`${shellCommand(["pinterest-reports", "login", "--tokens", "my tokens.env"])}\``;
    const { stdout } = await made.call(
      ["doctor", "--tokens", "my tokens.env", "--format", "json"],
      { env, clock },
    );
    expect(findingsIn(stdout)["refresh token"]).toMatchObject({
      state: "warning",
      message: `it ${message}`,
      fix: `To ${fix}.`,
    });
    const { stderr } = await made.call(["accounts", "--tokens", "my tokens.env"], { env, clock });
    expect(stderr).toBe(`warning   the refresh token ${message}; to ${fix}\n`);
  });

  it("requests an access token with a token file, and shows neither token nor secret", async () => {
    await using made = await place({ app: APP });
    await writeFile(
      join(made.folder, "tokens.env"),
      `PINTEREST_REFRESH_TOKEN=${APP.refreshToken}\n`,
      { mode: 0o600 },
    );
    const env = { ...REFRESH, PINTEREST_REFRESH_TOKEN: "" };
    const { exit, stdout } = await made.call(["doctor", "--tokens", "tokens.env"], { env });
    expect(exit, stdout).toBe(0);
    expect(stdout).toContain("a refresh token, from tokens.env");
    expect(stdout).toMatch(/^ok {8}refresh token {2}it expires in \d+ days$/m);
    for (const secret of [APP.refreshToken, APP.clientSecret]) expect(stdout).not.toContain(secret);
  });

  it.each<[string, string | undefined, number, string, string, string | null]>([
    [
      "those it names",
      "ads:read user_accounts:read,pins:read",
      200,
      "ok",
      "ads:read, user_accounts:read, pins:read",
      null,
    ],
    [
      "none",
      undefined,
      200,
      "ok",
      "ads:read, which is required to list accounts; an access token does not show its other scopes",
      null,
    ],
    ["others", "pins:read", 200, "warning", "pins:read; ads:read is missing", "ads:read"],
    [
      "others, and lists nothing",
      "pins:read",
      403,
      "broken",
      "its scopes are pins:read, and ads:read is missing",
      "ads:read",
    ],
    ["all, and lists nothing", "ads:read", 403, "broken", "its scopes are ads:read", "ads:read"],
  ])("prints the scopes from a refresh: %s", async (_, scope, status, state, message, fix) => {
    await using made = await place({ app: APP });
    const body = { ...NEW_TOKENS, access_token: made.server.accessToken, scope };
    const before = () =>
      status === 200 ? undefined : { status, body: { code: 29, message: "not permitted" } };
    await using front = await gate(made.server, { tokens: () => ({ status: 200, body }), before });
    front.valid.add(body.access_token);
    const env = { ...REFRESH, PINTEREST_API_BASE_URL: front.url };
    const { exit, stdout } = await made.call(["doctor", "--format", "json"], { env });
    expect(exit, stdout).toBe(state === "broken" ? 1 : 0);
    expect(findingsIn(stdout).scopes).toEqual({
      ...{ state, subject: "scopes" },
      message: status === 200 ? message : expect.stringMatching(new RegExp(`${message}$`)),
      fix: fix === null ? null : expect.stringContaining(fix),
    });
  });

  it("exits with 1 rather than 4 if something else is broken besides a rate limit", async () => {
    await using made = await place({ app: APP });
    await using front = await gate(made.server, {
      before: () => ({ status: 429, headers: { "retry-after": "86400" }, body: { code: 8 } }),
    });
    const env = {
      ...{ ...REFRESH, PINTEREST_ACCESS_TOKEN: "another-token" },
      PINTEREST_API_BASE_URL: front.url,
    };
    const limited = await made.call(["doctor", "--format", "json"], { env });
    expect(limited.exit, limited.stdout).toBe(4);
    const old = { PINTEREST_REFRESH_TOKEN_EXPIRES_AT: inDays(-1) };
    const { exit, stdout } = await made.call(["doctor", "--format", "json"], {
      env: { ...env, ...old },
    });
    expect(exit, stdout).toBe(1);
    expect(findingsIn(stdout)).toMatchObject({
      access: { state: "unknown" },
      "refresh token": { state: "broken" },
    });
  });

  it.each<
    [string, Parameters<typeof place>[0], Readonly<Record<string, string>>, string, string, number?]
  >([
    ["no token", {}, { PINTEREST_ACCESS_TOKEN: "" }, "token", "PINTEREST_ACCESS_TOKEN is not set"],
    [
      "a wrong token",
      {},
      { PINTEREST_ACCESS_TOKEN: "another-token" },
      "access",
      "Pinterest rejects the credentials",
    ],
    [
      "a wrong refresh token",
      {},
      { ...REFRESH, PINTEREST_APP_SECRET: "other" },
      "access",
      "Pinterest rejects the credentials",
    ],
    ["no account", { accounts: 0 }, {}, "accounts", "the token's user has no ad accounts"],
    ["a wrong address", {}, { PINTEREST_API_BASE_URL: "garbage" }, "configuration", "baseUrl"],
    [
      "no server",
      {},
      { PINTEREST_API_BASE_URL: "http://127.0.0.1:1/v5" },
      "network",
      "received no response",
      4,
    ],
  ])(
    "reports %s as broken, and says how to fix it",
    async (_, options, env, subject, message, code = 1) => {
      await using made = await place({ app: APP, ...options });
      const { exit, stdout, stderr } = await made.call(["doctor", "--format", "json"], {
        env,
        clock: createFakeClock(),
      });
      expect({ exit, stderr }, stdout).toEqual({ exit: code, stderr: "" });
      expect(findingsIn(stdout)[subject]).toEqual({
        state: "broken",
        subject,
        message: expect.stringContaining(message),
        fix: expect.any(String),
      });
      const subjects = (JSON.parse(stdout) as readonly Finding[]).map((found) => found.subject);
      expect(subjects).toEqual([...new Set(subjects)]);
      expect(stdout).not.toContain("another-token");
    },
  );

  it("detects a missing scope, roles that cannot create reports, an exhausted limit and a clock that is off", async () => {
    let refused = true;
    const items = [
      { id: "1", permissions: ["FINANCE_MANAGER"] },
      { id: "2", permissions: ["ANALYST", "FINANCE_VIEW"] },
    ];
    const server = createServer((_, response) => {
      const headers = {
        ...{
          "content-type": "application/json",
          date: new Date(Date.now() - (refused ? 0 : 600_000)).toUTCString(),
        },
        ...{
          "x-ratelimit-limit": "100, 100;w=86400",
          "x-ratelimit-remaining": "0",
          "x-ratelimit-reset": "70",
        },
      };
      const body = refused
        ? { code: 29, message: "You are not permitted to access that resource." }
        : { items, bookmark: null };
      response.writeHead(refused ? 403 : 200, headers).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const env = {
      PINTEREST_ACCESS_TOKEN: "the-token",
      PINTEREST_API_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v5`,
    };
    const first = await command(["doctor", "--format", "json"], { env });
    refused = false;
    const second = await command(["doctor", "--format", "json"], { env });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(first.exit).toBe(1);
    expect(findingsIn(first.stdout).scopes).toMatchObject({
      state: "broken",
      fix: expect.stringContaining("ads:read"),
    });
    expect(findingsIn(first.stdout).clock).toMatchObject({ state: "ok" });
    expect(second.exit, second.stdout).toBe(0);
    const { accounts, "rate limits": limits, clock } = findingsIn(second.stdout);
    expect(accounts).toMatchObject({
      state: "warning",
      fix: expect.stringContaining("the owners of 1 for the Analyst role"),
    });
    expect(limits).toMatchObject({
      state: "warning",
      message: expect.stringContaining("100 calls per day; 0 left"),
      fix: expect.stringContaining("70 s"),
    });
    expect(clock).toMatchObject({
      state: "warning",
      message: expect.stringMatching(
        /^this machine's clock is 6\d\d seconds ahead of the server's$/,
      ),
    });
  });

  it("suggests contacting support only if there is a request id", async () => {
    const server = createServer((_, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("<p>Welcome</p>"),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const env = {
      PINTEREST_ACCESS_TOKEN: "the-token",
      PINTEREST_API_BASE_URL: `http://127.0.0.1:${port}/v5`,
    };
    const { exit, stdout } = await command(["doctor", "--format", "json"], { env });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(exit).toBe(1);
    expect(findingsIn(stdout).access?.fix).toBe(
      "Try again later. If it fails again, check that PINTEREST_API_BASE_URL points to Pinterest's API and that no proxy is answering in its place.",
    );
  });

  it("exits with 1 if new tokens cannot be stored", async () => {
    await using made = await place({ app: APP });
    const tokens = join(made.folder, "there", "tokens.env");
    await mkdir(dirname(tokens));
    await writeFile(tokens, `PINTEREST_REFRESH_TOKEN=${APP.refreshToken}\n`, { mode: 0o600 });
    await using front = await gate(made.server, {
      tokens: async () => {
        // After the file has been checked, but before its new content is written.
        await rm(dirname(tokens), { recursive: true });
        return { status: 200, body: NEW_TOKENS };
      },
    });
    const env = { ...REFRESH, PINTEREST_REFRESH_TOKEN: "", PINTEREST_API_BASE_URL: front.url };
    const { exit, stdout } = await made.call(["doctor", "--tokens", tokens, "--format", "json"], {
      env,
    });
    expect(exit, stdout).toBe(1);
    expect(
      (JSON.parse(stdout) as readonly Finding[]).filter(({ state }) => state === "broken"),
    ).toEqual([
      {
        ...{ state: "broken", subject: "token" },
        message: expect.stringContaining("the new tokens cannot be stored: "),
        fix: expect.stringContaining("--tokens"),
      },
    ]);
    for (const secret of [NEW_TOKENS.access_token, NEW_TOKENS.refresh_token, APP.clientSecret])
      expect(stdout).not.toContain(secret);
  });

  it("rejects other formats", async () => {
    expect(await command(["doctor", "--format", "xml"])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("unknown format: "),
    });
  });
});
