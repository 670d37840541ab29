import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

/** Possible faults of the server. */
export type Fault =
  | "truncated"
  | "truncated gzip"
  | "error"
  | "page"
  | "packed"
  | "packed too tightly";

export interface DescriptionServer {
  /** The URL to download from. It redirects to the description. */
  readonly url: string;
  /** Sets the description to serve. */
  serve(text: string): void;
  break(fault: Fault | null): void;
  /** The requests for the description and their responses since the last call, one per line. */
  log(): readonly string[];
  close(): Promise<void>;
}

/**
 * Starts a server on 127.0.0.1 that publishes descriptions as Pinterest does, with a redirect,
 * gzip, an ETag and 304 responses.
 */
export async function descriptionServer(): Promise<DescriptionServer> {
  let text = "";
  let fault: Fault | null = null;
  let lines: string[] = [];
  const server = createServer((request, answer) => {
    if (request.url === "/v5/openapi.yaml")
      return answer.writeHead(302, { location: "/files/openapi.yaml" }).end();
    const status = fault === null ? whole(request, answer, text) : broken(answer, text, fault);
    lines.push(
      `GET ${request.url}${request.headers["if-none-match"] ? " if-none-match" : ""} -> ${status}`,
    );
  });
  // A process can spend seconds generating between two requests. Its connection must stay open.
  server.keepAliveTimeout = 0;
  await listening(server);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v5/openapi.yaml`,
    serve: (next) => {
      text = next;
    },
    break: (next) => {
      fault = next;
    },
    log: () => {
      const [said, none] = [lines, []];
      lines = none;
      return said;
    },
    close: () => closed(server),
  };
}

function whole(request: IncomingMessage, answer: ServerResponse, text: string): number {
  const etag = `W/"${createHash("sha256").update(text).digest("hex").slice(0, 32)}"`;
  const status = request.headers["if-none-match"] === etag ? 304 : 200;
  const gzip = String(request.headers["accept-encoding"]).includes("gzip");
  answer.writeHead(status, {
    etag,
    "content-type": "text/plain",
    ...(gzip && status === 200 && { "content-encoding": "gzip" }),
  });
  answer.end(status === 304 ? "" : gzip ? gzipSync(text) : text);
  return status;
}

function broken(answer: ServerResponse, text: string, fault: Fault): number {
  const packed = gzipSync(text);
  if (fault === "error")
    answer.writeHead(500, { "content-type": "text/html" }).end("<h1>Internal Server Error</h1>");
  if (fault === "page")
    answer
      .writeHead(200, { "content-type": "text/html" })
      .end("<!doctype html><title>Log in</title>");
  if (fault === "packed") answer.writeHead(200).end(packed);
  if (fault === "packed too tightly")
    answer
      .writeHead(200, { "content-encoding": "gzip" })
      .end(gzipSync(Buffer.alloc(65 * 1024 * 1024)));
  // The response ends normally, so that only its content is wrong.
  if (fault === "truncated gzip")
    answer
      .writeHead(200, { "content-encoding": "gzip" })
      .end(packed.subarray(0, packed.length / 2));
  if (fault === "truncated") {
    answer.writeHead(200, { "content-length": Buffer.byteLength(text) });
    answer.write(text.slice(0, text.length / 2), () => answer.destroy());
  }
  return fault === "error" ? 500 : 200;
}

export function listening(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
}

export function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
