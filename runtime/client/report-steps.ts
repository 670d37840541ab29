import { Deadline } from "../clock.js";
import type { Flow } from "../contract.js";
import { type FileSource, fileSource } from "../download/request.js";
import { attachHandle, ReportFailedError } from "../errors.js";
import type { CreateStepOptions, StepOptions } from "../http/call.js";
import {
  type CallConfig,
  type ClientConfig,
  duration,
  type Unset,
  withRequestSettings,
} from "../http/config.js";
import { checkRequest, cloneBody } from "../options.js";
import type { KnownColumns } from "../rows/columns.js";
import type { Format } from "../rows/reader.js";
import type { CreateOptions, EventOptions, ReportHandle, ReportStatus } from "../types.js";
import { type PollCoalescer, poll } from "./poll.js";
import {
  checkAccount,
  type ExpectedFile,
  fileOf,
  getCreateMessage,
  setCreateMessage,
} from "./report-handle.js";
import { ReportCalls } from "./report-requests.js";
import type { OnResponse } from "./response-promise.js";

const EXPIRED = "EXPIRED";

/** A finished report's file, and what is known about its rows. */
export interface FinishedFile {
  readonly handle: ReportHandle;
  readonly source: FileSource;
  readonly reading: KnownColumns & { readonly format: Format | null };
  /** Request id of the last poll; null if its response had none. */
  readonly requestId: string | null;
}

/** Everything that the steps of a flow's reports need. */
export interface FlowParts<Body> {
  readonly config: ClientConfig;
  readonly flow: Flow<Body>;
  /** Lets several waits for the same report share its polls. */
  readonly polls: PollCoalescer;
  /**
   * Throws an `InvalidArgumentError` if the report's file could not be read as requested. Nothing
   * has been sent at that point. By default, nothing is checked.
   */
  checkFile?(file: ExpectedFile): void;
}

/**
 * Returns a copy of `parts` whose calls use these options. The options must have no prototype, or
 * all members of `EventOptions`. Throws any error from `withRequestSettings`.
 */
export function partsFor<Body>(
  parts: FlowParts<Body>,
  options: Unset<EventOptions>,
): FlowParts<Body> {
  return { ...parts, config: withRequestSettings(parts.config, options) };
}

/**
 * Starts a deadline of `ms` milliseconds, by default the client's `deadlineMs`. Throws a
 * `RangeError` for an invalid time.
 */
export function startDeadline(
  { clock, deadlineMs }: CallConfig,
  ms: number = deadlineMs,
): Deadline {
  return new Deadline(clock, duration("deadlineMs", ms)).begin();
}

/**
 * Validates the body, creates the report and emits `created`. Resolves to the handle, and to the
 * copy of the body that was sent. Before anything is sent, throws `signal.reason`, an
 * `InvalidBodyError`, any error from `checkFile`, and an `InvalidArgumentError` for an invalid
 * account or a body that cannot be written as JSON. Afterwards, throws any error from
 * `ReportCalls.create`, such as a `CreateOutcomeUnknownError`.
 */
export async function createReport<Body>(
  { config, flow, checkFile }: FlowParts<Body>,
  { adAccountId, body }: { readonly adAccountId: string; readonly body: Body },
  { validate = config.validate, ...stepOptions }: Creating,
): Promise<Sent<Body>> {
  stepOptions.signal?.throwIfAborted();
  const account = checkAccount(adAccountId);
  // The copy is both checked and sent, because a getter or a `toJSON` may return a different value
  // the next time.
  const sent = cloneBody(body);
  checkRequest(config, flow, sent, { account, validate });
  const file = fileOf(sent, flow);
  checkFile?.(file);
  const { token, status, message } = await new ReportCalls(config, flow).create(
    account,
    sent,
    stepOptions,
  );
  const createdAt = new Date(config.clock.date()).toISOString();
  config.emit({ type: "created", flow: flow.name, adAccountId: account, status, message });
  const handle = {
    version: 1,
    flow: flow.name,
    adAccountId: account,
    token,
    createdAt,
    ...file,
  } as const;
  return { handle: setCreateMessage(handle, message), sent };
}

/**
 * Polls until the report is finished. If the report has expired and `recreate` is set, creates one
 * new report, within the same deadline. Resolves to the finished report's handle and the source of
 * its file; nothing is downloaded yet. Rejects with any error from `poll`, such as a
 * `ReportFailedError`, with the handle attached. Also rejects with any error from `createReport`.
 */
export async function finish<Body>(
  parts: FlowParts<Body>,
  first: ReportHandle,
  { recreate, ...stepOptions }: Recreating<Body>,
): Promise<FinishedFile> {
  const { config, flow } = parts;
  let handle = first;
  let status: ReportStatus;
  try {
    status = await wait(parts, handle, stepOptions);
  } catch (error) {
    if (recreate === undefined || !(error instanceof ReportFailedError) || error.status !== EXPIRED)
      throw error;
    ({ handle } = await createReport(
      parts,
      { adAccountId: handle.adAccountId, body: recreate },
      stepOptions,
    ));
    status = await wait(parts, handle, stepOptions);
  }
  const refresh = (signal: AbortSignal | undefined) =>
    wait(parts, handle, { deadline: startDeadline(config), signal });
  const source = fileSource(status, { handle, clock: config.clock, refresh });
  const { ids, texts, zeros, guaranteedColumns = [] } = flow;
  const added = guaranteedColumns
    .filter((guaranteed) => guaranteed.added === true)
    .map(({ column }) => column);
  const reading = {
    ids,
    texts,
    zeros,
    added,
    format: handle.format ?? null,
    columns: handle.columns,
  };
  return { handle, source, reading, requestId: status.requestId };
}

/** Polls until the report is done; resolves to its status. Attaches the handle to errors. */
async function wait<Body>(
  { config, flow, polls }: FlowParts<Body>,
  handle: ReportHandle,
  { deadline, signal }: StepOptions,
): Promise<ReportStatus> {
  const { clock, emit } = config;
  const options = {
    handle,
    clock,
    deadline,
    signal,
    emit,
    createMessage: getCreateMessage(handle),
  };
  const { adAccountId: account } = handle;
  const calls = new ReportCalls(config, flow);
  const pollBy = (stop: AbortSignal) => calls.tryPoll(handle, { deadline, signal: stop });
  try {
    return await config.telemetry.trace({ name: "wait", account, flow: flow.name }, () =>
      polls.during(handle, config, (share) =>
        poll((freshMs) => share(pollBy, { freshMs, signal }), options),
      ),
    );
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
  /** If set, an expired report is created again with this body. */
  readonly recreate?: Body | undefined;
}
