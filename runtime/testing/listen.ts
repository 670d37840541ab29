import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Reply, SeenRequest } from "./reply.js";

const LARGEST_BODY = 1024 * 1024;

type Answer = (request: Omit<SeenRequest, "step">) => Reply;

/** A server on this machine that holds no process open. */
export interface Listening {
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts a server on a free port of 127.0.0.1. */
export async function listen(answer: Answer): Promise<Listening> {
  const server = createServer((request, response) => {
    read(request).then(
      (seen) => send(response, answer(seen)),
      () => response.destroy(),
    );
  });
  server.on("connection", (socket) => socket.unref());
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

async function read(request: IncomingMessage): Promise<Omit<SeenRequest, "step">> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) {
    body += chunk;
    if (body.length > LARGEST_BODY) throw new RangeError("the body is too large");
  }
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return seen(request.method ?? "GET", new URL(request.url ?? "/", "http://127.0.0.1"), { headers, body });
}

/** A request as the fake API takes it. */
export function seen(
  method: string,
  { pathname, searchParams }: URL,
  { headers, body }: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
): Omit<SeenRequest, "step"> {
  return { method, path: pathname, query: Object.fromEntries(searchParams), headers, body };
}

function send(response: ServerResponse, { status, headers, body, cutAfter, stallAfter }: Reply): void {
  const bytes = Buffer.from(body);
  if (cutAfter === -1) response.destroy();
  if (cutAfter === -1 || stallAfter === -1) return;
  const end = cutAfter ?? stallAfter;
  const length = "transfer-encoding" in headers ? {} : { "content-length": String(bytes.length) };
  response.writeHead(status, { ...headers, ...length });
  if (end === undefined) response.end(bytes);
  else response.write(bytes.subarray(0, end), () => cutAfter !== undefined && setTimeout(() => response.destroy(), 10));
}
