import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createJobs } from "../../../generated/jobs.js";
import { createFakeServer, type FakeServerOptions } from "../../../generated/testing.js";
import { systemClock } from "../../../runtime/clock.js";
import { transpiled } from "../../support/consumer.js";
import { many } from "../../support/effort.js";
import { LAST_WEEK } from "../../support/last-week.js";
import { NO_REDIS, type Redis, redis } from "../examples/redis.js";

const CHILD = fileURLToPath(new URL("worker-child.ts", import.meta.url));

interface Printed {
  readonly type: string;
  readonly account: string | null;
  readonly message: string;
}

let server: Redis;
let program: string;
let queues = 0;

/** A separate queue whose workers are processes. */
async function scene(options: FakeServerOptions<typeof systemClock> = {}) {
  const [api, queue] = [
    await createFakeServer({ polls: 1, clock: systemClock, ...options }),
    `queue-${queues++}`,
  ];
  const printed: Printed[] = [];
  const children: ChildProcess[] = [];
  const jobs = createJobs({ connection: server.url, queue });
  return {
    api,
    jobs,
    printed,
    of: (type: string) => printed.filter((event) => event.type === type),
    work(poison = ""): ChildProcess {
      const child = spawn(
        process.execPath,
        [program, api.url, api.accessToken, server.url, queue, poison],
        { stdio: ["pipe", "pipe", "inherit"] },
      );
      children.push(child);
      let text = "";
      child.stdout.setEncoding("utf8").on("data", (piece: string) => {
        const lines = `${text}${piece}`.split("\n");
        text = lines.pop() ?? "";
        printed.push(...lines.map((line) => JSON.parse(line)));
      });
      return child;
    },
    creates: () => api.requests.filter(({ step }) => step === "create"),
    async until(isSo: () => boolean): Promise<void> {
      while (!isSo()) await after(10);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(children.map(ended));
      await jobs.close();
      await api.close();
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGKILL");
  await end;
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function reports(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    adAccountId: String(1_000 + at),
    body: LAST_WEEK,
  }));
}

describe.skipIf(NO_REDIS !== null)(
  NO_REDIS === null ? "a worker process" : `a worker process: ${NO_REDIS}`,
  () => {
    beforeAll(async () => {
      program = transpiled(CHILD);
      server = await redis();
    });
    afterAll(() => server[Symbol.asyncDispose]());

    it("is replaced by another worker, which continues with the handle, if it is killed while waiting for a report", async () => {
      await using at = await scene({ polls: 3 });
      await at.jobs.addReports(reports(1));
      const killed = at.work();
      await at.until(() => at.api.requests.some(({ step }) => step === "poll"));
      await ended(killed);
      at.work();
      await at.until(() => at.of("done").length > 0);
      expect(at.creates()).toHaveLength(1);
      expect(at.of("taken")).toHaveLength(1);
    });

    it("leaves a job that fails if it was killed during a create, because the report may already exist", async () => {
      await using at = await scene({ faults: [{ name: "silence", on: "create" }] });
      await at.jobs.addReports(reports(1));
      const killed = at.work();
      await at.until(() => at.creates().length > 0);
      await ended(killed);
      at.work();
      await at.until(() => at.of("failed").length > 0);
      expect(at.of("failed")[0]?.message).toMatch(
        /failed: an earlier run recorded no response to a create request/,
      );
      expect(at.creates()).toHaveLength(1);
    });

    it("leaves no report if it was killed before it retried a rejected create, so another worker creates it", async () => {
      await using at = await scene({ faults: [{ name: "rate-limit", on: "create", value: 3 }] });
      await at.jobs.addReports(reports(1));
      const killed = at.work();
      await at.until(() => at.creates().length > 0);
      await after(300);
      await ended(killed);
      at.work();
      await at.until(() => at.of("done").length > 0);
      expect(at.creates()).toHaveLength(2);
    });

    it.each(["poll", "create"] as const)(
      "sends no create and delivers no report if it was suspended after a %s for longer than its lease",
      async (step) => {
        await using at = await scene(
          step === "poll"
            ? { polls: 4 }
            : { polls: 1, faults: [{ name: "rate-limit", on: "create", value: 3 }] },
        );
        await at.jobs.addReports(reports(1));
        const suspended = at.work();
        await at.until(() => at.api.requests.some((request) => request.step === step));
        await after(300);
        suspended.kill("SIGSTOP");
        at.work();
        await at.until(() => at.of("done").length > 0);
        const count = at.creates().length;
        suspended.kill("SIGCONT");
        await at.until(() =>
          at.of("returned").some(({ message }) => message.includes("lease has ended")),
        );
        await after(1_000);
        expect(at.creates()).toHaveLength(count);
        expect(at.of("taken")).toHaveLength(1);
        expect(at.of("done")).toHaveLength(1);
      },
    );

    it("is killed by the same job at most three times; then that job fails, and the others are delivered or reported as unknown", async () => {
      await using at = await scene({ polls: 1 });
      const poison = "1003";
      await at.jobs.addReports(reports(12));
      let [deaths, isOver] = [0, false];
      const keepOn = (): void => {
        at.work(poison).once("close", (code) => {
          if (code !== null || isOver) return;
          deaths++;
          keepOn();
        });
      };
      keepOn();
      keepOn();
      const accounts = (type: string) => new Set(at.of(type).map(({ account }) => account));
      const ends = () => [...accounts("taken"), ...accounts("failed")].toSorted();
      await at.until(() => ends().length >= 12);
      expect(deaths).toBe(3);
      for (const { account, message } of at.of("failed"))
        expect(message).toContain(
          account === poison
            ? "3 workers have died while running this job, and the last one was running nothing else"
            : // This report was being created when the other job killed the worker.
              "an earlier run recorded no response to a create request",
        );
      expect(ends()).toEqual(reports(12).map(({ adAccountId }) => adAccountId));
      expect(accounts("failed").has(poison)).toBe(true);
      // A worker handles two reports at once.
      expect(accounts("failed").size).toBeLessThanOrEqual(1 + deaths);
      const created = at.creates().map(({ path }) => path);
      expect(created).toHaveLength(new Set(created).size);
      isOver = true;
    });

    it("can be killed at any time: no report is created twice, and each is delivered or reported as unknown", async () => {
      for (let draw = 0; draw < many(2, 1); draw++) {
        await using at = await scene({ polls: 2 });
        const all = reports(24);
        await at.jobs.addReports(all);
        const workers = [at.work(), at.work()];
        for (let kill = 0; kill < 5; kill++) {
          await after(100 + Math.random() * 900);
          const victim = Math.floor(Math.random() * workers.length);
          await ended(workers[victim] as ChildProcess);
          workers[victim] = at.work();
        }
        const accounts = (type: string) => new Set(at.of(type).map(({ account }) => account));
        await at.until(() => accounts("done").size + accounts("failed").size >= all.length);
        const created = at.creates().map(({ path }) => path);
        expect(new Set(created).size, "created twice").toBe(created.length);
        for (const { message } of at.of("failed"))
          expect(message).toMatch(
            /failed: an earlier run recorded no response to a create request/,
          );
        expect([...accounts("taken"), ...accounts("failed")].toSorted()).toEqual(
          all.map(({ adAccountId }) => adAccountId),
        );
      }
    });
  },
);
