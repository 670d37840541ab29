import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { RawReply, ReceivedRequest, Reply } from "./reply.js";
import { dripsOf, fileWith, type ReportFile } from "./report-file.js";

const MAX_BODY_LENGTH = 1024 * 1024;
const CLOSE_DELAY_MS = 10;
const KEEP_ALIVE_MS = 65_000;

/** Returns the reply to a request. If it throws, the connection closes without a response. */
export type RequestHandler = (request: ReceivedRequest) => Reply;

/** A server on this machine. It does not keep the process alive. */
export interface RunningServer {
  /** Scheme, host and port: `http://127.0.0.1:54321`. */
  readonly origin: string;
  /** Stops listening and closes all connections, even during a request. */
  close(): Promise<void>;
}

/**
 * Starts an HTTP server on 127.0.0.1 that sends what `handler` returns. With `port` 0, it uses a
 * free port. Resolves once the server is listening. Closes the connection if a request body has
 * more than 1,048,576 characters. Does not keep the process alive. Rejects with the system's error
 * if it cannot listen.
 */
export async function listen(handler: RequestHandler, port = 0): Promise<RunningServer> {
  const server = createServer((request, response) => {
    readRequest(request)
      .then((received) => send(response, handler(received)))
      .catch(() => response.destroy());
  });
  server.on("connection", (socket) => socket.unref());
  // Idle connections are kept for as long as load balancers keep them. If they closed after a few
  // seconds, a client might reuse one while it is being closed, which looks like an outage.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  server.unref();
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => close(server),
  };
}

/** Stops listening and closes all connections. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Reads a request with its body. Throws a `RangeError` if the body is too large. */
async function readRequest(request: IncomingMessage): Promise<ReceivedRequest> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) {
    body += chunk;
    if (body.length > MAX_BODY_LENGTH) throw new RangeError("the body is too large");
  }
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return toRequest(request.method ?? "GET", new URL(request.url ?? "/", "http://127.0.0.1"), {
    headers,
    body,
  });
}

/**
 * Converts a request to the form that the fake API accepts. If a query parameter is repeated,
 * `query` contains its last value, and `search` contains all of them.
 */
export function toRequest(
  method: string,
  { pathname, searchParams }: URL,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
): ReceivedRequest {
  return {
    method,
    path: pathname,
    query: Object.fromEntries(searchParams),
    search: searchParams,
    headers,
    body,
  };
}

/**
 * Returns the body of a reply as a file, and the headers to send. A string is encoded as UTF-8.
 * `content-length` is set to the file's size unless there is a `transfer-encoding`. The reply is
 * not changed.
 */
export function bodyOf({ headers, body }: Reply): {
  readonly file: ReportFile;
  readonly headers: Readonly<Record<string, string>>;
} {
  const file = typeof body === "string" ? fileWith(body) : body;
  return {
    file,
    headers:
      "transfer-encoding" in headers
        ? headers
        : { ...headers, "content-length": String(file.size) },
  };
}

/** Sends the reply, or breaks or stalls the connection as the reply describes. */
async function send(response: ServerResponse, reply: Reply): Promise<void> {
  const { status, disconnectAfter, stallAfter, dripMs, raw } = reply;
  if (raw !== undefined) return sendRaw(response.socket, raw);
  if (disconnectAfter === -1) response.destroy();
  if (disconnectAfter === -1 || stallAfter === -1) return;
  const { file, headers } = bodyOf(reply);
  // Node would set the Date header from the machine's clock, but the fake server may have its own
  // clock.
  response.sendDate = false;
  response.writeHead(status, headers);
  let remaining = disconnectAfter ?? stallAfter ?? Number.POSITIVE_INFINITY;
  const pieces = dripMs === undefined ? file.pieces() : dripsOf(file);
  for (const piece of status === 204 || status === 304 ? [] : pieces) {
    const bytes = piece.subarray(0, remaining);
    remaining -= bytes.length;
    // Waits for a slow reader, so that the body does not fill the memory. Closing the connection
    // ends the wait.
    if (bytes.length > 0 && !response.write(bytes)) await drained(response);
    if (remaining === 0 || response.destroyed) break;
    if (dripMs !== undefined) await sleep(dripMs, undefined, { ref: false });
  }
  if (!response.headersSent) response.flushHeaders();
  if (disconnectAfter !== undefined) setTimeout(() => response.destroy(), CLOSE_DELAY_MS);
  else if (stallAfter === undefined) response.end();
}

/** Resolves when more can be written, or when the connection is closed. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off("drain", done).off("close", done);
      resolve();
    };
    response.on("drain", done).on("close", done);
    if (response.destroyed) done();
  });
}

/**
 * Writes the bytes `write` (latin1) to the socket. Then closes it (`end`), resets it after 10 ms
 * (`reset`) or leaves it open (`stall`). Does not wait for any of this. Does nothing if `socket` is
 * null.
 */
export function sendRaw(socket: Socket | null, { write, after }: RawReply): void {
  socket?.write(write, "latin1", () => {
    if (after === "end") socket.end();
    if (after === "reset") setTimeout(() => socket.resetAndDestroy(), CLOSE_DELAY_MS);
  });
}
