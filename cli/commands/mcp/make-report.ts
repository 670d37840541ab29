import { setTimeout as sleep } from "node:timers/promises";
import { loadData, loadFiles, loadTables } from "../../modules.js";
import type { ClientModule, Body as RequestBody } from "../../session.js";
import { type Context, today } from "./context.js";
import type { Account, ReportFacts } from "./folder.js";
import type { Body } from "./question.js";
import { Refused } from "./tool.js";
import { mayChangeFrom } from "./windows.js";

/** A report to make: one account, and a body that fits in one report. */
export interface Wanted {
  readonly account: Account;
  readonly body: Body;
  /** Whether to reload days that may still change, even if they were loaded today. */
  readonly fresh: boolean;
  /** Whether to create the report even if an earlier request may already have created it. */
  readonly recreateUnknown: boolean;
}

/** How to stop a report, and how to follow its progress. */
export interface Making {
  readonly signal: AbortSignal;
  /** Called at the start of each step. */
  onStep(step: "created" | "waiting" | "downloading" | "rows" | "done"): void;
}

/** A report whose rows are in the folder. */
export interface Made {
  readonly facts: ReportFacts;
  /** Whether the rows were already in the folder before this call. */
  readonly reused: boolean;
}

type Journal = Awaited<ReturnType<ClientModule["openJournal"]>>;

const KEY_DIGITS = 16;
const RETRY_MS = 200;

/**
 * Makes a report and stores its rows in the folder, or reuses an earlier one. Reuses a report if
 * all its days were final when it was made. Without `fresh`, also reuses a report that was made
 * today (UTC). Continues an unfinished report that another server started, or that this server
 * started before a crash. Waits while another server makes the same report.
 *
 * Rejects with the client's errors, or with `signal.reason`. Rejects with `Refused` if the
 * report's rows were removed. Also rejects with `Refused` if the report may already have been
 * created, unless `recreateUnknown` is set.
 */
export async function makeReport(context: Context, wanted: Wanted, making: Making): Promise<Made> {
  const { folder } = context;
  const { account, body } = wanted;
  const key = await context.module.journalKey({ flow: "report", adAccountId: account.id, body });
  const before = await latestOf(context, key.slice(0, KEY_DIGITS));
  if (before.facts !== null && (await isCurrent(context, before.facts, wanted.fresh)))
    return { facts: before.facts, reused: true };
  const id = `${key.slice(0, KEY_DIGITS)}-${before.version + 1}`;
  for (;;) {
    making.signal.throwIfAborted();
    const journal = await openOrNull(context, folder.journalPath(id));
    if (journal === null) {
      making.onStep("waiting");
      await sleep(RETRY_MS, undefined, { signal: making.signal });
      continue;
    }
    const present = await folder.report(id);
    if (present !== null) {
      await journal.close?.();
      return { facts: present, reused: true };
    }
    return { facts: await make(context, wanted, { ...making, id, journal }), reused: false };
  }
}

/** The newest report with this key, and its version: 0 if there is none. */
async function latestOf(
  { folder }: Context,
  key: string,
): Promise<{ readonly facts: ReportFacts | null; readonly version: number }> {
  let facts: ReportFacts | null = null;
  for (let version = 1; ; version++) {
    const next = await folder.report(`${key}-${version}`);
    if (next === null) return { facts, version: version - 1 };
    facts = next;
  }
}

/** Whether the stored rows can be reused instead of requesting the report again. */
async function isCurrent(context: Context, facts: ReportFacts, fresh: boolean): Promise<boolean> {
  const madeOn = facts.made_at.slice(0, "2026-01-01".length);
  if (mayChangeFrom(facts.body, madeOn, await loadData()) === null) return true;
  return !fresh && madeOn === today(context);
}

/** Opens and locks the journal. Resolves to null while another call or server uses it. */
async function openOrNull({ module }: Context, path: string): Promise<Journal | null> {
  return module.openJournal(path).catch((error: unknown) => {
    if (error instanceof module.InvalidArgumentError && "isInUse" in error) return null;
    throw error;
  });
}

/** Creates or resumes the report, and writes its rows and facts to the folder. */
async function make(
  context: Context,
  { account, body, recreateUnknown }: Wanted,
  { id, journal, signal, onStep }: Making & { readonly id: string; readonly journal: Journal },
): Promise<ReportFacts> {
  const { client, module, folder } = context;
  const [{ writeParquet }, { describeRows }] = await Promise.all([loadFiles(), loadTables()]);
  const { columns } = describeRows(body as object as RequestBody);
  let madeAt = (await journal.read()).findLast(({ what }) => what === "handle")?.at ?? "";
  const requests = [{ adAccountId: account.id, body: body as object as RequestBody }];
  const items = client.report.runAll(requests, {
    journal: {
      read: () => journal.read(),
      append: (entry) => {
        if (entry.what === "handle") madeAt = entry.at;
        return journal.append(entry);
      },
      close: () => journal.close?.() ?? Promise.resolve(),
    },
    signal,
    recreate: true,
    recreateUnknown,
    exact: columns.flatMap(({ name, type }) => (type === "decimal" ? [name] : [])),
    onProgress: ({ type }) => {
      if (type !== "failed" && type !== "skipped") onStep(type);
    },
  });
  const rows = async function* (): AsyncGenerator<object> {
    for (;;) {
      const { value: item, done } = await items.next();
      if (done === true || item.type === "done") return;
      if (item.type === "row") yield item.row;
      else if (item.type === "failed") throw failure(item.error, module);
      else
        throw new Refused(
          `the rows of report ${id} were removed: call the report tool again with \`fresh: true\``,
        );
    }
  };
  try {
    const count = await writeParquet(rows(), folder.rowsPath(id), { columns });
    const facts: ReportFacts = { version: 1, id, account, body, made_at: madeAt, rows: count };
    await folder.writeReport(facts);
    // The journal marks the request as done only when its rows and facts are in the folder.
    await items.next();
    return facts;
  } finally {
    await items.return();
  }
}

/**
 * The error to throw: with advice for an agent if the report may exist, otherwise the error itself.
 */
function failure(error: Error, module: ClientModule): Error {
  if (!(error instanceof module.CreateOutcomeUnknownError)) return error;
  return new Refused(
    "This report was requested from Pinterest, but no response arrived: it may or may not exist. Nothing more was sent. To request it again, possibly a second time, call the report tool with `recreate_unknown: true`.",
  );
}
