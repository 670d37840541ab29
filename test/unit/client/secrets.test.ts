import { describe, expect, it } from "vitest";
import { connect } from "../../../runtime/support-client.js";
import { createFakeClock, type Fault } from "../../../runtime/testing/index.js";
import type { ClientEvent, ReportHandle } from "../../../runtime/types.js";
import { account, all, bodyFor, createClient, setting } from "../../support/flow.js";
import { printed, recorder } from "../../support/printed.js";

const CANARY = "pina_CANARY0123456789";
const REPORT = "report-CANARY-0123456789";
const LINK = "https://files.example/f?sig=link-CANARY-0123456789";
const json = (value: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(value), {
    ...init,
    headers: { "content-type": "application/json", ...init.headers },
  });
const always = Number.POSITIVE_INFINITY;

/** A logger that records every message. */
function logging() {
  const lines: string[] = [];
  const add = (line: string) => lines.push(line);
  return {
    lines,
    options: {
      logger: { debug: add, info: add, warn: add, error: add },
      logLevel: "debug",
    } as const,
  };
}

describe("a secret", () => {
  it.each<Fault>([
    { name: "token-refused" },
    { name: "html-error", times: always },
    { name: "html-response" },
    { name: "cut-connection", times: always },
    { name: "silence", times: always },
    { name: "redirect" },
    { name: "unknown-status", times: always },
    { name: "failed" },
    { name: "wrong-shape", value: `{"message":"${CANARY} and more"}` },
    { name: "wrong-shape", value: `not JSON ${CANARY}` },
    { name: "expired-link", times: always },
    { name: "slow-down", times: always },
    { name: "short-file", times: always },
    { name: "stalled-file", times: always },
    { name: "cut-connection", on: "file", times: always },
    { name: "other-file", value: "<html>" },
  ])("does not appear after the fault $name", async (fault) => {
    // The timeout is short only if the test waits for it, so that a busy machine does not look like
    // a fault.
    const { tracer, meter, told } = recorder();
    const logged = logging();
    const timeoutMs = /silence|stalled/.test(fault.name) ? 250 : 10_000;
    await using scene = await setting(
      { accessToken: CANARY, faults: [fault] },
      { timeoutMs, deadlineMs: 5_000, tracer, meter, ...logged.options },
    );
    const { client, server, events } = scene;
    const outcome = await client.report
      .run(account, bodyFor(server))
      .then((report) => all(report.rows()))
      .catch((thrown) => thrown);
    expect(outcome).toBeInstanceOf(Error);
    // Each event is logged once, as one line.
    expect(logged.lines).toHaveLength(events.length);
    for (const line of logged.lines)
      expect(line).toMatch(/^pinterest-reports (debug|info|warn|error): \P{Cc}+$/u);
    const text = printed([outcome, outcome.cause, events, told, logged.lines]);
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain("X-Amz");
    for (const { query } of server.requests)
      if (query.token) expect(text).not.toContain(query.token);
  });

  it("does not appear in an error from fetch that contains the request", async () => {
    await using scene = await setting();
    const fetch = (url: string, init: RequestInit) => {
      const error = new TypeError(
        `request to ${url} failed: ${JSON.stringify([...new Headers(init.headers)])}`,
      );
      return Promise.reject(
        Object.assign(error, { request: { url, init }, headers: [...new Headers(init.headers)] }),
      );
    };
    const client = createClient({ accessToken: CANARY, fetch, clock: scene.server.clock });
    const error = await client.report
      .create(account, bodyFor(scene.server))
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(printed(error)).not.toContain(CANARY);
  });

  it("does not appear in an error from a file's body, which may contain the link", async () => {
    await using scene = await setting({ polls: 0 });
    const { server } = scene;
    const fetch = async (url: string, init: RequestInit) => {
      const response = await server.fetch(url, init);
      if (!url.includes("X-Amz")) return response;
      const pull = () =>
        Promise.reject(
          new TypeError(`fetching ${url} failed`, {
            cause: new Error(`while at ${new URL(url).search}`),
          }),
        );
      return new Response(new ReadableStream({ pull }), response);
    };
    const client = createClient({
      accessToken: server.accessToken,
      baseUrl: server.url,
      fetch,
      clock: server.clock,
    });
    const report = await client.report.run(account, bodyFor(server));
    const error = await all(report.rows()).catch((thrown) => thrown);
    expect(error).toMatchObject({
      code: "download",
      message: expect.stringMatching(/\[(secret|link)]/),
    });
    expect(printed(error)).not.toContain("X-Amz");
  });

  it("does not appear in the client, its connection or a finished report", async () => {
    await using scene = await setting({ accessToken: CANARY, polls: 0 });
    const { client, server } = scene;
    const report = await client.report.run(account, bodyFor(server));
    const connection = connect({ accessToken: CANARY });
    const text = [client, client.report, connection, report].map(printed).join();
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain("X-Amz");
    expect(text).not.toContain(report.handle.token);
  });

  it("does not appear in a poll, whose link can only be read as a property", async () => {
    await using scene = await setting({ accessToken: CANARY, polls: 0 });
    const look = await scene.client.report.poll(
      await scene.client.report.create(account, bodyFor(scene.server)),
    );
    expect(look).toMatchObject({ status: "FINISHED", state: "done", knownStatus: true });
    expect(look.url).toContain("X-Amz-Signature");
    const shown = printed(look) + printed({ ...look }) + printed(structuredClone(look));
    expect(shown).toContain("FINISHED");
    expect(shown).not.toContain("X-Amz");
  });

  it("does not appear in Pinterest's message about a new report", async () => {
    const answer = {
      report_status: "made report-CANARY-token",
      token: "report-CANARY-token",
      message: `for ${encodeURIComponent("report-CANARY-token")} ok`,
    };
    await using scene = await setting({
      faults: [{ name: "wrong-shape", on: "create", value: JSON.stringify(answer) }],
    });
    await scene.client.report.create(account, bodyFor(scene.server));
    expect(scene.events).toMatchObject([
      {},
      {},
      { type: "created", status: "made [secret]", message: "for [secret] ok" },
    ]);
  });

  it.each<[string, (secret: string, step: string) => Response]>([
    [
      "the status of a report",
      (secret, step) =>
        json({
          ...(step === "POST" && { token: REPORT }),
          report_status: `of ${secret}`,
          url: LINK,
        }),
    ],
    ["the name of a member", (secret) => json({ [secret]: 1, data: { [secret]: 2 } })],
    ["a message", (secret) => json({ message: `of ${secret}`, code: 1 }, { status: 400 })],
    [
      "the content type of a refusal",
      (secret) => new Response("x", { status: 400, headers: { "content-type": `text/${secret}` } }),
    ],
    [
      "the start of a content type",
      (secret) => new Response("x", { headers: { "content-type": `x/${secret.slice(0, 20)}` } }),
    ],
    ["a request id", (secret) => json({}, { headers: { "x-pinterest-rid": secret } })],
    [
      "the start of a request id",
      (secret) => json({}, { headers: { "x-pinterest-rid": secret.slice(0, 20) } }),
    ],
  ])("does not appear if a response repeats it in %s", async (_, answer) => {
    const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
    const handle: ReportHandle = {
      version: 1,
      flow: "made-up",
      adAccountId: account,
      token: REPORT,
      createdAt: "2026-03-10T11:00:00Z",
    };
    for (const secret of [CANARY, REPORT, LINK]) {
      const events: ClientEvent[] = [];
      const fetch = async (_url: string, { method = "" }: { method?: string }) =>
        // No header contains a URL.
        secret === LINK && answer(CANARY, method).headers.get("content-type") !== "application/json"
          ? json({})
          : answer(secret, method);
      const { lines, options } = logging();
      const client = createClient({
        accessToken: CANARY,
        fetch,
        clock,
        deadlineMs: 5_000,
        onEvent: (event) => events.push(event),
        ...options,
      });
      // A create request contains no report token.
      const create = secret === CANARY ? [client.report.create(account, bodyFor({ clock }))] : [];
      const calls = [...create, client.report.poll(handle), client.report.resume(handle)];
      const outcomes = await Promise.allSettled(calls);
      const shown = outcomes.map((outcome) =>
        outcome.status === "fulfilled" && "token" in outcome.value ? null : printed(outcome),
      );
      expect(shown.join() + printed([events, lines])).not.toContain("CANARY");
    }
  });

  it("does not appear in the error about an invalid token", () => {
    for (const accessToken of [
      "",
      `${CANARY}\n`,
      `${CANARY} x`,
      `${CANARY}\r\nx-y: 1`,
      `${CANARY}é`,
    ]) {
      let error: unknown;
      try {
        connect({ accessToken });
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(TypeError);
      expect(printed(error)).not.toContain(CANARY);
    }
  });

  it("is sent only to the API", async () => {
    await using scene = await setting({ accessToken: CANARY });
    await all((await scene.client.report.run(account, bodyFor(scene.server))).rows());
    for (const request of scene.server.requests) {
      expect(request.headers.authorization).toBe(
        request.step === "file" ? undefined : `Bearer ${CANARY}`,
      );
      expect(request.path + JSON.stringify(request.query) + request.body).not.toContain(CANARY);
    }
  });
});
