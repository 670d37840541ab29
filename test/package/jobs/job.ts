import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { FakeServerOptions } from "../../../generated/testing.js";
import { type Ended, type Packed, ROOT } from "../packed.js";

/** The programs of the jobs. */
const PROGRAMS = join(ROOT, "test/system/jobs");
const FAKE_SERVER = fileURLToPath(new URL("fake-server.ts", import.meta.url));

/** The requests that a fake server has received, and the files of its reports. */
export interface State {
  readonly requests: readonly {
    readonly step: string;
    readonly path: string;
    readonly body: string;
  }[];
  readonly files: readonly {
    readonly token: string;
    readonly account: string;
    readonly text: string;
  }[];
}

/** A row of a JSON file. */
export type Row = Readonly<Record<string, string | number | null>>;

/**
 * A user's folder with the installed package and the programs of the jobs, transpiled from
 * TypeScript.
 */
export function jobFolder(
  { home }: Packed,
  name: string,
  packages: readonly string[] = [],
): string {
  const folder = join(home, name);
  cpSync(join(home, "node_modules"), join(folder, "node_modules"), {
    recursive: true,
    verbatimSymlinks: true,
  });
  for (const one of packages)
    symlinkSync(join(ROOT, "node_modules", one), join(folder, "node_modules", one), "junction");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  place(PROGRAMS, folder);
  writeFileSync(join(folder, "fake-server.js"), withoutTypes(readFileSync(FAKE_SERVER, "utf8")));
  return folder;
}

/** Copies the programs of a folder, and transpiles those in TypeScript. */
function place(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) place(source, target);
    else copyFileSync(source, target);
    if (entry.name.endsWith(".ts"))
      writeFileSync(target.replace(/ts$/, "js"), withoutTypes(readFileSync(source, "utf8")));
  }
}

/** Transpiles the modules of a folder in place, as a build would. */
export function build(folder: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  ))
    writeFileSync(
      join(folder, path.replace(/ts$/, "js")),
      withoutTypes(readFileSync(join(folder, path), "utf8")),
    );
}

function withoutTypes(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  }).outputText;
}

/** A fake server in a separate process, which the programs of a folder call. */
export interface Served {
  /**
   * Runs `node` or `sh` in the folder, or in the folder `below` it; `killAt` kills its whole group
   * with SIGKILL as soon as the server has received that many requests.
   */
  run(
    file: "node" | "sh",
    args: readonly string[],
    options?: { readonly killAt?: number; readonly below?: string },
  ): Promise<Ended>;
  state(): Promise<State>;
  readonly env: Readonly<Record<string, string>>;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function serve(folder: string, options: FakeServerOptions = {}): Promise<Served> {
  const server = fork(join(folder, "fake-server.js"), {
    env: { ...process.env, FAKE_SERVER: JSON.stringify(options) },
  });
  const [env] = await once(server, "message");
  return {
    env,
    run: (file, args, { killAt = Number.POSITIVE_INFINITY, below = "" } = {}) =>
      run(folder, { file, args, env, killAt, server, cwd: join(folder, below) }),
    state: () => ask<State>(server, "state"),
    async [Symbol.asyncDispose]() {
      const ended = once(server, "exit");
      server.disconnect();
      await ended;
    },
  };
}

async function ask<Reply>(server: ChildProcess, question: "state" | "count"): Promise<Reply> {
  const replied = once(server, "message");
  server.send(question);
  const [reply] = await replied;
  return reply;
}

interface Running {
  readonly file: "node" | "sh";
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly killAt: number;
  readonly server: ChildProcess;
  readonly cwd: string;
}

async function run(
  folder: string,
  { file, args, env, killAt, server, cwd }: Running,
): Promise<Ended> {
  const PATH = [join(folder, "node_modules/.bin"), process.env.PATH].join(delimiter);
  // A separate group, so that a kill reaches the shell and its children.
  const child = spawn(file === "node" ? process.execPath : file, args, {
    cwd,
    env: { ...process.env, ...env, PATH },
    detached: true,
  });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name].setEncoding("utf8").on("data", (text: string) => (output[name] += text));
  let ended = false;
  const closed = once(child, "close").finally(() => {
    ended = true;
  });
  while (killAt < Number.POSITIVE_INFINITY && !ended) {
    if ((await ask<number>(server, "count")) >= killAt) {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      break;
    }
    await sleep(5);
  }
  const [exit] = await closed;
  // A killed process keeps its id, and the lock of its journal, until its parent has waited for it.
  while (exit === null && child.pid !== undefined && isThere(-child.pid)) await sleep(5);
  return { exit, ...output };
}

function isThere(group: number): boolean {
  try {
    return process.kill(group, 0);
  } catch {
    return false;
  }
}

/**
 * The rows in a report's file, which nests them under ids or dates. Ids are numbers there, and
 * become strings.
 */
export function rowsOf(text: string): readonly Row[] {
  const rows: Row[] = [];
  const read = (value: unknown): void => {
    if (Array.isArray(value))
      rows.push(...value.map((row) => ({ ...row, CAMPAIGN_ID: String(row.CAMPAIGN_ID) })));
    else if (typeof value === "object" && value !== null)
      for (const member of Object.values(value)) read(member);
  };
  if (text !== "") read(JSON.parse(text));
  return rows;
}
