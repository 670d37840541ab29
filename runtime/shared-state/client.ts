import type { ClientOptions, StoredTokens, TokenStore, Tokens } from "../auth/credentials.js";
import { StepTimeout, withTimeout } from "../clock.js";
import { ConnectionError, SharedStateError } from "../errors.js";
import type { CallConfig } from "../http/config.js";
import type { Limiter, SharedCount } from "../http/rate-limiter.js";
import type { Lease, SharedState } from "./state.js";

const METHODS = ["acquire", "read", "take", "pause", "close"] as const;

/** Throws a `TypeError` unless the value has all methods of a shared state. */
export function checkShared(shared: unknown): void {
  for (const name of METHODS)
    if (typeof (Object(shared) as Partial<SharedState>)[name] !== "function")
      throw new TypeError(
        `shared must have ${name}(): create it with redisState() or memoryState()`,
      );
}

/** Shared states, keyed by rate limiter: all configurations of a connection share one limiter. */
const sharing = new WeakMap<Limiter, Sharing>();

/**
 * A client's shared state, and a function that resolves to its group's name. The group consists of
 * all processes that use the client's credentials.
 */
export interface Sharing {
  readonly shared: SharedState;
  readonly group: () => Promise<string>;
}

/** Records the shared state of the clients with this rate limiter, so that `sharingOf` finds it. */
export function keepSharing(limiter: Limiter, shared: Sharing): void {
  sharing.set(limiter, shared);
}

/** The state that a client shares with other processes; undefined if it shares nothing. */
export function sharingOf({ limiter }: { readonly limiter: Limiter }): Sharing | undefined {
  return sharing.get(limiter);
}

/**
 * Returns the name of the group of processes that share limits and tokens. It is a digest, as 32
 * hexadecimal digits, of the client id and the refresh token (or else the access token) that the
 * processes start with. The digest does not reveal these values. It does not include an access
 * token from a function, so all such clients with the same client id form one group.
 */
export async function groupOf({
  clientId,
  refreshToken,
  accessToken,
}: ClientOptions): Promise<string> {
  const token = refreshToken ?? (typeof accessToken === "string" ? accessToken : "");
  const digest = await crypto.subtle.digest(
    "SHA-256",
    new TextEncoder().encode(JSON.stringify([clientId ?? "", token])),
  );
  return [...new Uint8Array(digest).subarray(0, 16)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

// Maximum wait, in milliseconds, while another process refreshes the tokens. A client waits no
// longer than this for a lock anyway.
const REFRESH_MS = 60_000;
// How long other processes wait if a process dies while refreshing the tokens, in milliseconds.
const TTL_MS = 10_000;
// Maximum wait for a slot, in milliseconds. A client's calls request slots one after another, so a
// longer wait would also delay the calls behind it.
const COUNT_MS = 20_000;
// How long tokens are kept, in milliseconds. A refresh token is valid for 60 days.
const KEEP_MS = 90 * 86_400_000;

/**
 * Returns a store for a group's tokens in the shared state. One process at a time refreshes them,
 * under a lease. `lock` rejects with a `ConnectionError` if another process holds the lease for 60
 * seconds. `write` rejects with a `TypeError` outside `lock`. If the lease ends during `lock`,
 * `read` and `write` reject with a `LeaseLostError`, and nothing is stored. Tokens are kept for 90
 * days.
 */
export function sharedTokens(shared: SharedState, group: () => Promise<string>): TokenStore {
  const key = async (): Promise<string> => `tokens:${await group()}`;
  let lease: Lease | null = null;
  return {
    async read(): Promise<StoredTokens | null> {
      // Without this check, a process that was suspended would send a refresh token that another
      // process has already exchanged.
      await lease?.confirm();
      const record = await shared.read(await key());
      return record === null ? null : JSON.parse(record);
    },
    async write(tokens: Tokens): Promise<void> {
      if (lease === null) throw new TypeError("tokens can only be written under their lease");
      await lease.write(JSON.stringify(tokens));
    },
    async lock(work: () => Promise<void>): Promise<void> {
      const acquired = await shared.acquire(await key(), {
        waitMs: REFRESH_MS,
        ttlMs: TTL_MS,
        keepMs: KEEP_MS,
      });
      if (acquired === null)
        throw new ConnectionError(
          `timeout: another process has been refreshing the token for ${REFRESH_MS / 1_000} s`,
          {
            sent: false,
            cause: undefined,
          },
        );
      lease = acquired;
      try {
        await work();
      } finally {
        await acquired.release();
        // If this call took too long, `lease` may already belong to a later call.
        if (lease === acquired) lease = null;
      }
    },
  };
}

/**
 * Counts a group's requests in the shared state. `group` resolves to the group's name.
 *
 * `take` rejects with a `SharedStateError` if the state does not respond within `timeoutMs`
 * milliseconds (default and maximum: 20,000), and with any other error from the state. Emits one
 * event when `take` begins to fail, and one when it succeeds again. Errors from `pause`, and from a
 * slot's `settle` and `release`, are ignored.
 */
export function sharedCount(
  shared: SharedState,
  group: () => Promise<string>,
  {
    emit,
    timeoutMs = COUNT_MS,
  }: { readonly emit: CallConfig["emit"]; readonly timeoutMs?: number | undefined },
): SharedCount {
  let isReachable = true;
  return {
    async take(limits, holdMs) {
      try {
        const prefix = `${await group()}:`;
        const uses = limits.map(({ name, windows }) => ({
          category: prefix + name,
          limits: windows,
        }));
        const taking = shared.take(uses, { holdMs });
        const taken = await withTimeout(() => taking, {
          ms: Math.min(timeoutMs, COUNT_MS),
          signal: undefined,
        }).catch((error: unknown) => {
          // If the slot is granted after the timeout, it is released.
          taking.then((late) => ("release" in late ? late.release() : undefined)).catch(() => {});
          throw error;
        });
        if (!isReachable) emit({ type: "shared-available" });
        isReachable = true;
        if ("ms" in taken) return { name: taken.category.slice(prefix.length), ms: taken.ms };
        // If this fails, the slot counts as used until the request can no longer arrive.
        return {
          settle: (withinMs) => void taken.settle(withinMs).catch(() => {}),
          release: () => void taken.release().catch(() => {}),
        };
      } catch (thrown) {
        const error =
          thrown instanceof StepTimeout
            ? new SharedStateError(`${shared.name} did not respond in time`, thrown)
            : thrown;
        if (isReachable)
          emit({
            type: "shared-unavailable",
            message: error instanceof Error ? error.message : String(error),
          });
        isReachable = false;
        throw error;
      }
    },
    pause(name, ms) {
      // If this fails, each process learns about the limit from its own responses.
      group()
        .then((digest) => shared.pause(`${digest}:${name}`, ms))
        .catch(() => {});
    },
  };
}
