import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { memoryState } from "../../runtime/shared-state/memory.js";
import { s3Store } from "../support/s3-stores.js";
import { targetChecks } from "../support/target-checks.js";
import { areHere, judge } from "./judge.js";

interface S3rver {
  new (options: object): { run(): Promise<AddressInfo>; close(): Promise<void> };
}

// s3rver ignores If-None-Match and If-Match, so only the lease keeps two runs apart.
describe.skipIf(!areHere)("an S3 store without conditional writes, as a sync target", () => {
  const directory = mkdtempSync(join(tmpdir(), "target-"));
  let server: InstanceType<S3rver>;
  let url: string;

  beforeAll(async () => {
    const Server = judge<S3rver>("s3rver");
    server = new Server({ address: "127.0.0.1", port: 0, silent: true, directory });
    const { port } = await server.run();
    url = `http://127.0.0.1:${port}`;
  });
  afterAll(async () => {
    await server.close();
    rmSync(directory, { recursive: true });
  });

  const createStore = () => s3Store(url, { shared: memoryState(), key: "S3RVER" });
  for (const { name, run } of targetChecks({ createStore })) it(name, run);

  it("is rejected without shared state", async () => {
    const store = await s3Store(url, { key: "S3RVER" });
    await expect(store.target().open()).rejects.toThrow(
      /pass the `shared` option, such as redisState/,
    );
    expect(await store.keys()).toEqual([]);
  });
});
