import type { Clock } from "../clock.js";
import type { FakeApp, Quota } from "./auth.js";
import type { FakeClock } from "./fake-clock.js";
import { checkCount, checkNames } from "./fake-clock.js";
import type { Fault } from "./faults/all.js";
import { ALL, CALLS } from "./faults/fault.js";
import { accountId, type FakeAccount } from "./lists.js";
import type { RecordedRequest, Step } from "./reply.js";

/** Options of the fake server. All are optional. `Time` is the type of its clock. */
export interface FakeServerOptions<Time extends Clock = FakeClock> {
  /** The access token that the server accepts. Default: `fake-access-token`. */
  readonly accessToken?: string | undefined;
  /**
   * Number of polls until a report is finished. The response to poll number `polls` has the link;
   * with 0, the response to create has it. A poll with a fault that replaces the response, such as
   * `html-error` or `failed`, does not count. The fault `slow` adds a time. Default: 2.
   */
  readonly polls?: number | undefined;
  /**
   * Number of entities with data: campaigns, ads or whatever the level is. A report on the account
   * itself has at most one. Millions need no more time and memory than hundreds: beyond some
   * hundreds, rows repeat under new ids. Default: 3.
   */
  readonly entities?: number | undefined;
  /**
   * Minimum size of files in bytes, even gigabytes. Entities are added until a file is large
   * enough. Default: 0.
   */
  readonly bytes?: number | undefined;
  /**
   * The ad accounts that `GET /ad_accounts` lists, or their number. They differ in currency, time
   * zone and country; the first six differ in all three. Default: 3.
   */
  readonly accounts?: number | readonly FakeAccount[] | undefined;
  /**
   * The app and the refresh token that the OAuth endpoint accepts. Default: `fake-client-id`,
   * `fake-client-secret`, `fake-refresh-token`.
   */
  readonly app?: FakeApp | undefined;
  /**
   * The property around the fields of create and poll responses; `null` for none. Use it to imitate
   * another API version. Default: as described for each call.
   */
  readonly envelope?: string | null | undefined;
  /**
   * Rate limits, measured by the server's clock. A call that is rejected for its token does not
   * count. Default: none.
   */
  readonly quotas?: readonly Quota[] | undefined;
  /**
   * Whether pages of other origins may read the responses, which Pinterest does not allow. Their
   * preflight requests are not listed in `requests`. Default: false.
   */
  readonly cors?: boolean | undefined;
  /**
   * Port of the API on 127.0.0.1. The port of the files is always a free one. Default: 0, a free
   * port.
   */
  readonly port?: number | undefined;
  /** Seed of the generated data. Default: 1. */
  readonly seed?: number | undefined;
  /**
   * Share of rows that change on each of the following 30 days, 0 to 1. Pinterest revises rows in
   * the same way when conversions are attributed later. Every third change makes all metrics of a
   * row zero, so that reports lack the row until it changes again. The day is that of the server's
   * clock when the report is created. Default: 0, no row changes.
   */
  readonly restated?: number | undefined;
  /**
   * Faults to produce, in order; `faults` lists them. An unknown fault, or one that cannot happen
   * to the requested call, throws.
   */
  readonly faults?: readonly Fault[] | undefined;
  /**
   * Handles calls that the server does not implement, such as `GET
   * /v5/ad_accounts/1/campaigns/analytics`. Called after the token has been checked, and before the
   * lists of campaigns, ad groups, ads, keywords and targeting values. The return value is sent as
   * JSON, a thrown error as 400 with its message. For `undefined`, the server sends the list, or
   * 404 if the call is not a list. Default: `undefined` for all.
   */
  readonly respond?: ((request: RecordedRequest) => unknown) | undefined;
  /**
   * The server's clock. Links are valid for five minutes, reports for an hour. A fake clock stands
   * still unless a client that uses it waits. With `systemClock` time passes as at Pinterest, and
   * responses have a `Date` header; use it for clients with their own clocks. Default: a fake clock
   * that starts now.
   */
  readonly clock?: Time | undefined;
}

const always = Number.POSITIVE_INFINITY;
// Typed as a complete record, so that a missing option does not compile.
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
  port: true,
  seed: true,
  restated: true,
  faults: true,
  respond: true,
  clock: true,
};

/**
 * Throws a `TypeError` or a `RangeError` for an unknown option or an invalid value. The faults
 * themselves are checked by `FaultPlan`.
 */
export function checkServer(options: FakeServerOptions<Clock>): void {
  checkNames("createFakeServer", options, Object.keys(OPTIONS));
  const {
    accessToken = "x",
    polls = 0,
    entities = 0,
    bytes = 0,
    accounts = 0,
    port = 0,
    seed = 0,
    restated = 0,
    envelope,
    app,
    quotas = [],
    faults = [],
    respond,
    clock,
  } = options;
  if (!/^[\x21-\x7e]+$/.test(accessToken))
    throw new TypeError("accessToken must be text without spaces that a header can hold");
  checkCount("polls", polls, { min: 0, max: always });
  for (const [name, value] of Object.entries({ entities, bytes }))
    checkCount(name, value, { min: 0 });
  if (Array.isArray(accounts)) checkAccounts(accounts);
  else checkCount("accounts", accounts, { min: 0 });
  checkCount("port", port, { min: 0, max: 65_535 });
  if (!Number.isFinite(seed)) throw new RangeError("seed must be a number");
  if (!(restated >= 0 && restated <= 1))
    throw new RangeError("restated must be a share from 0 to 1");
  if (
    envelope !== undefined &&
    envelope !== null &&
    !(typeof envelope === "string" && envelope !== "")
  )
    throw new TypeError("envelope must be the name of a property, or null");
  if (app !== undefined) {
    checkNames("app", app, ["clientId", "clientSecret", "refreshToken", "expiresIn"]);
    if (app.expiresIn !== undefined) checkCount("app: expiresIn", app.expiresIn, { min: 1 });
    for (const name of ["clientId", "clientSecret", "refreshToken"] as const) {
      if (typeof app[name] !== "string") throw new TypeError(`app needs ${name}, a string`);
    }
  }
  if (!Array.isArray(quotas) || !Array.isArray(faults))
    throw new TypeError("quotas and faults must be lists");
  if (respond !== undefined && typeof respond !== "function")
    throw new TypeError("respond must be a function that takes a request");
  for (const [index, quota] of quotas.entries()) checkQuota(`quotas[${index}]`, quota);
  if (
    clock !== undefined &&
    !(["now", "date", "random", "sleep"] as const).every(
      (name) => typeof clock[name] === "function",
    )
  ) {
    throw new TypeError("clock must be a clock: systemClock, or one that createFakeClock returns");
  }
}

// Typed as a complete record, so that a missing member does not compile.
const MEMBERS: Readonly<Record<keyof FakeAccount, true>> = {
  id: true,
  name: true,
  currency: true,
  time_zone: true,
  country: true,
};

function checkAccounts(accounts: readonly FakeAccount[]): void {
  const ids = new Set<string>();
  for (const [index, account] of accounts.entries()) {
    const what = `accounts[${index}]`;
    if (typeof account !== "object" || account === null)
      throw new TypeError(`${what} must be an object, such as { currency: "EUR" }`);
    checkNames(what, account, Object.keys(MEMBERS));
    for (const [name, value] of Object.entries(account))
      if (value !== undefined && typeof value !== "string")
        throw new TypeError(`${what}: ${name} must be a string`);
    const { id = accountId(index) } = account;
    if (!/^\d{1,18}$/.test(id)) throw new TypeError(`${what}: id must be 1 to 18 digits`);
    if (ids.has(id)) throw new TypeError(`${what}: there is another account ${id}`);
    ids.add(id);
  }
}

function checkQuota(what: string, quota: Quota): void {
  checkNames(what, quota, ["requests", "perMs", "steps", "announce"]);
  const { requests, perMs, steps = [], announce = "headers" } = quota;
  checkCount(`${what}: requests`, requests, { min: 1 });
  if (!(perMs > 0 && Number.isFinite(perMs)))
    throw new RangeError(`${what}: perMs must be a number of milliseconds above 0`);
  const unknownStep = steps.find((step) => !ALL.includes(step));
  if (unknownStep !== undefined)
    throw new TypeError(
      `${what}: there is no step ${JSON.stringify(unknownStep)}; there are ${CALLS.join(", ")}`,
    );
  if ((steps as readonly Step[]).includes("file"))
    throw new TypeError(
      `${what}: files have no rate limit; the fault slow-down is the response of an overloaded file host`,
    );
  if (!["headers", "none", "cost"].includes(announce))
    throw new TypeError(`${what}: announce must be "headers", "none" or "cost"`);
}
