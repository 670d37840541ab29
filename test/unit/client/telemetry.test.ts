import { context, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  AggregationTemporality,
  type DataPoint,
  type Histogram,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import {
  ATTR_ERROR_TYPE,
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_REQUEST_RESEND_COUNT,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_SERVER_ADDRESS,
  ATTR_SERVER_PORT,
  ATTR_URL_FULL,
  METRIC_HTTP_CLIENT_REQUEST_DURATION,
} from "@opentelemetry/semantic-conventions";
import { ATTR_URL_TEMPLATE } from "@opentelemetry/semantic-conventions/incubating";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../../generated/index.js";
import { createFakeServer } from "../../../generated/testing.js";
import type { FakeServerOptions } from "../../../runtime/testing/index.js";
import { account, all, bodyFor, setting } from "../../support/flow.js";

const CANARY = "pina_CANARY_of_telemetry";

const manager = new AsyncLocalStorageContextManager();
beforeAll(() => context.setGlobalContextManager(manager.enable()));
afterAll(() => context.disable());

const fails = (): never => {
  throw new Error("the tracer is broken");
};

/** The spans of one run, from OpenTelemetry's own tracer. */
async function spansOf(
  options: FakeServerOptions,
  settings: { headers?: Record<string, string> } = {},
) {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const tracer = provider.getTracer("test");
  await using scene = await setting({ accessToken: CANARY, ...options }, { tracer, ...settings });
  const outcome = await scene.client.report
    .run(account, bodyFor(scene.server))
    .then((report) => all(report.rows()))
    .catch((error) => error);
  const token = scene.server.requests.find(({ step }) => step === "poll")?.query.token ?? CANARY;
  return { spans: exporter.getFinishedSpans(), outcome, token, server: scene.server };
}

const SEMANTIC: readonly string[] = [
  ATTR_ERROR_TYPE,
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_REQUEST_RESEND_COUNT,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_SERVER_ADDRESS,
  ATTR_SERVER_PORT,
  ATTR_URL_FULL,
  ATTR_URL_TEMPLATE,
];
const REPORTS = "/v5/ad_accounts/{ad_account_id}/reports";

describe("a run's spans", () => {
  it("consist of one for the run, one for the wait, and one for each request sent", async () => {
    const { spans } = await spansOf({ polls: 1, faults: [{ name: "rate-limit", on: "create" }] });
    expect(spans.map(({ name, kind }) => [name, kind])).toEqual([
      [`POST ${REPORTS}`, SpanKind.CLIENT],
      [`POST ${REPORTS}`, SpanKind.CLIENT],
      [`GET ${REPORTS}`, SpanKind.CLIENT],
      ["pinterest-reports wait", SpanKind.INTERNAL],
      ["pinterest-reports run", SpanKind.INTERNAL],
      ["GET", SpanKind.CLIENT],
    ]);
    const [limited, create, poll, wait, run] = spans;
    const parentOf = (span: ReadableSpan | undefined) => span?.parentSpanContext?.spanId;
    expect(parentOf(poll)).toBe(wait?.spanContext().spanId);
    for (const span of [limited, create, wait])
      expect(parentOf(span)).toBe(run?.spanContext().spanId);
    const about = {
      "pinterest_reports.ad_account_id": account,
      "pinterest_reports.flow": "made-up",
    };
    for (const { name, attributes } of spans) expect(attributes, name).toMatchObject(about);
  });

  it("follow OpenTelemetry's conventions for HTTP clients", async () => {
    const { spans, server } = await spansOf({ faults: [{ name: "rate-limit", on: "create" }] });
    const [limited, create, ...others] = spans;
    const { hostname, port } = new URL(server.url);
    const facts = {
      [ATTR_HTTP_REQUEST_METHOD]: "POST",
      [ATTR_SERVER_ADDRESS]: hostname,
      [ATTR_SERVER_PORT]: Number(port),
      [ATTR_URL_TEMPLATE]: REPORTS,
      [ATTR_URL_FULL]: `${server.url}/ad_accounts/${account}/reports`,
    };
    expect(limited).toMatchObject({
      status: { code: SpanStatusCode.ERROR },
      attributes: {
        ...facts,
        [ATTR_HTTP_RESPONSE_STATUS_CODE]: 429,
        [ATTR_ERROR_TYPE]: "429",
      },
    });
    expect(limited?.attributes).not.toHaveProperty(ATTR_HTTP_REQUEST_RESEND_COUNT);
    expect(create).toMatchObject({
      status: { code: SpanStatusCode.UNSET },
      attributes: {
        ...facts,
        [ATTR_HTTP_RESPONSE_STATUS_CODE]: 200,
        [ATTR_HTTP_REQUEST_RESEND_COUNT]: 1,
      },
    });
    const download = others.at(-1)?.attributes;
    expect(download).toMatchObject({ [ATTR_HTTP_REQUEST_METHOD]: "GET" });
    expect(download).not.toHaveProperty(ATTR_URL_FULL);
    expect(download).not.toHaveProperty(ATTR_URL_TEMPLATE);
    const names = spans.flatMap(({ attributes }) => Object.keys(attributes));
    const foreign = names.filter((name) => !name.startsWith("pinterest_reports."));
    expect(foreign.filter((name) => !SEMANTIC.includes(name))).toEqual([]);
  });

  it("contain the error but no secret", async () => {
    const { spans, outcome, token } = await spansOf({ faults: [{ name: "refusal", on: "poll" }] });
    expect(outcome).toBeInstanceOf(Error);
    expect(spans.find(({ name }) => name === `GET ${REPORTS}`)?.attributes).toMatchObject({
      [ATTR_ERROR_TYPE]: "403",
      "pinterest_reports.request_id": "1234567890123456",
    });
    expect(spans.at(-1)).toMatchObject({
      name: "pinterest-reports run",
      status: { code: SpanStatusCode.ERROR, message: expect.stringContaining("returned 403") },
      attributes: { [ATTR_ERROR_TYPE]: (outcome as Error).name },
    });
    const text = JSON.stringify(
      spans.map(({ name, attributes, status, events }) => ({ name, attributes, status, events })),
    );
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(token);
    expect(text).not.toContain("X-Amz");
  });

  it("are propagated to Pinterest, but not to the file host", async () => {
    const { spans, server } = await spansOf({ faults: [{ name: "rate-limit", on: "create" }] });
    const requests = spans.filter(({ kind }) => kind === SpanKind.CLIENT);
    const [traceId, ...others] = new Set(
      spans.slice(0, -1).map((one) => one.spanContext().traceId),
    );
    expect(others).toEqual([]);
    expect(server.requests.map(({ headers }) => headers.traceparent)).toEqual(
      requests.map((span) =>
        span.name === "GET" ? undefined : `00-${traceId}-${span.spanContext().spanId}-01`,
      ),
    );
  });

  it("do not override the caller's own traceparent header", async () => {
    const own = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    const { server } = await spansOf({}, { headers: { traceparent: own } });
    const calls = server.requests.filter(({ step }) => step === "create");
    expect(calls.map(({ headers }) => headers.traceparent)).toEqual([own]);
  });

  const span = { setAttribute: () => {}, setStatus: () => {}, end: () => {} };
  type Begin = (span: object) => unknown;
  it.each<[string, (name: string, options: object, work: Begin) => unknown]>([
    ["throws", fails],
    ["throws while the work is running", (_, __, work) => [work(span), fails()]],
    ["does not start the work", () => undefined],
    ["starts the work later", (_, __, work) => void setTimeout(() => work(span), 0)],
    [
      "rejects",
      (_, __, work) => [work(span), Promise.reject(new Error("the tracer is broken"))][1],
    ],
    [
      "creates spans that throw",
      (_, __, work) => work({ setAttribute: fails, setStatus: fails, end: fails }),
    ],
    ["creates no span", (_, __, work) => work(undefined as never)],
  ])("do not disturb the run if the tracer %s", async (_, startActiveSpan) => {
    const tracer = { startActiveSpan } as never;
    await using scene = await setting({ faults: [{ name: "html-error" }] }, { tracer });
    const report = await scene.client.report.run(account, bodyFor(scene.server));
    expect(await all(report.rows())).not.toEqual([]);
    expect(scene.server.requests.filter(({ step }) => step === "create")).toHaveLength(1);
  });
});

describe("an OpenTelemetry tracer", () => {
  it("receives no account for a call that has none", async () => {
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
    expect(call?.name).toBe("GET /v5/ad_accounts");
    const names = Object.keys(call?.attributes ?? {});
    expect(names.filter((name) => !SEMANTIC.includes(name))).toEqual([
      "pinterest_reports.request_id",
    ]);
  });

  it("receives no ids in the paths of generic requests", async () => {
    const exporter = new InMemorySpanExporter();
    const spanProcessors = [new SimpleSpanProcessor(exporter)];
    await using server = await createFakeServer();
    const client = createClient({
      accessToken: server.accessToken,
      baseUrl: server.url,
      tracer: new BasicTracerProvider({ spanProcessors }).getTracer("test"),
    });
    await client.request("GET", `/ad_accounts/${account}/campaigns`).catch(() => {});
    const [call] = exporter.getFinishedSpans();
    expect(call?.name).toBe("GET /v5/ad_accounts/*/campaigns");
  });

  it("has no effect if no provider is registered", async () => {
    await using scene = await setting({}, { tracer: trace.getTracer("none") });
    expect(
      await all((await scene.client.report.run(account, bodyFor(scene.server))).rows()),
    ).not.toEqual([]);
  });
});

/** The measurements of one run, from OpenTelemetry's own meter: attributes and value by name. */
async function measurementsOf(options: FakeServerOptions) {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter });
  const provider = new MeterProvider({ readers: [reader] });
  await using scene = await setting(
    { accessToken: CANARY, ...options },
    { meter: provider.getMeter("test") },
  );
  const report = await scene.client.report.run(account, bodyFor(scene.server));
  const rows = await all(report.rows());
  await reader.forceFlush();
  const [{ scopeMetrics = [] } = {}] = exporter.getMetrics();
  const metrics = scopeMetrics.flatMap((scope) => scope.metrics);
  await provider.shutdown();
  return { metrics, rows, server: scene.server };
}

describe("a run's metrics", () => {
  const faults = [{ name: "rate-limit", on: "create" }] as const;

  it("contain the server's requests, according to the conventions", async () => {
    const { metrics, server } = await measurementsOf({ polls: 1, faults });
    const requests = metrics.find(
      ({ descriptor }) => descriptor.name === METRIC_HTTP_CLIENT_REQUEST_DURATION,
    );
    expect(requests?.descriptor.unit).toBe("s");
    const points = (requests?.dataPoints ?? []) as DataPoint<Histogram>[];
    expect(points.map(({ value }) => value.count).reduce((sum, one) => sum + one)).toBe(
      server.requests.length,
    );
    // The boundaries that the conventions recommend.
    expect(points[0]?.value.buckets.boundaries).toEqual([
      0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
    ]);
    expect(points[0]?.attributes).toEqual({
      [ATTR_HTTP_REQUEST_METHOD]: "POST",
      [ATTR_HTTP_RESPONSE_STATUS_CODE]: 429,
      [ATTR_ERROR_TYPE]: "429",
      [ATTR_SERVER_ADDRESS]: new URL(server.url).hostname,
      [ATTR_SERVER_PORT]: Number(new URL(server.url).port),
      [ATTR_URL_TEMPLATE]: REPORTS,
    });
  });

  it("contain the waits by reason, and the number of rows read", async () => {
    const { metrics, rows } = await measurementsOf({ polls: 2, faults });
    const pointsOf = (name: string) =>
      metrics.find(({ descriptor }) => descriptor.name === name)?.dataPoints ?? [];
    const waits = pointsOf("pinterest_reports.wait.duration");
    const reasons = waits.map(({ attributes }) => attributes["pinterest_reports.wait.reason"]);
    expect(reasons.toSorted()).toEqual(["poll", "retry"]);
    expect(pointsOf("pinterest_reports.rows")).toMatchObject([
      { value: rows.length, attributes: { "pinterest_reports.flow": "made-up" } },
    ]);
  });

  it("contain no ids and no token", async () => {
    const { metrics, server } = await measurementsOf({ polls: 1, faults });
    const text = JSON.stringify(metrics.map(({ dataPoints }) => dataPoints));
    expect(text).not.toContain(account);
    expect(text).not.toContain(CANARY);
    for (const { query } of server.requests)
      if (query.token !== undefined) expect(text).not.toContain(query.token);
  });

  it.each<[string, object]>([
    ["fails to create instruments", { createHistogram: fails, createCounter: fails }],
    [
      "fails to record",
      { createHistogram: () => ({ record: fails }), createCounter: () => ({ add: fails }) },
    ],
    [
      "creates no instruments",
      { createHistogram: () => undefined, createCounter: () => undefined },
    ],
  ])("do not disturb the run if the meter %s", async (_, meter) => {
    await using scene = await setting({ polls: 1 }, { meter: meter as never });
    const report = await scene.client.report.run(account, bodyFor(scene.server));
    expect(await all(report.rows())).not.toEqual([]);
  });
});

describe("an invalid tracer or meter", () => {
  it.each([
    [
      () => createClient({ accessToken: "t", tracer: {} as never }),
      "tracer must have startActiveSpan()",
    ],
    [
      () => createClient({ accessToken: "t", tracer: null as never }),
      "tracer must have startActiveSpan()",
    ],
    [
      () => createClient({ accessToken: "t", meter: { createHistogram() {} } as never }),
      "meter must have createHistogram() and createCounter()",
    ],
  ])("is rejected: %s", (make, message) => {
    expect(make).toThrow(new TypeError(message));
  });
});
