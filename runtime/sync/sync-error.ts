import { messageWithoutHint, PinterestReportsError, withHint } from "../errors.js";
import type { SyncFailure, SyncOptions, SyncResult } from "./types.js";

/**
 * More accounts failed in a `sync` run than `allowFailed` allows. Rows that were already loaded are
 * kept.
 */
export class SyncError extends PinterestReportsError {
  readonly code = "sync_failed" as const;
  override get name(): string {
    return "SyncError";
  }
  /** How the run ended: what was loaded, and each failure with its error. */
  readonly result: SyncResult;

  constructor(result: SyncResult) {
    const [first] = result.failed;
    const count = result.failed.length;
    const of = result.plan.requests.length + result.plan.lists.length;
    const which =
      first === undefined ? "" : `: ${nameOf(first)}: ${messageWithoutHint(first.error)}`;
    const more = count > 1 ? `, and ${count - 1} more in result.failed` : "";
    super(withHint(`${count} of ${of} reports and lists failed${which}${more}`, "sync_failed"), {
      cause: first?.error,
    });
    this.result = result;
  }
}

/** Names a failure for a message, such as `campaign_days of 123, 2026-03-01 to 2026-03-07`. */
function nameOf({ table, adAccountId, days }: SyncFailure): string {
  const of = adAccountId === null ? "" : ` of ${adAccountId}`;
  return `${table}${of}${days === null ? "" : `, ${days.from} to ${days.to}`}`;
}

/**
 * Whether `allowFailed` covers all failed accounts. `allowFailed` is the maximum number of failed
 * accounts, or the ids of the accounts that may fail. True if nothing failed. A failure without an
 * account, such as a failed list of ad accounts, is never covered.
 */
export function isAllowed(
  failed: readonly SyncFailure[],
  { allowFailed = 0 }: Pick<SyncOptions<unknown>, "allowFailed">,
): boolean {
  const accounts = new Set(failed.map(({ adAccountId }) => adAccountId));
  if (accounts.has(null)) return false;
  return typeof allowFailed === "number"
    ? accounts.size <= allowFailed
    : [...accounts].every((id) => allowFailed.map(String).includes(String(id)));
}
