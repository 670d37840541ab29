import type { Row } from "../../../runtime/writers/row.js";
import type { Client } from "../../session.js";
import { formatTable } from "../../terminal/table.js";

type SyncOptions = Parameters<Client["report"]["sync"]>[0];

/** Progress of a sync. */
export type SyncEvent = Parameters<NonNullable<SyncOptions["onProgress"]>>[0];

interface LoadedTable {
  from: string;
  to: string;
  reports: number;
  rows: number;
  failed: number;
}

/** Counts what a sync loaded, by table. */
export class LoadedTables {
  readonly #tables = new Map<string, LoadedTable>();

  /** Counts a loaded report or list, or a failed report. */
  add(event: SyncEvent): void {
    if (event.type === "listed") this.#tableOf(event.table).rows += event.rows;
    if (event.type !== "loaded" && event.type !== "failed") return;
    const { request } = event;
    const table = this.#tableOf(request.table);
    if (event.type === "failed") {
      table.failed++;
      return;
    }
    table.reports++;
    table.rows += event.rows;
    if (table.from === "" || request.from < table.from) table.from = request.from;
    if (request.to > table.to) table.to = request.to;
  }

  /**
   * A line for each table: its days, reports and rows, and any failed reports. Empty if nothing was
   * loaded.
   */
  text(): string {
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
    return `\n${formatTable(rows, ["Rows"])}\n`;
  }

  #tableOf(name: string): LoadedTable {
    const table = this.#tables.get(name) ?? { from: "", to: "", reports: 0, rows: 0, failed: 0 };
    this.#tables.set(name, table);
    return table;
  }
}
