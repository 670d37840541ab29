import { describe, expect, it } from "vitest";
import {
  ApiError,
  ConnectionError,
  CreateOutcomeUnknownError,
  InvalidArgumentError,
  InvalidBodyError,
} from "../../../runtime/errors.js";
import type { ReportHandle } from "../../../runtime/types.js";
import { account, bodyFor, CLOSED_PORT, createClient, setting } from "../../support/flow.js";
import { VIOLATIONS } from "../../support/hints.js";

const steps = (requests: readonly { readonly step: string }[]) => requests.map(({ step }) => step);

describe("create", () => {
  it("sends nothing that violates a rule", async () => {
    await using scene = await setting();
    const { client, server } = scene;
    const wrong = { ...bodyFor(server), end_date: "2020-01-01" };
    const error = await client.report.create(account, wrong).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(InvalidBodyError);
    expect(error.message).toBe(
      `report body breaks 1 rule: /end_date: must not be before start_date [date-order]${VIOLATIONS}`,
    );
    expect(error).toMatchObject({ code: "invalid_body", violations: [{ rule: "date-order" }] });
    expect(server.requests).toEqual([]);
  });

  it('sends an invalid body with validate: "warn", and reports the violations', async () => {
    await using scene = await setting();
    const { client, server, events } = scene;
    const wrong = { ...bodyFor(server), end_date: "2020-01-01" };
    await expect(client.report.create(account, wrong, { validate: "warn" })).rejects.toThrow(
      /returned 400: end_date must not be before/,
    );
    expect(events[0]).toMatchObject({ type: "violations", violations: [{ rule: "date-order" }] });
  });

  it("does not check the body with validate: false", async () => {
    await using scene = await setting({}, { validate: false });
    const { client, server, events } = scene;
    const wrong = { ...bodyFor(server), end_date: "2020-01-01" };
    await expect(client.report.create(account, wrong)).rejects.toBeInstanceOf(ApiError);
    expect(events.map(({ type }) => type)).toEqual(["request", "response"]);
  });

  it("sends a body with warnings only, and reports them", async () => {
    await using scene = await setting();
    const { client, server, events } = scene;
    const body = bodyFor(server);
    await client.report.create(account, { ...body, end_date: body.start_date });
    expect(events[0]).toMatchObject({
      type: "violations",
      violations: [{ rule: "one-day", severity: "warning" }],
    });
  });

  it.each<[string, (body: Record<string, unknown>) => object]>([
    [
      "its own toJSON",
      (body) =>
        Object.assign(Object.create({ toJSON: () => ({ ...body, end_date: "2020-01-01" }) }), body),
    ],
    [
      "a hidden toJSON",
      (body) =>
        Object.defineProperty({ ...body }, "toJSON", {
          value: () => ({ ...body, end_date: "2020-01-01" }),
        }),
    ],
    [
      "a getter that returns a different day each time",
      (body) => changing(body, (name, days) => (name === "end_date" ? days : null)),
    ],
    [
      "a proxy that returns a different day each time",
      (body) =>
        new Proxy(
          body,
          changes((name, days) => (name === "end_date" ? days : null)),
        ),
    ],
  ])("checks exactly the body that it sends, even for a body with %s", async (_, change) => {
    await using scene = await setting();
    const body: object = change({ ...bodyFor(scene.server) });
    const outcome = await scene.client.report
      .create(account, body as never)
      .catch((thrown) => thrown);
    const sent = scene.server.requests
      .filter(({ step }) => step === "create")
      .map((request) => JSON.parse(request.body));
    if (outcome instanceof InvalidBodyError) expect(sent).toEqual([]);
    else expect(sent.map(({ start_date, end_date }) => end_date >= start_date)).toEqual([true]);
  });

  it.each([
    ["a letter", "a"],
    ["5,000 letters", "a".repeat(5_000)],
    ["a million letters", "a".repeat(1_000_000)],
    ["half a surrogate pair", "\ud800"],
    ["a whole surrogate pair", "\ud83d\ude00"],
    ["dots", "../.."],
  ])("for a token of %s, returns a handle that poll accepts, or an error", async (_, token) => {
    const answer = JSON.stringify({ report_status: "IN_PROGRESS", token });
    await using scene = await setting({
      faults: [{ name: "wrong-shape", on: "create", value: answer }],
    });
    const made = await scene.client.report
      .create(account, bodyFor(scene.server))
      .catch((thrown: unknown) => thrown);
    if (made instanceof Error) return expect(made).toBeInstanceOf(CreateOutcomeUnknownError);
    // The server has no such report, but only the request matters here.
    await scene.client.report.poll(made as ReportHandle).catch(() => {});
    expect(scene.server.requests.at(-1)).toMatchObject({ step: "poll", query: { token } });
  });

  it.each(["..", "../x", "1/2", "%2e%2e", "1234567890123456789", "", "1 ", "1\n", "١"])(
    "rejects the account %j before any request",
    async (id) => {
      await using scene = await setting();
      const error = await scene.client.report
        .create(id, bodyFor(scene.server))
        .catch((thrown) => thrown);
      expect(error).toBeInstanceOf(InvalidArgumentError);
      expect(error.code).toBe("invalid_argument");
      expect(scene.server.requests).toEqual([]);
    },
  );

  it.each([
    { name: "rate-limit", value: 2 },
    { name: "query-cost", value: 2 },
    { name: "retry-after-in-words", value: 2 },
  ] as const)(
    "retries after $name, because it is certain that the request was not accepted",
    async (fault) => {
      await using scene = await setting({ faults: [{ ...fault, on: "create" }] });
      await scene.client.report.create(account, bodyFor(scene.server));
      expect(steps(scene.server.requests)).toEqual(["create", "create"]);
      expect(scene.server.clock.slept).toEqual([2_000]);
    },
  );

  it("retries a refused connection five times, and then reports that nothing was sent", async () => {
    await using scene = await setting();
    const { clock } = scene.server;
    const client = createClient({
      accessToken: "t",
      baseUrl: `http://127.0.0.1:${CLOSED_PORT}`,
      clock,
    });
    const error = await client.report
      .create(account, bodyFor(scene.server))
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: "connection", sent: false });
    expect(error.message).toMatch(
      /^POST \/ad_accounts\/549755885175\/reports received no response: .*ECONNREFUSED/,
    );
    expect(clock.slept).toHaveLength(5);
  });

  it.each([
    ["the connection is cut", "cut-connection", {}],
    ["no response comes", "silence", { timeoutMs: 1_000 }],
  ] as const)(
    "reports that a report may exist, and is not repeated, if %s after sending",
    async (_, name, options) => {
      await using scene = await setting({ faults: [{ name, on: "create" }] }, options);
      const error = await scene.client.report
        .create(account, bodyFor(scene.server))
        .catch((thrown) => thrown);
      expect(error).toBeInstanceOf(CreateOutcomeUnknownError);
      expect(error.code).toBe("create_outcome_unknown");
      expect(error.message).toMatch(/a report may exist/);
      expect(error.cause).toBeInstanceOf(ConnectionError);
      expect(steps(scene.server.requests)).toEqual(["create"]);
    },
  );

  it.each([
    { name: "html-error", value: 500 },
    { name: "html-error", value: 503 },
    { name: "html-response" },
    { name: "code-12" },
    { name: "wrong-shape", value: "{}" },
  ] as const)(
    "reports that a report may exist after $name $value, and is not repeated",
    async (fault) => {
      await using scene = await setting({ faults: [{ ...fault, on: "create" }] });
      const error = await scene.client.report
        .create(account, bodyFor(scene.server))
        .catch((thrown) => thrown);
      expect(error).toBeInstanceOf(CreateOutcomeUnknownError);
      expect(error.message).toMatch(/a report may exist/);
      expect(error.cause).toBeInstanceOf(ApiError);
      expect(steps(scene.server.requests)).toEqual(["create"]);
    },
  );

  it.each([
    { name: "empty-400" },
    { name: "token-refused" },
    { name: "html-error", value: 501 },
    { name: "refusal", value: 404 },
  ] as const)("fails after $name $value, and is not repeated", async (fault) => {
    await using scene = await setting({ faults: [{ ...fault, on: "create" }] });
    await expect(scene.client.report.create(account, bodyFor(scene.server))).rejects.toBeInstanceOf(
      ApiError,
    );
    expect(steps(scene.server.requests)).toEqual(["create"]);
  });

  it("sends the body as it was passed, and does not change it", async () => {
    await using scene = await setting({ faults: [{ name: "rate-limit", on: "create" }] });
    const body = { ...bodyFor(scene.server), ad_ids: ["1"] };
    const before = structuredClone(body);
    const created = scene.client.report.create(account, body);
    body.ad_ids.push("2");
    await created;
    expect(scene.server.requests.map((request) => JSON.parse(request.body))).toEqual([
      before,
      before,
    ]);
    await scene.client.report.create(account, Object.freeze(before));
  });

  it("rejects, without a retry, a port that fetch blocks", async () => {
    await using scene = await setting();
    const { accessToken, clock } = scene.server;
    const client = createClient({ accessToken, baseUrl: "http://127.0.0.1:6000/v5", clock });
    const error = await client.report
      .create(account, bodyFor(scene.server))
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ sent: false, message: expect.stringContaining("bad port") });
    expect(clock.slept).toEqual([]);
  });

  it("returns a handle of plain JSON", async () => {
    await using scene = await setting();
    const handle = await scene.client.report.create(account, bodyFor(scene.server));
    expect(JSON.parse(JSON.stringify(handle))).toEqual(handle);
    expect(handle).toMatchObject({
      version: 1,
      flow: "made-up",
      adAccountId: account,
      createdAt: "2026-03-10T12:00:00.000Z",
    });
  });
});

type Change = (name: string | symbol, day: string) => string | null;

/** Returns a valid day the first time, and an invalid one afterwards. */
function changes(change: Change): ProxyHandler<Record<string, unknown>> {
  let times = 0;
  return {
    get(target, name) {
      const value = Reflect.get(target, name);
      return change(name, "") === null ? value : times++ === 0 ? value : change(name, "2020-01-01");
    },
  };
}

function changing(body: Record<string, unknown>, change: Change): object {
  const { get } = changes(change);
  const names = Object.keys(body);
  const getters = names.map(
    (name) => [name, { enumerable: true, get: () => get?.(body, name, body) }] as const,
  );
  return Object.defineProperties({}, Object.fromEntries(getters));
}
