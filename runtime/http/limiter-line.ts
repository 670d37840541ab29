import type { Bucket } from "./limiter-bucket.js";

/** Something beside the limits that must be open for a call to be let in. */
export interface Gate {
  /** From when on it is open, by the clock's `now`; not after `now` when it is open now. Whoever opens it wakes the limiter. */
  freeAt(now: number): number;
  /** A call is let in. */
  take(): void;
}

/** How long a call can wait. */
export interface Patience {
  /** By the clock's `now`. */
  readonly deadline: number;
  /** How far off room may be at most, whatever the deadline; left out, any time before it will do. */
  readonly patienceMs?: number | undefined;
}

/** One call that waits. */
export interface Waiter {
  readonly terms: Patience;
  readonly gate: Gate | undefined;
  enter(): void;
  /** There is no room in time. */
  fail(): void;
}

interface Line {
  readonly buckets: readonly Bucket[];
  waiters: Waiter[];
}

/** Lines of calls that count against the same limits and are of the same account. They take turns. */
export class Lines {
  readonly #lines = new Map<string, Line>();

  add(name: string, buckets: readonly Bucket[], waiter: Waiter): void {
    const line = this.#lines.get(name);
    if (line === undefined) this.#lines.set(name, { buckets, waiters: [waiter] });
    else line.waiters.push(waiter);
  }

  remove(name: string, waiter: Waiter): void {
    const waiters = this.#lines.get(name)?.waiters ?? [];
    const at = waiters.indexOf(waiter);
    if (at >= 0) waiters.splice(at, 1);
    if (waiters.length === 0) this.#lines.delete(name);
  }

  get size(): number {
    return this.#lines.size;
  }

  /** Lets in whoever may, a turn for each line, and sends off those for whom it gets too late; gives when there may be room for the next. */
  serve(now: number): number {
    let next = Number.POSITIVE_INFINITY;
    for (let turns = this.#lines.size; turns > 0; turns--) {
      const [name, line] = this.#lines.entries().next().value as [string, Line];
      const [waiter] = line.waiters as [Waiter];
      const limits = freeAt(line.buckets, now);
      const free = Math.max(limits, waiter.gate?.freeAt(now) ?? 0);
      this.#lines.delete(name);
      if (free <= now) {
        line.waiters.shift();
        if (isLate(limits, now, waiter.terms)) waiter.fail();
        else waiter.enter();
        if (line.waiters.length > 0) turns++;
      } else {
        sendOff(line, limits, now);
        if (line.waiters.length > 0) next = Math.min(next, free);
      }
      if (line.waiters.length > 0) this.#lines.set(name, line);
    }
    return next;
  }
}

/** Those for whom there will be no room in time need not wait for that. */
function sendOff(line: Line, limits: number, now: number): void {
  const late = line.waiters.filter(({ terms }) => isLate(limits, now, terms));
  if (late.length === 0) return;
  line.waiters = line.waiters.filter((waiter) => !late.includes(waiter));
  for (const waiter of late) waiter.fail();
}

/** Whether room that is there from `free` on comes too late. */
export function isLate(free: number, now: number, { deadline, patienceMs = Number.POSITIVE_INFINITY }: Patience): boolean {
  return Math.max(free, now) > Math.min(deadline, now + patienceMs);
}

/** From when on all of these have room. */
export function freeAt(buckets: readonly Bucket[], now: number): number {
  let free = 0;
  for (const bucket of buckets) free = Math.max(free, bucket.freeAt(now));
  return free;
}
