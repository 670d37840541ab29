// The folder in which benchmarks run. It contains the packed package, installed as a user would
// install it, and the peers from bench/package.json.
import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Packed, pack, ROOT, unpack } from "../test/package/packed.js";

const BENCH = fileURLToPath(new URL(".", import.meta.url));
const LONGEST_MS = 600_000;
/**
 * Packages that our package needs only for some features. For example, `generate --schema` needs
 * `openapi-typescript` and `typescript`.
 */
const OPTIONAL_PEERS = [
  "@aws-sdk/client-s3",
  "@duckdb/node-api",
  "bullmq",
  "ioredis",
  "hyparquet-writer",
  "openapi-typescript",
  "pg",
  "typescript",
];

export interface Ended {
  /** User and system time of the process and its children, in seconds. */
  readonly cpuS: number;
  /** Maximum resident memory of the largest of these processes, in MB. */
  readonly peakMb: number;
  readonly stdout: string;
}

export interface RunOptions {
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Options for Node. */
  readonly node?: readonly string[];
  /** Exit codes that are not errors. Default: only 0. */
  readonly exits?: readonly number[];
}

export interface Workspace {
  readonly packed: Packed;
  /** The folder in which programs run and packages are found. */
  readonly home: string;
  /** A peer's version, or null if it is not installed. */
  readonly version: (peer: string) => string | null;
  /** The file of a package's command. */
  readonly command: (peer: string, name: string) => string;
  /**
   * Bundles `bench/programs/<name>.ts` as JavaScript, without packages. Returns the bundle's path.
   */
  readonly program: (name: string) => Promise<string>;
  /** Runs a script with Node and waits until it ends. Throws if it fails. */
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Ended>;
  /** How many scripts have ended. */
  readonly runs: () => number;
  readonly close: () => Promise<void>;
}

/**
 * When a process exits, appends its CPU time and memory to a file. Memory is read from /proc if
 * possible, because `maxRSS` may include the parent's memory.
 */
const METER = `
const { appendFileSync, readFileSync } = require("node:fs");
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  let peak = process.resourceUsage().maxRSS;
  try { peak = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]); } catch {}
  appendFileSync(process.env.BENCH_METER, \`\${(user + system) / 1e6} \${peak / 1024}\\n\`);
});
`;

export async function openWorkspace(): Promise<Workspace> {
  const packed = await pack();
  const { home } = packed;
  const packages = join(home, "node_modules");
  for (const name of OPTIONAL_PEERS) link(join(ROOT, "node_modules", name), join(packages, name));
  for (const name of peersOf(join(BENCH, "node_modules")))
    link(join(BENCH, "node_modules", name), join(packages, name));
  const meter = join(home, "meter.cjs");
  writeFileSync(meter, METER);
  let [runs, ended] = [0, 0];
  const manifest = (peer: string) =>
    JSON.parse(readFileSync(join(packages, peer, "package.json"), "utf8"));
  return {
    packed,
    home,
    version: (peer) =>
      existsSync(join(packages, peer, "package.json")) ? manifest(peer).version : null,
    command: (peer, name) => {
      const { bin } = manifest(peer);
      return join(packages, peer, typeof bin === "string" ? bin : bin[name]);
    },
    async program(name) {
      const outfile = join(home, `${name}.mjs`);
      if (existsSync(outfile)) return outfile;
      await build({
        entryPoints: [join(BENCH, "programs", `${name}.ts`)],
        outfile,
        bundle: true,
        packages: "external",
        platform: "node",
        format: "esm",
        target: "node20",
        // Ignores the repository's `paths`, so that the package's name resolves to the installed
        // package.
        tsconfigRaw: {},
      });
      return outfile;
    },
    run(args, { folder = home, env = {}, node = [], exits = [0] } = {}) {
      const file = join(home, `meter-${runs++}`);
      const variables = {
        ...process.env,
        NODE_OPTIONS: `--require ${meter}`,
        BENCH_METER: file,
        ...env,
      };
      return new Promise((resolve, reject) => {
        const options = { cwd: folder, env: variables, maxBuffer: 2 ** 28, timeout: LONGEST_MS };
        const child = execFile(
          process.execPath,
          [...node, ...args],
          options,
          (error, stdout, stderr) => {
            ended++;
            const exit = error === null ? 0 : error.code;
            if (!exits.includes(Number(exit)))
              return reject(new Error(`${args.join(" ")}: exit ${exit}\n${stdout}\n${stderr}`));
            const used = readFileSync(file, "utf8").trim().split("\n");
            rmSync(file);
            const [cpu, peak] = [0, 1].map((index) =>
              used.map((line) => Number(line.split(" ")[index])),
            ) as [number[], number[]];
            resolve({
              cpuS: cpu.reduce((sum, seconds) => sum + seconds, 0),
              peakMb: Math.max(...peak),
              stdout,
            });
          },
        );
        child.stdin?.end();
      });
    },
    runs: () => ended,
    close: () => unpack(packed),
  };
}

/** The names of installed packages, including scoped ones. */
function peersOf(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) =>
      name.startsWith("@")
        ? readdirSync(join(folder, name)).map((one) => `${name}/${one}`)
        : [name],
    );
}

function link(target: string, path: string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, "junction");
}
