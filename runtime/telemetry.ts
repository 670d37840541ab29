import { ApiError, PinterestReportsError } from "./errors.js";

/** Value of a span attribute. */
export type AttributeValue = string | number | boolean;

/** The part of an OpenTelemetry span that a client uses. */
export interface Span {
  setAttribute(name: string, value: AttributeValue): unknown;
  /** Code 2 is an error. */
  setStatus(status: { readonly code: number; readonly message?: string }): unknown;
  end(): void;
}

/** The part of an OpenTelemetry tracer that a client uses, such as `trace.getTracer("my-app")` of `@opentelemetry/api`. */
export interface Tracer {
  startActiveSpan<Value>(
    name: string,
    options: { readonly kind?: number; readonly attributes?: Readonly<Record<string, AttributeValue>> },
    work: (span: Span) => Value,
  ): Value;
}

const SPAN_KIND_CLIENT = 2;
const STATUS_ERROR = 2;

/** Operation that a span describes. */
export interface Work {
  readonly name: string;
  readonly account?: string;
  readonly flow?: string;
}

/**
 * Calls `work` once and returns its promise. With a `tracer`, it runs within a span that records the operation, the account (unless empty),
 * the flow and a failure: class, message, HTTP status and request id, but no token and no address. `work` receives the span to record the
 * number of attempts; undefined without a tracer. Exceptions of the tracer are ignored; the work runs even if the tracer never calls back.
 */
export function traced<Value>(
  { tracer }: { readonly tracer: Tracer | undefined },
  { name, account, flow }: Work,
  work: (span: Span | undefined) => Promise<Value>,
): Promise<Value> {
  if (tracer === undefined) return work(undefined);
  const attributes = {
    // Calls without an account have an empty one.
    ...(account && { "pinterest_reports.ad_account_id": account }),
    ...(flow !== undefined && { "pinterest_reports.flow": flow }),
  };
  let underWay: Promise<Value> | undefined;
  const begin = (span: Span | undefined): Promise<Value> => {
    underWay ??= within(new SafeSpan(span), work);
    return underWay;
  };
  ignoreErrors(() => tracer.startActiveSpan(`pinterest-reports ${name}`, { kind: SPAN_KIND_CLIENT, attributes }, begin));
  return begin(undefined);
}

/** Runs `work`, records its failure on the span, and ends the span. */
async function within<Value>(span: Span, work: (span: Span) => Promise<Value>): Promise<Value> {
  try {
    return await work(span);
  } catch (error) {
    recordFailure(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** A span of the caller's tracer whose exceptions are ignored. */
class SafeSpan implements Span {
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
}

/** Calls `work` synchronously and ignores its exception or rejection. Does not wait for a promise. */
export function ignoreErrors(work: () => unknown): void {
  try {
    const result = work();
    // A promise may be of another realm, as in a test runner with a context of its own.
    if (typeof Object(result).then === "function") Promise.resolve(result).catch(() => {});
  } catch {}
}

/** Sets the error attributes and status of a span. */
function recordFailure(span: Span, error: unknown): void {
  // Errors of other code, such as the reason of an abort, may hold any value.
  const isOwnError = error instanceof PinterestReportsError;
  span.setAttribute("error.type", isOwnError ? error.name : "other");
  if (error instanceof ApiError) {
    span.setAttribute("http.response.status_code", error.status);
    if (error.requestId !== null) span.setAttribute("pinterest_reports.request_id", error.requestId);
  }
  span.setStatus({ code: STATUS_ERROR, ...(isOwnError && { message: error.message }) });
}
