import { type AddressInfo, createServer, type Socket } from "node:net";
import type { Clock } from "../clock.js";
import { given } from "../given.js";
import { printing } from "../redact.js";
import type { FakeApp } from "./auth.js";
import type { ContractFacts } from "./facts.js";
import { FakeApi } from "./fake-api.js";
import { createFakeClock, type FakeClock } from "./fake-clock.js";
import type { Fault } from "./faults/all.js";
import { bodyOf, listen, type RequestHandler, sendRaw, toRequest } from "./listen.js";
import type { ListedItems } from "./made-items.js";
import { checkServer, type FakeServerOptions } from "./options.js";
import type { RawReply, RecordedRequest, Reply } from "./reply.js";
import { dripsOf, type GeneratedFile, type ReportFile } from "./report-file.js";

const PIECE = 64;
const SMALL = 64 * 1024;

/** A `fetch` function, like a client's `fetch` option. */
export type FakeFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * Creates a `fetch` that passes requests to the handler of their origin, without a network.
 *
 * It rejects with a `TypeError` whose cause has the code `ENOTFOUND` for an unknown origin, or
 * `ECONNRESET` for a reply that breaks the connection before its first byte. If `signal` aborts, it
 * rejects with the signal's reason. A stalled reply ends only when `signal` aborts.
 */
function fakeFetch(origins: ReadonlyMap<string, RequestHandler>): FakeFetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const handler = origins.get(url.origin);
    if (handler === undefined)
      throw new TypeError("fetch failed", {
        cause: errorWithCode(`no such host: ${url.origin}`, "ENOTFOUND"),
      });
    init?.signal?.throwIfAborted();
    const reply = handler(
      toRequest(request.method, url, {
        headers: Object.fromEntries(request.headers),
        body: await request.text(),
      }),
    );
    // There is no socket, so bytes that are not HTTP count as a broken connection.
    if (reply.disconnectAfter === -1 || reply.raw !== undefined)
      throw new TypeError("fetch failed", {
        cause: errorWithCode("read ECONNRESET", "ECONNRESET"),
      });
    if (reply.stallAfter === -1) return untilAborted(init?.signal);
    return respond(reply, init?.signal);
  };
}

/**
 * Creates a `Response` whose body arrives as the reply describes, for example truncated or stalled.
 */
function respond(reply: Reply, signal: AbortSignal | null | undefined): Response {
  const { status, disconnectAfter, stallAfter, dripMs } = reply;
  const { file, headers } = bodyOf(reply);
  let remaining = disconnectAfter ?? stallAfter ?? file.size;
  const pieces = dripMs === undefined ? smallPieces(file) : dripsOf(file);
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      signal?.throwIfAborted();
      if (dripMs !== undefined) await new Promise((resolve) => setTimeout(resolve, dripMs));
      const piece = remaining > 0 ? pieces.next().value?.subarray(0, remaining) : undefined;
      remaining -= piece?.length ?? 0;
      if (piece !== undefined) controller.enqueue(piece);
      else if (disconnectAfter !== undefined)
        controller.error(
          new TypeError("terminated", {
            cause: errorWithCode("other side closed", "UND_ERR_SOCKET"),
          }),
        );
      else if (stallAfter !== undefined) await untilAborted(signal);
      else controller.close();
    },
  });
  return new Response(status === 204 ? null : stream, { status, headers });
}

/** Splits small files into 64-byte pieces, as on a slow network. */
function* smallPieces(file: ReportFile): Generator<Uint8Array, undefined> {
  for (const piece of file.pieces()) {
    const step = file.size < SMALL ? PIECE : piece.length;
    for (let at = 0; at < piece.length; at += step) yield piece.slice(at, at + step);
  }
  return undefined;
}

/** Never resolves. Rejects with the signal's reason when it aborts. */
function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) =>
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true }),
  );
}

/** Creates an error with a `code`, like a system error. */
function errorWithCode(message: string, code: string): Error {
  return Object.assign(new Error(message), { code });
}

/**
 * A server that behaves like Pinterest's report API, as far as its behavior is known. `Time` is the
 * type of the server's clock.
 */
export interface FakeServer<Time extends Clock = FakeClock> {
  /** The client's `baseUrl`. */
  readonly url: string;
  /** Access token that is valid from the start. */
  readonly accessToken: string;
  /**
   * A `fetch` function that reaches the same server without a network. Pass it as the client's
   * `fetch` option. Rejects with a `TypeError` for any other address.
   */
  readonly fetch: FakeFetch;
  /** All requests so far, in order, including rejected ones. Each request is added to this list. */
  readonly requests: readonly RecordedRequest[];
  /**
   * Faults that have not happened yet, or not as often as planned. A fault with `times: Infinity`
   * is pending until it happens once. If the list is empty at the end of a test, all planned faults
   * happened.
   */
  readonly pending: readonly Fault[];
  /**
   * Returns a report's file, unaffected by faults, given the report's token. Each chunk is at most
   * 64 KiB. The result can be iterated once. Throws a `TypeError` for an unknown token.
   */
  file(token: string): Iterable<Uint8Array>;
  /**
   * Given a report's token, returns the report's rows, unaffected by faults. Each value is the
   * exact text of a number, id or name, so you can add up numbers without rounding errors. Rows are
   * ordered by entity, then by day. Zeros are never left out, and each row has the entity's id,
   * even if no column contains it. The result can be iterated once. Throws a `TypeError` for an
   * unknown token.
   */
  rows(token: string): Iterable<Readonly<Record<string, string>>>;
  /** Invalidates all access tokens issued so far, so clients have to get new ones. */
  revoke(): void;
  /**
   * The server's clock. If it is a fake clock that the client uses too, no wait takes real time.
   */
  readonly clock: Time;
  /**
   * Stops both servers and closes all connections. `await using` calls it too; a second call has no
   * effect.
   */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const APP: FakeApp = {
  clientId: "fake-client-id",
  clientSecret: "fake-client-secret",
  refreshToken: "fake-refresh-token",
};

/**
 * Starts a fake server for these flows on 127.0.0.1. It has one port for the API and one for files.
 * `items` defines the fields of list items; without it, they have only basic fields, such as `id`.
 * The server does not keep the process alive. Rejects with a `TypeError` or a `RangeError` for
 * invalid options, and with the system's error if it cannot listen on its port.
 */
export async function createFakeServer<Time extends Clock = FakeClock>(
  contract: readonly ContractFacts[],
  options: FakeServerOptions<Time> = {},
  items: ListedItems = {},
): Promise<FakeServer<Time>> {
  checkServer(options);
  // `Time` is `FakeClock` if no clock is passed.
  const {
    accessToken = "fake-access-token",
    clock = createFakeClock() as Clock as Time,
    cors = false,
    port = 0,
    ...apiOptions
  } = given(options);
  const usual = {
    polls: 2,
    entities: 3,
    bytes: 0,
    accounts: 3,
    seed: 1,
    restated: 0,
    app: APP,
    quotas: [],
    faults: [],
    date: () => clock.date(),
  };
  const fake = new FakeApi(contract, { ...usual, ...apiOptions, accessToken, items });
  const isFake = "advance" in clock;
  const decorated = (handler: RequestHandler) => {
    const dated = isFake ? handler : withDate(handler, clock);
    return cors ? withCors(dated) : dated;
  };
  const apiHandler = decorated((request) => fake.api(request));
  const fileHandler = decorated((request) => fake.file(request));
  const api = await listen(apiHandler, port);
  const files = await listen(fileHandler);
  fake.filesOrigin = files.origin;
  const close = async () => {
    await Promise.all([api.close(), files.close()]);
  };
  const server: FakeServer<Time> = {
    url: `${api.origin}/v5`,
    accessToken,
    fetch: fakeFetch(
      new Map([
        [api.origin, apiHandler],
        [files.origin, fileHandler],
      ]),
    ),
    requests: fake.requests,
    get pending() {
      return fake.pending;
    },
    file: (token) => knownFile(fake, token).pieces(),
    rows: (token) => knownFile(fake, token).rows(),
    revoke: () => fake.revoke(),
    clock,
    close,
    [Symbol.asyncDispose]: close,
  };
  return printing(server, () => ({ ...server }));
}

/** Returns the file of a report. Throws a `TypeError` for an unknown token. */
function knownFile(fake: FakeApi, token: string): GeneratedFile {
  const file = fake.fileOf(token);
  if (file === undefined) throw new TypeError("there is no report with this token");
  return file;
}

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "*, authorization",
  "access-control-allow-methods": "*",
  "access-control-expose-headers": "*",
};

/** Adds a `Date` header to responses without one. */
function withDate(handler: RequestHandler, clock: Clock): RequestHandler {
  return (request) => {
    const reply = handler(request);
    return { ...reply, headers: { date: new Date(clock.date()).toUTCString(), ...reply.headers } };
  };
}

/** Adds CORS headers for pages from any origin. Responds to an OPTIONS request with 204. */
function withCors(handler: RequestHandler): RequestHandler {
  return (request) => {
    if (request.method === "OPTIONS") return { status: 204, headers: CORS, body: "" };
    const reply: Reply = handler(request);
    return { ...reply, headers: { ...reply.headers, ...CORS } };
  };
}

/** A server that responds with raw bytes, to test a client against invalid HTTP. */
export interface TrapServer {
  /** Base URL for a client, or the start of a link. */
  readonly url: string;
  /** The requests as received, with headers but without bodies. */
  readonly requests: readonly string[];
  /**
   * Stops the server and closes all connections. `await using` calls it too; a second call has no
   * effect.
   */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts a server on a free port of 127.0.0.1 that sends raw bytes. The nth request across all
 * connections gets the nth of `replies`, and later requests get the last one. If the list is empty,
 * no request gets a response. The server does not keep the process alive.
 */
export async function createTrapServer(replies: readonly RawReply[]): Promise<TrapServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    socket.unref();
    sockets.add(socket);
    let received = "";
    // How many bytes of a request's body have not arrived yet.
    let bodyLeft = 0;
    socket.on("data", (bytes) => {
      received += bytes.toString("latin1");
      for (;;) {
        const skipped = Math.min(bodyLeft, received.length);
        received = received.slice(skipped);
        bodyLeft -= skipped;
        const end = received.indexOf("\r\n\r\n");
        if (end < 0) return;
        const head = received.slice(0, end);
        received = received.slice(end + 4);
        bodyLeft = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
        requests.push(head);
        const reply = replies[Math.min(requests.length, replies.length) - 1];
        if (reply !== undefined) sendRaw(socket, reply);
      }
    });
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  server.unref();
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close,
    [Symbol.asyncDispose]: close,
  };
}
