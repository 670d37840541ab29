import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { type Access, type Body, type Client, withClient } from "../client.js";
import { daysOf } from "../days.js";
import type { Row } from "../row.js";
import { folderOf } from "./destination.js";
import { type Output, writeStored } from "./output.js";
import { amount, type ManyProgress, progressOfMany } from "./progress-many.js";
import { type RowFile, RowStore } from "./row-store.js";

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
}

interface Task {
  readonly adAccountId: string;
  readonly body: Body;
  /** What its rows are called on the disk. */
  readonly name: string;
}

interface Failure {
  readonly task: Task;
  readonly why: string;
}

interface Run {
  readonly many: Many;
  readonly tasks: readonly Task[];
  readonly store: RowStore;
  readonly shown: ManyProgress;
  readonly output: Output;
}

/** Carries a report of each account to one file of rows: those that failed are named at the end, and the others' rows are there. */
export async function runMany(access: Access, many: Many, output: Output): Promise<number> {
  const { accounts, bodies, journal } = many;
  const tasks = accounts.flatMap((adAccountId) => bodies.map((body) => ({ adAccountId, body, name: nameOf(adAccountId, body) })));
  const store = journal === undefined ? await RowStore.temporary(folderOf(output.destination)) : await RowStore.kept(`${journal}.rows`);
  const shown = progressOfMany(tasks.map(({ adAccountId }) => adAccountId));
  try {
    const exit = await withClient(access, { shown, stopped: () => stoppedWords(journal) }, async ({ client, signal }) => {
      const failures = await collect(client, { many, tasks, store, shown, output }, signal);
      shown.end();
      return finish({ many, tasks, store, shown, output }, failures, signal);
    });
    if (exit === 0 && journal !== undefined) {
      await store.drop(tasks.map(({ name }) => name));
      await rm(journal, { force: true });
    }
    return exit;
  } finally {
    if (journal === undefined) await store.remove();
  }
}

/** Brings the rows of all requests to the disk, each whole or not at all; gives those that failed. */
async function collect(client: Client, { many, tasks, store, shown }: Run, signal: AbortSignal): Promise<readonly Failure[]> {
  const { journal, recreateUnknown, concurrency } = many;
  const told = { ...(journal !== undefined && { journal }), ...(concurrency !== undefined && { concurrency }) };
  const options = { signal, recreateUnknown, onProgress: shown.onProgress, ...told };
  const files = new Map<Task, RowFile>();
  const fileOf = async (task: Task): Promise<RowFile> => {
    const file = files.get(task) ?? (await store.write(task.name));
    files.set(task, file);
    return file;
  };
  const failures: Failure[] = [];
  try {
    for await (const item of client.report.runAll(tasks, options)) {
      const { request } = item;
      if (item.type === "row") await (files.get(request) ?? (await fileOf(request))).add(item.row as Row);
      else if (item.type === "skipped") {
        if (!(await store.has(request.name))) failures.push({ task: request, why: lostRows(journal) });
      } else {
        const file = await fileOf(request);
        files.delete(request);
        // The journal notes that it is done when the next item is asked for: then the rows must be there.
        if (item.type === "done") await file.keep();
        else {
          await file.drop();
          failures.push({ task: request, why: item.error instanceof Error ? item.error.message : String(item.error) });
        }
      }
    }
  } finally {
    for (const file of files.values()) await file.drop();
  }
  return failures;
}

/** Writes what came, and names what did not. */
async function finish({ many, tasks, store, output }: Run, failures: readonly Failure[], signal: AbortSignal): Promise<number> {
  const failed = new Set(failures.map(({ task }) => task));
  const whole = tasks.filter((task) => !failed.has(task));
  const asked = many.bodies[0];
  const columns = asked === undefined || asked.report_format === "CSV" ? [] : asked.columns;
  if (whole.length > 0) {
    const written = { columns: [...(many.tagged ? [ACCOUNT_COLUMN] : []), ...columns], signal };
    await writeStored(() => rowsOf(whole, store, many.tagged), output, written);
  }
  if (failures.length === 0) return 0;
  const several = many.bodies.length > 1;
  for (const { task, why } of failures) {
    process.stderr.write(`failed    ${task.adAccountId}${several ? `, ${daysOf(task.body)}` : ""}: ${why}\n`);
  }
  process.stderr.write(`error  ${failedWords(many, failures, whole.length)}\n`);
  return 1;
}

/** In the order of the accounts, whichever came first. */
async function* rowsOf(tasks: readonly Task[], store: RowStore, tagged: boolean): AsyncGenerator<Row> {
  for (const { adAccountId, name } of tasks) {
    for await (const row of store.read(name)) yield tagged ? { [ACCOUNT_COLUMN]: adAccountId, ...row } : row;
  }
}

function failedWords({ accounts, bodies, journal }: Many, failures: readonly Failure[], whole: number): string {
  const count = new Set(failures.map(({ task }) => task.adAccountId)).size;
  const reports = bodies.length > 1 ? `, ${failures.length} of ${amount(accounts.length * bodies.length, "report")}` : "";
  const rest = whole === 0 ? "Nothing was written." : "The rows of the others are written.";
  const again = journal === undefined ? "" : " The same command asks again for what failed, and for nothing else.";
  return `${count} of ${amount(accounts.length, "account")} failed${reports}. ${rest}${again}`;
}

function stoppedWords(journal: string | undefined): string {
  if (journal !== undefined) return "stopped; the same command goes on from here.\n";
  return "stopped; nothing was written. With --journal FILE the same command could have gone on from here.\n";
}

function lostRows(journal: string | undefined): string {
  return `${journal} says that its rows came in an earlier run, and they are no longer in ${journal}.rows; remove ${journal} to ask again`;
}

/** The same for the same request in every run. */
function nameOf(adAccountId: string, body: Body): string {
  const text = JSON.stringify(Object.entries(body).sort(([one], [other]) => (one < other ? -1 : 1)));
  return `${adAccountId}-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}
