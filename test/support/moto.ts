import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The moto server, in the path or in pyenv. */
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

/** Why moto is not available, or null. */
export const NO_MOTO: string | null = program === null ? "moto_server is not installed" : null;

/** The end of the name of a test that needs an object store: the reason if it is skipped. */
export const SKIPPED_S3: string = NO_MOTO === null ? "" : ` (skipped: ${NO_MOTO})`;

/** An object store of this test's own. */
export interface Moto extends AsyncDisposable {
  readonly url: string;
}

/**
 * Starts moto, an in-memory object store with conditional writes. It ends with the test's process.
 */
export async function moto(): Promise<Moto> {
  // It ends when its input does, also if this process is killed.
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
