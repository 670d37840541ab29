import { describe, expect, it } from "vitest";
import { report } from "../../../generated/report/flow.js";
import { customTarget } from "../../../generated/sync.js";
import { configOf } from "../../../runtime/client/connection.js";
import { flowsOf, type JobData, prepareSync } from "../../../runtime/jobs/job-data.js";
import { JobRunner, type ParentJob } from "../../../runtime/jobs/job-runner.js";
import { memoryState } from "../../../runtime/shared-state/memory.js";
import type { SyncResult } from "../../../runtime/sync/types.js";
import { concurrentStore } from "../../support/concurrent-target.js";
import { CAMPAIGN_DAYS, syncSetting } from "../../support/sync.js";

const FLOWS = flowsOf([report as never]);
const SYNC = { tables: { campaign_days: CAMPAIGN_DAYS }, entities: [] } as const;

/** Runs the job of a sync and its tasks, whose worker ends at this step of the queue. */
async function synced(at: number) {
  await using setting = await syncSetting({ accounts: 2 });
  const { client, server } = setting;
  const config = configOf(client as never);
  const claims = { shared: memoryState(), clock: config.clock, leaseMs: undefined, keepMs: 1e9 };
  const target = customTarget(concurrentStore(null).target());
  const options = { flows: FLOWS, client, config, target, claims, prefix: "" };
  const { id, data } = await prepareSync(FLOWS, SYNC, { run: "night" });
  const queue = {
    data: data as JobData,
    added: new Map<string, JobData>(),
    done: new Map<string, unknown>(),
  };
  const ends: SyncResult[] = [];
  let [steps, runs] = [0, 0];
  /** A step, before or after which the worker is killed. */
  const step = async <Value>(work: () => Value): Promise<Value> => {
    if (steps++ === at) throw new Error("killed");
    const value = work();
    if (steps++ === at) throw new Error("killed");
    return value;
  };
  const parent: ParentJob = {
    isLast: false,
    update: (changed) =>
      step(() => {
        queue.data = JSON.parse(JSON.stringify(changed));
      }),
    children: () =>
      step(() => ({
        done: queue.done,
        failed: new Map(),
        unfinished: new Set([...queue.added.keys()].filter((key) => !queue.done.has(key))),
      })),
    add: (jobs) =>
      step(() => {
        for (const job of jobs) {
          // BullMQ would add one that has ended to those that are waited for.
          expect(queue.added.has(job.id)).toBe(false);
          queue.added.set(job.id, job.data);
        }
      }),
    wait: () => step(() => queue.added.size > queue.done.size),
  };
  const onFinished = (result: SyncResult): void => void ends.push(result);
  for (let isWaiting = true; isWaiting && runs < 20; runs++) {
    const runner = new JobRunner(options);
    const job = { id, data: queue.data, parent, onFinished };
    const result = await runner.run(job).catch(() => null);
    isWaiting = result === null || result.isWaiting === true;
    for (const [key, data] of queue.added) {
      if (queue.done.has(key)) continue;
      const { returned } = await runner.run({ id: key, data, parent, onFinished });
      queue.done.set(key, JSON.parse(JSON.stringify(returned)));
    }
    await runner.close();
  }
  const creates = server.requests.filter(({ step: name }) => name === "create").length;
  return { ends, creates, tasks: queue.added.size, isOver: steps <= at, runs };
}

describe("the job of a sync", () => {
  it("adds each task once and ends with one event, wherever its worker is killed", async () => {
    const whole = await synced(Number.POSITIVE_INFINITY);
    expect([whole.runs, whole.tasks, whole.creates]).toEqual([2, 4, 2]);
    for (let at = 0; ; at++) {
      const { ends, creates, tasks, isOver } = await synced(at);
      expect([creates, tasks]).toEqual([2, 4]);
      expect(ends).toEqual(whole.ends);
      expect(ends).toMatchObject([{ loaded: 2, failed: [] }]);
      if (isOver) break;
    }
  });
});
