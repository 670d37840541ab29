import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { createFakeServer } from "../../generated/testing.js";
import { command, consumer, type Ended, ROOT, SPECS } from "./packed.js";
import { BODY } from "./programs.js";

const require = createRequire(import.meta.url);
const packed = inject("packed");
let folder: string;

beforeAll(async () => {
  folder = await consumer(packed, "command");
});

describe("the packed command", () => {
  it("prints its help", async () => {
    expect(await run(["--help"])).toMatchObject({
      exit: 0,
      stderr: "",
      stdout: expect.stringContaining("pinterest-reports run"),
    });
  });

  it("validates a body", async () => {
    await writeFile(
      join(folder, "body.json"),
      JSON.stringify({ ...BODY, columns: ["SPEND_IN_DOLAR"] }),
    );
    expect(await run(["validate", "body.json"])).toMatchObject({
      exit: 1,
      stdout: expect.stringContaining("SPEND_IN_DOLLAR"),
    });
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

  it("creates a page with charts and the license of their code, with nothing else installed", async () => {
    const { exit, stderr } = await run(["demo", "--out", "report.html"]);
    expect(exit, stderr).toBe(0);
    const page = readFileSync(join(folder, "report.html"), "utf8");
    expect(page).toMatch(/<script>.*uPlot.*<\/script>/s);
    expect(page).toContain("Copyright (c) 2022 Leon Sorokin");
  });

  it("names the missing packages for Parquet before it requests a report", async () => {
    const env = { PINTEREST_ACCESS_TOKEN: "x", PINTEREST_API_BASE_URL: "http://127.0.0.1:9/v5" };
    const { exit, stderr } = await run(
      ["run", "549755885175", "fine.json", "--out", "rows.parquet"],
      env,
    );
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^error {2}Parquet needs hyparquet-writer, which is not installed$/m);
    expect(stderr).toContain(`fix  npm install pinterest-reports "hyparquet-writer@>=0`);
  });

  it("names the missing package for a DuckDB file before it requests a report, and creates no file", async () => {
    const tables = {
      campaign_days: { level: "CAMPAIGN", granularity: "DAY", columns: ["CAMPAIGN_ID"] },
    };
    await writeFile(join(folder, "sync.json"), JSON.stringify({ target: "ads.duckdb", tables }));
    const env = { PINTEREST_ACCESS_TOKEN: "x", PINTEREST_API_BASE_URL: "http://127.0.0.1:9/v5" };
    const { exit, stderr } = await run(["sync", "sync.json"], env);
    expect(stderr).toMatch(
      /^error {2}duckdb\(\) needs the package @duckdb\/node-api, which could not be loaded: run npm install @duckdb\/node-api;/,
    );
    expect([exit, existsSync(join(folder, "ads.duckdb"))]).toEqual([2, false]);
  });

  it("names all missing packages for mcp in a single message", async () => {
    const { exit, stderr } = await run(["mcp"], { PINTEREST_ACCESS_TOKEN: "x" });
    expect([exit, stderr]).toEqual([
      2,
      expect.stringContaining(
        "npm install @modelcontextprotocol/server@2 @duckdb/node-api hyparquet-writer",
      ),
    ]);
  });

  it("generates the same files as the repository's command, with nothing else installed", async () => {
    const description = SPECS ? `${SPECS}/5.23.0.yaml` : join(ROOT, "spec/contract.yaml");
    const generate = ["generate", "--spec", description, "--out"];
    const [installed, repository] = [
      await run([...generate, "installed"]),
      await command(
        process.execPath,
        ["--import", "tsx", join(ROOT, "cli/bin.ts"), ...generate, join(folder, "repository")],
        ROOT,
      ),
    ];
    expect([installed.exit, repository.exit], installed.stderr + repository.stderr).toEqual([0, 0]);
    const files = readdirSync(join(folder, "repository"), {
      recursive: true,
      encoding: "utf8",
    }).sort();
    expect(
      readdirSync(join(folder, "installed"), { recursive: true, encoding: "utf8" }).sort(),
    ).toEqual(files);
    expect(files.length).toBeGreaterThan(100);
    expect(await run([...generate, "installed"])).toMatchObject({
      exit: 0,
      stderr: expect.stringContaining("nothing new"),
    });
    for (const path of files.filter((path) => statSync(join(folder, "repository", path)).isFile()))
      expect(
        readFileSync(join(folder, "installed", path)).equals(
          readFileSync(join(folder, "repository", path)),
        ),
        path,
      ).toBe(true);
  });

  it("says what to install for --schema, and writes nothing", async () => {
    const generate = [
      "generate",
      "--spec",
      join(ROOT, "spec/contract.yaml"),
      "--out",
      "with-schema",
      "--schema",
    ];
    const { exit, stdout, stderr } = await run(generate);
    expect([exit, stdout, existsSync(join(folder, "with-schema"))]).toEqual([1, "", false]);
    expect(stderr).toMatch(
      /^ {2}fix {2}npm install --save-dev openapi-typescript@7 typescript@5\. /m,
    );
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it.each(["typescript", "typescript-6.0"])(
    "writes schema.ts with --schema if openapi-typescript and %s are installed",
    async (typescript) => {
      const project = await consumer(packed, `schema-${typescript}`);
      // A copy, because the repository's compiler would be found through a link.
      await cp(
        join(ROOT, "node_modules/openapi-typescript"),
        join(project, "node_modules/openapi-typescript"),
        { recursive: true },
      );
      for (const name of Object.keys(require("openapi-typescript/package.json").dependencies)) {
        await mkdir(dirname(join(project, "node_modules", name)), { recursive: true });
        await symlink(
          join(ROOT, "node_modules", name),
          join(project, "node_modules", name),
          "junction",
        );
      }
      await symlink(
        join(ROOT, "node_modules", typescript),
        join(project, "node_modules/typescript"),
        "junction",
      );
      const generate = [
        "generate",
        "--spec",
        join(ROOT, "spec/contract.yaml"),
        "--out",
        "made",
        "--schema",
      ];
      const { exit, stderr } = await run(generate, {}, project);
      expect(exit, stderr).toBe(0);
      const types = (path: string): string =>
        readFileSync(path, "utf8").replace(/^[\s\S]*?\nexport /, "");
      expect(types(join(project, "made/schema.ts"))).toBe(types(join(ROOT, "generated/schema.ts")));
    },
  );
});

function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = folder,
): Promise<Ended> {
  const bin = process.platform === "win32" ? "pinterest-reports.cmd" : "pinterest-reports";
  return command(join(packed.home, "node_modules/.bin", bin), args, cwd, env);
}
