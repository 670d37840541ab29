import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createFakeServer, type Fault, type Step } from "../../../generated/testing.js";
import { access, type Given, type Running, run, start } from "../../support/consumer.js";
import { NO_REDIS, redis } from "./redis.js";

const QUEUE = fileURLToPath(new URL("../../../docs/examples/queue", import.meta.url));
const ACCOUNT = "549755885175";

async function scene(...faults: Fault[]) {
  const [store, server, folder] = [
    await redis(),
    await createFakeServer({ polls: 1, faults }),
    await mkdtemp(join(tmpdir(), "queue-")),
  ];
  const env: Readonly<Record<string, string>> = { ...access(server), REDIS_URL: store.url };
  const started: Running[] = [];
  return {
    server,
    env,
    produce: () => run(join(QUEUE, "producer.ts"), { args: [ACCOUNT], env, cwd: folder }),
    work(file = join(QUEUE, "worker.ts"), given: Given = {}): Running {
      const worker = start(file, { env, cwd: folder, ...given });
      started.push(worker);
      return worker;
    },
    /** How many requests the server received for a step. */
    count: (step: Step) => server.requests.filter((request) => request.step === step).length,
    /** Whether the output file matches the server's data. */
    async whole(): Promise<boolean> {
      const { query } = server.requests.find(({ step }) => step === "poll") ?? {};
      const file = await readFile(join(folder, `${ACCOUNT}-week.json`));
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

describe.skipIf(NO_REDIS !== null)(
  NO_REDIS === null ? "the queue" : `the queue: ${NO_REDIS}`,
  () => {
    it("lets any worker create a report, and creates only one for a duplicate request", async () => {
      await using at = await scene();
      expect(await at.produce()).toMatchObject({
        exit: 0,
        stderr: "",
        stdout: "added 1 of 1 reports\n",
      });
      expect(await at.produce()).toMatchObject({ exit: 0, stdout: "added 0 of 1 reports\n" });
      const workers = [at.work(), at.work()];
      const done = await Promise.any(
        workers.map((worker) =>
          worker.shows(/^report of 549755885175, week: done$/m).then(() => worker),
        ),
      );
      expect(await at.whole()).toBe(true);
      expect(at.count("create")).toBe(1);
      done.kill("SIGTERM");
      expect((await done.ended).exit).toBe(0);
    });

    it("runs on one machine with its own Redis server until it is stopped", async () => {
      await using at = await scene();
      await at.produce();
      const worker = at.work(join(QUEUE, "../on-this-machine.ts"), {
        args: ["queue/worker.ts"],
        tsx: true,
      });
      await worker.shows(/week: done/);
      expect(at.count("create")).toBe(0);
      worker.kill("SIGTERM");
      expect((await worker.ended).exit).toBe(0);
    });

    it("retries a request that was definitely rejected", async () => {
      await using at = await scene({ name: "refusal", on: "create" });
      await at.produce();
      const worker = at.work();
      await worker.shows(/week: failed and will be retried: .*403/);
      await worker.shows(/week: done/);
      expect(await at.whole()).toBe(true);
      expect(at.count("create")).toBe(2);
    });

    it("stops a worker whose token is rejected permanently, and leaves the report to a worker with another token", async () => {
      await using at = await scene();
      await at.produce();
      at.server.revoke();
      const { PINTEREST_API_BASE_URL = "", PINTEREST_ACCESS_TOKEN = "", REDIS_URL = "" } = at.env;
      const withToken = at.work(undefined, {
        env: { PINTEREST_API_BASE_URL, PINTEREST_ACCESS_TOKEN, REDIS_URL },
      });
      expect(await withToken.ended).toMatchObject({
        exit: 1,
        stdout: expect.stringMatching(/^the worker has stopped taking jobs/),
      });
      // This worker has a refresh token that Pinterest still accepts.
      await at.work().shows(/^report of 549755885175, week: done$/m);
      expect(await at.whole()).toBe(true);
    });
  },
);
