import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createFakeServer, type Fault, type Step } from "../../../generated/testing.js";
import { access, type Given, type Running, run, start } from "../../support/consumer.js";
import { NO_REDIS, redis } from "./redis.js";

const QUEUE = fileURLToPath(new URL("../../../docs/examples/queue", import.meta.url));
const HASTY = fileURLToPath(new URL("hasty-worker.ts", import.meta.url));
const ACCOUNT = "549755885175";

async function scene(...faults: Fault[]) {
  const [store, server, folder] = [await redis(), await createFakeServer({ polls: 1, faults }), await mkdtemp(join(tmpdir(), "queue-"))];
  const env = { ...access(server), REDIS_URL: store.url };
  const started: Running[] = [];
  return {
    produce: () => run(join(QUEUE, "producer.ts"), { args: [ACCOUNT, "week.json"], env, cwd: folder }),
    work(file = join(QUEUE, "worker.ts"), given: Given = {}): Running {
      const worker = start(file, { env, cwd: folder, ...given });
      started.push(worker);
      return worker;
    },
    /** How often a step was asked for. */
    count: (step: Step) => server.requests.filter((request) => request.step === step).length,
    /** Resolves when a step has been asked for. */
    async sees(step: Step): Promise<void> {
      while (!server.requests.some((request) => request.step === step)) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    /** Whether the file is what the server has. */
    async whole(): Promise<boolean> {
      const { query } = server.requests.find(({ step }) => step === "poll") ?? {};
      const file = await readFile(join(folder, "week.json"));
      return file.equals(Buffer.concat([...server.file(query?.token ?? "")]));
    },
    async [Symbol.asyncDispose]() {
      for (const one of started) one.kill("SIGTERM");
      await Promise.all(started.map(({ ended }) => ended));
      await server.close();
      await store[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

describe.skipIf(NO_REDIS !== null)(NO_REDIS === null ? "the queue" : `the queue: ${NO_REDIS}`, () => {
  it("carries a report from one step to the next, whichever worker runs it, and makes a report that was requested twice once", async () => {
    await using at = await scene();
    expect(await at.produce()).toMatchObject({ exit: 0, stderr: "", stdout: expect.stringMatching(/^added 549755885175-/) });
    expect(await at.produce()).toMatchObject({ exit: 0 });
    const workers = [at.work(), at.work()];
    await Promise.any(workers.map((worker) => worker.shows(/download done/)));
    expect(await at.whole()).toBe(true);
    expect(at.count("create")).toBe(1);
    for (const worker of workers) worker.kill("SIGTERM");
    expect(await Promise.all(workers.map(async ({ ended }) => (await ended).exit))).toEqual([0, 0]);
  });

  it("works against a Pinterest of its own until it is told to end", async () => {
    await using at = await scene();
    await at.produce();
    const worker = at.work(join(QUEUE, "../on-this-machine.ts"), { args: ["queue/worker.ts"], tsx: true });
    await worker.shows(/download done/);
    expect(at.count("create")).toBe(0);
    worker.kill("SIGTERM");
    expect((await worker.ended).exit).toBe(0);
  });

  it("tries again what was surely refused", async () => {
    await using at = await scene({ name: "refusal", on: "create" });
    await at.produce();
    const worker = at.work();
    await worker.shows(/create failed: .*403/);
    await worker.shows(/download done/);
    expect(await at.whole()).toBe(true);
    expect(at.count("create")).toBe(2);
  });

  it("never sends a create again whose worker was killed before the answer", async () => {
    await using at = await scene({ name: "silence", on: "create" });
    await at.produce();
    const killed = at.work(HASTY);
    await at.sees("create");
    killed.kill("SIGKILL");
    await killed.ended;
    await at.work(HASTY).shows(/create failed: it is unknown whether the report was created/);
    expect(at.count("create")).toBe(1);
  });

  it("goes on with the handle of a worker that was killed while it downloaded", async () => {
    await using at = await scene({ name: "stalled-file", value: 100 });
    await at.produce();
    const killed = at.work(HASTY);
    await at.sees("file");
    killed.kill("SIGKILL");
    await killed.ended;
    await at.work(HASTY).shows(/download done/);
    expect(await at.whole()).toBe(true);
    expect(at.count("create")).toBe(1);
  });
});
