import type { Row } from "../../../runtime/writers/row.js";
import { Overview, type OverviewOptions } from "../../overview/overview.js";
import { overviewText } from "../../overview/text.js";
import type { Client } from "../../session.js";
import { formatTable } from "../../terminal/table.js";

type SyncOptions = Parameters<Client["report"]["sync"]>[0];

/** Progress of a sync. */
export type SyncEvent = Parameters<NonNullable<SyncOptions["onProgress"]>>[0];
type Request = Parameters<NonNullable<SyncOptions["onRows"]>>[0];

interface LoadedTable {
  from: string;
  to: string;
  reports: number;
  rows: number;
  failed: number;
  /**
   * Sums by currency, because amounts in several currencies cannot be added up. The key is "" if
   * the currency is unknown.
   */
  readonly sums: Map<string, Overview>;
}

/** For each table, counts what a sync loaded and adds up the rows. */
export class LoadedTables {
  readonly #tables = new Map<string, LoadedTable>();
  readonly #optionsOf: (table: string) => Pick<OverviewOptions, "columns" | "knowledge">;
  /** For each report that is not loaded yet, the sums of the rows read so far. */
  readonly #reading = new Map<
    Request,
    { readonly currency: string; readonly overview: Overview }
  >();

  /** `optionsOf` returns the requested columns of a table, and facts about the columns. */
  constructor(optionsOf: (table: string) => Pick<OverviewOptions, "columns" | "knowledge">) {
    this.#optionsOf = optionsOf;
  }

  /** Counts a loaded report or list, or a failed report. */
  add(event: SyncEvent): void {
    if (event.type === "listed") this.#tableOf(event.table).rows += event.rows;
    if (event.type !== "loaded" && event.type !== "failed") return;
    const { request } = event;
    const table = this.#tableOf(request.table);
    const read = this.#reading.get(request);
    this.#reading.delete(request);
    if (event.type === "failed") {
      table.failed++;
      return;
    }
    table.reports++;
    table.rows += event.rows;
    if (table.from === "" || request.from < table.from) table.from = request.from;
    if (request.to > table.to) table.to = request.to;
    if (read === undefined) return;
    const { currency, overview } = read;
    const sums = table.sums.get(currency);
    if (sums === undefined) table.sums.set(currency, overview);
    else sums.merge(overview);
  }

  /**
   * Called before a report's rows are read, or read again. Returns a function that adds each row
   * to the totals.
   */
  readonly onRows = (request: Request): ((row: Row) => void) => {
    this.#reading.delete(request);
    return (row) => {
      const reading = this.#reading.get(request) ?? this.#readingOf(request.table, row);
      this.#reading.set(request, reading);
      reading.overview.add(row);
    };
  };

  /**
   * A line for each table: its days, reports and rows, and any failed reports. Then, for each
   * report table and currency, the largest campaigns and the totals. Empty if nothing was loaded.
   */
  text(width: number): string {
    if (this.#tables.size === 0) return "";
    const tables = [...this.#tables].sort(([one], [other]) => (one < other ? -1 : 1));
    const anyFailed = tables.some(([, { failed }]) => failed > 0);
    const rows = tables.map(
      ([name, { from, to, reports, rows, failed }]): Row => ({
        Table: name,
        Days: from === "" ? "" : `${from} to ${to}`,
        Reports: reports,
        Rows: rows.toLocaleString("en-US"),
        ...(anyFailed && { Failed: failed }),
      }),
    );
    const sums = tables.map(([name, table]) => this.#sumsText(name, table, width));
    return `\n${formatTable(rows, ["Rows"])}\n${sums.join("")}`;
  }

  /**
   * The largest campaigns and totals of a table, for each currency. Empty if there is nothing to add
   * up.
   */
  #sumsText(name: string, { sums }: LoadedTable, width: number): string {
    return [...sums]
      .map(([currency, overview]) => {
        const accounts = [{ id: "", currency }];
        const text = overviewText(overview, { accounts, days: null, width });
        const title = sums.size > 1 ? `${name}, ${currency || "unknown currency"}` : name;
        return text === "" ? "" : `${title}${text}`;
      })
      .join("");
  }

  /** A new overview for the rows of a report, whose amounts are all in the account's currency. */
  #readingOf(table: string, row: Row): { readonly currency: string; readonly overview: Overview } {
    const currency = typeof row.CURRENCY === "string" ? row.CURRENCY : "";
    const oneCurrency = currency !== "";
    return {
      currency,
      overview: new Overview({ ...this.#optionsOf(table), oneCurrency, rows: 0 }),
    };
  }

  /** The counts of a table, created if it is new. */
  #tableOf(name: string): LoadedTable {
    const table = this.#tables.get(name) ?? {
      ...{ from: "", to: "", reports: 0, rows: 0, failed: 0 },
      sums: new Map(),
    };
    this.#tables.set(name, table);
    return table;
  }
}
