import type { Clock } from "./clock.js";
import { ApiError, isWithoutRoom, PinterestReportsError } from "./errors.js";

/** Value of an attribute of a span or a measurement. */
export type AttributeValue = string | number | boolean;

/** Attributes of a span or a measurement, keyed by name. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** The part of an OpenTelemetry span that a client uses. */
export interface Span {
  setAttribute(name: string, value: AttributeValue): unknown;
  /** Code 2 means an error. */
  setStatus(status: { readonly code: number; readonly message?: string }): unknown;
  end(): void;
  /** The ids to send in the `traceparent` header. Without this method, the header is not sent. */
  spanContext?(): SpanContext;
}

/** The ids of an OpenTelemetry span. */
export interface SpanContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
  /** Bit 0: the trace is recorded. */
  readonly traceFlags: number;
  readonly traceState?: { serialize(): string } | undefined;
}

/**
 * The part of an OpenTelemetry tracer that a client uses, such as `trace.getTracer("my-app")` from
 * `@opentelemetry/api`.
 */
export interface Tracer {
  startActiveSpan<Value>(
    name: string,
    options: {
      readonly kind?: number;
      readonly attributes?: Attributes;
    },
    work: (span: Span) => Value,
  ): Value;
}

/**
 * The part of an OpenTelemetry meter that a client uses, such as `metrics.getMeter("my-app")` from
 * `@opentelemetry/api`.
 */
export interface Meter {
  createHistogram(
    name: string,
    options: InstrumentOptions & {
      readonly advice: { explicitBucketBoundaries: number[] };
    },
  ): { record(value: number, attributes: Attributes): unknown };
  createCounter(
    name: string,
    options: InstrumentOptions,
  ): { add(value: number, attributes: Attributes): unknown };
}

/** Description and unit of a measurement. */
export interface InstrumentOptions {
  readonly description: string;
  readonly unit: string;
}

// OpenTelemetry's codes for span kinds and for the error status.
const [KIND_INTERNAL, KIND_CLIENT, STATUS_ERROR] = [0, 2, 2];
// Bucket boundaries in seconds. Those for requests follow OpenTelemetry's HTTP conventions.
const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
const WAIT_SECONDS = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600];

/** An operation of a client, such as `run` or `poll`. */
export interface TracedOperation {
  readonly name: string;
  readonly account?: string;
  /** The report's flow, such as `report`; omitted if the call belongs to no flow. */
  readonly flow?: string;
}

/** One HTTP request. */
export interface TracedRequest {
  readonly method: string;
  readonly url: URL;
  /**
   * The path with placeholders instead of ids. Null if there is no such path, for example for a
   * signed link.
   */
  readonly template: string | null;
  /** The address without secrets or query; null if it must not be shown. */
  readonly address: string | null;
  /** How many requests the same call has already sent. */
  readonly resends: number;
  readonly work: TracedOperation;
}

/** The part of a response that is recorded. */
interface TracedResponse {
  readonly status: number;
  readonly requestId?: string | null;
}

/** Spans and measurements of a client. Errors that the tracer or the meter throws are ignored. */
export interface Telemetry {
  /** Calls `work` once, within a span if there is a tracer, and returns its promise. */
  trace<Value>(operation: TracedOperation, work: () => Promise<Value>): Promise<Value>;
  /**
   * Calls `send` once within a span, and measures the call. The span follows OpenTelemetry's
   * conventions for HTTP clients. `send` receives the headers that continue the trace.
   */
  request<Response extends TracedResponse>(
    request: TracedRequest,
    send: (traceHeaders: Readonly<Record<string, string>>) => Promise<Response>,
  ): Promise<Response>;
  /** Records a wait of `ms` milliseconds and its reason. */
  recordWait(reason: string, ms: number): void;
  /** Adds `rows` to the number of rows read for this flow. */
  countRows(flow: string, rows: number): void;
}

/**
 * Creates a client's telemetry, which only has an effect with a tracer or a meter. It never records
 * a token or a signed link, and measurements contain no ids. Throws a `TypeError` for a tracer or
 * meter without the methods of its type.
 */
export function telemetryOf({
  tracer,
  meter,
  clock,
}: {
  readonly tracer: Tracer | undefined;
  readonly meter: Meter | undefined;
  readonly clock: Clock;
}): Telemetry {
  const within = tracer === undefined ? withoutSpan : spansOf(tracer);
  const measured = meter === undefined ? null : instrumentsOf(meter);
  return {
    trace: (operation, work) =>
      within(
        { name: `pinterest-reports ${operation.name}`, kind: KIND_INTERNAL },
        attributesOf(operation),
        async (span) => {
          try {
            return await work();
          } catch (error) {
            recordFailure(span, error);
            throw error;
          }
        },
      ),
    request(request, send) {
      if (tracer === undefined && measured === null) return send({});
      const { method, template, address, resends, work } = request;
      const facts = requestFacts(request);
      const attributes = {
        ...facts,
        ...attributesOf(work),
        ...(address !== null && { "url.full": address }),
        ...(resends > 0 && { "http.request.resend_count": resends }),
      };
      const name = template === null ? method : `${method} ${template}`;
      return within({ name, kind: KIND_CLIENT }, attributes, async (span) => {
        const began = clock.now();
        let outcome: Attributes = {};
        try {
          const response = await send(traceHeaders(span));
          outcome = outcomeOf(response.status);
          for (const [key, value] of Object.entries(outcome)) span.setAttribute(key, value);
          if (response.requestId)
            span.setAttribute("pinterest_reports.request_id", response.requestId);
          // The span's status needs no message, because the HTTP status code is recorded.
          if ("error.type" in outcome) span.setStatus({ code: STATUS_ERROR });
          return response;
        } catch (error) {
          outcome = { "error.type": errorType(error) };
          recordFailure(span, error);
          throw error;
        } finally {
          measured?.request((clock.now() - began) / 1_000, { ...facts, ...outcome });
        }
      });
    },
    recordWait: (reason, ms) =>
      measured?.wait(ms / 1_000, { "pinterest_reports.wait.reason": reason }),
    countRows: (flow, rows) => measured?.rows(rows, { "pinterest_reports.flow": flow }),
  };
}

/**
 * The attributes that a request's span and measurements share. They have few distinct values and
 * contain no ids.
 */
function requestFacts({ method, url, template }: TracedRequest): Attributes {
  return {
    "http.request.method": method,
    "server.address": url.hostname,
    "server.port": Number(url.port) || (url.protocol === "http:" ? 80 : 443),
    ...(template !== null && { "url.template": template }),
  };
}

/** The attributes of a response. A status of 400 or above is an error. */
function outcomeOf(status: number): Attributes {
  return {
    "http.response.status_code": status,
    ...(status >= 400 && { "error.type": String(status) }),
  };
}

/** The account and flow of an operation as attributes. An unknown one is omitted. */
function attributesOf({ account, flow }: TracedOperation): Attributes {
  return {
    // The id is empty for a call without an account.
    ...(account && { "pinterest_reports.ad_account_id": account }),
    ...(flow !== undefined && { "pinterest_reports.flow": flow }),
  };
}

/** Calls `work` once, with the span that it runs in. */
type WithinSpan = <Value>(
  about: { readonly name: string; readonly kind: number },
  attributes: Attributes,
  work: (span: SafeSpan) => Promise<Value>,
) => Promise<Value>;

const withoutSpan: WithinSpan = (_, __, work) => work(new SafeSpan(undefined));

/**
 * Runs work within spans of `tracer`. The work runs even if the tracer throws or never calls back.
 */
function spansOf(tracer: Tracer): WithinSpan {
  if (typeof tracer?.startActiveSpan !== "function")
    throw new TypeError("tracer must have startActiveSpan()");
  return <Value>(
    { name, kind }: { readonly name: string; readonly kind: number },
    attributes: Attributes,
    work: (span: SafeSpan) => Promise<Value>,
  ): Promise<Value> => {
    let pending: Promise<Value> | undefined;
    const begin = (given: Span | undefined): Promise<Value> => {
      const span = new SafeSpan(given);
      pending ??= work(span).finally(() => span.end());
      return pending;
    };
    ignoreErrors(() => tracer.startActiveSpan(name, { kind, attributes }, begin));
    return begin(undefined);
  };
}

/** A span of the user's tracer. Exceptions thrown by the span are ignored. */
class SafeSpan {
  readonly #span: Span | undefined;

  constructor(span: Span | undefined) {
    this.#span = span;
  }

  setAttribute(name: string, value: AttributeValue): void {
    ignoreErrors(() => this.#span?.setAttribute(name, value));
  }

  setStatus(status: { readonly code: number; readonly message?: string }): void {
    ignoreErrors(() => this.#span?.setStatus(status));
  }

  end(): void {
    ignoreErrors(() => this.#span?.end());
  }

  spanContext(): SpanContext | undefined {
    try {
      return this.#span?.spanContext?.();
    } catch {
      return undefined;
    }
  }
}

/** The W3C Trace Context headers that continue a span's trace. Empty if the span has no ids. */
function traceHeaders(span: SafeSpan): Readonly<Record<string, string>> {
  const ids = span.spanContext();
  if (ids === undefined) return {};
  const { traceId, spanId, traceFlags, traceState } = ids;
  const parent = `00-${traceId}-${spanId}-${(traceFlags & 0xff).toString(16).padStart(2, "0")}`;
  // A span that is not recorded has ids of all zeros.
  if (!/^00-(?!0+-)[\da-f]{32}-(?!0+-)[\da-f]{16}-/.test(parent)) return {};
  let state: unknown;
  ignoreErrors(() => {
    state = traceState?.serialize();
  });
  const isHeader = typeof state === "string" && /^[\x20-\x7e]{1,512}$/.test(state);
  return { traceparent: parent, ...(isHeader && { tracestate: state as string }) };
}

/**
 * Creates the meter's instruments; their errors are ignored. Throws a `TypeError` if the meter
 * lacks `createHistogram` or `createCounter`.
 */
function instrumentsOf(meter: Meter) {
  if (typeof meter?.createHistogram !== "function" || typeof meter.createCounter !== "function")
    throw new TypeError("meter must have createHistogram() and createCounter()");
  const histogram = (name: string, description: string, boundaries: readonly number[]) =>
    silent(() => {
      const advice = { explicitBucketBoundaries: [...boundaries] };
      const instrument = meter.createHistogram(name, { description, unit: "s", advice });
      return (seconds, attributes) => instrument.record(seconds, attributes);
    });
  return {
    request: histogram(
      "http.client.request.duration",
      "Duration of HTTP client requests.",
      REQUEST_SECONDS,
    ),
    wait: histogram(
      "pinterest_reports.wait.duration",
      "Time that a call waits for a rate limit, a retry or the next poll.",
      WAIT_SECONDS,
    ),
    rows: silent(() => {
      const name = "pinterest_reports.rows";
      const instrument = meter.createCounter(name, {
        description: "Report rows that were read.",
        unit: "{row}",
      });
      return (rows, attributes) => instrument.add(rows, attributes);
    }),
  };
}

type Recorder = (value: number, attributes: Attributes) => unknown;

/**
 * Wraps the recorder that `make` returns so that its errors are ignored. If `make` throws, the
 * result does nothing.
 */
function silent(make: () => Recorder): (value: number, attributes: Attributes) => void {
  let record: Recorder | undefined;
  ignoreErrors(() => {
    record = make();
  });
  return (value, attributes) => ignoreErrors(() => record?.(value, attributes));
}

/**
 * Calls `work` synchronously and ignores its exception or rejection. If it returns a promise, does
 * not wait for it.
 */
export function ignoreErrors(work: () => unknown): void {
  try {
    const result = work();
    // A promise may be from another realm, for example in a test runner.
    if (typeof Object(result).then === "function") Promise.resolve(result).catch(() => {});
  } catch {}
}

/** Sets the error attributes and status of a span. */
function recordFailure(span: SafeSpan, error: unknown): void {
  span.setAttribute("error.type", errorType(error));
  if (error instanceof ApiError && !isWithoutRoom(error)) {
    span.setAttribute("http.response.status_code", error.status);
    if (error.requestId !== null)
      span.setAttribute("pinterest_reports.request_id", error.requestId);
  }
  const isOwn = error instanceof PinterestReportsError;
  span.setStatus({ code: STATUS_ERROR, ...(isOwn && { message: error.message }) });
}

/**
 * The error's class name. Errors from other code, such as an abort reason, may have any name. They
 * are reported as `_OTHER`, OpenTelemetry's fallback value.
 */
function errorType(error: unknown): string {
  return error instanceof PinterestReportsError ? error.name : "_OTHER";
}
