import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFakeServer } from "../generated/testing.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SPECS = process.env.PINTEREST_SPECS;
const PEERS = ["handlebars", "openapi-typescript", "typescript", "yaml"];
const { exports } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
const ENTRIES = Object.keys(exports)
  .filter((path) => path !== "./package.json")
  .map((path) => `pinterest-reports${path.slice(1)}`);

const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const BODY = {
  start_date: day(7),
  end_date: day(1),
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
};

let home: string;
let tarball: string;
let installed: string;

interface Ended {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

// Built, packed and installed once, away from the repository: nothing here can lean on what is not in the package.
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "packed-"));
  await done(await command("npm", ["pack", "--pack-destination", home], ROOT));
  tarball = join(home, (await readdir(home)).find((file) => file.endsWith(".tgz")) ?? "");
  await writeFile(join(home, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const install = ["install", "--no-audit", "--no-fund", "--no-package-lock", tarball];
  const offline = await command("npm", [...install, "--offline"], home);
  if (offline.exit !== 0) await done(await command("npm", [...install, "--prefer-offline"], home));
  installed = join(home, "node_modules/pinterest-reports");
}, 180_000);

afterAll(() => rm(home, { recursive: true, force: true }));

describe("the packed package", () => {
  it("brings one dependency", async () => {
    const found = (await readdir(join(home, "node_modules"))).filter((name) => !name.startsWith("."));
    expect(found.sort()).toEqual(["openapi-fetch", "openapi-typescript-helpers", "pinterest-reports"]);
  });

  it("holds what is used and nothing else", async () => {
    const files = await readdir(installed, { recursive: true });
    const top = (await readdir(installed)).sort();
    expect(top).toEqual(["LICENSE", "README.md", "dist", "package.json"]);
    expect((await readdir(join(installed, "dist"))).sort()).toEqual(["generated", "generator", "runtime", "spec", "templates"]);
    expect(files.filter((file) => /(\.test\.|\.map$|[^d]\.ts$|contract\.yaml$|source\.yaml$)/.test(file))).toEqual([]);
  });

  it("evaluates no text as code", async () => {
    const scripts = (await readdir(join(installed, "dist"), { recursive: true })).filter((file) => file.endsWith(".js"));
    for (const file of scripts) expect(await readFile(join(installed, "dist", file), "utf8"), file).not.toMatch(/\beval\(|new Function\(/);
  });

  it("keeps this machine to itself", async () => {
    const files = await readdir(installed, { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      expect(await readFile(join(file.parentPath, file.name), "utf8"), file.name).not.toContain(ROOT);
    }
  });

  it.each(ENTRIES)("can be imported as %s", async (entry) => {
    const { exit, stdout } = await script(`console.log(Object.keys(await import(${JSON.stringify(entry)})).join())`);
    expect(exit).toBe(0);
    if (entry !== "pinterest-reports/schema") expect(stdout.trim()).not.toBe("");
  });

  it("validates without network code", async () => {
    for (const entry of ["validators", "rules", "columns", "planner"]) {
      const modules = await graph(join(installed, `dist/generated/${entry}.js`));
      expect(modules.filter((name) => !name.startsWith(installed))).toEqual([]);
    }
  });

  it("carries a report from create to rows", async () => {
    const ended = await script(`
      import { createClient } from "pinterest-reports";
      import { createFakeServer } from "pinterest-reports/testing";
      const server = await createFakeServer();
      const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, clock: server.clock });
      const finished = await client.report.run("549755885175", ${JSON.stringify(BODY)});
      for await (const row of finished.rows()) console.log(JSON.stringify(row));
      await server.close();
    `);
    expect(ended).toMatchObject({ exit: 0, stderr: "" });
    const [first] = ended.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ CAMPAIGN_ID: expect.stringMatching(/^\d+$/), DATE: day(7) });
  });
});

describe("its command", () => {
  it("helps", async () => {
    expect(await packed(["--help"])).toMatchObject({ exit: 0, stderr: "", stdout: expect.stringContaining("pinterest-reports run") });
  });

  it("validates", async () => {
    await writeFile(join(home, "body.json"), JSON.stringify({ ...BODY, columns: ["SPEND_IN_DOLAR"] }));
    const ended = await packed(["validate", "body.json"]);
    expect(ended).toMatchObject({ exit: 1, stdout: expect.stringContaining("SPEND_IN_DOLLAR") });
  });

  it("runs a report", async () => {
    const server = await createFakeServer({ polls: 0 });
    await writeFile(join(home, "fine.json"), JSON.stringify(BODY));
    const env = { PINTEREST_ACCESS_TOKEN: server.accessToken, PINTEREST_API_BASE_URL: server.url };
    const ended = await packed(["run", "549755885175", "fine.json", "--format", "ndjson"], env);
    await server.close();
    expect(ended.exit, ended.stderr).toBe(0);
    expect(ended.stdout).toContain("CAMPAIGN_ID");
  });

  it("says before it asks for a report what Parquet needs besides", async () => {
    const env = { PINTEREST_ACCESS_TOKEN: "x", PINTEREST_API_BASE_URL: "http://127.0.0.1:9/v5" };
    const { exit, stderr } = await packed(["run", "549755885175", "fine.json", "--out", "rows.parquet"], env);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^error {2}Parquet needs hyparquet-writer, which is not installed$/m);
    expect(stderr).toContain(`fix  npm install "hyparquet-writer@^0`);
  });

  it.each([["generate", "--spec", "openapi.yaml", "--out", "out"], ["check"], ["pull", "openapi.yaml"]])(
    "says in one line what %s needs besides",
    async (...args) => {
      const { exit, stdout, stderr } = await packed(args);
      expect({ exit, stdout }).toEqual({ exit: 1, stdout: "" });
      expect(stderr).toMatch(/^this command needs .*yaml.*: npm install --save-dev .*yaml@2\n$/);
    },
  );

  it.skipIf(!SPECS)(
    "generates for another repository once the four peers are there",
    async () => {
      const other = join(home, "other");
      await cp(join(home, "node_modules"), join(other, "node_modules"), { recursive: true });
      for (const peer of PEERS) await symlink(join(ROOT, "node_modules", peer), join(other, "node_modules", peer), "junction");
      await writeFile(join(other, "package.json"), JSON.stringify({ private: true, type: "module" }));
      const args = [
        join(other, "node_modules/pinterest-reports/dist/generator/bin.js"),
        "generate",
        "--spec",
        `${SPECS}/5.23.0.yaml`,
        "--out",
        "src/pinterest",
      ];
      const ended = await command(process.execPath, args, other);
      expect(ended.exit, ended.stderr).toBe(0);
      await writeFile(
        join(other, "use.ts"),
        `import { createClient } from "./src/pinterest/index.js";\nexport const client = createClient({ accessToken: "x" });\n`,
      );
      expect(await compile(other, { include: ["use.ts", "src"] })).toBe("");
      const again = await command(process.execPath, [...args, "--check"], other);
      expect(again.exit, again.stderr).toBe(0);
    },
    60_000,
  );
});

describe("its types", () => {
  it("compile in a strict consumer, libraries checked", async () => {
    const folder = join(home, "consumer");
    await mkdir(folder);
    await writeFile(join(folder, "use.ts"), CONSUMER);
    expect(await compile(folder, { include: ["use.ts"] })).toBe("");
  }, 60_000);

  it("need nothing of Node to validate and to call", async () => {
    const folder = join(home, "browser");
    await mkdir(folder);
    const entries = ENTRIES.filter((entry) => !entry.endsWith("/testing"));
    await writeFile(
      join(folder, "use.ts"),
      entries.map((entry, index) => `export * as entry${index} from ${JSON.stringify(entry)};`).join("\n"),
    );
    expect(await compile(folder, { include: ["use.ts"], compilerOptions: { types: [], lib: ["ES2022", "DOM"] } })).toBe("");
  }, 60_000);
});

describe("its judges", () => {
  it("publint has nothing to say", async () => {
    const ended = await command(process.execPath, [join(ROOT, "node_modules/publint/src/cli.js"), "run", tarball, "--strict"], home);
    expect(ended.exit, ended.stdout + ended.stderr).toBe(0);
  });

  it("arethetypeswrong has nothing to say", async () => {
    const attw = join(ROOT, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const ended = await command(process.execPath, [attw, tarball, "--profile", "esm-only", "--no-color", "--no-emoji"], home);
    expect(ended.exit, ended.stdout + ended.stderr).toBe(0);
  }, 60_000);
});

const CONSUMER = `
import { createClient, InvalidBodyError, type ReportRequest } from "pinterest-reports";
import { reportColumns } from "pinterest-reports/columns";
import { reportRules } from "pinterest-reports/rules";
import type { paths } from "pinterest-reports/schema";
import { createFakeServer } from "pinterest-reports/testing";
import { validateReport } from "pinterest-reports/validators";

export const body = ${JSON.stringify(BODY)} as const satisfies ReportRequest;
export const open: ReportRequest = { start_date: "2026-03-01", end_date: "2026-03-07", granularity: "DAY", level: "CAMPAIGN", columns: ["CTR"] };
// @ts-expect-error: no such level
export const shut: ReportRequest = { ...open, level: "CAMPAING" };
export const path: keyof paths = "/ad_accounts/{ad_account_id}/reports";

export async function main(): Promise<string[]> {
  const server = await createFakeServer();
  const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, clock: server.clock });
  const ids: string[] = [];
  try {
    const finished = await client.report.run("549755885175", body);
    for await (const row of finished.rows()) if (row.CAMPAIGN_ID !== undefined) ids.push(row.CAMPAIGN_ID);
  } catch (error) {
    if (error instanceof InvalidBodyError) return error.violations.map(({ path, message }) => path + message);
    throw error;
  }
  return [...ids, reportColumns.CTR.value, String(reportRules.length), ...validateReport(body).map(({ rule }) => rule)];
}
`;

async function compile(
  folder: string,
  { compilerOptions = {}, include }: { readonly compilerOptions?: object; readonly include: readonly string[] },
): Promise<string> {
  const options = {
    strict: true,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    module: "NodeNext",
    target: "ES2022",
    noEmit: true,
    types: ["node"],
    typeRoots: [join(ROOT, "node_modules/@types")],
    ...compilerOptions,
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include }));
  return (await command(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", folder], folder)).stdout;
}

/** The files that come with a module. */
async function graph(entry: string): Promise<readonly string[]> {
  const seen = new Set([entry]);
  for (const file of seen) {
    if (!file.startsWith(installed)) continue;
    const text = await readFile(file, "utf8");
    for (const [, name = ""] of text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g))
      seen.add(name.startsWith(".") ? join(dirname(file), name) : name);
  }
  return [...seen];
}

function packed(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return command(
    join(home, "node_modules/.bin", process.platform === "win32" ? "pinterest-reports.cmd" : "pinterest-reports"),
    args,
    home,
    env,
  );
}

async function script(text: string): Promise<Ended> {
  const file = join(home, `script-${basename(await mkdtemp(join(home, "s-")))}.mjs`);
  await writeFile(file, text);
  return command(process.execPath, [file], home);
}

async function command(file: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  try {
    const { stdout, stderr } = await promisify(execFile)(file, args, {
      cwd,
      env: { ...process.env, ...env },
      shell: process.platform === "win32",
    });
    return { exit: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { readonly code: number; readonly stdout: string; readonly stderr: string };
    return { exit: code, stdout, stderr };
  }
}

async function done({ exit, stdout, stderr }: Ended): Promise<void> {
  if (exit !== 0) throw new Error(`exit ${exit}\n${stdout}\n${stderr}`);
}
