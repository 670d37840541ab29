import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as rest } from "node:timers/promises";
import type { RawReply, RecordedRequest, Reply } from "./reply.js";
import { dripsOf, plainFile, type ReportFile } from "./report-file.js";

const LARGEST_BODY = 1024 * 1024;
const PATIENCE_MS = 10;
const KEPT_MS = 65_000;

export type Answer = (request: Omit<RecordedRequest, "step">) => Reply;

/** A server on this machine. It does not keep the process alive. */
export interface Listening {
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts a server on a free port of 127.0.0.1. Rejects when it cannot listen. */
export async function listen(answer: Answer): Promise<Listening> {
  const server = createServer((request, response) => {
    read(request)
      .then((seen) => send(response, answer(seen)))
      .catch(() => response.destroy());
  });
  server.on("connection", (socket) => socket.unref());
  // As long as load balancers keep connections. With a timeout of a few seconds, a client may reuse a connection while it is being closed,
  // which looks like an outage.
  server.keepAliveTimeout = KEPT_MS;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  server.unref();
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function read(request: IncomingMessage): Promise<Omit<RecordedRequest, "step">> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) {
    body += chunk;
    if (body.length > LARGEST_BODY) throw new RangeError("the body is too large");
  }
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return seen(request.method ?? "GET", new URL(request.url ?? "/", "http://127.0.0.1"), { headers, body });
}

/** A request in the form that the fake API takes, without its step. */
export function seen(
  method: string,
  { pathname, searchParams }: URL,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
): Omit<RecordedRequest, "step"> {
  return { method, path: pathname, query: Object.fromEntries(searchParams), headers, body };
}

/** The body of a reply as a file, and its headers; `content-length` is added unless the headers have `transfer-encoding`. */
export function bodyOf({ headers, body }: Reply): { readonly file: ReportFile; readonly headers: Readonly<Record<string, string>> } {
  const file = typeof body === "string" ? plainFile(body) : body;
  return { file, headers: "transfer-encoding" in headers ? headers : { ...headers, "content-length": String(file.size) } };
}

async function send(response: ServerResponse, reply: Reply): Promise<void> {
  const { status, cutAfter, stallAfter, dripMs, raw } = reply;
  if (raw !== undefined) return sendRaw(response.socket, raw);
  if (cutAfter === -1) response.destroy();
  if (cutAfter === -1 || stallAfter === -1) return;
  const { file, headers } = bodyOf(reply);
  // No Date header from the machine's clock: the fake server has a clock of its own.
  response.sendDate = false;
  response.writeHead(status, headers);
  let left = cutAfter ?? stallAfter ?? Number.POSITIVE_INFINITY;
  const pieces = dripMs === undefined ? file.pieces() : dripsOf(file);
  for (const piece of status === 204 || status === 304 ? [] : pieces) {
    const some = piece.subarray(0, left);
    left -= some.length;
    // Waits for a slow reader, so that the body does not fill the memory. A closed connection ends the wait.
    if (some.length > 0 && !response.write(some)) await drained(response);
    if (left === 0 || response.destroyed) break;
    if (dripMs !== undefined) await rest(dripMs, undefined, { ref: false });
  }
  if (!response.headersSent) response.flushHeaders();
  if (cutAfter !== undefined) setTimeout(() => response.destroy(), PATIENCE_MS);
  else if (stallAfter === undefined) response.end();
}

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

/** Writes bytes that no HTTP server sends, then ends, resets or stalls the connection. */
export function sendRaw(socket: Socket | null, { write, after }: RawReply): void {
  socket?.write(write, "latin1", () => {
    if (after === "end") socket.end();
    if (after === "reset") setTimeout(() => socket.resetAndDestroy(), PATIENCE_MS);
  });
}
