import type { SyncOptions } from "../../generated/index.js";
import type { FakeServerOptions } from "../../generated/testing.js";
import type { Clock } from "../../runtime/clock.js";

/** An app whose refresh tokens rotate, and whose access tokens expire within seconds. */
export const APP = { clientId: "app", clientSecret: "secret", refreshToken: "refresh-0" };
const EXPIRES_IN_S = 10;

/** A quota of 300 calls per window, scaled down to a second. No response announces it. */
export const LIMIT = { requests: 300, perMs: 1_000 };

export const ACCOUNTS = 250;
const LEVELS = ["CAMPAIGN", "AD_GROUP"] as const;
const GRANULARITY = "DAY" as const;
const TABLES = 8;

/** The number of windows in a sync: one per table and account. */
export function windowsOf(accounts: number): number {
  return accounts * TABLES;
}

/** Options for the server that all windows are loaded from. */
export function serverOptions(clock: Clock, accounts: number = ACCOUNTS): FakeServerOptions<Clock> {
  return {
    ...{ clock, accounts, entities: 2, polls: 1, app: { ...APP, expiresIn: EXPIRES_IN_S } },
    quotas: [{ ...LIMIT, announce: "none" }],
  };
}

/** Rate limits for the clients. */
export const RATE_LIMITS = { ads_analytics: LIMIT, "*": { requests: 350, perMs: 1_000 } };

const SPEND = ["SPEND_IN_DOLLAR", "IMPRESSION_1", "CLICKTHROUGH_1", "TOTAL_CLICKTHROUGH"] as const;

const ID = { CAMPAIGN: "CAMPAIGN_ID", AD_GROUP: "AD_GROUP_ID" } as const;

/** A sync of eight tables, each for a week. */
export const SYNC = {
  tables: Object.fromEntries(
    Array.from({ length: TABLES }, (_, at) => {
      const level = LEVELS[at % LEVELS.length] ?? "CAMPAIGN";
      const columns = [ID[level], ...SPEND.slice(0, 1 + Math.floor(at / LEVELS.length))];
      return [`table_${at}`, { level, granularity: GRANULARITY, columns }];
    }),
  ) as SyncOptions<never>["tables"],
  entities: [],
  lookbackDays: 6,
} as const;
