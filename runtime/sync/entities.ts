import type { Connection } from "../client/connection.js";
import type { CallOptions } from "../client/operation.js";
import { operationClient, pagedClient } from "../client/operation-client.js";
import type { Deadline } from "../clock.js";
import { AuthError } from "../errors.js";
import { quoteWord } from "../redact.js";
import type { Row } from "../writers/row.js";
import type { ListFacts, ListOperation, SyncFacts } from "./facts.js";
import { ensureTable, type Load } from "./load.js";
import type { OpenTarget } from "./open-target.js";
import { syncDeadlineError } from "./run-deadline.js";
import { InvalidRow, type Shape } from "./shape.js";
import { ACCOUNTS_TABLE, listOf } from "./tables.js";
import type { Cells, TargetSession, TargetTable } from "./target.js";
import { asError, isUnavailable } from "./target-failures.js";
import type { SyncFailure, SyncOptions, SyncProgress } from "./types.js";

// The maximum page size that Pinterest allows for lists.
const PAGE_SIZE = 250;

/** The connection, options and deadline for requesting the lists of a run. */
export interface ListContext {
  readonly facts: SyncFacts;
  readonly connection: Connection;
  readonly options: Pick<SyncOptions<unknown>, "accounts" | "signal" | "onEvent">;
  /** The run's deadline; null if it has none. */
  readonly deadline: Deadline | null;
}

/**
 * The ad accounts that the token's user can see. `error` is not null if they could not be listed.
 */
export interface AccountItems {
  readonly items: readonly Row[];
  readonly error: Error | null;
}

/**
 * Lists the run's ad accounts; empty if `isNeeded` is false. Accounts that Pinterest does not list
 * are left out. If the list cannot be read, there are no items, and `error` is set. However, if
 * `options.accounts` is not set, or if the credentials are rejected, the error is thrown. Throws
 * the signal's reason if aborted.
 */
export async function accountItems(context: ListContext, isNeeded: boolean): Promise<AccountItems> {
  if (!isNeeded) return { items: [], error: null };
  const { facts, options } = context;
  const requested = options.accounts && new Set(options.accounts.map(String));
  const items: Row[] = [];
  try {
    for await (const item of itemsOf(context, facts.accounts.operation, {})) {
      // The id is checked because it becomes part of paths.
      if (!/^\d{1,18}$/.test(String(item.id)))
        throw new InvalidRow(
          "the list of ad accounts contains an id that does not have 1 to 18 digits",
        );
      if (requested?.has(String(item.id)) !== false) items.push(item);
    }
    return { items, error: null };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (requested === undefined || !(error instanceof Error) || error instanceof AuthError)
      throw error;
    return { items: [], error };
  }
}

/** An entity list of one account, which replaces that account's rows in a table. */
export interface EntityList {
  readonly table: string;
  readonly adAccountId: string;
  /** The items, if they are already known. */
  readonly items?: readonly Row[];
}

/**
 * Returns the lists to load, ordered by account, then in the order of `tables`. An account that is
 * missing from `items` has no entry for the table of ad accounts, so its row there is kept.
 */
export function entityLists(
  tables: readonly string[],
  ids: readonly string[],
  { items }: AccountItems,
): readonly EntityList[] {
  const byId = new Map(items.map((item) => [String(item.id), item]));
  return ids.flatMap((adAccountId) =>
    tables.flatMap((table): EntityList[] => {
      if (table !== ACCOUNTS_TABLE) return [{ table, adAccountId }];
      const item = byId.get(adAccountId);
      if (item === undefined) return [];
      return [{ table, adAccountId, items: [{ ...item, ad_account_id: adAccountId }] }];
    }),
  );
}

/**
 * Replaces the rows of each list. A list that fails is added to `failed`, and the table keeps its
 * existing rows. Rejects with an `AuthError` for rejected credentials, with a
 * `TargetUnavailableError` if the target cannot be used, and with the signal's reason.
 */
export async function loadEntities(
  context: ListContext & {
    readonly target: OpenTarget;
    readonly loadedAt: string;
    readonly failed: SyncFailure[];
    readonly report: (progress: SyncProgress) => void;
  },
  lists: readonly EntityList[],
  shapeOf: (table: string) => Shape,
): Promise<void> {
  const { target, loadedAt, failed, report, options } = context;
  const shapes = new Map<string, Shape>();
  for (const list of lists) {
    const { table, adAccountId } = list;
    const shape = shapes.get(table) ?? shapeOf(table);
    shapes.set(table, shape);
    try {
      const rows = await rowsOfList(context, list, () =>
        target.use(async (session) => hasRowsOf(list, session, await session.table(table))),
      );
      await target.use((session) => replaceList({ session, shape, adAccountId, loadedAt }, rows));
      report({ type: "listed", table, adAccountId, rows: rows.length });
    } catch (error) {
      options.signal?.throwIfAborted();
      if (error instanceof ListFailure && error.error instanceof AuthError) throw error.error;
      if (isUnavailable(error)) throw error;
      // The shape may contain a column that the target rejects, so the next account starts with a
      // new shape.
      shapes.delete(table);
      failed.push({
        table,
        adAccountId,
        days: null,
        error: error instanceof ListFailure ? error.error : asError(error),
      });
    }
  }
}

/**
 * Reads the rows of a list. If the list is empty but the table has rows for it (`hasRows`), reads
 * the list once more, because an empty list removes these rows. Throws a `ListFailure` if the list
 * cannot be read.
 */
export async function rowsOfList(
  context: ListContext,
  list: EntityList,
  hasRows: () => Promise<boolean>,
): Promise<readonly Row[]> {
  const rows = await listRows(context, list);
  return rows.length === 0 && (await hasRows()) ? listRows(context, list) : rows;
}

/** Whether the table has rows for the list; false if there is no table. */
export async function hasRowsOf(
  { adAccountId }: Pick<EntityList, "adAccountId">,
  session: TargetSession,
  table: TargetTable | null,
): Promise<boolean> {
  return table !== null && session.hasRows({ table, adAccountId, days: null });
}

/**
 * Reads the rows of a list, each with its account's id. Throws a `ListFailure` if the list cannot
 * be read or contains an item of another account.
 */
async function listRows(
  context: ListContext,
  { table, adAccountId, items }: EntityList,
): Promise<readonly Row[]> {
  if (items !== undefined) return items;
  const list = listOf(context.facts.lists, table);
  const all = await allOf(itemsOfList(context, list, adAccountId));
  return lastOfEach(all, list.key ?? ["id"]).map((row): Row => {
    const { id, ad_account_id: account = adAccountId } = row;
    if (account !== null && String(account) !== adAccountId)
      throw new ListFailure(
        new InvalidRow(
          `item ${id} of the list: ad_account_id is ${quoteWord(String(account))}, but the list is for ad account ${adAccountId}`,
        ),
      );
    return { ...row, ad_account_id: adAccountId };
  });
}

/** Where and how to store the rows of a list. */
interface ListTarget
  extends Pick<
    Load,
    "session" | "shape" | "adAccountId" | "loadedAt" | "fence" | "once" | "confirm"
  > {}

/**
 * Replaces the account's rows in a table. First creates the table if there is none. Adds a text
 * column to the table and to `shape` for each item field that has a value but no column. An empty
 * list removes all rows of the account. Throws an `InvalidRow` that names the item if a value does
 * not fit its column. After an error, the account keeps its rows, but a new table and new columns
 * stay.
 */
export async function replaceList(
  { session, shape, adAccountId, loadedAt, fence, once, confirm }: ListTarget,
  rows: readonly Row[],
): Promise<void> {
  for (const row of rows) shape.extend(row);
  await ensureTable(session, shape);
  const cells = async function* (): AsyncGenerator<Cells> {
    for (const row of rows) {
      try {
        yield shape.cells({ ...row, _loaded_at: loadedAt });
      } catch (error) {
        throw error instanceof InvalidRow
          ? new InvalidRow(`item ${row.id} of the list: ${error.message}`)
          : error;
      }
    }
    await confirm?.();
  };
  await session.replace(
    {
      table: shape.table,
      adAccountId,
      days: null,
      stamp: "",
      ...(fence !== undefined && { fence }),
      ...(once && { once }),
    },
    cells(),
  );
}

/** A list that could not be read. */
export class ListFailure extends Error {
  readonly error: Error;

  constructor(error: Error) {
    super("the list failed");
    this.error = error;
  }
}

/** Reads all items. Throws a `ListFailure` if reading fails. */
async function allOf(items: AsyncIterable<Row>): Promise<readonly Row[]> {
  const all: Row[] = [];
  try {
    for await (const item of items) all.push(item);
  } catch (error) {
    throw error instanceof Error ? new ListFailure(error) : error;
  }
  return all;
}

/**
 * Keeps only the last item with each key. An item that moves while pages are read can be on two
 * pages.
 */
function lastOfEach(items: readonly Row[], key: readonly string[]): readonly Row[] {
  const keyOf = (item: Row): string => JSON.stringify(key.map((name) => String(item[name])));
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

/** The items in all parts of an account's list. */
async function* itemsOfList(
  context: ListContext,
  list: ListFacts,
  adAccountId: string,
): AsyncGenerator<Row> {
  const { operation, input, parts = [{ input: {} }] } = list;
  const itemsFor = (more: object): AsyncIterable<Row> => {
    const request = { ...input, ...more, ad_account_id: adAccountId };
    return list.key === undefined
      ? itemsOf(context, operation, request)
      : namedItemsOf(context, operation, request);
  };
  for (const part of parts) {
    if ("input" in part) {
      yield* itemsFor(part.input);
      continue;
    }
    const { idsOf, as, most } = part;
    const ids: string[] = [];
    // Includes archived items, because rows of earlier days refer to them.
    for await (const { id } of itemsOfList(
      context,
      listOf(context.facts.lists, idsOf),
      adAccountId,
    ))
      ids.push(String(id));
    for (let at = 0; at < ids.length; at += most ?? 1)
      yield* itemsFor({ [as]: most === undefined ? ids[at] : ids.slice(at, at + most) });
  }
}

/**
 * The items of a response that is a list of objects from ids to names. Each id is one item. An id
 * can map to an object with details of the item instead of a name.
 */
async function* namedItemsOf(
  context: ListContext,
  operation: ListOperation,
  input: Row,
): AsyncGenerator<Row> {
  const { ad_account_id: _, ...rest } = input;
  const call = operationClient(context.connection, operation);
  const response: unknown = await call(input, settingsOf(context));
  for (const names of Array.isArray(response) ? response : [])
    for (const [id, value] of Object.entries(names ?? {}))
      yield typeof value === "object" ? { ...value, ...rest, id } : { ...rest, id, name: value };
}

/** The items of all pages of a list. */
async function* itemsOf(
  context: ListContext,
  operation: ListOperation,
  input: object,
): AsyncGenerator<Row> {
  const pages = pagedClient(context.connection, operation);
  yield* pages.each({ ...input, page_size: PAGE_SIZE }, settingsOf(context));
}

/** The options for a call. Throws a `RunDeadlineError` if the run has no time left. */
function settingsOf({ options, deadline }: ListContext): CallOptions {
  const { signal, onEvent } = options;
  const left = deadline?.left();
  if (left !== undefined && left <= 0)
    throw syncDeadlineError({ ms: deadline?.ms ?? 0, state: "waiting" });
  return {
    ...(signal && { signal }),
    ...(onEvent && { onEvent }),
    ...(left !== undefined && { deadlineMs: left }),
  };
}
