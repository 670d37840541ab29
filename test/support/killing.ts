import { spawn } from "node:child_process";

/**
 * Counts the calls by which the process changes the disk, including those of promises and open
 * files, and kills the process right before one of them. If that call writes text, half of it is
 * written first. With `KILL_AFTER`, counting starts after a rename to a file of that name.
 */
const PRELOAD = `
import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
const at = Number(process.env.KILL_AT);
const after = process.env.KILL_AFTER ?? "";
let counting = after === "";
let calls = 0;
const { writeSync, writeFileSync } = fs;
const die = () => { process.kill(process.pid, "SIGKILL"); for (;;); };
const hook = (owner, name) => {
  const real = owner[name];
  owner[name] = function (...given) {
    if (counting && ++calls === at) {
      const [file, data] = given;
      if (typeof file === "number" && typeof data === "string") writeFileSync(file, data.slice(0, data.length / 2));
      die();
    }
    const done = real.apply(this, given);
    if (!name.startsWith("rename") || counting || !String(given[1]).endsWith(after)) return done;
    if (done === undefined) counting = true;
    else return done.then((value) => { counting = true; return value; });
    return done;
  };
};
const NAMES = ["mkdir", "writeFile", "rename", "rm", "unlink", "rmdir", "link", "copyFile", "truncate", "chmod"];
for (const name of [...NAMES, "open", "fsync", "close", "write"]) hook(fs, name + "Sync");
for (const name of [...NAMES, "open"]) hook(promises, name);
const handle = await promises.open(process.execPath);
for (const name of ["write", "writeFile", "appendFile", "sync", "datasync", "truncate", "chmod"]) hook(Object.getPrototypeOf(handle), name);
await handle.close();
calls = 0;
syncBuiltinESMExports();
process.on("exit", () => writeSync(2, "\\ncalls " + calls + "\\n"));
`;

/** NODE_OPTIONS for the process that will be killed. */
export const KILLING = `--import=data:text/javascript,${encodeURIComponent(PRELOAD)}`;

export interface Ran {
  /** The number of calls; null if the process was killed. */
  readonly calls: number | null;
  readonly stderr: string;
}

/**
 * Runs code as a module in a separate process that is killed right before call `at`; 0 means never.
 */
export function ranKilled(code: string, at: number): Promise<Ran> {
  const child = spawn(process.execPath, [KILLING, "--input-type=module", "--eval", code], {
    env: { ...process.env, KILL_AT: String(at) },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit, signal) => {
      const [, calls] = /\ncalls (\d+)\n$/.exec(stderr) ?? [];
      if (signal === "SIGKILL") resolve({ calls: null, stderr });
      else if (exit === 0 && calls !== undefined) resolve({ calls: Number(calls), stderr });
      else reject(new Error(`ended with ${exit ?? signal}: ${stderr}`));
    });
  });
}

/**
 * Kills a process at each of its calls, several processes at once. `each` gets the number of the
 * call and runs the process. Resolves to the number of calls.
 */
export async function killedEverywhere(each: (at: number) => Promise<Ran>): Promise<number> {
  const whole = await each(0);
  const calls = whole.calls ?? 0;
  const waiting = Array.from({ length: calls }, (_, index) => index + 1);
  const worker = async (): Promise<void> => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      const { calls: left } = await each(at);
      if (left !== null) throw new Error(`was not killed at call ${at} of ${calls}`);
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  return calls;
}
