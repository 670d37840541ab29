import type { BullJob } from "./bullmq.js";
import type { JobData } from "./job-data.js";
import { JobCrashed, RunsAlone } from "./outcome.js";

/** How often it is checked whether the other jobs have ended, in milliseconds. */
const LOOK_MS = 50;

/** A worker that lets a job run alone. */
export interface AloneWorker {
  /** Number of jobs that run. */
  running(): number;
  isClosing(): boolean;
  /** Takes no further job. */
  pause(): Promise<unknown>;
  resume(): unknown;
}

/**
 * Protects workers, and the jobs beside it, from a job that ends its process, such as one for which
 * there is not enough memory. A worker that dies ends all its jobs, so that none is known to be the
 * cause: a job that has been in all but one of `maxCrashes` dead workers runs alone from then on. If
 * its worker dies once more, the job is the cause, and fails.
 */
export class Solitude {
  readonly #worker: AloneWorker;
  readonly #maxCrashes: number;
  #isTaken = false;

  constructor(worker: AloneWorker, maxCrashes: number) {
    this.#worker = worker;
    this.#maxCrashes = maxCrashes;
  }

  /**
   * Runs a job, alone if it may be one that ends workers. Rejects with a `RunsAlone` if another job
   * runs alone, or the worker is closed before the job could begin; and with a `JobCrashed` if it has
   * ended its worker when it ran alone.
   */
  async run<Value>(job: BullJob, work: () => Promise<Value>): Promise<Value> {
    if (this.#isTaken) throw new RunsAlone();
    const crashes = job.stalledCounter ?? 0;
    const { aloneAfter } = Object(job.data) as Partial<JobData>;
    if (aloneAfter !== undefined && crashes > aloneAfter) throw new JobCrashed(crashes);
    return crashes + 1 < this.#maxCrashes ? work() : this.#alone(job, work);
  }

  async #alone<Value>(job: BullJob, work: () => Promise<Value>): Promise<Value> {
    this.#isTaken = true;
    try {
      await this.#worker.pause();
      while (this.#worker.running() > 1) {
        if (this.#worker.isClosing()) throw new RunsAlone();
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
      // Workers that die before this are not ended by this job.
      const { stalledCounter = 0 } = job;
      await job.updateData({ ...Object(job.data), aloneAfter: stalledCounter });
      try {
        return await work();
      } finally {
        // Its worker lives.
        const { aloneAfter: _, ...data } = Object(job.data);
        await job.updateData(data).catch(() => {});
      }
    } finally {
      this.#isTaken = false;
      if (!this.#worker.isClosing()) this.#worker.resume();
    }
  }
}
