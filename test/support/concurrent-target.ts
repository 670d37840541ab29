import { InvalidArgumentError, LeaseLostError } from "../../runtime/errors.js";
import type {
  Cell,
  CellType,
  Target,
  TargetSession,
  TargetTable,
} from "../../runtime/sync/target.js";
import { dayNumber, isoDay } from "../../runtime/validation/dates.js";

/** Possible defects of a target that several processes open. */
export const CONCURRENT_DEFECTS = {
  "leases ignored": "replaces windows under any lease",
  "leases checked early": "checks for later leases before the rows arrive",
  "leases of one day": "checks only the first day of a window for later leases",
  "leases of lists ignored": "replaces lists under any lease",
  "leases forgotten": "forgets the leases of a window that a run replaces",
  "stale stamps": "never replaces a day's stamp",
  "one at a time": "makes one session wait for the rows of another",
  "columns lost": "overwrites a table's columns with those that the last session knew",
  "first day lost": "takes the first day of the last session",
  "run let in": "lets a run open it together with workers",
  "workers let in": "lets workers open it together with a run",
} as const;

export type ConcurrentDefect = keyof typeof CONCURRENT_DEFECTS;

type Stored = Readonly<Record<string, Cell>>;

interface State {
  readonly tables: Map<string, TargetTable>;
  readonly rows: Map<
    string,
    readonly { readonly account: string; readonly day: string; readonly row: Stored }[]
  >;
  /** Keys consist of table, account and day; lists have no day. */
  readonly days: Map<string, { readonly stamp: string; readonly fence: number }>;
  open: number;
  shared: number;
  queue: Promise<void>;
}

const WIDTH: readonly CellType[] = ["boolean", "integer", "double", "date", "text"];

/** Creates an in-memory store of tables, with one defect or none. */
export function concurrentStore(defect: ConcurrentDefect | null) {
  const state: State = {
    tables: new Map(),
    rows: new Map(),
    days: new Map(),
    open: 0,
    shared: 0,
    queue: Promise.resolve(),
  };
  const busy = (): never => {
    throw new InvalidArgumentError("the memory is in use by another run");
  };
  const target = (): Target => ({
    name: "memory",
    async open() {
      if (state.open > 0 || (state.shared > 0 && defect !== "run let in")) busy();
      state.open++;
      return sessionOf(state, defect, { isShared: false });
    },
    async openShared() {
      if (state.open > 0 && defect !== "workers let in") busy();
      state.shared++;
      return sessionOf(state, defect, { isShared: true });
    },
  });
  return {
    target,
    read: async (table: string) => (state.rows.get(table) ?? []).map(({ row }) => row),
  };
}

function sessionOf(
  state: State,
  defect: ConcurrentDefect | null,
  { isShared }: { readonly isShared: boolean },
): TargetSession {
  const { tables, rows: contents, days: recorded } = state;
  const session: TargetSession = {
    table: async (name) => {
      if (
        [...tables.keys()].some(
          (other) => other !== name && other.toLowerCase() === name.toLowerCase(),
        )
      )
        throw new InvalidArgumentError("differs only in case");
      return tables.get(name) ?? null;
    },
    async ensureTable(table) {
      let before = await session.table(table.name);
      if (defect === "columns lost") await new Promise((resolve) => setTimeout(resolve, 5));
      else before = tables.get(table.name) ?? null;
      const others =
        before?.columns.filter(
          ({ name }) => !table.columns.some((column) => column.name === name),
        ) ?? [];
      const columns = table.columns.map((column) => {
        const type = before?.columns.find(({ name }) => name === column.name)?.type ?? column.type;
        return {
          ...column,
          type: WIDTH.indexOf(type) > WIDTH.indexOf(column.type) ? type : column.type,
        };
      });
      const [firstDay] = [before?.firstDay, table.firstDay]
        .filter((day) => day !== undefined)
        .sort();
      const earliest = defect === "first day lost" ? table.firstDay : firstDay;
      tables.set(table.name, {
        ...table,
        columns: [...columns, ...others],
        ...(earliest !== undefined && { firstDay: earliest }),
        ...(table.requested && { requested: { ...before?.requested, ...table.requested } }),
      });
    },
    async loadedAccounts(table) {
      const keys = [...recorded.keys()]
        .map((key) => key.split(" "))
        .filter(([name, , day]) => name === table && day !== "");
      return [...new Set(keys.map(([, account = ""]) => account))];
    },
    async loadedDays(table, account) {
      const ofAccount = [...recorded].map(
        ([key, { stamp }]) => [...key.split(" "), stamp] as const,
      );
      return new Map(
        ofAccount.flatMap(([name, of, day = "", stamp = ""]) =>
          name === table && of === account && day !== "" ? [[day, stamp]] : [],
        ),
      );
    },
    hasRows: async ({ table: { name }, adAccountId, days }) =>
      (contents.get(name) ?? []).some(
        ({ account, day }) =>
          account === adAccountId && (days === null || (day >= days.from && day <= days.to)),
      ),
    async replace(window, cells) {
      if (defect !== "one at a time") return replace(window, cells);
      const before = state.queue;
      let end = (): void => {};
      state.queue = new Promise((resolve) => {
        end = resolve;
      });
      await before;
      await replace(window, cells).finally(end);
    },
    async fenceOf({ table: { name }, adAccountId, days }) {
      const [first, last] = days === null ? [0, 0] : [dayNumber(days.from), dayNumber(days.to)];
      const fences = Array.from({ length: last - first + 1 }, (_, at) => {
        const day = days === null ? "" : isoDay(first + at);
        return recorded.get(`${name} ${adAccountId} ${day}`)?.fence ?? 0;
      });
      return Math.min(...fences) || null;
    },
    async close() {
      if (isShared) state.shared--;
      else state.open--;
    },
  };
  const replace: TargetSession["replace"] = async (
    { table, adAccountId, days, stamp, fence, once },
    cells,
  ) => {
    const [first, last] = days === null ? [0, 0] : [dayNumber(days.from), dayNumber(days.to)];
    const keys = Array.from(
      { length: last - first + 1 },
      (_, at) => `${table.name} ${adAccountId} ${days === null ? "" : isoDay(first + at)}`,
    );
    const check = (): void => {
      if (
        fence === undefined ||
        defect === "leases ignored" ||
        (defect === "leases of lists ignored" && days === null)
      )
        return;
      const checked = defect === "leases of one day" ? keys.slice(0, 1) : keys;
      const least = once ? fence : fence + 1;
      if (checked.some((key) => (recorded.get(key)?.fence ?? 0) >= least))
        throw new LeaseLostError(table.name);
    };
    if (defect === "leases checked early") check();
    const added: { account: string; day: string; row: Stored }[] = [];
    for await (const row of cells) {
      const stored = Object.fromEntries(
        table.columns.map(({ name }, at) => [name, row[at] ?? null]),
      );
      added.push({ account: adAccountId, day: String(stored[table.dayColumn ?? ""]), row: stored });
    }
    if (defect !== "leases checked early") check();
    const kept = (contents.get(table.name) ?? []).filter(
      ({ account, day }) =>
        account !== adAccountId || (days !== null && (day < days.from || day > days.to)),
    );
    contents.set(table.name, [...kept, ...added]);
    if (days === null && fence === undefined) return;
    for (const key of keys) {
      const before = recorded.get(key);
      const number = fence ?? (defect === "leases forgotten" ? 0 : (before?.fence ?? 0));
      recorded.set(key, {
        stamp: defect === "stale stamps" ? (before?.stamp ?? stamp) : stamp,
        fence: number,
      });
    }
  };
  return session;
}
