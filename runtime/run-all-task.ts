import { abortable } from "./clock.js";
import { CreateOutcomeUnknownError, ReportFailedError } from "./errors.js";
import type { Journal, JournalEntry, Known } from "./journal.js";
import type { CreateOptions, FinishedReport, ReportHandle, WaitOptions } from "./report.js";
import type { Channel } from "./run-all-channel.js";
import type { ReportItem, ReportProgress, ReportTask, RunAllOptions } from "./run-all-terms.js";

/** What a client does with one report. `before` is called right before the request is sent for the first time. */
export interface Steps<Body> {
  create(adAccountId: string, body: Body, options: CreateOptions & { readonly before: () => Promise<void> }): Promise<ReportHandle>;
  resume<Row>(handle: ReportHandle, options: WaitOptions): Promise<FinishedReport<Row>>;
  /** ISO 8601. */
  now(): string;
}

/** What all requests of one run have in common. */
export interface Run<Body, Task extends ReportTask<Body>, Row> {
  readonly steps: Steps<Body>;
  readonly options: RunAllOptions<Task>;
  readonly journal: Journal | null;
  readonly channel: Channel<ReportItem<Task, Row>>;
  readonly signal: AbortSignal;
  readonly tell: (progress: ReportProgress<Task>) => void;
}

export interface Turn<Task> {
  readonly task: Task;
  readonly key: string;
  readonly known: Known;
  /** Resolves when the items of this request may come. */
  readonly turn: Promise<void>;
}

const TOLD_EVERY = 1_000;
const EXPIRED = "EXPIRED";

/** Carries one request from create to its last row. Rejects only when the run as a whole cannot go on. */
export async function carry<Body, Task extends ReportTask<Body>, Row>(run: Run<Body, Task, Row>, turn: Turn<Task>): Promise<void> {
  const { task: request, key, known } = turn;
  const state: State = { handle: known.state === "created" ? known.handle : undefined, rows: 0 };
  try {
    if (known.state === "done") {
      await abortable(turn.turn, run.signal);
      run.tell({ type: "skipped", request, rows: known.rows });
      return await run.channel.send({ type: "skipped", request, rows: known.rows }, run.signal);
    }
    const report = await ready(run, turn, state);
    await abortable(turn.turn, run.signal);
    await send(run, { request, report, state }).catch(async (error: unknown) => {
      // It may have expired while it waited for its turn. Rows that were given are not taken back, so then it is an error.
      if (state.rows > 0 || !mayRecreate(run, error)) throw error;
      state.handle = await create(run, turn);
      await send(run, { request, report: await ready(run, turn, state), state });
    });
  } catch (error) {
    run.signal.throwIfAborted();
    if (error instanceof Broken) throw error.cause;
    await abortable(turn.turn, run.signal);
    run.tell({ type: "failed", request, rows: state.rows });
    return run.channel.send({ type: "failed", request, error, handle: state.handle, rows: state.rows }, run.signal);
  }
  const { handle, rows } = state;
  run.tell({ type: "done", request, rows });
  if (handle === undefined) return;
  // Noted when the reader has come back for more, which it does when it is through with these rows.
  await run.channel.deliver({ type: "done", request, handle, rows }, run.signal);
  await note(run, { key, what: "done", rows }).catch(mend);
}

interface State {
  handle: ReportHandle | undefined;
  rows: number;
}

/** The report, created or found again, when its file can be read. */
async function ready<Body, Task extends ReportTask<Body>, Row>(
  run: Run<Body, Task, Row>,
  turn: Turn<Task>,
  state: State,
): Promise<FinishedReport<Row>> {
  const { options, signal, steps } = run;
  const { deadlineMs } = options;
  const wait = { signal, ...(deadlineMs !== undefined && { deadlineMs }) };
  if (turn.known.state === "unknown" && options.recreateUnknown !== true) throw new CreateOutcomeUnknownError(null);
  state.handle ??= await create(run, turn);
  run.tell({ type: "waiting", request: turn.task, rows: 0 });
  try {
    return await steps.resume<Row>(state.handle, wait);
  } catch (error) {
    if (!mayRecreate(run, error)) throw error;
    state.handle = await create(run, turn);
    return steps.resume<Row>(state.handle, wait);
  }
}

function mayRecreate({ options }: { readonly options: Pick<RunAllOptions<never>, "recreate"> }, error: unknown): boolean {
  return options.recreate === true && error instanceof ReportFailedError && error.status === EXPIRED;
}

async function create<Body, Task extends ReportTask<Body>, Row>(
  run: Run<Body, Task, Row>,
  { task, key }: Turn<Task>,
): Promise<ReportHandle> {
  const { options, signal, steps, tell } = run;
  let sent = false;
  const before = async (): Promise<void> => {
    // Before the first attempt only: the ones after it are made when the one before was surely refused.
    if (!sent) await note(run, { key, what: "intent" });
    sent = true;
  };
  try {
    const validate = options.validate === undefined ? {} : { validate: options.validate };
    const handle = await steps.create(task.adAccountId, task.body, { ...validate, signal, before });
    await note(run, { key, what: "handle", handle });
    tell({ type: "created", request: task, rows: 0 });
    return handle;
  } catch (error) {
    const open = signal.aborted || error instanceof CreateOutcomeUnknownError || error instanceof Broken;
    if (sent && !open) await note(run, { key, what: "refused" });
    throw error;
  }
}

async function send<Body, Task extends ReportTask<Body>, Row>(
  { channel, signal, tell }: Run<Body, Task, Row>,
  { request, report, state }: { readonly request: Task; readonly report: FinishedReport<Row>; readonly state: State },
): Promise<void> {
  tell({ type: "downloading", request, rows: 0 });
  for await (const row of report.rows({ signal })) {
    state.rows++;
    if (state.rows % TOLD_EVERY === 0) tell({ type: "rows", request, rows: state.rows });
    await channel.send({ type: "row", request, row }, signal);
  }
}

/** The journal could not be written: going on would be going on unawares. */
class Broken extends Error {}

async function note(
  { journal, steps }: { readonly journal: Journal | null; readonly steps: Pick<Steps<never>, "now"> },
  entry: Pick<JournalEntry, "key" | "what" | "handle" | "rows">,
): Promise<void> {
  await journal?.append({ version: 1, at: steps.now(), ...entry }).catch((cause: unknown) => {
    throw new Broken("the journal cannot be written", { cause });
  });
}

function mend(error: unknown): never {
  throw error instanceof Broken ? error.cause : error;
}
