import type { Row } from "../row.js";
import type { Client, Handle } from "../session.js";
import { type Failure, failureOf, wordsOf } from "./failures.js";
import type { RunJournal } from "./journal.js";
import type { ManyProgress } from "./progress-many.js";
import type { RowFile, RowStore } from "./row-store.js";
import type { Task } from "./tasks.js";

export interface Collecting {
  readonly tasks: readonly Task[];
  readonly store: RowStore;
  readonly journal: RunJournal | null;
  readonly shown: ManyProgress;
  readonly recreateUnknown: boolean;
  readonly concurrency?: number | undefined;
  readonly runDeadlineMs?: number | undefined;
  /** Those that failed so far; also there when the run is stopped. */
  readonly failures: Failure[];
  /** Of the reports that are done. */
  readonly handles: Handle[];
}

/** Brings the rows of all requests to the disk, each whole or not at all, and notes those that failed. */
export async function collect(client: Client, collecting: Collecting, signal: AbortSignal): Promise<void> {
  const end = performance.now() + (collecting.runDeadlineMs ?? Number.POSITIVE_INFINITY);
  const again = await pass(client, collecting, signal);
  // What an earlier run has left and Pinterest has given up is asked for anew, once: what fails now may fail for ever.
  if (again.length === 0) return;
  const runDeadlineMs = collecting.runDeadlineMs && Math.max(end - performance.now(), 1);
  await pass(client, { ...collecting, tasks: again, last: true, runDeadlineMs }, signal);
}

interface Pass extends Collecting {
  /** Whether nothing is asked for again after this. */
  readonly last?: boolean;
}

/** Carries requests once; gives those to ask for again. */
async function pass(client: Client, collecting: Pass, signal: AbortSignal): Promise<readonly Task[]> {
  const { tasks, journal, shown, recreateUnknown, concurrency, runDeadlineMs } = collecting;
  const told = {
    ...(journal !== null && { journal: storeOf(journal) }),
    ...(concurrency !== undefined && { concurrency }),
    ...(runDeadlineMs !== undefined && { runDeadlineMs }),
  };
  const items = client.report.runAll(tasks, { signal, recreate: true, recreateUnknown, onProgress: shown.onProgress, ...told });
  const files = new Files(collecting.store);
  const again: Task[] = [];
  try {
    for await (const item of items) {
      const { request } = item;
      if (item.type === "row") await (files.open(request) ?? (await files.begin(request))).add(item.row as Row);
      // The journal notes that it is done when the next item is asked for: then the rows must be there.
      else if (item.type === "done") await (files.open(request) ?? (await files.begin(request))).keep();
      else if (item.type === "failed") await files.open(request)?.drop();
      if (item.type !== "row") files.end(request);
      if (item.type === "done") {
        collecting.handles.push(item.handle);
        shown.done(request, item.rows);
      } else if (item.type === "skipped" || item.type === "failed") {
        if (await isAgain(item, collecting)) again.push(request);
      }
    }
  } finally {
    // Also after an abort: what is under way may still be written down.
    await items.return(undefined).catch(() => {});
    await files.drop();
  }
  return again;
}

type Ended = { readonly request: Task; readonly rows: number } & (
  | { readonly type: "skipped" }
  | { readonly type: "failed"; readonly error: unknown }
);

/** Takes the end of a request into account; gives whether it is asked for again. */
async function isAgain(ended: Ended, { store, journal, shown, failures, last = false }: Pass): Promise<boolean> {
  const { request } = ended;
  if (ended.type === "skipped" && (await store.has(request.name))) {
    shown.skipped(request, ended.rows);
    return false;
  }
  const isOver = ended.type === "skipped" || (ended.error as { readonly code?: unknown }).code === "report_failed";
  if (isOver) await journal?.forget(request.key);
  if (isOver && !last && journal?.had(request.key)) {
    shown.again(request, ended.type === "failed" ? wordsOf(ended.error) : "its rows are no longer there");
    return true;
  }
  const failure = failureOf(request, ended.type === "failed" ? ended.error : new Error("its rows are no longer there"));
  failures.push(failure);
  shown.failed(request, failure.why);
  return false;
}

/** The journal as the client sees it: whoever has opened it closes it. */
function storeOf(journal: RunJournal): Pick<RunJournal, "read" | "append"> {
  return { read: () => journal.read(), append: (note) => journal.append(note) };
}

/** The files that rows are being written to. */
class Files {
  readonly #store: RowStore;
  readonly #open = new Map<Task, RowFile>();

  constructor(store: RowStore) {
    this.#store = store;
  }

  open(task: Task): RowFile | undefined {
    return this.#open.get(task);
  }

  async begin(task: Task): Promise<RowFile> {
    const file = await this.#store.write(task.name);
    this.#open.set(task, file);
    return file;
  }

  end(task: Task): void {
    this.#open.delete(task);
  }

  async drop(): Promise<void> {
    for (const file of this.#open.values()) await file.drop();
    this.#open.clear();
  }
}
