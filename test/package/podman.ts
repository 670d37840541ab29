import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isLong } from "../support/effort.js";
import { command, type Ended } from "./packed.js";

const isHere = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;

/** Why containers cannot run here, or null. */
export const NO_PODMAN: string | null = !isLong
  ? "only in the long run"
  : isHere("podman")
    ? null
    : "podman is not installed";

/**
 * The end of the name of a test that needs containers. It gives the reason if the test is skipped.
 */
export const SKIPPED_PODMAN: string = NO_PODMAN === null ? "" : ` (skipped: ${NO_PODMAN})`;

/** A store of images and volumes that belongs to one test. */
export interface Podman extends AsyncDisposable {
  /** Runs a podman command. */
  run(...args: readonly string[]): Promise<Ended>;
  /**
   * Imports an image with the Node.js and npm of this machine, and the user `node`. npm uses
   * `registry`.
   */
  importNode(name: string, registry: string): Promise<void>;
}

/** Podman with an empty store. Containers share this machine's network, and nothing else. */
export function podman(): Podman {
  const home = mkdtempSync(join(tmpdir(), "podman-"));
  const env = { CONTAINERS_CONF: join(home, "containers.conf") };
  writeFileSync(
    env.CONTAINERS_CONF,
    [
      "[containers]",
      'netns = "host"',
      "pids_limit = 0",
      // Lower than this process's limits, because an unprivileged process cannot raise them.
      'default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]',
      "[engine]",
      'cgroup_manager = "cgroupfs"',
      // crun, the default, does not start if some cgroups are version 1.
      ...(isHere("runc") ? ['runtime = "runc"'] : []),
    ].join("\n"),
  );
  const store = ["--root", join(home, "store"), "--runroot", join(home, "run")];
  const run = (...args: readonly string[]) => command("podman", [...store, ...args], home, env);
  return {
    run,
    async importNode(name, registry) {
      const script = fileURLToPath(new URL("node-image.sh", import.meta.url));
      const npm = join((await command("npm", ["root", "--global"], home)).stdout.trim(), "npm");
      const archive = join(home, "node.tar");
      for (const ended of [
        await command("sh", [script, process.execPath, npm, registry, archive], home),
        await run("import", "--change", "ENV PATH=/usr/bin:/bin", archive, name),
      ])
        if (ended.exit !== 0) throw new Error(ended.stderr);
    },
    async [Symbol.asyncDispose]() {
      await run("rm", "--all", "--force", "--time", "0");
      // Files in a container belong to its users.
      if (process.getuid?.() === 0) rmSync(home, { recursive: true });
      else await run("unshare", "rm", "-r", home);
    },
  };
}
