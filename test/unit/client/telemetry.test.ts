import { context, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../../generated/index.js";
import { createFakeServer } from "../../../generated/testing.js";
import type { FakeServerOptions } from "../../../runtime/testing/index.js";
import { account, all, bodyFor, setting } from "../../support/flow.js";

const CANARY = "pina_CANARY_of_telemetry";

const manager = new AsyncLocalStorageContextManager();
beforeAll(() => context.setGlobalContextManager(manager.enable()));
afterAll(() => context.disable());

/** Spans of one run, with OpenTelemetry's own tracer. */
async function spansOf(options: FakeServerOptions) {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const tracer = provider.getTracer("test");
  await using scene = await setting({ accessToken: CANARY, ...options }, { tracer });
  const outcome = await scene.client.report
    .run(account, bodyFor(scene.server))
    .then((report) => all(report.rows()))
    .catch((error) => error);
  const token = scene.server.requests.find(({ step }) => step === "poll")?.query.token ?? CANARY;
  return { spans: exporter.getFinishedSpans(), outcome, token };
}

describe("the spans of a run", () => {
  it("gets a span for the run, and within it one for each call and the wait", async () => {
    const { spans } = await spansOf({ polls: 1, faults: [{ name: "rate-limit", on: "create" }] });
    expect(spans.map(({ name }) => name)).toEqual([
      "pinterest-reports create",
      "pinterest-reports poll",
      "pinterest-reports wait",
      "pinterest-reports run",
      "pinterest-reports download",
    ]);
    const [create, poll, wait, run] = spans;
    expect(poll?.parentSpanContext?.spanId).toBe(wait?.spanContext().spanId);
    expect(wait?.parentSpanContext?.spanId).toBe(run?.spanContext().spanId);
    expect(create?.parentSpanContext?.spanId).toBe(run?.spanContext().spanId);
    const about = {
      "pinterest_reports.ad_account_id": account,
      "pinterest_reports.flow": "made-up",
    };
    for (const { name, attributes } of spans) expect(attributes, name).toMatchObject(about);
    expect(create?.attributes).toEqual({ ...about, "pinterest_reports.attempts": 2 });
    expect(poll?.attributes["pinterest_reports.attempts"]).toBe(1);
  });

  it("gets what went wrong, and no secret", async () => {
    const { spans, outcome, token } = await spansOf({ faults: [{ name: "refusal", on: "poll" }] });
    expect(outcome).toBeInstanceOf(Error);
    expect(spans.find(({ name }) => name.endsWith("poll"))).toMatchObject({
      status: { code: 2, message: expect.stringContaining("returned 403") },
      attributes: {
        "error.type": "ApiError",
        "http.response.status_code": 403,
        "pinterest_reports.request_id": "1234567890123456",
      },
    });
    const text = JSON.stringify(
      spans.map(({ name, attributes, status, events }) => ({ name, attributes, status, events })),
    );
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(token);
    expect(text).not.toContain("X-Amz");
  });

  const span = { setAttribute: () => {}, setStatus: () => {}, end: () => {} };
  const fails = (): never => {
    throw new Error("the tracer is broken");
  };
  type Begin = (span: object) => unknown;
  it.each<[string, (name: string, options: object, work: Begin) => unknown]>([
    ["throws", fails],
    ["throws when the work is under way", (_, __, work) => [work(span), fails()]],
    ["does not begin", () => undefined],
    ["begins later", (_, __, work) => void setTimeout(() => work(span), 0)],
    [
      "rejects",
      (_, __, work) => [work(span), Promise.reject(new Error("the tracer is broken"))][1],
    ],
    [
      "gives spans that throw",
      (_, __, work) => work({ setAttribute: fails, setStatus: fails, end: fails }),
    ],
    ["gives no span", (_, __, work) => work(undefined as never)],
  ])("that %s does no harm: the report is made, and made once", async (_, startActiveSpan) => {
    const tracer = { startActiveSpan } as never;
    await using scene = await setting({ faults: [{ name: "html-error" }] }, { tracer });
    const report = await scene.client.report.run(account, bodyFor(scene.server));
    expect(await all(report.rows())).not.toEqual([]);
    expect(scene.server.requests.filter(({ step }) => step === "create")).toHaveLength(1);
  });
});

describe("an OpenTelemetry tracer", () => {
  it("hears of no account where a call has none", async () => {
    const exporter = new InMemorySpanExporter();
    const provider = new BasicTracerProvider({
      spanProcessors: [new SimpleSpanProcessor(exporter)],
    });
    await using server = await createFakeServer();
    const client = createClient({
      accessToken: server.accessToken,
      baseUrl: server.url,
      tracer: provider.getTracer("test"),
    });
    for await (const { id } of client.adAccounts.each()) expect(id).toBeDefined();
    const [call] = exporter.getFinishedSpans();
    expect(call?.name).toBe("pinterest-reports ad-accounts");
    expect(call?.attributes).toEqual({ "pinterest_reports.attempts": 1 });
  });

  it("of the API without a provider does no harm", async () => {
    await using scene = await setting({}, { tracer: trace.getTracer("none") });
    expect(
      await all((await scene.client.report.run(account, bodyFor(scene.server))).rows()),
    ).not.toEqual([]);
  });
});

describe("a tracer", () => {
  it.each([
    [
      () => createClient({ accessToken: "t", tracer: {} as never }),
      "tracer must have startActiveSpan()",
    ],
    [
      () => createClient({ accessToken: "t", tracer: null as never }),
      "tracer must have startActiveSpan()",
    ],
  ])("%s is refused", (make, message) => {
    expect(make).toThrow(new TypeError(message));
  });
});
