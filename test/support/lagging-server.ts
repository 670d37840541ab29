import { createServer } from "node:http";
import { listening, relay } from "./relay.js";

/** A server behind a slow network, and its log. */
export interface LaggingServer extends AsyncDisposable {
  readonly url: string;
  /** The arrival time of each request, in milliseconds of `performance.now()`. */
  readonly arrivals: readonly number[];
  /** The largest number of requests that arrived within any `perMs` milliseconds. */
  fullest(perMs: number): number;
}

/** The network in front of the server. */
export interface Lags {
  /** Returns the delay between sending and arrival, in milliseconds, for each request. */
  readonly lagMs: () => number;
  /** Whether to cut a request's connection after its arrival, without a response. */
  readonly isCut?: () => boolean;
}

/**
 * Starts a server with one empty list. Each request has its own connection and is delayed before it
 * arrives and is logged.
 */
export async function laggingServer({ lagMs, isCut }: Lags): Promise<LaggingServer> {
  const arrivals: number[] = [];
  const api = createServer((request, response) => {
    arrivals.push(performance.now());
    if (isCut?.() === true) return void request.socket.destroy();
    response.writeHead(200, { "content-type": "application/json", connection: "close" });
    response.end('{"items":[],"bookmark":null}');
  });
  const network = await relay(await listening(api), lagMs);
  return {
    url: `http://127.0.0.1:${network.port}/v5`,
    arrivals,
    fullest: (perMs) => {
      const times = arrivals.toSorted((one, other) => one - other);
      return Math.max(
        0,
        ...times.map((from) => times.filter((at) => at >= from && at < from + perMs).length),
      );
    },
    async [Symbol.asyncDispose]() {
      await network[Symbol.asyncDispose]();
      api.closeAllConnections();
      await new Promise((resolve) => api.close(resolve));
    },
  };
}
