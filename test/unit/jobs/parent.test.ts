import { describe, expect, it } from "vitest";
import { LeaseLostError } from "../../../runtime/errors.js";
import type { BullQueue } from "../../../runtime/jobs/bullmq.js";
import { parentOf } from "../../../runtime/jobs/parent.js";
import { fakeBull, jobOf } from "../../support/fake-bullmq.js";

function queueOf() {
  const bull = fakeBull();
  return { ...bull, queue: new bull.library.Queue("queue", {}) as object as BullQueue };
}

const backoff = { type: "exponential", delay: 1_000 };

describe("a sync job as a parent", () => {
  it("adds its tasks as children with its own retry and retention options, and completes even if one of them fails", async () => {
    const { queue, jobs } = queueOf();
    const opts = { attempts: 4, backoff, removeOnComplete: { age: 1 }, removeOnFail: { age: 9 } };
    const job = jobOf({ id: "sync", data: { type: "sync" }, opts });
    await parentOf(job, "token", queue).add([{ id: "a", data: { type: "task" } as never }]);
    expect(jobs.get("a")).toMatchObject({ name: "task", data: { type: "task" } });
    expect(jobs.get("a")?.opts).toStrictEqual({
      ...{ jobId: "a", attempts: 4, backoff, removeOnComplete: true, removeOnFail: { age: 9 } },
      parent: { id: "sync", queue: "bull:queue" },
      ignoreDependencyOnFailure: true,
    });
  });

  it("does not wait for a task that had already failed when it was added again", async () => {
    const { queue, jobs } = queueOf();
    const detached: string[] = [];
    for (const [id, state] of [
      ["failed", "failed"],
      ["retried", "waiting"],
    ] as const)
      jobs.set(id, {
        ...jobOf({ id, data: {} }),
        state,
        removeChildDependency: async () => detached.push(id) > 0,
      });
    const job = jobOf({
      data: {},
      getIgnoredChildrenFailures: async () => ({
        "x:failed": "no",
        "x:retried": "no",
        "x:b": "no",
      }),
    });
    job.dependencies = { unprocessed: ["x:failed", "x:retried", "x:new"] };
    await parentOf(job, "token", queue).add([]);
    expect(detached).toEqual(["failed"]);
  });

  it.each([
    ["Missing lock for job sync. moveToWaitingChildren", true],
    ["Lock mismatch for job sync. Cmd moveToWaitingChildren from active", true],
    ["Job sync is not in the active state. moveToWaitingChildren", true],
    ["Missing key for job sync. moveToWaitingChildren", false],
  ])("cannot wait in a worker that has lost the job: %s", async (message, isLost) => {
    const error = new Error(message);
    const job = jobOf({ id: "sync", data: {}, moveToWaitingChildren: () => Promise.reject(error) });
    const thrown: unknown = await parentOf(job, "token", queueOf().queue)
      .wait()
      .catch((reason: unknown) => reason);
    if (isLost) expect(thrown).toBeInstanceOf(LeaseLostError);
    else expect(thrown).toBe(error);
  });

  it("leaves the number of attempts to BullMQ by default", async () => {
    const { queue, jobs } = queueOf();
    const job = jobOf({ data: { type: "sync" } });
    await parentOf(job, "token", queue).add([{ id: "a", data: { type: "task" } as never }]);
    expect(Object.keys(jobs.get("a")?.opts ?? {})).not.toContain("attempts");
  });

  it.each([
    [undefined, 0, true],
    [1, 0, true],
    [3, 0, false],
    [3, 1, false],
    [3, 2, true],
    [3, 3, true],
  ])(
    "with %s attempts allowed and %s made, knows whether this is the last one: %s",
    (attempts, attemptsMade, isLast) => {
      const opts = attempts === undefined ? {} : { attempts };
      const job = jobOf({ data: {}, opts, attemptsMade });
      expect(parentOf(job, "token", queueOf().queue).isLast).toBe(isLast);
    },
  );

  it.each(["getIgnoredChildrenFailures", "getFailedChildrenValues"])(
    "reads its children's results by id with a BullMQ version that has %s",
    async (name) => {
      const job = jobOf({ data: {}, [name]: async () => ({ "bull:queue:c": "no" }) });
      job.dependencies = {
        processed: { "bull:queue:a": { rows: 1 }, "bull:queue:b": null },
        unprocessed: ["bull:queue:d"],
      };
      expect(await parentOf(job, "token", queueOf().queue).children()).toEqual({
        done: new Map<string, unknown>([
          ["a", { rows: 1 }],
          ["b", null],
        ]),
        failed: new Map([["c", "no"]]),
        unfinished: new Set(["d"]),
      });
    },
  );

  it("can have no children, and waits for its children with its own lock token", async () => {
    const tokens: string[] = [];
    const moveToWaitingChildren = async (token: string): Promise<boolean> => {
      tokens.push(token);
      return true;
    };
    const job = jobOf({ data: {}, moveToWaitingChildren });
    const parent = parentOf(job, "token", queueOf().queue);
    expect(await parent.children()).toEqual({
      done: new Map(),
      failed: new Map(),
      unfinished: new Set(),
    });
    expect(await parent.wait()).toBe(true);
    expect(tokens).toEqual(["token"]);
  });
});
