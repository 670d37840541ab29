import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { type ClientOptions, createClient } from "../../../generated/index.js";
import {
  createFakeClock,
  createFakeServer,
  type FakeServerOptions,
} from "../../../generated/testing.js";
import type { CallSettings } from "../../../runtime/http/config.js";
import { runs } from "../../support/effort.js";
import { account } from "../../support/flow.js";
import { printed } from "../../support/printed.js";

const always = Number.POSITIVE_INFINITY;
const day = "2026-03-09";
const body = {
  start_date: day,
  end_date: day,
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID"],
} as const;

async function scene(options: FakeServerOptions = {}, settings: CallSettings = {}) {
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
  const server = await createFakeServer({ polls: 0, ...options, clock });
  const client = createClient({
    accessToken: server.accessToken,
    baseUrl: server.url,
    clock,
    ...settings,
  });
  return { server, client, [Symbol.asyncDispose]: () => server.close() };
}

type OptionName = ClientOptions extends infer Options
  ? Options extends unknown
    ? keyof Options
    : never
  : never;
const CREDENTIALS = [
  "refreshToken",
  "clientId",
  "clientSecret",
  "continuousRefresh",
  "onTokens",
  "tokens",
];

const outage = {
  faults: [{ name: "html-error", on: "accounts", value: 503, times: always }],
} as const;

describe("maxRetries", () => {
  it.each([
    [undefined, 6],
    [0, 1],
    [2, 3],
    [8, 9],
  ])("if set to %s, sends a failing call %d times", async (maxRetries, sent) => {
    await using at = await scene(outage, maxRetries === undefined ? {} : { maxRetries });
    await expect(at.client.adAccounts()).rejects.toMatchObject({ code: "api", status: 503 });
    expect(at.server.requests).toHaveLength(sent);
  });

  it("if set to 0, does not end the wait for a report, because polls are not retries", async () => {
    await using at = await scene(
      { polls: 2, faults: [{ name: "html-error", on: "poll", value: 503, times: 2 }] },
      { maxRetries: 0 },
    );
    const report = await at.client.report.run(account, body);
    expect((await report.toArray()).length).toBeGreaterThan(0);
    expect(at.server.pending).toEqual([]);
  });

  it("if set to 0, makes a download fail when its host refuses it temporarily", async () => {
    const faults = [{ name: "slow-down" }] as const;
    await using patient = await scene({ faults });
    await using hasty = await scene({ faults }, { maxRetries: 0 });
    expect(
      (await (await patient.client.report.run(account, body)).toArray()).length,
    ).toBeGreaterThan(0);
    const report = await hasty.client.report.run(account, body);
    await expect(report.toArray()).rejects.toMatchObject({ code: "download" });
    expect(hasty.server.requests.filter(({ step }) => step === "file")).toHaveLength(1);
  });

  it.each([-1, 1.5, Number.NaN, "2"])(
    "is rejected with a RangeError if set to %s",
    async (maxRetries) => {
      await using at = await scene();
      const wrong = { maxRetries } as CallSettings;
      expect(() => createClient({ accessToken: "t", ...wrong })).toThrow(RangeError);
      expect(() => at.client.withOptions(wrong)).toThrow(RangeError);
      await expect(at.client.adAccounts({}, wrong)).rejects.toThrow(RangeError);
      expect(at.server.requests).toEqual([]);
    },
  );
});

describe("the headers option", () => {
  it("is used for API calls but not for downloads", async () => {
    await using at = await scene({}, { headers: { "X-Team": "reports" } });
    await (await at.client.report.run(account, body)).toArray();
    const sent = at.server.requests.map(({ step, headers }) => [step, headers["x-team"]]);
    expect(sent).toEqual([
      ...sent.slice(0, -1).map(([step]) => [step, "reports"]),
      ["file", undefined],
    ]);
    expect(sent[0]?.[0]).toBe("create");
  });

  it("hides a value whose header name suggests a secret", async () => {
    const secret = "GATEWAY-CANARY-0123456789";
    const echo = { code: 1, message: `not for ${secret}` };
    const settings = {
      headers: { "x-gateway-key": secret },
      fetch: async () => Response.json(echo, { status: 403 }),
    };
    await using at = await scene({}, settings);
    const error = await at.client.adAccounts().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ apiMessage: "not for [secret]" });
    expect(printed([error, at.client])).not.toContain(secret);
  });

  it.each<[object, string]>([
    [{ Authorization: "Bearer x" }, "authorization is set by the client"],
    [{ "content-type": "text/plain" }, "content-type is set by the client"],
    [{ "x-a": "line\nbreak" }, "x-a must be one line of printable ASCII text"],
    [{ "x-a": 5 }, "x-a must be one line of printable ASCII text"],
    [{ "x a": "b" }, "is not a valid header name"],
    [[], "must be an object"],
  ])("of %j is rejected with a TypeError", async (headers, message) => {
    await using at = await scene();
    const wrong = { headers } as CallSettings;
    const expected = expect.objectContaining({
      name: "TypeError",
      message: expect.stringContaining(message),
    });
    expect(() => createClient({ accessToken: "t", ...wrong })).toThrow(expected);
    await expect(at.client.adAccounts({}, wrong)).rejects.toEqual(expected);
    expect(at.server.requests).toEqual([]);
  });
});

describe("an unknown option", () => {
  it.each(["accessToken", "maxRetrys", "baseUrl", "constructor"])(
    "is rejected by withOptions and by calls: %s",
    async (name) => {
      await using at = await scene();
      const options = { [name]: "x" } as never;
      const all =
        "; the options are deadlineMs, fetchOptions, headers, maxRetries, onEvent, timeoutMs, userAgent, validate";
      const message = `${name} is not an option here${name === "maxRetrys" ? "; did you mean maxRetries?" : all}`;
      expect(() => at.client.withOptions(options)).toThrow(new TypeError(message));
      await expect(at.client.adAccounts({}, options)).rejects.toThrow(new TypeError(message));
      expect(at.server.requests).toEqual([]);
    },
  );

  it.each([
    ["loglevel", "; did you mean logLevel?"],
    ["maxRetry", "; the options are accessToken, refreshToken, "],
    ["trace", "; did you mean tracer?"],
    ["maxRetrys", "; did you mean maxRetries?"],
  ])("is rejected by createClient: %s", (name, suggestion) => {
    const options = { accessToken: "a", [name]: "debug" } as never;
    expect(() => createClient(options)).toThrow(TypeError);
    expect(() => createClient(options)).toThrow(`${name} is not an option here${suggestion}`);
  });

  it("is rejected before a token, which may belong to another account, is read from the environment", () => {
    vi.stubEnv("PINTEREST_ACCESS_TOKEN", "theirs");
    try {
      expect(() => createClient({ acessToken: "mine" } as never)).toThrow(
        "acessToken is not an option here; did you mean accessToken?",
      );
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it("is never one of the options that createClient documents", () => {
    // The type requires every option, so a new one must be added here.
    const options: Required<Record<OptionName, undefined>> = {
      ...{
        accessToken: undefined,
        refreshToken: undefined,
        clientId: undefined,
        clientSecret: undefined,
        continuousRefresh: undefined,
      },
      ...{
        onTokens: undefined,
        tokens: undefined,
        baseUrl: undefined,
        fetch: undefined,
        fetchOptions: undefined,
        validate: undefined,
        onEvent: undefined,
      },
      ...{
        deadlineMs: undefined,
        timeoutMs: undefined,
        rateLimits: undefined,
        tracer: undefined,
        meter: undefined,
        downloadHosts: undefined,
      },
      ...{
        clock: undefined,
        userAgent: undefined,
        maxRetries: undefined,
        headers: undefined,
        logger: undefined,
        logLevel: undefined,
      },
      shared: undefined,
    };
    for (const name of Object.keys(options).filter(
      (name) => name !== "accessToken" && !CREDENTIALS.includes(name),
    ))
      expect(
        () => createClient({ accessToken: "a", [name]: undefined } as never),
        name,
      ).not.toThrow();
    for (const name of CREDENTIALS)
      expect(() => createClient({ accessToken: "a", [name]: "x" } as never), name).not.toThrow(
        /not an option/,
      );
  });
});

describe("withOptions", () => {
  it("shares the token and the rate limits without changing the client", async () => {
    let tokens = 0;
    const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
    await using server = await createFakeServer({ clock });
    const accessToken = () => {
      tokens++;
      return server.accessToken;
    };
    const rateLimits = { "*": { requests: 2, perMs: 60_000 } };
    const client = createClient({ accessToken, baseUrl: server.url, clock, rateLimits });
    const other = client
      .withOptions({ headers: { "x-a": "1" } })
      .withOptions({ headers: { "x-b": "2" } });
    for (const caller of [client, other, client]) await caller.adAccounts();
    expect(server.requests.map(({ headers }) => [headers["x-a"], headers["x-b"]])).toEqual([
      [undefined, undefined],
      ["1", "2"],
      [undefined, undefined],
    ]);
    expect(tokens).toBe(3);
    expect(clock.slept.some((ms) => ms > 30_000)).toBe(true);
  });

  it("adds a listener to the client's own", async () => {
    await using at = await scene();
    const heard: string[] = [];
    const client = at.client.withOptions({ onEvent: ({ type }) => heard.push(`first ${type}`) });
    await client.withOptions({ onEvent: ({ type }) => heard.push(`second ${type}`) }).adAccounts();
    expect(heard).toEqual(["first request", "second request", "first response", "second response"]);
  });

  it("if called twice, combines the settings, and the later ones take precedence, as in a call", async () => {
    const settings = fc.record(
      {
        maxRetries: fc.integer({ min: 0, max: 7 }),
        headers: fc.dictionary(
          fc.constantFrom("x-a", "x-b", "x-c"),
          fc.constantFrom("1", "2", "3"),
        ),
        userAgent: fc.constantFrom("mine/1", "mine/2"),
      },
      { requiredKeys: [] },
    );
    const seen = async (
      call: (client: Awaited<ReturnType<typeof scene>>["client"]) => Promise<unknown>,
    ) => {
      await using at = await scene(outage);
      await call(at.client).catch(() => {});
      return at.server.requests.map(({ headers }) =>
        ["x-a", "x-b", "x-c", "user-agent"].map((name) => headers[name]),
      );
    };
    await fc.assert(
      fc.asyncProperty(settings, settings, async (first, second) => {
        const both = { ...first, ...second, headers: { ...first.headers, ...second.headers } };
        const once = await seen((client) => client.withOptions(both).adAccounts());
        expect(once).toHaveLength(1 + (both.maxRetries ?? 5));
        expect(
          await seen((client) => client.withOptions(first).withOptions(second).adAccounts()),
        ).toEqual(once);
        expect(await seen((client) => client.withOptions(first).adAccounts({}, second))).toEqual(
          once,
        );
      }),
      { numRuns: runs(25) },
    );
  });
});

describe("the options of one call", () => {
  it("limit the call's duration, and add a listener for that call's events only", async () => {
    await using at = await scene({ faults: [{ name: "silence", on: "accounts" }] });
    const heard: string[] = [];
    const call = at.client.adAccounts(
      {},
      { timeoutMs: 50, maxRetries: 0, onEvent: ({ type }) => heard.push(type) },
    );
    await expect(call).rejects.toMatchObject({ code: "connection" });
    await at.client.adAccounts();
    expect(heard).toEqual(["request"]);
  });

  it("apply to all pages", async () => {
    await using at = await scene({ accounts: 3 });
    const ids = await at.client.adAccounts
      .each({ page_size: 1 }, { headers: { "x-page": "yes" } })
      .toArray();
    expect(ids).toHaveLength(3);
    expect(at.server.requests.map(({ headers }) => headers["x-page"])).toEqual([
      "yes",
      "yes",
      "yes",
    ]);
  });
});
