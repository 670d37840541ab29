import { readVariable, VARIABLES } from "./environment.js";
import { ApiError, PinterestReportsError } from "./errors.js";
import { singleLine } from "./redact.js";
import type { ClientEvent } from "./types.js";
import { formatViolation } from "./validation/violation.js";

/** Value of a span attribute. */
export type AttributeValue = string | number | boolean;

/** The part of an OpenTelemetry span that a client uses. */
export interface Span {
  setAttribute(name: string, value: AttributeValue): unknown;
  /** Code 2 is an error. */
  setStatus(status: { readonly code: number; readonly message?: string }): unknown;
  end(): void;
}

/**
 * The part of an OpenTelemetry tracer that a client uses, such as `trace.getTracer("my-app")` of
 * `@opentelemetry/api`.
 */
export interface Tracer {
  startActiveSpan<Value>(
    name: string,
    options: {
      readonly kind?: number;
      readonly attributes?: Readonly<Record<string, AttributeValue>>;
    },
    work: (span: Span) => Value,
  ): Value;
}

const SPAN_KIND_CLIENT = 2;
const STATUS_ERROR = 2;

/** An operation of a client: a whole `run`, the `wait` for a report, or one call. */
export interface TracedOperation {
  /** `run`, `wait`, `create`, `poll`, `download`, or the name of a synchronous call. */
  readonly name: string;
  readonly account?: string;
  /** The report's flow, such as `report`; not set for a call without one. */
  readonly flow?: string;
}

/**
 * Calls `work` once, such as within a span, and returns its promise. `work` records its number of
 * attempts on the span, if it is given one.
 */
export type Trace = <Value>(
  operation: TracedOperation,
  work: (span: Span | undefined) => Promise<Value>,
) => Promise<Value>;

/**
 * Creates a function that runs each operation within a span of `tracer`. The span records the
 * operation, the account (unless empty), the flow, the number of attempts and a failure: class,
 * message, HTTP status and request id, but no token and no address. Exceptions of the tracer are
 * ignored; the operation runs even if the tracer never calls back. Throws a `TypeError` if `tracer`
 * has no `startActiveSpan`.
 */
export function traceWith(tracer: Tracer): Trace {
  if (typeof tracer?.startActiveSpan !== "function")
    throw new TypeError("tracer must have startActiveSpan()");
  return <Value>(
    { name, account, flow }: TracedOperation,
    work: (span: Span | undefined) => Promise<Value>,
  ): Promise<Value> => {
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
    ignoreErrors(() =>
      tracer.startActiveSpan(
        `pinterest-reports ${name}`,
        { kind: SPAN_KIND_CLIENT, attributes },
        begin,
      ),
    );
    return begin(undefined);
  };
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

/**
 * Calls `work` synchronously and ignores its exception or rejection. Does not wait for a promise.
 */
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
    if (error.requestId !== null)
      span.setAttribute("pinterest_reports.request_id", error.requestId);
  }
  span.setStatus({ code: STATUS_ERROR, ...(isOwnError && { message: error.message }) });
}

/**
 * Receives messages of a client, one line of text each. `console` is one, and so are the loggers of
 * most libraries.
 */
export interface Logger {
  debug(message: string): unknown;
  info(message: string): unknown;
  warn(message: string): unknown;
  error(message: string): unknown;
}

/** The least important messages that are logged; `off` logs none. */
export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

/** Options of logging. */
export interface LogOptions {
  /**
   * Receives the client's messages: requests, responses, waits and everything else that `onEvent`
   * reports, as text without tokens, links and secrets. Errors it throws are ignored. Default:
   * standard error, by `console.error` and `console.warn`.
   */
  readonly logger?: Logger | undefined;
  /**
   * `error`: the client cannot continue; `warn`: something may need attention; `info`: reports
   * created, tokens refreshed, failed responses; `debug`: every request, response, poll and wait.
   * Default: the environment variable `PINTEREST_LOG`; else `warn` with `logger`, and `off`
   * without.
   */
  readonly logLevel?: LogLevel | undefined;
}

const LEVELS: readonly LogLevel[] = ["off", "error", "warn", "info", "debug"];
const METHODS = ["debug", "info", "warn", "error"] as const;
const LONGEST_MESSAGE = 2_000;

// console.debug and console.info write to standard output, where a program may write its rows.
const standardError: Logger = {
  debug: (message) => console.warn(message),
  info: (message) => console.warn(message),
  warn: (message) => console.warn(message),
  error: (message) => console.error(message),
};

/**
 * Returns a function that logs an event, or null if nothing is logged. Throws a `TypeError` for a
 * logger that lacks one of its four methods, and for a level, also of the environment, that does
 * not exist.
 */
export function eventLogger({
  logger: given,
  logLevel,
}: LogOptions): ((event: ClientEvent) => void) | null {
  const variable = logLevel === undefined ? readVariable("logLevel") : undefined;
  const level = logLevel ?? variable ?? (given === undefined ? "off" : "warn");
  const logger = given === undefined ? standardError : given;
  const name = variable === undefined ? "logLevel" : VARIABLES.logLevel;
  for (const method of METHODS)
    if (typeof logger?.[method] !== "function") throw new TypeError(`logger must have ${method}()`);
  const most = LEVELS.indexOf(level as LogLevel);
  if (most === -1) throw new TypeError(`${name} must be one of ${LEVELS.join(", ")}`);
  if (most === 0) return null;
  return (event) => {
    const kind = levelOf(event);
    if (LEVELS.indexOf(kind) <= most)
      ignoreErrors(() =>
        logger[kind](`pinterest-reports ${kind}: ${singleLine(textOf(event), LONGEST_MESSAGE)}`),
      );
  };
}

function levelOf(event: ClientEvent): "error" | "warn" | "info" | "debug" {
  switch (event.type) {
    case "access-lost":
      return "error";
    case "violations":
    case "unknown-status":
    case "poll-failed":
    case "paused":
    case "refresh-failed":
    case "shared-unavailable":
    case "size-mismatch":
      return "warn";
    case "created":
    case "refreshed":
    case "reloaded":
    case "shared-available":
      return "info";
    case "response":
      return event.status >= 400 ? "info" : "debug";
    default:
      return "debug";
  }
}

/** The event as a sentence; it may have line breaks. */
function textOf(event: ClientEvent): string {
  switch (event.type) {
    case "request":
      return `${event.method} ${event.path}${event.attempt > 1 ? `, attempt ${event.attempt}` : ""}`;
    case "response": {
      const id = event.requestId === null ? "" : ` [request ${event.requestId}]`;
      return `${event.method} ${event.path} returned ${event.status} after ${Math.round(event.ms)} ms${id}`;
    }
    case "wait":
      return `waits ${Math.round(event.ms)} ms: ${event.reason}${event.message === undefined ? "" : `, ${event.message}`}`;
    case "paused":
      return `${event.waiting} requests wait up to ${Math.round(event.ms)} ms: ${event.message}`;
    case "download":
      return `received ${event.received} of ${event.expected ?? "an unknown number of"} bytes`;
    case "refreshed":
      return `new access token, valid until ${event.expiresAt ?? "an unknown time"}`;
    case "reloaded":
      return `access token of another process, valid until ${event.expiresAt ?? "an unknown time"}`;
    case "refresh-failed":
      return `no new access token: ${event.message}`;
    case "access-lost":
      return `the tokens are void, and all further calls fail: ${event.message}`;
    case "shared-unavailable":
      return `no report is created meanwhile: ${event.message}`;
    case "shared-available":
      return "the shared state responds again";
    default: {
      // Calls without an account have an empty one.
      const account = event.adAccountId === "" ? "" : ` of account ${event.adAccountId}`;
      return `${event.flow}${account} ${reportText(event)}`;
    }
  }
}

/** The end of the sentence about a report. */
function reportText(event: Extract<ClientEvent, { readonly flow: string }>): string {
  switch (event.type) {
    case "violations":
      return `breaks rules: ${event.violations.map(formatViolation).join("; ")}`;
    case "created":
      return `was created: ${event.status}${event.message === "" ? "" : `, ${event.message}`}`;
    case "poll":
      return `is ${event.status} at poll ${event.attempts}`;
    case "unknown-status":
      return `has a status that this version does not know: ${event.status}`;
    case "poll-failed":
      return `was not polled: ${event.message}`;
    case "size-mismatch":
      return `has a file of ${event.received} bytes, and ${event.announced} were announced`;
  }
}
