import type { BullJob } from "./bullmq.js";
import type { JobData } from "./job-data.js";
import { JobCrashed, WorkerReserved } from "./outcome.js";

/** Interval, in milliseconds, for checking whether the other jobs have ended. */
const CHECK_MS = 50;

/** The parts of a worker that are needed to run a job alone. */
export interface PausableWorker {
  /** Number of running jobs. */
  running(): number;
  isClosing(): boolean;
  /** Stops taking jobs. */
  pause(): Promise<unknown>;
  resume(): unknown;
}

/**
 * Protects workers and their other jobs from a job that crashes its process. For example, the job
 * may need too much memory. A dying worker ends all its jobs, so it is unknown which job is the
 * cause. A job that was running in `maxCrashes` - 1 workers when they died therefore runs alone
 * from then on. If its worker dies again, the job is the cause, and fails.
 */
export class CrashGuard {
  readonly #worker: PausableWorker;
  readonly #maxCrashes: number;
  #isTaken = false;

  constructor(worker: PausableWorker, maxCrashes: number) {
    this.#worker = worker;
    this.#maxCrashes = maxCrashes;
  }

  /**
   * Runs a job, alone if it may be the cause of crashes. Rejects with a `WorkerReserved` if another
   * job runs alone, or if the worker is closed before the job could begin. Rejects with a
   * `JobCrashed` if the job crashed its worker while it ran alone.
   */
  async run<Value>(job: BullJob, work: () => Promise<Value>): Promise<Value> {
    if (this.#isTaken) throw new WorkerReserved();
    const crashes = job.stalledCounter ?? 0;
    const { aloneAfter } = Object(job.data) as Partial<JobData>;
    if (aloneAfter !== undefined && crashes > aloneAfter) throw new JobCrashed(crashes);
    return crashes + 1 < this.#maxCrashes ? work() : this.#runAlone(job, work);
  }

  /**
   * Stops taking jobs, waits until no other job is running, and runs the job. Afterwards, takes
   * jobs again. Rejects with a `WorkerReserved` if the worker is closed during the wait.
   */
  async #runAlone<Value>(job: BullJob, work: () => Promise<Value>): Promise<Value> {
    this.#isTaken = true;
    try {
      await this.#worker.pause();
      while (this.#worker.running() > 1) {
        if (this.#worker.isClosing()) throw new WorkerReserved();
        await new Promise((resolve) => setTimeout(resolve, CHECK_MS));
      }
      // Earlier crashes do not count, because other jobs may have been running at the time.
      const { stalledCounter = 0 } = job;
      await job.updateData({ ...Object(job.data), aloneAfter: stalledCounter });
      try {
        return await work();
      } finally {
        // The worker has survived the job, so the job no longer has to run alone.
        const { aloneAfter: _, ...data } = Object(job.data);
        await job.updateData(data).catch(() => {});
      }
    } finally {
      this.#isTaken = false;
      if (!this.#worker.isClosing()) this.#worker.resume();
    }
  }
}
