import { describe, expect, it } from "vitest";
import {
  ApiError,
  ConnectionError,
  PollTimeoutError,
  ReportFailedError,
} from "../../../runtime/errors.js";
import { account, all, bodyFor, createClient, setting } from "../../support/flow.js";
import { NETWORK, REPORT_FAILED } from "../../support/hints.js";
import { createSteadyClock } from "../../support/steady-clock.js";

const always = Number.POSITIVE_INFINITY;

describe("waiting for a report", () => {
  it("polls after 1 s, then at intervals that double to 30 s, without real waits on the fake clock", async () => {
    await using scene = await setting({ faults: [{ name: "slow" }], polls: 0 });
    const { client, server } = scene;
    const report = await client.report.run(account, bodyFor(server), { deadlineMs: 700_000 });
    expect(server.clock.slept.slice(0, 7)).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
    expect(server.clock.now()).toBeGreaterThanOrEqual(600_000);
    expect(await all(report.rows())).not.toEqual([]);
  });

  it("adds jitter to each interval", async () => {
    const clock = createSteadyClock({ start: "2026-03-10T12:00:00Z", random: () => 0.5 });
    await using scene = await setting({ clock, polls: 3 });
    await scene.client.report.run(account, bodyFor(scene.server));
    expect(clock.slept).toEqual([900, 1_800]);
  });

  it("ends at the deadline, after a last poll", async () => {
    await using scene = await setting({ polls: always });
    const { client, server } = scene;
    const error = await client.report
      .run(account, bodyFor(server), { deadlineMs: 10_000 })
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(PollTimeoutError);
    expect(error.message).toBe(
      "the report was still IN_PROGRESS after 10 s and 5 polls; resume it with its handle (pinterest-reports explain poll_timeout)",
    );
    expect(error).toMatchObject({ code: "poll_timeout", status: "IN_PROGRESS", attempts: 5 });
    expect(server.clock.slept).toEqual([1_000, 2_000, 4_000, 3_000]);
    expect(error.token).toBe(error.handle.token);
  });

  it("can be continued later, in another process, without a new report", async () => {
    await using scene = await setting({ polls: 6 });
    const { client, server } = scene;
    const { handle } = await client.report
      .run(account, bodyFor(server), { deadlineMs: 5_000 })
      .catch((thrown) => thrown);
    const other = createClient({
      accessToken: server.accessToken,
      baseUrl: server.url,
      clock: server.clock,
    });
    const report = await other.report.resume(JSON.parse(JSON.stringify(handle)));
    expect(await all(report.rows())).not.toEqual([]);
    expect(server.requests.filter(({ step }) => step === "create")).toHaveLength(1);
  });

  it.each(["FAILED", "EXPIRED", "CANCELLED", "DOES_NOT_EXIST"])(
    "ends on the status %s",
    async (value) => {
      await using scene = await setting({ faults: [{ name: "failed", value }] });
      const error = await scene.client.report
        .run(account, bodyFor(scene.server))
        .catch((thrown) => thrown);
      expect(error).toBeInstanceOf(ReportFailedError);
      expect(error.message).toBe(`the report ended with status ${value}${REPORT_FAILED}`);
      expect(error).toMatchObject({ code: "report_failed", status: value });
      expect(error.handle).toMatchObject({ adAccountId: account });
    },
  );

  it("treats an unknown status as pending, and reports it", async () => {
    await using scene = await setting({ faults: [{ name: "unknown-status" }] });
    await scene.client.report.run(account, bodyFor(scene.server));
    expect(scene.events.filter(({ type }) => type === "poll")).toMatchObject([
      { status: "QUEUED", knownStatus: false, attempts: 1 },
      { status: "IN_PROGRESS", knownStatus: true, attempts: 2 },
      { status: "FINISHED", knownStatus: true, attempts: 3 },
    ]);
  });

  it("accepts a status in any letter case", async () => {
    await using failing = await setting({ faults: [{ name: "unknown-status", value: "Failed" }] });
    await expect(failing.client.report.run(account, bodyFor(failing.server))).rejects.toMatchObject(
      { code: "report_failed", status: "Failed" },
    );
    await using waiting = await setting({
      faults: [{ name: "unknown-status", value: "in_progress" }],
    });
    await waiting.client.report.run(account, bodyFor(waiting.server));
    const [first] = waiting.events.filter(({ type }) => type === "poll");
    expect(first).toMatchObject({ status: "in_progress", knownStatus: true });
  });

  it("reports each unknown status once, before the poll event", async () => {
    const faults = ["QUEUED", "QUEUED", "PAUSED", "QUEUED", "PAUSED"].map(
      (value) => ({ name: "unknown-status", value }) as const,
    );
    await using scene = await setting({ faults, polls: 1 });
    await scene.client.report.run(account, bodyFor(scene.server));
    const told = scene.events.filter(({ type }) => type === "unknown-status");
    const made = { type: "unknown-status", flow: "made-up", adAccountId: account };
    expect(told).toEqual([
      { ...made, status: "QUEUED" },
      { ...made, status: "PAUSED" },
    ]);
    expect(
      scene.events[
        scene.events.indexOf(told[1] ?? { type: "request", method: "", path: "", attempt: 0 }) + 1
      ],
    ).toMatchObject({
      type: "poll",
      status: "PAUSED",
    });
    await scene.client.report.run(account, {
      ...bodyFor(scene.server),
      level: "CAMPAIGN_TARGETING",
    });
    expect(scene.events.filter(({ type }) => type === "unknown-status")).toHaveLength(2);
  });

  it("reports at most twenty unknown statuses", async () => {
    const faults = Array.from(
      { length: 40 },
      (_, at) => ({ name: "unknown-status", value: `S${at}` }) as const,
    );
    await using scene = await setting({ faults, polls: 1 }, { deadlineMs: 3_600_000 });
    await scene.client.report.run(account, bodyFor(scene.server));
    expect(scene.events.filter(({ type }) => type === "unknown-status")).toHaveLength(20);
  });

  it("lists unknown statuses in the error at the deadline", async () => {
    await using scene = await setting({ faults: [{ name: "unknown-status", times: always }] });
    await expect(
      scene.client.report.run(account, bodyFor(scene.server), { deadlineMs: 1_000 }),
    ).rejects.toThrow("still QUEUED after 1 s");
  });

  it("polls once if the report is already finished", async () => {
    await using scene = await setting({ polls: 0 });
    await scene.client.report.run(account, bodyFor(scene.server));
    expect(scene.server.requests.map(({ step }) => step)).toEqual(["create", "poll"]);
    expect(scene.server.clock.slept).toEqual([]);
  });

  it.each([
    [{ name: "rate-limit", value: 7 }, 7_000],
    [{ name: "rate-limit", value: "Tue, 10 Mar 2026 12:00:09 GMT" }, 9_000],
    [{ name: "query-cost", on: "poll", value: 17 }, 17_000],
    [{ name: "retry-after-in-words", on: "poll", value: 17 }, 17_000],
  ] as const)("waits as long as the API requests: %j", async (fault, ms) => {
    await using scene = await setting({ faults: [fault], polls: 0 });
    await scene.client.report.run(account, bodyFor(scene.server));
    expect(scene.server.clock.slept).toEqual([ms]);
  });

  it.each(["abc", "-1", "0", "", "NaN", "Tue, 10 Mar 2020 12:00:00 GMT"])(
    "uses its own back-off for Retry-After %j",
    async (value) => {
      const clock = createSteadyClock({ start: "2026-03-10T12:00:00Z", random: () => 0.5 });
      await using scene = await setting({
        clock,
        faults: [{ name: "rate-limit", value }],
        polls: 0,
      });
      await scene.client.report.run(account, bodyFor(scene.server));
      expect(clock.slept).toEqual([900]);
    },
  );

  it.each([86_400, "1e12", 500])(
    "ends immediately if the API requests a wait of %s s, which is beyond the deadline",
    async (value) => {
      await using scene = await setting({
        faults: [{ name: "rate-limit", value, times: always }],
        polls: 0,
      });
      const error = await scene.client.report
        .run(account, bodyFor(scene.server), { deadlineMs: 200_000 })
        .catch((thrown) => thrown);
      const cause = { code: "rate_limit", status: 429, retryAfterMs: Number(value) * 1_000 };
      expect(error).toMatchObject({ code: "poll_timeout", status: null, attempts: 1, cause });
      expect(error.handle).toMatchObject({ flow: "made-up" });
      expect(scene.server.clock.slept).toEqual([]);
    },
  );

  it.each(["cut-connection", "code-12"] as const)("continues after %s", async (name) => {
    await using scene = await setting({ faults: [{ name }] });
    await scene.client.report.run(account, bodyFor(scene.server));
    expect(scene.server.requests.filter(({ step }) => step === "create")).toHaveLength(1);
  });

  it("continues after a poll without a response", async () => {
    await using scene = await setting({ faults: [{ name: "silence" }] });
    // The create has enough time, so that a busy machine does not look like a missing response.
    const handle = await scene.client.report.create(account, bodyFor(scene.server));
    const { accessToken, url: baseUrl, clock } = scene.server;
    const hasty = createClient({ accessToken, baseUrl, clock, timeoutMs: 250 });
    expect((await hasty.report.resume(handle)).handle).toEqual(handle);
    expect(scene.server.requests.filter(({ step }) => step === "poll").length).toBeGreaterThan(1);
  });

  it("treats DOES_NOT_EXIST as pending only in the first ten seconds after creation (L6)", async () => {
    await using scene = await setting({
      faults: [{ name: "failed", value: "DOES_NOT_EXIST", times: 3 }],
      polls: 0,
    });
    await scene.client.report.run(account, bodyFor(scene.server));
    expect(scene.server.clock.slept).toEqual([1_000, 2_000, 4_000]);
    await using other = await setting({ faults: [{ name: "failed", value: "DOES_NOT_EXIST" }] });
    const handle = await other.client.report.create(account, bodyFor(other.server));
    expect(await other.client.report.poll(handle)).toMatchObject({
      status: "DOES_NOT_EXIST",
      state: "pending",
      knownStatus: true,
    });
    await other.server.clock.advance(11_000);
    expect(await other.client.report.poll(handle)).toMatchObject({
      status: "DOES_NOT_EXIST",
      state: "failed",
    });
    await expect(other.client.report.resume(handle)).rejects.toThrow(
      "the report ended with status DOES_NOT_EXIST",
    );
    expect(other.server.requests.filter(({ step }) => step === "poll")).toHaveLength(3);
  });

  it("sends one poll for two callers of the same report (L16)", async () => {
    const clock = createSteadyClock({ start: "2026-03-10T12:00:00Z" });
    await using scene = await setting({ clock, polls: 4 });
    const { client, server } = scene;
    const handle = await client.report.create(account, bodyFor(server));
    const reports = await Promise.all([
      client.report.resume(handle),
      client.report.resume(handle),
      client.report.resume(handle),
    ]);
    expect(server.requests.filter(({ step }) => step === "poll")).toHaveLength(4);
    for (const report of reports) expect(await all(report.rows())).not.toEqual([]);
  });

  it("continues for the other callers if one aborts during a poll", async () => {
    await using scene = await setting({ faults: [{ name: "silence" }], polls: 0 });
    const { accessToken, url: baseUrl, clock } = scene.server;
    // The create has enough time, so that a busy machine does not look like a missing response.
    const handle = await scene.client.report.create(account, bodyFor(scene.server));
    const client = createClient({ accessToken, baseUrl, clock, timeoutMs: 500 });
    const stop = new AbortController();
    const impatient = client.report
      .resume(handle, { signal: stop.signal })
      .catch((reason) => reason);
    const patient = client.report.resume(handle);
    setTimeout(() => stop.abort("enough"), 30);
    expect(await impatient).toBe("enough");
    expect((await patient).handle).toEqual(handle);
  });

  it("sends a new poll for a new caller after another caller has aborted one", async () => {
    await using scene = await setting(
      { faults: [{ name: "silence" }], polls: 0 },
      { timeoutMs: 60_000 },
    );
    const { client, server } = scene;
    const handle = await client.report.create(account, bodyFor(server));
    const stop = new AbortController();
    const given = client.report.resume(handle, { signal: stop.signal }).catch((reason) => reason);
    while (!server.requests.some(({ step }) => step === "poll"))
      await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort("enough");
    expect((await client.report.resume(handle)).handle).toEqual(handle);
    expect(await given).toBe("enough");
  });

  it("reports the last status if there is no time for another poll", async () => {
    await using scene = await setting(
      { polls: always },
      { rateLimits: { "*": { requests: 3, perMs: 86_400_000 } } },
    );
    const error = await scene.client.report
      .run(account, bodyFor(scene.server))
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(PollTimeoutError);
    expect(error).toMatchObject({
      status: "IN_PROGRESS",
      attempts: 2,
      cause: { code: "rate_limit" },
    });
    expect(error.handle).toMatchObject({ adAccountId: account });
  });
});

describe("a failed poll", () => {
  const seen = (events: readonly { readonly type: string }[]) =>
    events.filter(({ type }) => type.startsWith("poll"));

  it.each([
    "html-error",
    "code-12",
    "rate-limit-without-time",
    "cut-connection",
    "garbage",
  ] as const)("does not end the wait, even if %s occurs ten times in a row", async (name) => {
    await using scene = await setting({ faults: [{ name, on: "poll", times: 10 }], polls: 0 });
    const report = await scene.client.report.run(account, bodyFor(scene.server));
    expect(await all(report.rows())).not.toEqual([]);
    expect(scene.server.clock.now()).toBeGreaterThan(30_000);
  });

  it("is reported, and takes only one request per interval", async () => {
    await using scene = await setting({
      faults: [{ name: "html-error", value: 502, on: "poll", times: 7 }],
      polls: 0,
    });
    await scene.client.report.run(account, bodyFor(scene.server));
    expect(scene.server.clock.slept).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(scene.server.requests.filter(({ step }) => step === "poll")).toHaveLength(8);
    const failed = Array.from({ length: 7 }, (_, index) => ({
      type: "poll-failed",
      message: "502",
      attempts: index + 1,
    }));
    expect(seen(scene.events)).toMatchObject([
      ...failed,
      { type: "poll", status: "FINISHED", attempts: 8 },
    ]);
  });

  it("becomes the cause of the error at the deadline if no later poll succeeds", async () => {
    await using scene = await setting({
      faults: [{ name: "html-error", value: 503, on: "poll", skip: 1, times: always }],
      polls: always,
    });
    const error = await scene.client.report
      .run(account, bodyFor(scene.server))
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(PollTimeoutError);
    expect(error).toMatchObject({ status: "IN_PROGRESS", handle: { adAccountId: account } });
    expect(error.cause).toBeInstanceOf(ApiError);
    expect(error.cause).toMatchObject({ status: 503 });
    expect(error.message).toMatch(
      /^the report was still IN_PROGRESS after 600 s and \d+ polls; the last poll failed: GET .* returned 503/,
    );
    expect(scene.server.clock.now()).toBe(600_000);
  });

  it("is tolerated by each of many waiting calls in a one-minute outage", async () => {
    const clock = createSteadyClock({ start: "2026-03-10T12:00:00Z", random: () => 0.5 });
    await using scene = await setting({
      clock,
      faults: [{ name: "html-error", value: 503, on: "poll", times: 300 }],
      polls: 0,
    });
    const { client, server } = scene;
    const handles = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        client.report.create(String(index), bodyFor(server)),
      ),
    );
    const reports = await Promise.all(handles.map((handle) => client.report.resume(handle)));
    expect(reports).toHaveLength(50);
    expect(clock.now()).toBeGreaterThan(30_000);
  });

  it("is also tolerated while getting a new link", async () => {
    await using scene = await setting({
      faults: [{ name: "html-error", value: 503, on: "poll", skip: 1, times: 8 }],
      polls: 0,
    });
    const report = await scene.client.report.run(account, bodyFor(scene.server));
    await scene.server.clock.advance(280_000);
    expect(await all(report.rows())).not.toEqual([]);
  });

  it.each(["html-response", "empty-400", "refusal"] as const)(
    "ends the wait if it is permanent: %s",
    async (name) => {
      await using scene = await setting({ faults: [{ name, on: "poll" }] });
      const error = await scene.client.report
        .run(account, bodyFor(scene.server))
        .catch((thrown) => thrown);
      expect(error).toBeInstanceOf(ApiError);
      expect(error.handle).toMatchObject({ adAccountId: account });
    },
  );
});

describe("the deadlineMs of report.run", () => {
  it("covers create and wait", async () => {
    await using scene = await setting({
      faults: [{ name: "rate-limit", on: "create", value: 6 }],
      polls: always,
    });
    const error = await scene.client.report
      .run(account, bodyFor(scene.server), { deadlineMs: 10_000 })
      .catch((thrown) => thrown);
    expect(error).toMatchObject({
      code: "poll_timeout",
      message: expect.stringContaining("after 10 s"),
    });
    expect(scene.server.clock.now()).toBe(10_000);
  });

  it("covers an expired report and its replacement", async () => {
    await using scene = await setting({
      faults: [{ name: "failed", value: "EXPIRED", skip: 2, times: 1 }],
      polls: always,
    });
    const options = { recreate: true, deadlineMs: 10_000 };
    await expect(
      scene.client.report.run(account, bodyFor(scene.server), options),
    ).rejects.toMatchObject({ code: "poll_timeout" });
    expect(scene.server.clock.now()).toBe(10_000);
  });

  it("rejects a rate-limited create that could be retried only after the deadline", async () => {
    await using scene = await setting({
      faults: [{ name: "rate-limit", on: "create", value: 4, times: 2 }],
    });
    const error = await scene.client.report
      .run(account, bodyFor(scene.server), { deadlineMs: 1_000 })
      .catch((thrown) => thrown);
    expect(error).toMatchObject({ code: "rate_limit", status: 429 });
    expect(scene.server.clock.slept).toEqual([]);
  });
});

// These use the machine's clock and attempts without a time limit, so only the deadline can end
// them.
describe.concurrent("a deadline on the real clock", () => {
  it("ends a silent poll, and reports the last known status", async () => {
    await using scene = await setting({
      faults: [{ name: "silence", on: "poll", skip: 1, times: always }],
      polls: always,
    });
    const { accessToken, url: baseUrl } = scene.server;
    const client = createClient({ accessToken, baseUrl, timeoutMs: 600_000 });
    const handle = await client.report.create(account, bodyFor(scene.server));
    const error = await client.report
      .resume(handle, { deadlineMs: 2_500 })
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(PollTimeoutError);
    expect(error).toMatchObject({ status: "IN_PROGRESS", attempts: expect.any(Number), handle });
    expect(error.cause).toBeInstanceOf(ConnectionError);
  });

  it("ends a silent create, whose outcome is then unknown", async () => {
    await using scene = await setting({
      faults: [{ name: "silence", on: "create", times: always }],
    });
    const { accessToken, url: baseUrl } = scene.server;
    const client = createClient({ accessToken, baseUrl, timeoutMs: 600_000 });
    const run = client.report.run(account, bodyFor(scene.server), { deadlineMs: 1_200 });
    await expect(run).rejects.toMatchObject({ code: "create_outcome_unknown" });
  });

  it("also ends the wait for an access token", async () => {
    await using scene = await setting();
    const client = createClient({
      accessToken: () => new Promise(() => {}),
      baseUrl: scene.server.url,
      timeoutMs: 600_000,
    });
    const run = client.report.run(account, bodyFor(scene.server), { deadlineMs: 1_200 });
    await expect(run).rejects.toMatchObject({
      code: "connection",
      sent: false,
      message: `timeout: no access token before the deadline${NETWORK}`,
    });
    expect(scene.server.requests).toEqual([]);
  });
});

describe("a response from Pinterest", () => {
  const created = (message: string) =>
    JSON.stringify({ report_status: "FAILED", token: "token-of-a-report", message });

  it("after a create, provides a message for the final error and the event, on one line and without secrets", async () => {
    const value = created("Quota of reports\u001b[31m is\r\nused up for token-of-a-report");
    await using scene = await setting({ faults: [{ name: "wrong-shape", on: "create", value }] });
    const clean = "Quota of reports [31m is used up for [secret]";
    const error = await scene.client.report
      .run(account, bodyFor(scene.server))
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ReportFailedError);
    expect(error.message).toBe(
      `the report ended with status DOES_NOT_EXIST; Pinterest's message when it was created: ${clean}${REPORT_FAILED}`,
    );
    expect(error.apiMessage).toBe(clean);
    expect(scene.events.find(({ type }) => type === "created")).toMatchObject({ message: clean });
  });

  it("after a create, keeps its message on the handle object for each resume, but not on a JSON copy", async () => {
    await using scene = await setting({
      faults: [{ name: "wrong-shape", on: "create", value: created("No more today") }],
    });
    const handle = await scene.client.report.create(account, bodyFor(scene.server));
    await scene.server.clock.advance(11_000);
    await expect(scene.client.report.resume(handle)).rejects.toMatchObject({
      apiMessage: "No more today",
    });
    await expect(
      scene.client.report.resume(JSON.parse(JSON.stringify(handle))),
    ).rejects.toMatchObject({ apiMessage: "" });
  });

  it("leads to an error that quotes and shortens its unknown status, and lists all unknown statuses", async () => {
    const value = `\u001b[31mEVIL\n${"x".repeat(5_000)}`;
    const faults = [
      { name: "unknown-status" } as const,
      { name: "unknown-status", value, times: always, skip: 2 } as const,
    ];
    await using scene = await setting({ faults, polls: always });
    const error = await scene.client.report
      .run(account, bodyFor(scene.server), { deadlineMs: 5_000 })
      .catch((thrown) => thrown);
    expect(error).toMatchObject({ status: value, unknownStatuses: ["QUEUED", value] });
    expect(error.message).toMatch(
      /^the report was still " \[31mEVIL x{60,80}…" after 5 s and 4 polls; statuses unknown to .*: QUEUED, " \[31m/,
    );
    expect(error.message.length).toBeLessThan(400);
    await using other = await setting({ faults: [{ name: "failed", value: "FAILED" }] });
    await expect(other.client.report.run(account, bodyFor(other.server))).rejects.toMatchObject({
      message: `the report ended with status FAILED${REPORT_FAILED}`,
    });
  });

  it.each([1e300, -1, 1.5])(
    "is accepted, but without a size, if the size is impossible: %d",
    async (size) => {
      await using scene = await setting({
        faults: [
          {
            name: "wrong-shape",
            value: JSON.stringify({ report_status: "FINISHED", url: null, size }),
          },
        ],
      });
      const handle = await scene.client.report.create(account, bodyFor(scene.server));
      expect(await scene.client.report.poll(handle)).toMatchObject({ state: "done", size: null });
    },
  );
});

describe("the option recreate", () => {
  const expired = { name: "failed", value: "EXPIRED", times: 1 } as const;
  const creates = (requests: readonly { readonly step: string }[]) =>
    requests.filter(({ step }) => step === "create").length;

  it("replaces an expired report once, both in run and in resume with the body", async () => {
    await using scene = await setting({ faults: [expired] });
    await scene.client.report.run(account, bodyFor(scene.server), { recreate: true });
    expect(creates(scene.server.requests)).toBe(2);
    await using other = await setting({ faults: [expired] });
    const body = bodyFor(other.server);
    const handle = await other.client.report.create(account, body);
    const report = await other.client.report.resume(handle, { recreate: body });
    expect(await all(report.rows())).not.toEqual([]);
    expect(creates(other.server.requests)).toBe(2);
  });

  it("sends the original body in resume, even if it is changed later", async () => {
    await using scene = await setting({ faults: [expired] });
    const body = { ...bodyFor(scene.server) };
    const { start_date } = body;
    const resumed = scene.client.report.resume(await scene.client.report.create(account, body), {
      recreate: body,
    });
    Object.assign(body, { start_date: "2026-03-01" });
    await resumed;
    const sent = scene.server.requests
      .filter(({ step }) => step === "create")
      .map((request) => JSON.parse(request.body));
    expect(sent.map((one) => one.start_date)).toEqual([start_date, start_date]);
  });

  it("replaces a report only once, and only if it is EXPIRED", async () => {
    for (const [fault, options, count] of [
      [{ ...expired, times: always }, { recreate: true }, 2],
      [{ ...expired, value: "FAILED" }, { recreate: true }, 1],
      [{ ...expired, value: "CANCELLED" }, { recreate: true }, 1],
      [expired, {}, 1],
    ] as const) {
      await using scene = await setting({ faults: [fault] });
      await expect(
        scene.client.report.run(account, bodyFor(scene.server), options),
      ).rejects.toBeInstanceOf(ReportFailedError);
      expect(creates(scene.server.requests)).toBe(count);
    }
  });
});
