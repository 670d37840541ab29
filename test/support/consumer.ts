import { execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildSync } from "esbuild";
import { inject } from "vitest";
import type { FakeServer } from "../../generated/testing.js";
import type { Ended } from "./bin.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * A folder in which `pinterest-reports` resolves to this repository's sources, both for compilers
 * and at run time.
 */
export interface Consumer {
  /** Writes a module into the folder, and returns its path. */
  write(name: string, text: string): Promise<string>;
  /**
   * Compiles these modules in strict mode. Resolves to the compiler's messages, or an empty string.
   */
  compile(names: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

// Exits the program if the test was killed.
const ENDS_WITH_US =
  'data:text/javascript,process.stdin.on("end",()=>process.exit(1)).resume().unref()';

/**
 * Creates such a folder inside the repository, because compilers look for packages in parent
 * folders.
 */
export async function consumer(name: string): Promise<Consumer> {
  const folder = join(ROOT, "test/support", `made-${name}-${process.pid}`);
  await mkdir(folder, { recursive: true });
  return {
    async write(file, text) {
      await writeFile(join(folder, file), text);
      return join(folder, file);
    },
    async compile(files) {
      const config = { extends: "../../tsconfig.json", include: [], files };
      await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
      const compiler = join(ROOT, "node_modules/typescript-7/bin/tsc");
      return promisify(execFile)(process.execPath, [compiler, "-p", folder], { cwd: folder }).then(
        () => "",
        (error: { readonly stdout: string }) => error.stdout,
      );
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

export interface Running {
  /** Resolves when the process ends, by itself or by a signal. */
  readonly ended: Promise<Ended>;
  /** Resolves as soon as stdout or stderr matches; rejects if the process ends first. */
  shows(text: RegExp): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

export interface Given {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Starts the program with tsx, as a reader would. Needed if it starts other programs by path. */
  readonly tsx?: boolean;
}

/** Starts a module as a process, without this process's tokens. */
export function start(
  file: string,
  { args = [], env = {}, cwd = ROOT, tsx = false }: Given = {},
): Running {
  const own = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^PINTEREST_|_PROXY$/i.test(name)),
  );
  const program = tsx ? ["--import", import.meta.resolve("tsx"), file] : [transpiled(file)];
  const child = spawn(process.execPath, ["--import", ENDS_WITH_US, ...program, ...args], {
    cwd,
    env: { ...own, TSX_TSCONFIG_PATH: join(ROOT, "docs/examples/tsconfig.json"), ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  const waiting = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
      for (const look of waiting) look();
    });
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit) => resolve({ exit, ...said }));
  });
  return {
    ended,
    shows(text) {
      const seen = new Promise<void>((resolve) => {
        const look = (): void => {
          if (text.test(said.stdout) || text.test(said.stderr)) resolve();
        };
        waiting.add(look);
        look();
      });
      const lost = ended.then(({ stdout, stderr }) => {
        if (!text.test(stdout) && !text.test(stderr))
          throw new Error(`ended without ${text}:\n${stdout}\n${stderr}`);
      });
      return Promise.race([seen, lost]);
    },
    kill: (signal) => child.kill(signal),
  };
}

/**
 * Bundles a module and the sources it imports into a new JavaScript file, which resolves the
 * package's name to these sources. Returns the file's path.
 */
export function transpiled(file: string): string {
  const program = join(
    inject("transpiled"),
    "programs",
    `${basename(file, ".ts")}-${randomUUID()}.js`,
  );
  buildSync({
    entryPoints: [file],
    outfile: program,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
  });
  return program;
}

/** Runs a module until it ends, and resolves to its output and exit code. */
export function run(file: string, given: Given = {}): Promise<Ended> {
  return start(file, given).ended;
}

/**
 * The environment variables that make a process call a fake server. The command line reads the same
 * ones.
 */
export function access(server: FakeServer): Readonly<Record<string, string>> {
  return {
    PINTEREST_API_BASE_URL: server.url,
    PINTEREST_ACCESS_TOKEN: server.accessToken,
    PINTEREST_REFRESH_TOKEN: "fake-refresh-token",
    PINTEREST_APP_ID: "fake-client-id",
    PINTEREST_APP_SECRET: "fake-client-secret",
  };
}
