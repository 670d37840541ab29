import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tokensStore } from "../../../cli/tokens.js";
import { acquireLock, WORK } from "../../../generator/write/lock.js";
import { openJournal } from "../../../runtime/batch/journal-file.js";
import { statOf } from "../../../runtime/file-lock.js";
import { type Zombie, zombie } from "../../support/zombie.js";

interface Holder {
  readonly pid: number;
  readonly started?: string | undefined;
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "holder-"));
});
afterEach(() => rm(folder, { recursive: true }));

const text = (holder: Holder, of?: string): string =>
  JSON.stringify({ of, ...holder, host: hostname(), id: "another" });

/**
 * For each kind of lock: writes a lock file for `holder`, acquires the lock over it, and resolves
 * to the lock file's text while we have it. Rejects if the lock is not taken over.
 */
const LOCKS: Readonly<Record<string, (holder: Holder) => Promise<string>>> = {
  "a journal": async (holder) => {
    const path = join(folder, "night.journal");
    await writeFile(`${path}.lock`, text(holder));
    const journal = await openJournal(path);
    const held = await readFile(`${path}.lock`, "utf8");
    await journal.close?.();
    return held;
  },
  tokens: async (holder) => {
    await writeFile(join(folder, ".env.lock"), text(holder, "pinterest-reports tokens"));
    let held = "";
    const locked = tokensStore(".env", { cwd: folder }).lock(async () => {
      held = await readFile(join(folder, ".env.lock"), "utf8");
    });
    // Without a takeover, acquiring the lock would wait.
    const kept = new Promise<never>((_, reject) =>
      setTimeout(reject, 3_000, new Error("in use")).unref(),
    );
    await Promise.race([locked, kept]).finally(async () => {
      await rm(join(folder, ".env.lock"), { force: true });
      await locked;
    });
    return held;
  },
  "an output folder": async (holder) => {
    const work = join(folder, WORK);
    await mkdir(work, { recursive: true });
    await writeFile(join(work, "holder.json"), text(holder));
    const lock = await acquireLock(work, 0);
    const held = await readFile(join(work, "holder.json"), "utf8");
    lock.release();
    return held;
  },
};

describe.skipIf(process.platform !== "linux").each(Object.entries(LOCKS))(
  "the lock of %s",
  (_, take) => {
    let ended: Zombie;
    beforeEach(async () => {
      ended = await zombie();
    });
    afterEach(() => ended.parent.kill("SIGKILL"));

    it("is taken over from a zombie process whose parent has not collected its exit code", async () => {
      for (const started of [ended.started, undefined])
        expect(JSON.parse(await take({ pid: ended.pid, started })).pid).toBe(process.pid);
    });

    it("is taken over if another process now has the holder's id, provided the holder recorded its start time", async () => {
      const pid = ended.parent.pid ?? 0;
      const started = statOf(pid)?.started;
      expect(JSON.parse(await take({ pid, started: `${started}0` })).pid).toBe(process.pid);
      // Without a start time, it is a lock of an earlier version.
      for (const same of [started, undefined])
        await expect(take({ pid, started: same })).rejects.toThrow();
    });

    it("records the start time of its process", async () => {
      const { pid, started } = JSON.parse(await take({ pid: ended.pid }));
      // All fields after the name, which contains no space here.
      expect((await readFile(`/proc/${pid}/stat`, "utf8")).split(" ")[21]).toBe(started);
    });
  },
);
