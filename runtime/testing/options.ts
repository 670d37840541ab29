import type { FakeApp, Quota } from "./auth.js";
import type { FakeClock } from "./fake-clock.js";
import { checkCount, checkNames } from "./fake-clock.js";
import type { Fault } from "./faults/all.js";
import { ALL } from "./faults/fault.js";
import type { SeenRequest } from "./reply.js";

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
  /**
   * The property of the responses to create and poll that their fields stand in, `null` for the top level: so a server of another version
   * speaks. Default: as the description has it for each.
   */
  readonly envelope?: string | null;
  /** Limits that it keeps by its clock. Default: none. */
  readonly quotas?: readonly Quota[];
  /** Whether pages of other origins may read its answers, which Pinterest does not allow. Default: false. */
  readonly cors?: boolean;
  /** Other numbers, other data. Default: 1. */
  readonly seed?: number;
  /** What goes wrong, in order; `faults` says what there is. One that cannot be, or cannot happen where it is asked for, is an error. */
  readonly faults?: readonly Fault[];
  /**
   * Answers the calls that the server does not know, such as `GET /v5/ad_accounts/1/campaigns/analytics`, after it has looked at the token: what it
   * returns is sent as JSON, for `undefined` the answer is 404, and what it throws is told to the caller with 400. Default: 404 for all of them.
   */
  readonly answer?: (request: SeenRequest) => unknown;
  /** The server's clock: links are valid for five minutes of it, reports for an hour. Default: a fake clock that begins now. */
  readonly clock?: FakeClock;
}

const always = Number.POSITIVE_INFINITY;
// Typed, so that no option is forgotten here.
const OPTIONS: Readonly<Record<keyof FakeServerOptions, true>> = {
  accessToken: true,
  polls: true,
  entities: true,
  bytes: true,
  accounts: true,
  envelope: true,
  app: true,
  quotas: true,
  cors: true,
  seed: true,
  faults: true,
  answer: true,
  clock: true,
};

/** Throws unless each option is one that there is and holds what it can. Faults are checked where they are planned. */
export function checkServer(options: FakeServerOptions): void {
  checkNames("createFakeServer", options, Object.keys(OPTIONS));
  const {
    accessToken = "x",
    polls = 0,
    entities = 0,
    bytes = 0,
    accounts = 0,
    seed = 0,
    envelope,
    app,
    quotas = [],
    faults = [],
    answer,
    clock,
  } = options;
  if (!/^[\x21-\x7e]+$/.test(accessToken)) throw new TypeError("accessToken must be text without spaces that a header can hold");
  checkCount("polls", polls, { least: 0, most: always });
  for (const [name, value] of Object.entries({ entities, bytes, accounts })) checkCount(name, value, { least: 0 });
  if (!Number.isFinite(seed)) throw new RangeError("seed must be a number");
  if (envelope !== undefined && envelope !== null && !(typeof envelope === "string" && envelope !== ""))
    throw new TypeError("envelope must be the name of a property, or null");
  if (app !== undefined) {
    checkNames("app", app, ["clientId", "clientSecret", "refreshToken"]);
    for (const name of ["clientId", "clientSecret", "refreshToken"] as const) {
      if (typeof app[name] !== "string") throw new TypeError(`app needs ${name}: text`);
    }
  }
  if (!Array.isArray(quotas) || !Array.isArray(faults)) throw new TypeError("quotas and faults must be lists");
  if (answer !== undefined && typeof answer !== "function") throw new TypeError("answer must be a function that takes a request");
  for (const [index, quota] of quotas.entries()) checkQuota(`quotas[${index}]`, quota);
  if (clock !== undefined && (typeof clock.date !== "function" || typeof clock.sleep !== "function")) {
    throw new TypeError("clock must be a clock, as createFakeClock gives one");
  }
}

function checkQuota(what: string, quota: Quota): void {
  checkNames(what, quota, ["requests", "perMs", "steps", "says"]);
  const { requests, perMs, steps = [], says = "headers" } = quota;
  checkCount(`${what}: requests`, requests, { least: 1 });
  if (!(perMs > 0 && Number.isFinite(perMs))) throw new RangeError(`${what}: perMs must be a number of milliseconds above 0`);
  const wrong = steps.find((step) => !ALL.includes(step));
  if (wrong !== undefined) throw new TypeError(`${what}: there is no step ${JSON.stringify(wrong)}; there are ${ALL.join(", ")}`);
  if (!["headers", "none", "cost"].includes(says)) throw new TypeError(`${what}: says must be "headers", "none" or "cost"`);
}
