import type { ContractFacts } from "./facts.js";
import { FakeApi } from "./fake-api.js";
import { createFakeClock, type FakeClock } from "./fake-clock.js";
import { type FakeFetch, fakeFetch } from "./fake-fetch.js";
import type { FakeApp } from "./fake-tokens.js";
import type { Fault } from "./faults/all.js";
import { type Answer, listen } from "./listen.js";
import { checkServer, type FakeServerOptions } from "./options.js";
import type { Reply, SeenRequest } from "./reply.js";

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
  /**
   * The faults that are still to happen, as they are now: those that have happened less often than they were to, and of those that happen always
   * the ones that never did. A test that ends with an empty list has tried what it says.
   */
  readonly pending: readonly Fault[];
  /** The file of a report as it is without faults, by the token of its handle, piece by piece; throws for a report that it does not have. */
  file(token: string): Iterable<Uint8Array>;
  /** From now on it takes none of the access tokens that it took so far: a client has to fetch another. */
  revoke(): void;
  /** Its clock; give it to the client, too, and no wait takes real time. */
  readonly clock: FakeClock;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const APP: FakeApp = { clientId: "fake-client-id", clientSecret: "fake-client-secret", refreshToken: "fake-refresh-token" };

/**
 * Starts a fake server for these flows on this machine: one port for the API, another for the files. It holds no process open. Throws a
 * `TypeError` or a `RangeError` for options that cannot be.
 */
export async function createFakeServer(contract: readonly ContractFacts[], options: FakeServerOptions = {}): Promise<FakeServer> {
  checkServer(options);
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
    get pending() {
      return fake.pending;
    },
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
