import { folderOf } from "../destination.js";
import { loadClient } from "../modules.js";
import type { Row } from "../row.js";
import { type Access, type Body, type Handle, withClient } from "../session.js";
import { amount } from "./account-lines.js";
import { collect } from "./collect.js";
import { type About, type Failure, failureLines, failureWords } from "./failures.js";
import { isOver, RunJournal } from "./journal.js";
import { columnsOf } from "./one.js";
import { type Output, writeStored } from "./output.js";
import { type ManyProgress, progressOfMany } from "./progress-many.js";
import { RowStore } from "./row-store.js";
import { type Task, tasksOf } from "./tasks.js";

/** The column that says which account a row is of. No column of Pinterest's is called so: its own AD_ACCOUNT_ID may be asked for, too. */
export const ACCOUNT_COLUMN = "RUN_ACCOUNT_ID";

export interface Many {
  readonly accounts: readonly string[];
  /** One for each span of days. */
  readonly bodies: readonly Body[];
  /** Whether rows say which account they are of. */
  readonly tagged: boolean;
  readonly journal: string | undefined;
  readonly recreateUnknown: boolean;
  /** How many reports are under way at once; the client's own unless told. */
  readonly concurrency?: number | undefined;
  /** How long all of it may take. */
  readonly runDeadlineMs?: number | undefined;
}

interface Run {
  readonly many: Many;
  readonly about: About;
  readonly tasks: readonly Task[];
  readonly store: RowStore;
  readonly journal: RunJournal | null;
  readonly shown: ManyProgress;
  readonly output: Output;
  readonly failures: Failure[];
  readonly handles: Handle[];
}

/** Carries a report of each account to one file of rows: those that failed are named at the end, and the others' rows are there. */
export async function runMany(access: Access, many: Many, output: Output): Promise<number> {
  const entry = await loadClient();
  const tasks = await tasksOf(many.accounts, many.bodies, entry.journalKey);
  const keys = tasks.map(({ key }) => key);
  const journal = many.journal === undefined ? null : await RunJournal.open(entry, many.journal, keys);
  let store: RowStore | undefined;
  const out = output.destination.kind === "file" ? output.destination.real : null;
  try {
    if (journal?.over && (await isOver(journal.over, keys, out))) {
      process.stderr.write(overWords(many.journal));
      await journal.clearEmpty();
      return 0;
    }
    store = journal === null ? await RowStore.temporary(folderOf(output.destination)) : await RowStore.kept(journal.rows);
    if (journal !== null) process.stderr.write(othersWords(journal, many.journal));
    const shown = progressOfMany(tasks);
    const about = { accounts: many.accounts.length, spans: many.bodies.length, journal: many.journal };
    const exit = await carry(access, { many, about, tasks, store, journal, shown, output, failures: [], handles: [] });
    if (exit === 0 && journal !== null) {
      const names = tasks.map(({ name }) => name);
      await journal.clear(names, out);
    }
    return exit;
  } finally {
    await journal?.close();
    if (journal === null) await store?.remove();
  }
}

function carry(access: Access, run: Run): Promise<number> {
  const { many, about, shown, failures, journal, store } = run;
  const stopped = (): string => failureLines(failures, about) + stoppedWords(many.journal);
  let written = true;
  const failed = (): string => {
    const lines = failureLines(failures, about);
    if (journal !== null) return `${lines}the same command goes on from here.\n`;
    return written ? lines : `${lines}the rows that came are in ${store.leave()}, a file for each report; throw them away afterwards.\n`;
  };
  return withClient(access, { shown, stopped, failed }, async ({ client, signal }) => {
    await collect(client, { ...run, ...many, journal }, signal);
    shown.end();
    written = false;
    return finish(run, signal);
  });
}

/** Writes what came, and names what did not. */
async function finish({ many, about, tasks, store, output, failures, handles }: Run, signal: AbortSignal): Promise<number> {
  const failed = new Set(failures.map(({ task }) => task));
  const whole = tasks.filter((task) => !failed.has(task));
  const [{ report_format: format = "JSON", columns: asked = [] } = {}] = many.bodies;
  // All of them ask for the same. Where none was made now, their rows were, and have what rows have.
  const columns = columnsOf(handles[0] ?? { format, columns: asked });
  if (whole.length > 0) {
    const written = { columns: [...(many.tagged ? [ACCOUNT_COLUMN] : []), ...columns], signal };
    await writeStored(() => rowsOf(whole, store, many.tagged), output, written);
  }
  if (failures.length === 0) return 0;
  process.stderr.write(failureLines(failures, about) + failureWords(failures, about, whole.length));
  return 1;
}

/** In the order of the accounts, whichever came first. That a file has a column of the tag's name changes no tag. */
export async function* rowsOf(
  tasks: readonly Pick<Task, "adAccountId" | "name">[],
  store: Pick<RowStore, "read">,
  tagged: boolean,
): AsyncGenerator<Row> {
  for (const { adAccountId, name } of tasks) {
    const tag = tagged ? { [ACCOUNT_COLUMN]: adAccountId } : {};
    // First among the columns, and after a column of that name.
    for await (const row of store.read(name)) yield tagged ? { ...tag, ...row, ...tag } : row;
  }
}

function stoppedWords(journal: string | undefined): string {
  if (journal !== undefined) return "stopped; the same command goes on from here.\n";
  return "stopped; nothing was written. With --journal FILE the same command could have gone on from here.\n";
}

/** What else a journal holds: who meant to go on with a run sees that the days, or the body, are others. */
function othersWords({ counts: { others, own } }: RunJournal, named: string | undefined): string {
  if (others === 0) return "";
  const none = own === 0 ? " and none of this run" : "";
  return `journal   ${named} has ${amount(others, "request")} of other runs${none}; they stay there\n`;
}

function overWords(named: string | undefined): string {
  return `journal   ${named}: this run had come to its end and was killed while it cleared up, which is done now; its rows are where they were to go.\n          The same command asks for new reports.\n`;
}
