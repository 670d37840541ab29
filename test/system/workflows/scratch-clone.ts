import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../../support/temporary-folder.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const PERSON = { GIT_AUTHOR_NAME: "someone", GIT_AUTHOR_EMAIL: "someone@example.com" };
const COMMITTER = { GIT_COMMITTER_NAME: "someone", GIT_COMMITTER_EMAIL: "someone@example.com" };

export interface Ended {
  readonly exit: number | null;
  /** Its output on stdout and stderr, in order. */
  readonly said: string;
}

/**
 * A clone of this repository that pushes to a bare repository next to it. It affects nothing else.
 */
export interface Clone {
  readonly folder: string;
  /** The path of the bare repository. */
  readonly origin: string;
  /** Runs a script from package.json, as a workflow step does. */
  script(
    name: string,
    args?: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): Promise<Ended>;
  /** Runs a file from .github/scripts, as a workflow step does. */
  workflowScript(name: string, args: readonly string[]): Promise<Ended>;
  git(...args: readonly string[]): string;
  read(path: string): string;
  write(path: string, text: string): void;
  /** Commits everything as a person, and pushes it to main. */
  land(message: string): void;
}

export function scratchClone(): Clone {
  const home = fileURLToPath(temporaryFolder());
  const folder = join(home, "repository");
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, ...PERSON, ...COMMITTER },
      stdio: "pipe",
    }).trim();
  mkdirSync(folder);
  copyFiles(folder);
  git("init", "--quiet", "--initial-branch=main");
  git("init", "--quiet", "--bare", "--initial-branch=main", join(home, "origin.git"));
  git("remote", "add", "origin", join(home, "origin.git"));
  linkPackages(folder);
  const clone: Clone = {
    folder,
    origin: join(home, "origin.git"),
    git,
    script: (name, args = [], env = {}) =>
      ended(
        spawn("npm", ["run", "--silent", name, "--", ...args], {
          cwd: folder,
          env: { ...own(), ...env },
        }),
      ),
    workflowScript: (name, args) =>
      ended(spawn("npx", ["tsx", `.github/scripts/${name}`, ...args], { cwd: folder, env: own() })),
    read: (path) => readFileSync(join(folder, path), "utf8"),
    write: (path, text) => writeFileSync(join(folder, path), text),
    land: (message) => {
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", "--message", message);
      git("push", "--quiet", "origin", "main");
    },
  };
  clone.land("Begin");
  return clone;
}

/** Copies the files as they are, committed or not, so that uncommitted work is tested too. */
function copyFiles(folder: string): void {
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "-z"],
    { cwd: ROOT, encoding: "utf8" },
  );
  for (const path of listed.split("\0").filter(Boolean)) {
    if (lstatSync(join(ROOT, path), { throwIfNoEntry: false }))
      cpSync(join(ROOT, path), join(folder, path));
  }
}

/** Links the installed packages, and creates a separate cache. */
function linkPackages(folder: string): void {
  mkdirSync(join(folder, "node_modules"));
  for (const name of readdirSync(join(ROOT, "node_modules")).filter(
    (one) => one !== ".cache" && !one.startsWith(".vite"),
  ))
    symlinkSync(join(ROOT, "node_modules", name), join(folder, "node_modules", name), "junction");
}

/** This process's environment without the variables of its test run or of an account. */
export function own(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(PINTEREST_|GITHUB_|VITEST|npm_|NODE_ENV$|CI$)/i.test(name),
  );
  // Tests in the clone try every case.
  return {
    ...Object.fromEntries(kept),
    TEST_EFFORT: "some",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
  };
}

export function ended(child: ChildProcess): Promise<Ended> {
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit) => resolve({ exit, said }));
  });
}
