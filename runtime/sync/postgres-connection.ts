import { InvalidArgumentError } from "../errors.js";
import type { Cells } from "./target.js";

/** What is used of the package pg. Described here, because types that name an optional package do not compile where it is not installed. */
interface PostgresLibrary {
  readonly Client: new (options: Readonly<Record<string, unknown>>) => PostgresClient;
}

interface PostgresClient {
  connect(): Promise<unknown>;
  query(query: {
    readonly text: string;
    readonly values?: readonly unknown[];
    readonly rowMode: "array";
  }): Promise<{ readonly rows?: QueryRows }>;
  query(query: CopyIn): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  end(): Promise<void>;
}

type QueryRows = readonly (readonly unknown[])[];

/** Imports the package pg. Rejects with an `InvalidArgumentError` if it is not installed. */
export async function loadPostgres(): Promise<PostgresLibrary> {
  // Bundlers recognize an import that may fail, and do not require the package.
  const library: object = await import("pg").catch((cause: unknown) => {
    throw new InvalidArgumentError("postgres() needs the package pg, which does not load: npm install pg; nothing was sent", { cause });
  });
  return (library as { readonly default: PostgresLibrary }).default;
}

/** The name that the server has for a session of this process, at most 63 characters: shown to another run that finds the lock taken. */
export async function applicationName(): Promise<string> {
  const host = await import("node:os").then(
    ({ hostname }) => hostname(),
    () => "another host",
  );
  return `pinterest-reports sync, process ${globalThis.process?.pid ?? 0} on ${host}`.slice(0, 63);
}

/** Name of the database for messages, without user and password. The options are those of a client of pg. */
export function nameOf({ connectionString, host, database }: Readonly<Record<string, unknown>>): string {
  const url = typeof connectionString === "string" && URL.canParse(connectionString) ? new URL(connectionString) : null;
  const server = url === null ? host : url.hostname || url.searchParams.get("host");
  const name = url === null ? database : decodeURIComponent(url.pathname.slice(1));
  const isGiven = (text: unknown): boolean => typeof text === "string" && text !== "";
  return ["PostgreSQL", ...(isGiven(name) ? [name] : []), ...(isGiven(server) ? ["on", server] : [])].join(" ");
}

/** A connection to a server. Queries come one after another. */
export class PostgresConnection {
  readonly #client: PostgresClient;

  constructor(client: PostgresClient) {
    this.#client = client;
    // The query that is running, or the next one, rejects too.
    client.on("error", () => {});
  }

  connect(): Promise<unknown> {
    return this.#client.connect();
  }

  /** Runs one statement with values for its parameters, or several without. Resolves to the rows of one, as lists. */
  async query(text: string, values?: readonly unknown[]): Promise<QueryRows> {
    const { rows = [] } = await this.#client.query({ text, ...(values && { values }), rowMode: "array" });
    return rows;
  }

  /** Runs a statement `COPY … FROM STDIN` with rows in the text format. */
  copy(text: string, rows: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#client.query(new CopyIn(text, rows, { resolve, reject }));
    });
  }

  /** Runs statements as one transaction, which is rolled back if `statements` rejects. */
  async transaction(statements: () => Promise<unknown>): Promise<void> {
    try {
      await this.query("BEGIN ISOLATION LEVEL READ COMMITTED");
      await statements();
      await this.query("COMMIT");
    } catch (error) {
      await this.query("ROLLBACK").catch(() => {});
      throw error;
    }
  }

  end(): Promise<void> {
    return this.#client.end();
  }
}

/** The connection below a client of pg, in so far as `COPY` needs it. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
}

/** A `COPY … FROM STDIN` statement, as a query of a kind of its own, which clients of pg take. */
class CopyIn {
  readonly #text: string;
  readonly #rows: string;
  readonly #ended: { readonly resolve: () => void; readonly reject: (error: Error) => void };

  constructor(text: string, rows: string, ended: { readonly resolve: () => void; readonly reject: (error: Error) => void }) {
    this.#text = text;
    this.#rows = rows;
    this.#ended = ended;
  }

  submit(connection: CopyConnection): null {
    connection.query(this.#text);
    return null;
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(Buffer.from(this.#rows));
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#ended.resolve();
  }

  handleError(error: Error): void {
    this.#ended.reject(error);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\ufffd" };

/** A row in the text format of `COPY`, with its line feed. U+FFFD replaces NUL, which a text of PostgreSQL cannot hold. */
export function copyLine(cells: Cells): string {
  let text = "";
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? null;
    if (at > 0) text += "\t";
    if (cell === null) text += "\\N";
    else if (typeof cell === "string")
      text += /[\\\n\r\t\0]/.test(cell) ? cell.replace(/[\\\n\r\t\0]/g, (found) => ESCAPES[found] ?? found) : cell;
    else text += String(cell);
  }
  return `${text}\n`;
}
