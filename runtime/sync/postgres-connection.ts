// This implements COPY with `pg` alone, without `pg-copy-streams`. The protocol takes 30 lines, and
// users have one package fewer to install. Most of the work is encoding rows, which neither package
// does.

import { onAbort } from "../clock.js";
import { InvalidArgumentError } from "../errors.js";
import type { Cells } from "./target.js";
import { TargetUnavailableError } from "./target-failures.js";

/**
 * The parts of the package pg that this module uses. They are declared here because types that
 * refer to an optional package do not compile unless it is installed.
 */
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
  /** Id of the session's server process; null until the process exists. */
  readonly processID: number | null;
  readonly connection: { readonly stream: { destroy(): void } };
}

type QueryRows = readonly (readonly unknown[])[];

/**
 * Imports the package pg. Rejects with an `InvalidArgumentError` if it cannot be loaded, usually
 * because it is not installed.
 */
export async function loadPostgres(): Promise<PostgresLibrary> {
  // The `catch` makes bundlers treat the package as optional.
  const library: object = await import("pg").catch((cause: unknown) => {
    throw new InvalidArgumentError(
      "postgres() needs the package pg, which could not be loaded: run npm install pg; nothing was sent",
      { cause },
    );
  });
  return (library as { readonly default: PostgresLibrary }).default;
}

/**
 * The name of this process's session on the server, at most 63 characters. If another run finds the
 * schema locked, its error message contains this name.
 */
export async function applicationName(): Promise<string> {
  const host = await import("node:os").then(
    ({ hostname }) => hostname(),
    () => "another host",
  );
  return `pinterest-reports sync, process ${globalThis.process?.pid ?? 0} on ${host}`.slice(0, 63);
}

/**
 * Display name of the database for messages, without user name and password. It begins with
 * `PostgreSQL`. A name or host that is unknown, or contains an `@`, is left out. The options are
 * the same as for pg's `Client`.
 */
export function nameOf({
  connectionString,
  host,
  database,
}: Readonly<Record<string, unknown>>): string {
  const url =
    typeof connectionString === "string" && URL.canParse(connectionString)
      ? new URL(connectionString)
      : null;
  const server = url === null ? host : url.hostname || url.searchParams.get("host");
  const name = url === null ? database : decoded(url.pathname.slice(1));
  // Text that contains an @ may include part of an unescaped password.
  const isShown = (text: unknown): boolean =>
    typeof text === "string" && text !== "" && !text.includes("@");
  return [
    "PostgreSQL",
    ...(isShown(name) ? [name] : []),
    ...(isShown(server) ? ["on", server] : []),
  ].join(" ");
}

/** Decodes percent-encoded text; returns invalid text unchanged. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Maximum time for ending another session, in milliseconds. */
const ENDING_MS = 2000;

/**
 * A connection to a server. Queries run one after another. When `signal` aborts, the session ends
 * immediately, including on the server, which rolls back its transaction. All queries then reject
 * with the signal's reason.
 */
export class PostgresConnection {
  readonly #client: PostgresClient;
  readonly #signal: AbortSignal | undefined;
  readonly #unregister: (() => void) | undefined;
  /**
   * Settles when the attempt to end the session on the server is over. Undefined until the signal
   * aborts.
   */
  #ending: Promise<unknown> | undefined;

  constructor(
    { Client }: PostgresLibrary,
    {
      options,
      signal,
    }: {
      readonly options: Readonly<Record<string, unknown>>;
      readonly signal?: AbortSignal | undefined;
    },
  ) {
    const client = new Client(options);
    this.#client = client;
    this.#signal = signal;
    // The event is ignored, because the current query, or the next one, also rejects.
    client.on("error", () => {});
    this.#unregister =
      signal &&
      onAbort(signal, () => {
        // A server process that waits for a lock does not notice that its client is gone, so a
        // second connection ends it.
        const { processID } = client;
        if (processID !== null)
          this.#ending = endSession(new Client({ ...options, ...ENDING }), processID).catch(
            () => {},
          );
        client.connection.stream.destroy();
      });
  }

  /**
   * Connects to the server. Rejects with the signal's reason, a `TargetUnavailableError`, or the
   * server's error.
   */
  connect(): Promise<unknown> {
    this.#signal?.throwIfAborted();
    return this.#client.connect().catch((error: unknown) => this.#rejected(error));
  }

  /**
   * Throws the signal's reason if the signal has aborted, otherwise the error. A statement's error
   * gets the server's details; an outage becomes a `TargetUnavailableError`.
   */
  #rejected(error: unknown): never {
    this.#signal?.throwIfAborted();
    const { code, message, syscall } = Object(error) as Readonly<Record<string, unknown>>;
    // Statement errors have a code of five characters. (Their severity does not help, because
    // servers translate it.) EPIPE also has five characters, but is a connection error.
    const isOfServer = /^[A-Z0-9]{5}$/.test(String(code)) && syscall === undefined;
    if (isOfServer && !UNAVAILABLE.test(String(code))) throw withDetail(error);
    throw new TargetUnavailableError(String(message), { cause: error });
  }

  /**
   * Runs one statement with values for its parameters, or several statements without parameters.
   * Resolves to the rows of a single statement, as lists.
   */
  async query(text: string, values?: readonly unknown[]): Promise<QueryRows> {
    const result = await this.#client
      .query({ text, ...(values && { values }), rowMode: "array" })
      .catch((error: unknown) => this.#rejected(error));
    return result.rows ?? [];
  }

  /**
   * Runs a `COPY … FROM STDIN` statement, and sends text-format rows as they arrive. If `rows`
   * throws, rejects with the same error, and no row is stored.
   */
  async copy(text: string, rows: AsyncIterable<Buffer>): Promise<void> {
    const copying = new CopyIn(text, rows);
    this.#client.query(copying);
    await copying.ended.catch((error: unknown) => {
      if (copying.unread !== undefined) throw copying.unread.error;
      this.#rejected(error);
    });
  }

  /**
   * Runs statements as one transaction, which is rolled back if one of them fails. A list of
   * statements is sent as one message.
   */
  async transaction(statements: readonly string[] | (() => Promise<unknown>)): Promise<void> {
    const begin = "BEGIN ISOLATION LEVEL READ COMMITTED";
    try {
      if (typeof statements === "function") {
        await this.query(begin);
        await statements();
        await this.query("COMMIT");
      } else await this.query([begin, ...statements, "COMMIT"].join(";\n"));
    } catch (error) {
      await this.query("ROLLBACK").catch(() => {});
      throw error;
    }
  }

  /** Closes the connection. If the signal has aborted, first waits until the session has ended. */
  async end(): Promise<void> {
    this.#unregister?.();
    await this.#ending;
    await this.#client.end();
  }
}

/**
 * Codes of errors that affect more than one window. The causes are a lost connection, a read-only
 * server, an ended session, insufficient resources, a shutdown, or a system failure.
 */
const UNAVAILABLE = /^(?:08|25006|25P03|53|57P|58|F0)/;

/**
 * Adds the server's detail to an error. The detail names, for example, the view that needs a
 * column, or the values of a duplicate key.
 */
function withDetail(error: unknown): unknown {
  const { message, detail, code } = Object(error) as Readonly<Record<string, unknown>>;
  return typeof detail === "string"
    ? Object.assign(new Error(`${message}: ${detail}`, { cause: error }), { code })
    : error;
}

const ENDING = { connectionTimeoutMillis: ENDING_MS, query_timeout: ENDING_MS };

/** Ends the session of a server process. */
async function endSession(client: PostgresClient, processID: number): Promise<void> {
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query({
      text: "SELECT pg_terminate_backend($1)",
      values: [processID],
      rowMode: "array",
    });
  } finally {
    await client.end();
  }
}

/** The parts of a pg client's connection that `COPY` needs. */
interface CopyConnection {
  readonly stream: {
    readonly writableNeedDrain: boolean;
    once(event: "drain", listener: () => void): unknown;
  };
  query(text: string): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/** A `COPY … FROM STDIN` statement, as a custom query object whose methods pg's `Client` calls. */
class CopyIn {
  readonly ended: Promise<void>;
  /** Set if the rows could not be read; `error` is the reason. */
  unread: { readonly error: unknown } | undefined;
  readonly #text: string;
  readonly #rows: AsyncIterable<Buffer>;
  #resolve: () => void = () => {};
  #reject: (error: unknown) => void = () => {};
  #isOver = false;
  /** Resumes reading, which is paused until earlier rows have been sent. */
  #resume: () => void = () => {};

  constructor(text: string, rows: AsyncIterable<Buffer>) {
    this.#text = text;
    this.#rows = rows;
    this.ended = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit(connection: CopyConnection): null {
    connection.query(this.#text);
    return null;
  }

  async handleCopyInResponse(connection: CopyConnection): Promise<void> {
    const { stream } = connection;
    try {
      for await (const piece of this.#rows) {
        if (this.#isOver) return;
        connection.sendCopyFromChunk(piece);
        if (stream.writableNeedDrain)
          await new Promise<void>((resolve) => {
            this.#resume = resolve;
            stream.once("drain", resolve);
          });
      }
      connection.endCopyFrom();
    } catch (error) {
      this.unread = { error };
      if (!this.#isOver) connection.sendCopyFail("the rows cannot be read");
    }
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#resolve();
  }

  handleError(error: Error): void {
    this.#isOver = true;
    this.#resume();
    this.#reject(error);
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\0": "\ufffd",
};

/**
 * A row in `COPY`'s text format, with its line feed. U+FFFD replaces NUL, which text in PostgreSQL
 * cannot contain.
 */
export function copyLine(cells: Cells): string {
  let text = "";
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? null;
    if (at > 0) text += "\t";
    if (cell === null) text += "\\N";
    else if (typeof cell === "string")
      text += /[\\\n\r\t\0]/.test(cell)
        ? cell.replace(/[\\\n\r\t\0]/g, (found) => ESCAPES[found] ?? found)
        : cell;
    else text += String(cell);
  }
  return `${text}\n`;
}
