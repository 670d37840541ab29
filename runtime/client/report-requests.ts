import type { FieldPaths, Flow, FlowCall } from "../contract.js";
import {
  ApiError,
  ConnectionError,
  CreateOutcomeUnknownError,
  isWithoutRoom,
  SharedStateError,
} from "../errors.js";
import {
  bearerAuth,
  type Call,
  type CallOptions,
  type CreateStepOptions,
  failureOf,
  rateLimitKeyOf,
  type StepOptions,
  sendCall,
} from "../http/call.js";
import type { ClientConfig } from "../http/config.js";
import type { RateLimitKey } from "../http/rate-limiter.js";
import type { AcceptedResponse } from "../http/response.js";
import { isDefinitelyRejected, isRetryable } from "../http/retry.js";
import { SMALL_RESPONSE_BYTES } from "../http/send.js";
import { singleLine } from "../redact.js";
import type { ReportHandle, ReportStatus } from "../types.js";
import { isRecord } from "../validation/checks.js";
import { valueAt } from "./path.js";
import { mayStillAppear, NOT_SENT, type PollAttempt } from "./poll.js";
import { isToken } from "./report-handle.js";
import type { OnResponse } from "./response-promise.js";

/**
 * Returns the error that a failed create throws. It is a `CreateOutcomeUnknownError` if a report
 * may exist; otherwise, it is `error` itself.
 */
function outcomeOf(error: unknown): unknown {
  const failure = failureOf(error);
  const isRequestError = error instanceof ApiError || error instanceof ConnectionError;
  return failure === null || !isRequestError || isDefinitelyRejected(failure)
    ? error
    : new CreateOutcomeUnknownError(error);
}

type Fields = Readonly<Record<string, unknown>>;

/** Fields of a create response. */
export interface CreateResponse {
  readonly token: string;
  /** Empty if the response has none. */
  readonly status: string;
  readonly message: string;
}

/** Fields of a poll response. */
export interface PollResponse {
  readonly status: string;
  readonly url: string | null;
  readonly size: number | null;
}

// Limits for searching a response whose fields are not where the API description places them.
const MAX_DEPTH = 3;
const MAX_OBJECTS = 100;
const MAX_NAMES = 10;

/**
 * Finds the token, status and message in a create response. Looks in the response itself, in the
 * API description's envelope and in `data`. If the token is not there, looks in objects up to three
 * levels deeper, because a report without a token is lost. Status and message are empty if missing.
 * Throws an `ApiError` if there is no token.
 */
function readCreated(response: AcceptedResponse<unknown>, call: FieldLocations): CreateResponse {
  const { likely, nested } = objectsOf(response.data, call, "token");
  const [tokenPath, statusPath] = [pathOf(call, "token"), pathOf(call, "report_status")];
  const inOrder = [
    ...likely,
    ...nested.filter((fields) => statusOf(fields, statusPath) !== ""),
    ...nested,
  ];
  const report = inOrder.find((fields) => tokenOf(fields, tokenPath) !== "");
  if (report === undefined) throw refusal(response, "without a report token");
  const message = valueIn([report, ...likely], ["message"]);
  const statuses = [report, ...likely].map((fields) => statusOf(fields, statusPath));
  return {
    token: tokenOf(report, tokenPath),
    status: statuses.find((status) => status !== "") ?? "",
    message: typeof message === "string" ? message : "",
  };
}

/**
 * Finds the status, link and size in a poll response. Looks in the response itself, in the API
 * description's envelope and in `data`. If the status is not there, looks in objects up to three
 * levels deeper. A null status becomes the unknown status "null". The link and size are null if
 * missing; an invalid size also becomes null. Throws an `ApiError` if there is no status, or if the
 * link is not a string.
 */
function readPoll(response: AcceptedResponse<unknown>, call: FieldLocations): PollResponse {
  const { likely, nested } = objectsOf(response.data, call, "report_status");
  const path = pathOf(call, "report_status");
  const report =
    [...likely, ...nested].find((fields) => statusOf(fields, path) !== "") ??
    likely.find((fields) => valueAt(fields, path) === null);
  if (report === undefined) throw refusal(response, "without a report status");
  const [url, size] = [
    valueIn([report, ...likely], pathOf(call, "url")) ?? null,
    valueIn([report, ...likely], ["size"]) ?? null,
  ];
  if (url !== null && typeof url !== "string")
    throw response.invalid("with a link that is not a string");
  // The size is only a hint, so an impossible size counts as missing.
  const isSize = typeof size === "number" && Number.isSafeInteger(size) && size >= 0;
  return { status: statusOf(report, path) || "null", url, size: isSize ? size : null };
}

/** Where the fields of a response are. */
type FieldLocations = Pick<FlowCall<never>, "envelope" | "paths">;

/** The path of a field in the response. By default, the field is at the top level. */
function pathOf({ paths }: FieldLocations, name: keyof FieldPaths): readonly string[] {
  return paths?.[name] ?? [name];
}

/**
 * The objects of a response to search for `field`. `likely` contains the response itself, the API
 * description's envelope, and `data`. The envelope comes first, if the description has one.
 * `nested` contains all other objects in the response, outermost first, within the search limits.
 * They are searched only for a field under its usual name, because other objects may have their own
 * `id`.
 */
function objectsOf(
  data: unknown,
  { envelope, paths }: FieldLocations,
  field: keyof FieldPaths,
): { readonly likely: readonly Fields[]; readonly nested: readonly Fields[] } {
  if (!isRecord(data)) return { likely: [], nested: [] };
  const inside = [envelope ?? "data", "data"].map((name) => valueAt(data, [name])).filter(isRecord);
  const likely = [...new Set(envelope === undefined ? [data, ...inside] : [...inside, data])];
  if (paths?.[field] !== undefined) return { likely, nested: [] };
  const nested: Fields[] = [];
  let level: readonly unknown[] = likely;
  for (let depth = 0; depth < MAX_DEPTH && nested.length < MAX_OBJECTS; depth++) {
    level = level
      .flatMap((value) => Object.values(value as object).slice(0, MAX_OBJECTS))
      .filter((value) => Object(value) === value);
    level = level.slice(0, MAX_OBJECTS);
    nested.push(...level.filter(isRecord).filter((fields) => !likely.includes(fields)));
  }
  return { likely, nested: nested.slice(0, MAX_OBJECTS) };
}

/** The value at a path of own properties, from the first object that has one. */
function valueIn(objects: readonly Fields[], path: readonly string[]): unknown {
  for (const fields of objects) {
    const value = valueAt(fields, path);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The report's token in these fields; empty if there is none. An integer becomes a string. */
function tokenOf(fields: Fields, path: readonly string[]): string {
  const token = valueAt(fields, path);
  if (Number.isSafeInteger(token)) return String(token);
  return isToken(token) ? token : "";
}

/** The report's status in these fields; empty if there is none. */
function statusOf(fields: Fields, path: readonly string[]): string {
  const status = valueAt(fields, path);
  return typeof status === "string" ? status : "";
}

/**
 * The error for a response without a required field. Shows the names of the response's fields, but
 * not their values, which may be secrets.
 */
function refusal({ data, invalid }: AcceptedResponse<unknown>, problem: string): Error {
  if (!isRecord(data)) return invalid("with an empty body");
  const names = Object.entries(data)
    .slice(0, MAX_NAMES)
    .flatMap(([name, value]) =>
      isRecord(value) ? [name, ...Object.keys(value).map((inner) => `${name}.${inner}`)] : [name],
    )
    .filter((name) => /^[\w.-]{1,40}$/.test(name));
  const fieldNames = names.length > MAX_NAMES ? [...names.slice(0, MAX_NAMES), "…"] : names;
  return invalid(
    `${problem}${fieldNames.length === 0 ? "" : `, but with ${fieldNames.join(", ")}`}`,
  );
}

/**
 * Status of a report. The link can only be read as `url`; it does not appear when the object is
 * printed, copied or converted to JSON.
 */
export class PolledStatus implements ReportStatus {
  readonly status: string;
  readonly state: ReportStatus["state"];
  readonly knownStatus: boolean;
  readonly size: number | null;
  readonly requestId: string | null;
  readonly #url: string | null;

  constructor({ status, state, knownStatus, size, url, requestId }: ReportStatus) {
    this.status = status;
    this.state = state;
    this.knownStatus = knownStatus;
    this.size = size;
    this.requestId = requestId;
    this.#url = url;
  }

  /** The signed download link; null if there is none. */
  get url(): string | null {
    return this.#url;
  }
}

/** Whether two statuses are equal, ignoring case. */
function isSameStatus(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase();
}

const MAX_MESSAGE_LENGTH = 1_000;
// Fields that an error may show. The report's token and link are not among them.
const SHOWABLE = ["report_status", "size", "code", "message", "status"];

/** The fields that the call's errors may show. */
function showableOf({ paths }: FieldLocations): readonly string[] {
  return SHOWABLE.filter((name) => name !== paths?.token?.[0] && name !== paths?.url?.[0]);
}

/** Result of a create request. */
export interface Created {
  readonly token: string;
  readonly status: string;
  /** Pinterest's message on one line, without secrets; empty if there was none. */
  readonly message: string;
}

interface Step
  extends StepOptions,
    Pick<CallOptions, "hardAbortSignal" | "noBackoff">,
    Pick<RateLimitKey, "gate"> {
  readonly step: "create" | "poll";
}

/** The create and poll calls of a flow, which are retried where that is safe. */
export class ReportCalls<Body> {
  readonly #config: ClientConfig;
  readonly #flow: Flow<Body>;

  constructor(config: ClientConfig, flow: Flow<Body>) {
    this.#config = config;
    this.#flow = flow;
  }

  /**
   * Creates a report. `before` is called before each attempt. Throws a `CreateOutcomeUnknownError`
   * if it is unknown whether a report exists. If it is certain that there is none, throws an
   * `ApiError`, `AuthError`, `RateLimitError` or `ConnectionError`. Throws `signal.reason` on an
   * abort.
   */
  create(
    account: string,
    body: Body,
    {
      before,
      onResponse,
      ...options
    }: CreateStepOptions & { readonly onResponse?: OnResponse | undefined },
  ): Promise<Created> {
    const { create } = this.#flow;
    return this.#send(
      create,
      { account, body },
      { step: "create", ...options },
      {
        before,
        read(response) {
          const { token, status, message } = readCreated(response, create);
          onResponse?.(response.info);
          const clean = (text: string): string =>
            singleLine(response.clean(text, [token]), MAX_MESSAGE_LENGTH);
          return { token, status: clean(status), message: clean(message) };
        },
        errorOf: outcomeOf,
      },
    );
  }

  /**
   * Polls once, with retries unless `noBackoff` is set. Throws an `ApiError`, `AuthError`,
   * `RateLimitError` or `ConnectionError`, and `signal.reason` if aborted.
   */
  poll(
    handle: ReportHandle,
    {
      onResponse,
      ...options
    }: StepOptions & Pick<CallOptions, "noBackoff"> & { readonly onResponse?: OnResponse },
  ): Promise<PollAttempt & { reportStatus: ReportStatus }> {
    const { adAccountId, token } = handle;
    const { poll, statuses } = this.#flow;
    return this.#send(
      poll,
      { account: adAccountId, token },
      { step: "poll", ...options },
      {
        read: (response) => {
          const { status, url, size } = readPoll(response, poll);
          const { info, retryAfterMs } = response;
          onResponse?.(info);
          const { done, failed, pending } = statuses;
          // The status may be in uppercase or lowercase.
          const known = [...done, ...failed, ...pending].find((one) => isSameStatus(one, status));
          const knownStatus = known !== undefined;
          const named = known ?? status;
          const hasFailed =
            failed.includes(named) && !mayStillAppear(named, handle, this.#config.clock);
          const state = done.includes(named) ? "done" : hasFailed ? "failed" : "pending";
          // A status that this version does not know may contain a secret.
          const visibleStatus = knownStatus ? status : response.clean(status, [url ?? ""]);
          const { requestId } = info;
          return {
            reportStatus: new PolledStatus({
              status: visibleStatus,
              state,
              knownStatus,
              url,
              size,
              requestId,
            }),
            retryAfterMs,
          };
        },
      },
    );
  }

  /**
   * Polls once without waiting for a retry. An outage or a rate limit results in an attempt without
   * a status. Other errors are thrown, because another poll would fail in the same way.
   */
  async tryPoll(handle: ReportHandle, options: StepOptions): Promise<PollAttempt> {
    try {
      return await this.poll(handle, { ...options, noBackoff: true });
    } catch (error) {
      const missed = missedPoll(error, this.#config.clock.date());
      if (missed === null) throw error;
      return missed;
    }
  }

  /**
   * Sends a create or poll call. A poll goes ahead of other calls in the queue, and is retried even
   * if it may have been processed.
   */
  #send<Input extends { readonly account: string; readonly token?: string }, Value>(
    operation: FlowCall<Input>,
    input: Input,
    { step, deadline, signal, hardAbortSignal, gate, noBackoff = false }: Step,
    reading: Pick<Call<Input, unknown, Value>, "before" | "read" | "errorOf">,
  ): Promise<Value> {
    const { account, token } = input;
    const config = this.#config;
    // Polls have priority: a finished report is lost if it is not polled in time, but creating a
    // report can wait.
    const first = step === "poll";
    const rateLimitKey = rateLimitKeyOf(operation, {
      operation: `${this.#flow.name} ${step}`,
      account,
      first,
      gate,
    });
    const options = {
      work: { name: step, account, flow: this.#flow.name },
      // Polling twice is harmless, but creating twice results in a second report.
      idempotent: first,
      noBackoff,
      get deadline() {
        return deadline.at;
      },
      maxQueueMs: deadline.ms,
      signal,
      hardAbortSignal,
      rateLimitKey,
      authenticator: bearerAuth(config.tokens, signal),
    };
    return sendCall(config, {
      operation,
      input,
      options,
      expected: {
        maxBytes: SMALL_RESPONSE_BYTES,
        showable: showableOf(operation),
        secrets: token === undefined ? [] : [token],
      },
      ...reading,
    });
  }
}

/**
 * The result of a poll that failed with a retryable error; null for other errors. `date` is the
 * current time in milliseconds since 1970.
 */
function missedPoll(error: unknown, date: number): PollAttempt | null {
  if (isWithoutRoom(error))
    return {
      reportStatus: null,
      error,
      message: NOT_SENT,
      retryAfterMs: Date.parse(error.retryAt) - date,
    };
  // No token is available at the moment, but the next poll may get one.
  if (error instanceof SharedStateError)
    return { reportStatus: null, error, message: "shared state", retryAfterMs: null };
  const failure = failureOf(error);
  if (!(error instanceof Error) || failure === null || !isRetryable(failure)) return null;
  if (failure.kind === "network")
    return { reportStatus: null, error, message: "no response", retryAfterMs: null };
  return {
    reportStatus: null,
    error,
    message: String(failure.status),
    retryAfterMs: failure.retryAfterMs,
  };
}
