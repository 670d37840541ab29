import type { BullJob, BullJobToAdd } from "../../runtime/jobs/bullmq.js";

/** A job in an in-memory queue, with a record of calls on it. */
export interface FakeJob extends BullJob {
  state: string;
  data: object;
  attemptsMade: number;
  stalledCounter?: number;
  /** For each delay: its end, and the token that the call passed. */
  readonly delays: (readonly [timestamp: number, token: string | undefined])[];
  /** Whether the job has children to wait for. */
  isParent: boolean;
  dependencies: Awaited<ReturnType<BullJob["getDependencies"]>>;
}

type Processor = (job: BullJob, token?: string) => Promise<unknown>;
type Listener = (...args: unknown[]) => void;

class Part {
  readonly listeners = new Map<string, Listener>();
  /** The calls, in order. */
  readonly calls: string[] = [];

  on(event: string, listener: Listener): void {
    this.listeners.set(event, listener);
  }

  emit(event: string, ...args: unknown[]): void {
    this.listeners.get(event)?.(...args);
  }

  async close(isForced?: boolean): Promise<void> {
    this.calls.push(isForced ? "close by force" : "close");
  }

  async disconnect(): Promise<void> {
    this.calls.push("disconnect");
  }

  async waitUntilReady(): Promise<void> {
    this.calls.push("wait until ready");
  }
}

/**
 * A fake of the parts of bullmq that are used. A test runs each job with `process`. Call
 * `vi.doMock("bullmq", () => library)` only once in a file, because two calls race, and use `clear`
 * between tests.
 */
export function fakeBull() {
  const jobs = new Map<string, FakeJob>();
  const queues: FakeQueue[] = [];
  const workers: FakeWorker[] = [];

  class FakeQueue extends Part {
    readonly bulks: number[] = [];
    readonly limits: number[] = [];

    readonly name: string;
    readonly options: Readonly<Record<string, unknown>>;

    constructor(name: string, options: Readonly<Record<string, unknown>>) {
      super();
      this.name = name;
      this.options = options;
      queues.push(this);
    }

    async addBulk(bulk: readonly BullJobToAdd[]): Promise<readonly unknown[]> {
      this.bulks.push(bulk.length);
      for (const { name, data, opts } of bulk) {
        const id = String(opts.jobId);
        if (!jobs.has(id)) jobs.set(id, jobOf({ id, name, data, opts }));
      }
      return [];
    }

    async getJob(id: string): Promise<FakeJob | undefined> {
      return jobs.get(id);
    }

    async getJobState(id: string): Promise<string> {
      return jobs.get(id)?.state ?? "unknown";
    }

    async remove(id: string): Promise<number> {
      return jobs.delete(id) ? 1 : 0;
    }

    async isPaused(): Promise<boolean> {
      return false;
    }

    async rateLimit(ms: number): Promise<void> {
      this.limits.push(ms);
    }
  }

  class FakeWorker extends Part {
    readonly name: string;
    readonly process: Processor;
    readonly options: Readonly<Record<string, unknown>>;

    constructor(name: string, process: Processor, options: Readonly<Record<string, unknown>>) {
      super();
      this.name = name;
      this.process = process;
      this.options = options;
      workers.push(this);
    }

    static RateLimitError(): Error {
      return new Error("rate limit");
    }

    async pause(doNotWaitActive?: boolean): Promise<void> {
      this.calls.push(doNotWaitActive ? "pause" : "pause and wait");
    }

    resume(): void {
      this.calls.push("resume");
    }
  }

  return {
    jobs,
    queues,
    workers,
    /** Deletes all queues, workers and jobs. */
    clear(): void {
      jobs.clear();
      queues.length = 0;
      workers.length = 0;
    },
    library: {
      Queue: FakeQueue,
      Worker: FakeWorker,
      DelayedError: class DelayedError extends Error {},
      WaitingChildrenError: class WaitingChildrenError extends Error {},
      UnrecoverableError: class UnrecoverableError extends Error {},
    },
  };
}

/** Creates a job as BullMQ passes it to a worker. */
export function jobOf({
  id,
  name = "report",
  data,
  opts = {},
  ...more
}: Partial<FakeJob> & { readonly data: object }): FakeJob {
  const job: FakeJob = {
    ...(id !== undefined && { id }),
    ...{ name, data, opts, queueQualifiedName: "bull:queue", attemptsMade: 0, state: "waiting" },
    ...{ delays: [], isParent: false, dependencies: {} },
    async moveToDelayed(timestamp, token) {
      job.delays.push([timestamp, token]);
    },
    async updateData(changed) {
      job.data = changed;
    },
    removeChildDependency: async () => true,
    moveToWaitingChildren: async () => job.isParent,
    getDependencies: async () => job.dependencies,
    ...more,
  };
  return job;
}
