import type { Deadline } from "../deadline.js";
import { CreateOutcomeUnknownError } from "../errors.js";
import { failureOf } from "../http/call.js";
import { notAccepted } from "../http/retry.js";
import type { ReportHandle } from "../report.js";
import type { Ticket } from "./circuit-breaker.js";
import type { JournalEntry } from "./journal.js";
import type { Run, Turn } from "./run-all-parts.js";
import type { ReportTask } from "./types.js";

/** The journal could not be written: going on would be going on unawares. */
export class Broken extends Error {}

/** Writes something down about a request. */
export async function note<Body, Task extends ReportTask<Body>, Row>(
  { journal, steps }: Pick<Run<Body, Task, Row>, "journal" | "steps">,
  entry: Pick<JournalEntry, "key" | "what" | "handle" | "rows">,
): Promise<void> {
  const at = new Date(steps.clock.date()).toISOString();
  try {
    // A store of one's own may throw at once, where it should reject.
    await journal?.append({ version: 1, at, ...entry });
  } catch (cause) {
    throw new Broken("the journal cannot be written", { cause });
  }
}

/** A report, and until when it is waited for. */
export interface Made {
  readonly handle: ReportHandle;
  readonly deadline: Deadline;
}

/**
 * Creates the report of a request that has not been sent so far. Its deadline begins when its create may go. What surely was not accepted
 * goes back into the line as long as it would have been waited for.
 */
export async function createInLine<Body, Task extends ReportTask<Body>, Row>(run: Run<Body, Task, Row>, turn: Turn<Task>): Promise<Made> {
  const { steps, brake, stop } = run;
  const patience = steps.deadline();
  for (;;) {
    const deadline = steps.deadline();
    const gate = brake.ticket(() => {
      patience.begin();
      deadline.begin();
    });
    try {
      return { handle: await create(run, turn, { deadline, gate }), deadline };
    } catch (error) {
      if (stop.work.aborted || !mayGoBack(error, patience)) throw error;
    } finally {
      gate.end();
    }
  }
}

function mayGoBack(error: unknown, patience: Deadline): boolean {
  const failure = failureOf(error);
  if (failure === null || !notAccepted(failure)) return false;
  const asked = failure.kind === "answer" ? (failure.retryAfterMs ?? 0) : 0;
  return asked < patience.left();
}

/** Creates a report, each step noted. */
export async function create<Body, Task extends ReportTask<Body>, Row>(
  run: Run<Body, Task, Row>,
  { task, asked, key }: Turn<Task>,
  { deadline, gate }: { readonly deadline: Deadline; readonly gate?: Ticket },
): Promise<ReportHandle> {
  const { options, stop, steps, tell, brake } = run;
  let sent = false;
  const before = async (): Promise<void> => {
    // Before the first attempt only: the ones after it are made when the one before was surely refused.
    if (!sent) await note(run, { key, what: "intent" });
    sent = true;
  };
  try {
    const validate = options.validate === undefined ? {} : { validate: options.validate };
    const ends = { signal: stop.work, cut: stop.cut };
    const handle = await steps.create(asked, { ...validate, ...ends, deadline, gate, before });
    brake.note(null);
    await note(run, { key, what: "handle", handle });
    tell({ type: "created", request: task, rows: 0 });
    return handle;
  } catch (error) {
    // Whatever it is, the reason to stop comes only where nothing is under way.
    const stopped = stop.work.aborted && error === stop.work.reason;
    if (!stopped) brake.note(error);
    const open = !stopped && (error instanceof CreateOutcomeUnknownError || error instanceof Broken);
    if (sent && !open) await note(run, { key, what: "refused" });
    throw error;
  }
}
