import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/** Handles a request for the file. `number` counts from 1. */
export type FileAnswer = (
  response: ServerResponse,
  request: IncomingMessage,
  number: number,
) => void;

/** The API's response about a finished report. */
export interface Announced {
  readonly url?: string | null;
  readonly size?: number | null;
}

/**
 * A local server that acts as the API of one finished report and as its file host, with
 * configurable responses.
 */
export interface FileHost extends AsyncDisposable {
  /** The `baseUrl` for a client. */
  readonly baseUrl: string;
  /** The headers of the requests for the file. */
  readonly asked: readonly IncomingHttpHeaders[];
  /** How many file responses are still open. */
  readonly open: number;
  /** Resolves when no file response is open. */
  closed(): Promise<void>;
}

export const SIGNATURE = "5167a7e051f7e0f7";
export const TOKEN = "report-token-of-the-host";

/** Starts a file host. `look` is called for each poll, which are counted from 1. */
export async function fileHost(
  file: FileAnswer,
  look: (number: number) => Announced = () => ({}),
): Promise<FileHost> {
  const asked: IncomingHttpHeaders[] = [];
  const under = new Set<ServerResponse>();
  const waiting: (() => void)[] = [];
  let looks = 0;
  const server = createServer((request, response) => {
    request.resume();
    if (!request.url?.startsWith("/file")) {
      const created = { report_status: "IN_PROGRESS", token: TOKEN, message: null };
      const url = `${origin()}/file?X-Amz-Signature=${SIGNATURE}`;
      const answer =
        request.method === "POST"
          ? created
          : { report_status: "FINISHED", url, size: null, ...look(++looks) };
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
      return;
    }
    asked.push(request.headers);
    under.add(response);
    response.on("close", () => {
      under.delete(response);
      if (under.size === 0) for (const resolve of waiting.splice(0)) resolve();
    });
    file(response, request, asked.length);
  });
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on("connection", (socket) => socket.unref());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  return {
    baseUrl: `${origin()}/v5`,
    asked,
    get open() {
      return under.size;
    },
    closed: () => new Promise((resolve) => (under.size === 0 ? resolve() : waiting.push(resolve))),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A response with this body and its Content-Length. Headers without a value are omitted. */
export function whole(
  text: string | Uint8Array,
  headers: Readonly<Record<string, string | number>> = {},
  status = 200,
): FileAnswer {
  return (response) =>
    void response
      .writeHead(status, { "content-length": Buffer.byteLength(text), ...headers })
      .end(text);
}

/** Sends the first bytes of a file with an ETag, then cuts the connection. */
export function cut(
  text: string,
  bytes: number,
  headers: Readonly<Record<string, string | number>> = { etag: '"a"' },
): FileAnswer {
  return (response) => {
    response.writeHead(200, { "content-length": text.length, ...headers });
    response.write(text.slice(0, bytes), () => setTimeout(() => response.destroy(), 20));
  };
}
