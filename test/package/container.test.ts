import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, inject, it } from "vitest";
import { createFakeServer } from "../../generated/testing.js";
import { systemClock } from "../../runtime/clock.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { packageRegistry } from "./package-registry.js";
import { command, ROOT } from "./packed.js";
import { NO_PODMAN, podman, SKIPPED_PODMAN } from "./podman.js";

const FOLDER = join(ROOT, "docs/examples/container");
const APP = { clientId: "1234567", clientSecret: "fake-secret", refreshToken: "fake-first" };

it.skipIf(NO_PODMAN !== null)(
  `the image loads each day once, even if it is stopped, and keeps its tokens${SKIPPED_PODMAN}`,
  async () => {
    await using engine = podman();
    const run = async (...args: readonly string[]) => {
      const ended = await engine.run(...args);
      expect(ended.exit, `${args.join(" ")}\n${ended.stdout}\n${ended.stderr}`).toBe(0);
      return ended.stdout;
    };
    await using registry = await packageRegistry([
      inject("packed").tarball,
      ...["openapi-fetch", "openapi-typescript-helpers", "hyparquet-writer", "hyparquet"].map(
        (name) => join(ROOT, "node_modules", name),
      ),
    ]);
    await engine.importNode("docker.io/library/node:24-slim", registry.url);
    await run("build", "--tag", "ads", FOLDER);

    await using server = await createFakeServer({
      accounts: 2,
      clock: systemClock,
      app: APP,
      faults: [{ name: "slow", value: 15_000 }],
    });
    const createdReports = () =>
      server.requests.filter(({ method, path }) => method === "POST" && path.endsWith("/reports"))
        .length;
    const env = (values: Record<string, string>) =>
      Object.entries(values).flatMap(([name, value]) => ["--env", `${name}=${value}`]);
    const app = {
      PINTEREST_API_BASE_URL: server.url,
      PINTEREST_APP_ID: APP.clientId,
      PINTEREST_APP_SECRET: APP.clientSecret,
    };
    const ads = (values: Record<string, string>, ...options: readonly string[]) => [
      ...["run", ...options, ...env({ ...app, ...values })],
      ...["--volume", "ads:/app/data", "localhost/ads"],
    ];

    await run(...ads({ PINTEREST_REFRESH_TOKEN: APP.refreshToken }, "--detach", "--name", "first"));
    await expect.poll(createdReports, { timeout: 60_000, interval: 200 }).toBeGreaterThan(0);
    // Podman kills a process that ignores SIGTERM after ten seconds.
    await run("stop", "--time", "10", "first");
    expect(await run("inspect", "--format", "{{.State.ExitCode}}", "first")).toMatch(/^143\s*$/);
    // The environment contains no token this time.
    for (const _ of [1, 2]) await run(...ads({}, "--rm"));

    const folder = fileURLToPath(temporaryFolder());
    await run("volume", "export", "ads", "--output", `${folder}ads.tar`);
    await command("tar", ["-xf", "ads.tar"], folder);
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const result = await connection.runAndReadAll(
      `SELECT count(*), count(DISTINCT (CAMPAIGN_ID, DATE)), count(DISTINCT partition_account)
       FROM read_parquet('${folder}ads/campaign_days/**/*.parquet', hive_partitioning = true)`,
    );
    const [rows, distinct, accounts] = result.getRowsJson()[0] ?? [];
    instance.closeSync();
    expect(Number(rows)).toBeGreaterThan(0);
    expect({ distinct, accounts }).toEqual({ distinct: rows, accounts: "2" });
  },
);
