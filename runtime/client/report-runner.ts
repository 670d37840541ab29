import { Deadline } from "../clock.js";
import type { Flow } from "../contract.js";
import { type FileSource, fileSource } from "../download/request.js";
import { attachHandle, ReportFailedError } from "../errors.js";
import type { CreateStepOptions, StepOptions } from "../http/call.js";
import { type CallConfig, duration, type FlowConfig, type Unset, withRequestSettings } from "../http/config.js";
import { checkReportOptions, checkRequest, cloneBody } from "../options.js";
import { printing } from "../redact.js";
import type { KnownColumns } from "../rows/columns.js";
import type { Format } from "../rows/reader.js";
import type { CreateOptions, EventOptions, PollOptions, ReportHandle, ReportStatus, ResumeOptions, RunOptions } from "../types.js";
import { type PollCoalescer, poll } from "./poll.js";
import { checkAccount, checkHandle, type ExpectedFile, fileOf, getCreateMessage, setCreateMessage } from "./report-handle.js";
import { ReportCalls } from "./report-requests.js";
import { type OnResponse, type ResponsePromise, responsePromise } from "./response-promise.js";

const NAMES = ["onEvent", "timeoutMs", "maxRetries", "headers", "signal", "validate", "deadlineMs", "recreate"] as const;

/**
 * Returns the call options that are own properties of `options`; options of other calls are dropped. The result has a member for every option,
 * undefined if not set, so that objects spread from it read none from `Object.prototype`. Throws a `TypeError` for a misspelt name.
 */
function pickOwnOptions<Options extends object>(options: Options): Options {
  checkReportOptions(options);
  return Object.fromEntries(NAMES.map((name) => [name, Object.hasOwn(options, name) ? Reflect.get(options, name) : undefined])) as Options;
}

const EXPIRED = "EXPIRED";

/** A finished report's file, and what is known about its rows. */
export interface FinishedFile {
  readonly handle: ReportHandle;
  readonly source: FileSource;
  readonly reading: KnownColumns & { readonly format: Format | null };
  /** Request id of the last poll; null if its response had none. */
  readonly requestId: string | null;
}

/** What the client of a flow is made of. */
export interface RunnerParts<Body, Config extends FlowConfig> {
  readonly config: Config;
  readonly flow: Flow<Body>;
  /** Lets several waits for one report share its polls. Default: each wait polls for itself. */
  readonly polls?: PollCoalescer;
  /** Throws an `InvalidArgumentError` for a report whose file the client could not read; nothing was sent. Default: no check. */
  checkFile?(file: ExpectedFile): void;
  /** Returns the report whose file can be read. */
  open(config: Config, file: FinishedFile): object;
}

/**
 * The parts for calls with these options, which must have no prototype or all members of `EventOptions`. Throws as `withRequestSettings`.
 */
export function partsFor<Parts extends { readonly config: FlowConfig }>(parts: Parts, options: Unset<EventOptions>): Parts {
  return { ...parts, config: withRequestSettings(parts.config, options) };
}

/** Runs, creates, polls and resumes the reports of one flow. The caller knows the type of the reports, by what `parts.open` returns. */
export class ReportRunner<Body, Config extends FlowConfig> {
  readonly #parts: RunnerParts<Body, Config>;

  constructor(parts: RunnerParts<Body, Config>) {
    this.#parts = parts;
    printing(this, () => ({ flow: parts.flow.name }), "ReportClient");
  }

  /** See `FlowFiles.run`. */
  async run(adAccountId: string, body: Body, rawOptions: RunOptions = {}): Promise<never> {
    const options = pickOwnOptions(rawOptions);
    const parts = partsFor(this.#parts, options);
    const { config, flow } = parts;
    const stepOptions = { ...options, deadline: begunDeadline(config, options.deadlineMs) };
    return config.trace({ name: "run", account: String(adAccountId), flow: flow.name }, async () => {
      const { handle, sent } = await createReport(parts, { adAccountId, body }, stepOptions);
      return (await finish(parts, handle, { ...stepOptions, recreate: options.recreate === true ? sent : undefined })) as never;
    });
  }

  /** See `FlowFiles.create`. */
  create(adAccountId: string, body: Body, rawOptions: CreateOptions = {}): ResponsePromise<ReportHandle> {
    return responsePromise(async (onResponse) => {
      const options = pickOwnOptions(rawOptions);
      const parts = partsFor(this.#parts, options);
      const stepOptions = { ...options, deadline: begunDeadline(parts.config), onResponse };
      return (await createReport(parts, { adAccountId, body }, stepOptions)).handle;
    });
  }

  /** See `FlowFiles.poll`. */
  poll(handle: ReportHandle, rawOptions: PollOptions = {}): ResponsePromise<ReportStatus> {
    return responsePromise(async (onResponse) => {
      const options = pickOwnOptions(rawOptions);
      const { config, flow } = partsFor(this.#parts, options);
      const calls = new ReportCalls(config, flow);
      const stepOptions = { deadline: begunDeadline(config), signal: options.signal, onResponse };
      return (await calls.poll(checkHandle(handle, flow.name), stepOptions)).reportStatus;
    });
  }

  /** See `FlowFiles.resume`. */
  async resume(handle: ReportHandle, rawOptions: ResumeOptions<Body> = {}): Promise<never> {
    const options = pickOwnOptions(rawOptions);
    const parts = partsFor(this.#parts, options);
    const deadline = begunDeadline(parts.config, options.deadlineMs);
    // A copy: it may be used minutes later, when the caller has changed the body for another day.
    const recreate = cloneBody(options.recreate);
    const ownHandle = checkHandle(handle, parts.flow.name);
    parts.checkFile?.(ownHandle);
    const { signal, validate } = options;
    return (await finish(parts, ownHandle, { signal, validate, recreate, deadline })) as never;
  }
}

/** A deadline that has begun, by default the client's. Throws a `RangeError` for an invalid time. */
export function begunDeadline({ clock, deadlineMs }: CallConfig, ms: number = deadlineMs): Deadline {
  return new Deadline(clock, duration("deadlineMs", ms)).begin();
}

/**
 * Validates, creates, and emits `created`; resolves to the handle and the body that was sent. Throws, before anything is sent, errors of
 * `checkFile`.
 */
export async function createReport<Body, Config extends FlowConfig>(
  { config, flow, checkFile }: RunnerParts<Body, Config>,
  { adAccountId, body }: { readonly adAccountId: string; readonly body: Body },
  { validate = config.validate, ...stepOptions }: Creating,
): Promise<Sent<Body>> {
  stepOptions.signal?.throwIfAborted();
  const account = checkAccount(adAccountId);
  // The copy is both checked and sent: a getter or a `toJSON` may return another value the next time.
  const sent = cloneBody(body);
  checkRequest(config, flow, sent, { account, validate });
  const file = fileOf(sent, flow);
  checkFile?.(file);
  const { token, status, message } = await new ReportCalls(config, flow).create(account, sent, stepOptions);
  const createdAt = new Date(config.clock.date()).toISOString();
  config.emit({ type: "created", flow: flow.name, adAccountId: account, status, message });
  const handle = { version: 1, flow: flow.name, adAccountId: account, token, createdAt, ...file } as const;
  return { handle: setCreateMessage(handle, message), sent };
}

/**
 * Waits for the report, creates an expired one once more if `recreate` is set, and resolves to the result of `parts.open` when its file can
 * be read.
 */
export async function finish<Body, Config extends FlowConfig>(
  parts: RunnerParts<Body, Config>,
  first: ReportHandle,
  { recreate, ...stepOptions }: Recreating<Body>,
): Promise<object> {
  const { config, flow } = parts;
  let handle = first;
  let status: ReportStatus;
  try {
    status = await wait(parts, handle, stepOptions);
  } catch (error) {
    if (recreate === undefined || !(error instanceof ReportFailedError) || error.status !== EXPIRED) throw error;
    ({ handle } = await createReport(parts, { adAccountId: handle.adAccountId, body: recreate }, stepOptions));
    status = await wait(parts, handle, stepOptions);
  }
  const refresh = (signal: AbortSignal | undefined) => wait(parts, handle, { deadline: begunDeadline(config), signal });
  const source = fileSource(status, { handle, clock: config.clock, refresh });
  const { ids, texts, zeros, guaranteedColumns = [] } = flow;
  const added = guaranteedColumns.filter((guaranteed) => guaranteed.added === true).map(({ column }) => column);
  const reading = { ids, texts, zeros, added, format: handle.format ?? null, columns: handle.columns };
  return parts.open(config, { handle, source, reading, requestId: status.requestId });
}

/** Polls until the report is done; resolves to its status. Errors get the handle. */
async function wait<Body, Config extends FlowConfig>(
  { config, flow, polls }: RunnerParts<Body, Config>,
  handle: ReportHandle,
  { deadline, signal }: StepOptions,
): Promise<ReportStatus> {
  const { clock, emit } = config;
  const options = { handle, clock, deadline, signal, emit, createMessage: getCreateMessage(handle) };
  const { adAccountId: account } = handle;
  const calls = new ReportCalls(config, flow);
  const pollBy = (stop: AbortSignal | undefined) => calls.tryPoll(handle, { deadline, signal: stop });
  try {
    return await config.trace({ name: "wait", account, flow: flow.name }, async () => {
      if (polls === undefined) return poll(() => pollBy(signal), options);
      return polls.during(handle, config, (share) => poll((freshMs) => share(pollBy, { freshMs, signal }), options));
    });
  } catch (error) {
    throw attachHandle(error, handle);
  }
}

interface Creating extends CreateStepOptions {
  readonly onResponse?: OnResponse | undefined;
  readonly validate?: CreateOptions["validate"] | undefined;
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
