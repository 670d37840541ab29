import type { Clock } from "../clock.js";
import type { FakeApp, Quota } from "./auth.js";
import type { FakeClock } from "./fake-clock.js";
import { checkCount, checkNames } from "./fake-clock.js";
import type { Fault } from "./faults/all.js";
import { ALL, CALLS } from "./faults/fault.js";
import { accountId, type FakeAccount } from "./lists.js";
import type { RecordedRequest, Step } from "./reply.js";

/** Options for the fake server. `Time` is the type of the server's clock. */
export interface FakeServerOptions<Time extends Clock = FakeClock> {
  /** Access token that the server accepts. Default: `fake-access-token`. */
  readonly accessToken?: string | undefined;
  /**
   * Number of polls until a report is finished. The response to poll number `polls` contains the
   * link. With 0, the response to create already reports the finished status, and the first poll
   * returns the link. With `Infinity`, the report is never finished. A poll does not count if a
   * fault such as `html-error` or `failed` replaces its response. The `slow` fault adds a delay.
   * Default: 2.
   */
  readonly polls?: number | undefined;
  /**
   * Number of entities with data, such as campaigns or ads, depending on the level. A report on the
   * account itself has at most one. Lists of ids such as `campaign_ids` select from these entities.
   * Millions take no more time and memory than hundreds, because rows repeat with new ids. Default:
   * 3.
   */
  readonly entities?: number | undefined;
  /**
   * Minimum file size in bytes. Can be several gigabytes. Entities are added until a file is
   * large enough, unless the report filters by ids such as `campaign_ids`. Default: 0.
   */
  readonly bytes?: number | undefined;
  /**
   * Ad accounts that `GET /ad_accounts` lists, or their number. The currencies, time zones and
   * countries that are made up for the first six accounts all differ; later accounts repeat them.
   * Default: 3.
   */
  readonly accounts?: number | readonly FakeAccount[] | undefined;
  /**
   * App and refresh token that the OAuth endpoint accepts. Default: `fake-client-id`,
   * `fake-client-secret` and `fake-refresh-token`.
   */
  readonly app?: FakeApp | undefined;
  /**
   * Property that contains the fields of create and poll responses; `null` for none. Use it to
   * imitate another API version. Default: according to the API description of each call.
   */
  readonly envelope?: string | null | undefined;
  /**
   * Rate limits, measured with the server's clock. A call with an invalid token does not count.
   * Default: none.
   */
  readonly quotas?: readonly Quota[] | undefined;
  /**
   * Whether pages from other origins may read the responses. Pinterest does not allow this.
   * Preflight requests are not added to `requests`. Default: false.
   */
  readonly cors?: boolean | undefined;
  /** Port of the API on 127.0.0.1. Files use a different, free port. Default: 0, a free port. */
  readonly port?: number | undefined;
  /** Seed of the generated data. Default: 1. */
  readonly seed?: number | undefined;
  /**
   * Fraction of rows, 0 to 1, that change each day. A row can change for 30 days after its date.
   * This simulates how Pinterest revises rows when conversions are attributed later. About one
   * change in three sets all metrics of a row to zero, so reports lack the row until it changes
   * again. The server's clock at the time the report is created determines which changes have
   * happened. Default: 0, so no rows change.
   */
  readonly restated?: number | undefined;
  /**
   * Faults to produce, in order; for all available faults, see `faults`. An unknown fault, or one
   * that cannot apply to the requested call, is an error.
   */
  readonly faults?: readonly Fault[] | undefined;
  /**
   * Handles calls that the server does not implement, such as `GET
   * /v5/ad_accounts/1/campaigns/analytics`. Called after the token is checked. Takes precedence
   * over the lists of campaigns, ad groups, ads, keywords and targeting values. The server sends
   * the return value as JSON, or responds to a thrown error with a 400 and the error's message. The
   * function must be synchronous, because a promise is sent as `{}`. If it returns `undefined`, the
   * server sends the list, or 404 if the call is not a list. Default: always `undefined`.
   */
  readonly respond?: ((request: RecordedRequest) => unknown) | undefined;
  /**
   * The server's clock. Links are valid for five minutes, and reports for an hour. A fake clock
   * only moves when a client that uses it waits, or when you call `advance`. With `systemClock`,
   * real time passes, and responses have a `Date` header; use it for clients with their own clocks.
   * Default: a fake clock that starts now.
   */
  readonly clock?: Time | undefined;
}

const always = Number.POSITIVE_INFINITY;
// Typed as a complete record, so that a missing option is a compile error.
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
 * Throws a `TypeError` or a `RangeError` for an unknown option or an invalid value. `FaultPlan`
 * checks the faults.
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
    throw new TypeError("accessToken must be a string that is valid in a header and has no spaces");
  checkCount("polls", polls, { min: 0, max: always });
  for (const [name, value] of Object.entries({ entities, bytes }))
    checkCount(name, value, { min: 0 });
  if (Array.isArray(accounts)) checkAccounts(accounts);
  else checkCount("accounts", accounts, { min: 0 });
  checkCount("port", port, { min: 0, max: 65_535 });
  if (!Number.isFinite(seed)) throw new RangeError("seed must be a number");
  if (!(restated >= 0 && restated <= 1))
    throw new RangeError("restated must be a number from 0 to 1");
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
      if (typeof app[name] !== "string") throw new TypeError(`app: ${name} must be a string`);
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
    throw new TypeError("clock must be systemClock or a clock from createFakeClock");
  }
}

// Typed as a complete record, so that a missing member is a compile error.
const MEMBERS: Readonly<Record<keyof FakeAccount, true>> = {
  id: true,
  name: true,
  currency: true,
  time_zone: true,
  country: true,
};

/** Throws a `TypeError` for an invalid account, or for two accounts with the same id. */
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
    if (ids.has(id)) throw new TypeError(`${what}: another account has the id ${id}`);
    ids.add(id);
  }
}

/**
 * Throws a `TypeError` or a `RangeError` for an invalid quota. `what` identifies the quota in the
 * message.
 */
function checkQuota(what: string, quota: Quota): void {
  checkNames(what, quota, ["requests", "perMs", "steps", "announce"]);
  const { requests, perMs, steps = [], announce = "headers" } = quota;
  checkCount(`${what}: requests`, requests, { min: 1 });
  if (!(perMs > 0 && Number.isFinite(perMs)))
    throw new RangeError(`${what}: perMs must be a number of milliseconds above 0`);
  const unknownStep = steps.find((step) => !ALL.includes(step));
  if (unknownStep !== undefined)
    throw new TypeError(
      `${what}: there is no step ${JSON.stringify(unknownStep)}; the steps are ${CALLS.join(", ")}`,
    );
  if ((steps as readonly Step[]).includes("file"))
    throw new TypeError(
      `${what}: files have no rate limit; to simulate an overloaded file host, use the fault slow-down`,
    );
  if (!["headers", "none", "cost"].includes(announce))
    throw new TypeError(`${what}: announce must be "headers", "none" or "cost"`);
}
