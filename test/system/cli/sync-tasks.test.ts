import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../../cli/main.js";
import { createFakeServer } from "../../../generated/testing.js";
import { createFakeClock, type FakeServerOptions } from "../../../runtime/testing/index.js";
import { testIo } from "../../support/in-process.js";
import { NO_POSTGRES, SKIPPED } from "../../support/postgres.js";
import { type PostgresStores, postgresStores } from "../../support/postgres-stores.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const TABLES = {
  campaign_days: {
    ...{ level: "CAMPAIGN", granularity: "DAY" },
    columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
  },
};

describe.skipIf(NO_POSTGRES !== null)(`the steps of a sync, as commands${SKIPPED}`, () => {
  let stores: PostgresStores;

  beforeAll(async () => {
    stores = await postgresStores();
  });
  afterAll(() => stores[Symbol.asyncDispose]());

  /**
   * Creates a server and a folder with a sync file for a new schema. `sync` runs the command there.
   */
  async function scene(options: FakeServerOptions = {}) {
    const folder = temporaryFolder();
    const { schema } = stores.store();
    const clock = createFakeClock({ start: "2026-06-15T03:10:00Z" });
    const server = await createFakeServer({ accounts: 2, polls: 0, ...options, clock });
    const write = (target: unknown) =>
      writeFileSync(
        new URL("sync.yaml", folder),
        JSON.stringify({ target, tables: TABLES, entities: ["campaigns"], lookback_days: 3 }),
      );
    write({ postgres: { connection: stores.url, schema } });
    const sync = async (flags: readonly string[], stdin = "", more: object = {}) => {
      let [stdout, stderr] = ["", ""];
      const io = testIo({
        env: {
          PINTEREST_ACCESS_TOKEN: server.accessToken,
          PINTEREST_API_BASE_URL: server.url,
          ...more,
        },
        cwd: fileURLToPath(folder),
        clock,
        stdin,
        stdout: (text) => (stdout += text),
        stderr: (text) => (stderr += text),
      });
      const exit = await main(["sync", "sync.yaml", ...flags], io);
      return { exit, stdout, stderr };
    };
    return {
      ...{ folder, schema, server, sync, write },
      files: () =>
        readdirSync(new URL("night/tasks/", folder)).map((name) => `night/tasks/${name}`),
      [Symbol.asyncDispose]: () => server.close(),
    };
  }

  it("plan the sync, run each task and finish the sync, and produce the same tables as one command", async () => {
    await using made = await scene();
    const planned = await made.sync(["--plan", "--tasks", "night", "--json"]);
    expect([planned.exit, planned.stderr]).toEqual([0, "planned   6 tasks for 2 accounts\n"]);
    const plan = JSON.parse(planned.stdout);
    expect(JSON.parse(readFileSync(new URL("night/plan.json", made.folder), "utf8"))).toEqual(plan);
    expect(made.files().length).toBe(plan.tasks.length);
    let results = "";
    const unfinished = await made.sync(["--finish", "night/plan.json"], "");
    expect(unfinished.exit).toBe(4);
    let progress = "";
    for (const file of made.files()) {
      const { exit, stdout, stderr } = await made.sync(["--task", file]);
      expect(exit).toBe(0);
      results += stdout;
      progress += stderr;
    }
    expect(progress).toMatch(/^created {3}Pinterest is generating the report\n/);
    const requests = made.server.requests.length;
    for (const file of made.files()) {
      const { exit, stdout } = await made.sync(["--task", file]);
      expect([exit, JSON.parse(stdout).rows]).toEqual([0, null]);
    }
    expect(made.server.requests.length).toBe(requests);
    const some = results.split("\n").slice(1).join("\n");
    expect((await made.sync(["--finish", "night/plan.json"], some)).exit).toBe(3);
    const end = await made.sync(["--finish", "night/plan.json"], `${results}{"key":`);
    expect(end).toMatchObject({ exit: 0, stdout: "" });
    expect(end.stderr).toMatch(
      /^warning {3}a line of the results is not JSON and was skipped\ndone {6}2 of 2 reports, \d+ rows\n$/,
    );
    const alone = await scene();
    expect((await alone.sync(["--quiet"])).exit).toBe(0);
    const rowsOf = async (schema: string) =>
      (
        await stores.reader.query(
          `SELECT ad_account_id, date, campaign_id, spend_in_dollar FROM "${schema}".campaign_days ORDER BY 1, 2, 3`,
        )
      ).rows;
    expect(await rowsOf(made.schema)).toEqual(await rowsOf(alone.schema));
    await alone.server.close();
  });

  it("show by their exit code whether a task can be run later", async () => {
    await using made = await scene({ polls: 3, accounts: 1 });
    await made.sync(["--plan", "--tasks", "night", "--quiet"]);
    const file = made.files().find((name) => {
      const task = JSON.parse(readFileSync(new URL(name, made.folder), "utf8"));
      return task.type === "window";
    }) as string;
    const pending = await made.sync(["--task", file, "--deadline", "1s"]);
    expect(pending.exit).toBe(4);
    const { state, task } = JSON.parse(pending.stdout);
    expect([state, task.handle.version]).toEqual(["pending", 1]);
    expect((await made.sync(["--task", "-"], JSON.stringify(task))).exit).toBe(0);
    expect(made.server.requests.filter(({ step }) => step === "create")).toHaveLength(1);

    await using away = await scene({ accounts: 1 });
    await away.sync(["--plan", "--tasks", "night", "--quiet"]);
    const [first = ""] = away.files();
    away.write({ postgres: { connection: "postgresql://127.0.0.1:1/none" } });
    const later = await away.sync(["--task", first]);
    expect([later.exit, JSON.parse(later.stdout).error.code]).toEqual([4, "target_unavailable"]);

    const planned = await away.sync(["--plan", "--json"]);
    expect(planned).toMatchObject({ exit: 4, stdout: "" });

    const refusing = { name: "refusal", on: "create", times: Number.POSITIVE_INFINITY } as const;
    await using refused = await scene({ accounts: 1, faults: [refusing] });
    await refused.sync(["--plan", "--tasks", "night", "--quiet"]);
    const exits = [];
    for (const name of refused.files()) exits.push((await refused.sync(["--task", name])).exit);
    expect(exits.toSorted()).toEqual([0, 0, 1]);
  });

  it("create no second report for an interrupted task with a journal", async () => {
    await using made = await scene({ polls: 3, accounts: 1 });
    await made.sync(["--plan", "--tasks", "night", "--quiet"]);
    for (const file of made.files()) {
      const flags = ["--task", file, "--journal", `${file}.journal`];
      const first = await made.sync([...flags, "--deadline", "1s"]);
      expect(first.exit === 4 || first.exit === 0).toBe(true);
      expect((await made.sync(flags)).exit).toBe(0);
    }
    expect(made.server.requests.filter(({ step }) => step === "create")).toHaveLength(1);
  });

  it("reject a file that is not a task or plan, an existing folder, and flags for another step", async () => {
    await using made = await scene();
    await made.sync(["--plan", "--tasks", "night", "--quiet"]);
    const stderrOf = async (flags: readonly string[], stdin = "") => {
      const { exit, stderr } = await made.sync(flags, stdin);
      return `${exit} ${stderr.split("\n")[0]}`;
    };
    expect(await stderrOf(["--plan", "--tasks", "night"])).toBe("2 error  night already exists");
    expect(readdirSync(made.folder).sort()).toEqual(["night", "sync.yaml"]);
    expect(await stderrOf(["--plan"])).toMatch(/^2 error {2}--plan needs --json/);
    expect(await stderrOf(["--task", "none.json"])).toMatch(/^2 error {2}none.json cannot be read/);
    expect(await stderrOf(["--task", "-"], "{")).toBe("2 error  stdin is not JSON");
    expect(await stderrOf(["--task", "-"], "{}")).toMatch(/^2 error {2}the task must come from/);
    expect(await stderrOf(["--finish", "sync.yaml"])).toMatch(
      /^2 error {2}sync.yaml is not a plan/,
    );
    expect(await stderrOf(["--tasks", "x"])).toBe("2 error  --tasks needs --plan or --task");
    expect(await stderrOf(["--plan", "--task", "a"])).toBe(
      "2 error  --plan and --task cannot be combined",
    );
    expect(await stderrOf(["--task", "a", "--full"])).toBe(
      "2 error  --task and --full cannot be combined",
    );
    made.write("ads");
    expect(await stderrOf(["--plan", "--json"])).toContain("can be open in only one process");
  });
});
