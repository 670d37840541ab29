import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { statOf } from "../../runtime/file-lock.js";

/** A process that has ended and of which the parent, `parent`, does not collect the exit code. Linux only. */
export interface Zombie {
  readonly pid: number;
  readonly started: string;
  readonly parent: ChildProcess;
}

/** Makes a zombie, which is there until its parent is killed. */
export async function zombie(): Promise<Zombie> {
  // The shell becomes another program, which knows nothing of its child. The child ends when its input does.
  const parent = spawn("sh", ["-c", "exec 3<&0; cat <&3 >&2 & echo $!; exec sleep 600 <&-"], { stdio: ["pipe", "pipe", "ignore"] });
  const [text] = await once(parent.stdout, "data");
  const pid = Number(text);
  const started = statOf(pid)?.started ?? "";
  parent.stdin.end();
  while (statOf(pid)?.state !== "Z") await new Promise((resolve) => setTimeout(resolve, 5));
  return { pid, started, parent };
}
