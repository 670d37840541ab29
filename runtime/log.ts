import { readVariable, VARIABLES } from "./environment.js";
import { singleLine } from "./redact.js";
import { ignoreErrors } from "./telemetry.js";
import type { ClientEvent } from "./types.js";
import { formatViolation } from "./validation/violation.js";

/**
 * Receives a client's messages, each as one line of text. `console` and the loggers of most logging
 * libraries work.
 */
export interface Logger {
  debug(message: string): unknown;
  info(message: string): unknown;
  warn(message: string): unknown;
  error(message: string): unknown;
}

/** The minimum severity to log; `off` logs nothing. */
export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

/** Options for logging. */
export interface LogOptions {
  /**
   * Receives everything that `onEvent` reports, as text without tokens, links or secrets. That
   * includes requests, responses and waits. Errors that the logger throws are ignored. Default:
   * `console.error` and `console.warn`, which write to standard error.
   */
  readonly logger?: Logger | undefined;
  /**
   * The minimum severity to log. `error`: the client cannot continue; `warn`: something may need
   * attention; `info`: reports created, tokens refreshed, failed responses; `debug`: every request,
   * response, poll and wait. Default: the environment variable `PINTEREST_LOG`; if it is not set,
   * `warn` with a `logger` and `off` without one.
   */
  readonly logLevel?: LogLevel | undefined;
}

const LEVELS: readonly LogLevel[] = ["off", "error", "warn", "info", "debug"];
const METHODS = ["debug", "info", "warn", "error"] as const;
const MAX_MESSAGE_LENGTH = 2_000;

// console.debug and console.info write to standard output, where a program may write its rows.
const standardError: Logger = {
  debug: (message) => console.warn(message),
  info: (message) => console.warn(message),
  warn: (message) => console.warn(message),
  error: (message) => console.error(message),
};

/**
 * Returns a function that logs an event, or null if nothing is logged. If `logLevel` is missing,
 * the level is read from the environment. If it is missing there too, the level is `warn` with a
 * `logger` and `off` without one. Without a `logger`, messages go to standard error. Errors that
 * the logger throws are ignored. Throws a `TypeError` for a logger that lacks one of the four
 * methods, and for an unknown level, even if it comes from the environment.
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
        logger[kind](`pinterest-reports ${kind}: ${singleLine(textOf(event), MAX_MESSAGE_LENGTH)}`),
      );
  };
}

/** The severity with which an event is logged. A failed response is `info`, any other `debug`. */
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

/** The event as a sentence, which may contain line breaks. */
function textOf(event: ClientEvent): string {
  switch (event.type) {
    case "request":
      return `${event.method} ${event.path}${event.attempt > 1 ? `, attempt ${event.attempt}` : ""}`;
    case "response": {
      const id = event.requestId === null ? "" : ` [request ${event.requestId}]`;
      return `${event.method} ${event.path} returned ${event.status} after ${Math.round(event.ms)} ms${id}`;
    }
    case "wait":
      return `waiting ${Math.round(event.ms)} ms: ${event.reason}${event.message === undefined ? "" : `, ${event.message}`}`;
    case "paused":
      return `${event.waiting} requests are waiting for up to ${Math.round(event.ms)} ms: ${event.message}`;
    case "download":
      return `received ${event.received} of ${event.expected ?? "an unknown number of"} bytes`;
    case "refreshed":
      return `new access token, valid until: ${event.expiresAt ?? "unknown"}`;
    case "reloaded":
      return `using the access token of another process, valid until: ${event.expiresAt ?? "unknown"}`;
    case "refresh-failed":
      return `no new access token: ${event.message}`;
    case "access-lost":
      return `the tokens are no longer valid, and all further calls fail: ${event.message}`;
    case "shared-unavailable":
      return `no reports are created until the shared state responds: ${event.message}`;
    case "shared-available":
      return "the shared state responds again";
    default: {
      // The id is empty for a call without an account.
      const account = event.adAccountId === "" ? "" : ` of account ${event.adAccountId}`;
      return `${event.flow}${account} ${reportText(event)}`;
    }
  }
}

/** Describes an event of a report, as the end of a sentence. */
function reportText(event: Extract<ClientEvent, { readonly flow: string }>): string {
  switch (event.type) {
    case "violations":
      return `breaks rules: ${event.violations.map(formatViolation).join("; ")}`;
    case "created":
      return `was created: ${event.status}${event.message === "" ? "" : `, ${event.message}`}`;
    case "poll":
      return `has the status ${event.status} at poll ${event.attempts}`;
    case "unknown-status":
      return `has a status that this version does not know: ${event.status}`;
    case "poll-failed":
      return `could not be polled: ${event.message}`;
    case "size-mismatch":
      return `has a file of ${event.received} bytes, but Pinterest reported ${event.announced}`;
  }
}
