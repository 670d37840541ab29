import assert from "node:assert/strict";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createClient, InvalidBodyError } from "../../../generated/index.js";
import { planReport } from "../../../generated/planner.js";
import { createFakeClock, createFakeServer, type Fault } from "../../../generated/testing.js";
import { validateReport } from "../../../generated/validators.js";
import { ConnectionError, PollTimeoutError } from "../../../runtime/errors.js";

const account = "549755885175";
const body = {
  start_date: "2026-03-08",
  end_date: "2026-03-09",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
} as const;
const TODAY = "2026-03-10";
const misspelt = { ...body, columns: ["CAMPAIGN_ID", "CTRR"] };
const message = 'must be one of 626 values, not "CTRR"; did you mean CTR?';
const params = { count: 626, receivedType: "string", received: "CTRR", nearest: "CTR" };

/** Creates a client and its server, and returns what `run` throws because of the fault. */
async function failing(fault: Fault): Promise<unknown> {
  const clock = createFakeClock({ start: `${TODAY}T12:00:00Z` });
  await using server = await createFakeServer({ clock, faults: [fault] });
  const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, clock });
  return await client.report.run(account, body).catch((thrown: unknown) => thrown);
}

describe("inspect", () => {
  it("shows a violation's message, although a violation is a plain object", () => {
    const [violation] = validateReport(misspelt, { today: TODAY });
    const plain = { rule: "enum", severity: "error", path: "/columns/1", message, params };
    expect(inspect(violation)).toBe(inspect(plain));
    expect(violation).toStrictEqual(plain);
    expect(JSON.parse(JSON.stringify(violation))).toEqual(plain);
    expect(Reflect.ownKeys({ ...violation })).toEqual(Object.keys(plain));
    expect(structuredClone(violation)).toEqual(plain);
    assert.deepEqual(violation, plain);
    // Form libraries wrap objects in proxies like this.
    const { message: proxied, params: ofProxy } = new Proxy(
      violation as object,
      {},
    ) as typeof plain;
    expect([proxied, ofProxy]).toEqual([message, params]);
    expect(Object.defineProperties({}, Object.getOwnPropertyDescriptors(violation))).toMatchObject({
      message,
      params,
    });
  });

  it("shows no getters for plans, errors, clients, reports and the fake server", async () => {
    const clock = createFakeClock({ start: `${TODAY}T12:00:00Z` });
    await using server = await createFakeServer({ clock, polls: 0 });
    const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, clock });
    const report = await client.report.run(account, body);
    const status = await client.report.poll(report.handle);
    const values = [
      planReport(misspelt as never, { today: TODAY }),
      new InvalidBodyError(validateReport(misspelt)),
      client,
      report,
      status,
    ];
    for (const value of [...values, server, clock])
      expect(inspect(value, { depth: 9 })).not.toContain("Getter");
  });

  it("shows a report's handle without the token, and a report client's flow", async () => {
    const clock = createFakeClock({ start: `${TODAY}T12:00:00Z` });
    await using server = await createFakeServer({ clock, polls: 0 });
    const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, clock });
    const report = await client.report.run(account, body);
    const { token, ...handle } = report.handle;
    expect(inspect(report, { depth: 9 })).toBe(
      `FinishedReport ${inspect({ handle, size: report.size, requestId: report.requestId }, { depth: 9 })}`,
    );
    expect(JSON.parse(JSON.stringify(report))).toEqual({
      handle,
      size: report.size,
      requestId: "1234567890123456",
    });
    expect(inspect([report], { depth: 9 }) + JSON.stringify(report)).not.toContain(token);
    expect(inspect(client.report)).toBe("ReportClient { flow: 'report' }");
  });
});

describe("JSON.stringify", () => {
  it("returns an error's name, message, properties and causes, without the handle", async () => {
    const invalid = new InvalidBodyError(validateReport(misspelt, { today: TODAY }));
    expect(JSON.parse(JSON.stringify(invalid))).toEqual({
      name: "InvalidBodyError",
      message: invalid.message,
      code: "invalid_body",
      violations: [{ rule: "enum", severity: "error", path: "/columns/1", message, params }],
    });
    const api = JSON.parse(JSON.stringify(await failing({ name: "token-refused" })));
    expect(api).toMatchObject({
      name: "AuthError",
      message: expect.stringContaining("401"),
      code: "auth",
      status: 401,
    });
    const unknown = JSON.parse(
      JSON.stringify(await failing({ name: "cut-connection", on: "create" })),
    );
    expect(unknown).toMatchObject({
      name: "CreateOutcomeUnknownError",
      cause: { name: "ConnectionError", sent: true },
    });
    const failed = await failing({ name: "failed" });
    expect(JSON.parse(JSON.stringify(failed))).toEqual({
      name: "ReportFailedError",
      message: expect.any(String),
      code: "report_failed",
      status: "FAILED",
      apiMessage: "",
      requestId: "1234567890123456",
    });
  });

  it("returns at most five causes, even if they form a cycle", () => {
    const system = Object.assign(new Error("reset"), { code: "ECONNRESET" });
    const inner = new ConnectionError("no response", { sent: true, cause: system });
    const outer = new PollTimeoutError({
      status: null,
      unknownStatuses: [],
      attempts: 1,
      ms: 1,
      cause: inner,
    });
    expect(outer.toJSON()).toMatchObject({
      cause: {
        name: "ConnectionError",
        cause: { name: "Error", message: "reset", code: "ECONNRESET" },
      },
    });
    system.cause = outer;
    expect(JSON.stringify(outer).match(/"cause"/g)).toHaveLength(5);
  });
});
