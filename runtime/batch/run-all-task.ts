import { isDeadToken } from "../auth/dead-token.js";
import { abortable } from "../clock.js";
import type { Deadline } from "../deadline.js";
import { about, CreateOutcomeUnknownError, InvalidArgumentError, ReportFailedError, RunDeadlineError } from "../errors.js";
import type { ReportHandle } from "../report.js";
import { word } from "../shown.js";
import { Broken, create, createInLine, note } from "./run-all-create.js";
import type { KeyedReport, Run, Turn } from "./run-all-parts.js";
import { GivenUp } from "./run-all-stops.js";
import type { ReportTask, RunAllOptions } from "./types.js";

const TOLD_EVERY = 1_000;
const EXPIRED = "EXPIRED";

/** Carries one request from create to its last row. Rejects only when the run as a whole cannot go on. */
export async function carry<Body, Task extends ReportTask<Body>, Row>(run: Run<Body, Task, Row>, turn: Turn<Task>): Promise<void> {
  const { task: request, key, known } = turn;
  const { signal } = run.stop;
  const state: State = { handle: undefined, deadline: undefined, rows: 0, reading: false };
  try {
    if (turn.problem !== undefined) throw turn.problem;
    state.handle = handleOf(turn);
    if (known.state === "done") {
      await abortable(turn.turn, signal);
      run.tell({ type: "skipped", request, rows: known.rows });
      return await run.channel.send({ type: "skipped", request, rows: known.rows }, signal);
    }
    const report = await ready(run, turn, state);
    await abortable(turn.turn, signal);
    await send(run, { request, report, state }).catch(async (error: unknown) => {
      // It may have expired while it waited for its turn. Rows that were given are not taken back, so then it is an error.
      if (state.rows > 0 || !mayRecreate(run, error)) throw error;
      state.deadline = run.steps.deadline().begin();
      state.handle = await create(run, turn, { deadline: state.deadline });
      await send(run, { request, report: await ready(run, turn, state), state });
    });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Broken) throw error.cause;
    if (isDeadToken(error)) throw error;
    await abortable(turn.turn, signal);
    run.tell({ type: "failed", request, rows: state.rows });
    const told = error instanceof GivenUp ? givenUp(run, state) : error;
    return run.channel.send({ type: "failed", request, error: told, handle: state.handle, rows: state.rows }, signal);
  }
  const { handle, rows } = state;
  run.tell({ type: "done", request, rows });
  if (handle === undefined) return;
  // Noted when the reader has come back for more, which it does when it is through with these rows.
  await run.channel.deliver({ type: "done", request, handle, rows }, signal);
  await note(run, { key, what: "done", rows }).catch(mend);
}

/** The report that the journal has for a request. One of another account would give that one's rows for this one's. */
function handleOf<Task extends ReportTask<unknown>>({ known, asked: { adAccountId } }: Turn<Task>): ReportHandle | undefined {
  if (known.state !== "created") return undefined;
  const { handle } = known as { readonly handle: ReportHandle | null };
  if (handle?.adAccountId === adAccountId) return handle;
  throw new InvalidArgumentError(
    `the journal has a report of ad account ${word(String(handle?.adAccountId))} for a request of ${word(String(adAccountId))}: was it edited? ` +
      "Take the request's lines out of it, or use another journal; nothing was sent",
  );
}

function givenUp<Body, Task extends ReportTask<Body>, Row>({ options, brake }: Run<Body, Task, Row>, { handle, reading }: State): unknown {
  const state = handle === undefined ? "waiting" : reading ? "reading" : "created";
  const error = new RunDeadlineError({ ms: options.runDeadlineMs ?? 0, state, because: brake.because });
  return handle === undefined ? error : about(error, handle);
}

interface State {
  handle: ReportHandle | undefined;
  /** Until when it is waited for; undefined when it has not begun. */
  deadline: Deadline | undefined;
  rows: number;
  /** Whether the file is read. */
  reading: boolean;
}

/** The report, created or found again, when its file can be read. */
async function ready<Body, Task extends ReportTask<Body>, Row>(
  run: Run<Body, Task, Row>,
  turn: Turn<Task>,
  state: State,
): Promise<KeyedReport<Row>> {
  const { options, stop, steps, brake } = run;
  if (turn.known.state === "unknown" && options.recreateUnknown !== true) throw new CreateOutcomeUnknownError(null);
  const made = state.handle === undefined ? await createInLine(run, turn) : { handle: state.handle, deadline: state.deadline };
  const { handle, deadline = steps.deadline().begin() } = made;
  state.handle = handle;
  const resume = async (one: ReportHandle): Promise<KeyedReport<Row>> => {
    run.tell({ type: "waiting", request: turn.task, rows: 0 });
    return brake.during(one, () => steps.resume<Row>(one, { deadline, signal: stop.work }));
  };
  try {
    return await resume(handle);
  } catch (error) {
    if (!mayRecreate(run, error)) throw error;
    state.handle = await create(run, turn, { deadline });
    return resume(state.handle);
  }
}

function mayRecreate({ options }: { readonly options: Pick<RunAllOptions<never>, "recreate"> }, error: unknown): boolean {
  return options.recreate === true && error instanceof ReportFailedError && error.status === EXPIRED;
}

async function send<Body, Task extends ReportTask<Body>, Row>(
  { channel, stop: { work: signal }, tell }: Run<Body, Task, Row>,
  { request, report, state }: { readonly request: Task; readonly report: KeyedReport<Row>; readonly state: State },
): Promise<void> {
  tell({ type: "downloading", request, rows: 0 });
  state.reading = true;
  for await (const entry of report.keyedRows({ signal })) {
    state.rows++;
    if (state.rows % TOLD_EVERY === 0) tell({ type: "rows", request, rows: state.rows });
    await channel.send({ type: "row", request, ...entry }, signal);
  }
}

function mend(error: unknown): never {
  throw error instanceof Broken ? error.cause : error;
}
