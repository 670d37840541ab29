import { existsSync } from "node:fs";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { buildFromDescription } from "../../cli/commands/generate/from-description.js";
import { createFakeServer } from "../../generated/testing.js";
import { anotherRepository } from "./another-repository.js";
import { COMPILERS, compileBy } from "./compilers.js";
import { command, consumer, type Ended, SPECS } from "./packed.js";
import { BODY } from "./programs.js";

const packed = inject("packed");
let folder: string;

beforeAll(async () => {
  folder = await consumer(packed, "command");
});

describe("the packed command", () => {
  it("helps", async () => {
    expect(await run(["--help"])).toMatchObject({ exit: 0, stderr: "", stdout: expect.stringContaining("pinterest-reports run") });
  });

  it("validates", async () => {
    await writeFile(join(folder, "body.json"), JSON.stringify({ ...BODY, columns: ["SPEND_IN_DOLAR"] }));
    expect(await run(["validate", "body.json"])).toMatchObject({ exit: 1, stdout: expect.stringContaining("SPEND_IN_DOLLAR") });
  });

  it("runs a report", async () => {
    const server = await createFakeServer({ polls: 0 });
    await writeFile(join(folder, "fine.json"), JSON.stringify(BODY));
    const env = { PINTEREST_ACCESS_TOKEN: server.accessToken, PINTEREST_API_BASE_URL: server.url };
    const ended = await run(["run", "549755885175", "fine.json", "--format", "ndjson"], env);
    await server.close();
    expect(ended.exit, ended.stderr).toBe(0);
    expect(ended.stdout).toContain("CAMPAIGN_ID");
  });

  it("says before it asks for a report what Parquet needs besides", async () => {
    const env = { PINTEREST_ACCESS_TOKEN: "x", PINTEREST_API_BASE_URL: "http://127.0.0.1:9/v5" };
    const { exit, stderr } = await run(["run", "549755885175", "fine.json", "--out", "rows.parquet"], env);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^error {2}Parquet needs hyparquet-writer, which is not installed$/m);
    expect(stderr).toContain(`fix  npm install pinterest-reports "hyparquet-writer@^0`);
  });

  it("says before it asks for a report what a DuckDB file needs besides, and makes none", async () => {
    const tables = { campaign_days: { level: "CAMPAIGN", granularity: "DAY", columns: ["CAMPAIGN_ID"] } };
    await writeFile(join(folder, "sync.json"), JSON.stringify({ target: "ads.duckdb", tables }));
    const env = { PINTEREST_ACCESS_TOKEN: "x", PINTEREST_API_BASE_URL: "http://127.0.0.1:9/v5" };
    const { exit, stderr } = await run(["sync", "sync.json"], env);
    expect(stderr).toMatch(/^error {2}duckdb\(\) needs the package @duckdb\/node-api, which does not load: npm install @duckdb\/node-api;/);
    expect([exit, existsSync(join(folder, "ads.duckdb"))]).toEqual([2, false]);
  });

  it.each([
    ["generate", "--spec", "openapi.yaml", "--out", "out"],
    ["follow", "--spec", "openapi.yaml", "--out", "out"],
    ["check"],
    ["pull", "openapi.yaml"],
  ])("says in one line what %s needs besides", async (...args) => {
    await writeFile(join(folder, "openapi.yaml"), "openapi: 3.0.3\n");
    const { exit, stdout, stderr } = await run(args);
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: "" });
    expect(stderr).toMatch(/^this command needs .*yaml.*: npm install --save-dev .*yaml@2\n$/);
  });

  it.skipIf(!SPECS)(
    "generates for another repository once the four peers are there, the same with TypeScript 6 (skipped without PINTEREST_SPECS)",
    async () => {
      const { folder, generate, follow } = await anotherRepository(packed, "other");
      const followed = await follow("--summary", "news.md");
      expect(followed.exit, followed.stderr).toBe(0);
      expect(await follow()).toMatchObject({ exit: 0, stderr: expect.stringContaining("nothing new") });
      expect(await generate("--check")).toMatchObject({ exit: 0 });
      const ended = await generate();
      expect(ended.exit, ended.stderr).toBe(0);
      await writeFile(join(folder, "use.ts"), 'export { createClient } from "./src/pinterest/index.js";\n');
      expect(await compileBy(COMPILERS[3], "nodenext", folder, ["use.ts", "src"])).toEqual([]);
      // The package parses and compiles its own files when it is built.
      const { output } = await buildFromDescription(await readFile(`${SPECS}/5.23.0.yaml`, "utf8"), {});
      for (const [path, text] of output) expect(await readFile(join(folder, "src/pinterest", path), "utf8"), path).toBe(text);
      const later = await anotherRepository(packed, "with-typescript-6", { typescript: "typescript-6.0" });
      await cp(join(folder, "src"), join(later.folder, "src"), { recursive: true });
      for (const one of [generate, later.generate]) expect(await one("--check")).toMatchObject({ exit: 0 });
    },
  );

  it.skipIf(!SPECS)("says which one of the four peers is missing (skipped without PINTEREST_SPECS)", async () => {
    const { folder, generate } = await anotherRepository(packed, "without-handlebars");
    await rm(join(folder, "node_modules/handlebars"));
    const stderr = "this command needs handlebars: npm install --save-dev handlebars@4\n";
    expect(await generate()).toEqual({ exit: 1, stdout: "", stderr });
  });

  it.skipIf(!SPECS)(
    "says which of its tools is another than it can use, and how to have both (skipped without PINTEREST_SPECS)",
    async () => {
      const { generate } = await anotherRepository(packed, "too-new", { typescript: "typescript-7" });
      const { exit, stderr } = await generate();
      expect(exit).toBe(1);
      expect(stderr).toMatch(/^this command found typescript 7\.\d+\.\d+, not 5\. /);
      expect(stderr).toMatch(
        /npm install --prefix generator pinterest-reports@\S+ handlebars@4 openapi-typescript@7 typescript@5 yaml@2, then/,
      );
    },
  );
});

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const bin = process.platform === "win32" ? "pinterest-reports.cmd" : "pinterest-reports";
  return command(join(packed.home, "node_modules/.bin", bin), args, folder, env);
}
