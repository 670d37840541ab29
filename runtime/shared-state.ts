/**
 * State that workers share: the interface, and one in the memory of this process. Another entry, `shared/redis`, has one on a Redis server.
 * @packageDocumentation
 */

export { LeaseLostError, SharedStateError } from "./errors.js";
export type { RateLimit } from "./http/rate-limit.js";
export { memoryState } from "./workers/memory.js";
export type { AcquireOptions, Lease, QuotaUse, QuotaWait, SharedState } from "./workers/state.js";
