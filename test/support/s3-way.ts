import { createServer, type IncomingMessage, request as send } from "node:http";
import type { AddressInfo } from "node:net";

/** A request to an object store. */
export interface Passing {
  /** The number of the request, from 1. */
  readonly number: number;
  readonly method: string;
  /** The decoded path after the bucket, with the query. */
  readonly key: string;
}

/**
 * A fault: `503` before the request arrives, `503 after` it was executed, or a connection that is
 * cut during the request's body, before the response, or during the response.
 */
export type Fault = "503" | "503 after" | "cut request" | "cut" | "cut answer";

/** A proxy in front of an object store that counts requests and can make them fail. */
export interface Way extends AsyncDisposable {
  readonly url: string;
  readonly passed: Passing[];
  /** Called before each request. Returns the fault to cause, or null. */
  onRequest: (passing: Passing) => Fault | null | Promise<Fault | null>;
}

/** Other ways in which the proxy differs from the store. */
interface WayOptions {
  /**
   * Removes write conditions, like a store that ignores them, or rejects them, like a store that
   * does not support them.
   */
  readonly conditions?: "kept" | "ignored" | "unknown";
  /** How many milliseconds to add to the date of responses. */
  readonly laterMs?: number;
}

export async function way(
  store: string,
  { conditions = "kept", laterMs = 0 }: WayOptions = {},
): Promise<Way> {
  const { hostname, port } = new URL(store);
  const passed: Passing[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url: path = "" } = request;
    const passing = {
      number: passed.length + 1,
      method,
      key: decodeURIComponent(path).replace(/^\/[^/?]*\/?/, ""),
    };
    passed.push(passing);
    const fault = await own.onRequest(passing);
    const chunks: Uint8Array[] = [];
    if (fault === "cut request") {
      request.once("data", () => request.socket.destroy());
      if (method !== "PUT") request.socket.destroy();
      return;
    }
    try {
      for await (const chunk of request) chunks.push(chunk as Uint8Array);
    } catch {
      return;
    }
    const refuse = () =>
      response
        .writeHead(503, { "content-type": "application/xml" })
        .end("<Error><Code>SlowDown</Code><Message>Reduce your request rate.</Message></Error>");
    if (fault === "503") return void refuse();
    const headers = { ...request.headers };
    const isConditional = "if-match" in headers || "if-none-match" in headers;
    if (isConditional && conditions === "unknown")
      return void response
        .writeHead(501, { "content-type": "application/xml" })
        .end("<Error><Code>NotImplemented</Code><Message>A header.</Message></Error>");
    if (conditions === "ignored")
      for (const name of ["if-match", "if-none-match"]) delete headers[name];
    const back = send(
      { host: hostname, port, path, method, headers, agent: false },
      async (answer) => {
        const pieces: Uint8Array[] = [];
        for await (const piece of answer as AsyncIterable<Uint8Array>) pieces.push(piece);
        const body = Buffer.concat(pieces);
        if (fault === "503 after") return void refuse();
        if (fault === "cut") return void request.socket.destroy();
        const answered = answeredHeaders(answer, body, method);
        const date = new Date(Date.parse(answered.date ?? "") + laterMs).toUTCString();
        response.writeHead(answer.statusCode ?? 0, { ...answered, date });
        if (fault !== "cut answer") return void response.end(method === "HEAD" ? undefined : body);
        response.write(body.subarray(0, body.length / 2), () => request.socket.destroy());
        if (body.length < 2) request.socket.destroy();
      },
    );
    back.on("error", () => request.socket.destroy());
    back.end(Buffer.concat(chunks));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  const own: Way = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    onRequest: () => null,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return own;
}

function answeredHeaders(
  { headers }: IncomingMessage,
  body: Uint8Array,
  method: string,
): IncomingMessage["headers"] {
  const { connection: _, "transfer-encoding": __, ...others } = headers;
  return method === "HEAD" || body.length === 0
    ? others
    : { ...others, "content-length": String(body.length) };
}
