import { type Connection, configOf } from "../client/connection.js";
import { flowClient } from "../client/report-client.js";
import { InvalidArgumentError, LeaseLostError } from "../errors.js";
import { ownOptions } from "../options.js";
import type { RowsDescription } from "../tables/describe.js";
import type { Row } from "../writers/row.js";
import type { LoaderOptions } from "./engine.js";
import { hasRowsOf, ListFailure, replaceList, rowsOfList } from "./entities.js";
import type { SyncFacts } from "./facts.js";
import { FileRows, loadReport, ReportFailure } from "./load.js";
import { Sessions } from "./sessions.js";
import { InvalidRow, Shape } from "./shape.js";
import {
  checkExisting,
  entityTable,
  exactOf,
  OWN_COLUMNS,
  quotientsOf,
  sameIds,
} from "./tables.js";
import type { Target, TargetSession, TargetTable } from "./target.js";
import type {
  ListTask,
  LoadOptions,
  SyncTask,
  TaskLoader,
  WindowOptions,
  WindowTask,
} from "./tasks.js";

const SESSIONS = 4;

/**
 * Returns the target's `openShared`. Throws an `InvalidArgumentError` if only one process at a time
 * can have the target open.
 */
export function sharedOpener(target: Target): NonNullable<Target["openShared"]> {
  if (target.openShared !== undefined)
    return (options) => target.openShared?.(options) as ReturnType<Target["open"]>;
  throw new InvalidArgumentError(
    `${target.name} can be open in only one process at a time: run sync in a single process, or use PostgreSQL if you need several workers; nothing was sent`,
  );
}

/** Loads tasks into a target that several processes can open at once. */
export class TargetLoader implements TaskLoader {
  readonly #facts: SyncFacts;
  readonly #connection: Connection;
  readonly #target: Target;
  readonly #sessions: Sessions;

  /**
   * Throws an `InvalidArgumentError` for a target that only one process can open at a time. Throws
   * a `RangeError` for an invalid number of sessions.
   */
  constructor(
    facts: SyncFacts,
    target: Target,
    { connection, options }: { readonly connection: Connection; readonly options: LoaderOptions },
  ) {
    const { sessions = SESSIONS } = ownOptions(options);
    if (!(Number.isInteger(sessions) && sessions > 0))
      throw new RangeError("sessions must be a whole number of at least 1");
    this.#facts = facts;
    this.#connection = connection;
    this.#target = target;
    this.#sessions = new Sessions(sharedOpener(target), { max: sessions });
  }

  async loadWindow(
    { table: name, adAccountId, body, account, from, to, stamp, isHourly }: WindowTask,
    options: WindowOptions,
  ): Promise<number> {
    const { rows: read, signal, onEmptied } = options;
    const lease = leaseOf(options);
    const description = this.#facts.describe(body);
    const exact = exactOf(description);
    const rows = new FileRows(() => read({ exact, exactSize: true }), signal);
    const client = flowClient(this.#connection, this.#facts.flow);
    try {
      return await this.#use(name, options, async (session, table) => {
        if (table === null)
          throw new InvalidArgumentError(
            `${this.#target.name} no longer has the planned table ${name}: it was dropped; plan again`,
          );
        const windowDays = this.#target.windowDays ?? Number.POSITIVE_INFINITY;
        const load = {
          ...{ session, adAccountId, body, account, from, to, stamp, isHourly, windowDays },
          ...lease,
          shape: shapeOf(requestedColumns(table, description), session),
          quotients: quotientsOf(description),
          sameIds: sameIds(this.#facts),
          loadedAt: this.#now(),
          again: () =>
            new FileRows(async () => {
              const report = await client.run<Row>(adAccountId, body, {
                ...(signal && { signal }),
              });
              return report.rows({ exact, exactSize: true });
            }, signal),
        };
        const loaded = await loadReport(load, rows);
        if (loaded.isEmptied) onEmptied?.();
        return loaded.rows;
      });
    } finally {
      await rows.close();
    }
  }

  async fenceOf(task: SyncTask, options: LoadOptions = {}): Promise<number | null> {
    const { table: name, adAccountId } = task;
    const days = task.type === "window" ? { from: task.from, to: task.to } : null;
    const fence = await this.#use(name, options, async (session, table) =>
      table === null ? null : session.fenceOf?.({ table, adAccountId, days }),
    );
    return fence ?? null;
  }

  async loadList(
    { table: name, adAccountId, rows: known }: ListTask,
    options: LoadOptions = {},
  ): Promise<number> {
    const { signal } = options;
    const lease = leaseOf(options);
    const context = {
      facts: this.#facts,
      connection: this.#connection,
      options: { ...(signal && { signal }) },
      deadline: null,
    };
    const list = { table: name, adAccountId, ...(known !== null && { items: known }) };
    const rows = await rowsOfList(context, list, () =>
      this.#use(name, options, (session, table) => hasRowsOf(list, session, table)),
    ).catch((error: unknown) => {
      throw errorOf(error);
    });
    await this.#use(name, options, async (session, table) => {
      const usual = entityTable(this.#facts, name);
      checkExisting(usual, table, this.#target.name);
      await replaceList(
        {
          session,
          shape: table === null ? new Shape(usual, null) : shapeOf(table, session),
          adAccountId,
          loadedAt: this.#now(),
          ...lease,
        },
        rows,
      );
    });
    return rows.length;
  }

  close(): Promise<void> {
    return this.#sessions.close();
  }

  /** The current time in ISO 8601 format. */
  #now(): string {
    return new Date(configOf(this.#connection).clock.date()).toISOString();
  }

  /**
   * Calls `work` with a session and the table named `name`, which is null if it does not exist.
   * Throws a `RangeError` for an invalid fence. Unwraps the error for a report or list.
   */
  async #use<Result>(
    name: string,
    { signal, fence }: LoadOptions,
    work: (session: TargetSession, table: TargetTable | null) => Promise<Result>,
  ): Promise<Result> {
    if (fence !== undefined && !Number.isSafeInteger(fence))
      throw new RangeError("fence must be a safe integer");
    try {
      return await this.#sessions.use({ table: name, ...(signal && { signal }), isHarmless }, work);
    } catch (error) {
      throw errorOf(error);
    }
  }
}

/** Returns the options for replacing rows under a lease, without undefined members. */
function leaseOf({
  fence,
  once,
  confirm,
}: LoadOptions): Pick<LoadOptions, "fence" | "once" | "confirm"> {
  return {
    ...(fence !== undefined && { fence }),
    ...(once && { once }),
    ...(confirm && { confirm }),
  };
}

/** Returns the shape of a table that the session's target already has. */
function shapeOf(table: TargetTable, session: TargetSession): Shape {
  const shape = new Shape(table, table);
  shape.ensuredIn = session;
  return shape;
}

/**
 * Returns the table without the columns that only earlier requests had. This report must not fill
 * those columns.
 */
function requestedColumns(
  table: TargetTable,
  { columns: described }: Pick<RowsDescription, "columns">,
): TargetTable {
  const names = new Set([...described.map(({ name }) => name), ...OWN_COLUMNS]);
  return { ...table, columns: table.columns.filter(({ name }) => names.has(name.toUpperCase())) };
}

/** Whether the session can still be used after this error. */
function isHarmless(error: unknown): boolean {
  return (
    error instanceof ReportFailure || error instanceof InvalidRow || error instanceof LeaseLostError
  );
}

/** Unwraps the error for a report or list. */
function errorOf(error: unknown): unknown {
  return error instanceof ReportFailure || error instanceof ListFailure ? error.error : error;
}
