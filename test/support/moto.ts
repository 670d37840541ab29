import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Finds the moto server in the PATH or in pyenv. */
function motoProgram(): string | null {
  const python = join(process.env.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions");
  const ofVersions = (() => {
    try {
      return readdirSync(python).map((version) => join(python, version, "bin", "moto_server"));
    } catch {
      return [];
    }
  })();
  return (
    ["moto_server", ...ofVersions].find((program) => spawnSync(program, ["--help"]).status === 0) ??
    null
  );
}

const program = motoProgram();

/** Why moto is not available; null if it is. */
export const NO_MOTO: string | null = program === null ? "moto_server is not installed" : null;

/** A suffix for the titles of tests that need an object store; empty unless they are skipped. */
export const SKIPPED_S3: string = NO_MOTO === null ? "" : ` (skipped: ${NO_MOTO})`;

/** An object store for one test. */
export interface Moto extends AsyncDisposable {
  readonly url: string;
}

/**
 * Starts moto, an in-memory object store that supports conditional writes. It ends with the test's
 * process.
 */
export async function moto(): Promise<Moto> {
  // moto exits when its input ends, even if this process is killed.
  const child = spawn(
    "sh",
    [
      "-c",
      '"$@" & read -r _; kill -KILL $!; wait',
      "sh",
      `${program}`,
      "-H",
      "127.0.0.1",
      "-p",
      "0",
    ],
    { stdio: ["pipe", "ignore", "pipe"], env: { ...process.env, PYTHONUNBUFFERED: "1" } },
  );
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let printed = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on("data", (text: Buffer) => {
      // A line for each request follows.
      if (printed.length < 10_000) printed += text;
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (found) resolve(found);
    });
    ended.then(() => reject(new Error(`moto did not start:\n${printed}`)));
  });
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await ended;
    },
  };
}
