import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** An ad account, as stored with the tables. */
export interface Account {
  readonly id: string;
  readonly name: string | null;
  readonly currency: string | null;
  readonly time_zone: string | null;
}

/** A report whose rows are in the folder. */
export interface ReportFacts {
  readonly version: 1;
  readonly id: string;
  readonly account: Account;
  readonly body: Readonly<Record<string, unknown>>;
  /** When the report was requested, in ISO 8601. */
  readonly made_at: string;
  readonly rows: number;
}

/** A table: the rows of one or more reports. */
export interface TableFacts {
  readonly version: 1;
  readonly name: string;
  /** The requested body, before planning. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly reports: readonly string[];
}

/**
 * The folder for reports and tables that several servers can share. A report's rows are complete if
 * the facts file next to them exists. Each facts file is written atomically. Only the owner can
 * read the folder.
 */
export class Folder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Creates the folder. Rejects with the system's error if that fails. */
  async create(): Promise<void> {
    for (const name of ["reports", "tables"])
      await mkdir(join(this.path, name), { recursive: true, mode: 0o700 });
  }

  /** The path of a report's rows. */
  rowsPath(id: string): string {
    return join(this.path, "reports", `${id}.parquet`);
  }

  /** The path of a report's journal. */
  journalPath(id: string): string {
    return join(this.path, "reports", `${id}.journal`);
  }

  /** The metadata of a report; null if the report's rows are incomplete. */
  report(id: string): Promise<ReportFacts | null> {
    return readJson(join(this.path, "reports", `${id}.json`));
  }

  /** Stores the facts about a report, replacing older ones. */
  writeReport(facts: ReportFacts): Promise<void> {
    return writeJson(join(this.path, "reports", `${facts.id}.json`), facts);
  }

  /** The metadata of a table; null if there is no table with this name. */
  async table(name: string): Promise<TableFacts | null> {
    return /^\w+$/.test(name) ? readJson(join(this.path, "tables", `${name}.json`)) : null;
  }

  /** Stores the metadata of a table, replacing older ones. */
  writeTable(facts: TableFacts): Promise<void> {
    return writeJson(join(this.path, "tables", `${facts.name}.json`), facts);
  }

  /** The names of all tables. */
  async tableNames(): Promise<readonly string[]> {
    const files = await readdir(join(this.path, "tables"));
    return files.flatMap((file) => /^(\w+)\.json$/.exec(file)?.[1] ?? []).sort();
  }
}

/** Reads a JSON file. Null if it cannot be read. */
async function readJson<Facts>(path: string): Promise<Facts | null> {
  const text = await readFile(path, "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text);
}

/** Replaces a JSON file atomically. Only its owner can read it. */
async function writeJson(path: string, facts: object): Promise<void> {
  const part = `${path}.${crypto.randomUUID()}`;
  await writeFile(part, JSON.stringify(facts), { mode: 0o600 });
  await rename(part, path);
}
