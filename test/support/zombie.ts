import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { statOf } from "../../runtime/file-lock.js";

/** A process that has exited but whose parent has not collected its exit code. Linux only. */
export interface Zombie {
  readonly pid: number;
  readonly started: string;
  readonly parent: ChildProcess;
}

/** Creates a zombie that exists until its parent is killed. */
export async function zombie(): Promise<Zombie> {
  // The shell is replaced by another program, which does not know about its child. The child ends
  // when its input ends.
  const parent = spawn("sh", ["-c", "exec 3<&0; cat <&3 >&2 & echo $!; exec sleep 600 <&-"], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  const [text] = await once(parent.stdout, "data");
  const pid = Number(text);
  const started = statOf(pid)?.started ?? "";
  // The shell itself would collect the exit code.
  while (nameOf(parent.pid ?? 0) !== "sleep") await sleep(5);
  parent.stdin.end();
  while (statOf(pid)?.state !== "Z") await sleep(5);
  return { pid, started, parent };
}

function nameOf(pid: number): string {
  return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
}
