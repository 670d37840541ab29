import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FakeServer } from "../../../runtime/testing/index.js";
import { transpiled } from "../../support/consumer.js";
import { setting } from "../../support/flow.js";

const CHILD = transpiled(fileURLToPath(new URL("run-all-child.ts", import.meta.url)));

let home: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "crash-"));
});
afterEach(async () => {
  child?.kill("SIGKILL");
  await rm(home, { recursive: true });
});

interface Start {
  readonly count: number;
  readonly options?: object;
  /** Kills the process as soon as its output contains this. */
  readonly killAt?: RegExp;
}

/** The child's output, and the signal that ended it. */
function start({ url, accessToken }: FakeServer, { count, options = {}, killAt }: Start) {
  const args = [
    CHILD,
    url,
    accessToken,
    join(home, "run.ndjson"),
    String(count),
    JSON.stringify(options),
  ];
  const started = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  child = started;
  let output = "";
  started.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    if (killAt?.test(output)) started.kill("SIGKILL");
  });
  return new Promise<{ readonly output: string; readonly signal: string | null }>((resolve) => {
    started.on("close", (_, signal) => resolve({ output, signal }));
  });
}

function createsByAccount({ requests }: FakeServer): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { step, path } of requests)
    if (step === "create") counts.set(path, (counts.get(path) ?? 0) + 1);
  return counts;
}

describe("a run that is killed", () => {
  it("can be restarted without creating a report twice", async () => {
    await using scene = await setting({ polls: 1 });
    const killed = await start(scene.server, { count: 12, killAt: /(item done[\s\S]*){3}/ });
    expect(killed.signal).toBe("SIGKILL");
    const again = await start(scene.server, { count: 12 });
    expect(again.output).toMatch(/end\n$/);
    const ends = again.output.split("\n").filter((line) => line.startsWith("item"));
    expect(ends).toHaveLength(12);
    expect(ends.filter((line) => line.includes("skipped")).length).toBeGreaterThanOrEqual(1);
    // A kill can fall between sending a create and recording it. Such creates are listed as failed
    // and not repeated automatically.
    const open = ends.filter((line) => line.includes("failed"));
    expect(open.filter((line) => !line.endsWith("CreateOutcomeUnknownError"))).toEqual([]);
    expect([...createsByAccount(scene.server).values()].filter((count) => count > 1)).toEqual([]);
  });

  it("reports an unknown outcome after a restart if it was killed during a create, and repeats that create only on request", async () => {
    await using scene = await setting({
      polls: 0,
      faults: [{ name: "silence", on: "create", skip: 1 }],
    });
    const hanging = start(scene.server, { count: 2, options: { concurrency: 1 } });
    await until(() => scene.server.requests.filter(({ step }) => step === "create").length === 2);
    child?.kill("SIGKILL");
    expect((await hanging).signal).toBe("SIGKILL");
    const again = await start(scene.server, { count: 2, options: { concurrency: 1 } });
    expect(again.output).toMatch(/item failed 1001 CreateOutcomeUnknownError\nend\n$/);
    expect([...createsByAccount(scene.server).values()]).toEqual([1, 1]);
    const told = await start(scene.server, {
      count: 2,
      options: { concurrency: 1, recreateUnknown: true },
    });
    expect(told.output).toMatch(/item done 1001 \nend\n$/);
    expect([...createsByAccount(scene.server).values()]).toEqual([1, 2]);
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 6_000 && !condition(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(condition()).toBe(true);
}
