import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Minor numbers of Linux's memory devices: `null` discards what is written, `full` fails each write
 * with ENOSPC.
 */
const MINOR = { null: "3", full: "7" } as const;

/**
 * Whether `makeDevice` works in the folder for temporary files: on Linux, as root, in a file system
 * that permits devices.
 */
export const canMakeDevices: boolean = process.platform === "linux" && works();

/**
 * Creates a character device at `path`, so that no test damages the machine's own, which root may
 * remove or replace. Throws if `mknod` fails.
 */
export function makeDevice(path: string, kind: keyof typeof MINOR): void {
  const { status, stderr } = spawnSync("mknod", [path, "c", "1", MINOR[kind]], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`no device at ${path}: ${stderr ?? "mknod does not start"}`);
}

function works(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "device-"));
  try {
    makeDevice(join(folder, "null"), "null");
    closeSync(openSync(join(folder, "null"), "w"));
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
