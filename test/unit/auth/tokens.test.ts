import { describe, expect, it } from "vitest";
import { ApiError, AuthError, ConnectionError } from "../../../runtime/errors.js";
import type { ClientEvent } from "../../../runtime/types.js";
import { account, bodyFor, createClient, setting } from "../../support/flow.js";
import { refusal } from "../../support/gate.js";
import { CREDENTIALS, NETWORK } from "../../support/hints.js";
import { scene, until } from "./grants.js";

const HOUR_MS = 3_600_000;
const page = {
  status: 400,
  body: "<html>gateway</html>",
  headers: { "content-type": "text/html" },
};
const grantRefused = { status: 400, body: { error: "invalid_grant" } };
const tokensFor = (number: number, seconds: unknown) => ({
  status: 200,
  body: {
    access_token: `access-${number}`,
    expires_in: seconds,
    refresh_token: `refresh-${number}`,
  },
});

/** The results of one call for each of this many accounts, one after another. */
async function inTurn(
  client: { readonly report: { create(id: string, body: never): Promise<unknown> } },
  body: unknown,
  count: number,
) {
  const came: unknown[] = [];
  for (let id = 1; id <= count; id++) {
    const one = client.report.create(String(id), body as never);
    came.push(
      await one.then(
        () => "ok",
        (error: unknown) => error,
      ),
    );
  }
  return came;
}

describe("a failed refresh", () => {
  it("gives each call a separate error with its own handle", async () => {
    await using one = await scene(
      {},
      { tokens: (_, number) => (number === 1 ? undefined : grantRefused) },
      { polls: 9 },
    );
    const body = bodyFor(one.back.server);
    const handles = await Promise.all(
      ["111", "222", "333"].map((id) => one.client.report.create(id, body)),
    );
    await one.back.server.clock.advance(60_000);
    one.gate.valid.clear();
    const errors = await Promise.all(
      handles.map((handle) => one.client.report.resume(handle).catch((error) => error)),
    );
    expect(errors.map(({ handle }) => handle)).toEqual(handles);
    for (const error of errors) expect(error).toBeInstanceOf(AuthError);
    for (const error of errors) expect(error.stack).toContain(error.message);
    // This includes calls that share a poll.
    const [first, second] = await Promise.all(
      [1, 2].map(() => one.client.report.resume(handles[0] as never).catch((error) => error)),
    );
    expect([first.handle, second.handle, first === second]).toEqual([
      handles[0],
      handles[0],
      false,
    ]);
    const later = await one.client.report.create("999", body).catch((error) => error);
    expect([later.code, later.handle]).toEqual([errors[0].code, undefined]);
  });

  it("is retried if the response is a proxy's HTML page", async () => {
    await using one = await scene({}, { tokens: (_, number) => (number === 1 ? page : undefined) });
    await one.client.report.create(account, bodyFor(one.back.server));
    expect(one.gate.tokenRequests).toHaveLength(2);
  });

  it("is an ApiError if every attempt returns the page, and the next call retries it", async () => {
    await using one = await scene({}, { tokens: (_, number) => (number <= 6 ? page : undefined) });
    const [error, then] = await inTurn(one.client, bodyFor(one.back.server), 2);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: "api", status: 400, body: page.body });
    expect([then, one.gate.tokenRequests.length]).toEqual(["ok", 7]);
  });

  it("is remembered for only 30 seconds unless the grant is invalid", async () => {
    await using one = await scene(
      {},
      {
        tokens: (_, number) =>
          number === 1 ? refusal(401, 2, "Authentication failed.") : undefined,
      },
    );
    for (const error of await inTurn(one.client, bodyFor(one.back.server), 3))
      expect(error).toBeInstanceOf(AuthError);
    expect(one.gate.tokenRequests).toHaveLength(1);
    await one.back.server.clock.advance(31_000);
    expect(await inTurn(one.client, bodyFor(one.back.server), 1)).toEqual(["ok"]);
  });

  it("is permanent if the grant is invalid, even if Pinterest reports that in its own format", async () => {
    await using one = await scene(
      {},
      { tokens: () => refusal(401, 283, "The authorization grant is invalid") },
    );
    await inTurn(one.client, bodyFor(one.back.server), 2);
    await one.back.server.clock.advance(HOUR_MS);
    for (const error of await inTurn(one.client, bodyFor(one.back.server), 2))
      expect(error).toBeInstanceOf(AuthError);
    expect(one.gate.tokenRequests).toHaveLength(1);
  });

  it("is retried if Pinterest reports a server error with status 400", async () => {
    const trouble = refusal(400, 12, "Something went wrong on our end.");
    await using one = await scene(
      {},
      { tokens: (_, number) => (number === 1 ? trouble : undefined) },
    );
    expect(await inTurn(one.client, bodyFor(one.back.server), 1)).toEqual(["ok"]);
  });

  it("is reported by an event before the old token expires, but not by every call", async () => {
    const events: ClientEvent[] = [];
    const onEvent = (event: ClientEvent) => events.push(event);
    const tokens = (_: unknown, number: number) =>
      number === 1 ? tokensFor(1, 400) : refusal(401, 2, "Authentication failed.");
    await using one = await scene({ onEvent }, { tokens });
    one.gate.valid.add("access-1");
    await one.client.report.create(account, bodyFor(one.back.server));
    await one.back.server.clock.advance(250_000);
    expect(await inTurn(one.client, bodyFor(one.back.server), 5)).toEqual([
      "ok",
      "ok",
      "ok",
      "ok",
      "ok",
    ]);
    await until(() => events.some(({ type }) => type === "refresh-failed"));
    expect(await inTurn(one.client, bodyFor(one.back.server), 5)).toEqual([
      "ok",
      "ok",
      "ok",
      "ok",
      "ok",
    ]);
    expect(one.gate.tokenRequests).toHaveLength(2);
    expect(events.filter(({ type }) => type === "refresh-failed")).toEqual([
      {
        type: "refresh-failed",
        message: `POST /oauth/token returned 401: Authentication failed. (code 2)${CREDENTIALS}`,
      },
    ]);
  });
});

describe("new tokens", () => {
  it("are stored again before the next call if storing them failed, and no further tokens are requested", async () => {
    const told: (string | null)[] = [];
    const onTokens = ({ refreshToken }: { readonly refreshToken: string | null }) => {
      told.push(refreshToken);
      if (told.length <= 2) throw new Error("disk full");
    };
    await using one = await scene({ onTokens });
    const [first, second, third] = await inTurn(one.client, bodyFor(one.back.server), 3);
    expect([first, second, third]).toMatchObject([
      { message: "disk full" },
      { message: "disk full" },
      "ok",
    ]);
    expect(told).toEqual(["refresh-1-CANARY", "refresh-1-CANARY", "refresh-1-CANARY"]);
    expect(one.gate.tokenRequests).toHaveLength(1);
    expect(one.back.server.requests).toHaveLength(1);
  });

  it("are reported by an event if storing fails while no call waits, and fail the next call if storing fails again", async () => {
    const told: (string | null)[] = [];
    const events: ClientEvent[] = [];
    const onTokens = ({ refreshToken }: { readonly refreshToken: string | null }) => {
      told.push(refreshToken);
      if (told.length === 2 || told.length === 3) throw new Error("disk full of CANARY");
    };
    const tokens = (_: unknown, number: number) => tokensFor(number, number === 1 ? 400 : 100_000);
    await using one = await scene({ onTokens, onEvent: (event) => events.push(event) }, { tokens });
    one.gate.valid.add("access-1").add("access-2");
    await one.client.report.create(account, bodyFor(one.back.server));
    await one.back.server.clock.advance(250_000);
    expect(await inTurn(one.client, bodyFor(one.back.server), 1)).toEqual(["ok"]);
    await until(() => events.some(({ type }) => type === "refresh-failed"));
    expect(events.filter(({ type }) => type === "refresh-failed")).toEqual([
      { type: "refresh-failed", message: "onTokens failed" },
    ]);
    const [failed, then] = await inTurn(one.client, bodyFor(one.back.server), 2);
    expect([failed, then]).toMatchObject([{ message: "disk full of CANARY" }, "ok"]);
    expect(told).toEqual(["refresh-1", "refresh-2", "refresh-2", "refresh-2"]);
    expect(one.gate.tokenRequests.map(({ form }) => form.refresh_token)).toEqual([
      "refresh-0-CANARY",
      "refresh-1",
    ]);
  });

  it("end the call on time if the callback that stores them never resolves, with an error that names the callback", async () => {
    await using one = await scene({ timeoutMs: 1_500, onTokens: () => new Promise(() => {}) });
    const [error] = await inTurn(one.client, bodyFor(one.back.server), 1);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({
      sent: false,
      message: `timeout: onTokens did not finish${NETWORK}`,
    });
  });

  it.each([5, "5"])(
    "are not requested by every call if their lifetime is %j seconds",
    async (seconds) => {
      await using one = await scene({}, { tokens: (_, number) => tokensFor(number, seconds) });
      one.gate.valid.add("access-1");
      expect(await inTurn(one.client, bodyFor(one.back.server), 3)).toEqual(["ok", "ok", "ok"]);
      expect(one.gate.tokenRequests).toHaveLength(1);
      await one.back.server.clock.advance(4_000);
      one.gate.valid.add("access-2");
      await inTurn(one.client, bodyFor(one.back.server), 1);
      expect(one.gate.tokenRequests).toHaveLength(2);
    },
  );
});

describe("a late 401 response", () => {
  /** A `fetch` that delays the response to the first create request until `release` is called. */
  function slowFirst() {
    let [sent, release] = [0, () => {}];
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const fetch = async (url: string, init: object) => {
      const late = url.endsWith("/reports") && ++sent === 1;
      const response = await globalThis.fetch(url, init as RequestInit);
      if (late) await held;
      return response;
    };
    return { fetch, release };
  }

  it("requests no token if the rejected one has already been replaced", async () => {
    const { fetch, release } = slowFirst();
    await using one = await scene({ accessToken: "old", fetch });
    const late = one.client.report.create("1", bodyFor(one.back.server));
    await until(() => one.gate.answered.length === 1);
    await one.client.report.create("2", bodyFor(one.back.server));
    // By now the new token is old enough for a rejection to apply to it.
    await one.back.server.clock.advance(HOUR_MS);
    release();
    await late;
    expect(one.gate.tokenRequests).toHaveLength(1);
  });

  it("causes the AuthError that other calls get if all access has been lost in the meantime", async () => {
    const { fetch, release } = slowFirst();
    await using one = await scene({ accessToken: "old", fetch }, { tokens: () => grantRefused });
    const late = one.client.report.create("1", bodyFor(one.back.server));
    late.catch(() => {});
    await until(() => one.gate.answered.length === 1);
    const [lost] = await inTurn(one.client, bodyFor(one.back.server), 1);
    release();
    await expect(late).rejects.toBeInstanceOf(AuthError);
    await expect(late).rejects.toMatchObject({ message: (lost as Error).message });
    expect(one.gate.tokenRequests).toHaveLength(1);
  });
});

describe("a token function", () => {
  it("is called once for all rejected calls, which then use its new token", async () => {
    await using one = await scene();
    one.gate.valid.add("good");
    const asked: boolean[] = [];
    const accessToken = async ({ refused }: { readonly refused: boolean }) => {
      asked.push(refused);
      return refused ? "good" : "old";
    };
    const client = createClient({
      accessToken,
      baseUrl: one.gate.url,
      clock: one.back.server.clock,
    });
    const ids = Array.from({ length: 50 }, (_, index) => String(1_000 + index));
    await Promise.all(ids.map((id) => client.report.create(id, bodyFor(one.back.server))));
    expect(asked.filter((refused) => refused)).toHaveLength(1);
    expect(asked).toHaveLength(51);
  });

  it("is called again if its new token is rejected later", async () => {
    await using one = await scene();
    let good = "good-1";
    const client = createClient({
      accessToken: ({ refused }) => (refused ? good : "old"),
      baseUrl: one.gate.url,
      clock: one.back.server.clock,
    });
    one.gate.valid.add(good);
    expect(await inTurn(client, bodyFor(one.back.server), 1)).toEqual(["ok"]);
    one.gate.valid.clear();
    good = "good-2";
    one.gate.valid.add(good);
    await one.back.server.clock.advance(31_000);
    expect(await inTurn(client, bodyFor(one.back.server), 1)).toEqual(["ok"]);
  });

  it("rejects the waiting calls if it throws, and is called again by the next call", async () => {
    await using one = await scene();
    let down = true;
    const accessToken = ({ refused }: { readonly refused: boolean }) => {
      if (refused && down) throw new Error("the vault is sealed");
      return refused ? "good" : "old";
    };
    one.gate.valid.add("good");
    const client = createClient({
      accessToken,
      baseUrl: one.gate.url,
      clock: one.back.server.clock,
    });
    expect(await inTurn(client, bodyFor(one.back.server), 1)).toMatchObject([
      { message: "the vault is sealed" },
    ]);
    down = false;
    expect(await inTurn(client, bodyFor(one.back.server), 1)).toEqual(["ok"]);
  });

  it("is subject to the time limit for an attempt", async () => {
    await using one = await setting();
    const client = createClient({
      accessToken: () => new Promise<string>(() => {}),
      baseUrl: one.server.url,
      timeoutMs: 50,
    });
    const [error] = await inTurn(client, bodyFor(one.server), 1);
    expect(error).toMatchObject({
      code: "connection",
      sent: false,
      message: `timeout: the accessToken function returned no token${NETWORK}`,
    });
  });
});

describe("an abort while waiting for another token", () => {
  it.each(["a function", "a refresh"])(
    "ends the wait immediately with the caller's reason: %s",
    async (source) => {
      const stop = new AbortController();
      const reason = new Error("enough");
      const never = () => {
        stop.abort(reason);
        return null;
      };
      await using one = await scene({ accessToken: "old" }, { tokens: never });
      const accessToken = ({ refused }: { readonly refused: boolean }) =>
        refused ? new Promise<string>(() => never()) : "old";
      const client =
        source === "a refresh"
          ? one.client
          : createClient({ accessToken, baseUrl: one.gate.url, clock: one.back.server.clock });
      const error = await client.report
        .create(account, bodyFor(one.back.server), { signal: stop.signal })
        .catch((thrown) => thrown);
      expect(error).toBe(reason);
      expect(one.gate.answered).toEqual([401]);
    },
  );
});
