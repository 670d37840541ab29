import { createServer, request } from "node:http";
import { listening } from "./relay.js";

/** A recorded call, and the server's response. */
export interface Passed {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly status: number;
}

/** A proxy in front of a server that records all calls. */
export interface RecordingProxy extends AsyncDisposable {
  /** The base URL to use instead of the server's. */
  readonly url: string;
  readonly passed: readonly Passed[];
}

/** Starts a proxy in front of the server at this base URL. */
export async function recordingProxy(base: string): Promise<RecordingProxy> {
  const { origin, pathname } = new URL(base);
  const passed: Passed[] = [];
  const server = createServer((incoming, outgoing) => {
    const pieces: Buffer[] = [];
    incoming.on("data", (piece: Buffer) => pieces.push(piece));
    incoming.on("end", () => {
      const { method = "", url: path = "", headers } = incoming;
      const { host: _, ...sent } = headers;
      const onward = request(`${origin}${path}`, { method, headers: sent }, (reply) => {
        const status = reply.statusCode ?? 0;
        passed.push({ method, path, body: Buffer.concat(pieces).toString(), status });
        outgoing.writeHead(status, reply.headers);
        reply.pipe(outgoing);
      });
      onward.on("error", () => outgoing.destroy());
      onward.end(Buffer.concat(pieces));
    });
  });
  const port = await listening(server);
  return {
    url: `http://127.0.0.1:${port}${pathname}`,
    passed,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
