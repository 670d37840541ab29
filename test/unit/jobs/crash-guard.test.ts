import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CrashGuard } from "../../../runtime/jobs/crash-guard.js";
import { JobCrashed, WorkerReserved } from "../../../runtime/jobs/outcome.js";
import { jobOf } from "../../support/fake-bullmq.js";

/** A worker that is running `running` jobs, and the calls that its crash guard makes. */
function scene(maxCrashes = 3) {
  const at = { running: 1, isClosing: false };
  const calls: string[] = [];
  const guard = new CrashGuard(
    {
      running: () => at.running,
      isClosing: () => at.isClosing,
      pause: async () => calls.push("pause"),
      resume: () => calls.push("resume"),
    },
    maxCrashes,
  );
  return { at, calls, guard };
}

const work = async (): Promise<string> => "done";
const dead = (stalledCounter: number, more: object = {}) =>
  jobOf({ id: "1", data: { kept: true, ...more }, stalledCounter });

describe("a job whose workers died", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([undefined, 0, 1])(
    "runs alongside other jobs if %s of its workers died",
    async (stalledCounter) => {
      const { calls, guard, at } = scene();
      at.running = 5;
      const job = jobOf({
        data: { kept: true },
        ...(stalledCounter !== undefined && { stalledCounter }),
      });
      expect(await guard.run(job, work)).toBe("done");
      expect(calls).toEqual([]);
      expect(job.data).toEqual({ kept: true });
    },
  );

  it("waits for the other jobs to end, and excludes others until it has ended", async () => {
    const { calls, guard, at } = scene();
    at.running = 3;
    const job = dead(2);
    let began = false;
    let end = (): void => {};
    const running = guard.run(job, async () => {
      began = true;
      await new Promise<void>((resolve) => (end = resolve));
    });
    await vi.advanceTimersByTimeAsync(200);
    expect([began, calls]).toEqual([false, ["pause"]]);
    await expect(guard.run(jobOf({ data: {} }), work)).rejects.toThrow(
      "another job needs this worker to itself",
    );
    at.running = 2;
    await vi.advanceTimersByTimeAsync(200);
    expect(began).toBe(false);
    expect(job.data).toEqual({ kept: true });
    at.running = 1;
    await vi.advanceTimersByTimeAsync(200);
    expect(began).toBe(true);
    expect(job.data).toEqual({ kept: true, aloneAfter: 2 });
    await expect(guard.run(jobOf({ data: {} }), work)).rejects.toThrow(WorkerReserved);
    end();
    await running;
    expect(calls).toEqual(["pause", "resume"]);
    expect(await guard.run(jobOf({ data: {} }), work)).toBe("done");
  });

  it("fails only if a worker died while the job ran alone", async () => {
    const { calls, guard } = scene();
    await expect(guard.run(dead(3, { aloneAfter: 2 }), work)).rejects.toThrow(JobCrashed);
    await expect(guard.run(dead(3, { aloneAfter: 2 }), work)).rejects.toThrow(
      /^3 workers have died while running this job, and the last one was running nothing else/,
    );
    expect(calls).toEqual([]);
    expect(await guard.run(dead(2, { aloneAfter: 2 }), work)).toBe("done");
    // Its workers died before it ran alone.
    const job = dead(4);
    let during: unknown;
    await guard.run(job, async () => {
      during = job.data;
    });
    expect(during).toEqual({ kept: true, aloneAfter: 4 });
    // This time the worker survives. A later death does not count unless the job runs alone again.
    expect(job.data).toEqual({ kept: true });
    await expect(
      guard.run(dead(4), () => Promise.reject(new Error("back in the queue"))),
    ).rejects.toThrow("back in the queue");
  });

  it("runs alone once the configured number of workers has died", async () => {
    const { calls, guard } = scene(2);
    await guard.run(dead(0), work);
    expect(calls).toEqual([]);
    await guard.run(dead(1), work);
    expect(calls).toEqual(["pause", "resume"]);
  });

  it("returns to the queue if its worker is closed before the job starts, and leaves the worker paused", async () => {
    const { calls, guard, at } = scene();
    at.running = 2;
    const running = guard.run(dead(2), work).catch((error: unknown) => error);
    at.isClosing = true;
    await vi.advanceTimersByTimeAsync(100);
    expect(await running).toBeInstanceOf(WorkerReserved);
    expect(calls).toEqual(["pause"]);
  });

  it("lets other jobs start after it fails", async () => {
    const { calls, guard } = scene();
    await expect(guard.run(dead(2), () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(calls).toEqual(["pause", "resume"]);
    expect(await guard.run(jobOf({ data: {} }), work)).toBe("done");
  });
});
