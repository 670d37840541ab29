import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { isLong } from "../support/effort.js";
import { moto, NO_MOTO } from "../support/moto.js";
import { NO_POSTGRES, postgres } from "../support/postgres.js";
import { bucketAccess } from "../support/s3-stores.js";
import { NO_REDIS, redis } from "../system/examples/redis.js";
import { command, ROOT } from "./packed.js";
import { BODY } from "./programs.js";

const { home, tarball } = inject("packed");
const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));
const { peerDependencies: ranges } = read("package.json") as {
  readonly peerDependencies: Readonly<Record<string, string>>;
};

/**
 * By its number, each version of @duckdb/node-api is a prerelease, such as 1.5.6-r.1. The only npm
 * range that matches the next one is `*`.
 */
const DUCKDB = { name: "@duckdb/node-api", range: "*", lowest: "1.4.0-r.1" };

/** The lowest version of a range `>=1.2.3 <5`. */
function lowestOf(name: string): string {
  return name === DUCKDB.name
    ? DUCKDB.lowest
    : (/^>=(\S+) </.exec(ranges[name] ?? "")?.[1] ?? "no lowest version");
}

describe("the version range of each optional peer dependency", () => {
  it.each(Object.entries(ranges).filter(([name]) => name !== DUCKDB.name))(
    "ends with the major version that the tests use: %s: %s",
    (name, range) => {
      const [major, minor] = String(read(`node_modules/${name}/package.json`).version)
        .split(".")
        .map(Number) as [number, number];
      expect(range).toMatch(/^>=\d+\.\d+\.\d+ </);
      expect(range.split("<")[1]).toBe(major === 0 ? `0.${minor + 1}` : String(major + 1));
    },
  );

  it("is open-ended for DuckDB while its versions are prereleases", () => {
    expect([ranges[DUCKDB.name], read(`node_modules/${DUCKDB.name}/package.json`).version]).toEqual(
      [DUCKDB.range, expect.stringContaining("-")],
    );
  });

  it("matches the guide", () => {
    const page = readFileSync(join(ROOT, "docs/guide/built-on.md"), "utf8");
    const stated = [...page.matchAll(/^\| (\S+) \| `([^`]+)` \|/gm)].map(([, name, range]) => [
      name,
      range,
    ]);
    expect(Object.fromEntries(stated)).toEqual(ranges);
  });
});

const NOTHING = { url: "", async [Symbol.asyncDispose]() {} };

const BEGIN = `
import { createClient } from "pinterest-reports";
import { createFakeServer } from "pinterest-reports/testing";
const server = await createFakeServer({ polls: 0 });
const account = "549755885175";
const options = { accessToken: server.accessToken, baseUrl: server.url };
`;

const sync = (entry: string, name: string, options: string): string => `
import { ${name} } from "${entry}";
${BEGIN}
const { granularity, level, columns } = ${JSON.stringify(BODY)};
const tables = { campaign_days: { granularity, level, columns } };
const { loaded, rows, failed } = await createClient(options).report.sync({ target: ${name}(${options}), tables, accounts: [account] });
for (const { error } of failed) console.error(error);
console.log(loaded > 0 && rows > 0 ? "loaded" : "nothing");
await server.close();
`;

const JOBS = `
import { createJobs, startWorker } from "pinterest-reports/jobs";
import { redisState } from "pinterest-reports/redis";
${BEGIN}
const connection = process.env.REDIS_URL;
const shared = redisState({ connection });
const jobs = createJobs({ connection });
await jobs.addReports([{ adAccountId: account, body: ${JSON.stringify(BODY)} }]);
const rows = await new Promise((resolve) => {
  const onReport = async (report) => resolve(await report.toArray());
  const worker = startWorker({ client: createClient({ ...options, shared }), connection, onReport, onEvent: ({ message }) => console.error(message) });
  closing.push(() => worker.close());
});
console.log(rows.length > 0 ? "loaded" : "nothing");
await jobs.close();
for (const close of closing) await close();
await shared.close();
await server.close();
`.replace(BEGIN, `${BEGIN}const closing = [];\n`);

const MCP = `
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
${BEGIN}
const child = spawn(process.execPath, ["node_modules/pinterest-reports/dist/cli/bin.js", "mcp", "--folder", "agent"], {
  env: { ...process.env, PINTEREST_ACCESS_TOKEN: server.accessToken, PINTEREST_API_BASE_URL: server.url },
  stdio: ["pipe", "pipe", "inherit"],
});
const send = (message) => child.stdin.write(JSON.stringify({ jsonrpc: "2.0", ...message }) + "\\n");
const clientInfo = { name: "test", version: "1" };
send({ id: 1, method: "initialize", params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo } });
const lines = createInterface({ input: child.stdout });
for await (const line of lines) {
  const { id, result } = JSON.parse(line);
  if (id === 1) {
    send({ method: "notifications/initialized" });
    const args = { accounts: [account], body: ${JSON.stringify(BODY)} };
    send({ id: 2, method: "tools/call", params: { name: "report", arguments: args } });
  }
  if (id !== 2) continue;
  console.log(result.structuredContent?.row_count > 0 ? "loaded" : "nothing");
  child.stdin.end();
}
await server.close();
`;

const S3 = "@aws-sdk/client-s3";

/** The programs that use the peers, and why one of them cannot be tested here. */
const USES = [
  {
    peers: ["hyparquet-writer"],
    program: sync("pinterest-reports/sync", "parquetFolder", '"ads"'),
    missing: null,
  },
  {
    peers: [DUCKDB.name],
    program: sync("pinterest-reports/sync/duckdb", "duckdb", '{ path: "ads.duckdb" }'),
    missing: null,
  },
  {
    peers: ["pg"],
    program: sync(
      "pinterest-reports/sync/postgres",
      "postgres",
      "{ connection: process.env.WAREHOUSE_URL }",
    ),
    missing: NO_POSTGRES,
  },
  {
    peers: [S3, "hyparquet-writer"],
    program: sync("pinterest-reports/sync/s3", "s3", "{ bucket: process.env.ADS_BUCKET }"),
    missing: NO_MOTO,
  },
  {
    peers: ["@modelcontextprotocol/server", DUCKDB.name, "hyparquet-writer"],
    program: MCP,
    missing: null,
  },
  {
    peers: ["ioredis", "bullmq"],
    program: JOBS,
    missing: NO_REDIS,
  },
];

// The other tests use the newest versions, from the lock file.
describe.skipIf(!isLong)("the lowest supported versions (only in the long run)", () => {
  it("are tested for each peer dependency", () => {
    const used = new Set(USES.flatMap(({ peers }) => peers));
    expect([...used].sort()).toEqual(Object.keys(ranges).sort());
  });

  it.for(USES.map((use) => ({ ...use, names: use.peers.join(", ") })))(
    "can be installed with the package and load a report: $names",
    async ({ peers, program, missing }, { skip }) => {
      if (missing !== null) skip(missing);
      const folder = join(home, `lowest-${peers[0]?.replaceAll("/", "-")}`);
      mkdirSync(folder);
      writeFileSync(
        join(folder, "package.json"),
        JSON.stringify({ private: true, type: "module" }),
      );
      const install = [
        "install",
        "--no-audit",
        "--no-fund",
        "--prefer-offline",
        "--save-exact",
        tarball,
      ];
      const installed = await command(
        "npm",
        [...install, ...peers.map((name) => `${name}@${lowestOf(name)}`)],
        folder,
      );
      expect(installed.exit, installed.stderr).toBe(0);
      await using database = peers.includes("pg") ? await postgres() : NOTHING;
      await using objects = peers.includes(S3) ? await moto() : NOTHING;
      await using queue = peers.includes("bullmq") ? await redis() : NOTHING;
      writeFileSync(join(folder, "program.js"), program);
      const ran = await command(process.execPath, ["program.js"], folder, {
        WAREHOUSE_URL: database.url,
        REDIS_URL: queue.url,
        ...(objects.url !== "" && (await bucketAccess(objects.url))),
      });
      expect({ exit: ran.exit, stdout: ran.stdout }, ran.stderr).toEqual({
        exit: 0,
        stdout: "loaded\n",
      });
    },
  );
});
