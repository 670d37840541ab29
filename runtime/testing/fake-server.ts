import type { ContractFacts } from "./facts.js";
import { FakeApi } from "./fake-api.js";
import { createFakeClock, type FakeClock } from "./fake-clock.js";
import { type FakeFetch, fakeFetch } from "./fake-fetch.js";
import type { FakeApp } from "./fake-tokens.js";
import type { Fault } from "./faults.js";
import { type Answer, listen } from "./listen.js";
import type { Quota } from "./quotas.js";
import type { Reply, SeenRequest } from "./reply.js";

/** How the fake server behaves; all of it may be left out. */
export interface FakeServerOptions {
  /** The token that it takes. Default: `fake-access-token`. */
  readonly accessToken?: string;
  /** How many looks a report needs until it is finished; 0: finished at once. Default: 2. */
  readonly polls?: number;
  /**
   * How many campaigns, ads or whatever the level is have data; an account that is asked for itself is one. Millions take no more time and memory
   * than hundreds: from some hundreds on, rows come again under ids of their own. Default: 3.
   */
  readonly entities?: number;
  /** Files are at least so long, in bytes, gigabytes if need be: they have as many more entities as that takes. Default: 0. */
  readonly bytes?: number;
  /** How many ad accounts `GET /ad_accounts` lists. Default: 3. */
  readonly accounts?: number;
  /** The app and the refresh token that the OAuth endpoint takes. Default: `fake-client-id`, `fake-client-secret`, `fake-refresh-token`. */
  readonly app?: FakeApp;
  /** Limits that it keeps by its clock. Default: none. */
  readonly quotas?: readonly Quota[];
  /** Whether pages of other origins may read its answers, which Pinterest does not allow. Default: false. */
  readonly cors?: boolean;
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
  /** The file of a report, by the token of its handle, piece by piece; throws for a report that it does not have. */
  file(token: string): Iterable<Uint8Array>;
  /** From now on it takes none of the access tokens that it took so far: a client has to fetch another. */
  revoke(): void;
  /** Its clock; give it to the client, too, and no wait takes real time. */
  readonly clock: FakeClock;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const APP: FakeApp = { clientId: "fake-client-id", clientSecret: "fake-client-secret", refreshToken: "fake-refresh-token" };

/** Starts a fake server for these flows on this machine: one port for the API, another for the files. It holds no process open. */
export async function createFakeServer(contract: readonly ContractFacts[], options: FakeServerOptions = {}): Promise<FakeServer> {
  const { accessToken = "fake-access-token", clock = createFakeClock(), cors = false, ...rest } = options;
  const usual = { polls: 2, entities: 3, bytes: 0, accounts: 3, seed: 1, app: APP, quotas: [], faults: [], date: () => clock.date() };
  const fake = new FakeApi(contract, { ...usual, ...rest, accessToken });
  const [answer, file] = [(request: Asked) => fake.api(request), (request: Asked) => fake.file(request)].map((one) =>
    cors ? open(one) : one,
  ) as [Answer, Answer];
  const api = await listen(answer);
  const files = await listen(file);
  fake.filesOrigin = files.origin;
  const close = async () => {
    await Promise.all([api.close(), files.close()]);
  };
  return {
    url: `${api.origin}/v5`,
    accessToken,
    fetch: fakeFetch(
      new Map([
        [api.origin, answer],
        [files.origin, file],
      ]),
    ),
    requests: fake.requests,
    file(token) {
      const found = fake.fileOf(token);
      if (found === undefined) throw new TypeError("there is no report with this token");
      return found.pieces();
    },
    revoke: () => fake.revoke(),
    clock,
    close,
    [Symbol.asyncDispose]: close,
  };
}

type Asked = Parameters<Answer>[0];

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "*, authorization",
  "access-control-allow-methods": "*",
  "access-control-expose-headers": "*",
};

/** The same answers, for pages of any origin. */
function open(answer: Answer): Answer {
  return (request) => {
    if (request.method === "OPTIONS") return { status: 204, headers: CORS, body: "" };
    const reply: Reply = answer(request);
    return { ...reply, headers: { ...reply.headers, ...CORS } };
  };
}
