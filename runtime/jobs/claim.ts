import { entryFrom, type JournalEntry, type Known, knownFrom } from "../batch/journal.js";
import { type Clock, sleep } from "../clock.js";
import { ConnectionError } from "../errors.js";
import type { Lease, SharedState } from "../shared-state/state.js";
import type { PlannedSync } from "../sync/tasks.js";

/** The shared state cannot be reached, so it is unknown who holds a key. */
export class StateUnreachable extends Error {}

/** Another worker holds the key. */
export class HeldElsewhere extends Error {}

/** Options for a claim. */
export interface ClaimOptions {
  readonly shared: SharedState;
  readonly clock: Clock;
  /**
   * How long a lease lasts without renewal, in milliseconds; undefined for the shared state's
   * default.
   */
  readonly leaseMs: number | undefined;
  /** How long the record is kept, in milliseconds. */
  readonly keepMs: number;
}

/** A sync's plan. */
export interface RecordedPlan {
  /** The mark of the job that the plan was made for. */
  readonly mark: string | undefined;
  readonly planned: PlannedSync;
  /** What the queue stores, once all tasks have ended and some have failed. */
  readonly returned?: object;
}

/** The record of a plan. */
interface PlanRecord extends RecordedPlan {
  readonly version: 1;
  readonly key: string;
  readonly what: "plan";
}

const RETRY_MS = 500;

/**
 * This worker's exclusive claim on a job, and the job's last record. The record is a step, as a
 * journal entry, or a sync's plan. Methods reject with a `LeaseLostError` if another worker may
 * have claimed the job, and with a `StateUnreachable` while the shared state is unreachable.
 */
export class Claim {
  readonly known: Known;
  readonly #key: string;
  readonly #lease: Lease;
  readonly #clock: Clock;

  private constructor(key: string, lease: Lease, clock: Clock) {
    this.#key = key;
    this.#lease = lease;
    this.#clock = clock;
    const entry = lease.record === null ? null : entryFrom(lease.record);
    this.known = knownFrom(entry === null ? [] : [entry]).get(key) ?? { state: "new" };
  }

  /** Acquires the key. Rejects with `HeldElsewhere` if another worker holds it. */
  static async acquire(
    key: string,
    { shared, clock, leaseMs, keepMs }: ClaimOptions,
  ): Promise<Claim> {
    const options = { keepMs, ...(leaseMs !== undefined && { ttlMs: leaseMs }) };
    const lease = await stateCall(() => shared.acquire(key, options));
    if (lease === null) throw new HeldElsewhere();
    return new Claim(key, lease, clock);
  }

  /** Aborts when another worker may hold the key. */
  get signal(): AbortSignal {
    return this.#lease.signal;
  }

  /** Greater than the fence of every earlier claim on the key. */
  get fence(): number {
    return this.#lease.fence;
  }

  /** Resolves if this worker still holds the key. */
  confirm(): Promise<void> {
    return stateCall(() => this.#lease.confirm());
  }

  /**
   * Records a step. An `intent` is recorded without retrying. Any other step has already happened,
   * so recording is retried until the shared state is reachable. Otherwise, the next worker would
   * not know about the report.
   */
  async record(step: Pick<JournalEntry, "what" | "handle" | "rows">): Promise<void> {
    const at = new Date(this.#clock.date()).toISOString();
    const entry: JournalEntry = { version: 1, at, key: this.#key, ...step };
    await this.#write(entry, step.what !== "intent");
  }

  /** The plan that an earlier claim recorded for this mark; undefined if there is none. */
  planFor(mark: string | undefined): RecordedPlan | undefined {
    const record = planFrom(this.#lease.record);
    return record?.key === this.#key && record.mark === mark ? record : undefined;
  }

  /**
   * Records a sync's plan for later claims on the job. A worker whose claim has ended cannot
   * replace the plan. Fails without retrying if the shared state is unreachable, unless
   * `plan.returned` is set. The sync has then already ended, so recording is retried until the
   * state is reachable.
   */
  async recordPlan(plan: RecordedPlan): Promise<void> {
    const record: PlanRecord = { ...plan, version: 1, key: this.#key, what: "plan" };
    await this.#write(record, plan.returned !== undefined);
  }

  /** Writes a record. If it `hasHappened`, repeats the write until the shared state is reachable. */
  async #write(record: object, hasHappened: boolean): Promise<void> {
    for (;;) {
      try {
        return await stateCall(() => this.#lease.write(JSON.stringify(record)));
      } catch (error) {
        if (!hasHappened || !(error instanceof StateUnreachable)) throw error;
        await sleep(this.#clock, RETRY_MS, this.signal);
      }
    }
  }

  /** Releases the key. `keepMs` is how long the record is kept; default: the claim's `keepMs`. */
  release(options?: { readonly keepMs: number }): Promise<void> {
    return this.#lease.release(options);
  }
}

/** Parses a claim's record. Returns null if the record does not contain a plan. */
function planFrom(text: string | null): PlanRecord | null {
  try {
    const record = JSON.parse(text ?? "null") as PlanRecord | null;
    return record?.version === 1 && record.what === "plan" ? record : null;
  } catch {
    return null;
  }
}

/** Calls the shared state, and turns a `ConnectionError` into a `StateUnreachable`. */
async function stateCall<Value>(call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (error) {
    throw error instanceof ConnectionError
      ? new StateUnreachable(error.message, { cause: error })
      : error;
  }
}
