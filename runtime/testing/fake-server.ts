import type { ContractFacts } from "./facts.js";
import { FakeApi } from "./fake-api.js";
import { createFakeClock, type FakeClock } from "./fake-clock.js";
import { type FakeFetch, fakeFetch } from "./fake-fetch.js";
import type { Fault } from "./faults.js";
import { listen } from "./listen.js";
import type { SeenRequest } from "./reply.js";

/** How the fake server behaves; all of it may be left out. */
export interface FakeServerOptions {
  /** The token that it takes. Default: `fake-access-token`. */
  readonly accessToken?: string;
  /** How many looks a report needs until it is finished; 0: finished at once. Default: 2. */
  readonly polls?: number;
  /** How many campaigns, ads or whatever the level is have data. Default: 3. */
  readonly entities?: number;
  /** Other numbers, other data. Default: 1. */
  readonly seed?: number;
  /** What goes wrong, in order. */
  readonly faults?: readonly Fault[];
  /** The server's clock: links are valid for five minutes of it, reports for an hour. Default: a fake clock that begins now. */
  readonly clock?: FakeClock;
}

/** A server that behaves as Pinterest's report API is known to. */
export interface FakeServer {
  /** The client's `baseUrl`. */
  readonly url: string;
  /** The token that it takes. */
  readonly accessToken: string;
  /** The same server as a client's `fetch`, without a network. */
  readonly fetch: FakeFetch;
  /** All that it was asked, in order. */
  readonly requests: readonly SeenRequest[];
  /** Its clock; give it to the client, too, and no wait takes real time. */
  readonly clock: FakeClock;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a fake server for these flows on this machine: one port for the API, another for the files. It holds no process open. */
export async function createFakeServer(contract: readonly ContractFacts[], options: FakeServerOptions = {}): Promise<FakeServer> {
  const { accessToken = "fake-access-token", polls = 2, entities = 3, seed = 1, faults = [], clock = createFakeClock() } = options;
  const fake = new FakeApi(contract, { accessToken, polls, entities, seed, faults, date: () => clock.date() });
  const api = await listen((request) => fake.api(request));
  const files = await listen((request) => fake.file(request));
  fake.filesOrigin = files.origin;
  const close = async () => {
    await Promise.all([api.close(), files.close()]);
  };
  return {
    url: `${api.origin}/v5`,
    accessToken,
    fetch: fakeFetch(
      new Map([
        [api.origin, (request) => fake.api(request)],
        [files.origin, (request) => fake.file(request)],
      ]),
    ),
    requests: fake.requests,
    clock,
    close,
    [Symbol.asyncDispose]: close,
  };
}
