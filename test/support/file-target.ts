import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type {
  Cell,
  Target,
  TargetSession,
  TargetTable,
  TargetWindow,
} from "../../runtime/sync/target.js";
import { dayNumber, isoDay } from "../../runtime/validation/dates.js";

/** Possible defects of a target. */
export const DEFECTS = {
  "days before rows": "records a window's days before its rows are stored",
  "row by row": "adds each row to the table as it arrives",
  "in two steps": "removes the old rows in one step, and adds the new ones in another",
  "rows late": "resolves before the new rows are in the table",
  "days never": "does not record days",
  "days stay": "keeps the record of the old rows' days until it is closed",
  "wider in two steps": "loses a table's rows while it adds a column",
  "lock stays": "keeps its lock after the process has ended",
} as const;

export type Defect = keyof typeof DEFECTS;

interface Content {
  readonly tables: Record<string, TargetTable>;
  readonly rows: Record<string, Record<string, Cell>[]>;
  /** Stamps by table and account, then by day. */
  readonly days: Record<string, Record<string, string>>;
}

const contentOf = (path: string): Content => JSON.parse(readFileSync(path, "utf8"));

/** A target in one JSON file, which must initially contain `EMPTY`. It has one defect or none. */
export function fileTarget(path: string, defect: Defect | null): Target {
  return {
    name: `the file ${path}`,
    async open() {
      const lock = `${path}.lock`;
      try {
        // A process that has ended has no folder there.
        const holder = readFileSync(lock, "utf8");
        if (defect === "lock stays" || isRunning(Number(holder)))
          throw new Error(`the file is in use by process ${holder}`);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      }
      writeFileSync(lock, String(process.pid));
      return sessionOf(path, defect);
    },
  };
}

export const EMPTY: string = JSON.stringify({ tables: {}, rows: {}, days: {} } satisfies Content);

/** A table's rows in the file. */
export function fileRows(path: string, table: string): readonly Readonly<Record<string, Cell>>[] {
  return contentOf(path).rows[table] ?? [];
}

function isRunning(process: number): boolean {
  try {
    return globalThis.process.kill(process, 0);
  } catch {
    return false;
  }
}

function sessionOf(path: string, defect: Defect | null): TargetSession {
  const content = contentOf(path);
  const save = (): void => {
    writeFileSync(`${path}.new`, JSON.stringify(content));
    renameSync(`${path}.new`, path);
  };
  const record = ({ table, adAccountId, days, stamp }: TargetWindow): void => {
    const key = `${table.name} ${adAccountId}`;
    for (let day = dayNumber(days?.from ?? ""); day <= dayNumber(days?.to ?? ""); day++)
      content.days[key] = { ...content.days[key], [isoDay(day)]: stamp };
  };
  const unrecorded: TargetWindow[] = [];
  return {
    table: async (name) => content.tables[name] ?? null,
    async ensureTable(table) {
      const rows = content.rows[table.name] ?? [];
      if (defect === "wider in two steps" && rows.length > 0) {
        content.rows[table.name] = [];
        save();
        await sleep(300);
      }
      content.tables[table.name] = table;
      content.rows[table.name] = rows;
      save();
    },
    loadedAccounts: async () => [],
    loadedDays: async (table, adAccountId) =>
      new Map(Object.entries(content.days[`${table} ${adAccountId}`] ?? {})),
    hasRows: async (window) =>
      (content.rows[window.table.name] ?? []).some((row) => isIn(window, row)),
    async replace(window, rows) {
      const { table } = window;
      const added: Record<string, Cell>[] = [];
      const kept = (content.rows[table.name] ?? []).filter((row) => !isIn(window, row));
      if (defect === "days before rows") {
        record(window);
        save();
      }
      for await (const cells of rows) {
        added.push(
          Object.fromEntries(table.columns.map(({ name }, at) => [name, cells[at] ?? null])),
        );
        if (defect !== "row by row" || added.length > 3) continue;
        content.rows[table.name] = [...kept, ...added];
        save();
      }
      if (defect === "in two steps") {
        content.rows[table.name] = kept;
        save();
        await sleep(300);
      }
      content.rows[table.name] = [...kept, ...added];
      if (defect === "days stay") unrecorded.push(window);
      else if (defect !== "days never") record(window);
      if (defect !== "rows late") save();
    },
    async close() {
      for (const window of unrecorded) record(window);
      save();
      rmSync(`${path}.lock`, { force: true });
    },
  };
}

/** Whether a row belongs to the window. */
function isIn(
  { table, adAccountId, days }: Pick<TargetWindow, "table" | "adAccountId" | "days">,
  row: Readonly<Record<string, Cell>>,
): boolean {
  const day = String(row[table.dayColumn ?? ""]);
  const isOfDays = days === null || (day >= days.from && day <= days.to);
  return row[table.accountColumn] === adAccountId && isOfDays;
}
