import { type ReportOperations, type RunAllClient, runAll } from "../batch/run-all.js";
import type { ReportItem, ReportTask, RunAllOptions, TaskIterable } from "../batch/types.js";
import { Deadline } from "../clock.js";
import type { Flow } from "../contract.js";
import { fileSource } from "../download/request.js";
import { attachHandle, ReportFailedError } from "../errors.js";
import type { CreateStepOptions, StepOptions } from "../http/call.js";
import { type ClientConfig, duration, withListener } from "../http/config.js";
import { cloneBody, ownOptions } from "../options.js";
import { printing } from "../redact.js";
import { checkZeroFill } from "../rows/rows.js";
import { traced } from "../telemetry.js";
import type { AbortOptions, CreateOptions, FinishedReport, ReportHandle, ReportStatus, ResumeOptions, RunOptions } from "../types.js";
import { type Connection, configOf } from "./connection.js";
import { DownloadableReport } from "./finished-report.js";
import { PollCoalescer, poll } from "./poll.js";
import { checkAccount, checkHandle, fileOf, getCreateMessage, setCreateMessage } from "./report-handle.js";
import { ReportCalls } from "./report-requests.js";
import { type OnResponse, type ResponsePromise, responsePromise } from "./response-promise.js";
import { checkRequest, violationsIn } from "./send.js";

const NAMES = ["onEvent", "signal", "validate", "deadlineMs", "recreate"] as const;

/**
 * Returns the call options that are own properties of `options`; other properties are dropped. The result has a member for every option,
 * undefined if not set, so that objects spread from it read none from `Object.prototype`.
 */
function pickOwnOptions<Options extends object>(options: Options): Options {
  return Object.fromEntries(NAMES.map((name) => [name, Object.hasOwn(options, name) ? Reflect.get(options, name) : undefined])) as Options;
}

const EXPIRED = "EXPIRED";

/** Creates the client of one flow; sends nothing. Throws a `TypeError` if `connection` is not from `connect`. */
export function flowClient<Body>(connection: Connection, flow: Flow<Body>): FlowClient<Body> {
  return new ReportRunner(configOf(connection), flow);
}

/** The client of a flow. `#withListener` makes one with another event listener that shares the polls. */
class ReportRunner<Body> implements FlowClient<Body> {
  readonly #config: ClientConfig;
  readonly #flow: Flow<Body>;
  readonly #polls: PollCoalescer;
  readonly #calls: ReportCalls<Body>;

  constructor(config: ClientConfig, flow: Flow<Body>, polls: PollCoalescer = new PollCoalescer(config.clock)) {
    this.#config = config;
    this.#flow = flow;
    this.#polls = polls;
    this.#calls = new ReportCalls(config, flow);
    printing(this, () => ({ flow: flow.name }), "ReportClient");
  }

  async run<Row, ZeroFilledRow>(adAccountId: string, body: Body, rawOptions: RunOptions = {}): Promise<FinishedReport<Row, ZeroFilledRow>> {
    const { onEvent, ...options } = pickOwnOptions(rawOptions);
    if (onEvent !== undefined) return this.#withListener(onEvent).run(adAccountId, body, options);
    const stepOptions = { ...options, deadline: this.#deadline(options.deadlineMs) };
    return traced(this.#config, { name: "run", account: String(adAccountId), flow: this.#flow.name }, async () => {
      const { handle, sent } = await this.#create(adAccountId, body, stepOptions);
      return this.#finish<Row, ZeroFilledRow>(handle, { ...stepOptions, recreate: options.recreate === true ? sent : undefined });
    });
  }

  create(adAccountId: string, body: Body, rawOptions: CreateOptions = {}): ResponsePromise<ReportHandle> {
    return responsePromise(async (onResponse) => {
      const { onEvent, ...options } = pickOwnOptions(rawOptions);
      const stepOptions = { ...options, deadline: this.#deadline(), onResponse };
      return (await this.#withListener(onEvent).#create(adAccountId, body, stepOptions)).handle;
    });
  }

  runAll<Row, Task extends ReportTask<Body>>(
    requests: TaskIterable<Task>,
    rawOptions: RunAllOptions<Task> = {},
  ): AsyncGenerator<ReportItem<Task, Row>, void, undefined> {
    const options = ownOptions(rawOptions);
    const { onEvent, ...withoutListener } = options;
    if (onEvent !== undefined) return this.#withListener(onEvent).runAll(requests, withoutListener);
    const { clock, limiter, deadlineMs } = this.#config;
    const batchClient: RunAllClient<Body> = {
      flow: this.#flow.name,
      clock,
      deadlineMs,
      emit: this.#config.emit,
      wake: () => limiter.wake(),
      poll: (handle, signal) => this.#calls.poll(handle, { deadline: this.#deadline(), signal, noBackoff: true }),
      errorsIn: (body) => {
        if ((options.validate ?? this.#config.validate) !== "error") return [];
        return violationsIn(this.#config, this.#flow, cloneBody(body)).filter(({ severity }) => severity === "error");
      },
      operations: (onEvent) => this.#withListener(onEvent).#operations(options.deadlineMs ?? deadlineMs, options.zeroFill),
    };
    return runAll(batchClient, requests, options);
  }

  #operations(deadlineMs: number, zeroFill: RunAllOptions<never>["zeroFill"]): ReportOperations<Body> {
    const { clock } = this.#config;
    return {
      clock,
      deadline: () => new Deadline(clock, deadlineMs),
      create: async ({ adAccountId, body }, stepOptions) =>
        (await this.#create(adAccountId, body, { ...ownOptions(stepOptions), zeroFill })).handle,
      resume: (handle, stepOptions) => this.#finish(checkHandle(handle, this.#flow.name), ownOptions(stepOptions)),
    };
  }

  poll(handle: ReportHandle, options: AbortOptions = {}): ResponsePromise<ReportStatus> {
    return responsePromise(async (onResponse) => {
      const { signal } = pickOwnOptions(options);
      const stepOptions = { deadline: this.#deadline(), signal, onResponse };
      return (await this.#calls.poll(checkHandle(handle, this.#flow.name), stepOptions)).reportStatus;
    });
  }

  async resume<Row, ZeroFilledRow>(
    handle: ReportHandle,
    rawOptions: ResumeOptions<Body> = {},
  ): Promise<FinishedReport<Row, ZeroFilledRow>> {
    const { onEvent, ...options } = pickOwnOptions(rawOptions);
    const deadline = this.#deadline(options.deadlineMs);
    // A copy: it may be used minutes later, when the caller has changed the body for another day.
    const recreate = cloneBody(options.recreate);
    return this.#withListener(onEvent).#finish(checkHandle(handle, this.#flow.name), { ...options, recreate, deadline });
  }

  /** This client, or one that also passes its events to `onEvent`. */
  #withListener(onEvent: RunOptions["onEvent"]): ReportRunner<Body> {
    return onEvent === undefined ? this : new ReportRunner(withListener(this.#config, onEvent), this.#flow, this.#polls);
  }

  /** A deadline that has begun. Throws a `RangeError` for an invalid time. */
  #deadline(ms: number = this.#config.deadlineMs): Deadline {
    return new Deadline(this.#config.clock, duration("deadlineMs", ms)).begin();
  }

  /**
   * Validates, creates, and emits `created`; resolves to the handle and the body that was sent. Throws an `InvalidArgumentError`, before
   * anything is sent, if `zeroFill` could not fill the rows.
   */
  async #create(
    adAccountId: string,
    body: Body,
    { validate = this.#config.validate, zeroFill, ...stepOptions }: Creating,
  ): Promise<Sent<Body>> {
    stepOptions.signal?.throwIfAborted();
    const account = checkAccount(adAccountId);
    // The copy is both checked and sent: a getter or a `toJSON` may return another value the next time.
    const sent = cloneBody(body);
    checkRequest(this.#config, this.#flow, sent, { account, validate });
    const file = fileOf(sent, this.#flow);
    checkZeroFill(zeroFill, { ...this.#flow, ...file });
    const { token, status, message } = await this.#calls.create(account, sent, stepOptions);
    const createdAt = new Date(this.#config.clock.date()).toISOString();
    this.#config.emit({ type: "created", flow: this.#flow.name, adAccountId: account, status, message });
    const handle = { version: 1, flow: this.#flow.name, adAccountId: account, token, createdAt, ...file } as const;
    return { handle: setCreateMessage(handle, message), sent };
  }

  /** Waits for the report, creates an expired one once more if `recreate` is set, and resolves to it when its file can be read. */
  async #finish<Row, ZeroFilledRow>(
    first: ReportHandle,
    { recreate, ...stepOptions }: Recreating<Body>,
  ): Promise<DownloadableReport<Row, ZeroFilledRow>> {
    let handle = first;
    let status: ReportStatus;
    try {
      status = await this.#wait(handle, stepOptions);
    } catch (error) {
      if (recreate === undefined || !(error instanceof ReportFailedError) || error.status !== EXPIRED) throw error;
      ({ handle } = await this.#create(handle.adAccountId, recreate, stepOptions));
      status = await this.#wait(handle, stepOptions);
    }
    const config = this.#config;
    const refresh = (signal: AbortSignal | undefined) => this.#wait(handle, { deadline: this.#deadline(), signal });
    const source = fileSource(status, { handle, clock: config.clock, refresh });
    const { ids, texts, zeros, guaranteedColumns = [] } = this.#flow;
    const added = guaranteedColumns.filter((guaranteed) => guaranteed.added === true).map(({ column }) => column);
    const reading = { ids, texts, zeros, added, format: handle.format ?? null, columns: handle.columns };
    return new DownloadableReport<Row, ZeroFilledRow>({ config, handle, source, reading, requestId: status.requestId });
  }

  /** Polls until the report is done; resolves to its status. Errors get the handle. */
  async #wait(handle: ReportHandle, { deadline, signal }: StepOptions): Promise<ReportStatus> {
    const { clock, emit } = this.#config;
    const options = { handle, clock, deadline, signal, emit, createMessage: getCreateMessage(handle) };
    const { adAccountId: account, token, flow } = handle;
    try {
      return await traced(this.#config, { name: "wait", account, flow }, () =>
        this.#polls.during(`${account} ${token}`, (share) =>
          poll((freshMs) => share((stop) => this.#calls.tryPoll(handle, { deadline, signal: stop }), { freshMs, signal }), options),
        ),
      );
    } catch (error) {
      throw attachHandle(error, handle);
    }
  }
}

interface Creating extends CreateStepOptions {
  readonly onResponse?: OnResponse | undefined;
  readonly validate?: CreateOptions["validate"] | undefined;
  /** How the rows are read later. Default: false. */
  readonly zeroFill?: RunAllOptions<never>["zeroFill"] | undefined;
}

/** A created report, and a copy of the body that it was created with. */
interface Sent<Body> {
  readonly handle: ReportHandle;
  readonly sent: Body;
}

interface Recreating<Body> extends Creating {
  /** The body with which an expired report is created once more. */
  readonly recreate?: Body | undefined;
}

/** Client of one flow, as `createClient` makes it. */
export interface FlowClient<Body> {
  /**
   * Validates, creates and waits; resolves when the file is ready to be read. Throws the errors of `create` and `resume`; one deadline
   * covers both.
   */
  run<Row, ZeroFilledRow = unknown>(adAccountId: string, body: Body, options?: RunOptions): Promise<FinishedReport<Row, ZeroFilledRow>>;
  /**
   * Validates and creates a report; resolves to its handle without waiting for it. Retried only if the request was certainly not accepted.
   * Throws an `InvalidBodyError` or `InvalidArgumentError` before anything is sent, a `CreateOutcomeUnknownError` if a report may exist,
   * and an `ApiError`, `AuthError`, `RateLimitError` or `ConnectionError`.
   */
  create(adAccountId: string, body: Body, options?: CreateOptions): ResponsePromise<ReportHandle>;
  /**
   * Polls the report once and resolves to its status, also that of a failed report. Throws an `InvalidArgumentError` for an invalid handle,
   * and the errors of the request.
   */
  poll(handle: ReportHandle, options?: AbortOptions): ResponsePromise<ReportStatus>;
  /**
   * Waits for a report that was created before, in this process or another one; resolves when its file is ready to be read. Throws an
   * `InvalidArgumentError` for an invalid handle, a `ReportFailedError`, or a `PollTimeoutError` at the deadline.
   */
  resume<Row, ZeroFilledRow = unknown>(handle: ReportHandle, options?: ResumeOptions<Body>): Promise<FinishedReport<Row, ZeroFilledRow>>;
  /** Runs many reports and yields their items as one stream; a report that fails does not stop the others. */
  runAll<Row, Task extends ReportTask<Body>>(
    requests: TaskIterable<Task>,
    options?: RunAllOptions<Task>,
  ): AsyncGenerator<ReportItem<Task, Row>, void, undefined>;
}
