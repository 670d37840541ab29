import { spawn } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { createFakeServer } from "../../../generated/testing.js";
import { systemClock } from "../../../runtime/clock.js";
import { BIN } from "../../support/bin.js";
import { blocksOf } from "../../support/markdown.js";
import { NO_POSTGRES, postgres, SKIPPED } from "../../support/postgres.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const FOLDER = fileURLToPath(new URL("../../../docs/examples/cron/", import.meta.url));
const SCRIPT = readFileSync(join(FOLDER, "sync.sh"), "utf8");

describe("the script of examples/cron", () => {
  it("equals the script in the guide, which states the script's length", () => {
    const page = readFileSync(new URL("../../../docs/guide/engines.md", import.meta.url), "utf8");
    expect(blocksOf(page).find(({ language }) => language === "sh")?.text).toBe(SCRIPT);
    expect(page).toContain(`in [${SCRIPT.trim().split("\n").length} lines]`);
  });

  it.skipIf(NO_POSTGRES !== null)(
    `loads the tables, does nothing when it is started again, and exits with the status of its tasks${SKIPPED}`,
    async () => {
      await using database = await postgres();
      const refused = {
        name: "refusal",
        on: "create",
        account: "549755885176",
        times: 99,
      } as const;
      const options = { accounts: 2, entities: 2, polls: 0, clock: systemClock };
      await using server = await createFakeServer({ ...options, faults: [refused] });
      const folder = fileURLToPath(temporaryFolder());
      cpSync(FOLDER, folder, { recursive: true });
      const file = join(folder, "sync.yaml");
      const yaml = readFileSync(file, "utf8").replace("postgresql://localhost/ads", database.url);
      writeFileSync(file, yaml);
      const command = `#!/bin/sh\nexec ${process.execPath} ${BIN} "$@"\n`;
      writeFileSync(join(folder, "pinterest-reports"), command, { mode: 0o755 });
      const env = {
        ...{ PATH: `${folder}:${process.env.PATH}`, WAIT: "0" },
        ...{ PINTEREST_ACCESS_TOKEN: server.accessToken, PINTEREST_API_BASE_URL: server.url },
      };
      const run = () =>
        new Promise<readonly [number | null, string]>((resolve) => {
          let stderr = "";
          const child = spawn(join(folder, "sync.sh"), { env, cwd: folder });
          child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
          child.on("close", (exit) => resolve([exit, stderr]));
        });
      const [exit, stderr] = await run();
      // One account was refused and will not be retried; the other one is loaded.
      expect([exit, stderr]).toEqual([3, expect.stringContaining("1 of 2 accounts failed")]);
      const [night = ""] = readdirSync(join(folder, "nights"));
      const left = (name: string) =>
        readdirSync(join(folder, "nights", night, name)).filter((file) => file.endsWith(".json"));
      expect([left("tasks"), left("never").length]).toEqual([[], 1]);
      const requests = server.requests.length;
      expect((await run())[0]).toBe(3);
      expect(server.requests.length).toBe(requests);
      const client = new pg.Client(database.url);
      await client.connect();
      const { rows } = await client.query(
        "SELECT DISTINCT ad_account_id AS id FROM pinterest.campaign_days",
      );
      await client.end();
      expect(rows).toEqual([{ id: "549755885175" }]);
    },
  );
});
